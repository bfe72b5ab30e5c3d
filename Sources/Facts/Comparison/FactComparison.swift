import StructuredText

/// What became of a baseline's facts in a candidate, and where the candidate's own facts come from.
///
/// Everything not named here is preserved, grounded or derived.
package struct FactComparison: Sendable {
  package let baseline: FactSheet
  package let candidate: FactSheet
  package let alignment: FactAlignment

  package let amounts: AmountChanges
  package let claims: [ClaimChange]
  package let names: NameChanges
  package let quotations: QuotationChanges
  package let citations: CitationChanges
  package let sources: SourceChanges
  package let coverage: CoverageChanges

  /// What is found by comparing sentences word by word, which needs nothing of what became of the amounts.
  package struct Wording: Sendable {
    let claims: [ClaimChange]
    let names: NameChanges
    let coverage: CoverageChanges
  }

  /// Begins a piece of work on another core, and returns how to wait for it.
  package typealias Helper = (@escaping @Sendable () -> Wording) -> () -> Wording

  /// Compares `candidate` with `baseline`; `dossier` grounds what the baseline does not say.
  ///
  /// - Parameter helper: `nil`: everything is done on this core.
  package init(candidate: FactSheet, baseline: FactSheet, dossier: [FactSheet] = [], helper: Helper? = nil) {
    guard candidate !== baseline else {
      self = FactComparison(unchanged: baseline)
      return
    }
    let alignment = FactAlignment(baseline: baseline, candidate: candidate)
    let sources = SourceChanges(baseline: baseline, candidate: candidate)
    let compareWording: @Sendable () -> Wording = {
      let claims = ClaimTables(baseline: baseline, candidate: candidate)
      let diffs = WordDiffs(alignment.words, baseline: baseline, candidate: candidate)
      let comparison = ClaimComparison(
        baseline: baseline, candidate: candidate, alignment: alignment, tables: claims, diffs: diffs)
      let changes = comparison.changes()
      let others =
        TimeComparison(baseline: baseline, candidate: candidate, alignment: alignment).changes(besides: changes)
        + ScopeComparison(baseline: baseline, candidate: candidate, alignment: alignment).changes()
        + EditedWords(baseline: baseline, candidate: candidate, alignment: alignment, diffs: diffs)
        .changes(besides: changes)
      return Wording(
        claims: changes + others
          + Self.transpositions(
            baseline: baseline, candidate: candidate, alignment: alignment, diffs: diffs, besides: changes + others),
        names: NameComparison(
          baseline: baseline, candidate: candidate, alignment: alignment, dossier: dossier, claims: comparison,
          diffs: diffs
        ).changes(),
        coverage: ClaimCoverage(
          baseline: baseline, candidate: candidate, alignment: alignment, tables: claims, diffs: diffs
        ).changes())
    }
    // Where nothing changed, to hand it over takes longer than to do it.
    let wording = alignment.isOneToOne ? compareWording : helper?(compareWording) ?? compareWording
    let tables = TableGrids(baseline: baseline, candidate: candidate)
    let amounts = AmountComparison(
      baseline: baseline, candidate: candidate, alignment: alignment, dossier: dossier,
      claims: ClaimTables(baseline: baseline, candidate: candidate), tables: tables
    ).changes()
    self.baseline = baseline
    self.candidate = candidate
    self.alignment = alignment
    self.amounts = amounts
    self.quotations = QuotationComparison(
      baseline: baseline, candidate: candidate, alignment: alignment, dossier: dossier
    ).changes()
    self.citations = CitationComparison(
      baseline: baseline, candidate: candidate, alignment: alignment, sources: sources, amounts: amounts
    ).changes()
    self.sources = sources
    let told = wording()
    self.claims =
      told.claims
      + Self.multipliedOnes(baseline: baseline, candidate: candidate, alignment: alignment, amounts: amounts)
      + TableComparison(baseline: baseline, candidate: candidate, tables: tables).changes(besides: amounts)
    self.names = told.names
    self.coverage = told.coverage
  }

  /// Of an article that did not change, nothing is lost and nothing came.
  private init(unchanged sheet: FactSheet) {
    baseline = sheet
    candidate = sheet
    alignment = FactAlignment(unchanged: sheet)
    var amounts = AmountChanges()
    amounts.restatements = sheet.facts.indices.map { [$0] }
    self.amounts = amounts
    claims = []
    names = NameChanges()
    quotations = QuotationChanges()
    citations = CitationChanges()
    sources = SourceChanges(baseline: sheet, candidate: sheet)
    coverage = CoverageChanges()
  }
}

/// What became of figures and dates.
package struct AmountChanges: Sendable {
  package enum Alteration: Hashable, Sendable { case value, unit, comparator, direction }

  package struct Altered: Sendable {
    /// In the baseline's facts.
    package let baseline: Int
    /// In the candidate's facts.
    package let candidate: Int
    package let alteration: Alteration
    /// The words of both that tell them apart, where those of the facts do not: with the rate that an amount is given by.
    package var words: (baseline: Range<Int>, candidate: Range<Int>)?
  }

  package internal(set) var altered: [Altered] = []
  /// Baseline facts that the candidate states nowhere.
  package internal(set) var lost: [Int] = []
  /// Candidate facts that neither baseline nor dossier states or implies.
  package internal(set) var unsupported: [Int] = []
  /// For each baseline fact the candidate's facts that restate it.
  package internal(set) var restatements: [[Int]] = []
  /// How many different facts of the baseline count; not told where none of them was changed, and none came.
  package internal(set) var distinct = 0
}
