import Scoring
import Testing

extension Rewording {
  /// Expects that the sentence costs nothing among others that stay.
  func expectUnchanged(at place: SourceLocation = #_sourceLocation) {
    let card = scorecardAmongOthers
    #expect(card.integrity == .full, "\(card.findings)", sourceLocation: place)
  }

  /// Expects that the sentence is let in among others that stay.
  ///
  /// - Parameter least: the integrity that it must keep, in tenths: 990 allows a doubt.
  func expectKept(least: Int = 950, at place: SourceLocation = #_sourceLocation) {
    let card = scorecardAmongOthers
    #expect(card.integrity.value >= least, "\(card.findings)", sourceLocation: place)
  }

  /// Expects that the sentence is refused among others that stay.
  func expectRefused(at place: SourceLocation = #_sourceLocation) {
    let card = scorecardAmongOthers
    #expect(card.integrity.value < 950, "\(card.findings)", sourceLocation: place)
  }

  /// How the sentence is judged among others that stay.
  var scorecardAmongOthers: Scorecard {
    let around = Self.around[lang] ?? []
    let article = { (sentence: String) in
      """
      ---
      lang: \(lang)
      ---

      # \(around[0])

      \(around[1])

      \(sentence)

      \(around[2])

      ## Sources

      - [Observatoire](https://observatoire.example/etude), 24/06/2025
      """
    }
    return Judging.scorecard(article(after), against: article(before))
  }

  private static let around = [
    "en": [
      "The valley", "The valley lies between two hills. Its river turns the wheel of a saw. Sheep graze on both banks.",
      "A railway crosses the plain. The station stands near the church. Its clock was cast in a foundry.",
    ],
    "fr": [
      "La plaine",
      "La plaine s'étend entre deux collines. Sa rivière fait tourner une scie. Des moutons paissent sur les rives.",
      "Une voie ferrée traverse la plaine. La gare se dresse près de l'église. Son horloge sort d'une fonderie.",
    ],
    "es": [
      "La llanura",
      "La llanura se extiende entre dos colinas. Su arroyo mueve una sierra. Las ovejas pastan en la orilla.",
      "Un ferrocarril cruza la llanura. La estación se alza junto a la iglesia. Su reloj salió de una fundición.",
    ],
  ]
}
