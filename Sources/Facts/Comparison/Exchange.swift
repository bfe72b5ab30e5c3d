import Languages

/// Tells two amounts or names that changed places, in a sentence put in other words, by what stands around each.
///
/// « 476 contributions… 531 soutiens » became « 531 contributions… 476 soutiens »: the words that told the first one from
/// the second now tell the second one from the first.
struct Exchange {
  /// One of two parts, and where it stands in both versions.
  struct Part {
    let original: Range<Int>
    let restated: Range<Int>
  }

  let baseline: FactSheet
  let candidate: FactSheet

  /// The words around a part that are looked at on each side; nearer ones weigh more.
  private static let reach = 4
  private static let leastWeight = 4

  /// Whether what was said of each part is now said of the other.
  ///
  /// - Parameter least: how much must be said of each.
  func isExchange(_ a: Part, _ b: Part, least: Int = 1) -> Bool {
    let mine = (
      labels(of: a.original, beside: b.original, in: baseline), labels(of: b.original, beside: a.original, in: baseline)
    )
    let theirs = (
      labels(of: a.restated, beside: b.restated, in: candidate),
      labels(of: b.restated, beside: a.restated, in: candidate)
    )
    let turned = (
      shared(mine.0, theirs.1, but: mine.1, theirs.0), shared(mine.1, theirs.0, but: mine.0, theirs.1)
    )
    let kept = shared(mine.0, theirs.0, but: mine.1, theirs.1) + shared(mine.1, theirs.1, but: mine.0, theirs.0)
    return min(turned.0, turned.1) >= least && turned.0 + turned.1 >= max(Self.leastWeight, 2 * kept)
  }

  /// How much both say that is said on no other side.
  private func shared(
    _ a: [String: Int], _ b: [String: Int], but c: [String: Int], _ d: [String: Int]
  ) -> Int {
    a.reduce(0) { sum, word in
      guard let weight = b[word.key], c[word.key] == nil, d[word.key] == nil else { return sum }
      return sum + min(weight, word.value)
    }
  }

  /// The words near a part, with their weights: not beyond the other part, a semicolon or a conjunction.
  private func labels(of part: Range<Int>, beside other: Range<Int>, in sheet: FactSheet) -> [String: Int] {
    guard part.lowerBound < sheet.passage.sentenceOfToken.count else { return [:] }
    let bounds = sheet.passage.sentences[sheet.passage.sentenceOfToken[part.lowerBound]].tokens
    var result: [String: Int] = [:]
    let label = { (index: Int) in
      sheet.passage.tokens[index].kind == .digits ? sheet.passage.tokens[index].folded : sheet.passage.stems[index]
    }
    let isFact = { (index: Int) in
      sheet.facts[sheet.factsOfSentence[sheet.passage.sentenceOfToken[index]]].contains { $0.tokens.contains(index) }
    }
    if let heads = sheet.passage.heads(
      ofCell: sheet.passage.sentences[sheet.passage.sentenceOfToken[part.lowerBound]].block)
    {
      for index in [heads.row, heads.column].compactMap(\.self).joined() { result[label(index)] = Self.reach }
      result[""] = nil
      return result
    }
    let walk = { (indices: any Sequence<Int>) in
      var weight = Self.reach
      for index in indices {
        let token = sheet.passage.tokens[index]
        if other.contains(index) || token.folded == ";" || Self.joins(sheet, index) { break }
        if token.kind == .mark, [",", "(", ")"].contains(token.folded) { weight = min(weight, Self.reach / 2) }
        let key = label(index)
        guard !key.isEmpty, token.kind == .digits || !isFact(index) else { continue }
        result[key] = max(weight, result[key] ?? 0)
        weight -= 1
        if weight == 0 { break }
      }
    }
    walk((bounds.lowerBound..<max(bounds.lowerBound, part.lowerBound)).reversed())
    walk(min(part.upperBound, bounds.upperBound)..<bounds.upperBound)
    return result
  }

  /// Whether « et », "and" stands there.
  private static func joins(_ sheet: FactSheet, _ index: Int) -> Bool {
    sheet.passage.pack.rangeConnectives.match(sheet.passage.tokens, at: index)?.value == true
  }
}

extension AmountComparison {
  /// Pairs of amounts that the candidate gives to each other's things.
  ///
  /// - Parameter partner: for each fact of the baseline, the candidate's one.
  func exchanges(among partner: [Int?]) -> [(original: Int, restated: Int)] {
    let exchange = Exchange(baseline: baseline, candidate: candidate)
    var result: [(original: Int, restated: Int)] = []
    for (sentence, facts) in baseline.factsOfSentence.enumerated() where (2...Self.mostExchanged).contains(facts.count)
    {
      guard alignment.ofBaseline[sentence].first?.similarity != 100 else { continue }
      let here = Set(alignment.ofBaseline[sentence].map(\.sentence))
      let stayed = facts.filter { fact in
        guard let other = partner[fact] else { return false }
        let place = candidate.facts[other].sentence
        return baseline.facts[fact].value == candidate.facts[other].value
          && (here.contains(place) || candidate.passage.sentences[place].role == .cell)
          && facts.allSatisfy { $0 == fact || baseline.facts[$0].value != baseline.facts[fact].value }
      }
      var taken: Set<Int> = []
      for (index, fact) in stayed.enumerated() {
        for other in stayed[(index + 1)...] where !taken.contains(fact) && !taken.contains(other) {
          guard baseline.facts[fact].isComparable(to: baseline.facts[other]), let restated = partner[fact],
            let otherRestated = partner[other],
            exchange.isExchange(
              .init(original: baseline.facts[fact].tokens, restated: candidate.facts[restated].tokens),
              .init(original: baseline.facts[other].tokens, restated: candidate.facts[otherRestated].tokens))
          else { continue }
          taken.formUnion([fact, other])
          result += [(fact, otherRestated), (other, restated)]
        }
      }
    }
    return result
  }

  /// A sentence with more amounts than this is a list of them.
  private static let mostExchanged = 8
}

extension NameComparison {
  /// Pairs of names that the candidate gives each other's parts in a sentence put in other words.
  func exchanges() -> [(original: Int, restated: Int)] {
    let exchange = Exchange(baseline: baseline, candidate: candidate)
    var result: [(original: Int, restated: Int)] = []
    for (sentence, names) in baseline.namesOfSentence.enumerated() where (2...Self.mostExchanged).contains(names.count)
    {
      guard let link = alignment.ofBaseline[sentence].first, (40..<100).contains(link.similarity) else { continue }
      let others = candidate.namesOfSentence[link.sentence]
      let stayed = names.compactMap { name -> (Int, Int)? in
        let words = baseline.names[name].words
        let twins = others.filter { candidate.names[$0].words == words }
        guard let twin = twins.first, twins.count == 1, names.filter({ baseline.names[$0].words == words }).count == 1
        else { return nil }
        return (name, twin)
      }
      for (index, (name, restated)) in stayed.enumerated() {
        for (other, otherRestated) in stayed[(index + 1)...]
        where exchange.isExchange(
          .init(original: baseline.names[name].tokens, restated: candidate.names[restated].tokens),
          .init(original: baseline.names[other].tokens, restated: candidate.names[otherRestated].tokens),
          least: Self.leastLabel)
        {
          result += [(name, otherRestated), (other, restated)]
        }
      }
    }
    return result
  }

  /// What is said of somebody stands next to the name; what is farther away may be of both.
  private static let leastLabel = 3
  /// A sentence with more names than this is a list of them.
  private static let mostExchanged = 6
}
