import Languages

extension TimeComparison {
  /// A place in an order that became the first one, or the first one that became another: « deuxième cause », « première cause ».
  ///
  /// "First" alone is no figure, and where it counts something it can stand for one.
  func changedRank(in sentence: Int, _ links: [FactAlignment.Link]) -> ClaimChange? {
    let near = Set(links.flatMap { $0.sentence - 1...$0.sentence + 1 }).sorted()
      .filter(candidate.passage.sentences.indices.contains)
    if let rank = rank(in: sentence, of: baseline), !near.contains(where: { isRanked(rank.counted, $0, candidate) }),
      let first = near.lazy.compactMap({ first(of: rank.counted, in: $0, of: candidate) }).first
    {
      return ClaimChange(kind: .scopeChanged, baseline: rank.tokens, candidate: first)
    }
    guard let link = links.first, let rank = rank(in: link.sentence, of: candidate),
      let first = first(of: rank.counted, in: sentence, of: baseline),
      !near.contains(where: { self.first(of: rank.counted, in: $0, of: candidate) != nil }),
      !(sentence - 1...sentence + 1).contains(where: { isRanked(rank.counted, $0, baseline) })
    else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: first, candidate: rank.tokens)
  }

  /// The only ordinal of a sentence, and the word behind it that it counts.
  private func rank(in sentence: Int, of sheet: FactSheet) -> (tokens: Range<Int>, counted: String)? {
    let ranks = sheet.facts[sheet.factsOfSentence[sentence]].filter { $0.figure?.isOrdinal == true }
    guard let rank = ranks.first, ranks.count == 1, rank.figure?.unit == nil, rank.figure?.value != .one
    else { return nil }
    return Self.counted(at: rank.tokens.upperBound, in: sheet).map { (rank.tokens, $0) }
  }

  /// The word that is counted there, behind what says that it is the greatest of its kind: "second-largest port".
  private static func counted(at index: Int, in sheet: FactSheet) -> String? {
    let passage = sheet.passage
    guard index < passage.stems.count else { return nil }
    let place = index + (passage.pack.firstRanks.match(passage.tokens, at: index)?.count ?? 0)
    return place < passage.stems.count && !passage.stems[place].isEmpty ? passage.stems[place] : nil
  }

  /// The word for the first one, where it stands before the counted word.
  private func first(of counted: String, in sentence: Int, of sheet: FactSheet) -> Range<Int>? {
    let passage = sheet.passage
    let numbers = NumberReader(passage.pack)
    let bounds = passage.sentences[sentence].tokens
    let leading = bounds.lazy.compactMap { index -> Range<Int>? in
      guard let match = passage.pack.firstRanks.match(passage.tokens, at: index),
        index + match.count < bounds.upperBound, passage.stems[index + match.count] == counted,
        !sheet.facts[sheet.factsOfSentence[sentence]].contains(where: { $0.tokens.upperBound == index })
      else { return nil }
      return index..<index + match.count
    }
    if let first = leading.first { return first }
    return bounds.dropLast().first { index in
      guard passage.stems[index + 1] == counted, let number = numbers.number(in: passage.tokens, at: index) else {
        return false
      }
      return number.isOrdinal && number.value == .one
    }.map { $0..<$0 + 1 }
  }

  /// Whether a sentence tells another place than the first of the same.
  private func isRanked(_ counted: String, _ sentence: Int, _ sheet: FactSheet) -> Bool {
    guard sheet.passage.sentences.indices.contains(sentence) else { return false }
    return sheet.facts[sheet.factsOfSentence[sentence]].contains {
      $0.figure?.isOrdinal == true && Self.counted(at: $0.tokens.upperBound, in: sheet) == counted
    }
  }
}
