import Languages
import Manuscripts
import StructuredText

/// Reads one entry of a sources section: its name, and what it says of date, URL, type and reliability.
struct SourceEntryReader {
  let article: Article
  let passage: Passage

  private var tree: MarkdownTree { passage.tree }
  var tokens: [Token] { passage.tokens }
  var pack: LanguagePack { passage.pack }
  private var marks: NoteMarkReader { NoteMarkReader(passage) }

  /// Whether the block begins with the label of a field: « Date : ».
  func isField(_ block: Int) -> Bool {
    guard let first = passage.tokensOfBlock[block].first, let match = pack.sourceFields.match(tokens, at: first) else {
      return false
    }
    return first + match.count < tokens.count && tokens[first + match.count].isCharacter(":")
  }

  /// Returns the sources that a group of blocks lists; none when it is running text.
  func sources(in group: SourceEntryGrouping.Group) -> [Source] {
    switch group.shape {
    case .row(let header): return [row(group.blocks, header: header)].compactMap { $0 }
    case .item:
      guard !isPlaceholder(group.blocks) || isNumbered(group.blocks[0]),
        var source = entry(group.blocks.map({ passage.tokensOfBlock[$0] }), blocks: group.blocks)
      else { return [] }
      source.number = source.number ?? tree.blocks[group.blocks[0]].listItem?.ordinal
      return [source]
    case .paragraph:
      let range = passage.tokensOfBlock[group.blocks[0]]
      guard !isPlaceholder(group.blocks) || hasAddress(range) else { return [] }
      return pieces(of: range).compactMap { piece in
        hasAddress(piece) || isBullet(piece.lowerBound) ? entry([piece], blocks: group.blocks) : nil
      }
    }
  }

  /// A footnote that points at a page, or names one with a date, is a source; any other is a remark.
  func source(ofFootnote index: Int) -> Source? {
    let footnote = tree.footnotes[index]
    let ranges = footnote.blocks.map { passage.tokensOfBlock[$0] }
    guard var source = entry(ranges, blocks: Array(footnote.blocks)), source.url != nil else { return nil }
    source.footnote = footnote.label
    return source
  }

  /// The list under the front matter's `sources:`; its items are texts or mappings.
  func frontMatterSources() -> [Source] {
    guard let items = article.frontMatter?.node?["sources"]?.items else { return [] }
    return items.compactMap { item in
      var source = Source(range: item.range)
      if let text = item.text {
        let part = Source.Part(text: text, range: item.range)
        if URLKey.key(of: text) != nil { source.url = part } else { source.name = part }
      }
      for entry in item.entries ?? [] {
        guard let text = entry.value.text else { continue }
        let part = Source.Part(text: text, range: entry.value.range)
        switch pack.sourceFields.match(WordBreaker.tokens(of: Array(entry.key.text.utf8)), at: 0)?.value {
        case .url: source.url = part
        case .date, .updated, .accessed: source.date = part
        case .type: source.type = part
        case .reliability: source.reliability = part
        case .name, .author: source.name = part
        case nil: if entry.key.text == "title" { source.name = part }
        }
      }
      source.nameWords = words(of: source.name?.text ?? "")
      source.dates = dates(in: WordBreaker.tokens(of: Array((source.date?.text ?? "").utf8)))
      source.mentionedDates = Set(source.dates)
      return source
    }
  }

  // MARK: One entry

  /// Reads an entry from its lines, each a range of tokens; a field (`Date : …`) may open a line or stand inside one.
  private func entry(_ lines: [Range<Int>], blocks: [Int]) -> Source? {
    guard let firstLine = lines.first(where: { !$0.isEmpty }), let lastLine = lines.last(where: { !$0.isEmpty }) else {
      return nil
    }
    var source = Source(range: passage.place(of: firstLine.lowerBound..<lastLine.upperBound))
    for (index, whole) in lines.enumerated() {
      var line = whole
      if index == 0, let label = label(of: whole) {
        source.number = label.number
        source.letter = label.letter
        line = label.end..<whole.upperBound
      }
      readWhole(line, into: &source)
    }
    if source.url == nil { readURL(anywhereIn: lines, into: &source) }
    let mentioned = mentionedDates(in: lines)
    source.mentionedDates = Set(source.dates + mentioned.published)
    source.accessDates = Set(mentioned.accessed)
    source.lines = lines
    if source.dates.isEmpty { source.dates = mentioned.published }
    if source.name == nil, source.url == nil { return nil }
    if source.reliability == nil { readRating(anywhereIn: lines, into: &source) }
    return source
  }

  /// Reads the name that a line or a cell begins with, and the fields behind it.
  private func readWhole(_ line: Range<Int>, into source: inout Source) {
    let fields = self.fields(in: line)
    let head = line.lowerBound..<(fields.first?.start ?? line.upperBound)
    if source.name == nil { readName(from: trimmed(head), into: &source) }
    for (index, field) in fields.enumerated() {
      let end = index + 1 < fields.count ? fields[index + 1].start : line.upperBound
      read(field.name, from: trimmed(field.value..<max(field.value, end)), into: &source)
    }
  }

  /// The number that an entry begins with, and where it ends: `[1]`, `(1)`, `[source 1]`, `¹`, `S1 —`, "Source 1:", or `1.`
  /// where no list counts it.
  private func label(of line: Range<Int>) -> (number: Int, letter: String?, end: Int)? {
    let start = line.lowerBound
    guard line.count > 3 else { return nil }
    if let mark = marks.mark(at: start), mark.numbers.count == 1, mark.parts[0].name.isEmpty,
      mark.tokens.upperBound < line.upperBound
    {
      return (mark.numbers[0], nil, mark.tokens.upperBound)
    }
    let isOpen = tokens[start].isCharacter("[") || tokens[start].isCharacter("(")
    let word = isOpen ? start + 1 : start
    if let label = marks.label(at: word, inBrackets: tokens[start].isCharacter("[")), label.end < line.upperBound,
      tokens[label.end].kind == .mark || !isOpen && span(.code, over: tokens[word].range.lowerBound) != nil,
      !isOpen || tokens[label.end].isCharacter(tokens[start].isCharacter("[") ? "]" : ")")
    {
      return (label.number, label.letter, isOpen ? label.end + 1 : label.end)
    }
    let end = (start + 2..<min(line.upperBound, start + Self.longestLabel)).first {
      tokens[$0].isCharacter(":") || tokens[$0].isCharacter("-")
    }
    if tokens[start].kind == .word, let end, let named = marks.number(in: start..<end), named.marker == .source {
      return (named.value, nil, end)
    }
    guard tokens[start + 1].isCharacter(".") || tokens[start + 1].isCharacter(")"), tokens[start + 2].gap != .none
    else { return nil }
    return smallNumber(at: start).map { ($0, nil, start + 2) }
  }

  /// Whether a block has the number of an entry and an address: "Source 2: As previously announced, https://…".
  private func isNumbered(_ block: Int) -> Bool {
    let line = passage.tokensOfBlock[block]
    return hasAddress(line) && (tree.blocks[block].listItem?.ordinal != nil || label(of: line) != nil)
  }

  /// « Source n° 12 : »: in tokens.
  private static let longestLabel = 6

  /// The number that a cell is, and nothing else: `1`, `S1`, `[1]`, `(S1)`, `B`, « n° 1 ».
  private func label(ofCell cell: Range<Int>) -> (number: Int, letter: String?)? {
    let isInBrackets = cell.count > 2 && ["[", "("].contains(tokens[cell.lowerBound].folded)
    let inner = isInBrackets ? cell.lowerBound + 1..<cell.upperBound - 1 : cell
    if !inner.isEmpty, let label = marks.label(at: inner.lowerBound, inBrackets: true), label.end == inner.upperBound {
      return (label.number, label.letter)
    }
    return marks.number(in: inner).map { ($0.value, nil) }
  }

  /// The number of up to three digits that stands there.
  private func smallNumber(at index: Int) -> Int? {
    guard tokens[index].kind == .digits, tokens[index].range.count <= 3 else { return nil }
    return Int(tokens[index].folded)
  }

  private func row(_ blocks: [Int], header: [Int]) -> Source? {
    let ranges = blocks.map { passage.tokensOfBlock[$0] }
    guard let first = ranges.first(where: { !$0.isEmpty }), let last = ranges.last(where: { !$0.isEmpty }) else {
      return nil
    }
    var source = Source(range: passage.place(of: first.lowerBound..<last.upperBound))
    for block in blocks {
      guard case .tableCell(_, _, let column) = tree.blocks[block].kind else { continue }
      let title = header.first { head in
        if case .tableCell(_, _, column) = tree.blocks[head].kind { true } else { false }
      }
      let start = title.map { passage.tokensOfBlock[$0] }?.first { tokens[$0].kind == .word }
      let name = start.flatMap { pack.sourceFields.match(tokens, at: $0)?.value }
      let cell = trimmed(passage.tokensOfBlock[block])
      let mentioned = mentionedDates(in: [cell])
      if name == .accessed {
        source.accessDates.formUnion(mentioned.published)
      } else {
        source.mentionedDates.formUnion(mentioned.published)
        source.accessDates.formUnion(mentioned.accessed)
      }
      if column == 0, let label = label(ofCell: cell) {
        source.number = label.number
        source.letter = label.letter
      } else if let name, name != .name {
        read(name, from: cell, into: &source)
      } else if source.name == nil {
        readWhole(cell, into: &source)
      }
    }
    source.lines = ranges
    if source.url == nil { readURL(anywhereIn: ranges, into: &source) }
    if source.reliability == nil { readRating(anywhereIn: ranges, into: &source) }
    return source.name == nil && source.url == nil ? nil : source
  }

  // MARK: Parts

  /// The fields of a line: where each starts, what it is, and where its value starts.
  private func fields(in line: Range<Int>) -> [(start: Int, name: SourceFieldName, value: Int)] {
    var result: [(start: Int, name: SourceFieldName, value: Int)] = []
    var index = line.lowerBound
    while index < line.upperBound {
      if tokens[index].kind == .word, let match = pack.sourceFields.match(tokens, at: index),
        index + match.count < line.upperBound,
        tokens[index + match.count].isCharacter(":") || (match.value == .reliability && isRating(index + match.count)),
        index == line.lowerBound || tokens[index - 1].kind != .word || tokens[index].isCapitalized
      {
        index += match.count
        result.append((index - match.count, match.value, tokens[index].isCharacter(":") ? index + 1 : index))
      } else {
        index += 1
      }
    }
    return result
  }

  /// The name is the bold or linked text that opens the entry, else everything before a link, an address or a field.
  private func readName(from range: Range<Int>, into source: inout Source) {
    guard let first = range.first, let last = range.last else { return }
    let bytes = tokens[first].range.lowerBound..<tokens[last].range.upperBound
    var end = last + 1
    if let strong = span(.strong, over: bytes.lowerBound) {
      end = range.first { tokens[$0].range.lowerBound >= strong.text.upperBound } ?? end
      let rest = trimmed(end..<range.upperBound)
      if !rest.isEmpty, !hasAddress(rest), rest.count <= 6, link(in: rest) == nil { source.type = part(rest) }
    } else if let link = link(in: range), link.text.lowerBound <= bytes.lowerBound, link.kind == .link {
      end = range.first { tokens[$0].range.lowerBound >= link.text.upperBound } ?? end
    } else {
      end =
        range.first { index in
          tokens[index].kind == .address || (index > first && date(at: index)?.month != nil)
        } ?? end
    }
    let name = withoutMark(trimmed(first..<end))
    guard !name.isEmpty, name.contains(where: { tokens[$0].kind == .word }) else { return }
    source.name = part(name)
    source.nameWords = name.filter { tokens[$0].kind != .mark }.map { tokens[$0].folded }
  }

  /// A name without the number of another entry behind it: "Minutes of the board [5]" in a list of links.
  private func withoutMark(_ name: Range<Int>) -> Range<Int> {
    let start = name.dropFirst().first { marks.mark(at: $0)?.tokens.upperBound == name.upperBound }
    return name.lowerBound..<(start ?? name.upperBound)
  }

  private func read(_ field: SourceFieldName, from value: Range<Int>, into source: inout Source) {
    switch field {
    case .url:
      source.hasURLField = true
      if let link = link(in: value) {
        source.url = Source.Part(text: link.destination, range: link.range)
      } else if !value.isEmpty {
        let address = value.first { tokens[$0].kind == .address }
        source.url = part(address.map { $0..<$0 + 1 } ?? value)
      }
    case .date, .updated:
      if source.date == nil, !value.isEmpty { source.date = part(value) }
      source.dates += dates(in: Array(tokens[value]))
    case .accessed: break
    case .type: if !value.isEmpty { source.type = part(value) }
    case .reliability:
      guard !value.isEmpty else { break }
      source.reliability = part(value)
      source.rating = rating(value) ?? stars(value)
      if source.rating == nil { source.reliabilityGrade = grade(value) }
    case .name, .author:
      if source.name == nil { readName(from: value, into: &source) }
    }
  }

  private func readURL(anywhereIn lines: [Range<Int>], into source: inout Source) {
    for line in lines {
      if let link = link(in: line) {
        source.url = Source.Part(text: link.destination, range: link.range)
        return
      }
      if let address = line.first(where: { tokens[$0].kind == .address }) {
        source.url = part(address..<address + 1)
        return
      }
    }
  }

  // MARK: Small questions

  func part(_ range: Range<Int>) -> Source.Part {
    Source.Part(text: passage.text(of: range), range: passage.place(of: range))
  }

  private func words(of text: String) -> [String] {
    WordBreaker.tokens(of: Array(text.utf8)).filter { $0.kind != .mark }.map(\.folded)
  }

  private func hasAddress(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].kind == .address } || link(in: range) != nil
  }

  private func isBullet(_ index: Int) -> Bool {
    index < tokens.count && ["•", "·", "▪", "‣"].contains(tokens[index].folded)
  }

  private func span(_ kind: MarkdownTree.Span.Kind, over offset: Int) -> MarkdownTree.Span? {
    // Spans are in the order in which they end; those inside a longer one come before it.
    let next = tree.spans.partitioningIndex { $0.text.upperBound > offset }
    return tree.spans[next...].prefix(16).first { $0.kind == kind && $0.text.lowerBound <= offset }
  }

  private func link(in range: Range<Int>) -> MarkdownTree.Link? {
    guard let first = range.first, let last = range.last else { return nil }
    let bytes = tokens[first].range.lowerBound..<tokens[last].range.upperBound
    // Links are in the order of the text.
    let next = tree.links.partitioningIndex { $0.text.upperBound > bytes.lowerBound }
    return tree.links[next...].prefix { $0.text.lowerBound < bytes.upperBound }.first { $0.kind != .image }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    let edges: Set<String> = ["-", ":", ",", ";", "|", "*", "•", "·", "▪", "‣", "."]
    while lower < upper, tokens[lower].kind == .mark, edges.contains(tokens[lower].folded) { lower += 1 }
    let ends = edges.union(["(", "["])
    while upper > lower, tokens[upper - 1].kind == .mark, ends.contains(tokens[upper - 1].folded) { upper -= 1 }
    return lower..<upper
  }

  private func isPlaceholder(_ blocks: [Int]) -> Bool {
    blocks.contains { block in
      passage.tokensOfBlock[block].contains { index in
        pack.sourcesPlaceholders.match(tokens, at: index) != nil
      }
    }
  }

  /// A paragraph lists several sources when bullets or several addresses stand in it.
  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    let bullets = range.filter { isBullet($0) }
    if bullets.count > 1 || bullets.first == range.lowerBound {
      return bullets.enumerated().map { index, start in
        start..<(index + 1 < bullets.count ? bullets[index + 1] : range.upperBound)
      }
    }
    let labels = range.filter { index in
      guard label(of: index..<range.upperBound) != nil else { return false }
      return index == range.lowerBound || tokens[index].gap != .none && tokens[index].isCharacter("[")
        || hasAddress(index - 1..<index)
    }
    if labels.count > 1, labels.first == range.lowerBound {
      return labels.enumerated().map { index, start in
        start..<(index + 1 < labels.count ? labels[index + 1] : range.upperBound)
      }
    }
    var ends: [Int] = []
    var seen: Set<Int> = []
    for index in range where hasAddress(index..<index + 1) {
      let start = link(in: index..<index + 1)?.text.lowerBound ?? tokens[index].range.lowerBound
      if seen.insert(start).inserted, seen.count > 1 { ends.append(index) }
    }
    guard !ends.isEmpty else { return [range] }
    // Each further address begins a new entry at its own words: after the last separator before it.
    var starts = [range.lowerBound]
    for end in ends {
      var start = end
      while start > (starts.last ?? range.lowerBound) + 1, !hasAddress(start - 1..<start),
        ![";", ",", "|"].contains(tokens[start - 1].folded), tokens[start - 1].folded != "."
      { start -= 1 }
      starts.append(start)
    }
    return starts.enumerated().map { index, start in
      start..<(index + 1 < starts.count ? starts[index + 1] : range.upperBound)
    }
  }
}
