import Scoring
import StructuredText
import Testing

/// The examples that `explain` prints are true: the failing one breaks its rule where it is marked, the passing one does not.
@Suite struct RuleExampleTests {
  @Test(arguments: RuleCatalog.all.map(\.id.name))
  func failingExampleBreaksItsRuleAtTheMarkedWords(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(RuleID(id)))
    let (text, ranges) = Judging.unmarked(rule.failing.candidate)
    let card = Judging.scorecard(
      text, against: rule.failing.baseline, dossier: rule.failing.dossier, files: rule.failing.files,
      earlier: rule.failing.earlier,
      settings: settings(for: rule))
    let findings = card.findings.filter { $0.rule == rule.id }
    #expect(!findings.isEmpty, "\(card.findings.map { "\($0.rule): \($0.message)" })")
    for range in ranges {
      #expect(
        findings.contains { $0.candidate?.overlaps(range) ?? false },
        "\(findings.map { "\($0.candidate.map { "\($0.start)..<\($0.end)" } ?? "nowhere")" }) for \(range.start)..<\(range.end)"
      )
    }
  }

  @Test(arguments: RuleCatalog.all.map(\.id.name))
  func passingExampleKeepsItsRule(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(RuleID(id)))
    let card = Judging.scorecard(
      rule.passing.candidate, against: rule.passing.baseline, dossier: rule.passing.dossier, files: rule.passing.files,
      earlier: rule.passing.earlier,
      settings: settings(for: rule))
    #expect(card.findings.filter { $0.rule == rule.id }.map(\.message) == [])
    if rule.passing.baseline != nil {
      #expect(card.integrity >= Tenths(950), "\(card.findings.map { "\($0.rule): \($0.message)" })")
    }
  }

  @Test func catalogIsSortedAndEachRuleIsThereOnce() {
    let ids = RuleCatalog.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  private func settings(for rule: RuleDescription) -> RuleSettings {
    var settings = RuleSettings()
    if rule.id == "field-missing" { settings.requiredFrontMatter = ["title"] }
    return settings
  }
}
