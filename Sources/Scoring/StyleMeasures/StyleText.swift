import StructuredText

/// What stands in a text, markup included, as the pipeline that stamps articles sees it.
struct StyleText: Sendable {
  /// A piece between runs of `.`, `!` and `?`.
  struct Piece: Sendable {
    let words: Int
    let range: TextRange
  }

  /// How many pieces there are between white space.
  private(set) var words = 0
  private(set) var questionMarks: [TextRange] = []
  private(set) var exclamationMarks: [TextRange] = []
  private(set) var pieces: [Piece] = []
  /// One of c d j l m n s t, a straight apostrophe, and letters.
  private(set) var contractions: [TextRange] = []

  private let bytes: [UInt8]
  private let start: Int

  /// Reads `bytes` from `start` on.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = min(max(0, start), bytes.count)
    read()
  }

  private mutating func read() {
    var pieceStart = start
    var pieceWords = 0
    var isInWord = false
    var index = start
    while true {
      // Most bytes are letters of a word that is counted already.
      if isInWord { index = bytes.firstIndex(in: index..<bytes.count) { ($0 | 0x20) &- 0x61 >= 26 } }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      let blank = byte == 0x20 ? 1 : byte &- 0x21 < 0x5F ? 0 : Self.blank(in: bytes, at: index)
      if blank > 0 {
        isInWord = false
        index += blank
        continue
      }
      if Self.ends(byte) {
        if byte == UInt8(ascii: "?") { questionMarks.append(TextRange(index, index + 1)) }
        if byte == UInt8(ascii: "!") { exclamationMarks.append(TextRange(index, index + 1)) }
        if pieceWords > 0 { pieces.append(Piece(words: pieceWords, range: TextRange(pieceStart, index + 1))) }
        pieceWords = 0
        // The mark is part of a word between blanks, but what follows it is a sentence of its own.
        if !isInWord { words += 1 }
        isInWord = true
        index += 1
        if index < bytes.count, !Self.ends(bytes[index]), Self.blank(in: bytes, at: index) == 0 {
          pieceWords = 1
          pieceStart = index
        }
        continue
      }
      if !isInWord {
        words += 1
        if pieceWords == 0 { pieceStart = index }
        pieceWords += 1
        isInWord = true
      }
      if byte == UInt8(ascii: "'"), index > start, "cdjlmnstCDJLMNST".utf8.contains(bytes[index - 1]),
        index + 1 < bytes.count, Self.isLetter(bytes, at: index + 1)
      {
        contractions.append(TextRange(index - 1, index + 1))
      }
      index += 1
    }
    if pieceWords > 0 { pieces.append(Piece(words: pieceWords, range: TextRange(pieceStart, bytes.count))) }
  }

  /// Where phrases stand, without regard to the case of ASCII letters.
  func places(of phrases: [String]) -> [TextRange] {
    let wanted = phrases.map { $0.utf8.map(Self.lowered) }.filter { !$0.isEmpty }
    // For each byte a bit for each phrase that begins with it, and for each one that may go on with it.
    var beginning = [UInt64](repeating: 0, count: 256)
    var following = beginning
    for (number, phrase) in wanted.enumerated() {
      let bit: UInt64 = 1 << UInt64(number % 64)
      beginning[Int(phrase[0])] |= bit
      if phrase.count > 1 {
        following[Int(phrase[1])] |= bit
      } else {
        for byte in following.indices { following[byte] |= bit }
      }
    }
    for capital in 0x41...0x5A {
      beginning[capital] = beginning[capital | 0x20]
      following[capital] = following[capital | 0x20]
    }
    var places: [TextRange] = []
    var next = start
    while true {
      let index = bytes.firstIndex(in: next..<bytes.count) { beginning[Int($0)] != 0 }
      guard index < bytes.count else { break }
      next = index + 1
      var begun = beginning[Int(bytes[index])]
      if index + 1 < bytes.count { begun &= following[Int(bytes[index + 1])] }
      guard begun != 0 else { continue }
      for (number, phrase) in wanted.enumerated()
      where begun >> UInt64(number % 64) & 1 != 0 && phrase.count <= bytes.count - index {
        var count = 0
        while count < phrase.count, Self.lowered(bytes[index + count]) == phrase[count] { count += 1 }
        if count == phrase.count { places.append(TextRange(index, index + count)) }
      }
    }
    return places
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

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
