import StructuredText

/// What a block stands in. Each of these also ends the text of a tight item, which has no end of its own.
extension TreeBuilder {
  mutating func enterQuote() {
    leaveLeaf()
    quoteDepth += 1
  }

  mutating func leaveQuote() { quoteDepth -= 1 }

  /// Begins a list, numbered from `start` or bulleted.
  mutating func enterList(start: Int?) {
    leaveLeaf()
    lists.append((id: counts.lists, next: start))
    counts.lists += 1
  }

  mutating func leaveList() { _ = lists.popLast() }

  mutating func enterItem() {
    guard let list = lists.indices.last else { return }
    if !footnotes.isEmpty, lists.count == 1 { return items.append(nil) }
    items.append(
      MarkdownTree.ListItem(
        list: lists[list].id, item: counts.items, parent: (items.last ?? nil)?.item, ordinal: lists[list].next))
    counts.items += 1
    lists[list].next = lists[list].next.map { $0 + 1 }
  }

  mutating func leaveItem() {
    leaveLeaf()
    _ = items.popLast()
  }

  /// A tag of a list or of an item in it, in HTML.
  mutating func listElement(_ name: String, isClosing: Bool, _ tag: TextRange) {
    switch (name, isClosing) {
    case ("li", _):
      guard let list = htmlLists.indices.last else { return }
      htmlLists[list].item = nil
      guard !isClosing else { return }
      let parent = htmlLists.dropLast().last.map(\.item) ?? items.last ?? nil
      htmlLists[list].item = MarkdownTree.ListItem(
        list: htmlLists[list].id, item: counts.items, parent: parent?.item, ordinal: htmlLists[list].next)
      counts.items += 1
      htmlLists[list].next = htmlLists[list].next.map { $0 &+ 1 }
    case (_, true): _ = htmlLists.popLast()
    case (_, false):
      let start = HTMLTag.attribute("start", in: written, from: tag.start, to: tag.end).flatMap { Int($0.value) } ?? 1
      htmlLists.append((id: counts.lists, next: name == "ol" ? start : nil, item: nil))
      counts.lists += 1
    }
  }

  mutating func enterTable() {
    leaveLeaf()
    table = (counts.tables, -1, -1)
    counts.tables += 1
  }

  mutating func enterRow() { table = (table.id, table.row + 1, -1) }

  mutating func enterCell() {
    table.column += 1
    enterLeaf(.tableCell(table: table.id, row: table.row, column: table.column))
  }
}
