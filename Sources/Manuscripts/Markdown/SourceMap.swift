import StructuredText

/// The way from offsets in what a parser was given back to the article.
struct SourceMap {
  private struct Piece {
    let input: Int
    /// `nil` for bytes that come from nowhere in the article or were read before.
    let source: Int?
  }

  private var pieces: [Piece] = []
  /// The part of the article that may be looked at around a piece.
  let bounds: TextRange

  init(bounds: TextRange) {
    self.bounds = bounds
  }

  /// Says that the input from `input` on stands in the article from `source` on.
  mutating func add(input: Int, source: Int?) {
    pieces.append(Piece(input: input, source: source))
  }

  /// Returns where the bytes of the input stand in the article.
  func source(_ input: Range<Int>) -> TextRange? {
    let index = max(0, pieces.partitioningIndex { $0.input > input.lowerBound } - 1)
    guard index < pieces.count, let source = pieces[index].source else { return nil }
    let start = min(source + max(input.lowerBound - pieces[index].input, 0), bounds.end)
    return TextRange(start, min(start + input.count, bounds.end))
  }
}
