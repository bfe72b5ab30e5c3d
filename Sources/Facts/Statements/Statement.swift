import Languages
import Manuscripts
package import StructuredText

/// A figure as one article states it: how much, of what, and on whose word.
///
/// Holds nothing else of the article, so that the statements of thousands of articles can be compared at once.
package struct Statement: Sendable {
  package let place: TextRange
  /// The figure as it is written.
  package let words: String
  let figure: Figure
  /// The words around it.
  let context: FactContext
  /// The same words, without their places.
  let stems: Set<String>
  /// Short forms in its sentence (IA), and what the initials of its neighbouring words would make (intelligence artificielle).
  let acronyms: Set<String>
  let initials: Set<String>
  /// Who and what its sentence names, which population it speaks of, and of when: where those differ, figures may.
  let names: Set<String>
  let scopes: Set<String>
  let years: Set<Int>
  let direction: Direction?
  let isNegated: Bool
  /// All figures of its sentence.
  let company: [Figure]
  /// Who is credited with it, in its sentence or else behind it in its paragraph.
  let credits: [Credit]
}

/// Somebody who is credited with a figure.
struct Credit: Sendable {
  /// As the article calls them.
  let name: String
  let source: Source
  let words: [String]
  let host: String?
}

extension FactSheet {
  /// The figures that say enough of themselves to be compared with those of other articles.
  package func statements() -> [Statement] {
    var claims = ClaimReader(sheet: self)
    let cited = citations.filter { credit(of: $0) != nil }
    return facts.compactMap { fact in
      let sentence = passage.sentences[fact.sentence]
      guard let figure = fact.figure, figure.isTelling, sentence.role == .prose || sentence.role == .cell,
        !isApparatus[fact.tokens.lowerBound]
      else { return nil }
      let stems = Set(fact.context.words.map(\.stem))
      guard stems.count >= Statement.leastWords else { return nil }
      let kinds = claims.claims(ofSentence: fact.sentence).map(\.kind)
      let company = facts[factsOfSentence[fact.sentence]]
      let (acronyms, initials) = shortForms(in: sentence.tokens)
      return Statement(
        place: place(of: fact), words: text(of: fact), figure: figure, context: fact.context, stems: stems,
        acronyms: acronyms, initials: initials,
        names: Set(names[namesOfSentence[fact.sentence]].flatMap(\.words)),
        scopes: Set(kinds.compactMap { if case .scope(let scope) = $0, scope.isOfPopulation { scope } else { nil } }),
        years: Set(company.compactMap { $0.date?.year }), direction: fact.direction,
        isNegated: kinds.contains(.negation), company: company.compactMap(\.figure),
        credits: credits(of: fact, among: cited))
    }
  }

  private func shortForms(in tokens: Range<Int>) -> (acronyms: Set<String>, initials: Set<String>) {
    var acronyms: Set<String> = []
    var initials: Set<String> = []
    var run = ""
    for index in tokens where !isApparatus[index] {
      let letters = passage.tree.text.bytes[passage.tokens[index].range]
      if (2...5).contains(letters.count), letters.allSatisfy({ (0x41...0x5A).contains($0) }) {
        acronyms.insert(passage.tokens[index].folded)
      }
      guard let first = passage.stems[index].first else {
        run = ""
        continue
      }
      run = run.suffix(2) + String(first)
      for length in 2...3 where run.count >= length { initials.insert(String(run.suffix(length))) }
    }
    return (acronyms, initials)
  }

  /// The citations that vouch for a fact: those of its sentence, or the next one in its paragraph.
  private func credits(of fact: Fact, among cited: [Citation]) -> [Credit] {
    let first = cited.partitioningIndex { $0.tokens.lowerBound >= passage.sentences[fact.sentence].tokens.lowerBound }
    let near = cited[first...].prefix { passage.sentences[$0.sentence].block == passage.sentences[fact.sentence].block }
    let own = near.prefix { $0.sentence == fact.sentence }
    let behind = near.first { $0.tokens.lowerBound >= fact.tokens.upperBound }
    // Of several, the one behind the figure is meant.
    let meant = own.count == 1 || behind == nil ? Array(own) : [behind].compactMap(\.self)
    return meant.compactMap { credit(of: $0) }
  }

  private func credit(of citation: Citation) -> Credit? {
    if let entry = citation.source.flatMap({ sources?.entries[$0] }) {
      let host = entry.urlKey.map(Self.host)
      guard let name = entry.name?.text ?? host else { return nil }
      return Credit(name: name, source: entry, words: entry.nameWords, host: host)
    }
    switch citation.form {
    case .link:
      guard let host = citation.words.first.map(Self.host) else { return nil }
      return Credit(name: host, source: Source(range: passage.place(of: citation.tokens)), words: [], host: host)
    case .marked:
      let name = passage.text(of: citation.tokens).drop { $0 != ":" }.dropFirst().prefix { $0 != ")" && $0 != "]" }
      var source = Source(range: passage.place(of: citation.tokens))
      source.nameWords = citation.words
      return Credit(
        name: String(name.drop { $0 == " " || $0 == "\u{A0}" }), source: source, words: citation.words, host: nil)
    // A remark, and whatever somebody said.
    case .footnote, .numbered, .attribution: return nil
    }
  }

  private static func host(of key: String) -> String { String(key.prefix { $0 != "/" && $0 != "?" }) }
}

extension Statement {
  /// With fewer words around it, a figure says not what it is about.
  fileprivate static let leastWords = 3
}

extension Figure {
  /// Whether the same amount in two texts is no coincidence: a share, a sum of money, a large count; no duration, no half.
  fileprivate var isTelling: Bool {
    guard !isVague, !isOrdinal, form == .digits, value > .one else { return false }
    switch kind {
    case .share: return baseValue != .hundred
    case .money: return true
    case .measure(let dimension): return ![.duration, .other("month"), .other("workday")].contains(dimension)
    case .multiplier, .count: return baseValue >= ExactNumber(100)
    }
  }
}

extension String {
  /// Whether a scope (`place.france`) tells of whom or where, not of how often or why.
  fileprivate var isOfPopulation: Bool { ["place", "people", "firm"].contains(prefix { $0 != "." }) }
}
