import Scoring
import Testing

/// Bounds that were turned, and amounts that took each other's place: set apart by commas, in words, or alone in a line.
@Suite struct ValuesInPlaceTests {
  static let changed = [
    Rewording(
      "fr", "Le scieur travaille à moins de 20 mètres du chemin.", "Le scieur travaille à plus de 20 mètres du chemin."),
    Rewording(
      "fr", "L'entrée est libre dans la limite des 180 chaises.", "L'entrée est libre au-delà de 180 chaises."),
    Rewording(
      "en", "The judge granted the lost rent, £9,400, and £1,300 for the roof.",
      "The judge granted the lost rent, £1,300, and £9,400 for the roof."),
    Rewording(
      "en", "Seven barges passed the lock and three missed it.", "Three barges passed the lock and seven missed it."),
    Rewording(
      "en", "Four barges passed the lock and two missed it.", "Two barges passed the lock and four missed it."),
    Rewording(
      "en", "Three of these wheels turn in winter, and one does not.",
      "One of these wheels turns in winter, and three do not."),
    Rewording(
      "fr", "Le gîte est à moins d'une heure de marche.", "Le gîte est à plus d'une heure de marche."),
    Rewording(
      "fr",
      "### 3,7 millions\n\nC'est le nombre de poules de la région. En outre, 210.000 canards nagent sur ses étangs.",
      "### 210.000\n\nC'est le nombre de poules de la région. En outre, 3,7 millions de canards nagent sur ses étangs."),
    Rewording(
      "en", "By order, `Wheel::A` will have a rank of 7, and `Wheel::B` will have a rank of 9.",
      "By order, `Wheel::A` will have a rank of 9, and `Wheel::B` will have a rank of 7."),
    Rewording(
      "fr", "L'école cherche un ou une secrétaire pour le printemps.",
      "L'école cherche trois secrétaires pour le printemps."),
    Rewording(
      "en", "We hire three millers for the spring.", "We hire one miller for the spring."),
  ]

  static let kept = [
    Rewording(
      "fr", "Le scieur travaille à moins de 20 mètres du chemin.",
      "Le scieur travaille à moins de vingt mètres du chemin."),
    Rewording(
      "fr", "Le bal sera annulé, à moins de trouver 15 musiciens.",
      "À moins de trouver 15 musiciens, le bal sera annulé."),
    Rewording(
      "en", "The judge granted £1,300 for the roof and the lost rent, £9,400.",
      "The judge granted the lost rent, £9,400, and £1,300 for the roof."),
    Rewording(
      "en", "Seven barges passed the lock and three missed it.", "Three barges missed the lock and seven passed it."),
    Rewording(
      "en", "Three of these wheels turn in winter, and one does not.",
      "One of these wheels does not turn in winter, and three do."),
    Rewording(
      "en", "By order, `Wheel::A` will have a rank of 7, and `Wheel::B` will have a rank of 9.",
      "By order, `Wheel::B` will have a rank of 9, and `Wheel::A` will have a rank of 7."),
    Rewording(
      "en", "The mill has a barge. Another barge lies at the quay.", "The mill has two barges at the quay."),
  ]

  @Test(arguments: changed) func whatTookAnothersPlaceIsRefused(_ rewording: Rewording) { rewording.expectRefused() }

  @Test(arguments: kept) func whatKeptItsPlaceIsKept(_ rewording: Rewording) { rewording.expectKept() }
}
