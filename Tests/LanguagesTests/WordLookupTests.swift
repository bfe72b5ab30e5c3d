import Testing

@testable import LanguagePacks
@testable import Languages

struct WordLookupTests {
  private func hash(_ word: String) -> WordHash { WordHash(word.utf8) }

  @Test func wordsAreFoundByTextAndByToken() throws {
    let set = WordSet([hash("le"), hash("la")])
    #expect(set.contains("le"))
    #expect(!set.contains("les"))
    #expect(set.contains(try #require(tokens("La").first)))
    #expect(!set.isEmpty)
    #expect(WordSet([]).isEmpty)
    #expect(!WordSet([]).contains("le"))
  }

  @Test func manyWordsAreKeptApart() {
    let words = (0..<2000).map { "word\($0)" }
    let set = WordSet(words.enumerated().filter { $0.offset % 2 == 0 }.map { hash($0.element) })
    #expect(words.filter(set.contains) == words.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
  }

  @Test func filterLetsPassWhatWasAddedAndStopsMostOthers() {
    var filter = HeadFilter()
    PhraseTable([("deux cents", 1), ("janv*", 2), ("of", 3)]).addHeads(to: &filter) { $0 < 3 }
    #expect(tokens("deux janvier janviers").allSatisfy(filter.mayHold))
    #expect(tokens("cents of le la les une deuxième ja").filter(filter.mayHold).isEmpty)
  }

  @Test(arguments: [
    ("en", "the from with this that which their and of in to is was it le la les des par pour avec dans sur"),
    ("fr", "the from with this that which their and of in to is was it le la les des par pour avec dans sur"),
    ("es", "el los las del que por con para sobre entre como sin su sus lo al es fue han desde hasta"),
  ])
  func mostLittleWordsStartNoDate(_ language: String, _ text: String) throws {
    let dates = try pack(language).dates
    #expect(tokens(text).filter(dates.starters.mayHold).map(\.folded) == [])
  }

  @Test(arguments: [("en", "illegal", "legally"), ("en", "falls", "rising"), ("fr", "illégales", "legal")])
  func oppositesAreFoundInAnyForm(_ language: String, _ one: String, _ other: String) throws {
    let pack = try pack(language)
    let folded = tokens("\(one) \(other)").map(\.folded)
    #expect(pack.areOpposites(folded[0], folded[1]))
    #expect(pack.hasOpposite(folded[0]) || pack.hasOpposite(pack.stem(folded[0])))
    #expect(!pack.areOpposites(folded[0], folded[0]))
    #expect(!pack.hasOpposite("table"))
  }

  @Test(arguments: [
    ("en", "organizations", "organiz"), ("en", "cities", "city"), ("en", "class", "class"), ("en", "bus", "bus"),
    ("en", "running", "runn"), ("en", "stopped", "stop"),
  ])
  func endingsAreCutOff(_ language: String, _ word: String, _ stem: String) throws {
    #expect(try pack(language).stem(word) == stem)
  }

  @Test func languageIsToldByItsLittleWords() {
    func language(_ text: String, among tags: [LanguageTag] = LanguagePack.available) -> LanguageTag? {
      LanguageDetector.language(of: Lexicon(tokens(text)), among: tags)
    }
    #expect(language("Le chat est sur la table et il dort.")?.code == "fr")
    #expect(language("The cat is on the table and it sleeps.")?.code == "en")
    #expect(language("El gato está en la mesa y se duerme.")?.code == "es")
    #expect(language("Chat table") == nil)
    #expect(language("The cat is on the table.", among: []) == nil)
  }
}
