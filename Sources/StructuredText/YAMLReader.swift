import Wording

/// Reads YAML, and JSON as the part of YAML that it is, into located nodes.
///
/// Text that grows when it is read is refused: anchors, aliases and tags have no place in an article or a policy.
package enum YAMLReader {
  /// The most bytes that are read; front matter and policies are a few kilobytes.
  package static let sizeLimit = 1 << 20
  /// The most collections that may stand in each other.
  package static let depthLimit = 64

  /// Returns the only document in the bytes of `bytes` at `range`, or `nil` when there is none.
  ///
  /// The ranges of the nodes are offsets in the whole of `bytes`.
  ///
  /// - Throws: `StructuredTextError` at the first thing that is not YAML or is not accepted here.
  package static func node(in bytes: [UInt8], range: TextRange) throws(StructuredTextError) -> Node? {
    let start = min(max(range.start, 0), bytes.count)
    let end = min(max(range.end, start), bytes.count)
    guard end - start <= sizeLimit else {
      throw StructuredTextError(
        worded("the text is larger than \(sizeLimit / 1024) KB", fr: "le texte dépasse \(sizeLimit / 1024) Ko"),
        at: TextRange(start, end),
        remedy: worded("keep only short values here", fr: "n'y gardez que de courtes valeurs"))
    }
    let offsets = ScalarOffsets(bytes, TextRange(start, end))
    return try unsafe bytes.withUnsafeBufferPointer { buffer throws(StructuredTextError) in
      let events = unsafe YAMLEvents(UnsafeBufferPointer(rebasing: buffer[start..<end]), offsets: offsets)
      var composer = YAMLComposer(events: events, bytes: bytes)
      return try composer.document()
    }
  }
}

/// The way from libyaml's character counts to byte offsets.
struct ScalarOffsets {
  private static let stride = 32
  private let bytes: [UInt8]
  private let range: TextRange
  /// The offset of every `stride`-th scalar; empty when all are ASCII and the way is a sum.
  private var marks: [Int] = []

  init(_ bytes: [UInt8], _ range: TextRange) {
    self.bytes = bytes
    self.range = range
    guard bytes[range.range].contains(where: { $0 >= 0x80 }) else { return }
    var count = 0
    for offset in range.range where bytes[offset] & 0xC0 != 0x80 {
      if count % Self.stride == 0 { marks.append(offset) }
      count += 1
    }
  }

  /// Returns the offset in the blob of the scalar number `index`; an index past the end counts as the end.
  func offset(ofScalar index: Int) -> Int {
    guard !marks.isEmpty else { return min(range.start + max(index, 0), range.end) }
    let mark = max(index, 0) / Self.stride
    guard mark < marks.count else { return range.end }
    var offset = marks[mark]
    var left = max(index, 0) % Self.stride
    while left > 0, offset < range.end {
      offset += 1
      while offset < range.end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// Returns the offset in the blob of the byte number `index` of the range.
  func offset(ofByte index: Int) -> Int { min(range.start + max(index, 0), range.end) }
}
