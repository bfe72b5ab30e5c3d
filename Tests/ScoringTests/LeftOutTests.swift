import Scoring
import Testing

/// What an article leaves out whose other sentences stayed: an item of a list, a sentence, a part of one.
@Suite struct LeftOutTests {
  static let kept = [
    Rewording(
      "en", "The keepers look after three things:\n\n- the gates of the upper lock\n- the lamps along the quay\n",
      "The keepers look after three things: the gates of the upper lock and the lamps along the quay."),
    Rewording(
      "en", "The club lends:\n\n- oars of ash wood\n- sails for the regatta\n- ropes\n",
      "The club lends:\n\n- sails for the regatta\n- ropes\n\nIt lends oars made of ash wood, too."),
    Rewording(
      "fr", "Le club prête :\n\n- des rames en frêne\n- des voiles de régate\n- des cordages\n",
      "Le club prête :\n\n- des cordages et des voiles de régate\n- des rames en frêne\n"),
    Rewording(
      "en", "The ferry sails at noon. It carries 40 riders. As said before, the ferry carries 40 riders.",
      "The ferry sails at noon. It carries 40 riders."),
    Rewording(
      "en", "The ferry sails at noon. We hope that you liked this long tour of our oldest gates and towers. It is new.",
      "The ferry sails at noon. It is new."),
    Rewording(
      "fr", "Le bac arrive au port sans préparation, et son équipage a un vrai souci.",
      "Le bac arrive au port sans s'être préparé, et son équipage a un vrai problème."),
    Rewording("en", "Bear in mind that the ferry carries 40 riders.", "The ferry carries 40 riders."),
    Rewording("en", "As you might expect, the ferry carries 40 riders.", "The ferry carries 40 riders."),
    Rewording("en", "Let us not forget that the ferry carries 40 riders.", "The ferry carries 40 riders."),
    Rewording("fr", "Force est de constater que le bac porte 40 passagers.", "Le bac porte 40 passagers."),
    Rewording("fr", "Autrement dit, le bac porte 40 passagers.", "Le bac porte 40 passagers."),
    Rewording("fr", "Comme on pouvait s'y attendre, le bac porte 40 passagers.", "Le bac porte 40 passagers."),
    Rewording("fr", "Le pont a coûté 13 millions d'euros aux communes.", "Le pont a coûté 13 M€ aux communes."),
  ]

  static let changed = [
    Rewording("en", "Despite the flood of August, the ferry carries 40 riders.", "The ferry carries 40 riders."),
    Rewording("fr", "Malgré la crue du mois d'août, le bac porte 40 passagers.", "Le bac porte 40 passagers."),
    Rewording(
      "en", "The keepers look after two things:\n\n- the gates of the upper lock\n- the lamps along the quay\n",
      "The keepers look after two things:\n\n- the lamps along the quay\n"),
    Rewording(
      "en",
      "The club lends:\n\n- Oars. How many do you need, and of which wood?\n- Sails. Bring your own mast.\n- Ropes.\n",
      "The club lends:\n\n- Sails. Bring your own mast.\n- Ropes.\n"),
    Rewording(
      "fr", "Le club prête :\n\n- des rames en frêne\n- des voiles de régate\n- des cordages\n",
      "Le club prête :\n\n- des rames en frêne\n- des cordages\n"),
    Rewording(
      "en", "The ferry sails at noon. The upkeep of pumps and gates costs the parish seven bags of silver. It is new.",
      "The ferry sails at noon. It is new."),
    Rewording(
      "fr", "Le bac part à midi. Tous les six mois, un comité décide s'il convient d'arrêter le bac. Il est neuf.",
      "Le bac part à midi. Il est neuf."),
    Rewording(
      "fr", "Le propriétaire peut céder sa place à un batelier n'ayant pas rempli son quota.",
      "Le propriétaire peut céder sa place à un batelier."),
    Rewording(
      "fr", "Le bac arrive au port sans pilote, et son équipage a un vrai souci.",
      "Le bac arrive au port, et son équipage a un vrai problème."),
    Rewording(
      "fr", "Les orages ont éclaté en 2012, essentiellement dans la vallée haute.",
      "Les orages ont éclaté en 2012, dans la vallée haute."),
    Rewording(
      "fr", "La règle laisse de côté certains objets, comme les barques de pêche et les radeaux.",
      "La règle laisse de côté certains objets, comme les radeaux."),
  ]

  /// Short articles in which every other sentence was told anew.
  static let trimmed = [
    Rewording(
      "fr",
      "Le pont des Tanneurs a rouvert en mai après de longs travaux. Les vélos peuvent l'emprunter si leurs conducteurs "
        + "mettent pied à terre. Les piétons y passent chaque jour.",
      "Après de longs travaux, le pont des Tanneurs a rouvert en mai. Les vélos peuvent l'emprunter. Chaque jour, des "
        + "piétons y passent."),
    Rewording(
      "en",
      "After long works the weir reopened in May. Boats may pass it unless the keeper hoists the red flag. Rowers cross it "
        + "every day.",
      "The weir reopened in May after long works. Boats may pass it. Every day, rowers cross it."),
  ]

  @Test(arguments: trimmed) func aConditionTakenOutOfARestyledTextIsRefused(pair: Rewording) {
    let card = pair.scorecard
    #expect(card.integrity.value < 950, "\(card.findings)")
  }

  @Test(arguments: kept) func whatIsStillToldIsNoLoss(pair: Rewording) { pair.expectKept() }

  @Test(arguments: changed) func whatIsLeftOutIsRefused(pair: Rewording) { pair.expectRefused() }
}
