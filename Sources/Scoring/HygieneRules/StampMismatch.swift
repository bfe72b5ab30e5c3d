import Manuscripts
import StructuredText
import Wording

/// The integrity score stamped into the article is not the one it has.
enum StampMismatch: Rule {
  static let description = RuleDescription(
    id: "stamp-mismatch",
    summary: worded(
      "the integrity score stamped into the article is not the one it has",
      fr: "le score d'intégrité inscrit dans l'article n'est pas le sien"),
    rationale: worded(
      """
      A stamp is a claim of whoever wrote it. It never counts, but a wrong one misleads readers of the file.
      """,
      fr: """
        Ce qui est inscrit n'engage que celui qui l'a écrit. Cela ne compte jamais, mais un score faux trompe les \
        lecteurs du fichier.
        """),
    defaultSeverity: .note, points: nil, cap: nil,
    failing: RuleDescription.Example(
      candidate: """
        <!--
        FINAL ARTICLE
        Integrity score: ⟦12.0%⟧
        -->

        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """),
    passing: RuleDescription.Example(
      candidate: """
        <!--
        FINAL ARTICLE
        Integrity score: 100.0%
        -->

        Traffic fell (Source: Regional transport survey).

        ## Sources

        1. **Regional transport survey**
           - URL: https://transport-survey.org/2024
        """))

  /// Judged after the score is known, by the scorer.
  static func violations(in manuscript: Manuscript) -> [Violation] { [] }

  /// Returns the violation when the stamp of `article` differs from `integrity`.
  static func violation(in article: Article, integrity: Tenths) -> Violation? {
    guard let field = article.provenance?[.integrityScore], let stamped = tenths(field.value), stamped != integrity
    else {
      return nil
    }
    return Violation(message(quoted(field.value), integrity), remedy: remedy, candidate: field.range, key: "stamp")
  }

  /// `97.4%`, `97,4 %`, `100`.
  private static func tenths(_ text: String) -> Tenths? {
    var whole = 0
    var tenth: Int?
    var sawDigit = false
    for character in text.unicodeScalars {
      if let digit = character.isASCII && ("0"..."9").contains(character) ? Int(character.value) - 48 : nil {
        sawDigit = true
        guard whole <= 1000 else { return nil }
        if tenth == nil { whole = whole * 10 + digit } else if tenth == -1 { tenth = digit }
      } else if character == "." || character == "," {
        guard tenth == nil else { return nil }
        tenth = -1
      } else if sawDigit {
        break
      }
    }
    return sawDigit ? Tenths(whole * 10 + max(0, tenth ?? 0)) : nil
  }

  private static func message(_ stamped: String, _ integrity: Tenths) -> String {
    worded(
      "The stamp says \(stamped), and the integrity score is \(integrity)",
      fr: "Le score inscrit est \(stamped), et le score d'intégrité est \(integrity.shown)")
  }

  private static let remedy = worded(
    "Nothing to do: promoting the article writes the right one",
    fr: "Laissez-le : la promotion de l'article inscrira le bon")
}
