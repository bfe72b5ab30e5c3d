import Manuscripts
import StructuredText
import Testing

@Suite struct MarkdownTreeTests {
  @Test(arguments: [
    ("# Un *titre* `c` #\n", ["h1: Un titre c"]),
    ("Deux\n====\n\nTrois\n---\n", ["h1: Deux", "h2: Trois"]),
    ("a\nb  \nc\\\nd", ["p: a b c d"]),
    ("a\n\nb\r\nc\r\n", ["p: a", "p: b c"]),
    ("un\\*deux\\* &eacute;&#233;&#xE9;&rsquo;&inconnu; &amp;", ["p: un*deux* ééé’&inconnu; &"]),
    ("&#0; &#x110000; &#xD800;", ["p: \u{FFFD} \u{FFFD} \u{FFFD}"]),
    ("a<br>b<br/>c<span class=x>d</span> <!-- rien --> e", ["p: a b cd  e"]),
    ("**a**_b_~~c~~ `d  e`", ["p: abc d  e"]),
    ("`un\ndeux`", ["p: un deux"]),
    ("```swift\nlet a\n\n  b\n```\n", ["code: let a\n\n  b"]),
    ("    a\n\n      b\n", ["code: a\n\n  b"]),
    ("• un\n\n• deux", ["p: • un", "p: • deux"]),
    ("[insérer le chiffre ici]", ["p: [insérer le chiffre ici]"]),
    ("***\n\n---\n", []),
    ("![](a.png)", ["p: "]),
    ("[r]: http://a.fr", []),
  ]) func blocksReadAsAReaderSeesThem(_ markdown: String, _ expected: [String]) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    ("- a\n- b\n", ["0- p: a", "1- p: b"]),
    ("- a\n\n- b\n\n  c\n", ["0- p: a", "1- p: b", "1- p: c"]),
    ("3. a\n   - b\n     > c\n4. d\n", ["03. p: a", "0/1- p: b", "> 0/1- p: c", "24. p: d"]),
    (
      "1. **A** - x\n   - Date : 1\n   - URL : u\n\n2. **B**\n",
      ["01. p: A - x", "0/1- p: Date : 1", "0/2- p: URL : u", "32. p: B"]
    ),
    ("- [x] fait\n- [ ] reste\n", ["0- p: fait", "1- p: reste"]),
    ("- # h\n- ```\n  c\n  ```\n", ["0- h1: h", "1- code: c"]),
    ("> a\nb\n>> c\n", ["> p: a b", "> > p: c"]),
    ("- a\n\ntexte\n\n- b\n", ["0- p: a", "p: texte", "1- p: b"]),
  ]) func containersAreKnown(_ markdown: String, _ expected: [String]) {
    #expect(outline(markdown) == expected)
  }

  @Test func tableCellsKnowTheirPlace() {
    #expect(
      outline("| A | B |\n|---|:-:|\n| 1 \\| 2 | **x** |\n| | y |\n\nc\n\na|b\n---|---\n")
        == ["t0.0.0: A", "t0.0.1: B", "t0.1.0: 1 | 2", "t0.1.1: x", "t0.2.1: y", "p: c", "t1.0.0: a", "t1.0.1: b"])
  }

  @Test(arguments: [
    ("<h2>Un &eacute;</h2>\n<p>deux\n  trois <b>gras</b></p>\n", ["p: Un é", "html: deux trois gras"]),
    ("<h2>un</h2>\n<h3>deux</h3> trois\n", ["p: un", "p: deux", "p: trois"]),
    ("<div>\n<!-- rien\nici -->\n<script>\nvar a = 1 < 2;\n</script>\ntexte\n</div>\n", ["html: texte"]),
    ("<style>\np > a { }\n</style>\n", []),
    ("<p title=\"a > b\">x</p>\n", ["html: x"]),
    ("<ul><li>a<li>b</ul>\n", ["0- html: a", "1- html: b"]),
    (
      "<ol start=\"3\"><li>a<ul><li>b</li></ul></li>\n\n<li>c</li></ol>d\n\n</ul></li><li>e\n",
      ["03. html: a", "0/1- html: b", "24. html: c", "html: d", "html: e"]
    ),
    ("<div>a < b & c</div>\n", ["html: a < b & c"]),
    ("<p>a<br>b\n</p>\n", ["html: a b"]),
    ("<!-- jamais fermé\n\ntexte\n", []),
    ("- <p>a</p>\n", ["0- html: a"]),
    ("un mot<sup>1</sup><p>deux<sup><a href=\"#n\">2, 3</a></sup></p>\n", ["p: un mot[1]", "p: deux[2, 3]"]),
    ("4 m<sup>2</sup>, 10<sup>6</sup>, XX<sup>e</sup>, 2019<sup>4</sup>\n", ["p: 4 m2, 106, XXe, 2019[4]"]),
  ]) func textBetweenTagsIsRead(_ markdown: String, _ expected: [String]) {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    ("[un **deux**](http://a.fr/x \"T\")", ["link un deux -> http://a.fr/x (T) @ un **deux**](http://a.fr/x"]),
    ("[a](<b c> 'd')", ["link a -> b c (d) @ a](<b c>"]),
    ("[a](b(c)d)", ["link a -> b(c)d @ a](b(c)d"]),
    ("[a](b\\)c)", ["link a -> b)c @ a](b\\)c"]),
    ("[a](\nb\n)", ["link a -> b @ a](\nb"]),
    ("[](b)", ["link  -> b @ ](b"]),
    ("![é](i.png)", ["image é -> i.png @ é](i.png"]),
    ("[![](i.png)](b)", ["image  -> i.png @ ](i.png", "link  -> b @ ![](i.png)](b"]),
    ("[![alt](i.png)](b)", ["image alt -> i.png @ alt](i.png", "link alt -> b @ alt](i.png)](b"]),
    (
      "[a][r] [r][] [r]\n\n[r]: http://b.fr 't'",
      [
        "link a -> http://b.fr (t) @ a", "link r -> http://b.fr (t) @ r", "link r -> http://b.fr (t) @ r",
      ]
    ),
    ("<http://a.fr/?b=1&c>", ["autolink http://a.fr/?b=1&c -> http://a.fr/?b=1&c @ http://a.fr/?b=1&c"]),
    (
      "(https://a.fr/b), www.c.fr.",
      [
        "autolink https://a.fr/b -> https://a.fr/b @ https://a.fr/b", "autolink www.c.fr -> http://www.c.fr @ www.c.fr",
      ]
    ),
    ("x@y.fr", ["autolink x@y.fr -> mailto:x@y.fr @ x@y.fr"]),
    ("[https://a.fr](https://a.fr)", ["link https://a.fr -> https://a.fr @ https://a.fr](https://a.fr"]),
    ("[a](b?c=1&amp;d=2)", ["link a -> b?c=1&d=2 @ a](b?c=1&amp;d=2"]),
    (
      "a <a href=\"http://b.fr/?c&amp;d\" title='t'>e <b>f</b></a> g",
      [
        "link e f -> http://b.fr/?c&d (t) @ <a href=\"http://b.fr/?c&amp;d\" title='t'>e <b>f</b>"
      ]
    ),
    (
      "<p><a class=x href=/y>z</a> <img src='i.png'></p>\n",
      [
        "link z -> /y @ <a class=x href=/y>z", "image  -> i.png @ <img src='i.png'>",
      ]
    ),
    ("`[a](b)` \\[c](d)", []),
  ]) func linksLeadSomewhere(_ markdown: String, _ expected: [String]) {
    #expect(links(markdown) == expected)
  }

  @Test func spansKnowTheirText() {
    let tree = article("*a* **b `c`** ~~d~~").tree
    let spans = tree.spans.map { "\($0.kind) \(String(decoding: tree.text.bytes[$0.text], as: UTF8.self))" }
    #expect(spans == ["emphasis a", "code c", "strong b c", "strikethrough d"])
  }

  @Test(arguments: [
    ("## Deux **mots**", "## Deux **mots**"), ("- **a** b", "**a** b"), ("> a\n> b", "a\n> b"), ("Titre\n===", "Titre"),
    ("| a | b |\n|---|---|", "a"), ("```\nc\n d\n```", "c\n d"), ("[a](b \"t\")", "[a](b \"t\")"),
    ("[a][r]\n\n[r]: /u", "[a][r]"),
    ("[r][<b>c</b>] d\n\n[r]: /u", "[r][<b>c</b>] d"), ("<p> x </p>", "x"),
  ]) func blockRangeCoversItsMarkup(_ markdown: String, _ expected: String) throws {
    let article = article(markdown)
    let block = try #require(article.tree.blocks.first)
    #expect(String(decoding: article.bytes[block.range.range], as: UTF8.self) == expected)
  }

  @Test func textLeadsBackToTheBlob() throws {
    let text = "# É\n\n- un &eacute; *deux*\n  trois\n"
    let article = article(text)
    let tree = article.tree
    func source(_ words: String) throws -> String {
      let bytes = Array(words.utf8)
      let all = tree.text.bytes
      let start = try #require(all.indices.first { all[$0...].starts(with: bytes) })
      return String(decoding: article.bytes[tree.text.source(of: start..<(start + bytes.count)).range], as: UTF8.self)
    }
    #expect(try source("un é deux") == "un &eacute; *deux")
    #expect(try source("eux tro") == "eux*\n  tro")
    #expect(try source("é") == "&eacute;")
  }

  /// md4c looks one byte behind the digits of a last line, where memory that was freed may hold what makes a list of them.
  @Test func lastLineOfDigitsStaysWhateverLiesBehindIt() {
    for length in 1...200 {
      let text = String(repeating: "a", count: length) + "\n\n1999"
      for _ in 0..<20 {
        var noise = (0..<8).map { _ in [UInt8](repeating: UInt8(ascii: "."), count: text.utf8.count + 1) }
        noise.removeAll()
        let tree = ArticleParser().article(from: Array(text.utf8)).tree
        #expect(tree.text.bytes.suffix(5) == Array("1999\n".utf8))
      }
    }
  }

  @Test func thousandsOfAddressesInOneBlockAreNotLookedFor() {
    let list = String(repeating: "- http://a.fr/b_c\n", count: 5_000)
    #expect(article(list).tree.links.count == 5_000)
    let glued = String(repeating: "http://a.fr[", count: 50_000)
    #expect(article(glued).tree.blocks.count == 1)
  }
}
