import Manuscripts
import StructuredText
import Testing

@Suite struct ArticleEditorTests {
  private let stamp = Stamp(integrityTenths: 974, style: 89)

  private func article(_ text: String) -> Article {
    ArticleParser().article(from: Array(text.utf8))
  }

  private func stamped(_ text: String, _ stamp: Stamp, _ place: StampPlace = .header, language: String = "fr") -> String
  {
    let once = ArticleEditor.stamped(article(text), with: stamp, place: place, language: language)
    let again = ArticleParser().article(from: once)
    #expect(ArticleEditor.stamped(again, with: stamp, place: place, language: language) == once)
    if place != .none { #expect(again.stamp == stamp) }
    #expect(ArticleEditor.unstamped(again) == ArticleEditor.unstamped(article(text)))
    #expect(again.tree.text.bytes == article(text).tree.text.bytes)
    return String(decoding: once, as: UTF8.self)
  }

  @Test func headerValuesAreReplacedAndNothingElse() {
    let text =
      "<!-- \nÉTAT\nVersion : Deux\nScore conversationnel : 12 %\nScore intégrité : 0.0%\nOptimisé le : 2025\n-->\n\n# É\n"
    #expect(
      stamped(text, stamp)
        == "<!-- \nÉTAT\nVersion : Deux\nScore conversationnel : 89%\nScore intégrité : 97.4%\nOptimisé le : 2025\n-->\n\n# É\n"
    )
  }

  @Test func equalValueKeepsItsSpelling() {
    let text = "<!--\nScore conversationnel : 89,0 %\nScore intégrité : 97,4\u{202F}%\n-->\nx\n"
    #expect(stamped(text, stamp) == text)
  }

  @Test func missingLineGetsItsUsualPlace() {
    #expect(
      stamped("<!--\nÉTAT\nScore intégrité : 1%\nOptimisé le : 2025\n-->\n", stamp)
        == "<!--\nÉTAT\nScore conversationnel : 89%\nScore intégrité : 97.4%\nOptimisé le : 2025\n-->\n")
    #expect(
      stamped("<!--\nVersion: two\nOptimized on: 2025\n-->\n", stamp, language: "fr")
        == "<!--\nVersion: two\nStyle score: 89%\nIntegrity score: 97.4%\nOptimized on: 2025\n-->\n")
  }

  @Test func newHeaderFollowsTheFrontMatter() {
    #expect(
      stamped("---\ntitle: a\n---\n\n# T\n", stamp)
        == "---\ntitle: a\n---\n\n<!--\nScore conversationnel : 89%\nScore intégrité : 97.4%\n-->\n\n# T\n")
    #expect(
      stamped("---\r\ntitle: a\r\n---\r\n# T\r\n", stamp, language: "en-GB")
        == "---\r\ntitle: a\r\n---\r\n\r\n<!--\r\nStyle score: 89%\r\nIntegrity score: 97.4%\r\n-->\r\n\r\n# T\r\n")
    #expect(
      stamped("# T\n", Stamp(integrityTenths: 1000, style: nil)) == "<!--\nScore intégrité : 100.0%\n-->\n\n# T\n")
    #expect(
      stamped("\u{FEFF}# T\n", Stamp(integrityTenths: 0, style: nil), language: "en")
        == "\u{FEFF}<!--\nIntegrity score: 0.0%\n-->\n\n# T\n")
  }

  @Test func headerIsReadAndWrittenInTheArticlesLanguage() {
    #expect(
      stamped("# T\n", stamp, language: "es")
        == "<!--\nPuntuación conversacional: 89%\nPuntuación de integridad: 97.4%\n-->\n\n# T\n")
    #expect(
      stamped("<!--\nVERIFICADO\nPuntuación de Integridad : 1 %\nOptimizado el: 2025\n-->\n", stamp, language: "fr")
        == "<!--\nVERIFICADO\nPuntuación conversacional: 89%\nPuntuación de Integridad : 97.4%\nOptimizado el: 2025\n-->\n"
    )
    #expect(stamped("# T\n", stamp, language: "xx").hasPrefix("<!--\nStyle score: 89%\n"))
  }

  @Test func frontMatterHoldsTheStampWhereItIsAskedTo() {
    #expect(
      stamped("---\ntitle: a # c\n---\nx\n", stamp, .frontMatter)
        == "---\ntitle: a # c\nstyleScore: 89\nintegrityScore: 97.4\n---\nx\n")
    #expect(
      stamped("---\nintegrityScore: \"12\"  # old\nstyleScore:\n---\nx\n", stamp, .frontMatter)
        == "---\nintegrityScore: 97.4  # old\nstyleScore: 89\n---\nx\n")
    #expect(
      stamped("# T\n", stamp, .frontMatter) == "---\nstyleScore: 89\nintegrityScore: 97.4\n---\n\n# T\n")
    #expect(
      stamped("{\n  \"title\": \"a\"\n}\n\nx\n", stamp, .frontMatter)
        == "{\n  \"title\": \"a\",\n  \"styleScore\": 89,\n  \"integrityScore\": 97.4\n}\n\nx\n")
  }

  @Test(arguments: [
    ("title = \"a\"", "title = \"a\"\nstyleScore = 89\nintegrityScore = 97.4"),
    (
      "title = 'a' # c\n[params]\n  b = 1", "title = 'a' # c\nstyleScore = 89\nintegrityScore = 97.4\n[params]\n  b = 1"
    ),
    ("integrityScore = 12.0 # old\nstyleScore = 1", "integrityScore = 97.4 # old\nstyleScore = 89"),
    ("[params]\nb = 1", "styleScore = 89\nintegrityScore = 97.4\n[params]\nb = 1"),
    (
      "date = 2025-06-02T08:00:00Z\ntags = [\n  \"a\",\n]\ntitle = \"\"\"\na\n[b]\"\"\"\n\n[[resources]]\nsrc = \"c\"",
      "date = 2025-06-02T08:00:00Z\ntags = [\n  \"a\",\n]\ntitle = \"\"\"\na\n[b]\"\"\"\nstyleScore = 89\nintegrityScore = 97.4\n\n[[resources]]\nsrc = \"c\""
    ),
  ])
  func tomlFrontMatterStaysTOML(_ before: String, _ after: String) {
    let text = stamped("+++\n\(before)\n+++\nx\n", stamp, .frontMatter)
    #expect(text == "+++\n\(after)\n+++\nx\n")
    #expect(stamped(text, stamp, .frontMatter) == text)
    #expect(String(decoding: ArticleEditor.unstamped(article(text)), as: UTF8.self).contains("Score") == false)
  }

  @Test func textInTOMLIsQuoted() throws {
    let changed = ArticleEditor.setting("slug", to: "town \"roofs\"", in: article("+++\nslug = \"a\"\n[x]\n+++\ny\n"))
    #expect(changed.map { String(decoding: $0, as: UTF8.self) } == "+++\nslug = \"town \\\"roofs\\\"\"\n[x]\n+++\ny\n")
  }

  @Test func noPlaceChangesNothing() {
    #expect(stamped("# T\n", stamp, .none) == "# T\n")
  }

  @Test(arguments: [
    ("title: a\ndate: b", "title", "c", "title: c\ndate: b"),
    ("title: 'a'  # kept\ndate: b", "title", "c", "title: c  # kept\ndate: b"),
    ("title: a", "title", "IA : le guide", "title: \"IA : le guide\""),
    ("title: a", "title", "dit \"oui\" \\ é", "title: \"dit \\\"oui\\\" \\\\ é\""),
    ("title: a", "lang", "fr", "title: a\nlang: fr"),
    ("title: a", "lang", "no", "title: a\nlang: \"no\""),
    ("title: a", "lang", "12", "title: a\nlang: \"12\""),
    ("title: |\n  a\n  b\n\ndate: c", "title", "x", "title: x\n\ndate: c"),
    ("tags:\n- a\n- b\ndate: c", "tags", "x", "tags: x\ndate: c"),
    ("tags: [a,\n  b] # c\ndate: c", "tags", "x", "tags: x # c\ndate: c"),
    ("  title: a\n  date: b", "lang", "fr", "  title: a\n  date: b\n  lang: fr"),
    ("title:\ndate: b", "title", "x", "title: x\ndate: b"),
    ("{title: a, date: b}", "lang", "fr", "{title: a, date: b, \"lang\": \"fr\"}"),
    ("{}", "lang", "fr", "{\"lang\": \"fr\"}"),
    ("# only a comment", "lang", "fr", "# only a comment\nlang: fr"),
  ]) func keyIsSetAndEveryOtherByteKept(_ before: String, _ key: String, _ value: String, _ after: String) throws {
    for (ending, tail) in [("\n", "\n# Body\n"), ("\r\n", "\r\n# Body\r\n")] {
      func document(_ frontMatter: String) -> String {
        "---\(ending)\(frontMatter.replacing("\n", with: ending))\(ending)---\(tail)"
      }
      let edited = try #require(ArticleEditor.setting(key, to: value, in: article(document(before))))
      #expect(String(decoding: edited, as: UTF8.self) == document(after))
      #expect(ArticleParser().article(from: edited).frontMatter?.node?[key]?.text == value)
    }
  }

  @Test func brokenFrontMatterIsNotEdited() {
    #expect(ArticleEditor.setting("lang", to: "fr", in: article("---\na: b: c\n---\n")) == nil)
    #expect(ArticleEditor.setting("lang", to: "fr", in: article("---\na: b\n")) == nil)
    #expect(ArticleEditor.setting("lang", to: "fr", in: article("+++\na = = 1\n+++\n")) == nil)
  }

  @Test func numberIsWrittenWithoutQuotes() throws {
    let edited = try #require(ArticleEditor.setting("n", to: "12", isText: false, in: article("---\na: b\n---\n")))
    #expect(String(decoding: edited, as: UTF8.self) == "---\na: b\nn: 12\n---\n")
  }

  @Test(arguments: [
    ("97.4%", 974), ("97,4 %", 974), ("97.45%", 975), ("100", 1000), ("0.0%", 0), ("89\u{A0}%", 890),
  ]) func scoreIsReadInTheUsualSpellings(_ text: String, _ tenths: Int) {
    #expect(article("<!--\nScore intégrité : \(text)\n-->\n").stamp == Stamp(integrityTenths: tenths, style: nil))
  }

  @Test(arguments: ["", "n/a", "%", "97.4.1%", "97%%", "97 pour cent", "1000000000000000000000000%", "-3%"])
  func whatIsNoScoreIsNoStamp(_ text: String) {
    #expect(article("<!--\nScore intégrité : \(text)\n-->\n").stamp == nil)
  }
}
