import Languages

/// Denials, and words that mean somebody alone, that stand elsewhere in the candidate than in its baseline.
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

  /// Whether nothing says that somebody or something is meant alone: no such word, no denial of the others.
  func isUnrestricted(_ sentence: Int, _ places: [Int]) -> Bool {
    let isDenial = { (claim: Claim) in
      claim.kind == .negation || claim.kind == .scope("company.except") || claim.kind == .scope("link.except")
    }
    let mine = tables.baseline[sentence].count(where: isDenial)
    return places.allSatisfy { place in
      !tables.candidate[place].contains { claim in
        if case .scope(let scope) = claim.kind { Self.classOfScope(scope) == "focus" } else { false }
      } && tables.candidate[place].count(where: isDenial) <= mine && !restricts(place)
    }
  }

  /// Whether a partner of a denial stands there without one: « nous ne sommes que 12 ».
  private func restricts(_ sentence: Int) -> Bool {
    let passage = candidate.passage
    let partners = passage.sentences[sentence].tokens.count { index in
      passage.pack.negations.match(passage.tokens, at: index)?.value == .partner
    }
    return partners > tables.candidate[sentence].count { $0.kind == .negation }
  }
}

extension Claim.Kind {
  /// Whether the claim denies: « aucun » counts none, and denies as « pas » does.
  var isDenial: Bool { self == .negation || self == .quantifier(.none) }
}
