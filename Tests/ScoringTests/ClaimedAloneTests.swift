import Scoring
import Testing

/// Conditions, plans, orders, denials and contrasts of one sentence in an article whose others stayed word for word.
@Suite struct ClaimedAloneTests {
  static let kept = [
    // Conditions
    Rewording(
      "en", "The ferry runs in winter only if the lock keeper agrees.",
      "In winter the ferry needs the lock keeper's approval to run."),
    Rewording(
      "en", "The baker parks on the quay provided that he pays the toll.",
      "The baker parks on the quay when he pays the toll."),
    Rewording("en", "We asked if the bridge was safe for carts.", "Was the bridge safe for carts? We asked."),
    Rewording("en", "The mill provided flour to the whole valley.", "Flour came to the whole valley from the mill."),
    Rewording(
      "fr", "Le bac circule en hiver à condition que l'éclusier donne son accord.",
      "En hiver, le bac ne circule qu'avec l'accord de l'éclusier."),
    Rewording(
      "fr", "Le marché se tiendra sur le quai si la crue se retire.",
      "Le marché se tiendra sur le quai une fois la crue retirée."),
    Rewording("fr", "Nous avons demandé si le pont était sûr.", "Le pont était-il sûr ? Nous l'avons demandé."),
    // Plans
    Rewording(
      "en", "We would like to thank the rowers for their patience.", "The rowers have been patient: our thanks to them."
    ),
    Rewording(
      "en", "In those days people would often cross the river on the ice.",
      "In those days the river was often crossed on the ice."),
    Rewording(
      "en", "The school that would like to visit the mill writes to the miller.",
      "The school that is interested in visiting the mill writes to the miller."),
    Rewording("en", "A new quay would cost more than the town has.", "A new quay would exceed what the town has."),
    Rewording(
      "fr", "Le meunier gérait aussi le four du village.", "Le meunier a aussi géré le four du village."),
    Rewording(
      "fr", "Il apparaît que les éclusiers peinent à graisser les vannes.",
      "Les éclusiers ont du mal à graisser les vannes : voilà ce qui ressort."),
    Rewording(
      "fr", "Le port a pour objectif d'accueillir rapidement les péniches.",
      "Accueillir rapidement les péniches : tel est l'objectif du port."),
    Rewording(
      "fr", "Le conseil prévoit de repeindre les deux bacs du village.",
      "Les deux bacs du village seront repeints, c'est ce que prévoit le conseil."),
    // Quantities
    Rewording("en", "Several boats of the port are for rent.", "In the port, a number of boats are for rent."),
    Rewording(
      "en", "The mill is useful mainly because it pumps water.", "The main use of the mill is another: it pumps water."),
    Rewording(
      "fr", "Une partie des péniches du port est à louer.", "Certaines péniches du port sont à louer."),
    // Order
    Rewording(
      "en", "The keepers grease the gate before the flood.", "The flood comes after the keepers grease the gate."),
    Rewording(
      "fr", "Les éclusiers graissent la vanne avant la crue.",
      "La crue arrive après que les éclusiers ont graissé la vanne."),
    // Denials
    Rewording("en", "The toll of the bridge is not cheap.", "The toll of the bridge is dear."),
    Rewording("en", "Boats do not need to pay at the lock.", "Nothing is to be paid at the lock by boats."),
    Rewording(
      "en", "The clerk doesn't answer letters from the mill.", "Letters from the mill get no answer from the clerk."),
    Rewording("fr", "Le péage du pont n'est pas cher.", "Le péage du pont est bon marché."),
    Rewording("fr", "Le bac ne part jamais sans éclusier.", "Il faut un éclusier pour que le bac parte."),
    Rewording("fr", "Le bac passe sans payer le péage.", "Le bac est dispensé de payer le péage."),
    Rewording(
      "fr", "Le bac ne desservira plus le quai pendant les travaux.",
      "Pendant les travaux, la desserte du quai par le bac sera supprimée."),
    // Contrasts
    Rewording(
      "en", "The port mends the old gates rather than buying new ones.",
      "Instead of buying new gates, the port mends the old ones."),
    Rewording(
      "fr", "Le port répare les vannes plutôt que les quais.", "Plutôt que les quais, le port répare les vannes."),
    // Compounds
    Rewording(
      "en", "The town opened a harbour website for the rowers.",
      "For the rowers, the town opened a website of the harbour."),
    Rewording(
      "en", "The signs use trust-building language for the visitors.",
      "For the visitors, the signs use language that builds trust."),
    Rewording("en", "Time-saving tools help the keepers.", "Tools that save time help the keepers."),
  ]

  static let changed = [
    // Conditions
    Rewording(
      "en", "The ferry runs in winter only if the lock keeper agrees.",
      "The ferry runs in winter, and the lock keeper agrees."),
    Rewording(
      "en", "The baker may park on the quay provided that he pays the toll.",
      "The baker may park on the quay, toll included."),
    Rewording(
      "en", "Tolls may rise unless the council objects in writing.",
      "Tolls may rise, and the council is told in writing."),
    Rewording(
      "fr", "Le bac circule en hiver à condition que l'éclusier donne son accord.",
      "Le bac circule en hiver, et l'éclusier ouvre les portes."),
    Rewording(
      "fr", "Le marché se tiendra sur le quai si la crue se retire.",
      "Le marché se tiendra sur le quai, la crue se retire."),
    Rewording(
      "fr", "Les bateliers passent lorsque le péage est payé.", "Les bateliers passent quel que soit le péage payé."),
    // Plans
    Rewording(
      "en", "A second pier would shelter forty boats.", "A second pier is under way; it shelters forty boats."),
    Rewording(
      "en", "The board is in the process of building sheds for the rowers.",
      "The board has put up sheds for the rowers."),
    Rewording(
      "en", "The clerks are still searching the files of the port.",
      "The clerks have completed their search of the files of the port."),
    Rewording(
      "en", "We hope the lock will be opened to boats by the council.", "The council will open the lock to boats."),
    Rewording(
      "fr", "Le conseil prévoit de recruter deux éclusiers pour le canal.",
      "Deux éclusiers ont été embauchés pour le canal par le conseil."),
    Rewording(
      "fr", "Le port mènera 3 essais sur la vanne.", "Le port a conduit 3 essais sur la vanne."),
    Rewording(
      "fr", "Le guide se présenterait sous la forme de fiches.", "Le guide réunit d'ores et déjà plusieurs fiches."),
    Rewording(
      "fr", "La liste des bacs sera complétée en avril.",
      "La liste des bacs est désormais complète et ne changera plus."),
    // Quantities
    Rewording("en", "Part of the boats of the port are for rent.", "The boats of the port are all for rent."),
    Rewording("fr", "Une partie des péniches du port est à louer.", "Les péniches du port sont toutes à louer."),
    Rewording(
      "fr", "Le public du musée est principalement composé d'éclusiers.",
      "Le public du musée est uniquement composé d'éclusiers."),
    // Order
    Rewording("en", "The gate is greased a week before the flood.", "The gate is greased a week later than the flood."),
    Rewording(
      "en", "The plan goes to the council before publication.",
      "The plan goes to the council once it has been published."),
    Rewording(
      "fr", "La vanne est graissée à la veille de la crue.", "La vanne est graissée au lendemain de la grande crue."),
    // Denials
    Rewording(
      "en", "The rise of the river is not considered dangerous.",
      "People consider the rise of the river to be dangerous."),
    Rewording(
      "en", "The old bridge has no warden yet visits go on.", "Visits go on, and there is a warden at the old bridge."),
    Rewording(
      "fr", "Le conseil a pris en compte ces lettres pour choisir le bac.",
      "Le conseil a choisi le bac sans tenir compte de ces lettres."),
    // Contrasts
    Rewording(
      "en", "The port mends the gates rather than the quays.", "Rather than the gates, the port mends the quays."),
    Rewording(
      "fr", "On ajuste la taille du bac plutôt que son prix.",
      "C'est le prix que l'on ajuste, de préférence à la taille du bac."),
    // Causes
    Rewording(
      "fr", "Le bac s'arrête en mars, car la rivière monte chaque printemps.",
      "Le bac s'arrête en mars, ce qui a fait monter la rivière chaque printemps."),
  ]

  @Test(arguments: kept) func whatIsToldFreelyIsNoFinding(pair: Rewording) { pair.expectUnchanged() }

  @Test(arguments: changed) func whatIsClaimedOtherwiseIsRefused(pair: Rewording) { pair.expectRefused() }
}
