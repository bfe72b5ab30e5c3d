import Manuscripts
import StructuredText
import TestSupport
import Testing

/// What a site generator replaces is no text; what stands around it reads as if it were not there.
@Suite struct TemplateTests {
  @Test(
    arguments: [
      // Hugo
      ("{{< figure src=\"a 13 %.png\" >}}\n\nUn mot.\n", ["p: Un mot."]),
      ("Avant {{< x >}} après, {{% y %}}.\n", ["p: Avant après,."]),
      (
        "{{% notice tip %}}\n| a | b |\n|---|---|\n| 1 | 2 |\n{{% /notice %}}\n",
        [
          "t0.0.0: a", "t0.0.1: b", "t0.1.0: 1", "t0.1.1: 2",
        ]
      ),
      ("- un\n  {{< figure\n    src=\"a.png\"\n  >}}\n- deux\n", ["0- p: un", "1- p: deux"]),
      ("{{< quote >}}Un **mot**.{{< /quote >}}\n", ["p: Un mot."]),
      ("a\n\n{{< highlight go >}}\nx := 13\n\ny\n{{< /highlight >}}\n\nb\n", ["p: a", "p: b"]),
      ("## Titre {#ancre}\n\ntexte\n", ["h2: Titre", "p: texte"]),
      // Liquid, Nunjucks, kramdown
      ("{% include a.html b=\"13 %\" %}\nUn {{ page.title | escape }} mot.\n", ["p: Un mot."]),
      ("{%- if x -%}\nOui.\n{%- else -%}\nNon.\n{%- endif -%}\n", ["p: Oui.", "p: Non."]),
      ("{% highlight ruby %}\nputs 13\n{% endhighlight %}\n\nb\n", ["p: b"]),
      ("{% comment %}\n13 %\n\n{% endcomment %}b\n", ["p: b"]),
      ("{% raw %}{{ a }}{% endraw %}\n", ["p: {{ a }}"]),
      ("Un.\n{: .note #b title=\"13 % de tout\"}\n\nDeux.{:toc}\n", ["p: Un.", "p: Deux."]),
      ("{{ page.date | date: \"%d %B %Y\" }} : un {{#if x}}mot{{/if}}.\n", ["p: : un mot."]),
      ("Un mot {{ \"/a.png\" | relative_url }}.\n", ["p: Un mot."]),
      ("{% for post in site.posts reversed limit:3 %}Un.{% endfor %}\n", ["p: Un."]),
      ("{% assign a = b | where: \"x\", 13 | first %}{% include_cached a.html b = c %}Un.\n", ["p: Un."]),
      (
        "{{< gist spf13 7896402 \"img.html\" >}}{{< youtube w7Ft2ymGmfc >}} {{< tweet user=\"a b c\" id=13 />}}Un.\n",
        ["p: Un."]
      ),
      // MDX
      ("import A from \"./a\"\nexport const x = {\n\n  n: 13,\n}\n\nUn {x.n} mot.\n", ["p: Un mot."]),
      ("<Chart\n  data={[13, 20]}\n  title=\"13 %\"\n/>\n\nUn mot.\n", ["p: Un mot."]),
      ("<Note>\n\nUn **mot**.\n\n</Note>\n", ["p: Un mot."]),
      ("Un <Tip text={\"a > b\"}>mot</Tip> ici {/* 13 % */}.\n", ["p: Un mot ici."]),
      ("<Box />\n\n<div style={{width: 13}}>\n  Un mot\n</div>\n", ["p: Un mot"]),
      ("<Box />\n\nUn {n > 1 && <Tip text={n} size=\"13 px\" />} mot{\" \"}.\n", ["p: Un mot."]),
      (
        "<Box />\n\n{items.map((item) => <li key={item.id} {...item}>{item.name}</li>)}\n\nUn mot.\n", ["p: Un mot."]
      ),
      ("<Box a=\"un texte de 13 %\" b={{c: 'un texte de 13 %'}} />Un mot.\n", ["p: Un mot."]),
    ] as [(String, [String])]) func templatesAreNoText(_ markdown: String, _ expected: [String])
  {
    #expect(outline(markdown) == expected)
  }

  @Test(arguments: [
    "Un { seul } mot, et {13 %}.", "{{ 13 % }} des communes", "{{ jamais fermé", "{% 13 % %}", "{{<13>}}",
    "{{ a\n\nb }}", "import de 13 % de biens\n\nexport vers 4 pays", "x <Y and z> w", "a {.1} {#1}",
    "export de default", "{: sans fin",
  ]) func whatIsNoTemplateStaysText(_ markdown: String) {
    #expect(article(markdown).tree.templates == [])
    #expect(outline(markdown).joined(separator: " ").contains("{") == markdown.contains("{"))
  }

  /// Braces hide code, and no sentence: a reader of the page would see it.
  @Test(arguments: [
    "{{ Le taux atteint 45 points en 2023 }}", "{{ 45 }}", "{{ taux : 45 }}", "{# Le taux atteint 45 % en 2023 #}",
    "{: Le taux atteint 45 % en 2023, selon Insee}", "{: taux atteint}", "{#taux atteint 45}",
    "{{< le taux atteint 45 points >}}", "{{% taux de 45 %}}",
    "{{</* figure */>}}", "{% le taux atteint 45 %}", "{% taux, de 45 points, est grand %}", "{% taux : 45 points %}",
  ])
  func sentencesInBracesAreText(_ sentence: String) {
    for markdown in ["Un mot. \(sentence)\n", "\(sentence)\n\nUn mot.\n"] {
      #expect(article(markdown).tree.templates == [])
      let shown = outline(markdown).joined(separator: " ")
      #expect(shown.contains(sentence.replacing("*", with: "")) || shown.contains(sentence), "\(shown)")
    }
  }

  /// A text that the page may show is in sight, without the tag around it.
  @Test(arguments: [
    ("{{ \"Le taux atteint 45 %\" }}", "Le taux atteint 45 %"), ("{{ \"45 %\" | upcase }}", "45 %"),
    ("{{ x | default: \"le taux de 45 %\" }}", "le taux de 45 %"), ("{{ \"now\" | date: \"%Y\" }}", "now"),
    ("{{< note \"Le taux atteint 45 %\" >}}", "Le taux atteint 45 %"), ("{{< stat \"45 %\" >}}", "45 %"),
    ("{{< stat \"45\u{A0}%\" \"de tout\" />}}", "45\u{A0}% de tout"),
    ("{% set x = \"le taux de 45 %\" %}", "le taux de 45 %"),
    ("{{< highlight go \"un texte\" >}}x := 13{{< /highlight >}}fin", "fin"),
  ])
  func textsOfTagsAreText(_ tag: String, _ expected: String) {
    #expect(outline("Un mot.\n\n\(tag)\n") == ["p: Un mot.", "p: \(expected)"])
  }

  /// What MDX would show, and what only looks like MDX.
  @Test(arguments: [
    "{Le taux atteint 45 % en 2023 et 300 000 emplois ont disparu.}", "{\"45 %\"}", "{45}", "{'taux'}",
    "{isOn && <b>45 %</b>}", "{isOn && <b>l'eau</b>}", "{taux, de, 45}", "{taux: 45}",
    "{t(\"Le taux atteint 45 %\")}", "{Le taux\n\nest de 45 %}", "{`45 %`}", "{{45}}",
    "{encore /* 45 % */}",
  ])
  func sentencesBesideAComponentAreText(_ sentence: String) {
    let markdown = "<Note />\n\nUn mot.\n\n\(sentence)\n"
    let article = article(markdown)
    #expect(article.tree.templates.map(\.start) == [0])
    #expect(article.bytesWithoutTemplates.suffix(sentence.utf8.count + 1).elementsEqual((sentence + "\n").utf8))
  }

  @Test(arguments: [
    ("import A from \"./a\"\nLe taux atteint 45 %.\n", ["p: Le taux atteint 45 %."]),
    ("export const a = \"Le taux atteint 45 %\"\n", ["p: export const a = \"Le taux atteint 45 %\""]),
    ("<Note />\n\n{isOn && <b>45 {unit}</b>}\n", ["p: {isOn && 45 }"]),
    ("<Note le taux est de 45 %>\n", ["p: <Note le taux est de 45 %>"]),
    ("<Note a=\"x\n\nLe taux atteint 45 %.\n\n\" />\n", ["p: <Note a=\"x", "p: Le taux atteint 45 %.", "p: \" />"]),
    (
      "Une liste List<String> et {de 45 % en 2023}.\n\n{\n\n30 % en 2019\n\n}\n",
      ["p: Une liste List et {de 45 % en 2023}.", "p: {", "p: 30 % en 2019", "p: }"]
    ),
  ])
  func sentencesBesideCodeAreText(_ markdown: String, _ expected: [String]) {
    #expect(outline(markdown) == expected)
  }

  /// A fence belongs to the list item or the quote that it stands in.
  @Test(arguments: [
    ("- ```js\n  let a = 1\n  ```\n\nUn {{ x }} mot.\n", ["0- code: let a = 1", "p: Un mot."]),
    ("1. un\n\n   ```\n   {{ a }}\n   ```\n2. {{ x }} deux\n", ["01. p: un", "01. code: {{ a }}", "12. p: deux"]),
    ("- ```\n  {{ a }}\n\nUn {{ x }} mot.\n", ["0- code: {{ a }}", "p: Un mot."]),
    ("> ```\n> {{ a }}\n\nUn {{ x }} mot.\n", ["> code: {{ a }}", "p: Un mot."]),
    ("Un.\n\n    ````\n\nUn {{ x }} mot.\n", ["p: Un.", "code: ````", "p: Un mot."]),
    ("```\n    ```\n{{ a }}\n```\n\nUn {{ x }} mot.\n", ["code:     ```\n{{ a }}", "p: Un mot."]),
    (
      "- a\n  - b\n    ~~~\n    {{ a }}\n    ~~~\n  - {{ x }} c\n",
      ["0- p: a", "0/1- p: b", "0/1- code: {{ a }}", "0/2- p: c"]
    ),
  ])
  func fencesEndWhereTheyDo(_ markdown: String, _ expected: [String]) {
    #expect(outline(markdown) == expected)
  }

  /// The mark of a heading or a list item needs the blank behind it.
  @Test(arguments: [
    ("## {{< icon \"a\" >}} Premier titre\n\n### {{< icon \"b\" >}}\n", ["h2: Premier titre"]),
    ("1. {{< li >}} Premier pas\n2. {{< li >}} Second pas\n", ["01. p: Premier pas", "12. p: Second pas"]),
    ("> - [ ] {{< li >}} Premier pas\n", ["> 0- p: Premier pas"]),
    ("- a\n    - {{< li >}} Premier pas\n", ["0- p: a", "0/1- p: Premier pas"]),
  ])
  func marksKeepTheirBlank(_ markdown: String, _ expected: [String]) {
    #expect(outline(markdown) == expected)
  }

  /// The parser hands out its own copy of an address with an entity or an escape in it.
  @Test func anAddressWithATemplateAndAnEntityIsUnfinished() {
    let article = article(
      "[a](./a{{ x }}b&amp;c.md) [b]({{ site.url }}/x?a=1&amp;b=2) [c][d]\n\n[d]: ./{{ y }}\\_a.md \"{{ z }} &amp;\"\n")
    #expect(article.tree.links.map(\.destination) == ["./a{{…}}b&c.md", "{{…}}/x?a=1&b=2", "./{{…}}_a.md"])
    #expect(article.tree.links.last?.title == "{{…}} &")
    #expect(article.localTargets.isEmpty)
  }

  @Test(arguments: [
    "`{{ a }}` et `{% b %}`", "```\n{{< x >}}\nimport a from 'b'\n<Chart />\n```\n\n{ seul }",
    "~~~~\n{{ a }}\n~~~\n~~~~",
    "``<Chart a={1} />`` et {13}", "<!-- {{ a }} -->", "\\{{ a }}", "> ```\n> {{ a }}\n> ```",
  ]) func codeAndCommentsHoldNone(_ markdown: String) {
    #expect(article(markdown).tree.templates == [])
  }

  @Test func everythingKeepsItsPlace() throws {
    let text = "{{< a >}}\nUn {{ x }} mot, [lien]({{< ref \"b.md\" >}}) puis ![i](/c.png \"{{ t }}\") fin.\n"
    let article = article(text)
    let tree = article.tree
    #expect(
      tree.templates.map { String(decoding: article.bytes[$0.range], as: UTF8.self) }
        == ["{{< a >}}", " {{ x }}", "{{< ref \"b.md\" >}}", "{{ t }}"])
    #expect(tree.links.map(\.destination) == ["{{< ref \"b.md\" >}}", "/c.png"])
    #expect(tree.links.last?.title == "{{ t }}")
    for segment in tree.text.segments where segment.isVerbatim {
      let count = segment.source.count
      #expect(
        article.bytes[segment.source.range].elementsEqual(tree.text.bytes[segment.text..<(segment.text + count)]))
    }
    #expect(article.localTargets.map(\.destination) == ["/c.png"])
    #expect(article.bytesWithoutTemplates.count == article.bytes.count)
    #expect(!String(decoding: article.bytesWithoutTemplates, as: UTF8.self).contains("{"))
  }

  @Test func linksInHTMLKeepTheirTemplates() {
    let tree = article("<p><a href=\"{{ site.url }}/a\">mot</a> <img src='{{ x }}'></p>\n").tree
    #expect(tree.links.map(\.destination) == ["{{ site.url }}/a", "{{ x }}"])
  }

  /// What a search meets again and again on its way is not read anew each time.
  @Test(arguments: [
    ("{% comment %}", "{% endcomment %}{% comment %}"), ("", "{{<a \"{{<a '{{<a `"), ("", "{{ a | b: {{ c | "),
    ("", "{: a=\"{: b='"),
    ("<A/>\n\n", "import a from \"b\"\n\nexport const x = {\n\n"), ("", "- "), ("- - - - - - - - ", "\n\n"),
    ("- ```\n", "- ```\n"), ("", "{{ x }} mot "),
  ])
  func longSearchesCostNoMoreThanTheirLength(_ head: String, _ piece: String) {
    let bytes = Array((head + String(repeating: piece, count: (1 << 17) / piece.utf8.count)).utf8)
    // Quadratic work would not end within the time that a run of tests has.
    #expect(ArticleParser().article(from: bytes).bytes == bytes)
  }

  /// What closes a block is looked for over its whole length, not from each place that is like it to the line's end.
  @Test(arguments: [("{% comment %}\n", "{% endcomment "), ("{{< highlight go >}}", "{{< /highlight ")])
  func whatNearlyClosesABlockCostsNoMoreThanItsLength(_ head: String, _ piece: String) {
    let bytes = Array((head + String(repeating: piece, count: (1 << 20) / piece.utf8.count)).utf8)
    #expect(ArticleParser().article(from: bytes).bytes == bytes)
  }

  @Test func runsOfBackticksOfEveryLengthCostNoMoreThanTheirLength() {
    let text = "{{< a >}}" + (1...1500).map { String(repeating: "`", count: $0) + " " }.joined()
    #expect(article(text).bytes.count == text.utf8.count)
  }

  /// Whatever opens and does not close is looked for once, not again and again.
  @Test(arguments: [
    "{{", "{{<a", "{%a", "<A{", "<Ab ", "<Ab {", "{", "`{", "{#a", "{: ", "{/*", "<!--", "<Ab a=\"", "``{",
  ])
  func openTagsCostNoMoreThanTheirLength(_ piece: String) {
    let bytes = Array(("<Ab/>\n\n" + String(repeating: piece, count: (1 << 17) / piece.utf8.count)).utf8)
    // Quadratic work would not end within the time that a run of tests has.
    #expect(ArticleParser().article(from: bytes).bytes == bytes)
  }
}
