import Facts
import Manuscripts
import Scoring
import StructuredText
import Testing

/// Scores texts as the program does.
enum Judging {
  static func scorecard(
    _ candidate: String, against baseline: String? = nil, dossier: String? = nil, files: [String] = [],
    earlier: String? = nil,
    settings: RuleSettings = RuleSettings()
  ) -> Scorecard {
    let parser = ArticleParser()
    let article = parser.article(from: Array(candidate.utf8))
    return Scorer(settings: settings).scorecard(
      candidate: article,
      baseline: baseline.map { parser.article(from: Array($0.utf8)) },
      dossier: dossier.map { [parser.article(from: Array($0.utf8))] } ?? [],
      missing: files.isEmpty ? [] : missing(in: article, among: files), neighbours: earlier.map(neighbours))
  }

  /// One article that was there before.
  static func neighbours(_ earlier: String) -> Neighbours {
    let sheet = FactSheet(of: ArticleParser().article(from: Array(earlier.utf8)))
    return Neighbours(StatementIndex([StatementIndex.Entry(of: sheet)]), names: ["earlier.md"]) { _ in true }
  }

  /// What an article at `articles/article.md` leads to and is not among `files`.
  static func missing(in article: Article, at path: String = "articles/article.md", among files: [String])
    -> [MissingTarget]
  {
    var site = SiteFiles(around: path) { place in
      if files.contains(place) { return .file }
      return files.contains { $0.hasPrefix(place + "/") } ? .folder : nil
    }
    return (try? site.missing(among: article.localTargets)) ?? []
  }

  /// Takes the marks `⟦ ⟧` out of a text, and returns the ranges that stood between them.
  static func unmarked(_ text: String) -> (text: String, ranges: [TextRange]) {
    var plain: [UInt8] = []
    var ranges: [TextRange] = []
    var start: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = plain.count
      case "⟧":
        if let start { ranges.append(TextRange(start, plain.count)) }
        start = nil
      default: plain.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    return (String(decoding: plain, as: UTF8.self), ranges)
  }
}
