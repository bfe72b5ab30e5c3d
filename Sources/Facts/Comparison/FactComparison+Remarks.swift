import Languages

extension FactComparison {
  /// Paragraphs of the candidate alone that tell of the making of the text: who did what with it, and kept what.
  package func remarksOnTheText() -> [Range<Int>] {
    let passage = candidate.passage
    let prose = passage.tokensOfBlock.filter { range in
      range.first.map { passage.sentences[passage.sentenceOfToken[$0]].role == .prose } ?? false
    }
    return prose.filter { block in
      guard block.count <= Self.longestRemark, isNew(block) else { return false }
      var clues: Set<ChatterClue> = []
      var token = block.lowerBound
      while token < block.upperBound {
        let match = passage.pack.chatterClues.match(passage.tokens, at: token)
        if let match { clues.insert(match.value) }
        token += max(1, match?.count ?? 1)
      }
      // Work is handed over before the text or behind it; elsewhere more must speak for it.
      let isAtAnEnd = block == prose.first || block == prose.last
      return clues.count >= Self.fewestClues
        || (isAtAnEnd && clues.count == Self.fewestClues - 1 && (clues.contains(.act) || clues.contains(.courtesy)))
    }
  }

  /// Whether no sentence of the paragraph is one of the baseline's, and none states a fact.
  private func isNew(_ block: Range<Int>) -> Bool {
    let sentences = Set(block.map { candidate.passage.sentenceOfToken[$0] })
    return sentences.allSatisfy {
      alignment.ofCandidate[$0].isEmpty && candidate.factsOfSentence[$0].isEmpty
    }
  }

  private static let fewestClues = 3
  private static let longestRemark = 60
}
