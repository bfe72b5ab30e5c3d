import Manuscripts
import StructuredText
import Testing

/// Reads `text` as an article.
func article(_ text: String) -> Article {
  ArticleParser().article(from: Array(text.utf8))
}

/// One line for each block: what it stands in, what it is, and its text.
func outline(_ markdown: String) -> [String] {
  let tree = article(markdown).tree
  return tree.blocks.map { block in
    let quotes = String(repeating: "> ", count: block.quoteDepth)
    let item = block.listItem.map { item in
      let mark = item.ordinal.map { "\($0)." } ?? "-"
      return item.parent.map { "\($0)/\(item.item)\(mark) " } ?? "\(item.item)\(mark) "
    }
    return quotes + (item ?? "") + name(block.kind) + ": "
      + String(decoding: tree.text.bytes[block.text], as: UTF8.self)
  }
}

private func name(_ kind: MarkdownTree.Block.Kind) -> String {
  switch kind {
  case .heading(let level): "h\(level)"
  case .paragraph: "p"
  case .tableCell(let table, let row, let column): "t\(table).\(row).\(column)"
  case .code: "code"
  case .html: "html"
  case .footnote(let index): "fn\(index)"
  }
}

/// One line for each link: its kind, its text, where it leads, and its bytes in the article.
func links(_ markdown: String) -> [String] {
  let article = article(markdown)
  return article.tree.links.map { link in
    let text = String(decoding: article.tree.text.bytes[link.text], as: UTF8.self)
    let title = link.title.isEmpty ? "" : " (\(link.title))"
    let source = String(decoding: article.bytes[link.range.range], as: UTF8.self)
    return "\(link.kind) \(text) -> \(link.destination)\(title) @ \(source)"
  }
}
