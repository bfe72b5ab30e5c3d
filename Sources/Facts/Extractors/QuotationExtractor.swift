import Languages
import Manuscripts
import StructuredText

/// Finds quotations, between marks or in block quotes, and who is said to speak.
struct QuotationExtractor {
  let passage: Passage
  let apart: [Bool]
  let names: [NameMention]

  private var tokens: [Token] { passage.tokens }

  /// Fewer quoted words than this are a term or a title, not somebody's words.
  private static let leastWords = 3
  /// How far from the marks a speaker is looked for, in tokens.
  private static let reach = 14

  func quotations() -> [Quotation] {
    var found: [Quotation] = []
    let labelled = labelledTexts()
    for (index, block) in passage.tree.blocks.enumerated() {
      if case .code = block.kind { continue }
      let range = passage.tokensOfBlock[index]
      guard !range.isEmpty, passage.sentences[passage.sentenceOfToken[range.lowerBound]].role != .source else {
        continue
      }
      let marked = markedRanges(in: range)
      for quote in marked {
        if let quotation = quotation(quote, within: range, signature: signature(ofBlock: index)) {
          found.append(quotation)
        }
      }
      if marked.isEmpty, block.quoteDepth > 0, !isAttribution(index),
        let quotation = quotation(
          words(of: range), within: range, signature: signature(ofBlock: index),
          isCallout: labelled.contains(block.text.lowerBound) || isAlert(range))
      {
        found.append(quotation)
      }
    }
    return found
  }

  /// Where texts begin with a label in bold that ends in a colon and names nobody.
  private func labelledTexts() -> Set<Int> {
    Set(
      passage.tree.spans.lazy.filter { $0.kind == .strong && !$0.text.isEmpty }.filter { span in
        let first = tokens.partitioningIndex { $0.range.lowerBound >= span.text.lowerBound }
        let end = tokens.partitioningIndex { $0.range.lowerBound >= span.text.upperBound }
        guard first < end else { return false }
        let isLabel = tokens[end - 1].isCharacter(":") || end < tokens.count && tokens[end].isCharacter(":")
        return isLabel && names(in: first..<end).isEmpty
      }.map(\.text.lowerBound))
  }

  /// Whether a paragraph is marked as a notice of the article's own: `[!NOTE]`.
  private func isAlert(_ paragraph: Range<Int>) -> Bool {
    paragraph.count > 2 && tokens[paragraph.lowerBound].isCharacter("[")
      && tokens[paragraph.lowerBound + 1].isCharacter("!")
  }

  /// Whether the paragraph of a block quote says who spoke: it follows words in marks, or starts with a dash.
  private func isAttribution(_ block: Int) -> Bool {
    let range = passage.tokensOfBlock[block]
    if let first = range.first, isDash(first) { return true }
    guard block > 0, passage.tree.blocks[block - 1].quoteDepth == passage.tree.blocks[block].quoteDepth else {
      return false
    }
    let before = passage.tokensOfBlock[block - 1]
    return before.first.map { tokens[$0].folded == "\"" } == true
      && before.suffix(2).contains { tokens[$0].folded == "\"" }
  }

  /// The quoted words of a paragraph, without a last line that names the speaker behind a dash.
  private func words(of paragraph: Range<Int>) -> Range<Int> {
    guard let dash = paragraph.last(where: { isDash($0) && tokens[$0].gap == .lineBreak }), dash > paragraph.lowerBound
    else { return paragraph }
    return paragraph.lowerBound..<dash
  }

  private func isDash(_ index: Int) -> Bool {
    tokens[index].kind == .mark && ["-", "–", "—"].contains(tokens[index].folded)
  }

  /// The outermost pairs of quotation marks, marks included.
  private func markedRanges(in range: Range<Int>) -> [Range<Int>] {
    let double = doubleRanges(in: range)
    let single = singleRanges(in: range).filter { one in
      !double.contains { $0.overlaps(one) && !one.contains($0.lowerBound) }
    }
    guard !single.isEmpty else { return double }
    let outer = double.filter { quote in !single.contains { $0.overlaps(quote) } }
    return (outer + single).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// « ‘It is late,’ she said »: single marks as the British press sets them, where the closing one is no apostrophe.
  private func singleRanges(in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: Int?
    for index in range where tokens[index].kind == .mark && tokens[index].range.count == 3 {
      switch Array(passage.tree.text.bytes[tokens[index].range]) {
      case [0xE2, 0x80, 0x98]: open = index  // ‘
      case [0xE2, 0x80, 0x99]:  // ’
        let isEnd = index + 1 >= range.upperBound || tokens[index + 1].kind == .mark || tokens[index - 1].kind == .mark
        guard let start = open, isEnd else { continue }
        result.append(start..<index + 1)
        open = nil
      default: continue
      }
    }
    return result
  }

  private func doubleRanges(in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: Int?
    var depth = 0
    for index in range where tokens[index].kind == .mark && tokens[index].isCharacter("\"") {
      switch (side(of: index), open) {
      case (.opening, nil), (.either, nil):
        open = index
        depth = 1
      case (.opening, _?): depth += 1
      case (.closing, nil): break
      case (.closing, let start?), (.either, let start?):
        depth -= 1
        if depth <= 0 {
          result.append(start..<index + 1)
          open = nil
        }
      }
    }
    return result
  }

  private enum Side { case opening, closing, either }

  private func side(of index: Int) -> Side {
    let bytes = Array(passage.tree.text.bytes[tokens[index].range])
    switch bytes {
    case [0xC2, 0xAB], [0xE2, 0x80, 0x9E]: return .opening  // « „
    case [0xC2, 0xBB], [0xE2, 0x80, 0x9D]: return .closing  // » ”
    case [0xE2, 0x80, 0x9C]: return .opening  // “
    default: return .either
    }
  }

  /// The words under a block quote that say who spoke.
  private func signature(ofBlock block: Int) -> Range<Int> {
    let range = passage.tokensOfBlock[block]
    guard passage.tree.blocks[block].quoteDepth > 0 else { return 0..<0 }
    let quoted = words(of: range)
    if quoted.upperBound < range.upperBound { return quoted.upperBound..<range.upperBound }
    let next = block + 1
    guard next < passage.tree.blocks.count,
      passage.tree.blocks[next].quoteDepth == passage.tree.blocks[block].quoteDepth, isAttribution(next)
    else { return 0..<0 }
    return passage.tokensOfBlock[next]
  }

  private func quotation(
    _ range: Range<Int>, within block: Range<Int>, signature: Range<Int>, isCallout: Bool = false
  ) -> Quotation? {
    let aside = aside(in: range)
    let inner = range.filter { tokens[$0].kind != .mark && !apart[$0] && !aside.contains($0) }
    guard inner.count >= Self.leastWords, let last = range.last else { return nil }
    let words = inner.map { tokens[$0].folded }
    let isQuestion = range.suffix(3).contains { tokens[$0].folded == "?" }
    var (speaker, isNamed, others) = isTitle(range, within: block) ? ([], false, []) : speaker(of: range, within: block)
    let asideNames = names(in: aside).map(\.words)
    if let name = asideNames.first { (speaker, isNamed, others) = (name, true, asideNames) }
    if speaker.isEmpty, !signature.isEmpty {
      others = names(in: signature).map(\.words)
      speaker = others.first ?? []
      isNamed = !speaker.isEmpty
    }
    return Quotation(
      tokens: range, sentence: passage.sentenceOfToken[last], words: words,
      appositions: appositions(behind: aside, among: inner), speaker: speaker, isSpeakerNamed: isNamed,
      namesBeside: others,
      isQuestion: isQuestion, isCallout: isCallout && speaker.isEmpty)
  }

  /// The words between the comma that ends an aside and each of the next ones, among the quoted words.
  private func appositions(behind aside: Range<Int>, among inner: [Int]) -> [Range<Int>] {
    let first = inner.partitioningIndex { $0 >= aside.upperBound }
    guard !aside.isEmpty, first < inner.count, let final = inner.last else { return [] }
    return (inner[first]...final).filter { tokens[$0].isCharacter(",") }.prefix(Self.mostAppositions).compactMap {
      end in
      let last = inner.partitioningIndex { $0 >= end }
      return last > first && last - first <= Self.longestApposition ? first..<last : nil
    }
  }

  private static let mostAppositions = 3
  /// In words.
  private static let longestApposition = 24

  /// The words between the marks that say who speaks: « Nous avons perdu trois semaines, explique Anne Perrot, à cause… ».
  private func aside(in quote: Range<Int>) -> Range<Int> {
    for start in quote where tokens[start].isCharacter(",") && start + 1 < quote.upperBound {
      guard isSaying(at: start + 1, within: quote) else { continue }
      let rest = start + 1..<min(quote.upperBound, start + Self.longestAside)
      if let end = rest.first(where: { [",", ".", "\""].contains(tokens[$0].folded) }) {
        return start..<end
      }
    }
    return quote.upperBound..<quote.upperBound
  }

  /// Whether a verb of saying stands there, or behind its helping verb and a pronoun: « a-t-elle déclaré ».
  private func isSaying(at start: Int, within quote: Range<Int>) -> Bool {
    let isVerb = { (index: Int) in passage.pack.attributions.match(tokens, at: index)?.value == .verb }
    if isVerb(start) { return true }
    guard start < quote.upperBound, passage.pack.perfectMarks.contains(tokens[start]) else { return false }
    return (start + 1..<max(start + 1, min(quote.upperBound, start + Self.longestInversion))).contains(where: isVerb)
  }

  private static let longestInversion = 5
  private static let longestAside = 12

  /// Whether the words are what something is called, « le fonds « Villes de demain » », which nobody says: they have a
  /// capital, no full stop, and a noun right before them.
  private func isTitle(_ quote: Range<Int>, within block: Range<Int>) -> Bool {
    let (before, first) = (quote.lowerBound - 1, quote.lowerBound + 1)
    guard block.contains(before), first < quote.upperBound, quote.count <= Self.longestTitle + 2,
      tokens[before].kind == .word, !passage.stems[before].isEmpty, !tokens[before].isCapitalized,
      passage.pack.attributions.match(tokens, at: before) == nil, tokens[first].isCapitalized
    else { return false }
    return !quote.contains { [".", "!", "?", ",", "…", "..."].contains(tokens[$0].folded) }
  }

  /// In words.
  private static let longestTitle = 10

  /// The name nearest to a verb or preposition of attribution beside the quotation, else the words after that verb; and all names there.
  private func speaker(of quote: Range<Int>, within block: Range<Int>) -> (
    name: [String], isNamed: Bool, namesBeside: [[String]]
  ) {
    let opening = passage.sentences[passage.sentenceOfToken[quote.lowerBound]].tokens.lowerBound
    let start = min(quote.lowerBound - Self.reach, max(opening, quote.lowerBound - Self.longestLead))
    let before = max(block.lowerBound, start)..<quote.lowerBound
    let after = quote.upperBound..<min(block.upperBound, quote.upperBound + Self.reach)
    let sentence = passage.sentenceOfToken[quote.upperBound - 1]
    let rest = after.prefix { passage.sentenceOfToken[$0] == sentence }
    // Whoever speaks is named after the words more often than before them, and in their sentence more often than in the next.
    for (window, edge) in [(rest, Edge.start), (before, .end), (after, .start)] {
      guard let verb = attribution(in: window, towards: edge) else { continue }
      let names = names(in: window).filter { $0.sentence == passage.sentenceOfToken[verb] }
      if let nearest = names.min(by: { abs($0.tokens.lowerBound - verb) < abs($1.tokens.lowerBound - verb) }) {
        return (nearest.words, true, names.map(\.words))
      }
      let telling = { (range: Range<Int>) in range.filter { !self.passage.stems[$0].isEmpty } }
      let behind = telling(verb + 1..<max(verb + 1, min(window.upperBound, verb + 6)))
      let words = behind.isEmpty ? telling(max(window.lowerBound, verb - 5)..<verb) : behind
      if !words.isEmpty { return (words.prefix(3).map { tokens[$0].folded }, false, []) }
    }
    // « … », souffle Aurélien Castaing: whoever is named right behind the words is near them, by whatever verb.
    return ([], false, names(in: rest.prefix(Self.nearest).indices).map(\.words))
  }

  /// "Dr Hanna Lindqvist, the geomorphologist who founded the survey, says": so far before the marks, in tokens, their
  /// sentence may name the speaker.
  private static let longestLead = 48

  /// How far behind the marks, in tokens, a name belongs to the quotation even without a verb of attribution.
  private static let nearest = 5

  private enum Edge { case start, end }

  private func attribution(in window: Range<Int>, towards edge: Edge) -> Int? {
    let order = edge == .start ? Array(window) : window.reversed()
    for index in order {
      // Another quotation begins: its speaker is not this one's.
      if tokens[index].folded == "\"" { return nil }
      if edge == .start, tokens[index].kind == .mark, [".", "!", "?", ";"].contains(tokens[index].folded),
        index > window.lowerBound
      {
        return nil
      }
      if edge == .end, tokens[index].kind == .mark, [".", "!", "?"].contains(tokens[index].folded) { return nil }
      if passage.pack.attributions.match(tokens, at: index) != nil { return index }
    }
    return nil
  }

  private func names(in window: Range<Int>) -> [NameMention] {
    let first = names.partitioningIndex { $0.tokens.lowerBound >= window.lowerBound }
    return Array(names[first...].prefix { $0.tokens.upperBound <= window.upperBound })
  }
}
