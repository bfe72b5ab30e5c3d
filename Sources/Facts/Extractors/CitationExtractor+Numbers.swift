import Languages
import Manuscripts
import StructuredText

/// Marks that lead to an entry of a numbered list.
extension CitationExtractor {
  /// `[1]`, `[source 1, 3]`, `(note 1)`, `¹`: numbers of entries, and those that no entry has where the entries are numbered.
  mutating func numbered() -> [Citation] {
    markLinkedNumbers()
    let entries = entriesByNumber
    guard let last = entries.keys.max() else { return [] }
    let tokens = tokens
    let reader = NoteMarkReader(passage, letter: sources.lazy.compactMap(\.letter).first)
    // A list is seldom twice as long as it is: a year or an amount in brackets is no citation.
    let known = NoteMarkReader.numbers.clamped(to: 1...2 * last)
    var found: [NoteMarkReader.Mark] = []
    var round: [NoteMarkReader.Mark] = []
    var next = 0
    for start in tokens.indices where start >= next && tokens[start].kind == .mark && !isApparatus[start] {
      guard let mark = reader.mark(at: start), mark.numbers.allSatisfy(known.contains),
        mark.parts.allSatisfy({ isNamed($0.name, entries[$0.number]) })
      else { continue }
      next = mark.tokens.upperBound
      switch mark.form {
      case .square: found.append(mark)
      case .raised:
        // « mot¹ ² » cites both.
        if isRaised(mark, among: entries) || found.last?.form == .raised && found.last?.tokens.upperBound == start {
          found.append(mark)
        }
      case .round:
        if mark.isNamed {
          found.append(mark)
        } else if mark.numbers.allSatisfy({ $0 <= last }) {
          round.append(mark)
        }
      }
    }
    let marks =
      (found.isEmpty ? vouching(round, for: Set(entries.keys)) : found).map { (tokens: $0.tokens, numbers: $0.numbers) }
      + linkedNumbers(with: reader, among: entries)
    return marks.flatMap { mark -> [Citation] in
      guard mark.tokens.allSatisfy({ !isApparatus[$0] }) else { return [] }
      markApparatus(mark.tokens)
      return mark.numbers.map { number in
        Citation(
          form: .numbered, tokens: mark.tokens, sentence: sentence(citedAt: mark.tokens.lowerBound),
          words: ["\(number)"], source: entries[number])
      }
    }
  }

  /// Whether the words in front of a number, if any, name the entry that has it.
  private func isNamed(_ name: Range<Int>, _ entry: Int?) -> Bool {
    name.isEmpty || entry != nil && self.entry(named: words(of: name)) == entry
  }

  /// Whether a raised number stands behind a word or a mark, and is no exponent.
  private func isRaised(_ mark: NoteMarkReader.Mark, among entries: [Int: Int]) -> Bool {
    guard let start = mark.tokens.first, start > 0, tokens[start].gap == .none, entries[mark.numbers[0]] != nil else {
      return false
    }
    return !["2", "10"].contains(tokens[start - 1].folded)
  }

  /// Numbers that lead down the page, `[1](#s1)`, `[source 1](#source-1)`, and `[1]` where a link of that name happens to be
  /// defined.
  private func linkedNumbers(
    with reader: NoteMarkReader, among entries: [Int: Int]
  ) -> [(tokens: Range<Int>, numbers: [Int])] {
    passage.tree.links.compactMap { link in
      guard link.kind == .link, !link.text.isEmpty else { return nil }
      let range = firstToken(atOrAfter: link.text.lowerBound)..<firstToken(atOrAfter: link.text.upperBound)
      guard !range.isEmpty, link.destination.hasPrefix("#") || link.range.count == link.text.count + 2,
        let number = reader.number(in: range)?.value ?? reader.raisedNumber(at: range.lowerBound)?.value,
        entries[number] != nil
      else { return nil }
      return (range, [number])
    }
  }

  /// `[[3]](https://…)`: a number that is all that a link says is that of an entry, and no figure.
  private mutating func markLinkedNumbers() {
    for link in passage.tree.links where link.kind == .link && !link.text.isEmpty && !link.destination.hasPrefix("#") {
      let range = firstToken(atOrAfter: link.text.lowerBound)..<firstToken(atOrAfter: link.text.upperBound)
      guard range.count == 3, tokens[range.lowerBound].isCharacter("["), tokens[range.upperBound - 1].isCharacter("]"),
        tokens[range.lowerBound + 1].kind == .digits, !isApparatus[range.lowerBound]
      else { continue }
      markApparatus(range)
    }
  }

  /// Those of the bare numbers in round brackets that cite, where most entries are cited by them: each stands behind what it
  /// vouches for, while « (1) une école, (2) un pont » counts parts, and « trois (3) agents » tells one number twice.
  private func vouching(_ round: [NoteMarkReader.Mark], for entries: Set<Int>) -> [NoteMarkReader.Mark] {
    let numbers = NumberReader(passage.pack)
    var isMark = round.map { mark in
      let before = mark.tokens.lowerBound - 1
      guard before >= 0, block(of: before) == block(of: mark.tokens.lowerBound) else { return false }
      if tokens[before].kind == .mark { return !Self.openers.contains(tokens[before].folded) }
      return mark.numbers.count > 1
        || numbers.number(in: tokens, at: before)?.value != mark.numbers.first.map { ExactNumber($0) }
    }
    let earlier = countedBefore(round)
    for (index, mark) in round.enumerated() where mark.numbers.count == 1 {
      guard !isMark[index] || followsJoint(mark) else { continue }
      // What counts a part is counted up to: « (1) … ; (2) … et (3) … ».
      var run = [index]
      while let last = run.last, let before = earlier[last] { run.append(before) }
      if run.count > 1, round[run[run.count - 1]].numbers == [1] { for part in run { isMark[part] = false } }
    }
    let found = zip(round, isMark).filter(\.1).map(\.0)
    let cited = Set(found.flatMap(\.numbers))
    return cited.isSubset(of: entries) && 2 * cited.count > entries.count ? found : []
  }

  /// For each mark the nearest one before it in its block with the number before its own.
  private func countedBefore(_ round: [NoteMarkReader.Mark]) -> [Int?] {
    struct Place: Hashable { let block, number: Int }
    var nearest: [Place: Int] = [:]
    return round.enumerated().map { index, mark in
      guard mark.numbers.count == 1 else { return nil }
      let block = block(of: mark.tokens.lowerBound)
      defer { nearest[Place(block: block, number: mark.numbers[0])] = index }
      return nearest[Place(block: block, number: mark.numbers[0] - 1)]
    }
  }

  /// Whether a word that says little stands in front of a mark: « et (2) ».
  private func followsJoint(_ mark: NoteMarkReader.Mark) -> Bool {
    let before = mark.tokens.lowerBound - 1
    return before >= 0 && tokens[before].kind == .word && passage.pack.stopWords.contains(tokens[before])
  }

  private func block(of token: Int) -> Int { passage.sentences[passage.sentenceOfToken[token]].block }

  /// Marks behind which a number in brackets counts what follows.
  private static let openers: Set<String> = [",", ";", ":", "-", "("]
}
