import Languages

/// Amounts that tell by how much something moved or differs, and those that tell where it stands: "fell by 30%", "fell to
/// 30%"; « 30 % de moins que le prix », « 30 % du prix ».
extension AmountComparison {
  /// The words of an amount and of what makes a step of it in both versions, where one of them tells a step and the other
  /// where the steps led; `nil` where both tell the same.
  func otherStep(_ original: Fact, _ restated: Fact) -> (baseline: Range<Int>, candidate: Range<Int>)? {
    guard original.figure?.upper == nil || original.figure?.isShare == true,
      alignment.ofBaseline[original.sentence].contains(where: { $0.sentence == restated.sentence })
    else { return nil }
    if let mine = step(before: original, in: baseline), let theirs = step(before: restated, in: candidate),
      mine.value != theirs.value
    {
      return (
        mine.tokens.lowerBound..<original.tokens.upperBound, theirs.tokens.lowerBound..<restated.tokens.upperBound
      )
    }
    let (mine, theirs) = (difference(behind: original, in: baseline), difference(behind: restated, in: candidate))
    guard mine != nil || theirs != nil,
      original.figure?.isShare == true || areAlike(original, but: mine, restated, but: theirs)
    else { return nil }
    if let mine, !tellsDifference(restated.sentence, in: candidate) {
      return (original.tokens.lowerBound..<mine.upperBound, restated.tokens)
    }
    if let theirs, !tellsDifference(original.sentence, in: baseline) {
      return (original.tokens, restated.tokens.lowerBound..<theirs.upperBound)
    }
    return nil
  }

  /// Whether the words that make a difference of an amount are all that came or went: "8,000", "8,000 more".
  private func areAlike(_ original: Fact, but mine: Range<Int>?, _ restated: Fact, but theirs: Range<Int>?) -> Bool {
    func words(of fact: Fact, in sheet: FactSheet, _ version: SharedWords.Version, but apart: Range<Int>?) -> [Int] {
      sheet.passage.sentences[fact.sentence].tokens.filter { apart?.contains($0) != true }.map { version.words[$0] }
    }
    return words(of: original, in: baseline, alignment.words.baseline, but: mine)
      == words(of: restated, in: candidate, alignment.words.candidate, but: theirs)
  }

  /// The word that leads from what moves to the amount: "by" or "to".
  private func step(before fact: Fact, in sheet: FactSheet) -> (value: String, tokens: Range<Int>)? {
    let passage = sheet.passage
    let bounds = passage.sentences[fact.sentence].tokens
    let index = fact.boundedTokens.lowerBound - 1
    guard index > bounds.lowerBound, let step = passage.pack.steps.match(passage.tokens, at: index), step.count == 1
    else { return nil }
    // « Une baisse de 30 % à 20 % » begins with where it stood.
    let end = fact.boundedTokens.upperBound
    if end < bounds.upperBound, passage.pack.rangeConnectives.match(passage.tokens, at: end)?.value == false {
      return nil
    }
    let before = max(bounds.lowerBound, index - Self.farthestMove)..<index
    let moves = before.contains { place in
      guard let match = passage.pack.directions.match(passage.tokens, at: place), match.value != .stable else {
        return false
      }
      return before.dropFirst(place + 1 - before.lowerBound).allSatisfy { passage.tokens[$0].kind == .word }
    }
    return moves ? (step.value, index..<index + 1) : nil
  }

  private static let farthestMove = 3

  /// The words right behind a share that make a difference of it: « de moins que », "less than".
  private func difference(behind fact: Fact, in sheet: FactSheet) -> Range<Int>? {
    let passage = sheet.passage
    let bounds = passage.sentences[fact.sentence].tokens
    let start = fact.boundedTokens.upperBound
    guard start < bounds.upperBound, let match = passage.pack.differences.match(passage.tokens, at: start),
      start + match.count <= bounds.upperBound
    else { return nil }
    return start..<start + match.count
  }

  /// Whether anything in a sentence tells that an amount is one by which something moved or differs.
  private func tellsDifference(_ sentence: Int, in sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let pack = passage.pack
    return passage.sentences[sentence].tokens.contains { index in
      pack.directions.match(passage.tokens, at: index) != nil
        || pack.differences.match(passage.tokens, at: index) != nil
        || pack.comparators.match(passage.tokens, at: index)?.value.side != nil
        || pack.comparatives.contains(passage.tokens[index]) || pack.multipliers.match(passage.tokens, at: index) != nil
    }
  }
}
