import Languages

/// The words of both versions over which two parts changed sides: who acts, what is caused.
struct Turn {
  let original: Range<Int>
  let restated: Range<Int>
  /// Whether it proves itself, however freely the rest is told: named parties that stand on each other's side.
  var isProven = false

  /// Whether one version joins the words to one term that the other takes apart: "the harbour website", "the website of the
  /// harbour"; "trust-building language", "language that builds trust".
  func isCompound(_ baseline: Passage, _ candidate: Passage) -> Bool {
    Self.isTerm(original, baseline, restated, candidate) || Self.isTerm(restated, candidate, original, baseline)
      // "Regularly meeting", "meeting regularly": nothing stands between that one could do to the other.
      || original.count == 2 && restated.count == 2
      || Self.isNotice(original, baseline) && Self.isNotice(restated, candidate)
      || isApposition(baseline, candidate) || Self.isCleft(original, baseline) != Self.isCleft(restated, candidate)
      || Self.areClausesExchanged(
        baseline, baseline.sentenceOfToken[original.lowerBound], candidate,
        candidate.sentenceOfToken[restated.lowerBound])
  }

  /// Whether a relative puts what is acted on before the verb and the one who acts behind it: « un toit que paie la ville ».
  private static func isCleft(_ words: Range<Int>, _ passage: Passage) -> Bool {
    words.dropLast().contains { token in
      passage.pack.objectRelatives.contains(passage.tokens[token]) && !passage.stems[token + 1].isEmpty
    }
  }

  /// Whether two clauses, joined by "but" or the like, changed places as they are: "most pay nothing, but visitors pay $3".
  private static func areClausesExchanged(
    _ baseline: Passage, _ sentence: Int, _ candidate: Passage, _ other: Int
  ) -> Bool {
    guard let before = clauses(of: baseline, sentence), let after = clauses(of: candidate, other) else { return false }
    return before.first == after.second && before.second == after.first
  }

  /// The words on both sides of the only comma or semicolon of a sentence, without what joins them.
  private static func clauses(of passage: Passage, _ sentence: Int) -> (first: [String], second: [String])? {
    let (tokens, bounds) = (passage.tokens, passage.sentences[sentence].tokens)
    let marks = bounds.prefix(longestSentence).filter { tokens[$0].isCharacter(",") || tokens[$0].isCharacter(";") }
    guard bounds.count <= longestSentence, marks.count == 1, let mark = marks.first, mark + 1 < bounds.upperBound else {
      return nil
    }
    let joint =
      passage.pack.clauseContrasts.match(tokens, at: mark + 1) ?? passage.pack.listJoints.match(tokens, at: mark + 1)
    guard joint != nil || tokens[mark].isCharacter(";") else { return nil }
    let words = { (range: Range<Int>) in range.filter { !tokens[$0].isCharacter(".") }.map { tokens[$0].folded } }
    let (first, second) = (words(bounds.lowerBound..<mark), words(mark + 1 + (joint?.count ?? 0)..<bounds.upperBound))
    return min(first.count, second.count) >= fewestWordsOfClause ? (first, second) : nil
  }

  private static let longestSentence = 80
  private static let fewestWordsOfClause = 3

  /// Whether a name and what describes it changed places around the comma between them: "said Ana Whitlock, the harbour
  /// master", "the harbour master, Ana Whitlock, said".
  private func isApposition(_ baseline: Passage, _ candidate: Passage) -> Bool {
    let (before, after) = (Self.parts(of: original, baseline), Self.parts(of: restated, candidate))
    guard before.count == 2, after.count == 2, before[0].isName != before[1].isName else { return false }
    return before[0].words == after[1].words && before[1].words == after[0].words
  }

  /// The words that say something between the commas of a run, without verbs of saying, and whether they are a name.
  private static func parts(of words: Range<Int>, _ passage: Passage) -> [(words: [String], isName: Bool)] {
    let isSpoken = { (token: Int) in passage.pack.attributions.match(passage.tokens, at: token)?.value == .verb }
    return words.split { passage.tokens[$0].isCharacter(",") }.compactMap { part in
      let said = part.filter { passage.says($0) && !isSpoken($0) }
      return said.isEmpty
        ? nil : (said.map { passage.tokens[$0].folded }, said.allSatisfy { passage.tokens[$0].isCapitalized })
    }
  }

  /// Whether one end of the words is the initials of the rest, put beside them in brackets: "Court of Appeal (CA", "CA (Court
  /// of Appeal".
  private static func isNotice(_ words: Range<Int>, _ passage: Passage) -> Bool {
    guard let mark = words.first(where: { passage.tokens[$0].isCharacter("(") }) else { return false }
    let isInitials = { (part: Range<Int>) in
      part.count == 1
        && passage.text(of: part).count > 1 && passage.text(of: part) == passage.text(of: part).uppercased()
    }
    return isInitials(words.lowerBound..<mark) || isInitials(mark + 1..<words.upperBound)
  }

  private static func isTerm(_ term: Range<Int>, _ passage: Passage, _ phrase: Range<Int>, _ other: Passage) -> Bool {
    guard term.count > 1, term.allSatisfy({ !passage.stems[$0].isEmpty }) else { return false }
    let isJoined = { (token: Int) in passage.tokens[token].gap == .hyphen }
    if term.dropFirst().allSatisfy(isJoined) { return true }
    let isHyphenated = term.dropFirst().contains(where: isJoined)
    return phrase.contains { token in
      other.pack.prepositions.match(other.tokens, at: token)?.value == "of"
        || isHyphenated && other.stems[token].isEmpty && other.tokens[token].kind == .word
    }
  }
}
