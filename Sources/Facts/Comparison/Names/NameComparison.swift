import Languages
/// What became of the names of people, organisations, places and products.
package struct NameChanges: Sendable {
  package struct Altered: Sendable {
    /// In the baseline's names.
    package let baseline: Int
    /// In the candidate's names.
    package let candidate: Int
  }

  /// Another name stands in the place of this one.
  package internal(set) var altered: [Altered] = []
  /// Names that the candidate no longer mentions; one mention each.
  package internal(set) var lost: [Int] = []
  /// Names that neither baseline nor dossier mentions; one mention each.
  package internal(set) var unsupported: [Int] = []
  /// Such names that the candidate gives as a source: « selon l'Institut X ».
  package internal(set) var credited: [Int] = []
  /// Such names that came into a sentence edited for itself, or with a sentence put between two that stayed: they tell
  /// something of their own.
  package internal(set) var insertions: Set<Int> = []
}

/// Compares names by their words, wherever they stand, and by their places in paired sentences.
struct NameComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let dossier: [FactSheet]
  let claims: ClaimComparison
  let diffs: WordDiffs

  var abbreviation: Abbreviation { baseline.passage.abbreviation }

  func changes() -> NameChanges {
    var changes = NameChanges()
    let old = NameTable(baseline)
    let new = NameTable(candidate)
    let dossierTables = dossier.map { NameTable($0) }
    var reported: Set<[String]> = []
    for (index, name) in baseline.names.enumerated() {
      if let other = replacement(of: index) ?? successor(of: index, old, new) {
        changes.altered.append(.init(baseline: index, candidate: other))
      } else if !new.mentions(name.words) && !isMentionedOtherwise(name, old, new) || hasLostCompany(index),
        reported.insert(name.words).inserted
      {
        changes.lost.append(index)
      }
    }
    let known = Set(changes.altered.map(\.baseline))
    var exchanged: Set<Int> = []
    for (name, other) in exchanges() + movedTies() where !known.contains(name) {
      let (mention, restated) = (baseline.names[name], candidate.names[other])
      guard !stands(restated, for: mention), !abbreviation.agree(mention.words, restated.words),
        exchanged.insert(name).inserted
      else { continue }
      changes.altered.append(.init(baseline: name, candidate: other))
    }
    for index in candidate.names.indices {
      if let company = joinedCompany(of: index) {
        changes.altered.append(.init(baseline: company, candidate: index))
      }
    }
    let altered = Set(changes.altered.map(\.candidate))
    for (index, name) in candidate.names.enumerated()
    where !altered.contains(index) && !old.mentions(name.words) && reported.insert(name.words).inserted {
      if dossierTables.contains(where: { $0.mentions(name.words) }) { continue }
      if isWrittenForm(name) { continue }
      if isCredited(name) {
        changes.credited.append(index)
      } else {
        changes.unsupported.append(index)
      }
    }
    let inserted = changes.unsupported.lazy.filter { isInKeptPlace(candidate.names[$0]) }.prefix(Self.mostInserted)
    changes.insertions = Set(inserted.filter { isInsertion(candidate.names[$0]) })
    return changes
  }

  /// Whether « selon », "the survey of" or the like leads to the name.
  private func isCredited(_ name: NameMention) -> Bool {
    let passage = candidate.passage
    let start = max(passage.sentences[name.sentence].tokens.lowerBound, name.tokens.lowerBound - 8)
    return (start..<name.tokens.lowerBound).contains { index in
      if passage.pack.publications.contains(passage.tokens[index]) { return true }
      guard let match = passage.pack.attributions.match(passage.tokens, at: index) else { return false }
      return match.value == .preposition && index + match.count <= name.tokens.lowerBound
    }
  }

  /// A text into which more names were put is another text.
  private static let mostInserted = 64

  /// Whether a name stands in a text that stayed as it was around it.
  private func isInKeptPlace(_ name: NameMention) -> Bool {
    guard let link = alignment.ofCandidate[name.sentence].first else { return alignment.isInserted(name.sentence) }
    return alignment.isAmongKept(link.sentence)
  }

  /// Whether a name was put in, and is no other form of what the baseline names: « grenoblois », « de Grenoble ».
  private func isInsertion(_ name: NameMention) -> Bool {
    let passage = candidate.passage
    guard passage.sentences[name.sentence].role == .prose, !passage.sentences[name.sentence].isQuestion,
      name.words.contains(where: { $0.utf8.count >= Self.shortestInserted }),
      // Initials may stand for anything.
      name.tokens.contains(where: { !isInCapitals($0) })
    else { return false }
    let isTold =
      baseline.names.contains { abbreviation.spellsOut($0.words, name.words) }
      || name.words.contains { !baseline.passage.words.numbers.numbers(sharing: Self.sharedRoot, with: $0).isEmpty }
    return !isTold && !standsBesideInitials(name)
  }

  /// Whether initials stand beside the name that the baseline has: "Coordinated Universal Time, or UTC".
  private func standsBesideInitials(_ name: NameMention) -> Bool {
    let tokens = candidate.passage.sentences[name.sentence].tokens
    let near = name.tokens.lowerBound - Self.nearInitials..<name.tokens.upperBound + Self.nearInitials
    return near.clamped(to: tokens).contains { token in
      candidate.passage.tokens[token].isCapitalized && isInCapitals(token) && !name.tokens.contains(token)
        && baseline.passage.words.number(of: candidate.passage.tokens[token].folded) != nil
    }
  }

  private static let nearInitials = 3

  private func isInCapitals(_ token: Int) -> Bool {
    let word = candidate.passage.text(of: token..<token + 1)
    return word == word.uppercased()
  }

  private static let shortestInserted = 4
  private static let sharedRoot = 5

  /// The name that stands where this one stood in the sentence's counterpart.
  private func replacement(of index: Int) -> Int? {
    let name = baseline.names[index]
    guard let link = alignment.ofBaseline[name.sentence].first, (40..<100).contains(link.similarity),
      !claims.isSame(name.sentence, link.sentence)
    else { return nil }
    let others = candidate.namesOfSentence[link.sentence]
    let diff = diffs[name.sentence, link.sentence]
    guard let hunk = diff.hunk(ofOriginal: name.tokens).map({ diff.hunks[$0] }) else { return nil }
    let mine = baseline.names[baseline.namesOfSentence[name.sentence]]
    let isThere = others.contains { abbreviation.agree(candidate.names[$0].words, name.words) }
    // Two letters stand at the head of many words.
    let isWritten = name.words[0].utf8.count > 2 && isSpelledOut(name, in: link.sentence)
    if !isWritten, let other = others.first(where: { isExchanged(name, for: candidate.names[$0], in: hunk) }),
      // « A gave it to B » and « B got it from A » have the names in another order, and other words.
      !isThere || onlyNamesChanged(in: diff, mine, candidate.names[others]),
      // « Centre national du blé (CNB) », « CNB (Centre national du blé) ».
      !stands(candidate.names[other], for: name)
    {
      return other
    }
    guard !isThere, !isSpelledOut(name, in: link.sentence) else { return nil }
    guard !candidateHolds(name, in: link.sentence) else { return nil }
    let pair = SentencePair(
      alignment.words, baseline: baseline, sentence: name.sentence, apart: mine.map(\.tokens), candidate: candidate,
      sentence: link.sentence, apart: candidate.names[others].map(\.tokens))
    guard let region = pair.region(ofBaseline: name.tokens) else { return nil }
    return others.first { other in
      let mention = candidate.names[other]
      return mention.tokens.overlaps(region.tokens) && !isTold(mention, near: name.sentence)
        && !mine.contains { abbreviation.agree($0.words, mention.words) || areOneName($0, mention) }
    }
  }

  /// The only name that is new in the sentence's counterpart, when this is the only one that is gone.
  private func successor(of index: Int, _ old: NameTable, _ new: NameTable) -> Int? {
    let name = baseline.names[index]
    guard let link = alignment.ofBaseline[name.sentence].first, link.similarity < 100,
      link.similarity >= 40 || shareFact(name.sentence, link.sentence)
    else { return nil }
    let untold = candidate.namesOfSentence[link.sentence].filter {
      !isTold(candidate.names[$0], near: name.sentence)
    }
    guard !untold.isEmpty else { return nil }
    let origin = origins(near: name.sentence).flatMap { baseline.namesOfSentence[$0] }
      .map { baseline.names[$0].words }
    // Where a name is gone, another one of the article may have taken its place.
    let come = untold.filter { other in
      let words = candidate.names[other].words
      return !old.mentions(words) || !origin.contains { abbreviation.agree($0, words) }
    }
    guard let other = come.first, come.allSatisfy({ candidate.names[$0].words == candidate.names[other].words }),
      !isHeld(name, near: link.sentence), !abbreviation.agree(name.words, candidate.names[other].words),
      !isSpelledOut(name, in: link.sentence), !stands(candidate.names[other], for: name),
      !areOneName(name, candidate.names[other]),
      baseline.namesOfSentence[name.sentence].allSatisfy({
        baseline.names[$0].words == name.words || isHeld(baseline.names[$0], near: link.sentence)
      })
    else { return nil }
    return other
  }

  /// Whether two sentences state the same amount or date: they tell of one thing however little alike they are.
  private func shareFact(_ sentence: Int, _ other: Int) -> Bool {
    let facts = candidate.facts[candidate.factsOfSentence[other]]
    return baseline.facts[baseline.factsOfSentence[sentence]].contains { fact in
      !fact.isIncidental && fact.date?.isYear != true && facts.contains { $0.value == fact.value }
    }
  }

  /// Whether a sentence of the baseline, or one beside it, has the words of the candidate's name, in any form.
  private func isTold(_ name: NameMention, near sentence: Int) -> Bool {
    origins(near: sentence).contains { Self.holds(name, of: candidate, in: $0, of: baseline) }
  }

  /// A sentence of the baseline and those beside it that the candidate may tell with it; what stayed word for word is told
  /// where it stands.
  private func origins(near sentence: Int) -> [Int] {
    (sentence - 1...sentence + 1).filter { place in
      baseline.passage.sentences.indices.contains(place)
        && (place == sentence || alignment.ofBaseline[place].first?.similarity != 100)
    }
  }

  /// Whether a sentence, or one beside it that is not as it was, has the words of the name.
  private func isHeld(_ name: NameMention, near sentence: Int) -> Bool {
    (sentence - 1...sentence + 1).contains {
      candidate.passage.sentences.indices.contains($0)
        && ($0 == sentence || alignment.ofCandidate[$0].first?.similarity != 100) && candidateHolds(name, in: $0)
    }
  }

  /// Whether nothing changed in the sentence's place but the name: then it is not the same name in other words.
  private func isExchanged(_ name: NameMention, for other: NameMention, in hunk: WordDiff.Hunk) -> Bool {
    guard other.tokens.overlaps(hunk.restated), !abbreviation.agree(name.words, other.words), !areOneName(name, other),
      Set(name.words).isDisjoint(with: other.words)
    else { return false }
    return hunk.original.allSatisfy { name.tokens.contains($0) || baseline.passage.stems[$0].isEmpty }
      && hunk.restated.allSatisfy { other.tokens.contains($0) || candidate.passage.stems[$0].isEmpty }
  }

  /// Whether the sentences differ in their names alone, and in articles before them: in a sentence told from its end the
  /// small words before its names are others.
  private func onlyNamesChanged(
    in diff: WordDiff, _ names: ArraySlice<NameMention>, _ others: ArraySlice<NameMention>
  ) -> Bool {
    let rest = { (words: Range<Int>, names: ArraySlice<NameMention>, passage: Passage) in
      words.filter { token in !names.contains { $0.tokens.contains(token) } }
        .map { passage.tokens[$0] }.filter { $0.kind == .word && !passage.pack.lightWords.contains($0) }.map(\.folded)
    }
    return diff.hunks.allSatisfy { hunk in
      rest(hunk.original, names, baseline.passage) == rest(hunk.restated, others, candidate.passage)
    }
  }

  /// Whether a sentence has the words of a baseline's name, in any form: "Certificate Authorities", "a certificate authority".
  private func candidateHolds(_ name: NameMention, in sentence: Int) -> Bool {
    Self.holds(name, of: baseline, in: sentence, of: candidate)
  }

  private static func holds(_ name: NameMention, of own: FactSheet, in sentence: Int, of sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let words = passage.words.ofToken[passage.sentences[sentence].tokens]
    func has(_ word: String) -> Bool { passage.words.number(of: word).map(words.contains) ?? false }
    if name.words.allSatisfy({ word in
      has(word) || has(word + "s") || word.hasSuffix("s") && has(String(word.dropLast()))
        || GluedNumber(word).map { has($0.letters) && has($0.digits) } == true
    }) {
      return true
    }
    let stems = passage.stems.ofToken[passage.sentences[sentence].tokens]
    return name.tokens.allSatisfy { token in
      let stem = own.passage.stems[token]
      return stem.isEmpty || passage.stems.numbers.known(stem).map(stems.contains) == true
    }
  }

  /// Whether the sentence's counterpart has its words in another form, or it is a name with a word before it that opens the
  /// sentence and is no part of it: "See Mary Field's report".
  private func isMentionedOtherwise(_ name: NameMention, _ old: NameTable, _ new: NameTable) -> Bool {
    if name.words.count == 1, new.hasForm(of: baseline.passage.stems[name.tokens.lowerBound]) { return true }
    if isMisspelt(name, old, new) { return true }
    let links = alignment.ofBaseline[name.sentence]
    if let link = links.first, isHeld(name, near: link.sentence) { return true }
    if links.contains(where: { isWrittenOut(name, near: $0.sentence) }) { return true }
    let first = name.tokens.lowerBound
    let isFirst = first == baseline.passage.sentences[name.sentence].tokens.lowerBound
    return name.words.count > 1 && (isFirst || baseline.passage.tokens[first - 1].kind == .mark)
      && new.mentions(Array(name.words.dropFirst()))
  }
}

/// Every word of a text, to ask whether a name is mentioned in it in any case or form.
///
/// Most names are found by their words; what else there is to look into is made when it is first asked for.
final class NameTable {
  private let sheet: FactSheet
  private let words: Lexicon
  private let stems: WordNumbers
  private let abbreviation: Abbreviation
  /// The letters and digits of words that are both, `iso` and `27001`.
  private lazy var glued = Set(
    words.firstTokens.filter(sheet.passage.mayEndInDigit)
      .compactMap { GluedNumber(sheet.passage.tokens[$0].folded) }.flatMap { [$0.letters, $0.digits] })
  private lazy var names = Set(sheet.names.map(\.words))
  private lazy var initials = Set(
    names.filter { $0.count > 1 }.map(abbreviation.initials(of:)).filter { $0.count > 1 })
  /// Names by their last word.
  private lazy var namesByEnd = Dictionary(grouping: names, by: { $0.last ?? "" })
  /// For each word, whether it stands somewhere with a capital outside names of several words.
  private lazy var isLone = loneWords()

  init(_ sheet: FactSheet) {
    self.sheet = sheet
    words = sheet.passage.words
    stems = sheet.passage.stems.numbers
    abbreviation = sheet.passage.abbreviation
  }

  private func loneWords() -> [Bool] {
    let tokens = sheet.passage.tokens
    var isInName = [Bool](repeating: false, count: tokens.count)
    for name in sheet.names where name.words.count > 1 {
      for index in name.tokens { isInName[index] = true }
    }
    var isLone = [Bool](repeating: false, count: words.count)
    for index in tokens.indices
    where tokens[index].isCapitalized && !isInName[index] && !sheet.isApparatus[index] && tokens[index].kind == .word {
      isLone[words.ofToken[index]] = true
    }
    return isLone
  }

  /// Whether the word stands in the text as it is.
  func hasWord(_ word: String) -> Bool { words.contains(word) || glued.contains(word) }

  /// Whether a word of the text has this stem.
  func hasForm(of stem: String) -> Bool { !stem.isEmpty && stems.contains(stem) }

  /// Whether every word of the name stands in the text, or its initials, or what it abbreviates.
  func mentions(_ name: [String]) -> Bool {
    if name.allSatisfy({
      hasWord($0) || hasWord($0 + "s") || $0.utf8.contains(0x2E) && hasWord("v" + $0)
        || ($0.hasSuffix("s") && hasWord(String($0.dropLast())))
    }) {
      return true
    }
    if name.count == 1, initials.contains(name[0]) { return true }
    if name.count == 1, let glued = GluedNumber(name[0]), hasWord(glued.letters), hasWord(glued.digits) {
      return true
    }
    if name.count > 1, hasWord(abbreviation.initials(of: name)) { return true }
    // « OSB Alliance », then « OSBA »: the first word is initials already.
    if name.count > 1, hasWord(name[0] + abbreviation.initials(of: Array(name.dropFirst()))) { return true }
    // The last word of a name of several stands for it: « Marie Dupont », then « Dupont ».
    // But the « Institute » of another name stands for none.
    if name.count > 2,
      namesByEnd.values.joined().contains(where: { abbreviation.abbreviates($0, name) && $0.count > 1 })
    {
      return true
    }
    guard name.count > 1, let last = name.last, last.utf8.count > 3,
      words.number(of: last).map({ isLone[$0] }) == true
    else { return false }
    return namesByEnd[last, default: []].allSatisfy { $0.count == 1 || abbreviation.agree($0, name) }
  }
}
