import Scoring
import Testing

/// An amount may be told with fewer digits where its wording says so.
@Suite struct RoundedAmountsTests {
  static let kept = [
    Rewording("en", "The guild spent $628 million on locks.", "The guild spent around $630 million on locks."),
    Rewording("en", "The guild spent nearly $181 million.", "The guild spent about $180 million."),
    Rewording("en", "The race had 126 rowers.", "The race had around 125 rowers."),
    Rewording("en", "The archive has 128,000 charts.", "The archive has more than 120,000 charts."),
    Rewording("fr", "Le club compte 63 rameurs.", "Le club compte une soixantaine de rameurs."),
    Rewording("fr", "La traversée coûte 9,80 €.", "La traversée coûte une dizaine d'euros."),
    Rewording("fr", "La traversée coûte 12,30 €.", "La traversée coûte 12,30 €, soit une douzaine d'euros."),
    Rewording("fr", "Le dragage coûte 48 700 €.", "Le coût du dragage frôle les 50 000 €."),
  ]

  @Test(arguments: kept) func whatIsAnnouncedIsKept(_ rewording: Rewording) { rewording.expectKept() }

  static let refused = [
    Rewording("en", "The guild spent $628 million on locks.", "The guild spent $630 million on locks."),
    Rewording("en", "The race had around 120 rowers.", "The race had around 125 rowers."),
    Rewording("en", "The race had 131 rowers.", "The race had around 125 rowers."),
    Rewording("en", "The archive has 178,000 charts.", "The archive has more than 120,000 charts."),
    Rewording("en", "The archive has 118,000 charts.", "The archive has more than 120,000 charts."),
    Rewording("fr", "Le club compte 63 rameurs.", "Le club compte une cinquantaine de rameurs."),
    Rewording("fr", "La traversée coûte 9,80 €.", "La traversée coûte une vingtaine d'euros."),
  ]

  @Test(arguments: refused) func anotherAmountIsRefused(_ rewording: Rewording) { rewording.expectRefused() }
}
