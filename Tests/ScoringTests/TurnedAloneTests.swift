import Scoring
import Testing

/// One word of a sentence that says the opposite, or something else, in an article whose other sentences stayed.
@Suite struct TurnedAloneTests {
  static let kept = [
    Rewording(
      "en", "Most keepers do not pay a toll, but visitors pay $3.",
      "Visitors pay $3, but most keepers do not pay a toll."),
    Rewording(
      "fr", "La ville paie un nouveau toit, 40 rames et une rampe.",
      "C'est un nouveau toit, 40 rames et une rampe que paie la ville."),
    Rewording(
      "fr", "Un nouveau toit, 40 rames et une rampe : voilà ce que paie la ville.",
      "La ville paie un nouveau toit, 40 rames et une rampe."),
    Rewording(
      "en", "In all, the canal towns have signed the charter of the lock keepers.",
      "In total, the canal towns have signed the charter of the lock keepers."),
    Rewording("en", "About a third of the keepers came by boat.", "Some one third of the keepers came by boat."),
    Rewording(
      "en", "The keepers were able to grease the gates before the flood.",
      "The keepers managed to grease the gates before the flood."),
    Rewording(
      "fr", "La passerelle doit faciliter l'accès des bateliers au marché.",
      "La passerelle doit lever ce qui entrave l'accès des bateliers au marché."),
    Rewording(
      "fr", "La passerelle doit renforcer la confiance des bateliers dans le port.",
      "La passerelle doit conforter la confiance des bateliers dans le port."),
    Rewording(
      "fr", "Les agents publics du port ont appris à graisser les vannes.",
      "Les fonctionnaires du port ont appris à graisser les vannes."),
    Rewording(
      "fr", "Le nombre de bateliers du port tient sur une ardoise.",
      "Sur une ardoise tient le nombre de bateliers du port."),
  ]
  static let changed = [
    Rewording(
      "en", "Most keepers do not pay a toll, but most visitors pay it.",
      "Most visitors do not pay a toll, but most keepers pay it."),
    Rewording(
      "en", "The mayor fears the keeper, but the keeper fears the flood.",
      "The keeper fears the mayor, but the flood fears the keeper."),
    Rewording("fr", "Le maire a battu le gardien.", "Le gardien a battu le maire."),
    Rewording(
      "en", "In total, the canal towns have signed the charter of the lock keepers.",
      "In total, the canal towns have not signed the charter of the lock keepers."),
    Rewording(
      "en", "However, the old gate may not hold against the flood.",
      "However, the old gate will not hold against the flood."),
    Rewording("en", "About a third of the keepers came by boat.", "Exactly a third of the keepers came by boat."),
    Rewording(
      "en", "The keepers should be able to grease the gates before the flood if they wish.",
      "The keepers should be unable to grease the gates before the flood if they wish."),
    Rewording(
      "en", "The port wrote the manual with a group of government agencies and two clerks.",
      "The port wrote the manual with a group of industry agencies and two clerks."),
    Rewording(
      "fr", "La passerelle doit faciliter l'accès des bateliers au marché.",
      "La passerelle doit entraver l'accès des bateliers au marché."),
    Rewording(
      "fr", "La passerelle doit renforcer la confiance des bateliers dans le port.",
      "La passerelle doit éroder la confiance des bateliers dans le port."),
    Rewording(
      "fr", "Les bateliers ont visité l'écluse avec les usagers du pont.",
      "Les bateliers ont visité l'écluse avec les agents du pont."),
  ]

  @Test(arguments: kept) func whatSaysTheSameIsNoFinding(pair: Rewording) { pair.expectKept(least: 990) }

  @Test(arguments: changed) func whatSaysSomethingElseIsRefused(pair: Rewording) { pair.expectRefused() }
}
