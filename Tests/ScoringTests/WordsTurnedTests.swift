import Scoring
import Testing

/// Words that became their opposites, spans and places that became others, told by the lists of the packs.
@Suite struct WordsTurnedTests {
  static let refused = [
    Rewording(
      "en", "The first trials of the pump were encouraging.", "The first trials of the pump were disappointing."),
    Rewording("en", "The keepers praised the plan for the lock.", "The keepers criticised the plan for the lock."),
    Rewording(
      "en", "The new gate is compatible with the old frame.", "The new gate is incompatible with the old frame."),
    Rewording("en", "The change puts greater controls on the port.", "The change puts looser controls on the port."),
    Rewording("en", "The club is a non-profit group of rowers.", "The club is a for-profit group of rowers."),
    Rewording("en", "The lever writes the level on the drum.", "The lever reads the level on the drum."),
    Rewording("fr", "Le bac du port est abordable.", "Le bac du port est coûteux."),
    Rewording("fr", "Les riverains saluent le projet du moulin.", "Les riverains déplorent le projet du moulin."),
    Rewording("fr", "Le quartier du port sort appauvri du chantier.", "Le quartier du port sort renforcé du chantier."),
    Rewording(
      "fr", "Les éclusiers contrôlent la vanne de façon régulière.",
      "Les éclusiers contrôlent la vanne de façon ponctuelle."),
    Rewording("fr", "La loi est nuisible aux bateliers.", "La loi est favorable aux bateliers."),
    Rewording("fr", "Ce sont les principales missions du gardien.", "Ce sont les seules missions du gardien."),
    Rewording("es", "Los vecinos celebran el proyecto del molino.", "Los vecinos lamentan el proyecto del molino."),
    // What hinders something, and what helps it.
    Rewording("en", "The weir hampers the eels.", "The weir favours the eels."),
    Rewording("en", "The toll curbs night traffic on the canal.", "The toll promotes night traffic on the canal."),
    Rewording("en", "Nets deterred the herons.", "Nets attracted the herons."),
    Rewording("en", "By preventing leaks, the crew saves oil.", "By encouraging leaks, the crew saves oil."),
    Rewording("fr", "Le barrage entrave les anguilles.", "Le barrage favorise les anguilles."),
    Rewording("fr", "Le péage restreint le trafic de nuit.", "Le péage stimule le trafic de nuit."),
    Rewording(
      "fr", "En évitant les fuites, l'équipage économise l'huile.",
      "En multipliant les fuites, l'équipage économise l'huile."),
    Rewording("fr", "Les éclusiers ont combattu la fusion.", "Les éclusiers ont soutenu la fusion."),
    Rewording("es", "El peaje frena el tráfico nocturno.", "El peaje fomenta el tráfico nocturno."),
    // Spans of which nobody says how many.
    Rewording(
      "en", "The port will be painted over the coming months.", "The port will be painted over the coming weeks."),
    Rewording("en", "The canal opened after several years of work.", "The canal opened after several months of work."),
    Rewording(
      "fr", "Le port sera repeint dans les prochains mois.", "Le port sera repeint dans les prochaines semaines."),
    Rewording("es", "El canal abre tras varios años de obras.", "El canal abre tras varios meses de obras."),
    // Places by their adjectives, and whom something is for by size.
    Rewording("fr", "Le réseau national de bacs est ancien.", "Le réseau rhodanien de bacs est ancien."),
    Rewording("fr", "Les pentes gardoises manquent d'eau.", "Les pentes lozériennes manquent d'eau."),
    Rewording(
      "en", "The rule covers the city governments of the valley.",
      "The rule covers the state governments of the valley."),
    Rewording("en", "The grant is for small and medium-sized clubs.", "The grant is for clubs of all sizes."),
    Rewording("fr", "L'aide vise les petits et moyens clubs.", "L'aide vise les clubs de toute taille."),
    // Bounds told by what is more.
    Rewording("en", "Water colder than 4 °C flows through the gate.", "Water warmer than 4 °C flows through the gate."),
    Rewording("fr", "Une eau plus froide que 4 °C passe la vanne.", "Une eau plus chaude que 4 °C passe la vanne."),
    Rewording("fr", "L'humidité a tendance à s'aggraver dans la cave.", "L'humidité s'aggrave dans la cave."),
  ]

  @Test(arguments: refused) func aTurnIsRefused(_ rewording: Rewording) { rewording.expectRefused() }

  static let kept = [
    Rewording("en", "The first trials of the pump were encouraging.", "The first trials of the pump were promising."),
    Rewording("en", "The keepers praised the plan for the lock.", "The plan for the lock was praised by the keepers."),
    Rewording("en", "The weir hampers the eels.", "The weir hinders the eels."),
    Rewording("en", "The toll promotes night traffic.", "The toll encourages night traffic."),
    Rewording("fr", "Le péage restreint le trafic de nuit.", "Le péage limite le trafic de nuit."),
    Rewording(
      "fr", "En évitant les fuites, l'équipage économise l'huile.",
      "L'équipage économise l'huile en empêchant les fuites."),
    Rewording("en", "The project cost more than the pump.", "The pump was cheaper than the project."),
    Rewording(
      "en", "The port will be painted over the coming months.", "In the months to come, the port will be painted."),
    Rewording("en", "It should improve over the next few years.", "It should improve in the coming years."),
    Rewording("en", "The grant is for small and medium-sized clubs.", "The grant is for small to medium-sized clubs."),
    Rewording("en", "The club is a non-profit group of rowers.", "The club is a nonprofit group of rowers."),
    Rewording("fr", "Le chantier du port reste coûteux.", "Le chantier du port reste cher."),
    Rewording("fr", "Le port sera repeint dans les prochains mois.", "Le port sera repeint dans les mois à venir."),
    Rewording("fr", "Les élus bretons soutiennent le projet.", "Le projet est soutenu par les élus bretons."),
    Rewording("fr", "La loi est nuisible aux bateliers.", "La loi nuit aux bateliers."),
    Rewording("fr", "L'humidité a tendance à s'aggraver dans la cave.", "Dans la cave, l'humidité tend à s'aggraver."),
    Rewording("es", "El canal abre tras varios años de obras.", "Tras varios años de obras, el canal abre."),
  ]

  @Test(arguments: kept) func anotherWordingIsKept(_ rewording: Rewording) { rewording.expectKept() }
}
