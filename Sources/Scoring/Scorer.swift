import Facts
package import Manuscripts

/// The front door of the column: articles and settings in, scorecard out.
///
/// A pure function: no clock, no locale, no file is read.
package struct Scorer: Sendable {
  package let settings: RuleSettings

  package init(settings: RuleSettings = RuleSettings()) {
    self.settings = settings
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
    let baselineSheet = baseline.map { baseline in Companion { FactSheet(of: baseline, language: language) } }
    let sheet = FactSheet(of: candidate, language: language)
    let dossierSheets = dossier.map { FactSheet(of: $0, language: language) }
    let comparison = baselineSheet.map {
      FactComparison(candidate: sheet, baseline: $0.join(), dossier: dossierSheets)
    }
    let manuscript = Manuscript(
      candidate: sheet, comparison: comparison, dossier: dossierSheets, settings: settings,
      missing: missing, neighbours: neighbours, conflicts: neighbours?.conflicts(of: sheet) ?? [])
    var score = IntegrityScore(settings: settings, isFidelity: comparison != nil)
    for rule in RuleCatalog.rules {
      let description = rule.description
      guard settings.levels[description.id] != .off else { continue }
      score.add(rule.violations(in: manuscript), of: description)
    }
    if let mismatch = StampMismatch.violation(in: candidate, integrity: score.settled().integrity),
      settings.levels[StampMismatch.description.id] != .off
    {
      score.add([mismatch], of: StampMismatch.description)
    }
    let (integrity, findings) = score.settled()
    return Scorecard(
      basis: comparison == nil ? .sourcing : .fidelity, integrity: integrity,
      style: StyleProfile.named(settings.styleProfile).score(of: candidate), findings: findings)
  }
}
