import Languages

/// Sums, differences and spans of time that a candidate works out of two amounts or dates which stand beside them:
/// « 12 millions en 2022 et 15 millions en 2023, soit 27 millions en tout ».
extension AmountComparison {
  /// Whether the amount comes of two that stand in its sentence, and that the baseline knows.
  func isWorkedOut(_ fact: Fact) -> Bool {
    guard let figure = fact.figure, figure.upper == nil, !figure.isOrdinal, figure.form != .multiplier,
      figure.form != .fraction
    else { return false }
    let beside = candidate.facts[candidate.factsOfSentence[fact.sentence]].prefix(Self.mostOperands)
      .filter { $0.tokens != fact.tokens && isKnown($0) }
    let figures = beside.compactMap(\.figure)
    return isSumOrDifference(figure, of: figures.flatMap { $0.ends ?? [$0] }) || isRest(figure, of: figures)
      || isSpan(figure, between: beside.flatMap(Self.moments))
  }

  private static let mostOperands = 16

  private func isKnown(_ fact: Fact) -> Bool {
    isSpread(fact, over: baseline.facts, baselineIndex)
      || baselineIndex.facts(near: fact).contains { index in
        let relation = relation(of: fact, to: baseline.facts[index])
        return relation == .same || relation == .derived || isEnd(fact, of: baseline.facts[index])
          || relation == .otherUnit && fact.figure?.unit == nil
      }
  }

  private func isSumOrDifference(_ figure: Figure, of operands: [Figure]) -> Bool {
    operands.indices.contains { first in
      operands[(first + 1)...].contains { second in
        let (a, b) = (operands[first], second)
        // « 12 millions d'euros, puis 15 millions »: the unit is told once.
        guard a.unit == nil || b.unit == nil || a.unit?.dimension == b.unit?.dimension, a != b,
          let difference = max(a.baseValue, b.baseValue).subtracting(min(a.baseValue, b.baseValue))
        else { return false }
        let isDifference = difference == figure.baseValue
        let isSum = a.baseValue.adding(b.baseValue) == figure.baseValue
        // What two shares differ by is told in points, percentage points or not.
        if a.unit?.dimension == .percent {
          let isInPoints = figure.unit?.dimension == .other("point")
          return isDifference && (isInPoints || figure.kind == .share) || isSum && figure.kind == .share
        }
        // Small numbers without a unit come of too many others.
        guard figure.unit != nil || figure.value > Self.smallCount else { return false }
        let unit = a.unit ?? b.unit
        return (figure.unit == nil || unit == nil || figure.unit?.dimension == unit?.dimension)
          && (isDifference || isSum)
      }
    }
  }

  /// Whether a share is what several others leave of the whole: « 54 % et 28 %, le reste, soit 18 % ».
  private func isRest(_ figure: Figure, of parts: [Figure]) -> Bool {
    guard let share = figure.percentage else { return false }
    let shares = parts.filter { $0.upper == nil }.compactMap(\.percentage)
    let total = shares.reduce(share as ExactNumber?) { sum, part in sum?.adding(part) }
    return shares.count > 1 && total == .hundred
  }

  /// A month of the calendar by its number, or a year by that of its first month.
  private typealias Moment = (month: Int, isYear: Bool)

  private static func moments(of fact: Fact) -> [Moment] {
    guard case .date(let date, let until) = fact.value else { return [] }
    return [date, until].compactMap(\.self).compactMap { date in
      guard let year = date.year, !date.isDecade, date.quarter == nil, date.half == nil else { return nil }
      return (12 * year + (date.month ?? 0), date.month == nil)
    }
  }

  /// Whether so many months or years lie between two dates, the last one counted or not: "four years, from 2019 to 2023".
  private func isSpan(_ figure: Figure, between moments: [Moment]) -> Bool {
    guard figure.unit?.dimension == .other("month") else { return false }
    return moments.indices.contains { first in
      moments[(first + 1)...].contains { second in
        guard moments[first].isYear == second.isYear else { return false }
        let months = abs(moments[first].month - second.month)
        let step = second.isYear ? 12 : 1
        return months > 0 && [months, months + step].contains { ExactNumber($0) == figure.baseValue }
      }
    }
  }

  // MARK: From one amount to another

  /// Two amounts of which one leads to the other, in the other order in the candidate: « de 10 communes à 55 » became
  /// « de 55 à 10 communes ».
  func turnedMoves(_ partner: [Int?]) -> [(Int, Int)] {
    baseline.facts.indices.dropLast().flatMap { first -> [(Int, Int)] in
      guard let mine = partner[first], let theirs = partner[first + 1], theirs + 1 == mine,
        leads(first, in: baseline), leads(theirs, in: candidate)
      else { return [] }
      return [(first, mine), (first + 1, theirs)]
    }
  }

  /// Whether an amount is where something stood, and the next one where it went.
  private func leads(_ fact: Int, in sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let (start, end) = (sheet.facts[fact], sheet.facts[fact + 1])
    guard start.sentence == end.sentence, let from = start.figure, let to = end.figure, from.kind == to.kind,
      from.baseValue != to.baseValue
    else { return false }
    let between = start.tokens.upperBound..<max(start.tokens.upperBound, end.boundedTokens.lowerBound)
    guard (1...Self.widestMove).contains(between.count) else { return false }
    return between.contains { index in
      guard let link = passage.pack.rangeConnectives.match(passage.tokens, at: index) else { return false }
      return !link.value && index + link.count == between.upperBound && passage.tokens[index].kind == .word
        && between.prefix { $0 < index }.allSatisfy { passage.tokens[$0].kind == .word }
    }
  }

  /// How many tokens stand between two such amounts at most: "communes à".
  private static let widestMove = 4
}
