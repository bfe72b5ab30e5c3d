import Languages
import Manuscripts
import StructuredText

/// Finds where an article lists its sources, and reads the entries in whatever shape they have.
struct SourcesExtractor {
  let article: Article
  let passage: Passage

  private var tree: MarkdownTree { passage.tree }
  private var tokens: [Token] { passage.tokens }

  /// Returns the article's sources, and the blocks that hold entries.
  func sources() -> (section: SourcesSection?, entryBlocks: [Int]) {
    var found = SourcesSection(range: TextRange(0, 0))
    var isThere = false
    var entryBlocks: [Int] = []
    let reader = SourceEntryReader(article: article, passage: passage)
    /// The first place in any shape is where the section is.
    func settle(_ range: TextRange) {
      if !isThere { found.range = range }
      isThere = true
    }
    for (heading, blocks) in sectionBlocks() {
      settle(TextRange(tree.blocks[heading].range.start, tree.blocks[blocks.last ?? heading].range.end))
      found.heading = found.heading ?? tree.blocks[heading].range
      for group in SourceEntryGrouping(tree: tree, blocks: blocks, isField: reader.isField).groups() {
        let sources = reader.sources(in: group)
        if sources.isEmpty {
          for block in group.blocks { found.prose += sentences(of: block) }
        } else {
          found.entries += sources
          entryBlocks += group.blocks
          if case .row(let header) = group.shape { entryBlocks += header }
        }
      }
    }
    for (index, footnote) in tree.footnotes.enumerated() {
      guard let source = reader.source(ofFootnote: index) else { continue }
      settle(TextRange(footnote.range.start, footnote.range.start))
      found.entries.append(source)
      entryBlocks += footnote.blocks
    }
    let listed = reader.frontMatterSources()
    if let first = listed.first { settle(TextRange(first.range.start, first.range.start)) }
    found.entries += listed
    return (isThere ? found : nil, entryBlocks)
  }

  /// The headings that mean "sources", and the blocks under each.
  private func sectionBlocks() -> [(heading: Int, blocks: Range<Int>)] {
    var result: [(heading: Int, blocks: Range<Int>)] = []
    var index = 0
    while index < tree.blocks.count {
      guard let level = headingLevel(of: index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < tree.blocks.count {
        if case .heading(let other) = tree.blocks[end].kind, other <= level { break }
        if end > index + 1, hasThematicBreak(before: end) { break }
        if case .footnote = tree.blocks[end].kind { break }
        end += 1
      }
      result.append((index, index + 1..<end))
      index = end
    }
    return result
  }

  /// The level of a heading that means "sources"; 7 for a paragraph that serves as one (`**Sources**`, `Sources :`).
  private func headingLevel(of block: Int) -> Int? {
    let tokens = tokens
    let isWord = { (index: Int) in tokens[index].kind == .word || tokens[index].kind == .digits }
    var (first, last, count) = (-1, -1, 0)
    for index in passage.tokensOfBlock[block] where isWord(index) {
      guard count < Self.longestHeading else { return nil }
      if count == 0 { first = index }
      last = index
      count += 1
    }
    guard count > 0 else { return nil }
    // « 5. Sources », « Annexe : sources »: what counts is that the heading ends on the phrase.
    var (match, length) = (-1, 0)
    for start in first...last where match < 0 && isWord(start) {
      if let found = passage.pack.sourcesHeadings.match(tokens, at: start), start + found.count > last {
        (match, length) = (start, found.count)
      }
    }
    // « Pour aller plus loin : références »: both are such headings.
    let isTwice =
      match > first
      && passage.pack.sourcesHeadings.match(tokens, at: first).map { first + $0.count + 1 == match } == true
    guard match >= 0, match == first || tokens[first].kind == .digits || count - length <= 2 || isTwice,
      // "Two footnotes" are remarks that somebody counted.
      match == first || NumberReader(passage.pack).number(in: tokens, at: first)?.form != .words
    else { return nil }
    switch tree.blocks[block].kind {
    case .heading(let level): return level
    case .paragraph, .html: return match == first && count <= 5 ? 7 : nil
    default: return nil
    }
  }

  /// In words.
  private static let longestHeading = 8

  private func hasThematicBreak(before block: Int) -> Bool {
    let start = tree.blocks[block - 1].range.end
    let end = tree.blocks[block].range.start
    guard start < end, end <= article.bytes.count else { return false }
    return article.bytes[start..<end].split(separator: UInt8(ascii: "\n")).contains { line in
      let marks = line.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
      guard marks.count >= 3, let first = marks.first, [0x2D, 0x2A, 0x5F].contains(first) else { return false }
      return marks.allSatisfy { $0 == first }
    }
  }

  private func sentences(of block: Int) -> [Int] {
    var result: [Int] = []
    for token in passage.tokensOfBlock[block] where result.last != passage.sentenceOfToken[token] {
      result.append(passage.sentenceOfToken[token])
    }
    return result
  }
}

/// Blocks of a sources section that belong together: a list item with its nested fields, a table row, a paragraph, or a
/// name with the list of fields under it.
struct SourceEntryGrouping {
  let tree: MarkdownTree
  let blocks: Range<Int>
  /// Whether a block begins with the label of a field.
  let isField: (Int) -> Bool

  struct Group {
    enum Shape { case item, row(header: [Int]), paragraph }
    let shape: Shape
    let blocks: [Int]
  }

  func groups() -> [Group] {
    var parents: [Int: MarkdownTree.ListItem] = [:]
    for block in blocks {
      if let item = tree.blocks[block].listItem { parents[item.item] = item }
    }
    var result: [Group] = []
    var keys: [Int: Int] = [:]
    var heads: [Int: [Int]] = [:]
    /// The heading or paragraph right before, which may name what a list tells the fields of.
    var name: Int?
    var groupOfList: [Int: Int] = [:]
    for block in blocks {
      defer { name = tree.blocks[block].listItem == nil ? block : nil }
      switch tree.blocks[block].kind {
      case .heading, .code: continue
      case .tableCell(let table, let row, _):
        if row == 0 {
          heads[table, default: []].append(block)
          continue
        }
        add(block, key: -1 - (table * 100_000 + row), shape: .row(header: heads[table] ?? []), to: &result, keys: &keys)
      case .paragraph, .html, .footnote:
        if let item = tree.blocks[block].listItem.map({ root(of: $0, in: parents) }) {
          if let group = groupOfList[item.list] {
            result[group] = Group(shape: .item, blocks: result[group].blocks + [block])
          } else if let name, isName(name), isField(block) {
            if result.last?.blocks == [name] { result.removeLast() }
            groupOfList[item.list] = result.count
            result.append(Group(shape: .item, blocks: [name, block]))
          } else {
            add(block, key: item.item, shape: .item, to: &result, keys: &keys)
          }
        } else {
          result.append(Group(shape: .paragraph, blocks: [block]))
        }
      }
    }
    return result
  }

  private func add(_ block: Int, key: Int, shape: Group.Shape, to groups: inout [Group], keys: inout [Int: Int]) {
    if let index = keys[key] {
      groups[index] = Group(shape: groups[index].shape, blocks: groups[index].blocks + [block])
    } else {
      keys[key] = groups.count
      groups.append(Group(shape: shape, blocks: [block]))
    }
  }

  /// Whether a block can be the name above a list of fields.
  private func isName(_ block: Int) -> Bool {
    switch tree.blocks[block].kind {
    case .heading, .paragraph, .html: true
    case .tableCell, .code, .footnote: false
    }
  }

  private func root(
    of item: MarkdownTree.ListItem, in items: [Int: MarkdownTree.ListItem]
  ) -> MarkdownTree.ListItem {
    var item = item
    var steps = 0
    while let parent = item.parent, let next = items[parent], steps < 64 {
      item = next
      steps += 1
    }
    return item
  }
}
