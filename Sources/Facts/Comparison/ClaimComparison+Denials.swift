import Languages

/// Denials that stand elsewhere in the candidate than in its baseline.
extension ClaimComparison {
  /// Whether another of the sentence's counterparts denies of the same: « sans faire de victimes » told as a sentence.
  ///
  /// What denies for another sentence of the baseline is no counterpart: "The club does not employ 49 people."
  func isDeniedBeside(_ claim: Claim, _ sentence: Int) -> Bool {
    let words = neighbours(of: claim, in: baseline, behind: true)
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    return places.contains { place in
      let origin = alignment.ofCandidate[place].first?.sentence ?? sentence
      guard origin == sentence || !tables.baseline[origin].contains(where: { $0.kind.isDenial }) else { return false }
      return tables.candidate[place].contains { $0.kind.isDenial }
        && candidate.passage.sentences[place].tokens.contains { token in
          !candidate.passage.stems[token].isEmpty && words.contains(candidate.passage.stems[token])
        }
    }
  }
}

extension Claim.Kind {
  /// Whether the claim denies: « aucun » counts none, and denies as « pas » does.
  var isDenial: Bool { self == .negation || self == .quantifier(.none) }
}
