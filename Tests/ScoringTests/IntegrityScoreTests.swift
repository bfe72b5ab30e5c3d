import Scoring
import Testing

@Suite struct IntegrityScoreTests {
  static let french = """
    ---
    title: "Le vélo en ville"
    lang: fr
    ---

    # Le vélo en ville

    En 2024, 13 % des trajets se font à vélo (Source : Observatoire des mobilités). La part était de 8,5 % en 2019.

    « Les pistes ont tout changé pour nos clients », explique Hélène Marchand, libraire. Le budget atteint 1,2 million d'euros.

    ## Ce qui reste à faire

    Plus de 300 commerces ont répondu à l'enquête. Les ventes ont augmenté de 4 % dans les rues apaisées (Source : Chambre des commerces).

    ## Sources et références

    1. **Observatoire des mobilités** - Étude
       - Date : 24/06/2025
       - URL : https://observatoire-mobilites.org/etudes/velo-2025
       - Fiabilité : 8/10

    2. **Chambre des commerces** - Enquête
       - Date : 02/03/2024
       - URL : https://chambre-commerces.org/enquete
       - Fiabilité : 7/10
    """

  static let english = """
    # Cycling in town

    In 2024, 13% of trips were made by bike (Source: Mobility Observatory). The share was 8.5% in 2019.

    “The lanes have changed everything for our customers,” explains Helen Marsh, a bookseller. The budget is €1.2 million.

    More than 300 shops answered the survey. Sales rose by 4% in the calmed streets (Source: Chamber of Commerce).

    ## Sources

    1. **Mobility Observatory** - Study
       - Date: 24 June 2025
       - URL: https://mobility-observatory.org/studies/bike-2025
       - Reliability: 8/10

    2. **Chamber of Commerce** - Survey
       - Date: 2 March 2024
       - URL: https://commerce-chamber.org/survey
       - Reliability: 7/10
    """

  @Test(arguments: [french, english])
  func anArticleAgainstItselfHasEveryPoint(_ text: String) {
    let card = Judging.scorecard(text, against: text)
    #expect(card.integrity == .full)
    #expect(card.findings.filter { $0.severity != .note }.map(\.message) == [])
  }

  @Test(arguments: [french, english])
  func aSourcedArticlePassesAlone(_ text: String) {
    let card = Judging.scorecard(text)
    #expect(card.integrity >= Tenths(950), "\(card.findings.map(\.message))")
  }

  /// Each pair replaces words of the article; none changes what it says.
  static let harmless: [(String, String, String)] = [
    (french, "13 %", "13%"), (french, "13 %", "13\u{202F}%"), (french, "13 %", "treize pour cent"),
    (french, "1,2 million d'euros", "1 200 000 €"), (french, "1,2 million d'euros", "1,2 M€"),
    (french, "8,5 %", "8,50 %"), (french, "Plus de 300", "Au-delà de 300"),
    (french, "24/06/2025", "24 juin 2025"),
    (
      french, "https://observatoire-mobilites.org/etudes/velo-2025",
      "http://www.observatoire-mobilites.org/etudes/velo-2025/"
    ),
    (french, "« Les pistes ont tout changé pour nos clients »", "\"Les pistes ont tout changé pour nos clients\""),
    (french, "(Source : Observatoire des mobilités)", "[Source : Observatoire des mobilités]"),
    (
      french, "En 2024, 13 % des trajets se font à vélo",
      "Saviez-vous qu'en 2024, 13 % des trajets se font à vélo ? C'est le cas"
    ),
    (french, "La part était de 8,5 % en 2019.", "La part était de 8,5 % en 2019. Étonnant, non ?"),
    (french, "# Le vélo en ville", "# Pédaler en ville : où en sommes-nous ?"),
    (english, "13%", "13 %"), (english, "13%", "thirteen percent"), (english, "€1.2 million", "1,200,000 euros"),
    (english, "€1.2 million", "€1.2m"), (english, "More than 300", "Over 300"), (english, "24 June 2025", "2025-06-24"),
    (
      english, "“The lanes have changed everything for our customers,”",
      "\"The lanes have changed everything for our customers,\""
    ),
    (
      english, "In 2024, 13% of trips were made by bike",
      "Did you know that in 2024, 13% of trips were made by bike? They were"
    ),
    (english, "The share was 8.5% in 2019.", "By the way, the share was **8.5%** in 2019."),
  ]

  @Test(arguments: harmless.indices)
  func harmlessEditKeepsEveryPoint(_ index: Int) throws {
    let (article, before, after) = Self.harmless[index]
    let edited = try edit(article, before, after)
    let card = Judging.scorecard(edited, against: article)
    #expect(
      card.integrity == .full, "\(before) → \(after): \(card.findings.filter { $0.severity != .note }.map(\.message))")
  }

  /// Each pair changes what the article says.
  static let harmful: [(String, String, String)] = [
    (french, "13 %", "31 %"), (french, "13 %", "13 points"), (french, "8,5 %", "85 %"),
    (french, "1,2 million", "12 millions"),
    (french, "1,2 million d'euros", "1,2 million de dollars"), (french, "en 2019", "en 2018"),
    (french, "Plus de 300", "Moins de 300"),
    (french, "ont augmenté", "ont diminué"), (french, "ont augmenté de 4 %", "n'ont pas augmenté de 4 %"),
    (french, "ont tout changé", "ont transformé"), (french, "Hélène Marchand", "Paul Girard"),
    (french, "(Source : Chambre des commerces)", "(Source : Observatoire des mobilités)"),
    (french, " (Source : Chambre des commerces)", ""),
    (french, "https://chambre-commerces.org/enquete", "https://chambre-commerces.org/autre"),
    (french, "02/03/2024", "02/03/2023"),
    (french, "Fiabilité : 7/10", "Fiabilité : 9/10"), (french, "La part était de 8,5 % en 2019.", ""),
    (french, "Plus de 300 commerces", "Plus de 300 commerces, dont 45 librairies,"),
    (french, "1. **Observatoire", "[Les mêmes sources que dans l'article original]\n\n1. **Observatoire"),
    (english, "13%", "31%"), (english, "8.5%", "9.5%"), (english, "€1.2 million", "€1.2 billion"),
    (english, "€1.2 million", "$1.2 million"),
    (english, "in 2019", "in 2009"), (english, "More than 300", "Fewer than 300"), (english, "rose by", "fell by"),
    (english, "have changed everything", "have transformed everything"), (english, "Helen Marsh", "Peter Hall"),
    (english, "(Source: Chamber of Commerce)", "(Source: Mobility Observatory)"),
    (english, " (Source: Mobility Observatory)", ""),
    (english, "https://commerce-chamber.org/survey", "https://commerce-chamber.org/poll"),
    (english, "The share was 8.5% in 2019.", ""), (english, "Sales rose by 4%", "Sales rose by 4%, and rents by 11%,"),
  ]

  @Test(arguments: harmful.indices)
  func harmfulEditIsBelowTheGateAndPointsAtBothPlaces(_ index: Int) throws {
    let (article, before, after) = Self.harmful[index]
    let edited = try edit(article, before, after)
    let card = Judging.scorecard(edited, against: article)
    #expect(card.integrity < Tenths(950), "\(before) → \(after): \(card.integrity) \(card.findings.map(\.message))")
    #expect(card.findings.contains { $0.points > .zero && ($0.candidate != nil || $0.baseline != nil) })
  }

  @Test(arguments: harmful.indices)
  func pointsOfFindingsAndScoreAddUp(_ index: Int) throws {
    let (article, before, after) = Self.harmful[index]
    let card = Judging.scorecard(try edit(article, before, after), against: article)
    #expect(card.findings.reduce(card.integrity) { $0 + $1.points } == .full)
    let alone = Judging.scorecard(try edit(article, before, after))
    #expect(alone.findings.reduce(alone.integrity) { $0 + $1.points } == .full)
  }

  @Test func figuresThatChangedPlacesAreTwoAlteredFacts() throws {
    let baseline = "La part du vélo est de 13 % et celle du tramway de 40 %."
    let card = Judging.scorecard("La part du vélo est de 40 % et celle du tramway de 13 %.", against: baseline)
    #expect(card.findings.filter { $0.rule == "figure-altered" }.count == 2)
  }

  @Test func placeholderSourcesTakeEveryPointWithAndWithoutABaseline() throws {
    let start = try #require(Self.french.range(of: "1. **Observatoire"))
    let placeholder =
      Self.french[..<start.lowerBound]
      + "[Les mêmes sources que dans l'article original, présentées exactement de la même façon]"
    for baseline in [nil, Self.french] {
      let card = Judging.scorecard(String(placeholder), against: baseline)
      #expect(card.integrity == .zero)
      #expect(card.findings.contains { $0.rule == "sources-placeholder" && $0.candidate != nil })
    }
  }

  @Test func aSecondHarmfulEditNeverRaisesTheScore() throws {
    for first in Self.harmful where first.0 == Self.french {
      let once = try edit(first.0, first.1, first.2)
      let score = Judging.scorecard(once, against: first.0).integrity
      for second in Self.harmful where second.0 == Self.french && once.contains(second.1) {
        let twice = try edit(once, second.1, second.2)
        guard twice != Self.french else { continue }
        #expect(Judging.scorecard(twice, against: first.0).integrity <= score, "\(first.2) and \(second.2)")
      }
    }
  }

  private func edit(_ text: String, _ before: String, _ after: String) throws -> String {
    let range = try #require(text.range(of: before), "\(before)")
    return text.replacingCharacters(in: range, with: after)
  }
}

extension String {
  /// The first place of `part`.
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
