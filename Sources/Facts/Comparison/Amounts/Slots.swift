import Languages

/// Finds the facts that stand between the same words in two sentences, whatever they say.
struct Slots {
  private let baseline: FactSheet
  private let candidate: FactSheet
  private let alignment: FactAlignment
  private var pairs: [Int: SentencePair] = [:]

  /// A "sentence" with more facts than this is a table without borders; its facts are told apart by their words alone.
  private static let most = 64

  init(baseline: FactSheet, candidate: FactSheet, alignment: FactAlignment) {
    self.baseline = baseline
    self.candidate = candidate
    self.alignment = alignment
  }

  /// Returns the facts of the baseline that stand between the same words as this one, and those of the candidate between
  /// the words that correspond to them.
  mutating func group(of fact: Int) -> (original: [Int], restated: [Int])? {
    let sentence = baseline.facts[fact].sentence
    guard let other = lone(beside: sentence) ?? alignment.ofBaseline[sentence].first?.sentence else { return nil }
    let mine = baseline.factsOfSentence[sentence]
    let others = candidate.factsOfSentence[other]
    guard mine.count <= Self.most, others.count <= Self.most else { return nil }
    let pair = pairs[sentence] ?? self.pair(sentence, other)
    pairs[sentence] = pair
    guard let region = pair.region(ofBaseline: baseline.facts[fact].tokens), region.isExact else { return nil }
    // « Le second 3 » has a place and a number, which are nothing to each other.
    let isOrdinal = { (fact: Fact) in fact.figure?.isOrdinal == true }
    let own = isOrdinal(baseline.facts[fact])
    let inside = others.filter {
      region.tokens.contains(candidate.facts[$0].tokens.lowerBound) && isOrdinal(candidate.facts[$0]) == own
    }
    let beside = mine.filter {
      isOrdinal(baseline.facts[$0]) == own
        && pair.region(ofBaseline: baseline.facts[$0].tokens)?.tokens == region.tokens
    }
    return (beside, inside)
  }

  /// For an amount that stands alone, as above the sentence that says what it is, the one that stands alone there now.
  private func lone(beside sentence: Int) -> Int? {
    guard Self.isLone(sentence, baseline), sentence + 1 < alignment.ofBaseline.count,
      let next = alignment.ofBaseline[sentence + 1].first, next.similarity >= TranspositionComparison.leastSimilarity,
      next.sentence > 0, Self.isLone(next.sentence - 1, candidate)
    else { return nil }
    return next.sentence - 1
  }

  private static func isLone(_ sentence: Int, _ sheet: FactSheet) -> Bool {
    let facts = sheet.factsOfSentence[sentence]
    guard facts.count == 1, let fact = facts.first else { return false }
    return sheet.passage.sentences[sentence].tokens.allSatisfy {
      sheet.facts[fact].tokens.contains($0) || sheet.passage.tokens[$0].kind == .mark
    }
  }

  private func pair(_ sentence: Int, _ other: Int) -> SentencePair {
    SentencePair(
      alignment.words, baseline: baseline, sentence: sentence,
      apart: baseline.facts[baseline.factsOfSentence[sentence]].map(\.tokens), candidate: candidate, sentence: other,
      apart: candidate.facts[candidate.factsOfSentence[other]].map(\.tokens))
  }
}
