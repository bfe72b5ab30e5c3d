import Facts
import Languages
package import Manuscripts

/// The front door of the column: articles and settings in, scorecard out.
///
/// A pure function: no clock, no locale, no file is read.
package struct Scorer: Sendable {
  package let settings: RuleSettings
  /// Whether other pairs keep the other cores busy; a pair alone is read by two.
  private let isOneOfMany: Bool

  package init(settings: RuleSettings = RuleSettings(), isOneOfMany: Bool = false) {
    self.settings = settings
    self.isOneOfMany = isOneOfMany
  }

  /// Judges `candidate`, against `baseline` when there is one, else against what an article owes its reader.
  ///
  /// - Parameters:
  ///   - dossier: the source material, one article a file; it supports what the baseline does not say.
  ///   - neighbours: the articles that the candidate must go with.
  ///   - missing: what the candidate leads to in its own site and is not there, as whoever knows the files found.
  package func scorecard(
    candidate: Article, baseline: Article?, dossier: [Article] = [], missing: [MissingTarget] = [],
    neighbours: Neighbours? = nil
  ) -> Scorecard {
    let language = settings.language
    // What did not change is read once.
    let isUnchanged = baseline?.bytes == candidate.bytes
    let before =
      isUnchanged
      ? nil : baseline.map { article in Reading(language: language, isBeside: !isOneOfMany) { article } }
    let known = isOneOfMany ? before?.sheet(in: language) : nil
    let reading = Reading(language: language, isBeside: false, knowing: known) { candidate }
    return scorecard(
      candidate: reading, against: isUnchanged ? reading : before, dossier: dossier, missing: missing,
      neighbours: neighbours)
  }

  /// Judges a candidate against a baseline, or alone; either may be read already.
  package func scorecard(
    candidate: Reading, against baseline: Reading?, dossier: [Article] = [], missing: [MissingTarget] = [],
    neighbours: Neighbours? = nil
  ) -> Scorecard {
    let language = settings.language
    let sheet = candidate.sheet(in: language)
    let dossierSheets = dossier.map { FactSheet(of: $0, language: language) }
    let baselineSheet = baseline?.sheet(in: language)
    let comparison = baselineSheet.map {
      FactComparison(
        candidate: sheet, baseline: $0, dossier: dossierSheets,
        helper: (candidate.colleague ?? baseline?.colleague).map { colleague in
          { work in
            let companion = Companion(by: colleague, work)
            colleague.dismiss()
            return { companion.join() }
          }
        })
    }
    candidate.colleague?.dismiss()
    baseline?.colleague?.dismiss()
    let manuscript = Manuscript(
      candidate: sheet, comparison: comparison, dossier: dossierSheets, settings: settings,
      missing: missing, neighbours: neighbours, conflicts: neighbours?.conflicts(of: sheet) ?? [])
    var score = IntegrityScore(settings: settings, isFidelity: comparison != nil)
    for rule in RuleCatalog.rules {
      // Few settings turn a rule off, and most rules find nothing: then nobody asks what they are called.
      if !settings.levels.isEmpty, settings.levels[rule.description.id] == .off { continue }
      let violations = rule.violations(in: manuscript)
      if !violations.isEmpty { score.add(violations, of: rule.description) }
    }
    if let mismatch = StampMismatch.violation(in: sheet.article, integrity: score.integrity),
      settings.levels[StampMismatch.description.id] != .off
    {
      score.add([mismatch], of: StampMismatch.description)
    }
    let (integrity, findings) = score.settled()
    return Scorecard(
      basis: comparison == nil ? .sourcing : .fidelity, integrity: integrity,
      style: settings.style.score(of: sheet, integrity: integrity), findings: findings)
  }
}
