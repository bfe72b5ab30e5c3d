import Scoring
import Testing

/// Words that tell one deal from either side say the same where the parties change sides with them, and else the opposite.
@Suite struct DealsTests {
  static let kept = [
    Rewording(
      "en", "The saw mill, which the port bought in 2019, cuts oak for the boatyards.",
      "Sold to the port in 2019, the saw mill cuts oak for the boatyards."),
    Rewording(
      "en", "The saw mill cuts oak. It has 12 workers. The Lindgren family acquired it in 2019.",
      "Acquired by the Lindgren family in 2019, the saw mill has 12 workers and cuts oak."),
    Rewording(
      "fr", "La scierie, que le port a rachetée en 2019, débite du chêne pour les chantiers.",
      "Cédée au port en 2019, la scierie débite du chêne pour les chantiers."),
    Rewording(
      "fr", "Le port a acquis la scierie en 2019 auprès de la famille Lindgren.",
      "La famille Lindgren a vendu la scierie au port en 2019."),
  ]
  static let changed = [
    Rewording(
      "en", "The saw mill, which the port bought in 2019, cuts oak for the boatyards.",
      "Sold by the port in 2019, the saw mill cuts oak for the boatyards."),
    Rewording(
      "en", "The saw mill cuts oak. It has 12 workers. The Lindgren family acquired it in 2019.",
      "Sold by the Lindgren family in 2019, the saw mill has 12 workers and cuts oak."),
    Rewording(
      "fr", "Rachetée en 2019 par le port, la scierie débite du chêne pour les chantiers.",
      "Cédée en 2019 par le port, la scierie débite du chêne pour les chantiers."),
    Rewording(
      "fr", "La scierie, que le port a rachetée en 2019, débite du chêne pour les chantiers.",
      "Vendue en 2019 par le port, la scierie débite du chêne pour les chantiers."),
  ]

  @Test(arguments: kept) func dealToldFromTheOtherSideIsNoFinding(pair: Rewording) { pair.expectKept(least: 990) }

  @Test(arguments: changed) func dealOfTheSamePartyTurnedRoundIsRefused(pair: Rewording) { pair.expectRefused() }
}
