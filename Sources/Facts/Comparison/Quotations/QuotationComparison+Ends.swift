import Languages

/// Quotations that were cut in the midst of a phrase.
extension QuotationComparison {
  /// Whether the words end now behind a word that leads to the next one, which was said: « avant les » for
  /// « avant les travaux ». An ellipsis would say that more followed.
  func isBrokenOff(_ quotation: Quotation, _ restated: Quotation) -> Bool {
    let (passage, pack) = (baseline.passage, baseline.passage.pack)
    let words = quotation.tokens.filter { passage.tokens[$0].kind != .mark && !baseline.isApparatus[$0] }
    let end = restated.words.count
    guard words.count == quotation.words.count, end > 0, end < words.count,
      quotation.words.starts(with: restated.words), words[end] == words[end - 1] + 1,
      !passage.stems[words[end]].isEmpty || pack.lightWords.contains(passage.tokens[words[end]]),
      !restated.tokens.contains(where: { $0 >= lastWord(of: restated) && candidate.passage.tokens[$0].folded == "..." })
    else { return false }
    let last = passage.tokens[words[end - 1]]
    return pack.prepositions.match(passage.tokens, at: words[end - 1])?.value == "of"
      || pack.lightWords.contains(last) && !pack.passiveMarks.contains(last) && !pack.perfectMarks.contains(last)
  }

  private func lastWord(of quotation: Quotation) -> Int {
    quotation.tokens.last { candidate.passage.tokens[$0].kind != .mark } ?? quotation.tokens.lowerBound
  }
}
