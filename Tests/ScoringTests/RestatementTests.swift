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
    Pair(
      "fr", "Les fermes livrent 4 milliards de litres par an.",
      "Les fermes livrent quatre milliards de litres par an."),
    Pair(
      "fr", "La voiture pèse 15 % des émissions (source : Observatoire, 2021).",
      "Selon l'Observatoire, 2021, la voiture pèse 15 % des émissions."),
    Pair(
      "en",
      "We asked the team: \"What have you learned from others at work?\" Here is what they had to say, according to the Harbour Office.",
      "We asked the team: \"What have you learned from others at work?\"\n\nHere is what they had to say, according to the Harbour Office."
    ),
    Pair(
      "fr", "Les loyers ont gagné 4,2 % entre 2021 et 2023.",
      "Les loyers ont gagné 4,2 % de 2021 à 2023."),
    Pair(
      "en", "From 2015 to 2016, revenue rose by 69 percent.",
      "Between 2015 and 2016, revenue rose by 69 percent."),
    Pair(
      "fr", "Le chantier a duré 24 mois.",
      "Le chantier a duré deux ans."),
    Pair(
      "en", "The trial ran for 14 days.",
      "The trial ran for two weeks."),
    Pair(
      "en", "They received at least 1,000 visits a day.",
      "They received a minimum of 1,000 visits a day."),
    Pair(
      "fr", "La médiathèque accueillait 310 visiteurs par semaine. Elle en reçoit désormais 620.",
      "La médiathèque est passée de 310 à 620 visiteurs par semaine."),
    Pair(
      "fr", "La gare ne sera plus desservie par la ligne 3 pendant les travaux.",
      "La ligne 3 ne desservira plus la gare pendant les travaux."),
    Pair(
      "en", "In March 2023, Ashcombe Council awarded the market hall contract to Solworth Builders.",
      "It was Solworth Builders that won the market hall contract from Ashcombe Council in March 2023."),
    Pair(
      "fr", "> « Personne ne nous a consultés avant les travaux. »\n>\n> Karim Belleval, gérant du café",
      "« Personne ne nous a consultés avant les travaux », affirme Karim Belleval, gérant du café."),
    Pair(
      "en", "> We have lost half of our volunteers in two years.\n>\n> — Helen Marsac, head of the club",
      "\"We have lost half of our volunteers in two years,\" says Helen Marsac, head of the club."),
    Pair(
      "fr", "| Ligne | Voyageurs |\n|:--|--:|\n| Bus | 1 240 |\n| Tramway | 8 900 |",
      "| Ligne | Voyageurs |\n|:--|--:|\n| Tramway | 8 900 |\n| Bus | 1 240 |"),
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
    Pair(
      "fr", "Le système doit décider « en fonction de leurs priorités (…) et de leurs moyens », écrit le conseil.",
      "Le système doit décider « en de leurs priorités (…) et de leurs moyens », écrit le conseil."),
    Pair(
      "en", "The trend is confirmed by the Northern Data Institute.",
      "The trend is confirmed by the Northern Data Institute. According to a study by the Maravel Institute, it will last."
    ),
    Pair(
      "en", "The barns are full this year.",
      "The barns are full this year. The barometer of the Umbra Foundation points the same way."),
    Pair(
      "fr", "Les granges sont pleines cette année.",
      "Les granges sont pleines cette année. C'est ce que conclut un rapport du Comité Lavaur, rendu public récemment."),
    Pair(
      "fr", "Depuis le 1er octobre 2025, les marques déclarent leurs stocks.",
      "Jusqu'au 1er octobre 2025, les marques déclarent leurs stocks."),
    Pair(
      "en", "Work with federal agencies has begun.",
      "Work with state agencies has begun."),
    Pair(
      "en", "In 2013, nearly $181 million in royalties were paid.",
      "In 2013, well over $181 million in royalties were paid."),
    Pair(
      "fr", "La réforme repose sur une méthode connue de tous.",
      "La réforme ne repose plus sur une méthode connue de tous."),
    Pair(
      "fr", "| Ligne | Voyageurs |\n|:--|--:|\n| Bus | 1 240 |\n| Tramway | 8 900 |",
      "| Ligne | Voyageurs |\n|:--|--:|\n| Bus | 8 900 |\n| Tramway | 1 240 |"),
    Pair(
      "en", "The valve is reversible.",
      "The valve is irreversible."),
    Pair(
      "en", "The barns are full this year, and the harvest is in.",
      "The barns are full this year, and the harvest is in.\n\nI rewrote the text in a lighter tone and left all figures untouched."
    ),
    Pair(
      "fr", "Les granges sont pleines cette année, et la moisson est rentrée.",
      "Les granges sont pleines cette année, et la moisson est rentrée.\n\nDites-moi si ce registre vous convient, je peux ajuster le texte."
    ),
    Pair(
      "en", "See the [survey](https://survey.example/one) and the [survey](https://survey.example/two).",
      "See the [survey](https://survey.example/one) and the [survey](https://survey.example/three)."),
    Pair(
      "fr", "« Personne ne nous a consultés avant les travaux », affirme Karim Belleval, gérant du café.",
      "> « Personne ne nous a consultés avant les travaux. »\n>\n> Hélène Marsac, présidente du club"),
    Pair(
      "en", "\"We have lost half of our volunteers in two years,\" says Helen Marsac.",
      "> We have lost half of our volunteers in two years.\n> — Paul Ferris"),
  ]

  @Test(arguments: altered)
  func alterationIsRefused(pair: Pair) {
    let card = pair.scorecard
    #expect(card.integrity < Tenths(950), "\(card.integrity)")
    #expect(card.findings.contains { $0.severity == .error })
  }
}
