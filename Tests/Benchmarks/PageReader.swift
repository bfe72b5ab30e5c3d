/// Reads lines into the blocks of a page, and inline text into its mask.
struct PageReader {
  let units: [UInt16]
  private let lines: [Range<Int>]
  private(set) var blocks: [Page.Block] = []
  private(set) var frontMatter: Range<Int>?
  private(set) var sources: Page.SourcesPart?

  private static let fence = Pattern("^ {0,3}(```|\\x7E{3})")
  private static let item = Pattern("^([ \\t]*)([-*+]|\\d{1,3}[.)])[ \\t]+")
  private static let heading = Pattern("^ {0,3}(#{1,6})[ \\t]+")
  private static let underline = Pattern("^ {0,3}(=+|-{2,})[ \\t]*$")
  private static let skipped = Pattern("^ {0,3}(<|>|\\||!\\[|\\{%|\\{\\{|\\{:|\\[[^\\]]+\\]:)|\\|.*\\|")
  private static let keyed = Pattern("^[A-Za-z_-]+: ?\\S")
  static let sourcesHeading = Pattern(
    "^(nos |les |our )?(sources?|références|references|bibliographie|bibliography|further reading|pour aller plus loin|liens|works cited)( (et|and) (références|references|liens|links)| citées)?[ :]*$",
    anyCase: true)
  private static let definition = Pattern("^ {0,3}\\[[^\\]^][^\\]]*\\]:")
  private static let entry = Pattern("^(\\d{1,3}[.)] |[-*+] |\\[\\^[^\\]]+\\]:)")

  init(_ units: [UInt16]) {
    self.units = units
    var lines: [Range<Int>] = []
    var start = 0
    for (index, unit) in units.enumerated() where unit == 10 {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<units.count)
    self.lines = lines
    read()
  }

  private func text(_ line: Int) -> String {
    var text = String(decoding: units[lines[line]], as: UTF16.self)
    if text.hasSuffix("\r") { text.removeLast() }
    return text
  }

  private func isBlank(_ line: Int) -> Bool { text(line).allSatisfy(\.isWhitespace) }

  private mutating func read() {
    var line = readFrontMatter()
    var open: (kind: Page.Block.Kind, start: Int, range: Range<Int>)?
    func close(_ blocks: inout [Page.Block]) {
      if let block = open { blocks.append(Page.Block(kind: block.kind, range: block.range, start: block.start)) }
      open = nil
    }
    var wasBlank = true
    var isInList = false
    while line < lines.count {
      let words = text(line)
      let range = lines[line].lowerBound..<lines[line].lowerBound + words.utf16.count
      defer { line += 1 }
      if isBlank(line) {
        close(&blocks)
        wasBlank = true
        continue
      }
      defer { wasBlank = false }
      if words.hasPrefix("<!--") {
        close(&blocks)
        while line < lines.count, !text(line).contains("-->") { line += 1 }
      } else if Self.fence.occurs(in: words) {
        close(&blocks)
        let mark = words.drop { $0 == " " }.prefix(3)
        line += 1
        while line < lines.count, !text(line).drop(while: { $0 == " " }).hasPrefix(mark) { line += 1 }
      } else if let mark = Self.heading.matches(in: words).first?[0] {
        close(&blocks)
        isInList = false
        let content = range.lowerBound + mark.count..<range.upperBound
        blocks.append(Page.Block(kind: .heading, range: content, start: range.lowerBound))
        let level = words.filter { $0 == "#" }.count
        if Self.sourcesHeading.occurs(in: String(decoding: units[content], as: UTF16.self).filter { $0 != "*" }) {
          line = readSources(after: line, heading: content, level: level) - 1
        }
      } else if let match = Self.item.matches(in: words).first, let mark = match[0], let bullet = match[2] {
        close(&blocks)
        isInList = true
        let isOrdered = bullet.count > 1
        open = (
          .item(indent: match[1]?.count ?? 0, isOrdered: isOrdered), range.lowerBound,
          range.lowerBound + mark.count..<range.upperBound
        )
      } else if Self.skipped.occurs(in: words) {
        close(&blocks)
        // An HTML block, a table or a block quotation goes on to the next blank line.
        if let first = words.first(where: { $0 != " " }), "<>|".contains(first) {
          while line + 1 < lines.count, !isBlank(line + 1) { line += 1 }
        }
      } else if let block = open {
        if Self.underline.occurs(in: words) {
          blocks.append(Page.Block(kind: .heading, range: block.range, start: block.start))
          open = nil
        } else {
          open?.range = block.range.lowerBound..<range.upperBound
        }
      } else if words.hasPrefix("    ") || words.hasPrefix("\t") {
        // Code, or a paragraph of a list item: neither is edited.
        continue
      } else if wasBlank && isInList && words.hasPrefix(" ") {
        continue
      } else if !Self.underline.occurs(in: words) {
        isInList = false
        open = (.paragraph, range.lowerBound, range)
      }
    }
    close(&blocks)
  }

  /// Returns the line behind the front matter.
  private mutating func readFrontMatter() -> Int {
    let first = text(0)
    if first == "---" || first == "+++" {
      for line in 1..<max(1, lines.count) where text(line) == first {
        frontMatter = 0..<min(units.count, lines[line].upperBound + 1)
        return line + 1
      }
    }
    // Pelican's: keys to the first blank line.
    var line = 0
    while line < lines.count, Self.keyed.occurs(in: text(line)) { line += 1 }
    guard line > 0, line < lines.count, isBlank(line) else { return 0 }
    frontMatter = 0..<lines[line].lowerBound
    return line
  }

  /// Returns the line at which the sources section ends.
  private mutating func readSources(after heading: Int, heading words: Range<Int>, level: Int) -> Int {
    var end = heading + 1
    while end < lines.count {
      // Link definitions below the sources belong to the whole article.
      if Self.definition.occurs(in: text(end)) { break }
      if let mark = Self.heading.matches(in: text(end)).first?[1], mark.count <= level { break }
      end += 1
    }
    let body =
      min(units.count, lines[heading].upperBound + 1)..<(end < lines.count ? lines[end].lowerBound : units.count)
    let starts = (heading + 1..<max(end, heading + 1)).filter { Self.entry.occurs(in: text($0)) }
    let entries = starts.enumerated().map { index, line in
      lines[line].lowerBound..<(index + 1 < starts.count ? lines[starts[index + 1]].lowerBound : body.upperBound)
    }
    sources = Page.SourcesPart(heading: words, body: body, entries: entries)
    return end
  }
}
