/// One edit of a page: some of its text replaced.
struct Change {
  /// Ranges of the page, in UTF-16 units, and what takes their place; none overlaps another.
  var pieces: [(range: Range<Int>, with: String)]

  init(_ range: Range<Int>, with words: String) { pieces = [(range, words)] }
  init(_ pieces: [(range: Range<Int>, with: String)]) {
    self.pieces = pieces.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// A page after an edit, and where it differs.
struct EditedPage {
  let page: Page
  /// The changed words on the new page, in UTF-8 bytes; empty where words were only taken away.
  let added: [Range<Int>]
  /// The changed words on the old page, in UTF-8 bytes; empty where words were only added.
  let removed: [Range<Int>]
  let before: String
  let after: String
  /// The first change with the words around it, as a person would want to see it.
  var context = ""
}

extension Page {
  /// Returns the page with the change made; `nil` when nothing would differ.
  func applying(_ change: Change) -> EditedPage? {
    var units: [UInt16] = []
    var added: [Range<Int>] = []
    var end = 0
    for (range, words) in change.pieces {
      guard range.lowerBound >= end, range.upperBound <= self.units.count else { return nil }
      units += self.units[end..<range.lowerBound]
      let start = units.count
      units += words.utf16
      added.append(start..<units.count)
      end = range.upperBound
    }
    units += self.units[end...]
    guard !change.pieces.isEmpty, units != self.units else { return nil }
    let page = Page(units: units, isFrench: isFrench)
    let first = change.pieces[0]
    let context =
      text(max(0, first.range.lowerBound - 90)..<first.range.lowerBound) + "⟦" + text(first.range).prefix(300) + " → "
      + first.with.prefix(300)
      + "⟧" + text(first.range.upperBound..<first.range.upperBound + 70)
    return EditedPage(
      page: page, added: added.map { page.bytes(page.widened($0)) },
      removed: change.pieces.map { bytes(widened($0.range)) },
      before: change.pieces.map { text($0.range) }.joined(separator: " … "),
      after: change.pieces.map(\.with).joined(separator: " … "), context: context)
  }

  /// A link or a source entry is one fact: a finding on any part of it is on the changed words.
  private func widened(_ range: Range<Int>) -> Range<Int> {
    let wholes = links.map(\.range) + (sources?.entries ?? [])
    return wholes.first { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound && !range.isEmpty }
      ?? range
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    let start = text(0..<range.lowerBound).utf8.count
    return start..<start + text(range).utf8.count
  }
}
