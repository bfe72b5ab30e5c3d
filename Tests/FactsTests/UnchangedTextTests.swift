import Facts
import Manuscripts
import Testing

/// An article held against itself: nothing is looked for, and nothing has become of anything.
@Suite struct UnchangedTextTests {
  @Test func articleRestatesItself() {
    let text = """
      # 12 homes

      In 2024, Acme hired 12 people (source: INSEE). It is late. It is late. "We need 40 %", said Anne Martin.

      | Town | Homes |
      |---|---|
      | Lyon | 1 200 |

      ## Sources

      1. **INSEE**
         - URL: https://www.insee.fr/fr/2024
      """
    let sheet = FactSheet(of: ArticleParser().article(from: Array(text.utf8)))
    let twin = FactSheet(of: ArticleParser().article(from: Array(text.utf8)))
    let (itself, other) = (
      FactComparison(candidate: sheet, baseline: sheet), FactComparison(candidate: twin, baseline: sheet)
    )
    #expect(itself.alignment.ofBaseline == other.alignment.ofBaseline)
    #expect(itself.alignment.ofCandidate == other.alignment.ofCandidate)
    #expect(itself.amounts.restatements == other.amounts.restatements)
    #expect(itself.sources.counterparts == other.sources.counterparts)
    #expect(sheet.facts.count > 3 && itself.amounts.restatements.allSatisfy { $0.count == 1 })
  }
}
