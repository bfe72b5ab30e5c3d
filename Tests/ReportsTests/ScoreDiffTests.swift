import Reports
import Scoring
import Testing

@Suite struct ScoreDiffTests {
  private func report(_ findings: [(id: String, points: Int)]) -> Report {
    let findings = findings.map { finding in
      Finding(
        id: finding.id, rule: "figure-lost", severity: .warning, message: "m", remedy: "r", candidate: nil,
        baseline: nil,
        points: Tenths(finding.points))
    }
    let lost = findings.reduce(0) { $0 + $1.points.value }
    return Report(
      slug: nil, candidate: Samples.candidate, baseline: nil, scorecard: Samples.card(1000 - lost, findings), gate: nil,
      next: nil)
  }

  @Test(arguments: [
    ([("a", 10), ("b", 20)], [("b", 20), ("c", 5)]),
    ([("a", 10), ("a", 20)], [("a", 10)]),
    ([("a", 10)], [("a", 400), ("a", 10), ("b", 0)]),
    ([], [("a", 1000)]),
    ([("a", 100)], []),
  ]) func changesAddUpToTheChangeOfTheScore(from: [(String, Int)], to: [(String, Int)]) {
    let (earlier, later) = (report(from), report(to))
    let diff = ScoreDiff(from: earlier, to: later)
    let total = (diff.lost + diff.won).reduce(Tenths.zero) { $0 + $1.points }
    #expect(total == (later.integrity ?? .zero) - (earlier.integrity ?? .zero))
    #expect(diff.lost.allSatisfy { $0.points <= .zero } && diff.won.allSatisfy { $0.points >= .zero })
  }

  @Test func aFindingThatOnlyCostsMoreIsLostByTheDifference() {
    let diff = ScoreDiff(from: report([("a", 10)]), to: report([("a", 35)]))
    #expect(diff.lost.map(\.points) == [Tenths(-25)])
    #expect(diff.won.isEmpty && diff.unchanged.isEmpty)
  }
}
