import StructuredText

/// The way from offsets in what a parser was given back to the article.
struct SourceMap {
  private struct Piece {
    let input: Int
    /// `nil` for bytes that come from nowhere in the article.
    let source: Int?
    /// Whether it was read before.
    let isRepeated: Bool
  }

  private var pieces: [Piece] = []
  /// The part of the article that may be looked at around a piece.
  let bounds: TextRange

  init(bounds: TextRange) {
    self.bounds = bounds
  }

  /// Says that the input from `input` on stands in the article from `source` on.
  ///
  /// - Parameter isRepeated: whether it was read before, so that nothing of it is text again.
  mutating func add(input: Int, source: Int?, isRepeated: Bool = false) {
    pieces.append(Piece(input: input, source: source, isRepeated: isRepeated))
  }

  /// Returns where the bytes of the input stand in the article; `nil` when they are nowhere in it, or were read before.
  func source(_ input: Range<Int>) -> TextRange? {
    piece(at: input).flatMap { $0.isRepeated ? nil : place(of: input, in: $0) }
  }

  /// Returns where the bytes of the input stand in the article, whether or not they were read before.
  func place(_ input: Range<Int>) -> TextRange? { piece(at: input).flatMap { place(of: input, in: $0) } }

  private func piece(at input: Range<Int>) -> Piece? {
    let index = max(0, pieces.partitioningIndex { $0.input > input.lowerBound } - 1)
    return index < pieces.count ? pieces[index] : nil
  }

  private func place(of input: Range<Int>, in piece: Piece) -> TextRange? {
    guard let source = piece.source else { return nil }
    let start = min(source + max(input.lowerBound - piece.input, 0), bounds.end)
    return TextRange(start, min(start + input.count, bounds.end))
  }
}
