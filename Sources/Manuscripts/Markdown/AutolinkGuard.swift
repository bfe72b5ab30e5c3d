import StructuredText

/// Decides whether the parser may look for bare addresses.
///
/// For each it looks at every mark behind it in the same block, and at every byte up to the next blank: thousands in
/// one block would take minutes, and are no prose.
enum AutolinkGuard {
  /// How many such looks one block may cost, about a tenth of a second.
  private static let limit = 200_000_000

  /// What an address begins with takes so many bytes: `://`, `www.`.
  private static let shortestAddress = 3

  /// What has been counted in a stretch of text.
  private struct Count {
    var addresses = 0
    var marks = 0

    var cost: Int { addresses * marks }
  }

  /// Whether looking for bare addresses in `body` takes no longer than it may.
  static func allowsBareAddresses(_ text: [UInt8], _ body: TextRange) -> Bool {
    // Most texts are far below the limit even as one block of one word, or as nothing but addresses.
    if body.count / shortestAddress * body.count <= limit { return true }
    if count(text, body.range).addresses * body.count <= limit { return true }
    var block = Count()
    var word = Count()
    var lines = LineScanner(text, from: body.start, to: body.end)
    while let line = lines.next() {
      if startsBlock(text, line) { block = Count() }
      var start = line.start
      while start < line.end {
        let end = text[start..<line.end].firstIndex(of: UInt8(ascii: " ")) ?? line.end
        let piece = count(text, start..<end)
        word = Count(addresses: piece.addresses, marks: end - start)
        block.addresses += piece.addresses
        block.marks += piece.marks
        if word.cost > limit { return false }
        start = end + 1
      }
      if block.cost > limit { return false }
    }
    return true
  }

  private static func count(_ text: [UInt8], _ range: Range<Int>) -> Count {
    var count = Count()
    for offset in range {
      let byte = text[offset]
      // Most bytes are letters or blanks.
      if byte == 0x20 || (byte | 0x20) &- 0x61 < 26 { continue }
      switch byte {
      case UInt8(ascii: ":"):
        count.marks += 1
        if offset + 2 < range.upperBound, text[offset + 1] == UInt8(ascii: "/"), text[offset + 2] == UInt8(ascii: "/") {
          count.addresses += 1
        }
      case UInt8(ascii: "."):
        if offset >= 3 + range.lowerBound, text[offset - 1] | 0x20 == UInt8(ascii: "w") {
          count.marks += 1
          count.addresses += 1
        }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "&"),
        UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "@"):
        count.marks += 1
      default: break
      }
    }
    return count
  }

  /// Whether the line cannot go on with the block before it: blank, or an item of a bulleted list.
  private static func startsBlock(_ text: [UInt8], _ line: LineScanner.Line) -> Bool {
    guard let first = text[line.range].firstIndex(where: { !LineScanner.isBlank($0) }) else { return true }
    let isBullet = [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(text[first])
    return isBullet && first - line.start < 4 && first + 2 < line.end && text[first + 1] == UInt8(ascii: " ")
      && !LineScanner.isBlank(text[first + 2])
  }
}
