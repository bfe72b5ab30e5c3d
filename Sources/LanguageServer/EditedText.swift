import StructuredText

/// What an editor and this program agreed to count in a line.
enum PositionEncoding: String {
  /// Bytes of UTF-8, which this program counts anyway.
  case utf8 = "utf-8"
  /// Code units of UTF-16, which every editor must know.
  case utf16 = "utf-16"
}

/// A place as the protocol says it: both numbers count from 0.
struct Position: Hashable {
  let line: Int
  let character: Int
}

/// A text with the way from its bytes to the protocol's places, and back.
///
/// `LineTable` is not used because the protocol ends a line at a lone carriage return as well, and counts otherwise.
struct EditedText {
  let bytes: [UInt8]
  private let encoding: PositionEncoding
  private let starts: [Int]
  /// How many code units stand before each stretch of `stretch` bytes, so that a place costs little in any line.
  private let unitsBefore: [Int]

  private static let stretch = 256

  init(_ bytes: [UInt8], encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    var starts = [0]
    var unitsBefore: [Int] = []
    var units = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stretch == 0 { unitsBefore.append(units) }
      units += Self.units(byte, encoding)
      let isEnd = byte == 0x0A || (byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A))
      if isEnd { starts.append(offset + 1) }
    }
    self.starts = starts
    self.unitsBefore = unitsBefore + [units]
  }

  /// The units that a scalar takes, counted at its first byte.
  private static func units(_ byte: UInt8, _ encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
  }

  /// Returns the place of a byte; an offset past the end counts as the end.
  func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    let line = starts.partitioningIndex { $0 > offset } - 1
    return Position(line: line, character: units(before: offset) - units(before: starts[line]))
  }

  /// Returns the byte at a place; past the end of a line it is the line's end, and inside of a scalar its beginning.
  func offset(of position: Position) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < starts.count else { return bytes.count }
    let start = starts[position.line]
    let end = lineEnd(position.line)
    let most = units(before: end) - units(before: start)
    guard position.character > 0 else { return start }
    guard position.character < most else { return end }
    let wanted = units(before: start) + position.character
    // The last byte before which no more units stand than wanted: the first one of its scalar.
    let first = max(start, (unitsBefore.partitioningIndex { $0 > wanted } - 1) * Self.stretch)
    var offset = first
    var left = wanted - units(before: first)
    while offset < end {
      let units = Self.units(bytes[offset], encoding)
      if units > left { break }
      left -= units
      offset += 1
    }
    while offset > start, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Returns the bytes between two places, in whatever order they come.
  func range(from start: Position, to end: Position) -> TextRange {
    let offsets = (offset(of: start), offset(of: end))
    return TextRange(min(offsets.0, offsets.1), max(offsets.0, offsets.1))
  }

  /// Returns the bytes of the line that holds `offset`, without its end.
  func line(at offset: Int) -> TextRange {
    let line = position(of: offset).line
    return TextRange(starts[line], lineEnd(line))
  }

  /// Returns the text with the bytes of `range` replaced.
  func replacing(_ range: TextRange, with other: [UInt8]) -> EditedText {
    let start = min(max(0, range.start), bytes.count)
    let end = min(max(start, range.end), bytes.count)
    return EditedText(bytes[..<start] + other + bytes[end...], encoding: encoding)
  }

  private init(_ bytes: ArraySlice<UInt8>, encoding: PositionEncoding) {
    self.init(Array(bytes), encoding: encoding)
  }

  private func lineEnd(_ line: Int) -> Int {
    guard line + 1 < starts.count else { return bytes.count }
    var end = starts[line + 1] - 1
    if end > starts[line], bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private func units(before offset: Int) -> Int {
    let first = offset / Self.stretch
    return bytes[first * Self.stretch..<offset].reduce(into: unitsBefore[first]) { $0 += Self.units($1, encoding) }
  }
}
