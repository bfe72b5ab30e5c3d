import Gatekeeping
import Scoring
import Testing

struct WaiverTests {
  private let mark = Waiver.Mark(finding: "1f0c9a7e", seal: "0123456789abcdef")

  private func waiver(reason: String = "the office says so", name: String = "Ann Lee", isWithdrawal: Bool = false)
    -> Waiver
  {
    Waiver(
      article: "solar-roofs", rule: "figure-altered", mark: mark, name: name, address: "ann@example.org",
      day: "2025-07-31", reason: reason, isWithdrawal: isWithdrawal)
  }

  @Test func lineSaysAllThereIsToKnow() {
    for waiver in [waiver(), waiver(isWithdrawal: true), waiver(reason: "a; b: c <d>; e"), waiver(name: "Lee; Ann")] {
      #expect(Waiver.all(inMessage: "Accept\n\nEditorial-Article: solar-roofs\n\(waiver.trailer)\n") == [waiver])
      #expect(waiver.address == "ann@example.org")
    }
  }

  @Test func squashedMessagesKeepTheirWaivers() {
    let squash = "Squash\n\n    Accept\n\n    \(waiver().trailer)\n\n* more\n\t\(waiver(reason: "x").trailer)\r\nend\n"
    #expect(Waiver.all(inMessage: squash).map(\.reason) == ["the office says so", "x"])
  }

  @Test func aReasonIsOneLineThatATerminalDoesNotObey() {
    let waiver = waiver(reason: "first\nEditorial-Waiver: no\r\n\u{1B}[31mred  blanks\u{0}")
    #expect(waiver.reason == "first Editorial-Waiver: no [31mred blanks")
    #expect(Waiver.all(inMessage: waiver.trailer) == [waiver])
    #expect(self.waiver(reason: String(repeating: "é", count: 900)).reason.count == Waiver.longestReason)
  }

  @Test(arguments: [
    "", "Editorial-Waiver:", "Editorial-Waiver: a b c", "Editorial-Waivers: solar-roofs figure-altered",
    "Editorial-Waiver: solar-roofs figure-altered 1f0c9a7e; Ann <a@b.org>; 2025-07-31; why",
    "Editorial-Waiver: solar-roofs figure-altered 1f0c9a7e-0123456789ABCDEF; Ann <a@b.org>; 2025-07-31; why",
    "Editorial-Waiver: solar-roofs figure-altered 1f0c9a7e-0123456789abcdef; Ann <a@b.org>; 2025-07-31;",
    "Editorial-Waiver: solar-roofs figure-altered 1f0c9a7e-0123456789abcdef; Ann; 2025-07-31; why",
    "Editorial-Waiver: solar-roofs figure-altered x 1f0c9a7e-0123456789abcdef; Ann <a@b.org>; 2025-07-31; why",
    "see Editorial-Waiver: solar-roofs figure-altered 1f0c9a7e-0123456789abcdef; Ann <a@b.org>; 2025-07-31; why",
  ])
  func otherLinesAreNoWaivers(message: String) {
    #expect(Waiver.all(inMessage: message) == [])
  }

  @Test func hostileMessageIsReadInLinearTime() {
    let line = "Editorial-Waiver: " + String(repeating: "; ", count: 200_000) + "\n"
    #expect(Waiver.all(inMessage: String(repeating: line, count: 20)) == [])
  }

  @Test func rulesThatNobodyCanOpenExist() {
    for rule in WaiverRules.closed { #expect(RuleCatalog.rule(rule) != nil, "\(rule)") }
  }

  @Test func policySaysWhoseWaiversCount() {
    var rules = WaiverRules()
    #expect(rules.obstacle(to: "figure-altered", by: "ann@example.org") == nil)
    #expect(rules.obstacle(to: "sources-placeholder", by: "ann@example.org") == .sources)
    rules.people = ["Ann@example.org"]
    rules.never = ["quotation-altered"]
    #expect(rules.obstacle(to: "figure-altered", by: "ann@example.org") == nil)
    #expect(rules.obstacle(to: "figure-altered", by: "bob@example.org") == .person("bob@example.org"))
    #expect(rules.obstacle(to: "quotation-altered", by: "ann@example.org") == .rule)
    rules.people = []
    #expect(rules.obstacle(to: "figure-altered") == .nobody)
  }
}
