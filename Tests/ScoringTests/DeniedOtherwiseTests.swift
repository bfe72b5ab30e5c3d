import Scoring
import Testing

/// What one version claims with a denial and the other without, in a sentence among others that stayed word for word.
@Suite struct DeniedOtherwiseTests {
  static let kept = [
    Rewording(
      "en", "The race would not be possible without the guild's help.", "The race is made possible by the guild's help."
    ),
    Rewording(
      "fr", "La course n'est pas possible sans l'aide du club.", "La course est rendue possible par l'aide du club."
    ),
    // Conditions
    Rewording(
      "en", "The lock will be mended only if the county sells the old mill.",
      "Unless the county sells the old mill, the lock will not be mended."),
    Rewording(
      "fr", "Le conseil votera contre le projet si une étude n'est pas commandée.",
      "Le conseil rejettera le projet à moins qu'une étude ne soit commandée."),
    Rewording(
      "fr", "Le bac ferme le soir parce que les éclusiers manquent.",
      "Si le bac ferme le soir, c'est que les éclusiers manquent."),
    // Time
    Rewording(
      "en", "Work on the lock will begin only once the flood is over.",
      "No work on the lock will begin until the flood is over."),
    Rewording(
      "fr", "L'avis du préfet est attendu au plus tôt en décembre 2026.",
      "L'avis du préfet n'est pas attendu avant décembre 2026."),
    Rewording(
      "fr", "Le port n'a pas gardé le bac au-delà du 31 mars 2024.",
      "Le port n'a gardé le bac que jusqu'au 31 mars 2024."),
    Rewording(
      "en", "Tolls fell to 27 euros in 2024, from 36 euros in 2021.", "Tolls were 36 euros in 2021 and 27 by 2024."),
    // Quantities
    Rewording("en", "Few boats are fit to cross the bar.", "Most boats are not fit to cross the bar."),
    Rewording(
      "en", "The chart does not show all the rocks of the bay.", "Some rocks of the bay are missing from the chart."),
    Rewording("fr", "Le tarif du bac est accepté par tous.", "Nul, au village, ne refuse le tarif du bac."),
    Rewording(
      "en", "A ticket of the ferry lasts at most 90 days.", "None of the ferry's tickets lasts longer than 90 days."),
    Rewording(
      "fr", "Le tarif du bac ne doit pas dépasser 12 euros par mois.",
      "Le tarif du bac est plafonné à 12 euros par mois."),
    Rewording("fr", "Chaque bateau porte 1,4 personnes en moyenne.", "En moyenne, un bateau porte 1,4 personne."),
    Rewording(
      "fr", "Sur 38 bateaux contrôlés, deux ont été jugés dangereux.",
      "Sur 38 bateaux contrôlés, deux ont été jugés dangereux, les 36 autres non."),
    // What is put aside
    Rewording(
      "en", "Under the new timetable, crossings fall from 38 to 22 a day.",
      "With the new timetable, there are 22 crossings a day instead of 38."),
    Rewording(
      "fr", "La vanne n'a pas été refondue : les éclusiers l'ont seulement soudée.",
      "Au lieu de refondre la vanne, les éclusiers se sont bornés à la souder."),
    Rewording(
      "en", "Residents without a boat register only if two rowers vouch for them.",
      "Unless two rowers vouch for them, residents who have neither a boat nor a canoe cannot register."),
    Rewording(
      "en", "Only the clerks open the safe, and no name may be typed in.",
      "Opening the safe is for the clerks only, and typing in a name is not allowed."),
    Rewording(
      "fr", "La prime tombe à 1 200 euros quand une chaudière est gardée.",
      "Quand une chaudière est gardée, la prime n'est plus que de 1 200 euros."),
    Rewording(
      "en", "It took many years to make it the largest planting on the coast.",
      "It took many years, and no planting on the coast is larger."),
    Rewording(
      "en", "The miller may end the deal if fewer than 8 hectares grow by June 2027.",
      "Unless at least 8 hectares grow by June 2027, the miller may end the deal."),
    // Roles and causes
    Rewording(
      "en", "Timetables are voted on by the rowers twice a year.", "Twice a year, the rowers vote on the timetables."),
    Rewording(
      "en", "The keepers work with the children of the port on Fridays.",
      "On Fridays the children of the port work with the keepers."),
    Rewording(
      "en", "The ferry lost passengers because its engine was out of order.",
      "An engine that was out of order is what cost the ferry passengers."),
    Rewording(
      "en", "The trains spared 640 disabled residents the climb.",
      "640 disabled people were spared the climb by the trains."),
  ]

  static let changed = [
    Rewording(
      "en", "The miller may end the deal if fewer than 8 hectares grow by June 2027.",
      "If at least 8 hectares grow by June 2027, the miller may end the deal."),
    Rewording(
      "en", "The lock will be mended only if the county sells the old mill.",
      "Unless the county sells the old mill, the lock will be mended."),
    Rewording(
      "fr", "Le conseil votera contre le projet si une étude n'est pas commandée.",
      "Le conseil votera contre le projet si une étude est commandée."),
    Rewording(
      "fr", "L'avis du préfet est attendu au plus tôt en décembre 2026.",
      "L'avis du préfet est attendu au plus tard en décembre 2026."),
    Rewording(
      "fr", "Le port n'a pas gardé le bac au-delà du 31 mars 2024.",
      "Le port n'a pas gardé le bac jusqu'au 31 mars 2024."),
    Rewording("en", "Few boats are fit to cross the bar.", "Most boats are fit to cross the bar."),
    Rewording("fr", "Le tarif du bac est accepté par tous.", "Le tarif du bac n'est accepté par personne."),
    Rewording("en", "A ticket of the ferry lasts at most 90 days.", "A ticket of the ferry lasts longer than 90 days."),
    Rewording(
      "fr", "Le tarif du bac ne doit pas dépasser 12 euros par mois.",
      "Le tarif du bac doit dépasser 12 euros par mois."),
    Rewording("en", "The rowers pay a toll at the lock.", "The rowers do not pay a toll at the lock."),
    Rewording(
      "en", "The mayor is picked by the rowers twice a year.", "The mayor picks the rowers twice a year."),
  ]

  @Test(arguments: kept) func whatADenialUndoesIsNoFinding(pair: Rewording) { pair.expectKept() }

  @Test(arguments: changed) func whatIsClaimedOtherwiseIsRefused(pair: Rewording) { pair.expectRefused() }
}
