import Gatekeeping
import Scoring
import Testing

struct GateTests {
  private func scorecard(_ integrity: Int, style: Int = 50, findings: [Finding] = []) -> Scorecard {
    Scorecard(
      basis: .fidelity, integrity: Tenths(integrity), style: StyleScore(profile: "p", value: style, measures: []),
      findings: findings)
  }

  private func finding(_ rule: RuleID, _ severity: Severity, points: Int = 0) -> Finding {
    Finding(
      id: "00000000", rule: rule, severity: severity, message: "m", remedy: "r", candidate: nil, baseline: nil,
      points: Tenths(points))
  }

  @Test func thresholdItselfPasses() {
    let gate = Gate(integrity: Tenths(950))
    #expect(gate.verdict(on: scorecard(950)).isPassed)
    #expect(
      gate.verdict(on: scorecard(949))
        == .refused([.integrityBelow(score: Tenths(949), threshold: Tenths(950), basis: .fidelity)]))
  }

  @Test func styleIsGatedOnlyWhereAsked() {
    #expect(Gate(integrity: .zero).verdict(on: scorecard(0, style: 0)).isPassed)
    #expect(
      Gate(integrity: .zero, style: 60).verdict(on: scorecard(1000, style: 59))
        == .refused([.styleBelow(score: 59, threshold: 60)]))
    #expect(Gate(integrity: .zero, style: 60).verdict(on: scorecard(1000, style: 60)).isPassed)
  }

  @Test func dropIsMeasuredAgainstThePreviousVersion() {
    let gate = Gate(integrity: Tenths(800), maxDrop: Tenths(50))
    #expect(gate.verdict(on: scorecard(940), previous: Tenths(990)).isPassed)
    #expect(gate.verdict(on: scorecard(939), previous: Tenths(990)).refusals.count == 1)
    #expect(gate.verdict(on: scorecard(800), previous: nil).isPassed)
  }

  @Test func errorThatCostsNothingBlocks() {
    let gate = Gate(integrity: .zero)
    let chatter = finding("no-such-rule", .error)
    #expect(gate.verdict(on: scorecard(1000, findings: [chatter])) == .refused([.blocking(chatter)]))
    #expect(gate.verdict(on: scorecard(990, findings: [finding("no-such-rule", .error, points: 10)])).isPassed)
    #expect(gate.verdict(on: scorecard(1000, findings: [finding("no-such-rule", .warning)])).isPassed)
  }

  @Test func ruleThatThePolicyCallsAnErrorBlocks() {
    var settings = RuleSettings()
    settings.levels["no-such-rule"] = .error
    let lost = finding("no-such-rule", .error, points: 10)
    #expect(
      Gate(integrity: .zero).verdict(on: scorecard(990, findings: [lost]), settings: settings).refusals.count == 1)
  }

  @Test func everyReasonIsGiven() {
    let verdict = Gate(integrity: .full, style: 100).verdict(
      on: scorecard(0, style: 0, findings: [finding("no-such-rule", .error)]))
    #expect(verdict.refusals.count == 3)
    #expect(verdict.refusals.allSatisfy { !$0.message.isEmpty && !$0.message.hasSuffix(".") })
  }
}
