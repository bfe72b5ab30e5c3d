import Languages

/// A span of the calendar that something is done in or once in: a day, « chaque semestre », "quarterly".
struct Period: Hashable {
  let dimension: Unit.Dimension
  /// In seconds or in months.
  let length: ExactNumber

  init?(_ unit: Unit) {
    self.init(unit.dimension, unit.factor)
  }

  /// The period of an amount of time; `nil` for another amount.
  init?(_ figure: Figure) {
    guard figure.upper == nil, let unit = figure.unit else { return nil }
    self.init(unit.dimension, figure.baseValue)
  }

  /// The period of a rate, by the name that all packs give it: `rate.quarter`.
  init?(rate: String) {
    guard let known = Self.rates[rate] else { return nil }
    self.init(known.dimension, ExactNumber(known.length))
  }

  private init?(_ dimension: Unit.Dimension, _ length: ExactNumber) {
    guard dimension == .duration || dimension == .other("month") else { return nil }
    self.dimension = dimension
    self.length = dimension == .duration && length == Self.fifteenDays ? Self.fortnight : length
  }

  /// « Quinze jours » are a fortnight.
  private static let fifteenDays = ExactNumber(1_296_000)
  private static let fortnight = ExactNumber(1_209_600)

  private static let rates: [String: (dimension: Unit.Dimension, length: Int)] = [
    "rate.second": (.duration, 1), "rate.minute": (.duration, 60), "rate.hour": (.duration, 3600),
    "rate.day": (.duration, 86_400), "rate.week": (.duration, 604_800), "rate.fortnight": (.duration, 1_209_600),
    "rate.month": (.other("month"), 1), "rate.quarter": (.other("month"), 3), "rate.half-year": (.other("month"), 6),
    "rate.year": (.other("month"), 12), "rate.decade": (.other("month"), 120), "rate.century": (.other("month"), 1200),
  ]
}

extension FactSheet {
  /// A period that a sentence speaks of.
  struct PeriodMention {
    let period: Period
    let tokens: Range<Int>
    /// Whether a number stands with it, so that it is a figure.
    let isFact: Bool
    /// Whether it says how often something is.
    var isRate = false
  }

  /// The periods that a sentence speaks of: rates, amounts of time, and units of time that stand alone.
  func periods(ofSentence sentence: Int) -> [PeriodMention] {
    let tokens = passage.tokens
    let (scopes, units) = (passage.pack.scopes, passage.pack.units)
    let bounds = passage.sentences[sentence].tokens
    var facts = self.facts[factsOfSentence[sentence]]
    var found: [PeriodMention] = []
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      while let fact = facts.first, fact.tokens.upperBound <= index { facts.removeFirst() }
      if let fact = facts.first, fact.tokens.contains(index) {
        if let period = fact.figure.flatMap({ Period($0) }) {
          found.append(PeriodMention(period: period, tokens: fact.tokens, isFact: true, isRate: isRate(fact)))
        }
        index = fact.tokens.upperBound
      } else if let match = scopes.match(tokens, at: index), let period = Period(rate: match.value) {
        found.append(
          PeriodMention(period: period, tokens: index..<index + match.count, isFact: false, isRate: true))
        index += match.count
      } else if let match = units.match(tokens, at: index), let period = Period(match.value), isOne(index) {
        found.append(PeriodMention(period: period, tokens: index..<index + match.count, isFact: false))
        index += match.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether an amount of time says how often something is: "every two weeks", « tous les six mois ».
  func isRate(_ fact: Fact) -> Bool {
    let start = passage.sentences[fact.sentence].tokens.lowerBound
    return [1, 2].contains { length in
      let first = fact.tokens.lowerBound - length
      guard first >= start, let match = passage.pack.quantifiers.match(passage.tokens, at: first) else { return false }
      return match.value == .all && match.count <= length
    }
  }

  /// Whether the number one stands there in words: « un mois ».
  private func isNumberOne(_ index: Int) -> Bool {
    guard passage.tokens[index].kind == .word else { return false }
    return NumberReader(passage.pack).number(in: passage.tokens, at: index).map { $0.value == .one } ?? false
  }

  /// Whether a unit can be meant to be one there: "these days" are no span, and « / mois » is one of them.
  private func isOne(_ index: Int) -> Bool {
    let token = passage.tokens[index]
    guard token.kind == .word, token.folded.utf8.count > 1 else { return false }
    return !token.folded.hasSuffix("s") || passage.pack.stem(token.folded) == token.folded
      || index > 0 && (passage.tokens[index - 1].isCharacter("/") || isNumberOne(index - 1))
  }
}
