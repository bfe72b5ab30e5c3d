import Languages

/// Names that stand beside another one, joined by « et », "and": which of them are meant is said there and nowhere else.
extension NameComparison {
  /// Whether a name was left out beside one that stayed: « la Gendarmerie et la Police » became « la Gendarmerie ».
  func hasLostCompany(_ index: Int) -> Bool {
    let name = baseline.names[index]
    guard let link = alignment.ofBaseline[name.sentence].first, (Self.leastForCompany..<100).contains(link.similarity)
    else { return false }
    return companions(of: index, in: baseline).contains { hasWord(of: $0.words, in: candidate, at: link.sentence) }
      && !alignment.ofBaseline[name.sentence].contains { hasWord(of: name.words, in: candidate, around: $0.sentence) }
  }

  /// The baseline's name beside which the candidate put one that stands elsewhere in the baseline; `nil` mostly.
  func joinedCompany(of index: Int) -> Int? {
    let name = candidate.names[index]
    guard let link = alignment.ofCandidate[name.sentence].first, (Self.leastForCompany..<100).contains(link.similarity),
      !alignment.ofCandidate[name.sentence].contains(where: {
        hasWord(of: name.words, in: baseline, around: $0.sentence)
      })
    else { return nil }
    let companions = companions(of: index, in: candidate).map(\.words)
    return baseline.namesOfSentence[link.sentence].first { companions.contains(baseline.names[$0].words) }
  }

  private static let leastForCompany = 45

  /// The names right before and behind one, where a conjunction and small words stand between.
  private func companions(of index: Int, in sheet: FactSheet) -> [NameMention] {
    let name = sheet.names[index]
    return [index - 1, index + 1].filter { sheet.namesOfSentence[name.sentence].contains($0) }.map { sheet.names[$0] }
      .filter { other in
        let first = min(name.tokens.upperBound, other.tokens.upperBound)
        let between = first..<max(first, max(name.tokens.lowerBound, other.tokens.lowerBound))
        return between.count <= 3
          && between.contains { sheet.passage.pack.rangeConnectives.match(sheet.passage.tokens, at: $0)?.value == true }
          && between.allSatisfy { sheet.passage.stems[$0].isEmpty && sheet.passage.tokens[$0].kind == .word }
      }
  }

  private func hasWord(of words: [String], in sheet: FactSheet, around sentence: Int) -> Bool {
    (sentence - 1...sentence + 1).contains { hasWord(of: words, in: sheet, at: $0) }
  }

  /// Whether the sentence has a word of the name, its initials, or a name that is the same in other words.
  private func hasWord(of words: [String], in sheet: FactSheet, at sentence: Int) -> Bool {
    guard sheet.passage.sentences.indices.contains(sentence) else { return false }
    let initials = sheet.passage.abbreviation.initials(of: words)
    return sheet.passage.sentences[sentence].tokens.contains { token in
      let word = sheet.passage.tokens[token].folded
      return words.contains(word) || word == initials
    } || sheet.names[sheet.namesOfSentence[sentence]].contains { sheet.passage.abbreviation.agree($0.words, words) }
  }
}
