import Languages

/// Reads marks that lead to the entry of a number: `[1]`, `[1, 3]`, `[1–3]`, `[source 1]`, `(note 1)`, `(Insee, n° 1)`, `(S1)`, `[B]`,
/// `¹`.
struct NoteMarkReader {
  let tokens: [Token]
  let markers: PhraseTable<NoteMarker>
  /// "and", which joins two numbers.
  private let connectives: PhraseTable<Bool>
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
    connectives = passage.pack.rangeConnectives
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
    var isListed = true
    var part = start + 1
    var index = start + 1
    while index < min(tokens.count, start + Self.longest), tokens[index].gap != .lineBreak {
      let isEnd = tokens[index].isCharacter(closing)
      if isEnd || isJoint(index) {
        if let found = numbers(in: part..<index) {
          // « source 1, 2 »: what is said of the first number is said of all.
          isNamed = isNamed && (found.marker == .source || !parts.isEmpty && found.marker == nil)
          isListed = isListed && found.values.count == 1 && (isEnd || [",", ";"].contains(tokens[index].folded))
          parts += found.values.map { ($0, part..<part) }
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
    isNamed = isNamed || parts.contains { !$0.name.isEmpty }
    // « (1-3) », « (1/2) » may be anything.
    guard isSquare || isNamed || isListed else { return nil }
    return Mark(tokens: start..<index + 1, form: isSquare ? .square : .round, parts: parts, isNamed: isNamed)
  }

  /// Whether what stands there joins two numbers of entries: "1, 2", "1; 2", "1 and 2", "1/2".
  private func isJoint(_ index: Int) -> Bool {
    Self.joints.contains(tokens[index].folded) || connectives.match(tokens, at: index)?.value == true
  }

  private static let joints: Set<String> = [",", ";", "/", "&", "+"]

  /// The one number that a few tokens are, the words for a source and a number in front of it: « 1 », « note n° 1 ».
  func number(in range: Range<Int>) -> (value: Int, marker: NoteMarker?)? {
    guard let found = numbers(in: range), found.values.count == 1 else { return nil }
    return (found.values[0], found.marker)
  }

  /// The numbers that a few tokens are: « n° 1 », and also "1,2" without a blank and `1–3`, `S1-S3`.
  private func numbers(in range: Range<Int>) -> (values: [Int], marker: NoteMarker?)? {
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
    guard index < range.upperBound else { return nil }
    if let letter, let label = label(at: index, inBrackets: true), label.letter == letter {
      let end = last(behind: label.end, to: range.upperBound)
      return Self.run(from: [label.number], to: end?.number, isOver: (end?.end ?? label.end) == range.upperBound)
        .map { ($0, .source) }
    }
    if tokens[index].isCharacter("#") { index += 1 }
    guard index < range.upperBound, tokens[index].kind == .digits else { return nil }
    let values = tokens[index].folded.split(separator: ",", omittingEmptySubsequences: false).map {
      Int($0).flatMap { Self.numbers.contains($0) ? $0 : nil }
    }
    let end = last(behind: index + 1, to: range.upperBound)
    return Self.run(
      from: values.compactMap(\.self), to: end?.number,
      isOver: !values.contains(nil) && (end?.end ?? index + 1) == range.upperBound
    ).map { ($0, marker) }
  }

  /// The number behind a dash: 3 of `1–3`, `S1-S3` and `S1-3`.
  private func last(behind dash: Int, to bound: Int) -> (number: Int, end: Int)? {
    guard dash + 1 < bound, tokens[dash].isCharacter("-") else { return nil }
    if let letter, let label = label(at: dash + 1, inBrackets: true), label.letter == letter {
      return (label.number, label.end)
    }
    return tokens[dash + 1].kind == .digits ? Int(tokens[dash + 1].folded).map { ($0, dash + 2) } : nil
  }

  /// The numbers up to the last one, if there is one.
  private static func run(from values: [Int], to last: Int?, isOver: Bool) -> [Int]? {
    guard isOver, let first = values.last else { return nil }
    guard let last else { return values }
    return numbers.contains(last) && first < last && last - first < longestRun ? values + Array(first + 1...last) : nil
  }

  /// How many entries `[1–9]` cites at most.
  private static let longestRun = 20

  /// The letters and the number of a label of an entry, and where it ends: `S1` and `S-1` a source, `R1` a reference, `N1` a
  /// note; in brackets and in a column of its own also `Q1`, and `B`, which is the second.
  func label(at index: Int, inBrackets isApart: Bool = false) -> (letter: String, number: Int, end: Int)? {
    let token = tokens[index]
    guard token.kind == .word, token.folded.utf8.count <= Self.longestLetters + 3,
      token.folded.utf8.allSatisfy({ $0 < 0x80 })
    else { return nil }
    let letters = String(token.folded.prefix { !$0.isNumber })
    var digits = token.folded.dropFirst(letters.count)
    var end = index + 1
    if digits.isEmpty, end < tokens.count, tokens[end].kind == .digits, tokens[end].gap == .hyphen {
      digits = tokens[end].folded[...]
      end += 1
    }
    if isApart, digits.isEmpty, letters.utf8.count == 1, token.isCapitalized, let letter = letters.utf8.first {
      return ("", Int(letter) - Int(UInt8(ascii: "a")) + 1, end)
    }
    guard (1...Self.longestLetters).contains(letters.count), isApart || Self.knownLetters.contains(letters),
      let number = Int(digits), Self.numbers.contains(number)
    else { return nil }
    return (letters, number, end)
  }

  /// What labels an entry without brackets.
  private static let knownLetters: Set<String> = ["s", "r", "n", "src", "ref"]

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
