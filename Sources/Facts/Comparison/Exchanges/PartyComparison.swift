import Languages

/// Finds two parties that changed places around a word that both versions share, whatever else was put otherwise.
///
/// "They pay rent to the city" became "the city pays them rent". The passive keeps its parties, and so does "Y's review by X"
/// for "X reviews Y": who acts is told by the voice and by small words, not by the order alone.
struct PartyComparison {
  private let baseline: FactSheet
  private let candidate: FactSheet
  private let original: [Word]
  private let restated: [Word]

  /// How a word is tied to what stands before it.
  private enum Tie: Equatable {
    /// Nothing stands between: it goes with the word before.
    case inherited
    case free
    /// By a preposition, named as in the pack.
    case preposition(String)
  }

  private struct Word {
    let key: Int
    let token: Int
    let tie: Tie
    /// Whether a mark or a conjunction stands before it.
    let startsClause: Bool
    /// Whether a word of being stands before it, as before a participle.
    let isHelped: Bool
    /// Whether it is what a relative pronoun stands for that the verb acts on: « que développe ».
    let isInverted: Bool
    let canAct: Bool
    /// A pronoun or a name.
    let isSomebody: Bool
    let isName: Bool
    /// Whether a relative pronoun stands before it that acts: « qui a racheté ».
    let isOfRelative: Bool
    /// A figure or a pronoun.
    let isLoose: Bool
    let isFigure: Bool
  }

  /// Who acts and who is acted on.
  private struct Parties {
    let acting: Places
    let affected: Places
  }

  /// Places in the list of words: some before a deed, the nearest one first, and then some behind it.
  private struct Places: Sequence, IteratorProtocol {
    private var before: Range<Int>
    private var behind: Range<Int>

    init(before: Range<Int> = 0..<0, behind: Range<Int> = 0..<0) {
      self.before = before
      self.behind = behind
    }

    mutating func next() -> Int? { before.popLast() ?? behind.popFirst() }
  }

  private static let reach = 5
  /// A word that is said more often than this is what the sentence is about, and no deed.
  private static let mostDeeds = 2

  init(_ words: SharedWords, baseline: FactSheet, sentence: Int, candidate: FactSheet, sentence other: Int) {
    self.baseline = baseline
    self.candidate = candidate
    original = Self.words(of: baseline, sentence, words.baseline)
    restated = Self.words(of: candidate, other, words.candidate)
  }

  /// The first deed whose parties changed places; `nil` when everybody keeps theirs.
  func turn() -> Turn? {
    var deeds: [(Int, Int)] = []
    for (i, word) in original.enumerated() where word.canAct {
      guard let (j, count) = counterpart(of: i), count <= Self.mostDeeds,
        count == 1 || isSameForm(word, restated[j]), !word.isInverted, !restated[j].isInverted, restated[j].canAct,
        isDeed(i, original), isDeed(j, restated)
      else { continue }
      if let found = exchange(at: i, j) { return found }
      deeds.append((i, j))
    }
    return exchangedDoers(of: deeds) ?? exchangedDoer(of: deeds)
  }

  /// The same word in the restatement, the first of the first, and how often both have it; `nil` when that differs.
  private func counterpart(of place: Int) -> (place: Int, count: Int)? {
    let key = original[place].key
    var (turn, count) = (0, 0)
    for index in original.indices where original[index].key == key {
      if index < place { turn += 1 }
      count += 1
    }
    var (found, others) = (-1, 0)
    for index in restated.indices where restated[index].key == key {
      if others == turn { found = index }
      others += 1
    }
    return count == others ? (found, count) : nil
  }

  /// Whether both are the same word in the same form: of two, "reporter" is not "reporting".
  private func isSameForm(_ word: Word, _ other: Word) -> Bool {
    baseline.passage.tokens[word.token].hash == candidate.passage.tokens[other.token].hash
  }

  /// Two deeds whose doers changed places: « saisi par A… loué par B » became « saisi par B… loué par A ».
  private func exchangedDoers(of deeds: [(Int, Int)]) -> Turn? {
    guard deeds.count > 1 else { return nil }
    let sides = deeds.prefix(Self.mostCompared).map { i, j in
      (doers(of: i, original, baseline), doers(of: j, restated, candidate))
    }
    for (first, mine) in sides.enumerated() where !Self.meet(mine.0, mine.1) {
      for (second, theirs) in sides.enumerated().dropFirst(first + 1)
      where !Self.meet(theirs.0, theirs.1) && Self.meet(mine.0, theirs.1) && Self.meet(theirs.0, mine.1) {
        let (i, j) = deeds[first]
        let (k, l) = deeds[second]
        return turn((min(i, k), max(i, k)), (min(j, l), max(j, l)), isProven: true)
      }
    }
    return nil
  }

  /// A deed that somebody of the sentence does for somebody else of it: « loué par A », with B, became « loué par B », with A.
  private func exchangedDoer(of deeds: [(Int, Int)]) -> Turn? {
    for (i, j) in deeds.prefix(Self.mostCompared) {
      guard i + 1 < original.count, j + 1 < restated.count, original[i + 1].tie == .preposition("by"),
        restated[j + 1].tie == .preposition("by"), !original[i + 1].isLoose, !restated[j + 1].isLoose
      else { continue }
      let (mine, theirs) = (doers(of: i, original, baseline), doers(of: j, restated, candidate))
      guard !Self.meet(mine, theirs),
        let elsewhere = original.indices.first(where: { theirs.contains(original[$0].key) }),
        let moved = restated.indices.first(where: { mine.contains(restated[$0].key) }),
        // Two words for one, side by side: « le maire, Paul Roche ».
        abs(elsewhere - (i + 1)) > Self.apposed, abs(moved - (j + 1)) > Self.apposed
      else { continue }
      return turn(
        (min(i, elsewhere), max(i + 1, elsewhere)), (min(j, moved), max(j + 1, moved)), isProven: true)
    }
    return nil
  }

  /// How near two words stand that may name one party.
  private static let apposed = 2

  /// Deeds of one sentence whose doers are compared with each other.
  private static let mostCompared = 16

  /// The words for whoever does something, by their keys.
  private func doers(of deed: Int, _ words: [Word], _ sheet: FactSheet) -> [Int] {
    parties(of: deed, in: words, sheet).acting.compactMap { place in
      isBare(place, before: deed, words) && isNear(place, deed, words) && !words[place].isLoose
        ? words[place].key : nil
    }
  }

  /// Whether two short lists of keys share one.
  private static func meet(_ keys: [Int], _ others: [Int]) -> Bool { keys.contains(where: others.contains) }

  private func exchange(at i: Int, _ j: Int) -> Turn? {
    let mine = parties(of: i, in: original, baseline)
    let theirs = parties(of: j, in: restated, candidate)
    if let turn = relativeTurn(mine, i, theirs, j) { return turn }
    for x in mine.acting where isBare(x, before: i, original) && !original[x].isFigure && !isTime(x, original, baseline)
    {
      guard let newX = theirs.affected.first(where: { restated[$0].key == original[x].key }) else { continue }
      for newY in theirs.acting where isBare(newY, before: j, restated) && restated[newY].key != original[x].key {
        guard let y = mine.affected.first(where: { original[$0].key == restated[newY].key }),
          isAlike(y, i, newX, j), isNear(x, i, original), isNear(newY, j, restated),
          !isKept(mine, x, i, theirs, newY, j), !isTime(newY, restated, candidate)
        else { continue }
        let areNamed =
          isNamed(x, original) && isNamed(y, original) && isNamed(newX, restated) && isNamed(newY, restated)
          || isPhrase(x, newX) && isPhrase(y, newY)
        return turn(
          (min(x, y, i), max(x, y, i)), (min(newX, newY, j), max(newX, newY, j)), isProven: areNamed)
      }
    }
    return nil
  }

  /// « rachetée par A » became « qui a racheté A »: whoever acts is what the relative pronoun stands for.
  private func relativeTurn(_ mine: Parties, _ i: Int, _ theirs: Parties, _ j: Int) -> Turn? {
    let isTurned = original[i].isOfRelative != restated[j].isOfRelative
    guard isTurned, !(original[i].isOfRelative ? original[i] : restated[j]).isHelped else { return nil }
    if restated[j].isOfRelative {
      guard let x = mine.acting.first(where: { isBare($0, before: i, original) && isNear($0, i, original) }),
        !original[x].isLoose, let affected = theirs.affected.first(where: { restated[$0].key == original[x].key }),
        isObject(affected, of: j, restated)
      else { return nil }
      return turn(
        (min(x, i), max(x, i)), (j, affected), isProven: isNamed(x, original) && isNamed(affected, restated))
    }
    guard let y = theirs.acting.first(where: { isBare($0, before: j, restated) && isNear($0, j, restated) }),
      !restated[y].isLoose, let affected = mine.affected.first(where: { original[$0].key == restated[y].key }),
      isObject(affected, of: i, original)
    else { return nil }
    return turn(
      (i, affected), (min(y, j), max(y, j)), isProven: isNamed(affected, original) && isNamed(y, restated))
  }

  /// Whether the word follows the deed at once, free of prepositions.
  private func isObject(_ word: Int, of deed: Int, _ words: [Word]) -> Bool {
    word > deed && word <= deed + 2 && tie(of: word, from: deed, words) == .free
  }

  private func turn(_ mine: (Int, Int), _ theirs: (Int, Int), isProven: Bool) -> Turn {
    Turn(
      original: original[mine.0].token..<original[mine.1].token + 1,
      restated: restated[theirs.0].token..<restated[theirs.1].token + 1, isProven: isProven)
  }

  /// Whether a word only tells when or how often, on either side of a verb: « cada mes ».
  private func isTime(_ place: Int, _ words: [Word], _ sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let token = words[place].token
    return (max(0, token - Self.longestTime)...token).contains { start in
      guard let match = passage.pack.scopes.match(passage.tokens, at: start), start + match.count > token else {
        return false
      }
      return Self.times.contains { match.value.hasPrefix($0) }
    }
  }

  private static let longestTime = 2
  private static let times = ["rate.", "when.", "frequency.", "season.", "daypart.", "weekday.", "day."]

  /// Whether both words end the same phrase: "IP addresses".
  private func isPhrase(_ place: Int, _ other: Int) -> Bool {
    place > 0 && other > 0 && original[place].tie == .inherited && restated[other].tie == .inherited
      && original[place - 1].key == restated[other - 1].key
  }

  /// Whether the word is of a name, or goes with one: "group" in "the Dalmas group".
  private func isNamed(_ place: Int, _ words: [Word]) -> Bool {
    if words[place].isName { return true }
    if place + 1 < words.count, words[place + 1].isName, words[place + 1].tie == .inherited { return true }
    return place > 0 && words[place - 1].isName && words[place].tie == .inherited
  }

  /// Whether somebody acts in both versions; what stands between the parties and the deed on both sides is part of the deed.
  private func isKept(_ mine: Parties, _ x: Int, _ i: Int, _ theirs: Parties, _ y: Int, _ j: Int) -> Bool {
    mine.acting.contains { word in
      guard let other = theirs.acting.first(where: { restated[$0].key == original[word].key }) else { return false }
      return !(isBetween(word, x, i) && isBetween(other, y, j))
    }
  }

  private func isBetween(_ word: Int, _ a: Int, _ b: Int) -> Bool { word > min(a, b) && word < max(a, b) }

  /// Whether both stand in one relation to the deed: "pays the city", "pays to the city".
  ///
  /// "Work involved with it" and "it involves work" say the same: only of somebody, the one is the other.
  private func isAlike(_ y: Int, _ i: Int, _ x: Int, _ j: Int) -> Bool {
    let (a, b) = (tie(of: y, from: i, original), tie(of: x, from: j, restated))
    if a == b { return true }
    let direct: [Tie] = [.free, .preposition("to"), .preposition("with")]
    guard direct.contains(a), direct.contains(b) else { return false }
    return a == .free ? original[y].isSomebody : restated[x].isSomebody
  }

  /// Whether the word may be what is done, and no part of a phrase behind a preposition.
  private func isDeed(_ place: Int, _ words: [Word]) -> Bool {
    // "Trusted Training program": a word of a name is no deed.
    if words[place].isSomebody { return false }
    // « Son président est Peter » : what a word of being follows is who or what is told of.
    if place + 1 < words.count, words[place + 1].isHelped, !words[place + 1].startsClause { return false }
    // "In a warehouse rented by Varley": what somebody does is a deed wherever it stands.
    if place + 1 < words.count, words[place + 1].tie == .preposition("by"), words[place].tie == .inherited {
      return true
    }
    return switch tie(of: place, from: -1, words) {
    case .free, .preposition("to"): true
    // « L'équipe du maire contacte » : what follows a phrase may be a verb.
    case .preposition("of"): words[place].tie == .inherited
    case .preposition, .inherited: false
    }
  }

  /// Whether only words of the same phrase stand between a party and the deed.
  private func isNear(_ word: Int, _ deed: Int, _ words: [Word]) -> Bool {
    guard word < deed else { return true }
    return (word + 1..<deed).allSatisfy { place in
      let tie = tie(of: place, from: -1, words)
      return tie == .free || tie == .preposition("of") || tie == .preposition("to")
    }
  }

  private func isBare(_ word: Int, before deed: Int, _ words: [Word]) -> Bool {
    let tie = tie(of: word, from: deed, words)
    return word < deed ? tie == .free : tie == .free || tie == .preposition("by")
  }

  /// How a word is tied: by itself, or as the word it goes with; what follows a deed at once is tied to nothing.
  private func tie(of word: Int, from deed: Int, _ words: [Word]) -> Tie {
    var index = word
    while words[index].tie == .inherited {
      if index == 0 || words[index].startsClause || index - 1 == deed { return .free }
      index -= 1
    }
    return words[index].tie
  }

  private func parties(of deed: Int, in words: [Word], _ sheet: FactSheet) -> Parties {
    var start = deed
    while start > 0, !words[start].startsClause, deed - start < Self.reach { start -= 1 }
    var end = deed + 1
    while end < words.count, !words[end].startsClause, end - deed <= Self.reach + 1 { end += 1 }
    let (before, after) = (start..<deed, deed + 1..<end)
    let named = after.first { place in
      words[place].tie == .preposition("by") && sheet.passage.tokens[words[place].token].kind == .word
    }
    // In "the code produced by a compiler" the compiler produces, and does not code.
    let agent = named.flatMap { agent in
      words[deed].isHelped || (deed + 1..<agent).allSatisfy { tie(of: $0, from: deed, words) != .free } ? agent : nil
    }
    guard agent != nil || words[deed].isHelped else {
      return Parties(acting: Places(before: before), affected: Places(behind: after))
    }
    let cut = agent ?? end
    let phrase = (cut..<end).prefix {
      tie(of: $0, from: deed, words) == .preposition("by") || words[$0].tie == .preposition("of")
    }
    return Parties(acting: Places(behind: phrase), affected: Places(before: before, behind: deed + 1..<cut))
  }

  // MARK: Reading

  private static let persons = ["first", "second", "third"]

  /// The words that say something, and pronouns by their person.
  private static func words(of sheet: FactSheet, _ sentence: Int, _ version: SharedWords.Version) -> [Word] {
    let passage = sheet.passage
    let (tokens, pack) = (passage.tokens, passage.pack)
    let bounds = passage.sentences[sentence].tokens.prefix(256)
    let facts = sheet.facts[sheet.factsOfSentence[sentence]]
    let names = sheet.names[sheet.namesOfSentence[sentence]]
    var result: [Word] = []
    result.reserveCapacity(bounds.count)
    var tie = Tie.inherited
    var startsClause = false
    var lastHelp = -10
    var lastInversion = -10
    var lastRelative = -10
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      defer { index += 1 }
      if sheet.isApparatus[index] { continue }
      if tokens[index].kind == .mark {
        if tokens[index].isCharacter("("), let end = bounds[index...].first(where: { tokens[$0].isCharacter(")") }) {
          index = end
        } else if !tokens[index].isCharacter("\"") && !tokens[index].isCharacter("*") {
          startsClause = true
        }
        continue
      }
      let said = version.said[index]
      let person = said < 0 ? pack.persons.match(tokens, at: index)?.value : nil
      guard said >= 0 || person != nil else {
        let isRelative = pack.objectRelatives.contains(tokens[index]) || pack.subjectRelatives.contains(tokens[index])
        if pack.objectRelatives.contains(tokens[index]) { lastInversion = index }
        if pack.subjectRelatives.contains(tokens[index]) { lastRelative = index }
        if isRelative {
          tie = .free
        } else if let match = pack.prepositions.match(tokens, at: index) {
          tie = .preposition(match.value)
          index += match.count - 1
        } else if passage.pack.rangeConnectives.match(tokens, at: index)?.value == true {
          // « la Direction de l'Énergie et du Climat » is one party.
          if !names.contains(where: { $0.tokens.contains(index) }) { startsClause = true }
        } else {
          if pack.passiveMarks.contains(tokens[index]) { lastHelp = index }
          if tie == .inherited { tie = .free }
        }
        continue
      }
      let isFigure = facts.contains { $0.tokens.contains(index) }
      // Below what tokens say, so that a pronoun is the same one in any of its forms.
      let key = person.map { -1 - (Self.persons.firstIndex(of: $0) ?? Self.persons.count) } ?? said
      let canAct =
        person == nil && tokens[index].kind == .word && !isFigure && pack.twoWayWords.match(tokens, at: index) == nil
      result.append(
        Word(
          key: key, token: index, tie: person == nil || tie != .inherited ? tie : .free,
          startsClause: startsClause,
          isHelped: index - lastHelp <= 2 && !pack.activeEndings.contains { tokens[index].folded.hasSuffix($0) },
          isInverted: index - lastInversion <= 2, canAct: canAct,
          isSomebody: person != nil || tokens[index].isCapitalized && index > bounds.lowerBound,
          isName: names.contains { $0.tokens.contains(index) },
          isOfRelative: index - lastRelative <= 2, isLoose: person != nil || isFigure,
          isFigure: isFigure || tokens[index].kind == .digits))
      lastRelative = -10
      tie = .inherited
      startsClause = false
    }
    return result
  }
}
