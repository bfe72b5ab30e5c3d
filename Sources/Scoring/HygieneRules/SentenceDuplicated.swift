import Facts
import Languages
import StructuredText

/// A sentence stands in the text twice.
enum SentenceDuplicated: Rule {
  static let description = RuleDescription(
    id: "sentence-duplicated",
    summary: "a sentence stands in the text twice",
    rationale: """
      A sentence that is there twice was copied by mistake, more often than for effect.
      """,
    defaultSeverity: .warning, points: nil, cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        The new line carries many people every day (Source: Regional transport survey). It is late. ⟦The new line carries many people every day⟧.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      candidate: """
        The new line carries many people every day (Source: Regional transport survey). It is late.

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let sheet = manuscript.candidate
    var outlines: Set<Outline> = []
    // Few sentences look alike from afar; only those are read.
    let doubtful = Set(
      outlinesOfSentences(in: sheet).compactMap { outlines.insert($0).inserted ? nil : $0 })
    guard !doubtful.isEmpty else { return [] }
    var seen: Set<[String]> = []
    return sheet.passage.sentences.indices.compactMap { sentence in
      guard let outline = outline(of: sentence, in: sheet), doubtful.contains(outline) else { return nil }
      let words = self.words(of: sentence, in: sheet).map { sheet.passage.tokens[$0].folded }
      guard !seen.insert(words).inserted else { return nil }
      let text = quoted(sheet.passage.text(of: sheet.passage.sentences[sentence].tokens))
      return Violation(message(text), remedy: remedy, candidate: sheet.place(ofSentence: sentence), key: text)
    }
  }

  private struct Outline: Hashable {
    let count: Int
    let first: String
    let last: String
  }

  private static func outlinesOfSentences(in sheet: FactSheet) -> [Outline] {
    sheet.passage.sentences.indices.compactMap { outline(of: $0, in: sheet) }
  }

  /// `nil` for what is no sentence of prose, or so short that it may well stand twice.
  private static func outline(of sentence: Int, in sheet: FactSheet) -> Outline? {
    guard sheet.passage.sentences[sentence].role == .prose else { return nil }
    var count = 0
    var first = 0
    var last = 0
    for token in sheet.passage.sentences[sentence].tokens
    where !sheet.isApparatus[token] && sheet.passage.tokens[token].kind != .mark {
      if count == 0 { first = token }
      last = token
      count += 1
    }
    guard count >= 6 else { return nil }
    return Outline(count: count, first: sheet.passage.tokens[first].folded, last: sheet.passage.tokens[last].folded)
  }

  private static func words(of sentence: Int, in sheet: FactSheet) -> [Int] {
    sheet.passage.sentences[sentence].tokens.filter {
      !sheet.isApparatus[$0] && sheet.passage.tokens[$0].kind != .mark
    }
  }

  private static func message(_ text: String) -> String { "This sentence stood in the text before: \(text)" }
  private static let remedy = "Take one of them out"
}
