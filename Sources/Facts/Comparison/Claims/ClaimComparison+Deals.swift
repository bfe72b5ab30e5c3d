import Languages

/// Deals, which have two words for what is done, one for either side: "they sell milk to the dairy", "the dairy buys milk from
/// them". Where the same party does both, they are opposites: "the group bought the plant", "sold by the group".
extension ClaimComparison {
  /// Whether the words tell one deal from either side, and more than they changed: "sold to", "bought from".
  func isOneDeal(_ claim: Claim, _ other: Claim, _ diff: WordDiff) -> Bool {
    areOfOneDeal(claim.tokens, other.tokens)
      && diff.hunks.contains { hunk in
        hunk.original.contains { !claim.tokens.contains($0) && baseline.passage.tokens[$0].kind == .word }
          || hunk.restated.contains { !other.tokens.contains($0) && candidate.passage.tokens[$0].kind == .word }
      }
  }

  /// Whether the words tell one deal, and nobody is told to have done both sides of it.
  func areOfOneDeal(_ claim: Range<Int>, _ other: Range<Int>) -> Bool {
    baseline.passage.pack.areConverses(
      baseline.passage.tokens[claim.lowerBound].folded, candidate.passage.tokens[other.lowerBound].folded)
      && party(to: claim, in: baseline).isDisjoint(with: party(to: other, in: candidate))
  }

  /// The words for whoever does what a verb tells: those behind "by", else those before a verb that is no passive.
  private func party(to verb: Range<Int>, in sheet: FactSheet) -> Set<String> {
    let (passage, pack) = (sheet.passage, sheet.passage.pack)
    let bounds = passage.sentences[passage.sentenceOfToken[verb.lowerBound]].tokens
    let behind = verb.upperBound..<max(verb.upperBound, min(bounds.upperBound, verb.upperBound + Self.farthestParty))
    if let mark = behind.first(where: { pack.agentMarks.contains(passage.tokens[$0]) }) {
      let words = (mark + 1..<bounds.upperBound).drop { passage.stems[$0].isEmpty && passage.tokens[$0].kind == .word }
      return Set(words.lazy.map { passage.stems[$0] }.prefix { !$0.isEmpty })
    }
    let start = max(bounds.lowerBound, verb.lowerBound - Self.nearPassive)
    guard !(start..<verb.lowerBound).contains(where: { pack.passiveMarks.contains(passage.tokens[$0]) }) else {
      return []
    }
    return Set(sheet.passage.neighbours(of: verb, behind: false, inClause: true))
  }

  /// "Bought in May 2019 by": how far behind the verb its agent may stand, in tokens.
  private static let farthestParty = 6
  /// "Was not sold": how far before the verb its passive is told, in tokens.
  private static let nearPassive = 2
}
