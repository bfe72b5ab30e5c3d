import StructuredText

/// The texts of footnotes.
extension TreeBuilder {
  /// Returns the number of the footnote whose text holds the byte at `offset` of the article.
  func footnote(at offset: Int) -> Int {
    max(0, footnotes.partitioningIndex { $0.range.start > offset } - 1)
  }

  /// Lists the footnotes with the blocks that were read for each.
  mutating func listFootnotes() {
    var next = tree.blocks.firstIndex { if case .footnote = $0.kind { true } else { false } } ?? tree.blocks.count
    for (index, definition) in footnotes.enumerated() {
      let start = next
      while next < tree.blocks.count, tree.blocks[next].kind == .footnote(index) { next += 1 }
      tree.footnotes.append(
        MarkdownTree.Footnote(label: definition.label, blocks: start..<next, range: definition.range))
    }
  }
}
