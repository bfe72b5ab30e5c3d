import Gatekeeping
import Scoring

/// What gates refused when a repository was adopted, so that only what comes later counts: a ratchet.
///
/// As a file it has one line for each, `id rule path`, sorted, so that a change of it can be read and merged. A finding
/// keeps its id while its fact does, so a line holds on whatever branch the article is, and wherever in it the words are.
package struct KnownFindings: Sendable {
  /// One line.
  package struct Entry: Hashable, Comparable, Sendable {
    /// The finding's; for any other reason of a gate, a word for the kind of reason.
    let id: String
    let rule: String
    /// The article's; for what is wrong with a branch as a whole, its name.
    let path: String

    package var text: String { "\(id) \(rule) \(path)" }

    package static func < (a: Entry, b: Entry) -> Bool {
      if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
      return a.rule != b.rule
        ? a.rule.utf8.lexicographicallyPrecedes(b.rule.utf8) : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
  }

  /// A line that is none of these.
  package struct Malformed: Error, Hashable, Sendable {
    /// 1-based.
    package let line: Int
    package let text: String
  }

  package let entries: Set<Entry>

  /// Collects what makes gates refuse now.
  package init(of judgements: [Judgement]) {
    entries = judgements.reduce(into: []) { found, judgement in
      for article in judgement.articles where !article.verdict.isPassed { found.formUnion(Self.entries(of: article)) }
      found.formUnion(judgement.refusals.map { Self.entry($0, judgement.branch) })
    }
  }

  /// Reads a file.
  package init(_ bytes: [UInt8]) throws(Malformed) {
    var entries: Set<Entry> = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      if text.isEmpty || text.hasPrefix("#") { continue }
      let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      guard words.count == 3, words.allSatisfy({ !$0.isEmpty }), words[0].utf8.allSatisfy(Self.isPlain),
        words[1].utf8.allSatisfy(Self.isPlain)
      else { throw Malformed(line: number + 1, text: text) }
      entries.insert(Entry(id: words[0], rule: words[1], path: words[2]))
    }
    self.entries = entries
  }

  /// The file.
  package var text: String {
    """
    # What editorial found when it was adopted here. check --all --baseline-file does not refuse because of it.
    # Written by --update. A line can go when its finding is mended; none has to be added by hand.

    """ + entries.sorted().map { $0.text + "\n" }.joined()
  }

  /// What the gates say when what is known does not count.
  package struct Outcome: Sendable {
    package let judgements: [Judgement]
    /// How many articles and branches are refused for what is known, and for nothing else.
    package let tolerated: Int
    /// The lines that fit nothing any more.
    package let gone: [Entry]
  }

  /// Lets pass what is refused only for what is known.
  package func applied(to judgements: [Judgement]) -> Outcome {
    var tolerated = 0
    let lenient = judgements.map { judgement in
      let articles = judgement.articles.map { article in
        guard !article.verdict.isPassed, Self.entries(of: article).isSubset(of: entries) else { return article }
        tolerated += 1
        return article.passed
      }
      let refusals = judgement.refusals.filter { !entries.contains(Self.entry($0, judgement.branch)) }
      if refusals.count < judgement.refusals.count { tolerated += 1 }
      return Judgement(
        branch: judgement.branch, stage: judgement.stage, slug: judgement.slug, articles: articles, refusals: refusals,
        wayBack: judgement.wayBack)
    }
    let gone = entries.subtracting(KnownFindings(of: judgements).entries)
    return Outcome(judgements: lenient, tolerated: tolerated, gone: gone.sorted())
  }

  /// Everything that counts against an article.
  ///
  /// The score itself is none: it follows from the findings. With a score too low for other reasons, there is always one.
  private static func entries(of article: JudgedArticle) -> Set<Entry> {
    let path = escaped(article.candidate.path)
    var found: Set<Entry> = []
    for finding in article.scorecard?.findings ?? [] where article.waivers[finding.id] == nil {
      if finding.severity == .error || finding.points > .zero {
        found.insert(Entry(id: finding.id, rule: finding.rule.name, path: path))
      }
    }
    for refusal in article.verdict.refusals {
      switch refusal {
      case .integrityBelow, .blocking: continue
      default: found.insert(entry(refusal, article.candidate.path))
      }
    }
    return found
  }

  /// A reason that is no finding is known by its kind: scores in it change from day to day.
  private static func entry(_ refusal: Refusal, _ path: String) -> Entry {
    let kind = "\(refusal)".prefix { $0 != "(" }
    return Entry(id: kind.utf8.allSatisfy(isPlain) ? String(kind) : "other", rule: "gate-refused", path: escaped(path))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// A path on one line.
  private static func escaped(_ path: String) -> String {
    path.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }
}

extension JudgedArticle {
  /// The same article, refused for nothing.
  fileprivate var passed: JudgedArticle {
    JudgedArticle(
      slug: slug, candidate: candidate, baseline: baseline, dossier: dossier, others: others, scorecard: scorecard,
      verdict: .passed, waivers: waivers)
  }
}
