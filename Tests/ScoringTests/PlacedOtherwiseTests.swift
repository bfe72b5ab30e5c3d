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
    Rewording(
      "fr", "Un triporteur y livre en moyenne 11 colis par heure, contre 7 pour un fourgon.",
      "Un fourgon livre en moyenne sept colis par heure. Un triporteur, lui, en livre onze."),
    Rewording("fr", "Le pont (S1 et S2 2020) : pose des rails.", "En 2020, S1 et S2, on pose les rails du pont."),
    Rewording(
      "en", "The port joined the scheme as part of the 2011 and 2013 Tarn Bridge Action Plans.",
      "As part of its Tarn Bridge Action Plans of 2011 and 2013, the port joined the scheme."),
    Rewording("en", "The gate closed at 15:34 on Monday.", "The gate closed on Monday, at 3:34 p.m."),
    Rewording("en", "The gate is open from 9 am to 5:30 pm.", "The gate is open from 9:00 to 17:30."),
    Rewording("fr", "La vanne ferme à 15 h 34 le lundi.", "Le lundi, la vanne ferme à 15:34."),
    Rewording("fr", "La vanne ferme à 21 h.", "La vanne ferme à 9 heures du soir."),
    Rewording("es", "La puerta cierra a las 15:30.", "La puerta cierra a las 3:30 de la tarde."),
    Rewording(
      "en", "The harbour model is built at a scale of 1:20.", "At a scale of 1:20, a model of the harbour is built."),
    Rewording("fr", "La maquette du quai est à l'échelle 1:25.", "Le quai a une maquette à l'échelle 1:25."),
    Rewording("en", "The pump runs version 1.5.2 of the firmware.", "On the pump, the firmware is v1.5.2."),
    Rewording(
      "fr", "Consultez leurs \"listes de votes\" avant la réunion.",
      "Avant la réunion, consultez la \"liste de votes\" de chacun."),
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
    Rewording("en", "The gate closed at 15:34 on Monday.", "The gate closed on Monday, at 3:34 a.m."),
    Rewording("en", "The gate closed at 3:34 p.m. on Monday.", "The gate closed on Monday, at 15:43."),
    Rewording("fr", "La pose dure 2 h 30.", "La pose dure 2 h 20."),
    Rewording("en", "The gate closed at 15:34 on Monday.", "The gate closed at 15:54 on Monday."),
    Rewording("en", "The harbour model is built at a scale of 1:20.", "The harbour model is built at a scale of 1:25."),
    Rewording("en", "The harbour model is built at a scale of 1:20.", "The harbour model is built at a scale of 2:20."),
    Rewording("en", "The screen on the quay is 16:10.", "The screen on the quay is 15:10."),
    Rewording("fr", "La maquette du quai est à l'échelle 1:25.", "La maquette du quai est à l'échelle 1:24."),
    Rewording("fr", "La maquette du quai est à l'échelle 1:25.", "La maquette du quai est réduite de 1 h 25."),
    Rewording("en", "The pump runs version 1.5.2 of the firmware.", "The pump runs version 1.5.3 of the firmware."),
    Rewording(
      "en", "The leak CVE-2024-1234 was closed under ISO 27001.", "The leak CVE-2024-1243 was closed under ISO 27001."),
    Rewording("fr", "La fin du chantier est prévue au S2 2020.", "La fin du chantier est prévue au S1 2020."),
    Rewording(
      "en", "The port will switch to 64-day passes with a 10-day renewal period.",
      "The port will switch to 10-day passes, and the renewal period becomes 64 days."),
    Rewording(
      "en",
      "- the blue ferry - launched in May, boarded 7181 times\n- the red ferry - launched in May, boarded 1243 times",
      "One was the blue ferry, which had been boarded 1243 times. The other was the red ferry, boarded 7181 times."),
    Rewording(
      "en", "With more than 15 million crossings a month and 3 million tickets a week, the port is busy.",
      "The port is busy: people make more than 15 million crossings a week, and buy 3 million tickets a month."),
    Rewording(
      "en", "More than twice as many boats came in May.", "Almost twice as many boats came in May."),
    Rewording(
      "fr", "Odile Marsac, adjointe aux quais, et Karim Belleval, adjoint aux écluses, suivent le projet.",
      "Le projet est suivi par Karim Belleval, adjoint aux quais, et Odile Marsac, adjointe aux écluses."),
    Rewording(
      "fr", "Le réseau couvre la plaine d'Orvault et le Limou.",
      "Le réseau couvre la plaine d'Orvault, le Limou et le Varn."),
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
