import Languages

/// Reads marks that lead to the entry of a number: `[1]`, `[1, 3]`, `[source 1]`, `(note 1)`, `(Insee, n° 1)`, `(S1)`, `[B]`,
/// `¹`.
struct NoteMarkReader {
  let tokens: [Token]
  let markers: PhraseTable<NoteMarker>
  /// The letters that the entries have before their numbers, and none where a letter counts them: `[B]`; `nil` where they have
  /// plain numbers.
  let letter: String?

  struct Mark {
    enum Form { case square, round, raised }
    let tokens: Range<Int>
    let form: Form
    /// The numbers, each with the words that name its entry in front of it: « Insee, n° 1 ».
    let parts: [(number: Int, name: Range<Int>)]
    /// Whether each number is told to be that of a source or a note.
    let isNamed: Bool

    var numbers: [Int] { parts.map(\.number) }
  }

  /// The numbers that an entry may have.
  static let numbers = 1...199
  /// In tokens.
  private static let longest = 24
  /// « voir source n° 1 »: words in front of a number.
  private static let mostMarkers = 3

  init(_ passage: Passage, letter: String? = nil) {
    self.letter = letter
    tokens = passage.tokens
    markers = passage.pack.noteMarkers
  }

  /// The mark that begins with the token.
  func mark(at start: Int) -> Mark? {
    guard tokens[start].kind == .mark else { return nil }
    if let number = raisedNumber(at: start) {
      return Mark(tokens: start..<number.end, form: .raised, parts: [(number.value, start..<start)], isNamed: false)
    }
    let isSquare = tokens[start].isCharacter("[")
    guard isSquare || tokens[start].isCharacter("("), start + 2 < tokens.count else { return nil }
    let closing: Unicode.Scalar = isSquare ? "]" : ")"
    var parts: [(number: Int, name: Range<Int>)] = []
    var isNamed = true
    var part = start + 1
    var index = start + 1
    while index < min(tokens.count, start + Self.longest), tokens[index].gap != .lineBreak {
      let isEnd = tokens[index].isCharacter(closing)
      if isEnd || tokens[index].isCharacter(";") || tokens[index].isCharacter(",") {
        if let number = number(in: part..<index) {
          // « source 1, 2 »: what is said of the first number is said of all.
          parts.append((number.value, part..<part))
          isNamed = isNamed && (number.marker == .source || !parts.dropLast().isEmpty && number.marker == nil)
        } else if let comma = comma(in: part..<index), let number = number(in: comma + 1..<index), number.marker != nil
        {
          parts.append((number.value, part..<comma))
        } else if isEnd || tokens[index].isCharacter(";") {
          return nil
        } else {
          index += 1
          continue
        }
        if isEnd { break }
        part = index + 1
      }
      index += 1
    }
    guard index < tokens.count, tokens[index].isCharacter(closing), !parts.isEmpty else { return nil }
    return Mark(
      tokens: start..<index + 1, form: isSquare ? .square : .round, parts: parts,
      isNamed: isNamed || parts.contains { !$0.name.isEmpty })
  }

  /// The number that a few tokens are, the words for a source and a number in front of it: « 1 », « note n° 1 ».
  func number(in range: Range<Int>) -> (value: Int, marker: NoteMarker?)? {
    var index = range.lowerBound
    var marker: NoteMarker?
    for _ in 0..<Self.mostMarkers {
      guard index < range.upperBound, tokens[index].kind == .word, let match = markers.match(tokens, at: index) else {
        break
      }
      index += match.count
      if marker != .source { marker = match.value }
      while index < range.upperBound, [".", "°"].contains(tokens[index].folded) { index += 1 }
    }
    if let letter, index + 1 == range.upperBound, let label = Self.label(tokens[index], inBrackets: true),
      label.letter == letter
    {
      return (label.number, .source)
    }
    if index < range.upperBound, tokens[index].isCharacter("#") { index += 1 }
    guard index + 1 == range.upperBound, tokens[index].kind == .digits, let value = Int(tokens[index].folded),
      Self.numbers.contains(value)
    else { return nil }
    return (value, marker)
  }

  /// The letter and the number of a word that labels an entry: `S1` a source, `R1` a reference, `N1` a note; in brackets and
  /// in a column of its own also `Q1`, `REF2`, and `B`, which is the second.
  static func label(_ token: Token, inBrackets isApart: Bool = false) -> (letter: String, number: Int)? {
    guard token.kind == .word, token.folded.utf8.count <= longestLetters + 3,
      token.folded.utf8.allSatisfy({ $0 < 0x80 })
    else { return nil }
    let letters = token.folded.prefix { !$0.isNumber }
    let digits = token.folded.dropFirst(letters.count)
    if isApart, digits.isEmpty, letters.utf8.count == 1, token.isCapitalized, let letter = letters.utf8.first {
      return ("", Int(letter) - Int(UInt8(ascii: "a")) + 1)
    }
    guard (1...(isApart ? longestLetters : 1)).contains(letters.count), isApart || "srn".contains(letters),
      let number = Int(digits), numbers.contains(number)
    else { return nil }
    return (String(letters), number)
  }

  /// `ref` of `REF2`.
  private static let longestLetters = 4

  /// The number in raised digits at the token: `¹²`.
  func raisedNumber(at start: Int) -> (value: Int, end: Int)? {
    var value = 0
    var index = start
    while index < tokens.count, index == start || tokens[index].gap == .none, let digit = tokens[index].raisedDigit,
      value < Self.numbers.upperBound
    {
      value = value * 10 + digit
      index += 1
    }
    return Self.numbers.contains(value) ? (value, index) : nil
  }

  private func comma(in range: Range<Int>) -> Int? { range.last { tokens[$0].isCharacter(",") } }
}
