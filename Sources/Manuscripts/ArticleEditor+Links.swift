import StructuredText

extension ArticleEditor {
  /// Returns the article with the addresses of its own site that it names put through `change`, where they stand.
  ///
  /// An address that is not written in the text as it reads, because of entities or escapes, stays as it is.
  package static func redirected(_ article: Article, _ change: (String) -> String) -> [UInt8] {
    var edits: [(range: TextRange, text: String)] = []
    for target in article.localTargets {
      let changed = change(target.destination)
      guard changed != target.destination else { continue }
      let wanted = Array(target.destination.utf8)
      for link in [target.range] + article.tree.links.filter({ $0.destination == target.destination }).map(\.range) {
        guard link.start >= 0, link.end <= article.bytes.count, link.start < link.end,
          let found = article.bytes[link.start..<link.end].ranges(of: wanted).last
        else { continue }
        edits.append((TextRange(found.lowerBound, found.upperBound), changed))
      }
    }
    edits.sort { $0.range < $1.range }
    return applying(edits, to: article.bytes)
  }
}
