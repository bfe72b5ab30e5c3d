import Gatekeeping
import Reports
import Scoring
import StructuredText

/// Finished values for the renderers, as the scorer would hand them over.
enum Samples {
  static let baseline = LocatedText(
    path: "factual/solar-roofs:articles/solar-roofs.md",
    bytes: Array(
      """
      # Solar roofs

      In 2023, 412 schools had panels, says the town council. The panels cost € 1.2 million.

      ## Sources

      1. **Town council** <https://council.invalid/solar>

      """.utf8))

  static let candidate = LocatedText(
    path: "articles/solar-roofs.md",
    bytes: Array(
      """
      # Solar roofs, a story worth telling?

      The panels cost less than you think: picture it, in 2023 already 421 schools had panels, and nobody in the whole town had noticed before the council counted them one by one.

      ## Sources

      The same sources as in the article.

      """.utf8))

  /// The range of the first `words` in `text`.
  static func range(of words: String, in text: LocatedText) -> TextRange? {
    let wanted = Array(words.utf8)
    return text.bytes.indices.first { text.bytes[$0...].starts(with: wanted) }
      .map { TextRange($0, $0 + wanted.count) }
  }

  static let altered = Finding(
    id: "0a1b2c3d", rule: "figure-altered", severity: .error, message: "“412 schools” became “421 schools”.",
    remedy: "Write 412 again, or correct the factual version first.",
    candidate: range(of: "421", in: candidate), baseline: range(of: "412", in: baseline), points: Tenths(400))

  static let lost = Finding(
    id: "11111111", rule: "figure-lost", severity: .warning, message: "“€ 1.2 million” is not said any more.",
    remedy: "Say what the panels cost.", candidate: nil, baseline: range(of: "€ 1.2 million", in: baseline),
    points: Tenths(25))

  static let placeholder = Finding(
    id: "22222222", rule: "sources-placeholder", severity: .error,
    message: "A sentence stands in the place of the sources.", remedy: "List the sources themselves.",
    candidate: range(of: "The same sources as in the article.", in: candidate), baseline: nil, points: Tenths(575))

  static let note = Finding(
    id: "33333333", rule: "hedge-added", severity: .note, message: "“than you think” is not in the baseline.",
    remedy: "", candidate: range(of: "than you think", in: candidate), baseline: nil, points: .zero)

  static let style = StyleScore(
    profile: "conversational", value: 62,
    measures: [
      .init(name: "questions", count: 3, hundredths: 1250, most: 20),
      .init(name: "short sentences", count: 9, hundredths: 3000, most: 30),
    ])

  static func card(_ integrity: Int, _ findings: [Finding]) -> Scorecard {
    Scorecard(basis: .fidelity, integrity: Tenths(integrity), style: style, findings: findings)
  }

  static let refused = Report(
    slug: "solar-roofs", candidate: candidate, baseline: baseline,
    scorecard: card(0, [note, placeholder, altered, lost]),
    gate: .init(
      stage: "styled", threshold: Tenths(950),
      verdict: Verdict([.integrityBelow(score: .zero, threshold: Tenths(950), basis: .fidelity)])),
    next: "editorial explain sources-placeholder")

  static let mended = Report(
    slug: "solar-roofs", candidate: candidate, baseline: baseline, scorecard: card(975, [lost, note]),
    gate: .init(stage: "styled", threshold: Tenths(950), verdict: .passed), next: nil)
}
