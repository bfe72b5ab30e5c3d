import StructuredText

/// The texts of all footnotes, made ready for one run of the parser.
///
/// Each definition is dressed up as an item of one bulleted list: four bytes before its text become a bullet, so that
/// the four blanks which continue a footnote are the four that continue the item.
struct FootnoteText {
  private(set) var input: [UInt8] = []
  private(set) var map: SourceMap

  init(_ definitions: [FootnoteScanner.Definition], linkDefinitions: [Range<Int>], in text: [UInt8], _ body: TextRange)
  {
    map = SourceMap(bounds: body)
    for definition in definitions {
      // The mark of a definition is at least five bytes.
      map.add(input: input.count, source: definition.content - 4)
      input += "-   ".utf8
      var lines = LineScanner(text, from: definition.content, to: definition.range.end)
      var isFirst = true
      while let line = lines.next() {
        let start = definition.isQuoted && !isFirst ? unquoted(text, line) : line.start
        input += repeatElement(UInt8(ascii: " "), count: start - line.start)
        input += text[start..<line.next]
        isFirst = false
      }
      if input.last != UInt8(ascii: "\n") { input.append(UInt8(ascii: "\n")) }
    }
    for line in linkDefinitions {
      map.add(input: input.count, source: nil)
      input.append(UInt8(ascii: "\n"))
      map.add(input: input.count, source: line.lowerBound, isRepeated: true)
      input += text[line]
      input.append(UInt8(ascii: "\n"))
    }
  }

  private func unquoted(_ text: [UInt8], _ line: LineScanner.Line) -> Int {
    text[line.range].firstIndex { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") } ?? line.end
  }
}
