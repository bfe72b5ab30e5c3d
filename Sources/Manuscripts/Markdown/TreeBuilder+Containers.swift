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
