import Facts
import Languages
import Manuscripts
import TestSupport
import Testing

/// What one version has in common with another is read once, and nobody can tell by what was read.
@Suite struct KnownTextTests {
  /// Lines whose figures, names and sentences lean on what stands around them.
  private static let paragraphs = [
    "# 3. What 25 towns did", "## Sources", "1. **INSEE**\n   - URL : https://www.insee.fr/fr/2024",
    "In 2024, Marie Dupont hired 12 people (source: INSEE). Acme Corp. paid $3.5 million, up 12% from 2019.",
    "two,", "three,", "and five", "Acme", "on 3 May", "2024", "It took (1) a school, (2) a bridge and (3) 40 lamps.",
    "| Town | Homes |\n|---|---|\n| Lyon | 1 200 |\n| Nantes | 850 |",
    "\"We need it\", said Anne Martin. \"All of it.\"",
    "> Nobody else will pay 9 euros.\n> And nobody should.", "At noon, between 15", "and 30 percent of 1,200 shops",
    "See [the page](https://a.org/2024/12) and `x = 12`. e.g. in Paris. J. Doe agreed.", "- from 5\n- to 10 per cent",
    "Écrivez à anne@exemple.fr : « l'été 2023 » fut chaud.", "M.", "Durand a vendu une PME sur huit.", "1999", "—",
    "```\nlet a = 12\n```", "**half** a million", "![](a.png)",
  ]

  private func sheet(_ lines: [String], knowing other: FactSheet? = nil) -> FactSheet {
    FactSheet(of: ArticleParser().article(from: Array(lines.joined(separator: "\n\n").utf8)), knowing: other)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func versionIsReadAsIfNoOtherWereKnown(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed, for: "known text")
    let before = (0..<40).compactMap { _ in random.pick(Self.paragraphs) }
    var after = before
    for _ in 0..<random.below(6) {
      let place = random.below(after.count)
      switch random.below(4) {
      case 0: after.remove(at: place)
      case 1: after.insert(random.pick(Self.paragraphs) ?? "", at: place)
      case 2: after[place] = random.pick(Self.paragraphs) ?? ""
      default: after.swapAt(place, random.below(after.count))
      }
    }
    let told = sheet(after)
    let known = sheet(after, knowing: sheet(before))
    let (passage, other) = (told.passage, known.passage)
    #expect(passage.tokens.map { "\($0)" } == other.tokens.map { "\($0)" })
    #expect(passage.sentences.map { "\($0)" } == other.sentences.map { "\($0)" })
    #expect(passage.words.ofToken == other.words.ofToken && passage.words.firstTokens == other.words.firstTokens)
    #expect(passage.tokens.indices.map { passage.stems[$0] } == other.tokens.indices.map { other.stems[$0] })
    #expect(told.facts.map { "\($0)" } == known.facts.map { "\($0)" })
    #expect(told.names == known.names)
    #expect(told.quotations.map { "\($0)" } == known.quotations.map { "\($0)" })
    #expect(told.citations.map { "\($0)" } == known.citations.map { "\($0)" })
  }
}
