import Scoring
import Testing

/// What the words and signs around an amount or a date say of it.
@Suite struct AmountWordingTests {
  static let kept = [
    Rewording("en", "The rails of the quay span 755 metres.", "The rails of the quay span about 750 metres."),
    Rewording("fr", "Le quai a reçu 7 602 barques.", "Le quai a reçu près de 7 500 barques."),
    Rewording("en", "A change of −9.8% came after a rise of 4.6%.", "A fall of 9.8% came after a rise of 4.6%."),
    Rewording(
      "en", "At least 65 crews had signed up by May 11, 2024, and no more than 6 have left since.",
      "At least 65 crews had signed up by 2024-05-11, and no more than 6 have left since."),
    Rewording("fr", "En lien avec la guilde, elle garde les clés.", "En liaison avec la guilde, elle garde les clés."),
  ]

  static let changed = [
    Rewording("en", "The rails of the quay span 755 metres.", "The rails of the quay span 750 metres."),
    Rewording("en", "The rails of the quay span 755 metres.", "The rails of the quay span about 700 metres."),
    Rewording(
      "en", "The dues rose by 9.8% after a fall of 4.6% the year before.",
      "The dues rose by −9.8% after a fall of 4.6% the year before."),
    Rewording(
      "en", "The margin of 5.9% surprised the guild.", "The margin of minus 5.9% surprised the guild."),
    Rewording("en", "The bell rang at 17:34:38 that day.", "The bell rang at 17:34:39 that day."),
    Rewording("en", "They painted the quay in only three months.", "They painted the quay in at least three months."),
    Rewording("fr", "Seuls 5 % des quais sont éclairés.", "Au moins 5 % des quais sont éclairés."),
    Rewording("fr", "Le bac fut repeint en au moins 10 ans.", "Le bac fut repeint en seulement 10 ans."),
    Rewording("en", "We hope to see the ferry by night.", "We will see the ferry by night."),
    Rewording("en", "The new hull aims to improve the ferry.", "The new hull will improve the ferry."),
    Rewording("en", "The rope takes a lot of tar.", "The rope takes very little tar."),
    Rewording("fr", "Le bac est réservé aux communes rurales.", "Le bac est réservé aux communes littorales."),
    Rewording("en", "The songs spread across the world.", "The songs spread across the country."),
    Rewording(
      "fr", "La halle est fermée.", "La halle est fermée. « Nous irons jusqu'au bout », promet la direction."),
    Rewording(
      "en", "The readers come from Boise.",
      "The readers come from Boise. A hospital in Tampere was among the first to try it."),
    Rewording("en", "The ferry runs at night.", "I could not access the linked pages. The ferry runs at night."),
    Rewording("fr", "Le bac passe la nuit.", "Le bac passe la nuit. (Fin de la réponse)"),
  ]

  @Test(arguments: kept) func whatSaysTheSameCostsNothing(pair: Rewording) {
    let card = pair.among
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func whatSaysSomethingElseIsRefused(pair: Rewording) {
    let card = pair.among
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
