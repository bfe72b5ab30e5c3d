import Languages

extension FactComparison {
  /// Paragraphs, and new sentences at the ends of others, that tell of the making of the text: who did what with it, and kept what.
  package func remarksOnTheText() -> [Range<Int>] {
    let passage = candidate.passage
    let prose = passage.tokensOfBlock.filter { range in
      range.first.map { passage.sentences[passage.sentenceOfToken[$0]].role == .prose } ?? false
    }
    return prose.flatMap { block -> [Range<Int>] in
      // Work is handed over before the text or behind it; elsewhere more must speak for it.
      if isNew(block) { return isRemark(block, isAtAnEnd: block == prose.first || block == prose.last) ? [block] : [] }
      return newEnds(of: block).filter { isRemark($0, isAtAnEnd: false) }
    }
  }

  /// What is new at the beginning and at the end of a paragraph: « Voici le même passage sur un autre ton. La mer… ».
  private func newEnds(of block: Range<Int>) -> [Range<Int>] {
    let passage = candidate.passage
    let sentences = passage.sentenceOfToken[block.lowerBound]...passage.sentenceOfToken[block.upperBound - 1]
    let head = sentences.prefix { isNew(passage.sentences[$0].tokens) }
    let tail = sentences.reversed().prefix { isNew(passage.sentences[$0].tokens) }.reversed()
    return [Array(head), Array(tail)].compactMap { run in
      guard let first = run.first, let last = run.last else { return nil }
      return passage.sentences[first].tokens.lowerBound..<passage.sentences[last].tokens.upperBound
    }
  }

  /// Whether words tell of work on the text.
  private func isRemark(_ words: Range<Int>, isAtAnEnd: Bool) -> Bool {
    guard words.count <= Self.longestRemark else { return false }
    let passage = candidate.passage
    var clues: Set<ChatterClue> = []
    var token = words.lowerBound
    while token < words.upperBound {
      let match = passage.pack.chatterClues.match(passage.tokens, at: token)
      if let match { clues.insert(match.value) }
      token += max(1, match?.count ?? 1)
    }
    return clues.count >= Self.fewestClues
      || (isAtAnEnd && clues.count == Self.fewestClues - 1 && (clues.contains(.act) || clues.contains(.courtesy)))
  }

  /// Whether no sentence of the paragraph is one of the baseline's, and none states a fact.
  private func isNew(_ block: Range<Int>) -> Bool {
    block.allSatisfy { token in
      let sentence = candidate.passage.sentenceOfToken[token]
      return alignment.ofCandidate[sentence].isEmpty && candidate.factsOfSentence[sentence].isEmpty
    }
  }

  private static let fewestClues = 3
  private static let longestRemark = 60
}
