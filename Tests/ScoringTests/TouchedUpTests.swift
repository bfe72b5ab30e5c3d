import Scoring
import Testing

/// Sentences recast as somebody does who goes over a whole article, in texts that stayed and in one touched up throughout.
@Suite struct TouchedUpTests {
  static let kept = [
    Rewording(
      "fr", "Les bateliers abandonnent souvent le concours.",
      "Souvent, les bateliers finissent par quitter le concours."),
    Rewording(
      "fr", "Les bateliers abandonnent souvent en cours de route au profit du rail.",
      "On constate souvent l'abandon des bateliers en cours de route au profit du rail."),
    Rewording(
      "en", "The August meeting of the guild will be cancelled because of the flood.",
      "There will be no meeting of the guild in August because of the flood; it will be cancelled."),
    Rewording(
      "fr", "Le relevé des crues reste volontaire pour les communes.",
      "Rien n'est cependant obligatoire pour les communes : le relevé des crues."),
    Rewording(
      "fr", "Les ardoises du quai sont rares et chères.", "Les ardoises du quai sont peu abondantes et chères."),
    Rewording(
      "fr", "Beaucoup de moulins restent à l'abandon pendant des années.",
      "Beaucoup de moulins demeurent abandonnés pendant des années."),
    Rewording(
      "fr", "La vallée prêtera ce bac à toutes ses écoles à l'issue de l'essai si satisfaction.",
      "Au terme de cet essai, et s'il est satisfait, la vallée prêtera ce bac à toutes ses écoles."),
    Rewording(
      "fr", "Trois mille personnes âgées sont en risque d'isolement dans la vallée.",
      "Dans la vallée, ce sont 3 000 personnes âgées qui risquent l'isolement."),
    Rewording(
      "fr", "Seulement à peine plus d'un enfant sur deux a accès au bac.",
      "À peine plus de la moitié des enfants ont accès au bac."),
    Rewording(
      "fr", "En 2020, l'objectif d'incorporation est de 8 % de jus de colza.",
      "Et l'objectif d'incorporation ? En 2020, il est de 8 % de jus de colza."),
    Rewording(
      "fr", "Le batelier déclare ses lots à la Direction Générale de l'Eau et du Canal (DGEC) chaque mois.",
      "Le batelier déclare ses lots à la DGEC (Direction Générale de l'Eau et du Canal) chaque mois."),
    Rewording(
      "fr", "Nous sommes l'Atelier du Bois de la Guilde Nationale du Chêne (GNC), une petite équipe.",
      "Nous sommes l'Atelier du Bois de la GNC (Guilde Nationale du Chêne), une petite équipe."),
    Rewording(
      "en", "The lists go to the Chief Harbour Officer (CHO) and the guild.",
      "The lists go to the CHO (Chief Harbour Officer) and the guild."),
    Rewording(
      "fr", "Selon le rapport 2018 de la Guilde des eaux, 5 % des écluses sont suivies.",
      "5 % des écluses sont suivies (source : rapport 2018 de la Guilde des eaux)."),
    Rewording(
      "fr", "Le trafic évolue (péniches +55 % en 3 ans à effectif constant).",
      "Le trafic évolue (péniches : hausse de 55 % en 3 ans à effectif constant)."),
  ]

  static let changed = [
    Rewording("fr", "Les bateliers acceptent souvent le concours.", "Les bateliers renoncent souvent au concours."),
    Rewording("en", "In part, this is because the flood was high.", "In no way is this because the flood was high."),
    Rewording(
      "fr", "Le relevé des crues reste volontaire pour les communes.",
      "Le relevé des crues est désormais obligatoire pour les communes."),
    Rewording("fr", "Les ardoises du quai sont rares et chères.", "Les ardoises du quai sont abondantes et chères."),
    Rewording(
      "fr", "Le trafic évolue : péniches +12 % en 3 ans.", "Le trafic évolue : péniches, baisse de 12 % en 3 ans."),
    Rewording(
      "en", "Orders of oak fell by about 30% so far.", "Orders of oak changed by about +30% so far."),
    Rewording(
      "fr", "L'écluse a coûté 480 000 € en 2022 et 515 000 € en 2023. Le quai est neuf (source : Guilde, 2023).",
      "L'écluse a coûté 480 000 € en 2022 et 515 000 € en 2024. Le quai est neuf (source : Guilde, 2023)."),
  ]

  /// Words that can stand for what was denied leave a doubt.
  static let doubted = [
    Rewording("fr", "Les bateliers ont abandonné leur poste.", "Les bateliers ont renoncé à leur poste."),
    Rewording(
      "fr", "Dans la vallée, 44 % des enfants n'ont pas accès au bac.",
      "Dans la vallée, 44 % des enfants sont privés d'accès au bac."),
    Rewording(
      "fr", "Au moins 84 vannes ont été relevées, mais leur nombre définitif est encore incertain.",
      "Au moins 84 vannes ont été relevées, sans qu'on connaisse encore avec certitude leur nombre définitif."),
  ]

  @Test(arguments: kept) func whatIsRecastIsNoFinding(pair: Rewording) { pair.expectUnchanged() }

  @Test(arguments: changed) func whatIsClaimedOtherwiseIsRefused(pair: Rewording) { pair.expectRefused() }

  @Test(arguments: doubted) func whatMayBeToldByAnotherWordIsADoubt(pair: Rewording) { pair.expectKept(least: 980) }

  // MARK: Among sentences that were touched up

  private static func article(_ isTouched: Bool, _ sentence: String) -> String {
    let pick = { (before: String, after: String) in isTouched ? after : before }
    return """
      # The lock

      The keeper opens the upper gate of the lock at six, \(pick("while", "whereas")) the lower one stays shut until noon.
      The barges \(pick("then", "now")) line up along the quay below the brick tower of the old customs house.
      A bell \(pick("", "also")) rings from the chapel when the first of them passes under the iron bridge.

      \(sentence)

      Fishermen mend their nets on the stone steps \(pick("that", "which")) lead down from the market to the water.
      Children from the two schools of the parish \(pick("", "then")) count the flags on the masts of the boats.
      The oldest tree of the valley, a lime, throws \(pick("its", "his")) shade on the roof of the pump house in summer.
      """
  }

  @Test(arguments: [
    Rewording(
      "en", "The guild is planning to work with the county on the new gates.",
      "The guild has worked with the county on the new gates."),
    Rewording(
      "en", "Six months later, two crews in three have a berth on the canal.",
      "Half a year on, two out of three crews do not have a berth on the canal."),
    Rewording(
      "en", "Entry to the lock is free for all, within the limits of the places there are.",
      "Within the limits of the places there are, entry to the lock is not free for all."),
    Rewording(
      "en", "The files show the faults of the lock that are liable to be seen.",
      "In the files stand the faults of the lock that are in fact seen."),
  ])
  func anEditIsSureAmongSentencesThatKeptTheirWords(pair: Rewording) {
    let baseline = Self.article(false, pair.before)
    #expect(Judging.scorecard(Self.article(true, pair.before), against: baseline).integrity == .full)
    #expect(Judging.scorecard(Self.article(true, pair.after), against: baseline).integrity.value < 950)
  }

  @Test func linesOfAHeadWithoutFencesMayChangePlaces() {
    let text = "The lock was opened in spring. Boats pass it every day.\n"
    let baseline =
      "title: \"The lock: a plan for the keepers of the quay\"\ndate: 2013/06/12\nimage: lock.png\n\n" + text
    let candidate =
      "image: lock.png\ndate: 2013/06/12\ntitle: \"The lock: a plan for the keepers of the quay\"\n\n" + text
    #expect(Judging.scorecard(candidate, against: baseline).integrity == .full)
  }
}
