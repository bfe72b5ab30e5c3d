import Scoring
import Testing

/// What is told in the other voice, with a milder word for a caution, summed up or rounded, beside what those would hide.
@Suite struct ToldMildlyTests {
  static let kept = [
    Rewording(
      "en", "We think it is right to keep both locks open.",
      "We consider it right to keep both locks open."),
    Rewording(
      "en", "The new gate seems like a good bargain for the town.",
      "The new gate looks like a good bargain for the town."),
    Rewording(
      "en", "The town has quietly mended the leaking roof of the mill.",
      "The leaking roof of the mill has been mended quietly by the town."),
    Rewording(
      "en", "There will be more work involved with the second bridge.",
      "The second bridge involves more work."),
    Rewording(
      "en", "The review was done by the Chief Water Officer (CWO) and the board.",
      "The review was done by the CWO (Chief Water Officer) and the board."),
    Rewording(
      "en", "The mill keeps 19 years of letters from the county.",
      "The mill keeps 19 years of letters, almost two decades, from the county."),
    Rewording(
      "en", "Tolls rose by 69 percent from 2015 to 2016.",
      "Tolls rose by 69 percent from 2015 to 2016 (those of 2016 were thus 169 percent of those of 2015)."),
    Rewording(
      "en", "All 40 boats were paid for by the town.",
      "All 40 boats, and nothing less, were paid for by the town."),
    Rewording(
      "en", "100% of our funds come from boatmen and their friends.",
      "All our funds come from boatmen and their friends."),
    Rewording(
      "en", "A few boats passed the lock on Monday.",
      "Only a few boats passed the lock on Monday."),
    Rewording(
      "en", "At first the town only planned on building a new quay.",
      "At first the town had planned on no more than a new quay."),
    Rewording(
      "en", "Overall, the new rules should help the boatmen.",
      "All in all, the new rules should help the boatmen."),
    Rewording(
      "en", "If there is a storm and the cellar is flooded, the sacks will be moved.",
      "Imagine a storm by which the cellar is flooded: the sacks will be moved."),
    Rewording(
      "en", "How might that happen? Most often, it happens when a chain has rusted.",
      "Most often, that happens when a chain has rusted."),
    Rewording(
      "en", "The harbour office makes its charts available for free to all skippers.",
      "The harbour office makes its charts available to all skippers, free of charge."),
    Rewording(
      "fr", "L'équipe a rapidement réparé le toit percé du moulin.",
      "Le toit percé du moulin a été réparé rapidement par l'équipe."),
    Rewording(
      "fr", "Quelques bateaux ont passé l'écluse lundi.",
      "Seuls quelques bateaux ont passé l'écluse lundi."),
    Rewording(
      "fr", "100 % de nos fonds viennent des bateliers et de leurs amis.",
      "Tous nos fonds viennent des bateliers et de leurs amis."),
    Rewording(
      "fr", "Le moulin garde 19 ans de lettres du canton.",
      "Le moulin garde 19 ans de lettres, presque deux décennies, du canton."),
    Rewording(
      "fr", "Les péages ont augmenté de 69 % de 2015 à 2016.",
      "Les péages ont augmenté de 69 % de 2015 à 2016 (soit 169 % de ceux de 2015)."),
    Rewording(
      "fr", "Dans l'ensemble, les nouvelles règles aident les bateliers.",
      "Somme toute, les nouvelles règles aident les bateliers."),
  ]

  static let changed = [
    Rewording(
      "en", "We think it is right to keep both locks open.",
      "It is right to keep both locks open."),
    Rewording(
      "en", "The new gate seems like a good bargain for the town.",
      "The new gate is a good bargain for the town."),
    Rewording(
      "en", "The miller has quietly warned the ferryman of the flood.",
      "The ferryman has quietly warned the miller of the flood."),
    Rewording(
      "en", "The mill keeps 19 years of letters from the county.",
      "The mill keeps 29 years of letters, almost three decades, from the county."),
    Rewording(
      "en", "Tolls rose by 69 percent from 2015 to 2016.",
      "Tolls rose by 69 percent from 2015 to 2016 (those of 2016 were thus 196 percent of those of 2015)."),
    Rewording(
      "en", "100% of our funds come from boatmen and their friends.",
      "Some of our funds come from boatmen and their friends."),
    Rewording(
      "en", "Several boats passed the lock on Monday.",
      "Only a few boats passed the lock on Monday."),
    Rewording(
      "en", "At first the town only planned on building a new quay.",
      "At first the town planned on building a new quay."),
    Rewording(
      "en", "If the cellar is flooded, the sacks will be moved to the loft.",
      "The sacks will be moved to the loft."),
    Rewording(
      "en", "The harbour office makes its charts available free of charge.",
      "The harbour office makes its charts available for a fee."),
    Rewording(
      "en", "The charts are free of charge for all skippers.",
      "The charts are not free of charge for all skippers."),
    Rewording(
      "en", "A few boats passed the lock on Monday.",
      "Few boats passed the lock on Monday."),
    Rewording(
      "fr", "Le meunier a rapidement prévenu le passeur de la crue.",
      "Le passeur a rapidement prévenu le meunier de la crue."),
    Rewording(
      "fr", "100 % de nos fonds viennent des bateliers et de leurs amis.",
      "Une partie de nos fonds vient des bateliers et de leurs amis."),
    Rewording(
      "fr", "Le moulin garde 19 ans de lettres du canton.",
      "Le moulin garde 29 ans de lettres, presque trois décennies, du canton."),
  ]

  @Test(arguments: kept) func whatSaysTheSameIsLetIn(pair: Rewording) { pair.expectKept() }

  @Test(arguments: changed) func whatSaysLessOrMoreIsRefused(pair: Rewording) { pair.expectRefused() }
}
