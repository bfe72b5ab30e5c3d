import Facts
import Languages
import StructuredText

/// The text speaks about itself, as an assistant to whoever asked for it.
enum AssistantChatter: Rule {
  static let description = RuleDescription(
    id: "assistant-chatter",
    summary: "the text speaks about itself, as an assistant to whoever asked for it",
    rationale: """
      Language models hand over their work with a remark, or refuse it with one. Neither is for the reader. \
      Questions and calls to the reader are not meant.
      """,
    defaultSeverity: .error, points: Tenths(150), cap: Tenths(600),
    failing: RuleDescription.Example(
      candidate: """
        ⟦Here is the rewritten article⟧.

        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      candidate: """
        What do you think? Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let sheet = manuscript.candidate
    var told: Set<Int> = []
    // A remark is one, however many phrases of it are known.
    let known = sheet.phrases(in: sheet.passage.pack.chatter).filter { phrase in
      told.insert(sheet.passage.sentenceOfToken[phrase.lowerBound]).inserted
    }
    let remarks = (manuscript.comparison?.remarksOnTheText() ?? []).filter { remark in
      !known.contains { $0.overlaps(remark) }
    }
    return (known + remarks).map { .strayWords($0, of: sheet, message: message, remedy: remedy) }
  }

  private static func message(_ words: String) -> String { "\(words) is an assistant’s remark, not the article’s text" }
  private static let remedy = "Take the remark out"
}
