import Scoring
import Testing

/// Amounts and dates in other notations, and amounts that are said again beside themselves: rounded, worked out, or led by "in
/// other words".
@Suite struct ValuesSaidAgainTests {
  static let kept = [
    Rewording("fr", "Le bac part à 7h45 devant la halle.", "Le bac part à 7 h 45 devant la halle."),
    Rewording("fr", "Le marché dure de 6h00 à 11h30 chaque samedi.", "Le marché dure de 6 h à 11 h 30 chaque samedi."),
    Rewording("fr", "La foire ouvre le 7 octobre à 9h.", "La foire ouvre le 07/10 à 9h."),
    Rewording("fr", "La foire dure du 7 au 9 mars au bord du lac.", "La foire dure du 7 au 9/03 au bord du lac."),
    Rewording("en", "Two thirds of the barges carry sand.", "2/3 of the barges carry sand."),
    Rewording("fr", "Les trois quarts des barges portent du sable.", "Les 3/4 des barges portent du sable."),
    Rewording("en", "The weir was closed for nine consecutive weeks.", "The weir was closed for nine weeks in a row."),
    Rewording(
      "fr", "La digue a coûté 58 milliards de livres sterling.",
      "La digue a coûté près de 60 milliards de livres sterling (58 milliards)."),
    Rewording(
      "en", "The silo holds between 12 and 18 tonnes of oats.",
      "The silo holds no less than 12 and no more than 18 tonnes of oats."),
    Rewording(
      "en",
      "The silo holds between 12 and 18 tonnes of oats. In other words, it takes at least 12 and at most 18 tonnes.",
      "The silo holds between 12 and 18 tonnes of oats."),
    Rewording(
      "en", "The guild reported 100 per cent growth last spring.",
      "The guild reported 100 per cent growth last spring, which is to say that it doubled."),
    Rewording(
      "en", "The guild reported 100 per cent growth last spring, which is to say that it doubled.",
      "The guild reported 100 per cent growth last spring."),
    Rewording(
      "en", "The guild drew over 700 gifts from the valley. In other words, the valley has given more than 700 times.",
      "The guild drew over 700 gifts from the valley."),
    Rewording(
      "en", "There were 830 bids. 317 of them came too late.",
      "There were 830 bids. 317 of them came too late, which left 513."),
    Rewording(
      "en", "The flock grows by 23% a year.",
      "The flock grows by 23% a year. In other words, the flock goes up by some 23 per cent annually."),
    Rewording(
      "fr",
      "Le troupeau croît de 23 % par an. Autrement dit, chaque année, le troupeau grandit de 23 pour cent.",
      "Le troupeau croît de 23 % par an."),
    Rewording(
      "fr",
      "Pour les fermes isolées, la perte peut monter jusqu'à 70 %. Ces fermes isolées peuvent donc perdre 70 % du foin.",
      "Pour les fermes isolées, la perte peut monter jusqu'à 70 %."),
    Rewording(
      "en", "The basin grew from 9 hectares to 36 hectares, that is to say a fourfold increase.",
      "The basin grew from 9 hectares to 36 hectares."),
    Rewording(
      "es", "El rebaño crece un 23 % al año. Es decir, cada año el rebaño aumenta un 23 por ciento.",
      "El rebaño crece un 23 % al año."),
    Rewording(
      "en", "The passes hold for 88 hours, just over three days (to be exact, three days and 16 hours).",
      "The passes hold for 88 hours, just over three days."),
  ]

  static let changed = [
    Rewording("fr", "Le bac part à 7h45 devant la halle.", "Le bac part à 7 h 55 devant la halle."),
    Rewording("fr", "La foire ouvre le 7 octobre à 9h.", "La foire ouvre le 07/11 à 9h."),
    Rewording("en", "Two thirds of the barges carry sand.", "3/4 of the barges carry sand."),
    Rewording("en", "The weir was closed for nine consecutive weeks.", "The weir was closed for six weeks in a row."),
    Rewording(
      "fr", "La digue a coûté 58 milliards de livres sterling.",
      "La digue a coûté près de 70 milliards de livres sterling (58 milliards)."),
    Rewording(
      "fr", "La digue a coûté 58 milliards de livres sterling.",
      "La digue a coûté près de 60 millions de livres sterling (58 milliards)."),
    Rewording(
      "en", "The silo holds between 12 and 18 tonnes of oats.",
      "The silo holds no less than 14 and no more than 18 tonnes of oats."),
    Rewording(
      "en", "The guild reported 100 per cent growth last spring.",
      "The guild reported 100 per cent growth last spring, which is to say that it tripled."),
    Rewording(
      "en", "There were 830 bids. 317 of them came too late.",
      "There were 830 bids. 317 of them came too late, which left 613."),
    Rewording(
      "en", "The flock grows by 23% a year.",
      "The flock grows by 23% a year. In other words, the flock goes up by some 32 per cent annually."),
    Rewording(
      "fr", "Le troupeau croît de 23 % par an. Autrement dit, 180 bêtes le rejoignent.",
      "Le troupeau croît de 23 % par an."),
    Rewording(
      "en", "The basin grew from 9 hectares to 36 hectares.",
      "The basin grew from 9 hectares to 36 hectares, that is to say a sixfold increase."),
  ]

  @Test(arguments: kept) func whatIsSaidAgainIsNoChange(_ rewording: Rewording) { rewording.expectUnchanged() }

  @Test(arguments: changed) func whatSaysOtherwiseIsRefused(_ rewording: Rewording) { rewording.expectRefused() }
}
