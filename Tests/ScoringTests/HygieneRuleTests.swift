import Scoring
import StructuredText
import Testing

/// What is wrong with the file and not with its facts, in French and in English, at the right place behind letters of
/// several bytes.
@Suite struct HygieneRuleTests {
  /// The words that findings of the rule point at.
  private func words(_ rule: RuleID, in text: String, settings: RuleSettings = RuleSettings()) -> [String] {
    Judging.scorecard(text, settings: settings).findings.filter { $0.rule == rule }.compactMap(\.candidate)
      .sorted().map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  // MARK: placeholder-text, assistant-chatter

  @Test(arguments: [
    ("fr", "[insérer le chiffre ici]"), ("fr", "[à compléter]"), ("fr", "[Nom de l’entreprise]"),
    ("fr", "[votre texte ici]"), ("fr", "[source à vérifier]"), ("fr", "TODO"), ("en", "[insert figure here]"),
    ("en", "[Company Name]"), ("en", "[to be completed]"), ("en", "[citation needed]"), ("en", "Lorem ipsum"),
  ])
  func aPlaceholderIsShownWhole(language: String, placeholder: String) {
    let text = "---\nlang: \(language)\n---\n\nL’été 🌞 coûte \(placeholder) à « Besançon ».\n"
    #expect(words("placeholder-text", in: text) == [placeholder])
  }

  @Test func aLinkIsNoPlaceholder() {
    #expect(words("placeholder-text", in: "---\nlang: fr\n---\n\nVoir [le lien](https://a.org) et [1].\n") == [])
  }

  @Test(arguments: [
    ("fr", "Voici la version restylée :"), ("fr", "J’espère que cela vous aide !"), ("en", "I hope this helps!"),
    ("en", "Let me know if you want any changes."),
  ])
  func aRemarkOfAnAssistantIsFound(language: String, remark: String) {
    #expect(words("assistant-chatter", in: "---\nlang: \(language)\n---\n\nÉté 🌞.\n\n\(remark)\n").count == 1)
  }

  @Test(arguments: [
    ("fr", "Qu’en pensez-vous ?"), ("fr", "N’hésitez pas à nous écrire."), ("fr", "Voici comment procéder :"),
    ("en", "What do you think?"), ("en", "Let us know what you think."), ("en", "Here is how it works:"),
  ])
  func aCallToTheReaderIsNone(language: String, call: String) {
    #expect(words("assistant-chatter", in: "---\nlang: \(language)\n---\n\nÉté 🌞.\n\n\(call)\n") == [])
  }

  // MARK: encoding-broken

  @Test(arguments: [
    ("L’été au marchÃ© couvert.", ["Ã©"]), ("Lâ€™Ã©tÃ©", ["â€", "Ã©", "Ã©"]),
    ("Ã€ l’Ã‰tat, Ã§a va", ["Ã€", "Ã‰", "Ã§"]),
    ("Une Å“uvre, Â« oui Â».", ["Å“", "Â«", "Â»"]), ("Bravo ðŸŽ‰", ["ðŸ"]), ("Le march\u{FFFD} couvert", ["\u{FFFD}"]),
  ])
  func mangledLettersAreFound(text: String, mangled: [String]) {
    #expect(words("encoding-broken", in: text) == mangled)
  }

  @Test(arguments: [
    "Les façades de São Paulo, « Â » et “Ã”.", "GRÂCE À L’ÂGE", "Ångström, SÅ, ÅÄÖ", "« LÂ» et IRMÃ\u{A0}!",
    "â, ð et Ÿ",
  ])
  func rareLettersAreNotMangled(_ text: String) {
    #expect(words("encoding-broken", in: text) == [])
  }

  @Test func aByteOrderMarkIsAWarning() {
    let card = Judging.scorecard("\u{FEFF}---\ntitle: A\n---\n\nText.\n")
    #expect(card.findings.first { $0.rule == "encoding-broken" }?.severity == .warning)
  }

  // MARK: front-matter-broken, field-missing

  @Test(arguments: [
    "---\ntitle: A\n---\n\n---\ntitle: B\n---\n",
    "---\ntitle: A\n---\n\n# Été\n\n---\ntitle: B\ndate: 2025-01-01\n---\n",
    "---\ntitle: A\nlang: fr\n\n# Été\n", "```markdown\n---\ntitle: A\n---\n\n# Été\n```\n",
    "---\ntitle: Été : ça: va\n---\n",
    "---\ntitle: A\ntitle: B\n---\n", "+++\ntitle = Été\n+++\n", "{\"title\": \"Été\",,}\n",
  ])
  func brokenAndDoubledFrontMatterIsFound(_ head: String) {
    #expect(words("front-matter-broken", in: head + "\nTexte.\n").count == 1)
  }

  @Test(arguments: [
    "---\ntitle: A\n---\n\n# Été\n\n---\n\nNote : oui\n\n---\n", "---\ntitle: A\n---\n\n# Été\n\n---\nNote: oui\n---\n",
    "```yaml\ntitle: A\n```\n", "+++\ntitle = \"Été\"\n+++\n", "{\"title\": \"Été\"}\n",
  ])
  func thematicBreaksAndCodeAreNoFrontMatter(_ head: String) {
    #expect(words("front-matter-broken", in: head + "\nTexte.\n") == [])
  }

  @Test func aFieldGoesByAnyOfItsNames() {
    var settings = RuleSettings()
    settings.requiredFrontMatter = ["title", "description", "date", "author"]
    let text = "---\ntitle: Été\nexcerpt: Où ?\npubDate: 2025-01-02\nauthors: [Zoë]\n---\n\nTexte.\n"
    #expect(words("field-missing", in: text, settings: settings) == [])
    let empty = Judging.scorecard("---\ntitle: Été\nauthor:\n---\n\nTexte.\n", settings: settings)
      .findings.filter { $0.rule == "field-missing" }.map(\.message)
    #expect(empty.count == 3, "\(empty)")
  }

  // MARK: sentence-duplicated, stamp-mismatch

  @Test func aSentenceThatStandsThereTwiceIsShownTheSecondTime() {
    let text = "Chaque été 🌞, la ville de **Besançon** compte ses arbres. Puis tout change. "
    let again = "Chaque été 🌞, la ville de Besançon compte ses arbres !"
    #expect(words("sentence-duplicated", in: text + again) == [again])
  }

  @Test(arguments: [
    "<!--\nARTICLE FINAL - prêt\nScore intégrité : 12,5 %\n-->", "<!--\nFINAL ARTICLE\nIntegrity score: 12,5 %\n-->",
  ])
  func aStampThatIsWrongIsShown(_ stamp: String) {
    #expect(words("stamp-mismatch", in: "---\ntitle: Été\n---\n\n\(stamp)\n\nTexte.\n") == ["12,5 %"])
  }
}
