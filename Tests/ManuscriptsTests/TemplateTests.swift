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
      ("Un.\n{: .note #b}\n\n{# caché\n 13 % #}\nDeux.\n", ["p: Un.", "p: Deux."]),
      // MDX
      ("import A from \"./a\"\nexport const x = {\n\n  n: 13,\n}\n\nUn {x.n} mot.\n", ["p: Un mot."]),
      ("<Chart\n  data={[13, 20]}\n  title=\"13 %\"\n/>\n\nUn mot.\n", ["p: Un mot."]),
      ("<Note>\n\nUn **mot**.\n\n</Note>\n", ["p: Un mot."]),
      ("Un <Tip text={\"a > b\"}>mot</Tip> ici {/* 13 % */}.\n", ["p: Un mot ici."]),
      ("<Box />\n\n<div style={{width: 13}}>\n  Un mot\n</div>\n", ["p: Un mot"]),
      ("<Box />\n\nUn {n > 1 && <b>l'eau</b>} mot.\n", ["p: Un mot."]),
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
