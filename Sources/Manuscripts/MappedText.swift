package import StructuredText

/// Readable text taken out of a marked-up blob, with the way back to the blob's bytes.
package struct MappedText: Sendable {
  /// A stretch of text that stands in the blob byte for byte, or that replaces some of its bytes.
  package struct Segment: Sendable {
    /// Where the stretch starts in the text.
    package let text: Int
    /// What it came from in the blob.
    package let source: TextRange
    /// Whether text and source are the same bytes (an entity or a line break is not).
    package let isVerbatim: Bool

    package init(text: Int, source: TextRange, isVerbatim: Bool) {
      self.text = text
      self.source = source
      self.isVerbatim = isVerbatim
    }
  }

  /// UTF-8, always valid.
  package private(set) var bytes: [UInt8] = []
  /// The stretches, in the order of the text, without gaps.
  package private(set) var segments: [Segment] = []

  package init() {}

  /// Appends bytes that came from `source`.
  package mutating func append(_ text: some Sequence<UInt8>, from source: TextRange, isVerbatim: Bool) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    if bytes.count > start {
      segments.append(Segment(text: start, source: source, isVerbatim: isVerbatim))
    }
  }

  /// Returns the bytes of the blob that the text in `range` came from, first to last.
  package func source(of range: Range<Int>) -> TextRange {
    guard let last = segments.indices.last else { return TextRange(0, 0) }
    let startIndex = segment(at: range.lowerBound)
    let endIndex = range.isEmpty ? startIndex : segment(at: range.upperBound - 1)
    let first = segments[startIndex]
    let final = segments[min(endIndex, last)]
    let start = first.isVerbatim ? first.source.start + (range.lowerBound - first.text) : first.source.start
    let end =
      final.isVerbatim ? final.source.start + (range.upperBound - final.text) : final.source.end
    return TextRange(min(start, max(first.source.end, first.source.start)), end)
  }

  private func segment(at offset: Int) -> Int {
    max(0, segments.partitioningIndex { $0.text > offset } - 1)
  }
}
