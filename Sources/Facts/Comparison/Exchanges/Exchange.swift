import Languages
import Manuscripts

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

  /// The few words near a part, by what they say: how near they stand, and where.
  private struct Labels {
    private var found: [(word: Int, weight: Int, place: Int)] = []

    var words: some Sequence<Int> { found.lazy.map(\.word) }

    func weight(of word: Int) -> Int { found.first { $0.word == word }?.weight ?? 0 }
    func place(of word: Int) -> Int { found.first { $0.word == word }?.place ?? Int.max }

    mutating func add(_ word: Int, _ weight: Int, at token: Int) {
      if let index = found.firstIndex(where: { $0.word == word }) {
        if weight > found[index].weight { found[index] = (word, weight, token) }
      } else if weight > 0 {
        found.append((word, weight, token))
      }
    }
  }

  let words: SharedWords
  let baseline: FactSheet
  let candidate: FactSheet
  /// Whether what stands behind a part and a comma says what it is: "Lena Hartmann, head of the archive".
  var readsAppositions = false

  /// The words around a part that are looked at on each side; nearer ones weigh more.
  private static let reach = 4
  private static let leastWeight = 4

  /// Whether what was said of each part is now said of the other.
  ///
  /// - Parameter least: how much must be said of each.
  func isExchange(_ a: Part, _ b: Part, least: Int = 1) -> Bool {
    // "The 2011 and 2013 plans": what is said of the one is said of the other.
    if areJoined(a.original, b.original, baseline) || areJoined(a.restated, b.restated, candidate) { return false }
    // Nor is what stands around "from 31% to 19%" said of one of them alone, and they are in their order.
    if isFromTo(a.restated, b.restated, candidate) == (a.original.lowerBound < b.original.lowerBound) { return false }
    let (said, saidAgain) = (words.baseline.said, words.candidate.said)
    let mine = (
      labels(of: a.original, beside: b.original, in: baseline, said),
      labels(of: b.original, beside: a.original, in: baseline, said)
    )
    let theirs = (
      labels(of: a.restated, beside: b.restated, in: candidate, saidAgain),
      labels(of: b.restated, beside: a.restated, in: candidate, saidAgain)
    )
    let isInOrder =
      (a.original.lowerBound < b.original.lowerBound) == (a.restated.lowerBound < b.restated.lowerBound)
    let first = min(a.original.lowerBound, b.original.lowerBound)
    let firstRestated = min(a.restated.lowerBound, b.restated.lowerBound)
    var turned = (0, 0)
    var kept = 0
    for word in Set(mine.0.words).union(mine.1.words) {
      // How much nearer the word stands to the one than to the other.
      let before = mine.0.weight(of: word) - mine.1.weight(of: word)
      let after = theirs.0.weight(of: word) - theirs.1.weight(of: word)
      let weight = min(abs(before), abs(after))
      if before > 0, after < 0 {
        turned.0 += weight
      } else if before < 0, after > 0 {
        turned.1 += weight
      } else if weight > 0 {
        // "Allow 47 minutes by train and 70 by car": what leads to both stands before the first of them, whichever it is.
        let leads =
          isInOrder && Self.place(of: word, mine.0, mine.1) < first
          && Self.place(of: word, theirs.0, theirs.1) < firstRestated
        if !leads { kept += weight }
      }
    }
    // What is asked more of may not keep much of its own either: an apposition moves a name away from some words.
    let counterweight = least > 1 ? 4 * kept : 2 * kept
    return min(turned.0, turned.1) >= least && turned.0 + turned.1 >= max(Self.leastWeight, counterweight)
  }

  /// Whether nothing but a conjunction and small words stand between two parts, or other parts of their kind with commas.
  private func areJoined(_ a: Range<Int>, _ b: Range<Int>, _ sheet: FactSheet) -> Bool {
    let between = min(a.upperBound, b.upperBound)..<max(a.lowerBound, b.lowerBound, min(a.upperBound, b.upperBound))
    let tokens = sheet.passage.tokens
    if between.count <= Self.widestJoint, between.contains(where: { Self.joins(sheet, $0) }),
      between.allSatisfy({ tokens[$0].kind == .word && sheet.passage.stems[$0].isEmpty })
    {
      return true
    }
    return areEnumerated(between, sheet)
  }

  /// Whether names alone stand between two of them, with commas or a conjunction: "Pine, Marsh and Tolliver".
  private func areEnumerated(_ between: Range<Int>, _ sheet: FactSheet) -> Bool {
    let tokens = sheet.passage.tokens
    guard (1...Self.widestEnumeration).contains(between.count) else { return false }
    let next = min(between.upperBound + Self.widestEnumeration, tokens.count)
    let isListed = { (index: Int) in
      tokens[index].isCharacter(",") || Self.joins(sheet, index) || tokens[index].isCapitalized
    }
    guard between.allSatisfy(isListed), between.contains(where: { !tokens[$0].isCapitalized }) else { return false }
    let behind = (between.upperBound..<next).prefix(while: isListed)
    let before = (max(0, between.lowerBound - Self.widestEnumeration)..<between.lowerBound).reversed()
      .prefix(while: isListed)
    // « (Lorient, Brest, Quimper) » has no conjunction.
    let commas = [before.map { $0 }, Array(between), Array(behind)].joined().count { tokens[$0].isCharacter(",") }
    return between.contains { Self.joins(sheet, $0) } || behind.contains { Self.joins(sheet, $0) }
      || commas >= Self.fewestCommas
  }

  private static let fewestCommas = 2

  private static let widestEnumeration = 12

  private static let widestJoint = 3

  /// Whether one amount leads to the other one by « à », "to" alone, the first one first; `nil` where it does not.
  private func isFromTo(_ a: Range<Int>, _ b: Range<Int>, _ sheet: FactSheet) -> Bool? {
    let (first, second) = (min(a.upperBound, b.upperBound), max(a.lowerBound, b.lowerBound))
    guard first < second,
      let link = sheet.passage.pack.rangeConnectives.match(sheet.passage.tokens, at: first), !link.value,
      first + link.count == second
    else { return nil }
    return a.lowerBound < b.lowerBound
  }

  /// Where the word stands that one of the two has.
  private static func place(of word: Int, _ a: Labels, _ b: Labels) -> Int {
    min(a.place(of: word), b.place(of: word))
  }

  /// The words near a part, with their weights: not beyond the other part, a semicolon or a conjunction.
  ///
  /// - Parameter said: what each token says.
  private func labels(
    of part: Range<Int>, beside other: Range<Int>, in sheet: FactSheet, _ said: [Int]
  ) -> Labels {
    var result = Labels()
    guard part.lowerBound < sheet.passage.sentenceOfToken.count else { return result }
    let bounds = sheet.passage.sentences[sheet.passage.sentenceOfToken[part.lowerBound]].tokens
    let isFact = { (index: Int) in
      sheet.facts[sheet.factsOfSentence[sheet.passage.sentenceOfToken[index]]].contains { $0.tokens.contains(index) }
    }
    if let heads = sheet.passage.heads(
      ofCell: sheet.passage.sentences[sheet.passage.sentenceOfToken[part.lowerBound]].block)
    {
      for index in [heads.row, heads.column].compactMap(\.self).joined() where said[index] >= 0 {
        result.add(said[index], Self.reach, at: index)
      }
      return result
    }
    for index in head(ofItem: part, in: sheet) where said[index] >= 0 {
      result.add(said[index], Self.reach, at: index)
    }
    // In "64-day certificates with a 10-day reuse" the certificates are of the 64 days alone; in "12 parcels, but 7 by
    // van" the parcels are of both.
    let behind = { (end: Int) in
      bounds.suffix(from: min(max(end, bounds.lowerBound), bounds.upperBound)).prefix { said[$0] >= 0 }
    }
    let ofOther = behind(part.upperBound).isEmpty ? 0..<0 : behind(other.upperBound)
    let isDescribed = readsAppositions && isDescribed(part, beside: other, in: sheet)
    func walk(_ indices: some Sequence<Int>) {
      var weight = Self.reach
      for index in indices {
        let tokens = sheet.passage.tokens
        if other.contains(index) || tokens[index].isCharacter(";") || Self.joins(sheet, index) { break }
        if tokens[index].kind == .mark, [",", "(", ")"].contains(where: tokens[index].isCharacter),
          !(isDescribed && index == part.upperBound)
        {
          weight = min(weight, Self.reach / 2)
        }
        guard said[index] >= 0, tokens[index].kind == .digits || !isFact(index), !ofOther.contains(index) else {
          continue
        }
        result.add(said[index], weight, at: index)
        weight -= 1
        if weight == 0 { break }
      }
    }
    walk((bounds.lowerBound..<max(bounds.lowerBound, part.lowerBound)).reversed())
    walk(min(part.upperBound, bounds.upperBound)..<bounds.upperBound)
    return result
  }

  /// Whether a comma behind a part leads to what it is: it is no description of the other part, and holds not the other one.
  private func isDescribed(_ part: Range<Int>, beside other: Range<Int>, in sheet: FactSheet) -> Bool {
    let tokens = sheet.passage.tokens
    let bounds = sheet.passage.sentences[sheet.passage.sentenceOfToken[part.lowerBound]].tokens
    guard part.upperBound < bounds.upperBound, tokens[part.upperBound].isCharacter(",") else { return false }
    let isEnd = { (index: Int) in tokens[index].kind == .mark || Self.joins(sheet, index) }
    let before = (bounds.lowerBound..<max(bounds.lowerBound, part.lowerBound)).last(where: isEnd)
    let behind = (part.upperBound + 1..<bounds.upperBound).prefix { !isEnd($0) }
    return (before.map { !tokens[$0].isCharacter(",") } ?? true) && !behind.contains { other.contains($0) }
  }

  /// What a list's item begins with and tells of in what follows: "`faster_log` - downloaded 7181 times".
  private func head(ofItem part: Range<Int>, in sheet: FactSheet) -> Range<Int> {
    let block = sheet.passage.sentences[sheet.passage.sentenceOfToken[part.lowerBound]].block
    let item = sheet.passage.tokensOfBlock[block].prefix(Self.longestHead)
    guard sheet.passage.tree.blocks[block].listItem != nil,
      let end = item.first(where: { [":", "-"].contains(sheet.passage.tokens[$0].folded) }), end < part.lowerBound
    else { return 0..<0 }
    return item.lowerBound..<end
  }

  private static let longestHead = 8

  /// Whether « et », "and" stands there.
  private static func joins(_ sheet: FactSheet, _ index: Int) -> Bool {
    sheet.passage.pack.rangeConnectives.match(sheet.passage.tokens, at: index)?.value == true
  }
}

extension AmountComparison {
  /// Pairs of amounts that the candidate gives to each other's things: in one sentence, in sentences beside each other, or in
  /// one table or list.
  ///
  /// - Parameter partner: for each fact of the baseline, the candidate's one.
  func exchanges(among partner: [Int?]) -> [(original: Int, restated: Int)] {
    guard !alignment.isOneToOne else { return [] }
    let exchange = Exchange(words: alignment.words, baseline: baseline, candidate: candidate)
    var result: [(original: Int, restated: Int)] = []
    var taken: Set<Int> = []
    let isRetold = baseline.facts.indices.map { fact in partner[fact].map { self.isRetold(fact, $0) } ?? false }
    for fact in baseline.facts.indices where isRetold[fact] {
      guard let restated = partner[fact] else { continue }
      for second in fact + 1..<max(fact + 1, min(baseline.facts.count, fact + Self.mostExchanged)) {
        guard baseline.areNear(fact, second) else { break }
        guard !taken.contains(fact), !taken.contains(second), let other = partner[second], other != restated,
          areComparable(fact, second), baseline.facts[fact].isIncidental == baseline.facts[second].isIncidental,
          isRetold[second],
          relation(of: baseline.facts[fact], to: baseline.facts[second]) == .other,
          candidate.areNear(restated, other), !isDifferenceInBoth(fact, restated), !isDifferenceInBoth(second, other),
          isExchanged(fact, restated, second, other, exchange)
        else { continue }
        taken.formUnion([fact, second])
        result += [(fact, other), (second, restated)]
      }
    }
    return result
  }

  /// Whether what was said of each of two amounts is now said of the other: by the words next to them, or by their clauses.
  private func isExchanged(_ fact: Int, _ restated: Int, _ second: Int, _ other: Int, _ exchange: Exchange) -> Bool {
    let areInOneSentence =
      baseline.facts[fact].sentence == baseline.facts[second].sentence
      && candidate.facts[restated].sentence == candidate.facts[other].sentence
    if baseline.facts[fact].figure != nil, areInOneSentence, !baseline.facts[fact].isIncidental,
      !baseline.facts[second].isIncidental, turnClauses(fact, second, restated: restated, other)
    {
      return true
    }
    guard areOfOneForm(fact, second),
      exchange.isExchange(
        .init(original: baseline.facts[fact].tokens, restated: candidate.facts[restated].tokens),
        .init(original: baseline.facts[second].tokens, restated: candidate.facts[other].tokens),
        least: baseline.facts[fact].sentence == baseline.facts[second].sentence ? 1 : 2)
    else { return false }
    // What is said of dates may be of both, where their amounts are still theirs: "in the 2024-25 school year".
    if baseline.facts[fact].date != nil, keepTies(fact, restated) { return false }
    return !keepClauses(fact, second, restated: restated, other)
  }

  /// Whether two amounts are of one kind, which the second one may leave to the first one to say: "3.9 hours… only 1.1".
  private func areComparable(_ fact: Int, _ second: Int) -> Bool {
    let (mine, theirs) = (baseline.facts[fact], baseline.facts[second])
    return mine.isComparable(to: theirs) || theirs.figure?.unit == nil && isUnitBefore(theirs, baseline, of: mine)
  }

  /// Whether an amount is what something differs by in both versions: "£900,000 less than planned", "£900,000 cheaper".
  private func isDifferenceInBoth(_ fact: Int, _ restated: Int) -> Bool {
    [(baseline, baseline.facts[fact]), (candidate, candidate.facts[restated])].allSatisfy { sheet, fact in
      sheet.passage.pack.differences.match(sheet.passage.tokens, at: fact.tokens.upperBound) != nil
    }
  }

  /// Whether two amounts can stand in each other's place: a range and the points between its ends cannot.
  private func areOfOneForm(_ fact: Int, _ second: Int) -> Bool {
    guard let mine = baseline.facts[fact].figure, let theirs = baseline.facts[second].figure else { return true }
    let arePoints = { (figure: Figure) in figure.unit?.dimension == .percentagePoint }
    return (mine.upper == nil) == (theirs.upper == nil) && arePoints(mine) == arePoints(theirs)
  }

  /// Whether an amount stayed, is the only one of its kind where it stands, and has other words around it.
  private func isRetold(_ fact: Int, _ restated: Int) -> Bool {
    let original = baseline.facts[fact]
    let other = candidate.facts[restated]
    let hasStayed = alignment.ofBaseline[original.sentence].first == .init(sentence: other.sentence, similarity: 100)
    if hasStayed, baseline.passage.sentences[original.sentence].role != .cell { return false }
    guard relation(of: other, to: original) == .same, isAlone(fact) else { return false }
    return !hasStayed
      || baseline.labels(ofCell: baseline.passage.sentences[original.sentence].block)
        != candidate.labels(ofCell: candidate.passage.sentences[other.sentence].block)
  }

  /// Whether no fact beside this one in the baseline says the same.
  private func isAlone(_ fact: Int) -> Bool {
    let window = max(0, fact - Self.mostExchanged)..<min(baseline.facts.count, fact + Self.mostExchanged)
    return window.allSatisfy { other in
      other == fact || !baseline.areNear(other, fact) || baseline.facts[other].value != baseline.facts[fact].value
    }
  }

  /// Amounts farther from each other than this are not taken for one another.
  private static let mostExchanged = 8
}

extension FactSheet {
  /// Whether two facts stand in one sentence, in sentences beside each other or in one table.
  fileprivate func areNear(_ a: Int, _ b: Int) -> Bool {
    if abs(facts[a].sentence - facts[b].sentence) <= 2 { return true }
    guard case .tableCell(let table, _, _) = passage.tree.blocks[passage.sentences[facts[a].sentence].block].kind,
      case .tableCell(let other, _, _) = passage.tree.blocks[passage.sentences[facts[b].sentence].block].kind
    else { return false }
    return table == other
  }
}

extension NameComparison {
  /// Pairs of names that the candidate gives each other's parts in a sentence put in other words.
  func exchanges() -> [(original: Int, restated: Int)] {
    let exchange = Exchange(
      words: alignment.words, baseline: baseline, candidate: candidate, readsAppositions: true)
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
        // "Common Agricultural Policy (CAP)", "CAP (Common Agricultural Policy)".
        where !areOneName(baseline.names[name], candidate.names[otherRestated])
          && exchange.isExchange(
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
