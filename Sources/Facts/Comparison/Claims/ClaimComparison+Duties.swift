import Languages

/// What somebody may do, should do or must do, told as another of these: « volontaire », « obligatoire ».
extension ClaimComparison {
  /// A freedom, an advice or a habit that became a duty, or a duty that became one of them, in a sentence edited for itself.
  func otherDuties(_ claims: [Claim], in sentence: Int, _ link: FactAlignment.Link) -> [ClaimChange] {
    guard alignment.isAmongKept(sentence), !candidate.passage.sentences[link.sentence].isQuestion else { return [] }
    let places = surroundings(alignment.ofBaseline[sentence], in: candidate, linkedBy: alignment.ofCandidate)
    let origins =
      surroundings(alignment.ofCandidate[link.sentence], in: baseline, linkedBy: alignment.ofBaseline) + [sentence]
    let mine = duties(of: baseline, [sentence])
    let theirs = duties(of: candidate, places)
    let known = Set(duties(of: baseline, Array(Set(origins))).map(\.value))
    let said = Set(theirs.map(\.value))
    let come = theirs.filter { !known.contains($0.value) }
    guard !come.isEmpty else { return [] }
    let gone = mine.filter { !said.contains($0.value) }
    for old in gone {
      if let new = come.first(where: { $0.value == .bound || old.value == .bound }) {
        return [ClaimChange(kind: .oppositeStated, baseline: old.tokens, candidate: new.tokens)]
      }
    }
    // « généralement », « obligatoirement »: what mostly is need not be.
    guard let habit = claims.first(where: { isHabit($0) && !isKept($0, places) }),
      let new = come.first(where: { $0.value == .bound })
    else { return [] }
    return [ClaimChange(kind: .oppositeStated, baseline: habit.tokens, candidate: new.tokens)]
  }

  private func isHabit(_ claim: Claim) -> Bool {
    claim.kind == .scope("frequency.often") || claim.kind == .scope("frequency.sometimes")
  }

  private func isKept(_ claim: Claim, _ places: [Int]) -> Bool {
    places.contains { tables.candidate[$0].contains { $0.kind == claim.kind } }
  }

  /// The words of some sentences that tell who is free to do something and who is bound to, but for those that are denied.
  private func duties(of sheet: FactSheet, _ sentences: [Int]) -> [(value: Duty, tokens: Range<Int>)] {
    let (passage, pack) = (sheet.passage, sheet.passage.pack)
    return sentences.flatMap { sentence in
      let bounds = passage.sentences[sentence].tokens
      return bounds.compactMap { token -> (value: Duty, tokens: Range<Int>)? in
        guard passage.tokens[token].kind == .word, let match = pack.duties.match(passage.tokens, at: token) else {
          return nil
        }
        let around = max(bounds.lowerBound, token - 2)..<min(bounds.upperBound, token + match.count + 2)
        let isDenied =
          around.contains { pack.negations.match(passage.tokens, at: $0) != nil } || isUnderDenial(token, in: sheet)
        // "You can", "you must" tell the reader how a thing is done.
        let isOfReader = (around.lowerBound..<token).contains {
          pack.persons.match(passage.tokens, at: $0)?.value == "second"
        }
        return isDenied || isOfReader ? nil : (match.value, token..<min(bounds.upperBound, token + match.count))
      }
    }
  }

  /// Whether the subject of a clause denies what stands there: « rien de tout cela n'est cependant obligatoire ».
  private func isUnderDenial(_ token: Int, in sheet: FactSheet) -> Bool {
    let table = sheet === baseline ? tables.baseline : tables.candidate
    let passage = sheet.passage
    let separates = { (token: Int) in
      passage.tokens[token].kind == .mark && !passage.tokens[token].isCharacter("'")
    }
    let sentence = passage.sentenceOfToken[token]
    return table[sentence].contains { denial in
      let start = denial.tokens.lowerBound
      return denial.kind.isDenial && denial.tokens.upperBound <= token
        && (start == passage.sentences[sentence].tokens.lowerBound || separates(start - 1))
        && token - denial.tokens.upperBound <= Self.farthestDuty
        && !(denial.tokens.upperBound..<token).contains(where: separates)
    }
  }

  /// How far behind a denial a word of duty may stand, in tokens.
  private static let farthestDuty = 8

  // MARK: The same in other words

  /// Whether the candidate says the same with the contrary of the word that was denied, or with another word for what one is
  /// free, advised or bound to do: "not easy", "hard"; "may", "optional"; "need not", "if they wish".
  func isToldOtherwise(_ change: ClaimChange, in sentence: Int, _ link: FactAlignment.Link) -> Bool {
    switch change.kind {
    case .hedgeRemoved:
      let passage = baseline.passage
      let mine = change.baseline.compactMap { passage.pack.duties.match(passage.tokens, at: $0)?.value }
      return !mine.isEmpty && duties(of: candidate, [link.sentence]).contains { mine.contains($0.value) }
    case .negationRemoved:
      return isContrary(behind: change.baseline, in: baseline, sentence, to: candidate, link.sentence)
    case .negationAdded:
      return isContrary(behind: change.candidate, in: candidate, link.sentence, to: baseline, sentence)
    default: return false
    }
  }

  /// Whether the other version has the contrary of what is denied, and did not have it beside it.
  private func isContrary(
    behind denial: Range<Int>, in sheet: FactSheet, _ sentence: Int, to other: FactSheet, _ place: Int
  ) -> Bool {
    let (passage, pack) = (sheet.passage, sheet.passage.pack)
    let bounds = passage.sentences[sentence].tokens
    let behind = denial.upperBound..<max(denial.upperBound, min(bounds.upperBound, denial.upperBound + 3))
    // "Need not": free to.
    if behind.contains(where: { pack.duties.match(passage.tokens, at: $0)?.value == .bound }),
      duties(of: other, [place]).contains(where: { $0.value == .free })
    {
      return true
    }
    guard let head = behind.first(where: { !passage.stems[$0].isEmpty }) else { return false }
    let word = passage.tokens[head].folded
    let own = Set(bounds.map { passage.tokens[$0].hash })
    return other.passage.sentences[place].tokens.contains { token in
      !own.contains(other.passage.tokens[token].hash)
        && pack.areOpposites(word, other.passage.tokens[token].folded)
    }
  }
}
