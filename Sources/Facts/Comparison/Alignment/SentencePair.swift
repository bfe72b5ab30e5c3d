import Languages
/// Two sentences that say the same in other words, with the words that correspond.
struct SentencePair {
  /// A word both versions can be held together by, and its token.
  private struct Anchor {
    let key: Int
    let token: Int
  }

  private let original: [Anchor]
  private let restated: [Anchor]
  /// For each anchor of the original its anchor in the restatement, and the other way.
  private let forth: [Int?]
  private let back: [Int?]
  private let originalBounds: Range<Int>
  private let restatedBounds: Range<Int>

  /// How far from a corresponding word a region reaches, in tokens.
  private static let reach = 7

  /// - Parameter apart: tokens of either version that are compared for themselves and hold nothing together.
  init(
    _ words: SharedWords, baseline: FactSheet, sentence: Int, apart: [Range<Int>], candidate: FactSheet,
    sentence other: Int, apart otherApart: [Range<Int>]
  ) {
    original = Self.anchors(of: baseline, words.baseline, sentence: sentence, apart: apart)
    restated = Self.anchors(of: candidate, words.candidate, sentence: other, apart: otherApart)
    originalBounds = baseline.passage.sentences[sentence].tokens
    restatedBounds = candidate.passage.sentences[other].tokens
    var forth = [Int?](repeating: nil, count: original.count)
    var back = [Int?](repeating: nil, count: restated.count)
    for (index, anchor) in original.enumerated() {
      for (match, other) in restated.enumerated() where other.key == anchor.key && back[match] == nil {
        forth[index] = match
        back[match] = index
        break
      }
    }
    self.forth = forth
    self.back = back
  }

  /// Where in the other version the words in `range` would stand.
  struct Region {
    /// The tokens between the words that correspond to the neighbours.
    let tokens: Range<Int>
    /// Whether the word before and the word after both have a counterpart, and these are neighbours too.
    let isExact: Bool
    /// Whether the word after has a counterpart.
    let hasFollower: Bool
  }

  /// Returns the candidate's region for words of the baseline; `nil` when no neighbour has a counterpart.
  func region(ofBaseline range: Range<Int>) -> Region? {
    Self.region(of: range, from: original, to: restated, by: forth, bounds: restatedBounds)
  }

  /// Returns the baseline's region for words of the candidate.
  func region(ofCandidate range: Range<Int>) -> Region? {
    Self.region(of: range, from: restated, to: original, by: back, bounds: originalBounds)
  }

  private static func region(
    of range: Range<Int>, from: [Anchor], to: [Anchor], by map: [Int?], bounds: Range<Int>
  ) -> Region? {
    // Two amounts that each stand alone.
    if from.isEmpty, to.isEmpty { return Region(tokens: bounds, isExact: true, hasFollower: false) }
    let next = from.firstIndex { $0.token >= range.upperBound }
    let previous = from.lastIndex { $0.token < range.lowerBound }
    let follower = next.flatMap { map[$0] }
    let leader = previous.flatMap { map[$0] }
    var lower = Int.max
    var upper = Int.min
    if let follower {
      let before = follower > 0 ? to[follower - 1].token + 1 : bounds.lowerBound
      lower = min(lower, max(before, to[follower].token - reach))
      upper = max(upper, to[follower].token)
    }
    if let leader {
      let after = leader + 1 < to.count ? to[leader + 1].token : bounds.upperBound
      lower = min(lower, to[leader].token + 1)
      upper = max(upper, min(after, to[leader].token + 1 + reach))
    }
    let isExact: Bool =
      switch (previous, leader, next, follower) {
      case (_, let a?, _, let b?): b == a + 1
      case (nil, _, _, let b?): b == 0
      case (_, let a?, nil, _): a == to.count - 1
      default: false
      }
    // At the edge of a sentence nothing else is near.
    if isExact, previous == nil { lower = bounds.lowerBound }
    if isExact, next == nil { upper = bounds.upperBound }
    guard lower <= upper else { return nil }
    return Region(tokens: lower..<upper, isExact: isExact, hasFollower: follower != nil)
  }

  private static func anchors(
    of sheet: FactSheet, _ words: SharedWords.Version, sentence: Int, apart: [Range<Int>]
  ) -> [Anchor] {
    let (said, stems) = (words.said, sheet.passage.stems.ofToken)
    // A very long "sentence" is a list of words, not a claim.
    let tokens = sheet.passage.sentences[sentence].tokens.prefix(400)
    var result: [Anchor] = []
    result.reserveCapacity(tokens.count)
    for index in tokens
    where said[index] >= 0 && !sheet.isApparatus[index] && !apart.contains(where: { $0.contains(index) }) {
      result.append(Anchor(key: stems[index] < 0 ? figure : said[index], token: index))
    }
    return result
  }

  /// All figures are one word.
  private static let figure = -1
}
