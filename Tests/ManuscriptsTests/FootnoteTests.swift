import Manuscripts
import StructuredText
import Testing

@Suite struct FootnoteTests {
  private func references(_ article: Article) -> [String] {
    article.tree.footnoteReferences.map { reference in
      let before = String(decoding: article.tree.text.bytes[..<reference.text], as: UTF8.self)
      let source = String(decoding: article.bytes[reference.range.range], as: UTF8.self)
      return "\(reference.label) after '\(before.suffix(4))' @ \(source)"
    }
  }

  private func definitions(_ article: Article) -> [String] {
    article.tree.footnotes.map { note in
      let texts = note.blocks.map {
        String(decoding: article.tree.text.bytes[article.tree.blocks[$0].text], as: UTF8.self)
      }
      return "\(note.label): \(texts.joined(separator: " / "))"
    }
  }

  @Test func referencesAndDefinitionsAreTakenOutOfTheText() {
    let article = article("Un fait[^1], un autre[^note].\n\n[^1]: mot\n[^note]: Des *mots* [ici](http://a.fr).\n")
    #expect(outline("Un fait[^1], un autre[^note].\n\n[^1]: mot\n") == ["p: Un fait, un autre.", "fn0: mot"])
    #expect(references(article) == ["1 after 'fait' @ [^1]", "note after 'utre' @ [^note]"])
    #expect(definitions(article) == ["1: mot", "note: Des mots ici."])
    #expect(article.tree.links.map(\.destination) == ["http://a.fr"])
    let source = article.bytes[article.tree.footnotes[1].range.range]
    #expect(String(decoding: source, as: UTF8.self) == "[^note]: Des *mots* [ici](http://a.fr).")
  }

  @Test(arguments: [
    ("[^a]: un\ndeux\n    trois\n", ["a: un deux trois"]),
    ("[^a]: un\n\n    deux\n\ntrois\n", ["a: un / deux"]),
    ("[^a]: un\n\n    - b\n      - c\n", ["a: un / b / c"]),
    ("[^a]:\n    un\n", ["a: un"]),
    ("[^a]: un\n# deux\n", ["a: un"]),
    ("[^a]: un\n- deux\n", ["a: un"]),
    ("texte\n[^a]: un\n", ["a: un"]),
    ("[^a]: un\r\n[^b]: deux\r\n", ["a: un", "b: deux"]),
    ("> [^a]: un\n> deux\n>\n> trois\n", ["a: un deux"]),
    ("- [^a]: un\n- deux\n", ["a: un"]),
    ("[^a]: [x][r]\n\n[r]: http://b.fr\n", ["a: x"]),
    ("[^long-label_é]: x\n", ["long-label_é: x"]),
    ("[^a]:\n", ["a: "]),
    ("```\n[^a]: un\n```\n", []),
    ("<div>\n[^a]: un\n</div>\n", []),
    ("    [^a]: un\n", []),
    ("[^a b]: un\n", []),
  ]) func definitionGoesAsFarAsItsText(_ markdown: String, _ expected: [String]) {
    let found = definitions(article(markdown))
    #expect(found == expected)
  }

  @Test func textAroundADefinitionStays() {
    #expect(outline("avant\n[^a]: un\n\naprès\n") == ["p: avant", "p: après", "fn0: un"])
    #expect(outline("> [^a]: un\n>\n> deux\n") == ["> p: deux", "fn0: un"])
  }

  @Test func referenceWithoutDefinitionIsStillAReference() {
    #expect(references(article("Un fait[^9].\n")) == ["9 after 'fait' @ [^9]"])
  }

  @Test func referenceBehindABareAddressIsNoPartOfIt() {
    let text = "Voir http://a.fr/b[^1] et www.c.fr[^2][^3].\n"
    #expect(
      links(text) == [
        "autolink http://a.fr/b -> http://a.fr/b @ http://a.fr/b", "autolink www.c.fr -> http://www.c.fr @ www.c.fr",
      ])
    #expect(references(article(text)).count == 3)
  }

  @Test func codeHoldsNoReferences() {
    let article = article("`[^1]` \\[^2]\n\n[^1]: x\n")
    #expect(article.tree.footnoteReferences.isEmpty)
    #expect(outline("`[^1]`\n") == ["p: [^1]"])
  }

  @Test func manyFootnotesKeepTheirNumbers() {
    let count = 2_000
    let text = (0..<count).map { "[^\($0)]: note \($0)\n\n    suite\n\n" }.joined()
    let tree = article(text).tree
    #expect(tree.footnotes.count == count)
    #expect(tree.footnotes.allSatisfy { $0.blocks.count == 2 })
    #expect(tree.blocks.last?.kind == .footnote(count - 1))
  }
}
