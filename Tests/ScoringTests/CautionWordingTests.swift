import Scoring
import Testing

/// Cautions in the many words that newsrooms have for them: what is alleged, considered, tried or nearly so.
@Suite struct CautionWordingTests {
  static let kept = [
    Rewording(
      "en", "The harbour master reportedly hid the keys.", "The harbour master is said to have hidden the keys."),
    Rewording("en", "She is accused of forging 14 tickets.", "She is charged with forging 14 tickets."),
    Rewording("en", "The guild alleged that the lock leaks.", "The guild claimed that the lock leaks."),
    Rewording("en", "The repairs are almost finished.", "The repairs are nearly finished."),
    Rewording("en", "The ferry runs late, according to the guild.", "The ferry runs late, as per the guild."),
    Rewording("en", "The quay employs 230 people.", "The quay has 230 employees."),
    Rewording("fr", "Le quai emploie 230 personnes.", "Le quai compte 230 salariés."),
    Rewording("fr", "La taxe pourrait réduire l'attente.", "La taxe réduirait l'attente."),
    Rewording("fr", "Le bac est réputé le plus lent du canal.", "Le bac passe pour le plus lent du canal."),
    Rewording("fr", "Elle est accusée d'avoir falsifié 14 billets.", "Elle est jugée pour avoir falsifié 14 billets."),
    Rewording("fr", "Les travaux sont presque terminés.", "Les travaux sont quasiment terminés."),
    Rewording("fr", "Point à relever aussi : le bac part à midi.", "Le bac part à midi."),
  ]

  static let changed = [
    Rewording("en", "The harbour master allegedly hid the keys.", "The harbour master hid the keys."),
    Rewording("en", "The alleged thief left on Monday.", "The thief left on Monday."),
    Rewording("en", "It is believed that two barges sank.", "Two barges sank."),
    Rewording("en", "She is accused of forging 14 tickets.", "She forged 14 tickets."),
    Rewording("en", "The lock is considered the oldest on the canal.", "The lock is the oldest on the canal."),
    Rewording("en", "The repairs are almost finished.", "The repairs are finished."),
    Rewording("en", "The guild tried to close the lock.", "The guild closed the lock."),
    Rewording("en", "There is a risk that the lock leaks.", "The lock leaks."),
    Rewording("fr", "La taxe réduirait l'attente.", "La taxe réduit l'attente."),
    Rewording("fr", "La guilde espère doubler le péage d'ici à 2027.", "La guilde va doubler le péage d'ici à 2027."),
    Rewording("fr", "Le passeur aurait caché les clés.", "Le passeur a caché les clés."),
    Rewording("fr", "Le bac est réputé le plus lent du canal.", "Le bac est le plus lent du canal."),
    Rewording("fr", "Elle est accusée d'avoir falsifié 14 billets.", "Elle a falsifié 14 billets."),
    Rewording("fr", "Les travaux sont presque terminés.", "Les travaux sont terminés."),
    Rewording("en", "The guild has not ruled out a rise.", "The guild has ruled out a rise."),
    Rewording(
      "en", "“The lock leaks when it freezes,” Lindqvist said.", "“The lock leaks when it freezes,” Okafor said."),
    Rewording("en", "The tolls fell by 2% that year.", "The tolls fell by −2% that year."),
    Rewording("en", "The canal served a quarter of a million people.", "The canal served 350,000 people."),
  ]

  static let sameNumbers = [
    Rewording("en", "The canal served a quarter of a million people.", "The canal served 250,000 people."),
    Rewording("fr", "Le canal sert trois quarts de million de foyers.", "Le canal sert 750 000 foyers."),
    Rewording("fr", "Le péage a pris 1,1 % au 1er janvier 2024.", "Le péage a pris 1,1 % au 2024-01-01."),
  ]

  static let sameTimes = [
    Rewording("fr", "La guilde se réunit à partir de 18h30.", "La guilde se réunit à partir de 18:30.")
  ]

  @Test(arguments: kept + sameNumbers + sameTimes) func whatSaysTheSameCostsNothing(pair: Rewording) {
    let card = pair.among
    #expect(card.integrity == .full, "\(card.findings)")
  }

  @Test(arguments: changed) func whatSaysMoreThanIsKnownIsRefused(pair: Rewording) {
    let card = pair.among
    #expect(card.integrity.value < 950, "\(card.findings)")
  }
}
