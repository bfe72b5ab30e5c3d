import Scoring
import Testing

/// Clauses that kept their words in sentences told freely: what is denied, turned or done in them, and what is not.
@Suite struct ToldInSameClauseTests {
  static let kept = [
    Rewording(
      "fr", "La ferme des Aulnes reste à distance des étals du marché couvert.",
      "Des étals du marché couvert, la ferme des Aulnes est déjà à distance."),
    Rewording(
      "en", "The clerks of the port closed the old registers, and the keepers hold on to the keys of the tower.",
      "As for the keys of the tower, the keepers do not give them up; the old registers were closed by the clerks."),
    Rewording(
      "en", "The miller refused to sell the old wheel to the museum of the valley.",
      "To the museum of the valley the miller would not sell the old wheel."),
    Rewording(
      "en", "The keepers failed to close the upper gates of the canal before the flood.",
      "Before the flood, the upper gates of the canal were not closed by the keepers."),
    Rewording(
      "en", "The new registers list the boats of the harbour, and the clerks check them every week.",
      "No boat of the harbour is missing from the new registers, which the clerks check every week."),
    Rewording(
      "en", "The tower remains closed to visitors while the masons repair its western wall.",
      "While the masons repair its western wall, the tower is not open to visitors."),
    Rewording(
      "en", "The pumps of the lower lock stand idle in the dry season, which saves the town money.",
      "In the dry season the pumps of the lower lock do not run, which saves money for the town."),
    Rewording(
      "en", "Only the harbour master can change the timetable of the ferries in the valley.",
      "Nobody but the harbour master can change the timetable of the ferries in the valley."),
    Rewording(
      "en", "The keepers left the river out of the new map of the harbour and its quays.",
      "The new map of the harbour and its quays does not show the river."),
    Rewording(
      "en", "The engineers will test the pumps of the mill in spring and publish their notes.",
      "In spring the engineers are to test the pumps of the mill, and their notes will be published."),
    Rewording(
      "en", "The library moves its rare maps to the tower next spring, where they will be shown.",
      "Next spring the rare maps of the library, which has long kept them, go to the tower, to be shown there."),
    Rewording(
      "fr", "Les éclusiers ont refusé de vendre la vieille roue au musée de la vallée.",
      "La vieille roue, les éclusiers n'ont pas voulu la vendre au musée de la vallée."),
    Rewording(
      "fr", "La tour reste fermée aux visiteurs pendant que les maçons réparent le mur ouest.",
      "Pendant que les maçons réparent le mur ouest, la tour n'est pas ouverte aux visiteurs."),
    Rewording(
      "fr", "Le registre omet les barques du port et les péniches de la vallée.",
      "Ni les barques du port ni les péniches de la vallée ne figurent dans le registre."),
    Rewording(
      "fr", "Seul le capitaine du port peut modifier les horaires des bacs de la vallée.",
      "Personne d'autre que le capitaine du port ne peut modifier les horaires des bacs de la vallée."),
    Rewording(
      "fr",
      "Les meuniers attendent souvent que la roue soit sur le point de casser avant de prévenir les charpentiers.",
      "Les meuniers attendent bien souvent d'être sur le point de voir la roue casser pour prévenir les charpentiers."),
    Rewording(
      "fr", "Les pompes du moulin manquent d'entretien depuis la fermeture de l'atelier de la vallée.",
      "Depuis la fermeture de l'atelier de la vallée, on n'entretient pas assez les pompes du moulin."),
    Rewording(
      "fr", "Les bateliers ignorent les règles du canal et celles des écluses de la vallée.",
      "Les bateliers ne connaissent pas les règles du canal ni celles des écluses de la vallée."),
    Rewording(
      "fr", "Le bac transporte des sacs de blé vers le moulin pendant l'hiver.",
      "Pendant l'hiver, le bac ne transporte vers le moulin que des sacs de blé."),
  ]

  static let changed = [
    Rewording(
      "fr", "Il reste à vacciner la moitié des brebis de la ferme des Aulnes.",
      "La moitié des brebis de la ferme des Aulnes est déjà vaccinée."),
    Rewording(
      "en", "For the crews of the valley, it is very hard to moor a barge outside of the harbour.",
      "Mooring a barge anywhere but in the harbour is today very easy for the crews of the valley."),
    Rewording(
      "en", "The engineers will test the pumps of the mill in spring and publish their notes.",
      "In spring the pumps of the mill have been tested by the engineers, who published their notes."),
    Rewording(
      "fr", "Au sein de la guilde des meuniers, il est très difficile de moudre du seigle en dehors de son moulin.",
      "Moudre du seigle ailleurs que dans son moulin est aujourd'hui très facile dans la guilde des meuniers."),
    Rewording(
      "fr",
      "De nombreuses réparations sont prévues pour la saison des moissons, avec notamment la pose de nouvelles vannes.",
      "Pour la saison des moissons, on a réalisé de nombreuses réparations, dont de nouvelles vannes posées."),
  ]

  @Test(arguments: kept) func aClauseThatSaysTheSameInOtherWordsCostsNothing(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func aClauseThatSaysOtherwiseInTheSameWordsIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
