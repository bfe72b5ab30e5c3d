import Manuscripts
import Scoring
import StructuredText
import TestSupport
import Testing

/// What holds for every article: tried on random ones. See `Law` for how to run a seed again.
@Suite struct LawTests {
  @Test func anArticleAgainstItselfHasEveryPoint() {
    expectLaw(of: { .random(&$0) }) { draft in
      let card = Judging.scorecard(draft.baseline, against: draft.baseline)
      return card.integrity == .full && card.findings.allSatisfy { $0.severity == .note } ? nil : told(card)
    }
  }

  @Test func orderOfSectionsAndParagraphsDoesNotMatter() {
    expectLaw(of: { .random(&$0) }) { draft in
      var turned = draft
      turned.sections = draft.sections.reversed().map { $0.reversed() }
      let card = Judging.scorecard(turned.baseline, against: draft.baseline)
      return card.integrity == .full ? nil : told(card) + turned.baseline
    }
  }

  @Test func anEditThatDoesNoHarmLeavesTheScore() {
    expectLaw(of: { ArticleDraft.random(&$0).edited(4, harmful: false, &$0) }) { draft in
      let card = Judging.scorecard(draft.text, against: draft.baseline)
      return card.integrity == .full ? nil : told(card)
    }
  }

  @Test func anEditThatDoesNoHarmLeavesTheScoreOfAHarmedArticle() {
    let make = { (random: inout SeededGenerator) in
      ArticleDraft.random(&random).edited(1, harmful: true, &random).edited(2, harmful: false, &random)
    }
    expectLaw(of: make) { draft in
      let harm = draft.edits.filter { if case .harmless = $0 { false } else { true } }
      let harmed = Judging.scorecard(draft.text(applying: harm), against: draft.baseline)
      let card = Judging.scorecard(draft.text, against: draft.baseline)
      return card.integrity == harmed.integrity ? nil : "first \(told(harmed))then \(told(card))"
    }
  }

  @Test func anEditThatDoesHarmIsBelowTheGate() {
    expectLaw(of: { ArticleDraft.random(&$0).edited(1, harmful: true, &$0) }) { draft in
      guard !draft.edits.isEmpty else { return nil }
      let card = Judging.scorecard(draft.text, against: draft.baseline)
      return card.integrity < Tenths(950) ? nil : told(card)
    }
  }

  @Test func moreHarmNeverRaisesTheScore() {
    expectLaw(of: { ArticleDraft.random(&$0).edited(5, harmful: true, &$0) }, raised)
  }

  /// Seeds with which more harm did raise the score: two sentences of one pattern vouched for each other's citations.
  @Test(arguments: [11_720 as UInt64]) func moreHarmNoLongerRaisesTheScore(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    #expect(raised(ArticleDraft.random(&random).edited(5, harmful: true, &random)) == nil)
  }

  /// Tells where one more of the draft's edits raises its score.
  private func raised(_ draft: ArticleDraft) -> String? {
    let cards = (0...draft.edits.count).map { count in
      Judging.scorecard(draft.text(applying: draft.edits.prefix(count)), against: draft.baseline)
    }
    for (less, more) in zip(cards, cards.dropFirst()) where more.integrity > less.integrity {
      return "first \(told(less))then \(told(more))"
    }
    return nil
  }

  @Test func pointsAddUpAndRangesLieInTheTextAndAnswersAreTheSameTwice() {
    let make = { (random: inout SeededGenerator) in
      ArticleDraft.random(&random).edited(random.below(5), harmful: true, &random)
        .edited(random.below(3), harmful: false, &random)
    }
    expectLaw(of: make) { draft in
      for baseline in [nil, draft.baseline] {
        let text = draft.text
        let card = Judging.scorecard(text, against: baseline)
        guard card.findings.reduce(card.integrity, { $0 + $1.points }) == .full else { return "sum: " + told(card) }
        for finding in card.findings {
          let isInside =
            (finding.candidate?.end ?? 0) <= text.utf8.count
            && (finding.baseline?.end ?? 0) <= baseline?.utf8.count ?? 0
          guard isInside, finding.points >= .zero else { return "range or points: " + told(card) }
        }
        let again = Judging.scorecard(text, against: baseline)
        guard again.integrity == card.integrity, again.findings == card.findings else { return "again: " + told(again) }
      }
      return nil
    }
  }

  @Test func aStampGoesInAndComesOutAndMovesNothingElse() {
    expectLaw(of: { .random(&$0) }) { draft in
      let article = ArticleParser().article(from: Array(draft.baseline.utf8))
      let stamp = Stamp(integrityTenths: draft.baseline.utf8.count % 1001, style: draft.lineLength)
      for place in [StampPlace.header, .frontMatter] {
        let bytes = ArticleEditor.stamped(article, with: stamp, place: place, language: draft.isFrench ? "fr" : "en")
        let again = ArticleParser().article(from: bytes)
        guard again.bytes == bytes, again.stamp == stamp else { return "\(place): \(String(describing: again.stamp))" }
        guard ArticleEditor.unstamped(again) == ArticleEditor.unstamped(article) else {
          return "\(place) leaves traces"
        }
        let card = Judging.scorecard(String(decoding: bytes, as: UTF8.self), against: draft.baseline)
        let costly = card.findings.filter { $0.rule != "stamp-mismatch" && $0.points > .zero }
        guard costly.isEmpty else { return told(card) }
      }
      return nil
    }
  }

  /// A law that does not hold is told by its simplest case: the tests above can fail.
  @Test func aBrokenLawIsToldByItsSimplestCase() throws {
    let law = Law<[Int]>(
      of: { random in (0..<20).map { _ in random.below(100) } },
      simpler: { numbers in numbers.indices.map { numbers[..<$0] + numbers[($0 + 1)...] }.map(Array.init) },
      complaint: { numbers in numbers.contains { $0 > 90 } ? "\(numbers.count) numbers" : nil })
    let told = try #require(law.counterexample(rounds: 50))
    #expect(told.contains("EDITORIAL_SEED=") && told.contains("1 numbers"))
  }

  private func expectLaw(
    of make: @escaping (inout SeededGenerator) -> ArticleDraft, sourceLocation: SourceLocation = #_sourceLocation,
    _ complaint: @escaping (ArticleDraft) -> String?
  ) {
    let law = Law(of: make, simpler: \.simpler, complaint: complaint)
    #expect(law.counterexample(rounds: 60) == nil, sourceLocation: sourceLocation)
  }

  private func told(_ card: Scorecard) -> String {
    "\(card.integrity)\n" + card.findings.map { "-\($0.points) \($0.rule): \($0.message)\n" }.joined()
  }
}
