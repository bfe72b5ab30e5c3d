import Fuzzing
import TestSupport
import Testing

/// Whatever is read, every place names the bytes that it came from.
@Suite struct TreeInvariantTests {
  private static let pieces = [
    "Un mot", "é", " ", "  \n", "\n", "\n\n", "\r\n", "# ", "## Titre\n", "===\n", "---\n", "- ", "  - ", "1. ", "> ",
    "    ", "\t", "*", "**",
    "_", "`", "```\n", "~~", "[", "]", "(", ")", "![", "](http://a.fr)", "](b \"t\")", "][r]", "[r]: /u 't'\n", "[^1]",
    "[^1]: note\n", "[^x]:",
    "http://a.fr/b?c=d&e", "<http://b.fr>", "www.c.fr", "x@y.fr", "&eacute;", "&#8217;", "&x;", "<br>", "<p>", "</p>",
    "<div>\n", "</div>\n",
    "<a href=\"u\">", "</a>", "<img src=i>", "<!-- c -->", "<!--", "-->", "<script>", "</script>",
    "| a | b |\n|---|---|\n", "| x | y |\n", "|",
    "\\", "\\*", "13 %", "…", "«\u{00A0}", "\u{202F}%", "• ", "---\ntitle: x\n---\n", "<h2>t</h2>\n", "\"", "'",
    "{{< s >}}", "{{ v }}", "{% t %}\n", "{% raw %}", "{% endraw %}", "{{", "}}", "{", "}", "{#a}", "{: .b}",
    "<Ab c={1}>", "</Ab>", "<sup>", "<sup>1", "</sup>",
    "import a from 'b'\n", "\n\nexport const a = {\n", "<", ">", "!",
  ]

  @Test(arguments: 0..<400) func everyPlaceNamesTheBytesItCameFrom(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...80, using: &generator) {
      bytes += (Self.pieces.randomElement(using: &generator) ?? "").utf8
    }
    // Half of the texts are damaged too, at any byte.
    for _ in 0..<(seed % 2 == 0 ? 0 : 5) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8.random(in: 0...127, using: &generator), at: place)
      }
    }
    #expect(
      FuzzEntry.article.flaws(in: bytes) == [],
      "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }
}
