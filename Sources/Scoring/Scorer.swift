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

  /// A baseline whose facts are being read while the caller gets the candidate ready.
  package struct Baseline {
    fileprivate let sheet: Companion<FactSheet>
  }

  /// Starts to read a baseline; `article` is called once, on another thread.
  package func read(baseline article: @escaping @Sendable () -> Article) -> Baseline {
    Baseline(
      sheet: Companion(isWanted: !isOneOfMany) { [language = settings.language] in
        FactSheet(of: article(), language: language)
      })
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
    let baseline = baseline.map { article in read(baseline: { article }) }
    return scorecard(
      candidate: candidate, against: baseline, dossier: dossier, missing: missing, neighbours: neighbours)
  }

  /// Judges `candidate` against a baseline that is being read, or alone.
  package func scorecard(
    candidate: Article, against baseline: Baseline?, dossier: [Article] = [], missing: [MissingTarget] = [],
    neighbours: Neighbours? = nil
  ) -> Scorecard {
    let language = settings.language
    let sheet = FactSheet(of: candidate, language: language)
    let dossierSheets = dossier.map { FactSheet(of: $0, language: language) }
    let baselineSheet = baseline?.sheet.join()
    let comparison = baselineSheet.map {
      FactComparison(candidate: sheet, baseline: $0, dossier: dossierSheets)
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
    if let mismatch = StampMismatch.violation(in: candidate, integrity: score.integrity),
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
