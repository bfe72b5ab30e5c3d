import Languages
import Manuscripts
import StructuredText

/// A figure or a date as its sentence states it, whose context is still to be read.
struct FactReading: Sendable {
  var value: Fact.Value
  let tokens: Range<Int>
  let bound: Range<Int>?

  /// The same reading where its sentence stands in another text.
  func moved(by distance: Int) -> FactReading {
    FactReading(value: value, tokens: tokens.moved(by: distance), bound: bound?.moved(by: distance))
  }
}

extension Range<Int> {
  func moved(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}

/// Finds the figures and dates of a text, and what each is about.
struct FactExtractor {
  let passage: Passage
  /// Tokens that assert nothing: citations and the sources section.
  let apart: [Bool]

  func facts() -> [Fact] { facts(among: readings()) }

  /// Returns the facts that `readings` are, once those beside each other are looked at together.
  func facts(among readings: [FactReading]) -> [Fact] {
    var found = readings
    takeUnitsOfHeads(among: &found)
    joinPeriods(among: &found)
    shareUnits(among: &found)
    countListed(among: &found)
    return withContexts(found)
  }

  /// Reads each sentence by itself.
  ///
  /// - Parameter twins: the sentences that are read already.
  func readings(knowing twins: SentenceTwins? = nil) -> [FactReading] {
    var found: [FactReading] = []
    let figures = FigureReader(passage: passage)
    let dates = DateReader(passage.pack)
    let enumerators = enumerators()
    let (tokens, words) = (passage.tokens, passage.words)
    // What can start with a word is asked once for each.
    var starts = [(date: Bool, figure: Bool)?](repeating: nil, count: words.count)
    for (number, sentence) in passage.sentences.enumerated() where sentence.role != .code && sentence.role != .source {
      if let known = twins?.facts(of: number) {
        found += known
        continue
      }
      var index = sentence.tokens.lowerBound
      if sentence.role == .heading { index = skipHeadingNumber(in: sentence.tokens) }
      while index < sentence.tokens.upperBound {
        let word = words.ofToken[index]
        if starts[word] == nil {
          let first = words.firstTokens[word]
          starts[word] = (dates.mayStart(tokens, at: first), figures.mayStart(at: first))
        }
        guard let start = starts[word], start.date || start.figure, !apart[index], !enumerators.contains(index) else {
          index += 1
          continue
        }
        if start.date, let reading = dates.date(in: tokens, at: index),
          reading.tokens.upperBound <= sentence.tokens.upperBound, !reading.tokens.isEmpty
        {
          found.append(
            FactReading(value: .date(reading.date, until: reading.endDate), tokens: reading.tokens, bound: nil))
          index = max(index + 1, reading.tokens.upperBound)
        } else if start.figure, let reading = figures.figure(at: index, in: sentence.tokens) {
          found.append(FactReading(value: .figure(reading.figure), tokens: reading.tokens, bound: reading.bound))
          index = max(index + 1, reading.tokens.upperBound)
        } else {
          index += 1
        }
      }
    }
    return found
  }

  /// « entre 2021 et 2023 » is one period, as « de 2021 à 2023 » is; so is « entre le 3 janvier et le 5 mai 2024 ».
  private func joinPeriods(among found: inout [FactReading]) {
    guard found.contains(where: { if case .date(_, until: nil) = $0.value { true } else { false } }) else { return }
    var joined: [FactReading] = []
    joined.reserveCapacity(found.count)
    for fact in found {
      guard let last = joined.last, case .date(let first, until: nil) = last.value,
        case .date(let end, until: nil) = fact.value, case let start = first.opening(end),
        start.precision == end.precision,
        let link = passage.pack.rangeConnectives.match(passage.tokens, at: last.tokens.upperBound),
        behindArticle(last.tokens.upperBound + link.count) == fact.tokens.lowerBound,
        passage.sentenceOfToken[last.tokens.lowerBound] == passage.sentenceOfToken[fact.tokens.lowerBound],
        isOpener(before: last.tokens.lowerBound)
      else {
        joined.append(fact)
        continue
      }
      joined[joined.count - 1] = FactReading(
        value: .date(start, until: end), tokens: last.tokens.lowerBound..<fact.tokens.upperBound, bound: nil)
    }
    found = joined
  }

  /// Whether « entre » stands before the token, or before an article in front of it.
  private func isOpener(before index: Int) -> Bool {
    let (tokens, openers) = (passage.tokens, passage.pack.rangeOpeners)
    guard index > 0 else { return false }
    if openers.match(tokens, at: index - 1) != nil { return true }
    return index > 1 && passage.pack.lightWords.contains(tokens[index - 1])
      && openers.match(tokens, at: index - 2) != nil
  }

  /// The token behind the article that may stand at `index`.
  private func behindArticle(_ index: Int) -> Int {
    guard index < passage.tokens.count, passage.tokens[index].kind == .word,
      passage.pack.lightWords.contains(passage.tokens[index])
    else { return index }
    return index + 1
  }

  /// The first of two amounts often leaves its unit and scale to the second: « passé de 120 à 80 grammes », "5 and 10 per cent".
  private func shareUnits(among found: inout [FactReading]) {
    let reader = FigureReader(passage: passage)
    for index in found.indices.dropLast().reversed() {
      guard case .figure(let figure) = found[index].value, figure.unit == nil, !figure.isOrdinal, figure.upper == nil,
        figure.form == .digits || figure.form == .words, case .figure(let next) = found[index + 1].value,
        let joint = joint(at: found[index].tokens.upperBound),
        // "No less than 7 and no more than 10 hectares".
        [found[index + 1].tokens.lowerBound, found[index + 1].bound?.lowerBound]
          .contains(found[index].tokens.upperBound + joint),
        passage.sentenceOfToken[found[index].tokens.lowerBound]
          == passage.sentenceOfToken[found[index + 1].tokens.lowerBound]
      else { continue }
      let scale = reader.sharedScale(of: found[index].tokens, with: found[index + 1].tokens)
      found[index].value = .figure(figure.scaled(by: scale, unit: next.unit))
    }
  }

  /// Small numbers in words are values where they are listed, "two, three, five and eight", and no prose.
  private func countListed(among found: inout [FactReading]) {
    var start = 0
    for index in found.indices {
      if index + 1 < found.count, areListed(found[index], found[index + 1]) { continue }
      if index - start + 1 >= Self.fewestListed {
        for member in start...index {
          guard case .figure(let figure) = found[member].value, figure.form == .words else { continue }
          found[member].value = .figure(figure.inDigits)
        }
      }
      start = index + 1
    }
  }

  private static let fewestListed = 3

  /// Whether two bare numbers stand in one list: a comma or a conjunction stands between them, and nothing else.
  private func areListed(_ first: FactReading, _ second: FactReading) -> Bool {
    guard case .figure(let a) = first.value, case .figure(let b) = second.value, a.kind == .count, b.kind == .count,
      !a.isOrdinal, !b.isOrdinal
    else { return false }
    let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    return (1...2).contains(between.count)
      && between.allSatisfy {
        // "Two, three or four" says about how many.
        passage.tokens[$0].isCharacter(",")
          || passage.pack.rangeConnectives.match(passage.tokens, at: $0)?.value == true
      }
  }

  /// How many tokens join two amounts there: « à », "and", and the stroke of « 6/8 mois ».
  private func joint(at index: Int) -> Int? {
    if let link = passage.pack.rangeConnectives.match(passage.tokens, at: index) { return link.count }
    guard index + 1 < passage.tokens.count, passage.tokens[index].isCharacter("/"), passage.tokens[index].gap == .none,
      passage.tokens[index + 1].gap == .none
    else { return nil }
    return 1
  }

  /// The numbers that count the parts of a paragraph, « (1) une école, (2) un pont », which are no figures.
  private func enumerators() -> Set<Int> {
    let tokens = passage.tokens
    var found: Set<Int> = []
    var run: (block: Int, indices: [Int]) = (-1, [])
    for index in tokens.indices.dropFirst().dropLast()
    where tokens[index].kind == .digits && tokens[index - 1].isCharacter("(") && tokens[index + 1].isCharacter(")") {
      let block = passage.sentences[passage.sentenceOfToken[index]].block
      if block != run.block || tokens[index].folded != "\(run.indices.count + 1)" { run = (block, []) }
      guard tokens[index].folded == "\(run.indices.count + 1)" else { continue }
      run.indices.append(index)
      if run.indices.count > 1 { found.formUnion(run.indices) }
    }
    return found
  }

  /// The number that counts a heading (`2.`, `3)`), or the two of « 5 et 6. », are no figures.
  private func skipHeadingNumber(in tokens: Range<Int>) -> Int {
    let first = tokens.lowerBound
    guard passage.tokens[first].kind == .digits else { return first }
    var last = first
    if let joint = joint(at: first + 1), first + 1 + joint < tokens.upperBound,
      passage.tokens[first + 1 + joint].kind == .digits
    {
      last = first + 1 + joint
    }
    guard last + 1 < tokens.upperBound, [".", ")", "-", ":"].contains(passage.tokens[last + 1].folded) else {
      return first
    }
    return last + 2
  }

  private func withContexts(_ found: [FactReading]) -> [Fact] {
    var isFact = [Bool](repeating: false, count: passage.tokens.count)
    for fact in found {
      for index in fact.tokens { isFact[index] = true }
    }
    let contexts = ContextReader(passage: passage, skipping: isFact, apart: apart)
    return found.map { fact in
      let sentence = passage.sentenceOfToken[fact.tokens.lowerBound]
      let move = contexts.move(at: fact.tokens, in: sentence)
      return Fact(
        value: fact.value, tokens: fact.tokens, bound: fact.bound, sentence: sentence,
        context: contexts.context(of: fact.tokens, in: sentence), direction: move?.direction, move: move?.tokens)
    }
  }
}

/// Reads the words around a fact.
struct ContextReader {
  private let passage: Passage
  private let apart: [Bool]
  /// The tokens that say something, in order.
  private let content: [Int]

  /// Words farther away than this many content words are not part of a context.
  private static let reach = 8

  /// - Parameter skipping: tokens of facts; another figure says nothing of what this one is about.
  init(passage: Passage, skipping: [Bool], apart: [Bool]) {
    self.passage = passage
    self.apart = apart
    let stems = passage.stems.ofToken
    var content: [Int] = []
    content.reserveCapacity(stems.count)
    for index in stems.indices where stems[index] >= 0 && !skipping[index] && !apart[index] { content.append(index) }
    self.content = content
  }

  func context(of tokens: Range<Int>, in sentence: Int) -> FactContext {
    let bounds = passage.sentences[sentence].tokens
    var words: [FactContext.Word] = []
    words.reserveCapacity(2 * Self.reach)
    let next = content.partitioningIndex { $0 >= tokens.upperBound }
    for (distance, token) in content[next...].prefix(Self.reach).enumerated() where token < bounds.upperBound {
      words.append(word(token, isAfter: true, weight: 4 - distance / 2))
    }
    let previous = content.partitioningIndex { $0 >= tokens.lowerBound }
    for (distance, token) in content[..<previous].suffix(Self.reach).reversed().enumerated()
    where token >= bounds.lowerBound {
      words.append(word(token, isAfter: false, weight: 4 - distance / 2))
    }
    if let heads = passage.heads(ofCell: passage.sentences[sentence].block) {
      for token in [heads.row, heads.column].compactMap(\.self).joined() where passage.stems.ofToken[token] >= 0 {
        words.append(word(token, isAfter: false, weight: 4))
      }
    }
    return FactContext(words: words)
  }

  private func word(_ token: Int, isAfter: Bool, weight: Int) -> FactContext.Word {
    FactContext.Word(
      stem: passage.stems[token], hash: passage.stems.numbers.hash(of: passage.stems.ofToken[token]), isAfter: isAfter,
      weight: weight)
  }

  /// The sign of an amount, or the nearest word of rise or fall within six tokens, without crossing a semicolon or colon.
  func move(at tokens: Range<Int>, in sentence: Int) -> (direction: Direction, tokens: Range<Int>)? {
    let bounds = passage.sentences[sentence].tokens
    let first = tokens.lowerBound
    if passage.tokens[first].kind == .mark {
      if passage.tokens[first].isCharacter("+") { return (.up, first..<first + 1) }
      if ["-", "\u{2212}"].contains(where: passage.tokens[first].isCharacter) { return (.down, first..<first + 1) }
    }
    if let difference = passage.pack.differences.match(passage.tokens, at: tokens.upperBound),
      let direction = difference.value.direction, tokens.upperBound + difference.count <= bounds.upperBound
    {
      return (direction, tokens.upperBound..<tokens.upperBound + difference.count)
    }
    for distance in 1...6 {
      for index in [tokens.lowerBound - distance, tokens.upperBound + distance - 1] {
        guard bounds.contains(index), !tokens.contains(index), !apart[index] else { continue }
        if let match = passage.pack.directions.match(passage.tokens, at: index) {
          return (match.value, index..<index + match.count)
        }
      }
    }
    return nil
  }
}
