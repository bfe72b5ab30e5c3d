import Languages

/// Populations and places that were named together, of which one went or to which one came.
extension ClaimComparison {
  /// Populations and places that were named together, of which one was left out or to which one was added:
  /// « publics comme privés » became « publics », "federal agencies" "federal, state and local agencies".
  func recast(_ claims: [Claim], in sentence: Int, _ link: FactAlignment.Link) -> [ClaimChange] {
    guard link.similarity >= Self.leastForLoss else { return [] }
    let others = tables.candidate[link.sentence]
    let whole = candidate.passage.sentences[link.sentence].tokens
    if let pair = Self.companions(
      among: claims, { areCompanions($0, $1, baseline) },
      {
        let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
        return isAbsent($0, baseline, from: places, tables.candidate)
      }),
      !Self.areBothTold(others, opposes)
    {
      let kept = others.first { $0.kind == pair.stays.kind }?.tokens ?? whole
      return [ClaimChange(kind: .scopeChanged, baseline: pair.gone.tokens, candidate: kept)]
    }
    if let pair = Self.companions(
      among: others, { areCompanions($0, $1, candidate) },
      {
        let origins = surroundings(
          alignment.ofCandidate[link.sentence], in: baseline, linkedBy: alignment.ofBaseline)
        return isAbsent($0, candidate, from: origins + [sentence], tables.baseline)
      }),
      !Self.areBothTold(claims, opposes)
    {
      let kept = claims.first { $0.kind == pair.stays.kind }?.tokens ?? claims.first?.tokens
      return kept.map { [ClaimChange(kind: .scopeChanged, baseline: $0, candidate: pair.gone.tokens)] } ?? []
    }
    return []
  }

  /// Whether two that exclude each other are told there in any words: "strengths and weaknesses", "where it is strong and
  /// where it is weak".
  private static func areBothTold(_ claims: [Claim], _ opposes: (Claim.Kind, Claim.Kind) -> Bool) -> Bool {
    claims.indices.contains { index in
      claims[index].isOfKind && claims[..<index].contains { $0.isOfKind && opposes($0.kind, claims[index].kind) }
    }
  }

  /// Two that stand together and exclude each other, of which one is gone.
  private static func companions(
    among claims: [Claim], _ areCompanions: (Claim, Claim) -> Bool, _ isGone: (Claim) -> Bool
  ) -> (stays: Claim, gone: Claim)? {
    for (index, claim) in claims.enumerated() {
      for other in claims[(index + 1)...] {
        guard areCompanions(claim, other), claim.isOfKind, other.isOfKind else { continue }
        switch (isGone(claim), isGone(other)) {
        case (true, false): return (other, claim)
        case (false, true): return (claim, other)
        default: continue
        }
      }
    }
    return nil
  }

  /// Whether two exclude each other and stand together, with nothing but small words between them.
  private func areCompanions(_ claim: Claim, _ other: Claim, _ sheet: FactSheet) -> Bool {
    let between = claim.tokens.upperBound..<max(claim.tokens.upperBound, other.tokens.lowerBound)
    return (1...3).contains(between.count) && opposes(claim.kind, other.kind)
      && between.allSatisfy { token in
        // A colon begins another clause.
        sheet.passage.stems[token].isEmpty && sheet.passage.tokens[token].kind != .digits
          && !sheet.passage.tokens[token].isCharacter(":") && !sheet.passage.tokens[token].isCharacter(";")
      }
  }

  /// Whether nothing in sentences of the other version claims the same, and its words are not there either.
  private func isAbsent(_ claim: Claim, _ sheet: FactSheet, from sentences: [Int], _ table: ClaimTable) -> Bool {
    let stems = sheet.passage.content(of: claim.tokens)
    return sentences.allSatisfy { sentence in
      !table[sentence].contains { $0.kind == claim.kind }
        && !table.sheet.passage.sentences[sentence].tokens.contains { stems.contains(table.sheet.passage.stems[$0]) }
    }
  }
}

extension Claim {
  /// Whether it narrows what is spoken of, as "federal" and "rural" do.
  var restricts: Bool {
    switch kind {
    case .scope(let scope):
      !["link", "company", "bound", "order", "part", "half", "frequency", "focus", "gate", "evidence"]
        .contains(ClaimComparison.classOfScope(scope))
    // A word with an opposite may be a verb, which other words tell as well.
    case .pole, .negation, .direction, .comparison, .quantifier, .hedge: false
    }
  }

  /// Whether it tells of which kind somebody or something is: a population, a place, one of two opposites.
  var isOfKind: Bool {
    switch kind {
    case .scope(let scope): ["place", "people", "firm"].contains(ClaimComparison.classOfScope(scope))
    case .pole: true
    default: false
    }
  }
}
