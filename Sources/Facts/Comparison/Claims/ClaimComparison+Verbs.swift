import Languages

/// Sentences of which only the verb was edited: "will take place", "took place"; « peut mener à », « mène à »; « sans
/// perdre », « après avoir perdu ».
extension ClaimComparison {
  /// A verb is edited within so many words.
  private static let longestVerb = 6

  /// The few words of two sentences outside which nothing changed.
  private struct Edit {
    let sentence: Int
    let other: Int
    let old: Range<Int>
    let new: Range<Int>
  }

  /// What was to come told as done, what may be told as what is, or a denial more or less, where nothing else changed.
  func editedVerb(in sentence: Int, _ link: FactAlignment.Link, _ diff: WordDiff) -> ClaimChange? {
    guard alignment.isAmongKept(sentence), let first = diff.hunks.first, let last = diff.hunks.last else { return nil }
    let edit = Edit(
      sentence: sentence, other: link.sentence, old: first.original.lowerBound..<last.original.upperBound,
      new: first.restated.lowerBound..<last.restated.upperBound)
    guard max(edit.old.count, edit.new.count) <= Self.longestVerb, !isAsked(edit.old, in: sentence, of: baseline),
      !isAsked(edit.new, in: link.sentence, of: candidate)
    else { return nil }
    if !edit.old.isEmpty, !edit.new.isEmpty, isPast(edit) || isOutright(edit) || isIntended(edit) {
      return ClaimChange(kind: .hedgeRemoved, baseline: edit.old, candidate: edit.new)
    }
    return editedDenial(edit)
  }

  /// Whether the words stand in the last part of a sentence that asks: what stands before it is told.
  private func isAsked(_ words: Range<Int>, in sentence: Int, of sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let end = passage.sentences[sentence].tokens.upperBound
    return passage.sentences[sentence].isQuestion
      && !(words.upperBound..<max(words.upperBound, end)).contains {
        passage.tokens[$0].isCharacter(":") || passage.tokens[$0].isCharacter(";")
      }
  }

  /// Whether a verb tells as done what the words of a plan told of, or what was going on.
  private func isPast(_ edit: Edit) -> Bool {
    let plans = stages(of: baseline, [edit.sentence]).filter { $0.tokens.overlaps(edit.old) }
    let after = stages(of: candidate, [edit.other]).filter { $0.tokens.overlaps(edit.new) }
    guard !after.contains(where: { $0.value == .ahead }), !isCautious(edit) else { return false }
    let isDone = after.contains { $0.value == .perfect }
    // "Is building", "has built"; "has been building" goes on.
    if isDone, plans.contains(where: { $0.value == .named && isMarked($0.tokens, baseline) }) {
      return !edit.new.contains { isOngoing(candidate.passage.tokens[$0]) }
    }
    guard plans.contains(where: { $0.value == .ahead && !$0.isPossible && !isCourtesy($0) }) else { return false }
    if isDone || after.contains(where: { $0.value == .done }) { return true }
    // "Will be", "was".
    if edit.new.allSatisfy({ isAuxiliary(candidate.passage.tokens[$0]) }),
      edit.new.contains(where: { candidate.passage.pack.perfectMarks.contains(candidate.passage.tokens[$0]) })
    {
      return edit.old.allSatisfy { baseline.passage.stems[$0].isEmpty }
    }
    // "Will take", "took"; a timetable is told as "takes".
    guard let verb = baseline.passage.content(of: edit.old).last, let word = edit.new.last, edit.new.count <= 2,
      candidate.passage.says(word)
    else { return false }
    let form = candidate.passage.tokens[word].folded
    return form.utf8.first == verb.utf8.first
      && (candidate.passage.stems[word] != verb
        || candidate.passage.pack.perfectEndings.contains(where: form.hasSuffix))
  }

  /// Whether words of what goes on begin with "is": « création de » does not.
  private func isMarked(_ words: Range<Int>, _ sheet: FactSheet) -> Bool {
    sheet.passage.pack.passiveMarks.contains(sheet.passage.tokens[words.lowerBound])
  }

  private func isOngoing(_ word: Token) -> Bool {
    baseline.passage.pack.activeEndings.contains(where: word.folded.hasSuffix)
  }

  /// Whether what somebody aims at is told as what is: "aims to cut", "cuts". A timetable says "leaves" for "will leave".
  private func isIntended(_ edit: Edit) -> Bool {
    let plans = stages(of: baseline, [edit.sentence]).filter { $0.tokens.overlaps(edit.old) }
    let after = stages(of: candidate, [edit.other]).filter { $0.tokens.overlaps(edit.new) }
    let passage = baseline.passage
    guard after.isEmpty, !isCautious(edit), edit.new.count <= 2,
      let plan = plans.last(where: { $0.value == .ahead && !$0.isPossible && $0.tokens.count > 1 }), !isCourtesy(plan),
      plan.tokens.contains(where: { !passage.stems[$0].isEmpty }),
      let form = edit.new.last(where: { !candidate.passage.stems[$0].isEmpty })
    else { return false }
    return (plan.tokens.upperBound..<max(plan.tokens.upperBound, edit.old.upperBound)).contains {
      areOneVerb(passage.tokens[$0].folded, candidate.passage.tokens[form].folded)
    }
  }

  /// Whether a verb stands there without the word that made it a possibility.
  private func isOutright(_ edit: Edit) -> Bool {
    let (passage, other) = (baseline.passage, candidate.passage)
    let modal = { (passage: Passage, index: Int) in passage.pack.modals.match(passage.tokens, at: index) }
    guard let start = edit.old.first(where: { modal(passage, $0) != nil }), let match = modal(passage, start),
      !edit.new.contains(where: { modal(other, $0) != nil }), !isCautious(edit),
      !isMadeConditional(edit.sentence, edit.other),
      // What the reader or anybody can do, he does: "you can follow", « on peut observer ».
      !isAnybodys(start, in: edit.sentence), !isHabit(edit.sentence)
    else { return false }
    // "Can be closed", "will be closed"; "should hopefully be", "are".
    let isOnlyCaution = edit.old.allSatisfy { token in
      passage.stems[token].isEmpty || (start..<start + match.count).contains(token)
        || passage.pack.hedges.match(passage.tokens, at: token) != nil
    }
    if isOnlyCaution, edit.new.allSatisfy({ other.stems[$0].isEmpty && other.tokens[$0].kind == .word }) {
      return edit.new.contains { isAuxiliary(other.tokens[$0]) }
        || stages(of: candidate, [edit.other]).contains {
          $0.value == .ahead && !$0.isPossible && edit.new.contains($0.tokens.lowerBound)
        }
    }
    guard let form = edit.new.last(where: { !other.stems[$0].isEmpty }) else { return false }
    return (min(start + match.count, edit.old.upperBound)..<edit.old.upperBound).contains {
      areOneVerb(passage.tokens[$0].folded, other.tokens[form].folded)
    }
  }

  /// Whether a word only tells how or when: "is", "was".
  private func isAuxiliary(_ word: Token) -> Bool {
    baseline.passage.pack.passiveMarks.contains(word) || baseline.passage.pack.perfectMarks.contains(word)
  }

  private func areOneVerb(_ a: String, _ b: String) -> Bool {
    zip(a.utf8, b.utf8).prefix { $0 == $1 }.count >= Self.shortestVerb
  }

  private static let shortestVerb = 3

  private func isAnybodys(_ verb: Int, in sentence: Int) -> Bool {
    let passage = baseline.passage
    let start = max(passage.sentences[sentence].tokens.lowerBound, verb - 2)
    return (start..<verb).contains {
      ["first", "second", "anybody"].contains(passage.pack.persons.match(passage.tokens, at: $0)?.value)
    }
  }

  /// Whether another word of caution came, that is no form of what was there.
  private func isCautious(_ edit: Edit) -> Bool {
    let passage = candidate.passage
    return edit.new.contains { token in
      guard let hedge = passage.pack.hedges.match(passage.tokens, at: token), hedge.value != .certain else {
        return false
      }
      return !edit.old.contains { areOneVerb(baseline.passage.tokens[$0].folded, passage.tokens[token].folded) }
    }
  }

  /// A denial more or less beside words that stayed, or are forms of those that were there.
  private func editedDenial(_ edit: Edit) -> ClaimChange? {
    let mine = tables.baseline[edit.sentence].filter(\.kind.isDenial)
    let theirs = tables.candidate[edit.other].filter(\.kind.isDenial)
    guard abs(mine.count - theirs.count) == 1, !statesComplement(edit.sentence, edit.other),
      !hasVeil(edit.old, baseline, mine, besides: edit.new, candidate),
      !hasVeil(edit.new, candidate, theirs, besides: edit.old, baseline)
    else { return nil }
    let isAdded = theirs.count > mine.count
    let (denying, affirming) = isAdded ? (candidate, baseline) : (baseline, candidate)
    let (denied, affirmed) = isAdded ? (edit.new, edit.old) : (edit.old, edit.new)
    guard let denial = (isAdded ? theirs : mine).first(where: { $0.tokens.overlaps(denied) }) else { return nil }
    // "Few are fit", "most are not fit": other claims may tell it.
    let isOnlyClaim = { (claims: [Claim], place: Range<Int>) in
      claims.allSatisfy { $0.tokens == denial.tokens || !$0.tokens.overlaps(place) }
    }
    guard isOnlyClaim(tables.baseline[edit.sentence], edit.old), isOnlyClaim(tables.candidate[edit.other], edit.new)
    else { return nil }
    let words = denied.map { denying.passage.tokens[$0].folded }
    // « Simple », « sans chichis »: what is denied came with the denial.
    let others = affirmed.map { affirming.passage.tokens[$0].folded }
    let isToldInBoth = denied.allSatisfy { token in
      denying.passage.stems[token].isEmpty || denial.tokens.contains(token)
        || others.contains { areOneVerb($0, denying.passage.tokens[token].folded) }
    }
    let isSame = affirmed.allSatisfy { token in
      let word = affirming.passage.tokens[token]
      return affirming.passage.stems[token].isEmpty || isAdded && affirming.passage.pack.isLoose(word)
        || words.contains { areOneVerb($0, word.folded) }
    }
    guard isToldInBoth, isSame else { return nil }
    return isAdded
      ? ClaimChange(
        kind: .negationAdded, baseline: edit.old.isEmpty ? around(edit.old.lowerBound) : edit.old,
        candidate: denial.tokens)
      : ClaimChange(
        kind: .negationRemoved, baseline: denial.tokens,
        candidate: edit.new.isEmpty ? candidate.passage.sentences[edit.other].tokens : edit.new)
  }

  /// Whether a word that can stand for a denial stands there, and is neither the denial itself nor a form of one that stayed.
  private func hasVeil(
    _ words: Range<Int>, _ sheet: FactSheet, _ denials: [Claim], besides others: Range<Int>, _ other: FactSheet
  ) -> Bool {
    words.contains { token in
      isVeil(at: token, in: sheet.passage) && !denials.contains { $0.tokens.contains(token) }
        && !others.contains { areOneVerb(sheet.passage.tokens[token].folded, other.passage.tokens[$0].folded) }
    }
  }
}
