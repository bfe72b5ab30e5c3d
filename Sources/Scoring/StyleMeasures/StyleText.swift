/// What the style measures count in a text, markup included, as the pipeline that stamps articles counts it.
struct StyleText: Sendable {
  /// Pieces between white space.
  private(set) var words = 0
  private(set) var questionMarks = 0
  private(set) var exclamationMarks = 0
  /// Pieces of fewer than ten words between runs of `.`, `!` and `?`.
  private(set) var shortSentences = 0
  /// One of c d j l m n s t, a straight apostrophe, and letters.
  private(set) var contractions = 0
  private(set) var heavyTransitions = 0

  private static let heavy = ["par ailleurs", "en outre", "de surcroît", "qui plus est", "nonobstant"].map {
    Array($0.utf8)
  }
  /// For each byte, whether a heavy transition can start with it.
  private static let startsHeavy: [Bool] = (0...255).map { byte in heavy.contains { $0.first == lowered(byte) } }

  init(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    var sentenceWords = 0
    var isInWord = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let blank = Self.blank(in: bytes, at: index)
      if blank > 0 {
        isInWord = false
        index += blank
        continue
      }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        if byte == UInt8(ascii: "?") { questionMarks += 1 }
        if byte == UInt8(ascii: "!") { exclamationMarks += 1 }
        if sentenceWords > 0, sentenceWords < 10 { shortSentences += 1 }
        sentenceWords = 0
        // The mark is part of a word between blanks, but what follows it is a sentence of its own.
        if !isInWord { words += 1 }
        isInWord = true
        index += 1
        if index < bytes.count, !Self.ends(bytes[index]), Self.blank(in: bytes, at: index) == 0 { sentenceWords = 1 }
        continue
      }
      if !isInWord {
        words += 1
        sentenceWords += 1
        isInWord = true
      }
      if byte == UInt8(ascii: "'"), index > 0, "cdjlmnstCDJLMNST".utf8.contains(bytes[index - 1]),
        index + 1 < bytes.count, Self.isLetter(bytes, at: index + 1)
      {
        contractions += 1
      }
      index += 1
    }
    if sentenceWords > 0, sentenceWords < 10 { shortSentences += 1 }
    heavyTransitions = Self.heavyTransitions(in: bytes)
  }

  private static func ends(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// How many bytes of white space stand at `index`: ASCII blanks, U+00A0, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private static func blank(in bytes: [UInt8], at index: Int) -> Int {
    let byte = bytes[index]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return 2 }
    guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF, index + 2 < bytes.count else { return 0 }
    switch (byte, bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// ASCII letters, and the Latin letters of U+00C0 to U+017F.
  private static func isLetter(_ bytes: [UInt8], at index: Int) -> Bool {
    let folded = bytes[index] | 0x20
    return (folded >= 0x61 && folded <= 0x7A) || (bytes[index] >= 0xC3 && bytes[index] <= 0xC5)
  }

  /// How many heavy transitions stand in the text, without regard to the case of ASCII letters.
  private static func heavyTransitions(in bytes: [UInt8]) -> Int {
    var count = 0
    for index in bytes.indices where startsHeavy[Int(bytes[index])] {
      count += heavy.count { phrase in
        phrase.count <= bytes.count - index
          && phrase.indices.allSatisfy { lowered(bytes[index + $0]) == phrase[$0] }
      }
    }
    return count
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
