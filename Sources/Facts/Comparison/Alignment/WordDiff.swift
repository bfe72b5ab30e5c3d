import Languages

/// Which words of two paired sentences stayed and which were changed, by their longest common subsequence.
struct WordDiff {
  /// A run of words that were replaced, taken out or put in, between words that stayed.
  struct Hunk {
    /// In the baseline's tokens; empty where words were put in.
    let original: Range<Int>
    /// In the candidate's tokens; empty where words were taken out.
    let restated: Range<Int>
  }

  let hunks: [Hunk]
  /// For each word of the baseline its place in the candidate's sentence; -1 for those that did not stay.
  private let stayed: [Int]
  private let originalStart: Int
  private let restatedStart: Int
  private let hunkOfOriginal: [Int]
  private let hunkOfRestated: [Int]

  /// - Parameters:
  ///   - a: the tokens of a sentence of the baseline.
  ///   - b: the tokens of its counterpart.
  init(_ shared: SharedWords, _ a: Range<Int>, _ b: Range<Int>) {
    let (words, others) = (Array(shared.baseline.words[a]), Array(shared.candidate.words[b]))
    let kept = Self.commonWords(words, others)
    var hunks: [Hunk] = []
    var hunkOfOriginal = [Int](repeating: -1, count: words.count)
    var hunkOfRestated = [Int](repeating: -1, count: others.count)
    var i = 0
    var j = 0
    for (x, y) in kept + [(words.count, others.count)] {
      if x > i || y > j {
        for index in i..<x { hunkOfOriginal[index] = hunks.count }
        for index in j..<y { hunkOfRestated[index] = hunks.count }
        hunks.append(
          Hunk(original: a.lowerBound + i..<a.lowerBound + x, restated: b.lowerBound + j..<b.lowerBound + y))
      }
      i = x + 1
      j = y + 1
    }
    self.hunks = hunks
    var stayed = [Int](repeating: -1, count: words.count)
    for (x, y) in kept { stayed[x] = y }
    self.stayed = stayed
    self.hunkOfOriginal = hunkOfOriginal
    self.hunkOfRestated = hunkOfRestated
    originalStart = a.lowerBound
    restatedStart = b.lowerBound
  }

  /// A hunk and those beside it.
  func hunks(around number: Int) -> ArraySlice<Hunk> {
    hunks[max(0, number - 1)..<min(hunks.count, number + 2)]
  }

  /// Where a word of the baseline stands in the candidate; `nil` when it did not stay.
  func place(ofOriginal token: Int) -> Int? {
    let index = token - originalStart
    return stayed.indices.contains(index) && stayed[index] >= 0 ? restatedStart + stayed[index] : nil
  }

  /// The hunk that the baseline's words fall into; `nil` when they all stayed.
  func hunk(ofOriginal tokens: Range<Int>) -> Int? {
    Self.hunk(tokens, originalStart, hunkOfOriginal)
  }

  /// The hunk that the candidate's words fall into; `nil` when they all stayed.
  func hunk(ofRestated tokens: Range<Int>) -> Int? {
    Self.hunk(tokens, restatedStart, hunkOfRestated)
  }

  private static func hunk(_ tokens: Range<Int>, _ start: Int, _ hunks: [Int]) -> Int? {
    tokens.lazy.map { $0 - start }.filter { hunks.indices.contains($0) && hunks[$0] >= 0 }.first.map { hunks[$0] }
  }

  /// The pairs of positions of a longest common subsequence, in order.
  private static func commonWords(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
    var head: [(Int, Int)] = []
    var first = 0
    while first < a.count, first < b.count, a[first] == b[first] {
      head.append((first, first))
      first += 1
    }
    var tail: [(Int, Int)] = []
    var lastA = a.count
    var lastB = b.count
    while lastA > first, lastB > first, a[lastA - 1] == b[lastB - 1] {
      lastA -= 1
      lastB -= 1
      tail.append((lastA, lastB))
    }
    let width = lastB - first + 1
    // Sentences have at most a few hundred tokens, so the table stays small.
    var lengths = [Int32](repeating: 0, count: (lastA - first + 1) * width)
    do {
      var table = lengths.mutableSpan
      for i in (0..<lastA - first).reversed() {
        let (word, row) = (a[first + i], i * width)
        // What the table holds behind this place, in the row below and in its own.
        var (diagonal, behind): (Int32, Int32) = (0, 0)
        for j in (0..<width - 1).reversed() {
          let below = table[row + width + j]
          behind = word == b[first + j] ? diagonal + 1 : max(below, behind)
          diagonal = below
          table[row + j] = behind
        }
      }
    }
    var i = 0
    var j = 0
    while i < lastA - first, j < lastB - first {
      if a[first + i] == b[first + j] {
        head.append((first + i, first + j))
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return head + tail.reversed()
  }
}

/// The differences of paired sentences, each found once and only when it is asked for.
final class WordDiffs {
  private let words: SharedWords
  private let baseline: FactSheet
  private let candidate: FactSheet
  /// For each sentence of the baseline the difference last asked for, and from which of the candidate's.
  private var known: [(sentence: Int, diff: WordDiff)?]

  init(_ words: SharedWords, baseline: FactSheet, candidate: FactSheet) {
    self.words = words
    self.baseline = baseline
    self.candidate = candidate
    known = Array(repeating: nil, count: baseline.passage.sentences.count)
  }

  subscript(sentence: Int, other: Int) -> WordDiff {
    if let found = known[sentence], found.sentence == other { return found.diff }
    let diff = WordDiff(
      words, baseline.passage.sentences[sentence].tokens, candidate.passage.sentences[other].tokens)
    known[sentence] = (other, diff)
    return diff
  }
}
