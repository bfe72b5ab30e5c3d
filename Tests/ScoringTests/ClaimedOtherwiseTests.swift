import Scoring
import Testing

/// Who does what to whom, what brings about what, what is left out and what is put in, told in other words.
@Suite struct ClaimedOtherwiseTests {
  typealias Pair = RestatementTests.Pair

  static let kept = [
    Pair("en", "The tenants pay rent to the parish.", "Rent is paid to the parish by the tenants."),
    Pair("en", "The code produced by a compiler is often long.", "The code that a compiler produces is often long."),
    Pair("en", "A study funded by the port counts the lorries.", "Funded by the port, a study counts the lorries."),
    Pair("fr", "Le plan prévoit trois mesures de soutien.", "Voilà les trois mesures de soutien que prévoit le plan."),
    Pair("fr", "La crue résulte surtout d'un barrage ancien.", "Un barrage ancien a surtout provoqué la crue."),
    Pair("en", "Because the pier was rotten, the ferry stopped.", "The ferry stopped because the pier was rotten."),
    Pair("fr", "Cette aide permet aux jardins de durer.", "Grâce à cette aide, les jardins durent."),
    Pair(
      "en", "The bridge opened in spring. The railings of the bridge do not meet the norm. Walkers like it.",
      "The bridge, whose railings do not meet the norm, opened in spring. Walkers like it."),
    Pair(
      "en", "The bridge opened in spring. Let us take a closer look at it. Walkers like the view.",
      "The bridge opened in spring. Walkers like the view."),
    Pair("en", "Most tenants will stay next winter.", "Next winter, the bulk of the tenants will stay."),
    Pair(
      "fr", "Le port émet plus de soufre que la gare et le dépôt.",
      "La gare et le dépôt émettent moins de soufre que le port."),
  ]

  static let changed = [
    Pair("en", "They pay rent to the parish each spring.", "Each spring, the parish pays them rent."),
    Pair("en", "The auditor reviews our accounts in spring.", "We review the auditor's accounts in spring."),
    Pair(
      "en", "Marlow Bank became a sponsor of Heron Theatre to please its staff.",
      "To please its staff, Heron Theatre had become a sponsor of Marlow Bank."),
    Pair(
      "fr", "L'équipe de la mairie contacte en direct plusieurs commerces.",
      "Plusieurs commerces contactent directement l'équipe de la mairie."),
    Pair(
      "fr", "La crue résulte manifestement d'un barrage ancien de la vallée.",
      "La crue a manifestement provoqué un barrage ancien de la vallée."),
    Pair(
      "fr", "Cette hausse trouve son origine dans la pénurie de logements.",
      "Il en résulte une pénurie de logements."),
    Pair(
      "en", "The pier rotted because the ferry line had closed.",
      "The ferry line had closed because the pier rotted."),
    Pair(
      "en",
      "The bridge and its railings opened. The railings of the bridge do not reach the height that cities demand. It is busy.",
      "The bridge and its railings opened. It is busy."),
    Pair(
      "en", "Farmers that have mapped all their hidden drains may apply for the grant.",
      "Farmers may apply for the grant."),
    Pair(
      "en", "Shared workshops save space in the old town.",
      "Shared workshops save space in the old town. One carpenter, for instance, gave up his cellar and moved his firm."
    ),
    Pair(
      "en", "Most tenants of the tower who pay by card will see no change.",
      "Tenants of the tower who pay by card will see no change."),
    Pair("fr", "Le lycée accueille les élèves, filles comme garçons.", "Le lycée accueille les élèves, filles."),
    Pair(
      "fr", "Le port émet plus de soufre que la gare et le dépôt.",
      "Les rejets de soufre du port sont inférieurs à ceux de la gare et du dépôt."),
    Pair("en", "The Tarn Institute projected a mild winter.", "One blog projected a mild winter."),
  ]

  @Test(arguments: kept) func whatIsOnlyToldOtherwiseCostsNothing(pair: Pair) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func whatIsAnotherStatementIsRefused(pair: Pair) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
