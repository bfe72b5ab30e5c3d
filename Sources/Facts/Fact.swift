package import Languages

/// An atomic, checkable amount or date in the text, with what it is about.
package struct Fact: Sendable {
  package enum Value: Hashable, Sendable {
    case figure(Figure)
    case date(PartialDate, until: PartialDate?)
  }

  package let value: Value
  /// The words that state it, in the sheet's tokens.
  package let tokens: Range<Int>
  /// The words of its comparator, beside `tokens`: « plus de », "or more".
  package let bound: Range<Int>?
  /// Its sentence, in the sheet's sentences.
  package let sentence: Int
  /// The words that say what it is about.
  package let context: FactContext
  /// Which way the amount moves, when the words around it say so.
  package let direction: Direction?
  /// The words of its direction, beside `tokens`: « augmenté », "fell".
  package let move: Range<Int>?

  /// The words that state it, with those of its comparator.
  package var boundedTokens: Range<Int> {
    guard let bound else { return tokens }
    return min(bound.lowerBound, tokens.lowerBound)..<max(bound.upperBound, tokens.upperBound)
  }

  /// The words that state it, with those of its direction.
  package var movedTokens: Range<Int> {
    guard let move else { return tokens }
    return min(move.lowerBound, tokens.lowerBound)..<max(move.upperBound, tokens.upperBound)
  }

  package var figure: Figure? {
    if case .figure(let figure) = value { figure } else { nil }
  }

  package var date: PartialDate? {
    if case .date(let date, _) = value { date } else { nil }
  }

  /// Whether a reader would not miss it: small numbers in words.
  package var isIncidental: Bool { figure?.isIncidental ?? false }

  /// Whether the two could be readings of one thing, whatever their amounts: two dates, two shares, two sums of money.
  package func isComparable(to other: Fact) -> Bool {
    switch (value, other.value) {
    case (.date, .date): true
    case (.figure(let a), .figure(let b)):
      if a.isOrdinal != b.isOrdinal { false } else { a.kind == b.kind || a.value == b.value }
    default: false
    }
  }
}

extension Figure {
  /// The kinds whose amounts can stand for one another.
  package enum Kind: Hashable, Sendable { case share, money, measure(Unit.Dimension), multiplier, count }

  package var kind: Kind {
    if isShare { return .share }
    guard let unit else { return form == .multiplier ? .multiplier : .count }
    switch unit.dimension {
    case let dimension where dimension.isShare: return .share
    case .currency: return .money
    case .other("times"): return .multiplier
    default: return .measure(unit.dimension)
    }
  }
}

/// The words around a fact, weighted by how near they stand.
package struct FactContext: Sendable {
  /// A word before (`-`) or after (`+`) the fact, and its weight, 1 to 4.
  package struct Word: Sendable {
    package let stem: String
    let hash: WordHash
    package let isAfter: Bool
    package let weight: Int
  }

  package let words: [Word]
  private let total: Int

  package init(words: [Word]) {
    self.words = words
    self.total = words.reduce(0) { $0 + $1.weight }
  }

  package var isEmpty: Bool { words.isEmpty }

  /// How much two contexts share, 0 to 100: Dice's coefficient over the weights, words on the same side counting more.
  package func similarity(to other: FactContext) -> Int {
    if total + other.total == 0 { return 100 }
    if total == 0 || other.total == 0 { return 0 }
    var shared = 0
    var used = [Bool](repeating: false, count: other.words.count)
    for word in words {
      var best = -1
      var bestGain = 0
      for (index, candidate) in other.words.enumerated() where !used[index] && candidate.hash == word.hash {
        let nearer = min(word.weight, candidate.weight)
        let gain = candidate.isAfter == word.isAfter ? 4 * nearer : 2 * nearer
        if gain > bestGain {
          best = index
          bestGain = gain
        }
      }
      if best >= 0 {
        used[best] = true
        shared += bestGain
      }
    }
    return min(100, 100 * 2 * shared / (4 * (total + other.total)))
  }
}
