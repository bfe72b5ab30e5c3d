import Testing

@testable import Wording

/// Which language a person is spoken to in.
@Suite struct MessageLanguageTests {
  @Test(arguments: [
    ("fr", MessageLanguage.french), ("fr-CA", .french), ("fr_FR.UTF-8", .french), ("FR", .french), ("en", .english),
    ("en_GB@euro", .english),
  ])
  func tagIsReadInEveryNotation(tag: String, language: MessageLanguage) {
    #expect(MessageLanguage(tag: tag) == language)
  }

  @Test(arguments: ["", "de", "french", "fra", "_fr", "1", "é"]) func otherTagsStandForNone(tag: String) {
    #expect(MessageLanguage(tag: tag) == nil)
  }

  @Test(
    arguments: [
      ([:], MessageLanguage.english),
      (["LANG": "fr_CA"], .french),
      (["LC_ALL": "", "LC_MESSAGES": "fr", "LANG": "en"], .french),
      (["LC_ALL": "en", "LC_MESSAGES": "fr", "LANG": "fr"], .english),
      // A list of wishes goes before the locale, unless no language at all is asked for.
      (["LANG": "de", "LANGUAGE": "es:fr:en"], .french),
      (["LANG": "C.UTF-8", "LANGUAGE": "fr"], .english),
      (["LC_ALL": "POSIX", "LANG": "fr"], .english),
      (["LANG": "de_DE", "LANGUAGE": "::es"], .english),
    ] as [([String: String], MessageLanguage)])
  func localeIsReadByTheRulesOfTheSystem(variables: [String: String], language: MessageLanguage) {
    #expect(MessageLanguage(localeIn: { variables[$0] }) == language)
  }

  @Test func everyLanguageHasATagThatLeadsBackToIt() {
    for language in MessageLanguage.allCases { #expect(MessageLanguage(tag: language.tag) == language) }
  }

  @Test(arguments: [(0, "0 entries"), (1, "1 entry"), (2, "2 entries")])
  func oneThingIsToldFromSeveral(count: Int, text: String) {
    // Tests share one process, and with it the language that nobody has chosen.
    #expect(counted(count, "entry", "entries", fr: "entrée") == text)
  }
}
