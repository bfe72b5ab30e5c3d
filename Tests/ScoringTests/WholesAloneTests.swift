import Scoring
import Testing

/// All there is told for a part, a part for all, and other words that bound what a sentence tells, in an article whose other
/// sentences stayed.
@Suite struct WholesAloneTests {
  static let kept = [
    Rewording("en", "The two gates of the lock are oiled in spring.", "Both gates of the lock are oiled in spring."),
    Rewording("en", "The clerks of the mill get a pass.", "All clerks of the mill get a pass."),
    Rewording("en", "All it takes is a signature on the list.", "It only takes a signature on the list."),
    Rewording(
      "en", "Licensed barges get a pass from the office.", "Barges that are licensed get a pass from the office."),
    Rewording(
      "en", "The council decides depending on the yield of the mill.",
      "The council decides in light of the yield of the mill."),
    Rewording(
      "en", "The mill is very popular with painters.", "The mill is extremely popular with painters."),
    Rewording(
      "fr", "L'appui va aux services de la halle et aux communes voisines.",
      "L'appui va aux services de la halle ainsi qu'aux communes voisines."),
    Rewording(
      "fr", "La halle a versé 300 € d'aide à la ferme.", "La halle a versé 300 € d'aide à la ferme, par virement."),
    Rewording(
      "fr", "Les saisies de la halle ont baissé (-6,3 %) en un an.",
      "Les saisies de la halle ont baissé de 6,3 % en un an."),
    Rewording(
      "fr", "Le maire a ouvert en mai une école dans la vieille halle.",
      "Le maire a ouvert une école dans la vieille halle en mai."),
  ]
  static let changed = [
    Rewording(
      "en", "Each licence must be filed in two separate mill registers.",
      "Each licence must be filed in every mill register."),
    Rewording(
      "en", "The pump is switched on by default on supported barges.",
      "The pump is switched on by default on all barges."),
    Rewording(
      "en", "This will affect all millers who have not signed the list.",
      "This will affect only new millers who have not signed the list."),
    Rewording(
      "en", "The council decides depending on the yield of the mill.",
      "The council decides regardless of the yield of the mill."),
    Rewording(
      "en", "The mill is closed in winter for technical reasons.", "The mill is closed in winter for financial reasons."
    ),
    Rewording(
      "fr", "Les plans de la halle seront remis à toute commune intéressée.",
      "Les plans de la halle seront remis aux seules villes portuaires."),
    Rewording(
      "fr", "L'appui va aux services de la halle et aux communes voisines qui creusent un puits.",
      "L'appui va aux seuls services de la halle qui creusent un puits."),
    Rewording(
      "fr", "Le comité décide en fonction des résultats de la halle.",
      "Le comité décide indépendamment des résultats de la halle."),
    Rewording("fr", "Le four de la halle reste très coûteux.", "Le four de la halle reste peu coûteux."),
    Rewording(
      "fr", "La règle oblige les maçons à verser de la chaux dans le sable lourd.",
      "La règle oblige les maçons à verser du sable lourd dans la chaux."),
    Rewording(
      "fr", "Les entrées ont évolué de +18,5 %, tandis que l'attente reculait de 3 jours.",
      "Les entrées ont évolué de -18,5 %, tandis que l'attente reculait de 3 jours."),
    Rewording(
      "fr", "Les entrées ont progressé (+9,7 %) mais les saisies ont baissé (-6,3 %).",
      "Les entrées ont progressé (+9,7 %) mais les saisies ont baissé (+6,3 %)."),
    Rewording(
      "en", "Whoever moors a barge without a pass must pay a fine of $500 to the town.",
      "Whoever moors a barge without a pass must pay a fine of $500 per barge to the town."),
  ]

  @Test(arguments: kept) func whatSaysTheSameIsNoFinding(pair: Rewording) { pair.expectKept(least: 990) }

  @Test(arguments: changed) func whatBoundsItOtherwiseIsRefused(pair: Rewording) { pair.expectRefused() }
}
