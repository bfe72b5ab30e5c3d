import StructuredText

/// Finds the parts of a link that the parser does not tell the place of.
///
/// The parser has already decided that there is a link, so what is found is looked for no further than it must be.
struct LinkScanner {
  /// How far the end of a link's text may be from the last thing read in it: closing emphasis, blanks.
  private static let reach = 64
  /// How far the beginning of a link without text may be from the last thing read before it.
  private static let emptyReach = 512

  /// How deep parentheses may stand in each other in a destination, for the parser and here.
  private static let deepest = 32

  private let source: [UInt8]
  private let bounds: TextRange

  /// What follows the text of a link.
  struct Tail {
    /// Where the destination stands, without angle brackets, if it is inline.
    var destination: TextRange?
    /// Where it ends with them.
    var destinationEnd: Int?
    /// Where the link ends, for certain.
    var end: Int
    /// Where it ends if the brackets that follow are its label and no text.
    var labelEnd: Int?
  }

  init(_ source: [UInt8], _ bounds: TextRange) {
    self.source = source
    self.bounds = bounds
  }

  /// Whether a link with its text at `range` stands without square brackets; `isAddress` says that the text could.
  func isAutolink(_ range: TextRange, isAddress: Bool) -> Bool {
    if withAngleBrackets(range) != range { return true }
    guard isAddress else { return false }
    guard range.start > bounds.start, source[range.start - 1] == UInt8(ascii: "[") else { return true }
    guard byte(range.end) == UInt8(ascii: "]") else { return true }
    let after = byte(range.end + 1)
    return after != UInt8(ascii: "(") && after != UInt8(ascii: "[")
  }

  func withAngleBrackets(_ range: TextRange) -> TextRange {
    guard range.start > bounds.start, source[range.start - 1] == UInt8(ascii: "<"), byte(range.end) == UInt8(ascii: ">")
    else { return range }
    return TextRange(range.start - 1, range.end + 1)
  }

  /// Returns where the destination that follows a link's text ends, when it is inline, and where the link ends.
  func tail(after offset: Int) -> Tail? {
    var position = offset
    while let next = byte(position), next != UInt8(ascii: "]") {
      guard Self.closers.contains(next) || LineScanner.isBlank(next), position - offset < Self.reach else { return nil }
      position += 1
    }
    return tail(atBracket: position)
  }

  /// Returns the place of the next link or image that has no text.
  func emptyLink(from offset: Int, isImage: Bool) -> (start: Int, text: Int, tail: Tail)? {
    var position = offset
    while position < min(bounds.end, offset + Self.emptyReach) {
      if byte(position) == UInt8(ascii: "["),
        !isImage || (position > bounds.start && source[position - 1] == UInt8(ascii: "!"))
      {
        let close = skippingBlanks(position + 1)
        if byte(close) == UInt8(ascii: "]"),
          byte(close + 1) == UInt8(ascii: "(") || byte(close + 1) == UInt8(ascii: "[")
        {
          return (isImage ? position - 1 : position, position + 1, tail(atBracket: close))
        }
      }
      position += 1
    }
    return nil
  }

  private func tail(atBracket bracket: Int) -> Tail {
    if byte(bracket + 1) == UInt8(ascii: "("), let inline = inlineTail(bracket + 2) { return inline }
    if byte(bracket + 1) == UInt8(ascii: "[") {
      // A label has at most 999 characters.
      var position = bracket + 2
      while position < min(bounds.end, bracket + 4096), byte(position) != UInt8(ascii: "]") { position += 1 }
      if byte(position) == UInt8(ascii: "]") { return Tail(end: bracket + 1, labelEnd: position + 1) }
    }
    return Tail(end: min(bracket + 1, bounds.end))
  }

  /// Reads a destination, a title, and the closing parenthesis.
  private func inlineTail(_ start: Int) -> Tail? {
    var position = skippingBlanks(start)
    let destination: TextRange
    if byte(position) == UInt8(ascii: "<") {
      position += 1
      let begin = position
      while let next = byte(position), next != UInt8(ascii: ">") {
        if next == UInt8(ascii: "<") || next == UInt8(ascii: "\n") { return nil }
        position += next == UInt8(ascii: "\\") ? 2 : 1
      }
      destination = TextRange(begin, min(position, bounds.end))
      position += 1
    } else {
      let begin = position
      var depth = 0
      while let next = byte(position), next > 0x20 {
        if next == UInt8(ascii: "(") { depth += 1 }
        if depth > Self.deepest { return nil }
        if next == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        position += next == UInt8(ascii: "\\") ? 2 : 1
      }
      destination = TextRange(begin, min(position, bounds.end))
    }
    let destinationEnd = min(position, bounds.end)
    position = skippingBlanks(destinationEnd)
    if let open = byte(position), let close = Self.quotes[open] {
      position += 1
      while let next = byte(position), next != close {
        if next == open { return nil }
        position += next == UInt8(ascii: "\\") ? 2 : 1
      }
      position = skippingBlanks(position + 1)
    }
    guard byte(position) == UInt8(ascii: ")") else { return nil }
    return Tail(destination: destination, destinationEnd: destinationEnd, end: position + 1)
  }

  /// What may stand between the text of a link and its bracket: the ends of spans, and the mark of a quote.
  private static let closers = Set("*_~`>".utf8)
  private static let quotes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "("): UInt8(ascii: ")"),
  ]

  /// Line breaks inside a quote are followed by the quote's mark.
  private func skippingBlanks(_ start: Int) -> Int {
    var position = start
    var isAtLineStart = false
    while let next = byte(position),
      LineScanner.isBlank(next) || (isAtLineStart && next == UInt8(ascii: ">"))
    {
      if next == UInt8(ascii: "\n") { isAtLineStart = true }
      position += 1
    }
    return position
  }

  private func byte(_ offset: Int) -> UInt8? {
    offset >= bounds.start && offset < bounds.end ? source[offset] : nil
  }
}
