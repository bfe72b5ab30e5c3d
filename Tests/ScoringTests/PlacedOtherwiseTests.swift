import Scoring
import Testing

/// Amounts and names in another place, under another head or in other company.
@Suite struct PlacedOtherwiseTests {
  static let kept = [
    Rewording(
      "en", "Allow 47 minutes by train and 70 minutes by car.", "By train it takes 47 minutes, by car 70 minutes."),
    Rewording(
      "en", "The ferry carries 310 people a day. The tram carries 890 people a day.",
      "| People a day | Line |\n|---|---|\n| 890 | Tram |\n| 310 | Ferry |"),
    Rewording("fr", "Le stage dure 6 mois.", "Le stage dure un semestre."),
    Rewording("en", "The pier took a decade to build.", "The pier took ten years to build."),
    Rewording(
      "en", "About 38% of the boats we see use the new quay.",
      "About 62% of the boats we see use something other than the new quay."),
    Rewording("fr", "Près de 300 fermes ont répondu.", "Environ 300 fermes ont répondu."),
    Rewording(
      "en", "Dossor and Marlow chair the meeting of the harbour board in May.",
      "In May, Marlow and Dossor chair the harbour board's meeting."),
  ]

  static let changed = [
    Rewording(
      "en", "Between Orwell and Lestrange, allow 47 minutes by train and 70 minutes by car.",
      "Between Orwell and Lestrange, allow 47 minutes by car and 70 minutes by train."),
    Rewording("fr", "+150 000 visiteurs\n\n+10 000 candidatures", "+10 000 visiteurs\n\n+150 000 candidatures"),
    Rewording(
      "en", "| People a day | Line |\n|---|---|\n| 890 | Tram |\n| 310 | Ferry |",
      "| Line | People a day |\n|---|---|\n| Tram | 310 |\n| Ferry | 890 |"),
    Rewording(
      "en", "Road repairs cost £480 in 2022. Street lighting cost £92 in 2022 and £74 in 2023.",
      "| Item | 2022 | 2023 |\n|---|---|---|\n| Road repairs | £480 | |\n| Street lighting | £74 | £92 |"),
    Rewording(
      "en", "Every day the ferry carries 310 people and the tram 890.",
      "| Line | People a month |\n|---|---|\n| Tram | 890 |\n| Ferry | 310 |"),
    Rewording("fr", "Plus de 300 fermes ont répondu.", "Près de 300 fermes ont répondu."),
    Rewording("en", "We expect the new quay to be open in 2026.", "The new quay will be open in 2026."),
    Rewording(
      "fr",
      "Le port propose l'outil aux enquêteurs de la Gendarmerie pour les essais. La mairie finance. Le quai ouvre. Le maire et la Police suivent.",
      "Le port propose l'outil aux enquêteurs de la Gendarmerie et de la Police pour les essais. La mairie finance. Le quai ouvre. Le maire et la Police suivent."
    ),
    Rewording(
      "fr", "La règle vaut uniquement pour les vêtements vendus au marché.",
      "La règle vaut pour les vêtements vendus au marché."),
    Rewording(
      "en", "The grant pays for solar panels on federal buildings in the valley.",
      "The grant pays for solar panels on buildings in the valley."),
  ]

  @Test(arguments: kept) func whatStayedInItsPlaceCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func whatChangedPlacesIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
