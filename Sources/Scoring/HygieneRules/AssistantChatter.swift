import Facts
import Languages
import StructuredText
import Wording

/// The text speaks about itself, as an assistant to whoever asked for it.
enum AssistantChatter: Rule {
  static let description = RuleDescription(
    id: "assistant-chatter",
    summary: worded(
      "the text speaks about itself, as an assistant to whoever asked for it",
      fr: "le texte parle de lui-même, comme un assistant à qui le lui a demandé"),
    rationale: worded(
      """
      Language models hand over their work with a remark, or refuse it with one. Neither is for the reader. \
      Questions and calls to the reader are not meant.
      """,
      fr: """
        Les modèles de langage rendent leur travail avec une remarque, ou le refusent avec une autre. Ni l'une ni \
        l'autre n'est pour le lecteur. Les questions et les adresses au lecteur ne sont pas visées.
        """),
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
      manuscript.comparison?.hasStayedWithin(phrase) != true
        && told.insert(sheet.passage.sentenceOfToken[phrase.lowerBound]).inserted
    }
    let remarks = (manuscript.comparison?.remarksOnTheText() ?? []).filter { remark in
      !known.contains { $0.overlaps(remark) }
    }
    return (known + remarks).map { .strayWords($0, of: sheet, message: message, remedy: remedy) }
  }

  private static func message(_ words: String) -> String {
    worded(
      "\(words) is an assistant’s remark, not the article’s text",
      fr: "\(words) est une remarque d'assistant, et non le texte de l'article")
  }
  private static let remedy = worded("Take the remark out", fr: "Retirez cette remarque")
}
