import StructuredText

/// The quotes and list items that a line stands in, as far as it takes to tell a fence of code from text.
struct ContainerStack {
  private enum Container {
    case quote
    /// A list item; `width` is how far its text is indented.
    case item(width: Int)
  }

  /// Where the text of a line begins, and how far it is indented within what it stands in.
  struct Place {
    let offset: Int
    let indentation: Int
  }

  private var open: [Container] = []

  /// Closes what the line is not in, opens what it opens, and returns the place of its text.
  mutating func enter(_ line: LineScanner.Line, in text: [UInt8]) -> Place {
    var (count, cursor) = match(line, text)
    open.removeLast(open.count - count)
    // The parser is not shown lines with more of them.
    while open.count < NestingGuard.limit, cursor.indentation < 4, cursor.offset < line.end {
      if cursor.takeQuoteMark(text) {
        open.append(.quote)
      } else if let width = cursor.takeListMark(text) {
        open.append(.item(width: width))
      } else {
        break
      }
    }
    return cursor.place
  }

  /// Returns the place of the text of a line that stands in all that is open; `nil` for another line.
  func place(of line: LineScanner.Line, in text: [UInt8]) -> Place? {
    let (count, cursor) = match(line, text)
    return count == open.count ? cursor.place : nil
  }

  /// Returns how many of the open containers the line stands in, and how far that was read.
  private func match(_ line: LineScanner.Line, _ text: [UInt8]) -> (count: Int, cursor: Cursor) {
    var cursor = Cursor(line, text)
    for (index, container) in open.enumerated() {
      switch container {
      case .quote: if !cursor.takeQuoteMark(text) { return (index, cursor) }
      case .item(let width): if !cursor.takeIndentation(width) { return (index, cursor) }
      }
    }
    return (open.count, cursor)
  }

  /// Returns the offset behind the mark of a list item (`-`, `*`, `+`, `12.`, `12)`), whatever follows it.
  static func listMarkEnd(_ text: [UInt8], from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end, offset - start < 9, (0x30...0x39).contains(text[offset]) { offset += 1 }
    let marks = offset > start ? ").".utf8 : "-*+".utf8
    return offset < end && marks.contains(text[offset]) ? offset + 1 : nil
  }

  /// The head of a line, read from left to right.
  private struct Cursor {
    /// The first byte that is neither blank nor read.
    private(set) var offset: Int
    private var column = 0
    /// The column from which the indentation counts.
    private var base = 0
    private let end: Int

    init(_ line: LineScanner.Line, _ text: [UInt8]) {
      offset = line.start
      end = line.end
      skipBlanks(text)
    }

    var indentation: Int { max(0, column - base) }
    var place: Place { Place(offset: offset, indentation: indentation) }

    private mutating func skipBlanks(_ text: [UInt8]) {
      while offset < end, text[offset] == UInt8(ascii: " ") || text[offset] == UInt8(ascii: "\t") {
        column = text[offset] == UInt8(ascii: "\t") ? (column / 4 + 1) * 4 : column + 1
        offset += 1
      }
    }

    /// A blank line stands in every item that is open.
    mutating func takeIndentation(_ width: Int) -> Bool {
      guard offset == end || indentation >= width else { return false }
      base += width
      return true
    }

    mutating func takeQuoteMark(_ text: [UInt8]) -> Bool {
      guard indentation < 4, offset < end, text[offset] == UInt8(ascii: ">") else { return false }
      offset += 1
      column += 1
      base = column
      skipBlanks(text)
      if column > base { base += 1 }
      return true
    }

    /// Returns how far the text behind the mark is indented.
    mutating func takeListMark(_ text: [UInt8]) -> Int? {
      guard let mark = ContainerStack.listMarkEnd(text, from: offset, to: end),
        mark == end || LineScanner.isBlank(text[mark])
      else { return nil }
      let before = base
      column += mark - offset
      offset = mark
      base = column
      skipBlanks(text)
      // More blanks are the indentation of code.
      base += offset == end || indentation > 4 ? 1 : indentation
      return base - before
    }
  }
}
