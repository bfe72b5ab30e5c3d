import StructuredText

/// The words around a fact, so that a change of them can be noticed.
struct FactContext {
  private let bytes: [UInt8]
  /// Where the front matter ends; there each line is on its own.
  private let body: Int
  /// How far a sentence may reach to either side.
  private static let reach = 4_000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    body = Self.endOfFrontMatter(in: bytes)
  }

  /// Returns the sentence that holds `range`, with single blanks, so that other line breaks are no change.
  func sentence(around range: TextRange) -> [UInt8] {
    let first = min(max(range.start, 0), bytes.count)
    let last = min(max(range.end, first), bytes.count)
    let isLine = first < body
    var start = first
    while start > 0, first - start < Self.reach, !isBoundary(start, isLine: isLine) { start -= 1 }
    var end = max(last, start)
    while end < bytes.count, end - last < Self.reach, !isBoundary(end, isLine: isLine) { end += 1 }
    return Array(bytes[start..<end].split { Self.isBlank($0) }.joined(separator: [0x20]))
  }

  /// Whether a sentence ends before the byte at `index` and another one may begin.
  private func isBoundary(_ index: Int, isLine: Bool) -> Bool {
    let before = bytes[index - 1 < 0 ? 0 : index - 1]
    if isLine { return before == UInt8(ascii: "\n") }
    // An empty line, or one of blanks alone.
    if before == UInt8(ascii: "\n") {
      let next = bytes[index...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != 0x0D }
      if next == UInt8(ascii: "\n") { return true }
    }
    guard index < bytes.count, Self.isBlank(bytes[index]) else { return false }
    return before == UInt8(ascii: ".") || before == UInt8(ascii: "!") || before == UInt8(ascii: "?")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func endOfFrontMatter(in bytes: [UInt8]) -> Int {
    for fence in ["---\n", "+++\n", "---\r\n", "+++\r\n"] where bytes.starts(with: fence.utf8) {
      var start = fence.utf8.count
      while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        if bytes[start...end].starts(with: fence.utf8.prefix(3)) { return end + 1 }
        start = end + 1
      }
    }
    return 0
  }
}
