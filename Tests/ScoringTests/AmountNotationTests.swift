import Scoring
import Testing

/// One amount or date in the notations that a language has for it; each may be written as any other of its row.
@Suite struct AmountNotationTests {
  struct Row: Sendable, CustomStringConvertible {
    let language: String
    /// The sentence, with `#` where the amount stands.
    let sentence: String
    let notations: [String]
    /// What says something else, whatever the notation was.
    let others: [String]

    init(_ language: String, _ sentence: String, _ notations: [String], not others: [String]) {
      self.language = language
      self.sentence = sentence
      self.notations = notations
      self.others = others
    }

    var description: String { sentence }
  }

  static let rows = [
    Row(
      "en", "The mill cost #.", ["€3.5 million", "EUR 3.5 million", "3.5 million euros"],
      not: ["USD 3.5 million", "EUR 3.5 billion"]),
    Row("fr", "Le moulin a coûté #.", ["CHF 12 000", "12 000 francs suisses", "12 000 CHF"], not: ["EUR 12 000"]),
    Row(
      "en", "The rate rose by #.",
      ["0.5 percentage points", "half a percentage point", "0.5 points", "50 basis points"],
      not: ["0.5%", "a quarter of a percentage point", "half"]),
    Row(
      "fr", "Le taux gagne #.", ["0,5 point", "un demi-point", "0,5 point de pourcentage", "50 points de base"],
      not: ["0,5 %", "un quart de point"]),
    Row("en", "The tax is #.", ["0.25%", "a quarter of a percent"], not: ["half a percent", "a quarter"]),
    Row(
      "en", "The trial ran for #.", ["18 months", "a year and a half", "one and a half years", "1.5 years"],
      not: ["a year", "two years and a half"]),
    Row("fr", "L'essai a duré #.", ["30 mois", "deux ans et demi", "2,5 ans"], not: ["deux ans", "un an et demi"]),
    Row("en", "The crate weighs #.", ["500 g", "half a kilo", "half a kilogram", "0.5 kg"], not: ["half a tonne"]),
    Row(
      "fr", "La cuve contient #.", ["500 ml", "un demi-litre", "0,5 litre"], not: ["un quart de litre", "la moitié"]),
    Row("en", "The road is # long.", ["0.5 miles", "half a mile"], not: ["a quarter of a mile"]),
    Row(
      "en", "The night air fell to #.", ["-5 °C", "minus 5 °C", "minus five degrees Celsius", "5 °C below zero"],
      not: ["5 °C", "five degrees Celsius", "minus 15 °C"]),
    Row(
      "fr", "L'air est tombé à #.", ["-5 °C", "moins 5 °C", "moins cinq degrés", "5 °C sous zéro"],
      not: ["5 °C", "cinq degrés"]),
    Row(
      "fr", "Le billet coûte #.", ["12,50 €", "12 euros 50", "douze euros cinquante", "12 € 50"],
      not: ["12 euros", "12 euros 80"]),
    Row("en", "The mill opens at # daily.", ["12 p.m.", "noon", "midday", "12:00"], not: ["midnight", "1 p.m."]),
    Row("en", "The mill opens at # daily.", ["9 a.m.", "9 o'clock in the morning", "09:00"], not: ["9 p.m."]),
    Row("fr", "Le moulin ferme à # en été.", ["12 h 30", "midi et demi", "12:30"], not: ["midi", "minuit et demi"]),
    Row("fr", "Le moulin ferme à # en été.", ["18 h 30", "dix-huit heures trente"], not: ["dix-huit heures quinze"]),
    Row(
      "en", "It opened in #.", ["the first quarter of 2021", "Q1 2021", "the first three months of 2021"],
      not: ["the second quarter of 2021"]
    ),
    Row(
      "fr", "Il a ouvert #.", ["au premier semestre 2021", "au cours des six premiers mois de 2021"],
      not: ["au premier trimestre 2021", "au cours des trois premiers mois de 2021"]),
    Row("fr", "Il date des #.", ["années 1990", "années 90", "années quatre-vingt-dix"], not: ["années 1980"]),
    Row(
      "fr", "La foire a lieu #.", ["du 3 au 7 mai 2021", "entre le 3 et le 7 mai 2021"],
      not: ["entre le 3 et le 17 mai 2021"]),
    Row(
      "en", "It needs # signatures.", ["at least 50", "a minimum of 50", "no fewer than 50"], not: ["a maximum of 50"]),
    Row(
      "fr", "Il faut #.", ["au moins 50 voix", "un minimum de 50 voix", "50 voix minimum"],
      not: ["50 voix maximum", "un maximum de 50 voix"]),
    Row(
      "en", "She was born on #.", ["Saturday, 3 March 1990", "3 March 1990", "March 3, 1990"], not: ["3 April 1990"]),
  ]

  @Test(arguments: rows) func anyNotationMayBecomeAnyOther(_ row: Row) {
    for before in row.notations {
      for after in row.notations {
        let card = Self.card(row, before, after)
        #expect(card.integrity == .full, "\(before) => \(after): \(card.findings.map(\.message))")
      }
    }
  }

  @Test(arguments: rows) func anotherAmountIsRefused(_ row: Row) {
    for before in row.notations {
      for after in row.others {
        #expect(Self.card(row, before, after).integrity.value < 950, "\(before) => \(after)")
      }
    }
  }

  private static func card(_ row: Row, _ before: String, _ after: String) -> Scorecard {
    let article = { (amount: String) in
      let (before, after) =
        row.language == "fr"
        ? ("Le vieux moulin est bâti sur la rive. Le meunier y vit avec sa famille.", "La roue tourne depuis toujours.")
        : ("The old mill stands on the bank. The miller lives there with his family.", "Its wheel has always turned.")
      return """
        ---
        lang: \(row.language)
        ---

        # T

        \(before) \(row.sentence.replacing("#", with: amount)) \(after)
        """
    }
    return Judging.scorecard(article(after), against: article(before))
  }
}
