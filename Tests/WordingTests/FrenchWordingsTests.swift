import Foundation
import Testing

/// What the program says in French is set as a newsroom sets it, wherever it is said.
@Suite struct FrenchWordingsTests {
  private let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// Signs that no line may begin or end with, with the blank that keeps them where they are.
  private static let torn = [" :", " ;", " ?", " !", " »", "« "]

  @Test func noLineBreaksBeforeAMarkOrWithinQuotationMarks() throws {
    var count = 0
    for file in try swiftFiles() {
      let wordings = FrenchWordings(in: try String(contentsOf: file, encoding: .utf8))
      count += wordings.pieces.count
      for piece in wordings.pieces {
        for sign in Self.torn {
          // What sets off the beginning of a line is no blank of the text.
          let isTorn = piece.text.ranges(of: sign).contains { range in
            sign.hasSuffix(" ") || piece.text[..<range.lowerBound].contains { !$0.isWhitespace }
              || range.lowerBound == piece.text.startIndex
          }
          #expect(!isTorn, "\(file.lastPathComponent):\(piece.line): “\(sign)” in “\(piece.text)”")
        }
      }
    }
    #expect(count > 2000, "\(count) wordings were found: the search itself is broken")
  }

  @Test func onlyFrenchWordingsAreReadAndAllOfThem() {
    let source = #"""
      // fr: "in a comment : no"
      let one = worded("English : no", fr: "un : \(worded("no : no", fr: "deux : deux")) trois :")
      let two = counted(1, "thing", fr: isOne ? "quatre ;" : "cinq ;", "six ;"), "no ;"
      let three = worded("no", fr: """
        sept
        huit « huit
        """) + " : no"
      """#
    let pieces = FrenchWordings(in: source).pieces
    let texts = pieces.map { $0.text.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    #expect(texts == ["un :", "no : no", "deux : deux", "trois :", "quatre ;", "cinq ;", "sept", "huit « huit"])
    #expect(pieces.first { $0.text.contains("huit") }?.line == 6)
  }

  private func swiftFiles() throws -> [URL] {
    let found = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    let files = (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    try #require(files.count > 300, "the sources were not found")
    return files
  }
}
