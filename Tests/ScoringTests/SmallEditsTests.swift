import Scoring
import Testing

/// A few words edited in a sentence that else stays as it was, among sentences that stayed: a phrase for another one, a verb,
/// a condition taken out, a name put in.
@Suite struct SmallEditsTests {
  static let changed = [
    // A phrase that has nothing to do with the one before it.
    Rewording(
      "en", "The bridge was closed in March because the bearings had rusted through.",
      "The bridge was closed in March because a barge had struck the middle pier."),
    Rewording(
      "fr", "Le marché a quitté la place en raison du tassement des pavés anciens.",
      "Le marché a quitté la place en raison de la colère des riverains excédés."),
    Rewording(
      "en", "The honey of the valley is sold mainly through village grocers.",
      "The honey of the valley is sold mainly through foreign wholesalers."),
    // What was to come, told as done.
    Rewording(
      "en", "The choir will begin rehearsing the mass in the chapel.",
      "The choir has begun rehearsing the mass in the chapel."),
    Rewording(
      "en", "The fair will take place on the meadow behind the mill.",
      "The fair took place on the meadow behind the mill."),
    Rewording(
      "fr", "Les délégués se réuniront dans la halle aux grains.",
      "Les délégués se sont réunis dans la halle aux grains."),
    // What may be, told as what is.
    Rewording(
      "fr", "Un entretien négligé peut mener à la fermeture du moulin.",
      "Un entretien négligé mène à la fermeture du moulin."),
    Rewording(
      "en", "The figures might suggest a decline of the eel.", "The figures suggest a decline of the eel."),
    // A denial more or less.
    Rewording(
      "fr", "Le sentier est actuellement ouvert aux cavaliers.", "Le sentier n'est pas encore ouvert aux cavaliers."),
    // On what condition, in what way.
    Rewording("en", "The clerk lists the plots, where applicable.", "The clerk lists the plots."),
    Rewording("en", "The ferry docks faster when sailors use the winch.", "The ferry docks faster."),
    Rewording(
      "fr", "Le service doit grandir à effectif constant cette année.", "Le service doit grandir cette année."),
    Rewording(
      "en", "The keeper opens the sluice if the gauge shows danger and rings the bell.",
      "The keeper opens the sluice and rings the bell."),
    Rewording(
      "fr", "L'atelier est ouvert, sur la base du volontariat, aux lycéens du bourg.",
      "L'atelier est ouvert aux lycéens du bourg."),
    Rewording(
      "en", "Visitors may park behind the mill unless the river has flooded the meadow.",
      "Whatever the season, visitors may park behind the mill."),
    // What stands before a verb of cause.
    Rewording(
      "fr", "La sécheresse du sous-bois entraîne une baisse des récoltes de cèpes.",
      "L'arrivée des sangliers entraîne une baisse des récoltes de cèpes."),
    // All there is for a part of it, and a part for all; more of what is listed.
    Rewording(
      "en", "The pumps serve rural schools of the upper valley.",
      "The pumps serve schools of every kind of the upper valley."),
    Rewording(
      "fr", "Les essais portent sur des serres vitrées du plateau.",
      "Les essais portent sur toutes les serres du plateau."),
    Rewording(
      "en", "The grant is open to every orchard along the canal.",
      "The grant is open to walled orchards along the canal."),
    Rewording(
      "en", "The pumps serve rural schools of the upper valley.",
      "The pumps serve rural, suburban and urban schools of the upper valley."),
    // What can be, what goes on, what somebody aims at.
    Rewording("en", "The barge can be moored upstream.", "The barge will be moored upstream."),
    Rewording("en", "The guild is restoring the old winch.", "The guild has restored the old winch."),
    Rewording(
      "fr", "Nous allons repeindre la grange avec les élèves.", "Nous avons repeint la grange avec les élèves."),
    Rewording(
      "en", "The cooperative aims to cut the price of seed.", "The cooperative cuts the price of seed."),
    // Before an hour, after it.
    Rewording("en", "Orders placed before 10:00 are free.", "Orders placed after 10:00 are free."),
    Rewording(
      "fr", "Les repas réservés avant 10 heures sont moins chers.",
      "Les repas réservés après 10 heures sont moins chers."
    ),
    // Somebody of whom nobody knew.
    Rewording(
      "en", "The plans were drawn up with a school.",
      "The plans were drawn up with a school. A foundry in Utrecht copied them within a summer and never looked back."),
    Rewording(
      "fr", "Le mouvement gagne les villages.",
      """
      Le mouvement gagne les villages. La commune de Mirecourt en offre une belle image : elle y a consacré un agent à \
      plein temps et en a tiré un bilan positif.
      """),
  ]

  static let kept = [
    Rewording(
      "fr", "Une presse permettrait de simplifier et d'accélérer le pressage des noix.",
      "Une presse permettrait de simplifier et de rendre plus rapide le pressage des noix."),
    Rewording("en", "The bread is quick to make.", "The bread is quick and easy to make."),
    Rewording("en", "The clerk carefully checked the deeds.", "The clerk thoroughly checked the deeds."),
    Rewording(
      "en", "The grant is open to every orchard along the canal.", "The grant is open to all orchards along the canal."),
    Rewording("en", "The guild is restoring the old winch.", "The guild has been restoring the old winch."),
    Rewording("en", "The train will leave from the lower platform.", "The train leaves from the lower platform."),
    Rewording(
      "fr", "Le marché attire notamment les voisins du bourg.", "Le marché attire en particulier les voisins du bourg."),
    Rewording(
      "fr", "Le conseil a achevé avec succès la réfection du lavoir.",
      "Le conseil a mené à bien et terminé la réfection du lavoir."),
    Rewording(
      "en", "The bridge was closed in March because of heavy rain.",
      "The bridge was closed in March owing to heavy rain."),
    Rewording("en", "The fair will take place on the meadow.", "The fair takes place on the meadow."),
    Rewording("fr", "On peut observer une hausse des visites.", "On observe une hausse des visites."),
    Rewording("en", "You can follow the path to the mill.", "You follow the path to the mill."),
    Rewording(
      "en", "The guild learns by regularly meeting and by sharing tools.",
      "The guild learns by meeting regularly and by sharing tools."),
    Rewording(
      "en", "The office issues a Rural Transport Permit (RTP) at once.",
      "The office issues an RTP (Rural Transport Permit) at once."),
    Rewording(
      "fr", "« On ne demande pas à un quai d'être rentable. C'est notre trottoir sur le fleuve », a-t-elle déclaré.",
      "« On ne demande pas à un quai d'être rentable, a-t-elle déclaré. C'est notre trottoir sur le fleuve. »"),
    Rewording("fr", "Le mode d'emploi de la pompe est simple.", "Le mode d'emploi de la pompe est sans chichis."),
    Rewording(
      "fr", "La jeune pousse grenobloise vend des turbines.", "La jeune pousse de Grenoble vend des turbines."),
    Rewording(
      "en", "The tables are kept in UTC.", "The tables are kept in Coordinated Universal Time, or UTC."),
  ]

  @Test(arguments: changed) func whatTheFewWordsTellIsHeldAgainstTheBaseline(pair: Rewording) { pair.expectRefused() }

  @Test(arguments: kept) func whatSaysTheSameIsLetIn(pair: Rewording) { pair.expectUnchanged() }
}
