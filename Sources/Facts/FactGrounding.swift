/// Asks of each figure and quotation of an article whether a dossier says it.
package struct FactGrounding {
  private let candidate: FactSheet
  private let dossier: [FactSheet]

  package init(candidate: FactSheet, dossier: [FactSheet]) {
    self.candidate = candidate
    self.dossier = dossier
  }

  /// The tokens of figures and quotations that stand in no file of the dossier.
  package func ungrounded() -> [Range<Int>] {
    let known = dossier.map { AmountIndex($0.facts) }
    let figures = candidate.facts.filter { fact in
      fact.figure != nil && !fact.isIncidental
        && !zip(dossier, known).contains { sheet, index in index.supports(fact, among: sheet.facts) }
    }.map(\.tokens)
    let quotations = candidate.quotations.filter { quotation in
      !quotation.speaker.isEmpty && !dossier.contains { QuotationComparison.stands(quotation.words, in: $0) }
    }.map(\.tokens)
    return (figures + quotations).sorted { $0.lowerBound < $1.lowerBound }
  }
}
