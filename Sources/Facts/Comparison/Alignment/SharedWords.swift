import Languages

/// The words of two versions by numbers that both share, so that they are compared without a look at their letters.
struct SharedWords: Sendable {
  /// The words of one version.
  struct Version: Sendable {
    /// For each token the number of its folded text.
    let words: [Int]
    /// For each token what it says, the number of its stem or of its digits; -1 where it says nothing.
    let said: [Int]

    /// - Parameter stems: for each token the number of its stem; -1 where it has none.
    fileprivate init(_ tokens: [Token], _ words: [Int], _ stems: [Int], _ digits: inout Digits) {
      var said = stems
      for index in tokens.indices where tokens[index].kind == .digits { said[index] = digits.number(of: words[index]) }
      self.words = words
      self.said = said
    }
  }

  let baseline: Version
  let candidate: Version
  /// How many different things tokens say.
  let count: Int

  init(unchanged sheet: FactSheet) {
    let (passage, stems) = (sheet.passage, sheet.passage.stems)
    var digits = Digits(behind: stems.numbers.count, among: passage.words.count)
    baseline = Version(passage.tokens, passage.words.ofToken, stems.ofToken, &digits)
    candidate = baseline
    count = digits.next
  }

  init(baseline: FactSheet, candidate: FactSheet) {
    let (mine, theirs) = (baseline.passage, candidate.passage)
    // What the baseline has keeps its numbers; what the candidate alone has comes behind.
    let forms = theirs.words.numbers.numbered(as: mine.words.numbers)
    let stems = theirs.stems.numbers.numbered(as: mine.stems.numbers)
    let words = theirs.words.ofToken.map { forms.numbers[$0] }
    var digits = Digits(behind: stems.count, among: forms.count)
    self.baseline = Version(mine.tokens, mine.words.ofToken, mine.stems.ofToken, &digits)
    self.candidate = Version(
      theirs.tokens, words, theirs.stems.ofToken.map { $0 < 0 ? -1 : stems.numbers[$0] }, &digits)
    count = digits.next
  }

  /// Numbers for digits, behind those of the stems.
  fileprivate struct Digits {
    private(set) var next: Int
    /// For each word its number; -1 where it has none yet.
    private var ofWord: [Int]

    init(behind count: Int, among words: Int) {
      next = count
      ofWord = Array(repeating: -1, count: words)
    }

    mutating func number(of word: Int) -> Int {
      if ofWord[word] < 0 {
        ofWord[word] = next
        next += 1
      }
      return ofWord[word]
    }
  }

  /// What stands at a token of one version: what it says, or, behind all that tokens say, the small word that it is.
  func key(at token: Int, of version: Version) -> Int {
    version.said[token] >= 0 ? version.said[token] : count + version.words[token]
  }
}
