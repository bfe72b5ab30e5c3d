import Languages

extension FactComparison {
  /// What was one and is several now, or the other way round, between the same words: « un ou une stagiaire » became « trois
  /// stagiaires ». "One" is no figure, and small numbers in words are mostly none that matter by themselves.
  static func multipliedOnes(
    baseline: FactSheet, candidate: FactSheet, alignment: FactAlignment, amounts: AmountChanges
  ) -> [ClaimChange] {
    let come = amounts.unsupported.compactMap { index -> ClaimChange? in
      let fact = candidate.facts[index]
      guard fact.isSmallCount, let link = alignment.ofCandidate[fact.sentence].first, isAlike(link),
        case let pair = pair(alignment, baseline, link.sentence, candidate, fact.sentence),
        let region = pair.region(ofCandidate: fact.tokens), region.isExact, region.hasFollower,
        let back = pair.region(ofBaseline: region.tokens), baseline.hasOne(alone: region.tokens, besides: fact),
        candidate.isAlone(fact, in: back.tokens)
      else { return nil }
      return ClaimChange(kind: .quantifierChanged, baseline: region.tokens, candidate: fact.tokens)
    }
    let gone = amounts.lost.compactMap { index -> ClaimChange? in
      let fact = baseline.facts[index]
      guard fact.isSmallCount, let link = alignment.ofBaseline[fact.sentence].first, isAlike(link),
        case let pair = pair(alignment, baseline, fact.sentence, candidate, link.sentence),
        let region = pair.region(ofBaseline: fact.tokens), region.isExact, region.hasFollower,
        let back = pair.region(ofCandidate: region.tokens), candidate.hasOne(alone: region.tokens, besides: fact),
        baseline.isAlone(fact, in: back.tokens)
      else { return nil }
      return ClaimChange(kind: .quantifierChanged, baseline: fact.tokens, candidate: region.tokens)
    }
    return come + gone
  }

  private static func isAlike(_ link: FactAlignment.Link) -> Bool {
    (Self.leastSimilarity..<100).contains(link.similarity)
  }

  /// Where one word of a few is another, sentences are not very alike.
  private static let leastSimilarity = 55

  private static func pair(
    _ alignment: FactAlignment, _ baseline: FactSheet, _ sentence: Int, _ candidate: FactSheet, _ other: Int
  ) -> SentencePair {
    SentencePair(
      alignment.words, baseline: baseline, sentence: sentence,
      apart: baseline.facts[baseline.factsOfSentence[sentence]].map(\.tokens), candidate: candidate, sentence: other,
      apart: candidate.facts[candidate.factsOfSentence[other]].map(\.tokens))
  }
}

extension Fact {
  /// Whether it counts a few in words.
  fileprivate var isSmallCount: Bool {
    guard let figure else { return false }
    return isIncidental && !figure.isOrdinal && figure.value.isInteger && figure.value > .one
  }
}

extension FactSheet {
  /// Whether the words say "one", « un ou une », and nothing else, and their sentence has no such words that would come to the
  /// number with it.
  fileprivate func hasOne(alone words: Range<Int>, besides fact: Fact) -> Bool {
    let ones = ones(in: words)
    guard !ones.isEmpty,
      words.allSatisfy({ index in
        ones.contains(index)
          || passage.tokens[index].kind == .word && passage.stems[index].isEmpty
            && passage.pack.negations.match(passage.tokens, at: index) == nil
      }), !facts.contains(where: { $0.tokens.overlaps(words) })
    else { return false }
    let sentence = passage.sentenceOfToken[words.lowerBound]
    let all = self.ones(in: passage.sentences[sentence].tokens).count
    return !tellsAgain(behind: words, sentence)
      && fact.figure.map { $0.value > ExactNumber(all - ones.count + 1) } ?? false
  }

  /// Whether a sentence beside tells of the same again: "It has a barge. Another barge is new."
  private func tellsAgain(behind words: Range<Int>, _ sentence: Int) -> Bool {
    let bounds = passage.sentences[sentence].tokens
    guard
      let counted = (words.upperBound..<bounds.upperBound).lazy.map({ self.passage.stems[$0] }).first(where: {
        !$0.isEmpty
      })
    else { return false }
    return [sentence - 1, sentence + 1].filter(passage.sentences.indices.contains).contains { near in
      passage.sentences[near].tokens.contains { passage.stems[$0] == counted }
    }
  }

  /// Whether nothing but small words stands beside the fact there.
  fileprivate func isAlone(_ fact: Fact, in words: Range<Int>) -> Bool {
    words.allSatisfy { index in
      fact.tokens.contains(index) || passage.tokens[index].kind == .word && passage.stems[index].isEmpty
    }
  }

  private func ones(in words: Range<Int>) -> [Int] {
    let numbers = NumberReader(passage.pack)
    return words.filter { index in
      passage.tokens[index].kind == .word
        && numbers.number(in: [passage.tokens[index]], at: 0).map { $0.value == .one && !$0.isOrdinal } == true
    }
  }
}
