import Languages

extension FactComparison {
  /// Paragraphs, and new sentences of others, that tell of the making of the text: who did what with it, and kept what.
  package func remarksOnTheText() -> [Range<Int>] {
    let passage = candidate.passage
    let prose = passage.tokensOfBlock.filter { range in
      range.first.map { passage.sentences[passage.sentenceOfToken[$0]].role == .prose } ?? false
    }
    return prose.flatMap { block -> [Range<Int>] in
      // Work is handed over before the text or behind it; elsewhere more must speak for it.
      if isNew(block) {
        let isAtAnEnd = block == prose.first || block == prose.last || leadsToHeadings(block)
        return isRemark(block, isAtAnEnd: isAtAnEnd) || isHandOver(block) ? [block] : []
      }
      return newRuns(of: block).filter { isRemark($0, isAtAnEnd: false) }
    }
  }

  /// Whether words stand in a sentence of the baseline that did not change, with text before and behind it: work is handed over
  /// at an end, and what stands elsewhere in both versions is the author's.
  package func hasStayedWithin(_ words: Range<Int>) -> Bool {
    let passage = candidate.passage
    let sentence = passage.sentenceOfToken[words.lowerBound]
    guard alignment.ofCandidate[sentence].first?.similarity == 100 else { return false }
    let block = passage.sentences[sentence].block
    let prose = passage.sentences.lazy.filter { $0.role == .prose }
    return prose.first.map { $0.block != block } ?? false && prose.last.map { $0.block != block } ?? false
  }

  /// Whether a paragraph stands right before the first heading: a title told as text may come before it.
  private func leadsToHeadings(_ block: Range<Int>) -> Bool {
    candidate.passage.sentences.first { $0.role == .heading }?.tokens.lowerBound == block.upperBound
  }

  /// Whether a few words with a colon lead to the title, which the baseline begins with: « Voilà : », "Here you go:".
  private func isHandOver(_ block: Range<Int>) -> Bool {
    let passage = candidate.passage
    return block.lowerBound == 0 && block.count <= Self.longestHandOver && leadsToHeadings(block)
      && baseline.passage.sentences.first?.role == .heading
      && (passage.tokens[block.upperBound - 1].isCharacter(":") && block.allSatisfy { passage.stems[$0].isEmpty }
        || isCourtesyAlone(block))
  }

  /// Whether the words are one of courtesy and nothing else: « Bien sûr ! »
  private func isCourtesyAlone(_ block: Range<Int>) -> Bool {
    let passage = candidate.passage
    guard let match = passage.pack.chatterClues.match(passage.tokens, at: block.lowerBound), match.value == .courtesy
    else { return false }
    return block.dropFirst(match.count).allSatisfy { passage.tokens[$0].kind == .mark }
  }

  /// The sentences of a paragraph that are new, where they stand together: « Voici le même passage sur un autre ton. La mer… ».
  private func newRuns(of block: Range<Int>) -> [Range<Int>] {
    let passage = candidate.passage
    var runs: [Range<Int>] = []
    for index in passage.sentenceOfToken[block.lowerBound]...passage.sentenceOfToken[block.upperBound - 1] {
      let sentence = passage.sentences[index].tokens
      guard isNew(sentence) else { continue }
      if let last = runs.last, last.upperBound == sentence.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<sentence.upperBound
      } else {
        runs.append(sentence)
      }
    }
    return runs
  }

  /// Whether words tell of work on the text.
  private func isRemark(_ words: Range<Int>, isAtAnEnd: Bool) -> Bool {
    guard words.count <= Self.longestRemark else { return false }
    let passage = candidate.passage
    let said = words.filter { token in !candidate.quotations.contains { $0.tokens.contains(token) } }
    let clues = Set(said.compactMap { passage.pack.chatterClues.match(passage.tokens, at: $0)?.value })
    if clues.contains(.plain) || isAside(words, clues) { return true }
    var works = clues.intersection([.speaker, .act, .object, .care, .courtesy])
    if !clues.isDisjoint(with: [.text, .spot]) { works.insert(.object) }
    return works.count >= Self.fewestClues
      || (isAtAnEnd && works.count == Self.fewestClues - 1 && (works.contains(.act) || works.contains(.courtesy)))
  }

  /// Whether one who works on the text says something of a part of it to whoever asked for it: "I could not verify the
  /// paragraph above", « [Suite du texte ci-dessous] ».
  ///
  /// Readers are called upon as well, "you could add a tree": of them something is asked in a place of the text.
  private func isAside(_ words: Range<Int>, _ clues: Set<ChatterClue>) -> Bool {
    guard !clues.isDisjoint(with: [.text, .part, .spot]),
      !clues.isDisjoint(with: [.act, .care, .sequel, .doubt, .offer, .edit])
    else { return false }
    if clues.contains(.speaker) || isBracketed(words) { return true }
    if clues.contains(.listener), !clues.isDisjoint(with: [.spot, .place]) { return true }
    return clues.contains(.sequel) && candidate.passage.tokens[words.upperBound - 1].isCharacter(":")
  }

  /// Whether brackets stand around the words.
  private func isBracketed(_ words: Range<Int>) -> Bool {
    let tokens = candidate.passage.tokens
    let first = tokens[words.lowerBound]
    let end = words.suffix(2)
    return (first.isCharacter("[") && end.contains { tokens[$0].isCharacter("]") })
      || (first.isCharacter("(") && end.contains { tokens[$0].isCharacter(")") })
  }

  /// Whether no sentence of the paragraph is one of the baseline's, and none states a fact that a reader would miss.
  private func isNew(_ words: Range<Int>) -> Bool {
    words.allSatisfy { token in
      let sentence = candidate.passage.sentenceOfToken[token]
      return alignment.ofCandidate[sentence].isEmpty
        && candidate.facts[candidate.factsOfSentence[sentence]].allSatisfy(\.isIncidental)
    }
  }

  private static let fewestClues = 3
  private static let longestRemark = 60
  private static let longestHandOver = 12
}
