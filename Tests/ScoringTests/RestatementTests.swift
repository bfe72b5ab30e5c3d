import Scoring
import Testing

/// Sentences that say the same in other words cost nothing; sentences that say something else are refused.
@Suite struct RestatementTests {
  struct Pair: Sendable, CustomStringConvertible {
    let lang: String
    let before: String
    let after: String

    var description: String { "\(before) → \(after)" }
    init(_ lang: String, _ before: String, _ after: String) {
      (self.lang, self.before, self.after) = (lang, before, after)
    }

    func article(_ sentence: String) -> String {
      """
      ---
      lang: \(lang)
      ---

      # Une enquête

      \(sentence)

      ## Sources

      - [Observatoire](https://observatoire.example/etude), 24/06/2025
      """
    }

    var scorecard: Scorecard { Judging.scorecard(article(after), against: article(before)) }
  }

  static let restated = [
    Pair(
      "fr", "Le gaspillage est passé de 120 à 80 grammes par repas.",
      "Il est passé de 120 g à 80 g par repas, ce gaspillage."),
    Pair(
      "fr", "Le projet coûte de 10 à 15 millions d'euros par an.",
      "Le projet coûte de 10 millions à 15 millions d'euros par an."),
    Pair("en", "The fund grew from 10 to 15 million dollars.", "The fund grew from $10 million to $15 million."),
    Pair("fr", "La part passe de 12 à 15 % des ménages.", "La part était de 12 % des ménages. Elle passe à 15 %."),
    Pair("en", "The share was 12% of homes. It is now 15%.", "The share went from 12 to 15% of homes."),
    Pair(
      "en", "\"The windows stay closed in February,\" the head of Millbrook Primary, Anita Dossor, told the meeting.",
      "\"The windows stay closed in February,\" Anita Dossor, the head of Millbrook Primary, told the meeting."),
  ]

  @Test(arguments: restated)
  func restatementCostsNothing(pair: Pair) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings.map { "\($0.rule): \($0.message)" })")
  }

  static let altered = [
    Pair(
      "fr", "Le gaspillage est passé de 120 à 80 grammes par repas.",
      "Le gaspillage est passé de 80 à 120 grammes par repas."),
    Pair(
      "fr", "Le projet coûte de 10 à 15 millions d'euros par an.",
      "Le projet coûte de 10 à 15 milliards d'euros par an."),
    Pair("fr", "La part passe de 12 à 15 % des ménages.", "La part était de 12 % des ménages. Elle passe à 51 %."),
    Pair("fr", "La part passe de 12 à 15 % des ménages.", "La part passe de 12 à 16 % des ménages."),
    Pair(
      "en", "\"The windows stay closed in February,\" the head of Millbrook Primary, Anita Dossor, told the meeting.",
      "\"The windows stay closed in February,\" the head of Millbrook Primary, Paul Ferris, told the meeting."),
  ]

  @Test(arguments: altered)
  func alterationIsRefused(pair: Pair) {
    let card = pair.scorecard
    #expect(card.integrity < Tenths(950), "\(card.integrity)")
    #expect(card.findings.contains { $0.severity == .error })
  }
}
