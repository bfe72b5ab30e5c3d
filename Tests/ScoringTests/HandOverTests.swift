import Scoring
import Testing

/// Words with which an assistant hands its work over at an end of the article, and sentences of authors that look like them.
@Suite struct HandOverTests {
  private static let text = [
    "en": "The ferry calls at the quay below the mill.\n\nThe keeper paints the lock.",
    "fr": "Le bac accoste au quai sous le moulin.\n\nLe gardien repeint l'écluse.",
  ]

  private static func article(_ lang: String, _ opening: String, _ closing: String) -> String {
    "---\nlang: \(lang)\n---\n\n\(opening)\n\n# Quay\n\n\(text[lang] ?? "")\n\n\(closing)\n"
  }

  static let openings: [(String, String)] = [
    ("en", "Here you go:"), ("en", "Certainly!"), ("en", "Let's make this flow better."), ("fr", "Voilà :"),
    ("fr", "Bien sûr !"), ("fr", "Certainement. Je vous propose la reformulation suivante :"),
    ("fr", "Avec plaisir : la version révisée se trouve ci-dessous."), ("fr", "Voilà le résultat :"),
  ]

  @Test(arguments: openings) func anOpeningIsARemark(lang: String, opening: String) {
    expectRemark(Self.article(lang, opening, ""), against: Self.article(lang, "", ""))
  }

  static let closings: [(String, String)] = [
    ("en", "Please let me know which version you prefer."), ("fr", "Dites-moi quelle version vous préférez."),
    ("en", "All facts, dates and quotes are unchanged."), ("en", "I did not alter any date."),
    ("en", "Need a different tone? Just say the word."), ("fr", "Toutes les données ont été préservées."),
    ("fr", "Toutes les données, dates et citations sont inchangées."),
    ("fr", "Dis-moi s'il te faut une autre version."),
    ("fr", "Si tu le veux plus percutant, fais-moi signe."),
    ("en", "I can also turn it into a leaflet if you wish."), ("fr", "Je peux aussi le mettre en espagnol si besoin."),
  ]

  @Test(arguments: closings) func aClosingIsARemark(lang: String, closing: String) {
    expectRemark(Self.article(lang, "", closing), against: Self.article(lang, "", ""))
  }

  /// Before a title that is told as text, its lines are no part of the article.
  @Test func anOpeningBehindLinesOfItsOwnIsARemark() {
    let head = "title: The quay\n\n"
    let text = "## The lock\n\nThe keeper paints the lock.\n"
    expectRemark(head + "Sure thing. Below is the reworked piece:\n\n" + text, against: head + text)
  }

  private func expectRemark(_ article: String, against baseline: String) {
    let card = Judging.scorecard(article, against: baseline)
    #expect(card.findings.contains { $0.rule == "assistant-chatter" }, "\(article)")
    #expect(card.integrity.value < 950)
  }

  static let ofAuthors: [(String, String)] = [
    ("en", "No figures have been released yet."), ("en", "Here is one way to tie the rope."),
    ("en", "Here is a shorter version of the tale."), ("en", "This version uses a wooden gate."),
    ("en", "Let me know if anything is missing in the boat."), ("en", "Key changes: a new gate, a new keeper."),
    ("fr", "Aucun chiffre n'a été publié."), ("fr", "Voici une version plus courte du sentier."),
    ("fr", "Principaux changements : une vanne, un gardien."), ("fr", "Cette version utilise une vanne de bois."),
    ("fr", "Si cela vous convient, venez le lundi."),
  ]

  /// What stood in the middle of the baseline and stands there still is the author's.
  @Test(arguments: ofAuthors) func whatStayedInTheMiddleIsNoRemark(lang: String, sentence: String) {
    let text = (Self.text[lang] ?? "").split(separator: "\n\n").joined(separator: "\n\n\(sentence)\n\n")
    let article = "---\nlang: \(lang)\n---\n\n# Quay\n\n\(text)\n"
    let card = Judging.scorecard(article, against: article)
    #expect(!card.findings.contains { $0.rule == "assistant-chatter" }, "\(card.findings.map(\.message))")
  }
}
