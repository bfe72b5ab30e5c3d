import Facts
import Languages
import StructuredText
import Wording

/// A sentence stands in the text twice.
enum SentenceDuplicated: Rule {
  static let description = RuleDescription(
    id: "sentence-duplicated",
    summary: worded("a sentence stands in the text twice", fr: "une phrase se trouve deux fois dans le texte"),
    rationale: worded(
      """
      A sentence that is there twice was copied by mistake, more often than for effect.
      """,
      fr: """
        Une phrase qui est là deux fois a été copiée par erreur, plus souvent que pour l'effet.
        """),
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
    return repetitions(in: sheet).map { sentence in
      let text = sheet.passage.text(of: sheet.passage.sentences[sentence].tokens)
      return Violation(
        message(quoted(text)), remedy: remedy, candidate: sheet.place(ofSentence: sentence), key: keyed(text))
    }
  }

  /// The sentences that stood in the text before.
  static func repetitions(in sheet: FactSheet) -> [Int] {
    let passage = sheet.passage
    let (tokens, words, isApparatus) = (passage.tokens, passage.words.ofToken, sheet.isApparatus)
    // The words of one sentence behind those of the other.
    var said: [Int] = []
    said.reserveCapacity(tokens.count)
    var spans: [(sentence: Int, words: Range<Int>)] = []
    spans.reserveCapacity(passage.sentences.count)
    for sentence in passage.sentences.indices where passage.sentences[sentence].role == .prose {
      let start = said.count
      for index in passage.sentences[sentence].tokens where !isApparatus[index] && tokens[index].kind != .mark {
        said.append(words[index])
      }
      // A short one may well stand twice.
      if said.count - start >= 6 { spans.append((sentence, start..<said.count)) }
    }
    var seen = Set<SentenceKey>(minimumCapacity: spans.count)
    return spans.filter { !seen.insert(SentenceKey(said[$0.words])).inserted }.map(\.sentence)
  }

  private static func message(_ text: String) -> String {
    worded(
      "This sentence stood in the text before: \(text)",
      fr: "Cette phrase se trouvait déjà dans le texte : \(text)")
  }
  private static let remedy = worded("Take one of them out", fr: "Retirez l'une des deux")
}
