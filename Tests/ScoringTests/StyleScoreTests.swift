import Manuscripts
import Scoring
import Testing

@Suite struct StyleScoreTests {
  @Test func eachMeasureCountsWhatItSays() {
    let style = Judging.scorecard("C'est vrai ? Oui ! Par ailleurs, l'eau monte... Nonobstant cela, qu'en dire ?").style
    let counts = Dictionary(uniqueKeysWithValues: style.measures.map { ($0.name, $0.count) })
    #expect(
      counts == [
        "questions": 2, "short-sentences": 4, "contractions": 2, "heavy-transitions": 2, "exclamation-marks": 1,
      ])
    #expect(style.measures.map(\.hundredths) == [2000, 3000, 2000, 1000, 800])
    #expect(style.value == 88)
  }

  @Test func aLongPlainTextScoresByItsRates() {
    // 300 words, one question: 20·1/(300/150) = 10 points, and the two measures of absence give all of theirs.
    let text = String(repeating: "mot ", count: 299) + "fin ?"
    let style = Judging.scorecard(text).style
    #expect(style.measures.map(\.hundredths) == [1997, 0, 0, 2000, 1000].map { $0 == 1997 ? 997 : $0 })
    #expect(style.value == 40)
  }

  @Test func whatStandsInTheFrontMatterAndProvenanceHeaderIsNotCounted() {
    let body = "Tu viens ?\n"
    let plain = Judging.scorecard(body).style
    let dressed = Judging.scorecard("---\ntitle: Quoi ?\n---\n\n<!--\nARTICLE FINAL\nVersion : 2 ?\n-->\n\n" + body)
      .style
    #expect(plain.measures.map(\.count) == dressed.measures.map(\.count))
    #expect(plain.measures.map(\.hundredths) == dressed.measures.map(\.hundredths))
  }

  @Test func anEmptyTextHasAStyleScore() {
    #expect(Judging.scorecard("").style.value == 30)
  }
}
