import Manuscripts
import StructuredText
import Testing

@testable import Facts
@testable import Scoring

/// Profiles as data: what each measure counts, and the points that its target gives.
@Suite struct StyleProfileTests {
  private func sheet(_ text: String, lang: String = "en") -> FactSheet {
    FactSheet(of: ArticleParser().article(from: Array("---\nlang: \(lang)\n---\n\n\(text)".utf8)))
  }

  private func count(_ subject: StyleSubject, _ text: String, lang: String = "en", integrity: Int = 1000) -> Int {
    StyleReading(of: sheet(text, lang: lang), integrity: Tenths(integrity)).count(subject).hundredths
  }

  /// The words at the places that a subject is counted at.
  private func words(_ subject: StyleSubject, _ text: String, lang: String = "en") -> [String] {
    let sheet = sheet(text, lang: lang)
    return StyleReading(of: sheet, integrity: .full).count(subject).places.map { place in
      String(decoding: sheet.article.bytes[place.range], as: UTF8.self)
    }
  }

  @Test func theShippedProfilesCanBeReadAndGiveAtMostAHundredPoints() {
    #expect(StyleProfile.shippedNames == ["conversational", "plain", "newsletter"])
    for name in StyleProfile.shippedNames {
      let profile = StyleProfile.named(name)
      #expect(profile?.name == name)
      #expect(profile?.measures.reduce(0) { $0 + $1.most } == 100)
    }
    #expect(StyleProfile.named("unheard-of") == nil)
  }

  @Test func wordingsAreFoundByTheListsOfTheLanguage() {
    let french = "Force est de constater que c'est révolutionnaire. Par ailleurs, l’outil va changer la donne."
    #expect(words(.cliches, french, lang: "fr") == ["révolutionnaire", "changer la donne"])
    #expect(words(.heavyTransitions, french, lang: "fr") == ["Force est de constater", "Par ailleurs"])
    #expect(words(.cliches, "This game-changer is cutting edge.") == ["game-changer", "cutting edge"])
    #expect(words(.heavyTransitions, "Furthermore, it rains. Moreover, it pours.") == ["Furthermore", "Moreover"])
    #expect(words(.cliches, "Es un cambio de paradigma.", lang: "es") == ["cambio de paradigma"])
    #expect(words(.word("PME"), "Les pme et la PME, pas les PMES.", lang: "fr") == ["pme", "PME"])
    #expect(words(.phrases(["en OUTRE"]), "En outre, hen outre.") == ["En outre", "en outre"])
  }

  @Test func structureIsCountedOutsideOfTheSources() {
    let text = """
      # Title

      One **bold** word of 12% and [a link](https://example.net/x).

      ## Second

      - first item
      - second item

      ### Third

      One sentence that is long enough to be told twice. One sentence that is long enough to be told twice.

      ## In conclusion

      That is all.

      ## Sources

      - **Council** – https://council.net/a
      - **Bureau** – https://bureau.net/b
      """
    #expect(count(.headings(level: nil), text) == 400)
    #expect(count(.headings(level: 2), text) == 200)
    #expect(words(.boldSpans, text) == ["bold"])
    #expect(count(.lists, text) == 100)
    #expect(count(.sources, text) == 200)
    #expect(count(.duplicateSentences, text) == 100)
    #expect(words(.percentages, text) == ["12%"])
    #expect(count(.conclusion, text) == 100)
    #expect(count(.conclusion, "# Title\n\nNothing ends here.\n") == 0)
    #expect(count(.conclusion, "# Titre\n\nUn.\n\nPour conclure, deux.\n", lang: "fr") == 100)
    #expect(count(.integrity, text, integrity: 974) == 9740)
  }

  @Test func readabilityFollowsTheFormulaOfTheLanguage() {
    // Two sentences, eight words, nine syllables: 206.835 − 1.015·4 − 84.6·9/8 = 107.6.
    let text = "The cat sat down. The bird ran away."
    #expect(count(.wordsPerSentence, text) == 400)
    #expect(count(.readingEase, text) == 10_760)
    // No word of more than six letters.
    #expect(count(.lix, text) == 400)
    #expect(count(.lix, "Administration improves everything.") == 300 + 10_000)
    // Two sentences, six words (the article of « l'eau » is none), six syllables: 207 − 1.015·3 − 73.6.
    #expect(count(.readingEase, "La route monte. Puis l'eau tombe.", lang: "fr") == 13_035)
    #expect(count(.readingEase, "") == 0)
  }

  private func points(_ target: StyleMeasure.Target, _ hundredths: Int, words: Int, most: Int = 20) -> Int {
    StyleMeasure(name: "x", subject: .words, most: most, target: target)
      .points(for: StyleCount(hundredths: hundredths), words: words) / words
  }

  @Test func targetsGiveTheirPointsAndSharesOfThem() {
    let band = StyleMeasure.Target.range(from: 100, to: 200, perWords: nil)
    #expect(
      [0, 500, 1000, 1500, 2000, 3000, 4000, 90_000].map { points(band, $0, words: 7) }
        == [0, 10_000, 20_000, 20_000, 20_000, 10_000, 0, 0])
    let rate = StyleMeasure.Target.range(from: 10, to: nil, perWords: 100)
    #expect([0, 100, 200, 400].map { points(rate, $0, words: 200) } == [0, 10_000, 20_000, 20_000])
    let none = StyleMeasure.Target.none(eachCosts: 25)
    #expect([0, 100, 300, 100_000_000].map { points(none, $0, words: 3) } == [20_000, 17_500, 12_500, 0])
    #expect(points(.range(from: nil, to: 0, perWords: nil), 100, words: 3) == 0)
  }

  @Test func thePointsOfTheLongestTextsAndTheWidestLimitsDoNotOverflow() {
    for target in [
      StyleMeasure.Target.range(from: 1_000_000, to: nil, perWords: 10_000),
      .range(from: nil, to: 1_000_000, perWords: 10_000), .range(from: 1_000_000, to: 1_000_000, perWords: nil),
      .none(eachCosts: 1000),
    ] {
      for count in [0, 1, 99_999, 800_000_000] {
        let found = points(target, count, words: 8_000_000, most: 100)
        #expect((0...100_000).contains(found))
      }
    }
  }
}
