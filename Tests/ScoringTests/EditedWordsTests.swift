import Scoring
import Testing

/// What stands at one place of a sentence that stayed around it: units without a number, versions, ends of alternatives, the
/// caution before an amount, the part of a page that a link leads to.
@Suite struct EditedWordsTests {
  static let refused = [
    // Units that something is counted or paid by.
    Rewording("en", "Rowers pay a toll for every mile upstream.", "Rowers pay a toll for every yard upstream."),
    Rewording("en", "Gravel is bought by the tonne at the quay.", "Gravel is bought by the kilo at the quay."),
    Rewording("en", "The ferry burns oil worth €3 a mile.", "The ferry burns oil worth €3 a kilometre."),
    Rewording("fr", "Une prime va aux bateliers par litre livré.", "Une prime va aux bateliers par hectolitre livré."),
    Rewording("fr", "Le gravier s'achète à la tonne sur le quai.", "Le gravier s'achète au kilo sur le quai."),
    Rewording("fr", "Le gravier coûte 40 € la tonne sur le quai.", "Le gravier coûte 40 € le kilo sur le quai."),
    Rewording("es", "La grava se vende por tonelada en el muelle.", "La grava se vende por kilo en el muelle."),
    // Versions in one word.
    Rewording("en", "**Quay.js v18+**: used by most rowers.", "**Quay.js v20+**: used by most rowers."),
    Rewording("en", "The pilots run `v3.1` of the chart reader.", "The pilots run `v3.4` of the chart reader."),
    Rewording("fr", "Les pilotes ont adopté la v7 du lecteur.", "Les pilotes ont adopté la v9 du lecteur."),
    // Ends of alternatives and ranges, also where the new end is a sum or stands elsewhere.
    Rewording("en", "The crew needs 3 or 4 oars.", "The crew needs 3 or 7 oars."),
    Rewording(
      "en", "The crew needs four or five oars. It has nine boats.",
      "The crew needs four or nine oars. It has nine boats."),
    Rewording("en", "The lock rises 20 or 30 metres.", "The lock rises 20 or 50 metres."),
    Rewording("fr", "Il faut 3 ou 4 rames.", "Il faut 3 ou 7 rames."),
    Rewording(
      "fr", "Il faut quatre ou cinq rames. Le club a neuf barques.",
      "Il faut quatre ou neuf rames. Le club a neuf barques."),
    Rewording("fr", "L'écluse monte de 20 ou 30 mètres.", "L'écluse monte de 20 ou 50 mètres."),
    // Estimates told as amounts.
    Rewording("en", "The dredging is estimated at 7 million euros.", "The dredging costs 7 million euros."),
    Rewording("en", "The wreck is believed to be 200 years old.", "The wreck is 200 years old."),
    Rewording("en", "The water can rise to 6 metres.", "The water reaches 6 metres."),
    Rewording("fr", "Le dragage est estimé à 7 millions d'euros.", "Le dragage est de 7 millions d'euros."),
    Rewording("fr", "Une dette évaluée à 900 euros pèse sur le club.", "Une dette de 900 euros pèse sur le club."),
    Rewording("fr", "Le niveau peut grimper jusqu'à 6 mètres.", "Le niveau atteint 6 mètres."),
    // Other parts of a page.
    Rewording(
      "en", "See [the tolls](https://port.example.org/rules#tolls).",
      "See [the tolls](https://port.example.org/rules#fines)."),
    Rewording(
      "en", "[Locks](https://port.example.org/a#locks) and [weirs](https://port.example.org/a#weirs) are shown.",
      "[Locks](https://port.example.org/a#weirs) and [weirs](https://port.example.org/a#locks) are shown."),
    Rewording(
      "fr", "Voir <https://port.example.org/regles#peages>.", "Voir <https://port.example.org/regles#amendes>."),
    Rewording(
      "fr", "Lisez [le règlement](https://port.example.org/r#p%C3%A9ages).",
      "Lisez [le règlement](https://port.example.org/r#p%C3%A9nalit%C3%A9s)."),
  ]

  @Test(arguments: refused) func anEditIsRefused(_ rewording: Rewording) { rewording.expectRefused() }

  static let kept = [
    Rewording("en", "Rowers pay a toll for every mile upstream.", "For each mile upstream, rowers pay a toll."),
    Rewording("en", "Gravel is bought by the tonne at the quay.", "Gravel is bought per tonne at the quay."),
    Rewording("en", "Every day the keeper walks the bank.", "Every morning the keeper walks the bank."),
    Rewording(
      "fr", "Une prime va aux bateliers par litre livré.", "Une prime va aux bateliers pour chaque litre livré."),
    Rewording("fr", "Le gravier s'achète à la tonne sur le quai.", "Sur le quai, le gravier s'achète à la tonne."),
    Rewording("fr", "Le gravier coûte 40 € la tonne sur le quai.", "Le gravier coûte 40 € par tonne sur le quai."),
    Rewording("en", "**Quay.js v18+**: used by most rowers.", "**Quay.js 18+**: used by most rowers."),
    Rewording("en", "The pilots run v3.1 of the chart reader.", "The pilots run version 3.1 of the chart reader."),
    Rewording("fr", "Les pilotes ont adopté la v7 du lecteur.", "Les pilotes ont adopté le lecteur."),
    Rewording("fr", "Les pilotes ont adopté le lecteur.", "Les pilotes ont adopté la v7 du lecteur."),
    Rewording("en", "The crew needs 3 or 4 oars.", "The crew needs three or four oars."),
    Rewording("fr", "Il faut 3 ou 4 rames.", "Il faut 3 à 4 rames."),
    Rewording(
      "en", "The dredging is estimated at 7 million euros.", "The dredging will cost an estimated 7 million euros."),
    Rewording("en", "The water can rise to 6 metres.", "The water can go up to 6 metres."),
    Rewording("fr", "Le dragage est estimé à 7 millions d'euros.", "On évalue le dragage à 7 millions d'euros."),
    Rewording(
      "fr", "Une dette évaluée à 900 euros pèse sur le club.", "Une dette estimée à 900 euros pèse sur le club."),
    Rewording(
      "en", "See [the tolls](https://port.example.org/rules#tolls).", "See [the tolls](https://port.example.org/rules)."
    ),
    Rewording(
      "en", "See [the tolls](https://port.example.org/rules).", "See [the tolls](https://port.example.org/rules#tolls)."
    ),
    Rewording(
      "en", "[Locks](https://port.example.org/a#locks) and [weirs](https://port.example.org/a#weirs) are shown.",
      "[Weirs](https://port.example.org/a#weirs) and [locks](https://port.example.org/a#locks) are shown."),
    Rewording(
      "fr", "Lisez [le règlement](https://port.example.org/r#p%C3%A9ages).",
      "Lisez [les règles du port](https://port.example.org/r#péages)."),
  ]

  @Test(arguments: kept) func anotherWordingIsKept(_ rewording: Rewording) { rewording.expectKept() }

  @Test func aMarkOfTheSameYearNamesAnotherSource() {
    let cited = { (source: String) in
      Rewording("fr", "La crue a duré (source : Vigicrues, 2020).", "La crue a duré (source : \(source), 2020).")
    }
    cited("Office des eaux").expectRefused()
    cited("vigicrues").expectKept()
  }

  @Test func anotherPartOfASourcesPageIsAlteredAndALeftOutOneIsNot() {
    let article = { (page: String) in
      "# Locks\n\nThe lock is old.\n\n## Sources\n\n1. **Port guide**\n   - URL: https://port.example.org/guide\(page)\n"
    }
    #expect(Judging.scorecard(article("#weirs"), against: article("#locks")).integrity < Tenths(950))
    #expect(Judging.scorecard(article(""), against: article("#locks")).integrity == Tenths(1000))
    #expect(Judging.scorecard(article("#locks"), against: article("")).integrity == Tenths(1000))
  }
}
