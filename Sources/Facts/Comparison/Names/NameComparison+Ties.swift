import Languages

/// Names that stayed in a sentence while what they are tied to was given to another one.
extension NameComparison {
  /// Pairs of a name and of the candidate's name that now stands where it stood: behind the same words, behind the same
  /// name, or beside the same description.
  func movedTies() -> [(original: Int, restated: Int)] {
    var result: [(original: Int, restated: Int)] = []
    for (sentence, names) in baseline.namesOfSentence.enumerated() where (1...Self.mostTied).contains(names.count) {
      guard let link = alignment.ofBaseline[sentence].first, (1..<100).contains(link.similarity) else { continue }
      let others = candidate.namesOfSentence[link.sentence]
      guard (1...Self.mostTied).contains(others.count) else { continue }
      let isAlike = link.similarity >= Self.leastForTies
      let found = retied(names, others, isAlike: isAlike) + (isAlike ? redescribed(names, others) : [])
      var seen: Set<Int> = []
      result += found.filter { seen.insert($0.original).inserted }
    }
    return result
  }

  private static let mostTied = 8
  /// In sentences less alike than this only what was said of a name is followed.
  private static let leastForTies = 40

  // MARK: What leads to a name

  /// A name, or the part of one before or behind its small words: "Walter Pearce" and "Rust Foundation" in "Walter Pearce of
  /// the Rust Foundation".
  private struct Part {
    let name: Int
    let tokens: Range<Int>
    let words: [String]
  }

  /// What leads to a name: the last word or name before it, and the small words between.
  private struct Lead: Hashable {
    let words: [String]
    /// What ties the name to it, as all packs call it: of, to.
    let tie: String
    let isName: Bool
  }

  private func parts(of names: Range<Int>, in sheet: FactSheet) -> [Part] {
    let (tokens, particles) = (sheet.passage.tokens, sheet.passage.pack.nameParticles)
    var parts: [Part] = []
    parts.reserveCapacity(names.count)
    for name in names {
      var rest = sheet.names[name].tokens
      while !rest.isEmpty {
        let part = rest.lowerBound..<(rest.first { particles.contains(tokens[$0]) } ?? rest.upperBound)
        if !part.isEmpty {
          let words = part.lazy.filter { tokens[$0].kind == .word }.map { tokens[$0].folded }
          parts.append(Part(name: name, tokens: part, words: Array(words)))
        }
        rest = min(part.upperBound + 1, rest.upperBound)..<rest.upperBound
      }
    }
    return parts
  }

  /// Names to which the candidate leads with words that led to another name of the sentence: « adressée à Marc Tissier ».
  private func retied(_ names: Range<Int>, _ others: Range<Int>, isAlike: Bool) -> [(original: Int, restated: Int)] {
    let theirs = parts(of: others, in: candidate)
    let known = leads(to: theirs, in: candidate)
    guard !known.isEmpty else { return [] }
    let mine = parts(of: names, in: baseline)
    return leads(to: mine, in: baseline).compactMap { lead, place in
      guard isAlike || lead.isName, let place, case .some(.some(let other)) = known[lead],
        isMoved(mine[place], to: theirs[other], lead, mine, theirs)
      else { return nil }
      return (mine[place].name, theirs[other].name)
    }.sorted { ($0.original, $0.restated) < ($1.original, $1.restated) }
  }

  /// Whether the words lead to another name now, and both names are told of as before.
  private func isMoved(_ part: Part, to other: Part, _ lead: Lead, _ mine: [Part], _ theirs: [Part]) -> Bool {
    guard !areOne(part.words, other.words), let place = theirs.first(where: { areOne(part.words, $0.words) }),
      !areListed(place, other, theirs, candidate)
    else { return false }
    if let origin = mine.first(where: { areOne($0.words, other.words) }) {
      return !areListed(part, origin, mine, baseline)
    }
    return lead.isName && baseline.names.contains { areOne($0.words, other.words) }
  }

  private func areOne(_ name: [String], _ other: [String]) -> Bool { baseline.passage.abbreviation.agree(name, other) }

  /// The parts of a sentence's names by what leads to them; `nil` for what leads to several.
  private func leads(to parts: [Part], in sheet: FactSheet) -> [Lead: Int?] {
    var found: [Lead: Int?] = [:]
    for index in parts.indices {
      for lead in leads(to: parts[index], among: parts, in: sheet) {
        found[lead] = .some(found.keys.contains(lead) ? nil : index)
      }
    }
    return found
  }

  /// The last word before a name, with what it is said of, if any: « président d'Aquinetic », « Smile, au nom du CNLL ».
  private func leads(to part: Part, among parts: [Part], in sheet: FactSheet) -> [Lead] {
    let passage = sheet.passage
    let start = passage.sentences[sheet.names[part.name].sentence].tokens.lowerBound
    var tie: String?
    var word: String?
    var index = part.tokens.lowerBound - 1
    while index >= max(start, part.tokens.lowerBound - Self.farthestLead) {
      let token = passage.tokens[index]
      if token.kind == .mark {
        guard let tie, let word, token.isCharacter(","), index > start, passage.tokens[index - 1].isCapitalized else {
          break
        }
        return [
          Lead(words: [word], tie: tie, isName: false),
          Lead(words: [passage.tokens[index - 1].folded, word], tie: tie, isName: true),
        ]
      } else if passage.pack.rangeConnectives.match(passage.tokens, at: index)?.value == true {
        break
      } else if let other = parts.first(where: { $0.tokens.contains(index) }) {
        // Behind a name any small word says that the next one is its own: "of the", "from the".
        if word == nil, tie != nil { return [Lead(words: other.words, tie: "", isName: true)] }
        break
      } else if passage.stems[index].isEmpty {
        if tie == nil { tie = passage.pack.prepositions.match(passage.tokens, at: index)?.value }
      } else {
        guard word == nil else { break }
        word = passage.stems[index]
      }
      index -= 1
    }
    guard let tie, let word else { return [] }
    return [Lead(words: [word], tie: tie, isName: false)]
  }

  private static let farthestLead = 7

  /// Whether two names are members of one list: « avec Paul et avec Marc », "Ashby, Brandt and Varley".
  private func areListed(_ a: Part, _ b: Part, _ parts: [Part], _ sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let (first, last) = a.tokens.lowerBound < b.tokens.lowerBound ? (a, b) : (b, a)
    let between = first.tokens.upperBound..<max(first.tokens.upperBound, last.tokens.lowerBound)
    let members = parts.filter { between.overlaps($0.tokens) }
    return between.allSatisfy { index in
      if passage.tokens[index].kind == .mark { return passage.tokens[index].isCharacter(",") }
      if members.contains(where: { $0.tokens.contains(index) }) { return true }
      // A small word between that ties one name to the next says more than that both are there.
      return passage.stems[index].isEmpty
        && (members.isEmpty || passage.pack.prepositions.match(passage.tokens, at: index) == nil)
    }
  }

  // MARK: What describes a name

  /// Two names that changed places beside what describes each: « la ministre de la Mer A avec celle des Forêts B ».
  ///
  /// Descriptions stand before their names or behind them; whichever is taken, both must be found beside the other name.
  private func redescribed(_ names: Range<Int>, _ others: Range<Int>) -> [(original: Int, restated: Int)] {
    let stayed = names.compactMap { name -> (Int, Int)? in
      let twins = others.filter { candidate.names[$0].words == baseline.names[name].words }
      let isOnly = names.filter { baseline.names[$0].words == baseline.names[name].words }.count == 1
      return twins.count == 1 && isOnly ? twins.first.map { (name, $0) } : nil
    }
    // Among others, somebody's name is one of several words.
    let people = stayed.count == 2 ? stayed : stayed.filter { baseline.names[$0.0].words.count > 1 }
    return people.indices.dropLast().flatMap { index -> [(original: Int, restated: Int)] in
      let (a, b) = (people[index], people[index + 1])
      return areRedescribed(a, b) ? [(a.0, b.1), (b.0, a.1)] : []
    }
  }

  private func areRedescribed(_ one: (Int, Int), _ two: (Int, Int)) -> Bool {
    let mine = descriptions(of: one.0, two.0, in: baseline)
    let theirs = descriptions(of: one.1, two.1, in: candidate)
    var kept = 0
    var turned = 0
    for (a, b) in mine {
      for (x, y) in theirs {
        kept = max(kept, Self.shared(a, x, b, y))
        turned = max(turned, Self.shared(a.subtracting(b), y, b.subtracting(a), x))
      }
    }
    return turned >= Self.leastDescription && turned > kept
  }

  private static let leastDescription = 3

  /// How many words two descriptions share with two others, if each shares any.
  private static func shared(_ a: Set<String>, _ x: Set<String>, _ b: Set<String>, _ y: Set<String>) -> Int {
    let (first, second) = (a.intersection(x).count, b.intersection(y).count)
    return min(first, second) == 0 ? 0 : first + second
  }

  /// The words that describe each of two names: those right before both, or those behind both and a comma.
  private func descriptions(of a: Int, _ b: Int, in sheet: FactSheet) -> [(Set<String>, Set<String>)] {
    let passage = sheet.passage
    let bounds = passage.sentences[sheet.names[a].sentence].tokens
    let isTurned = sheet.names[a].tokens.lowerBound > sheet.names[b].tokens.lowerBound
    let (first, second) = (sheet.names[isTurned ? b : a].tokens, sheet.names[isTurned ? a : b].tokens)
    let isMark = { (index: Int) in passage.tokens[index].kind == .mark }
    let words = { (indices: [Int]) in Set(passage.content(of: indices)) }
    let before = max(bounds.lowerBound, first.lowerBound - Self.longestDescription)..<first.lowerBound
    let between = first.upperBound..<max(first.upperBound, second.lowerBound)
    let behind = second.upperBound..<min(bounds.upperBound, second.upperBound + Self.longestDescription)
    var pairs: [(Set<String>, Set<String>)] = []
    if [before, between].allSatisfy({ range in range.last.map { !passage.stems[$0].isEmpty } ?? false }) {
      let leading = { (range: Range<Int>) in words(range.reversed().prefix { !isMark($0) }) }
      pairs.append((leading(before), leading(between)))
    }
    if [between, behind].allSatisfy({ range in range.first.map { passage.tokens[$0].isCharacter(",") } ?? false }) {
      let following = { (range: Range<Int>) in words(Array(range.dropFirst().prefix { !isMark($0) })) }
      pairs.append((following(between), following(behind)))
    }
    return isTurned ? pairs.map { ($0.1, $0.0) } : pairs
  }

  private static let longestDescription = 14
}
