import Languages
import StructuredText

/// What one amount says of another.
extension AmountComparison {
  /// Whether one amount says what the other says, what follows from it, or something else.
  func relation(of restated: Fact, to original: Fact) -> Figure.Relation {
    switch (restated.value, original.value) {
    case (.figure(let a), .figure(let b)): return a.relation(to: b)
    case (.date(let a, let aUntil), .date(let b, let bUntil)):
      if a == b, aUntil == bUntil { return .same }
      // A date told less exactly is still true; told more exactly it needs support. « De mars à mai de la même année ».
      if let aUntil, let bUntil {
        return a.isTold(by: b) && aUntil.isTold(by: bUntil) ? .derived : .other
      }
      return aUntil == nil && bUntil == nil && a.agrees(with: b) && a.precision < b.precision ? .derived : .other
    // « en 2024 » read as a year here and as a count there.
    case (.figure(let figure), .date(let date, nil)), (.date(let date, nil), .figure(let figure)):
      return date.isYear && figure.unit == nil && figure.value == date.year.map { ExactNumber($0) } ? .derived : .other
    default: return .other
    }
  }

  /// As `relation`, with shares told by what they leave: « 59 % n'ont pas d'emploi » for « 41 % ont un emploi ».
  func restatement(_ restated: Fact, of original: Fact) -> Figure.Relation {
    let relation = relation(of: restated, to: original)
    if relation == .other, isSignTold(restated, of: original) { return .derived }
    if relation == .other, isPlaceTold(restated, of: original) { return .derived }
    if relation == .other,
      isFactorTold(restated, of: original) || areCents(restated, original) || isScaleTold(restated, of: original)
    {
      return .derived
    }
    if relation == .otherUnit,
      isUnitTold(restated, of: original) || isFortnight(restated, original) || isAgeTold(restated, of: original)
    {
      return .derived
    }
    guard relation == .other, isComplement(restated, of: original) else { return relation }
    let isDenied =
      claims.isDenial(baseline: original.sentence, candidate: restated.sentence)
      || self.isDenied(original, in: baseline) != self.isDenied(restated, in: candidate)
        && original.context.similarity(to: restated.context) >= Self.leastForRest
    return isDenied ? .derived : .other
  }

  /// How alike the words around a share are to those around what it leaves, at least, where one of them is denied.
  private static let leastForRest = 40

  /// Whether one is so many days, and the other about so many of what it does not say: « quinze jours », « une quinzaine ».
  private func isFortnight(_ restated: Fact, _ original: Fact) -> Bool {
    guard let mine = restated.figure, let theirs = original.figure, mine.isVague || theirs.isVague else { return false }
    let unit = mine.unit ?? theirs.unit
    return (mine.unit == nil) != (theirs.unit == nil) && unit?.dimension == .duration && unit?.factor == Self.day
  }

  private static let day = ExactNumber(86_400)

  /// Whether one is somebody's age in years, and the other the number alone behind the name: "71-year-old Dorothy Keane",
  /// "Dorothy Keane, 71, a midwife".
  private func isAgeTold(_ restated: Fact, of original: Fact) -> Bool {
    guard let mine = original.figure, let theirs = restated.figure, let unit = mine.unit ?? theirs.unit,
      unit.dimension == .other("month"), unit.factor == Self.year
    else { return false }
    return mine.unit == nil ? isBehindName(original, in: baseline) : isBehindName(restated, in: candidate)
  }

  private static let year = ExactNumber(12)

  /// Whether the number stands alone behind a name: "Dorothy Keane, 71, a midwife", "Dorothy Keane is 71."
  private func isBehindName(_ fact: Fact, in sheet: FactSheet) -> Bool {
    let (tokens, bounds) = (sheet.passage.tokens, sheet.passage.sentences[fact.sentence].tokens)
    let (before, next) = (fact.tokens.lowerBound - 1, fact.tokens.upperBound)
    guard before > bounds.lowerBound, tokens[before - 1].isCapitalized,
      tokens[before].isCharacter(",") || tokens[before].isCharacter("(")
        || sheet.passage.pack.stopWords.contains(tokens[before])
    else { return false }
    return next >= bounds.upperBound || tokens[next].kind == .mark
  }

  /// Whether one is a share by which something moved, and the other the part or the multiple that was left: « -50 % »,
  /// « réduit de moitié ».
  func isFactorTold(_ restated: Fact, of original: Fact) -> Bool {
    guard let mine = original.figure, let theirs = restated.figure,
      (mine.form == .multiplier) != (theirs.form == .multiplier)
    else { return false }
    let (factor, share) = mine.form == .multiplier ? (mine, theirs) : (theirs, mine)
    guard share.upper == nil, share.unit?.dimension == .percent,
      let part = share.value.divided(by: .hundred)
    else { return false }
    let direction = mine.form == .multiplier ? restated.direction : original.direction
    let isFall = share.value < .zero || direction == .down
    guard isFall || direction == .up else { return false }
    let left = isFall && share.value > .zero ? ExactNumber.one.subtracting(part) : ExactNumber.one.adding(part)
    return left == factor.value
  }

  /// Whether cents, which are of no currency by their word alone, are the hundredth part of the other amount.
  private func areCents(_ restated: Fact, _ original: Fact) -> Bool {
    guard let mine = original.figure, let theirs = restated.figure, let unit = mine.unit, let other = theirs.unit,
      case .currency = unit.dimension, case .currency = other.dimension, mine.upper == nil, theirs.upper == nil,
      (unit.name == Self.cent) != (other.name == Self.cent), mine.baseValue == theirs.baseValue
    else { return false }
    let (cent, whole) = unit.name == Self.cent ? (unit, other) : (other, unit)
    // Where both currencies are spoken of, it matters which one is meant.
    return whole.factor == .one
      && !baseline.facts.contains { fact in
        guard let known = fact.figure?.unit else { return false }
        return known.dimension == cent.dimension && known.name != Self.cent
      }
  }

  private static let cent = "¢"

  /// Whether one has its sign in figures and the other in words: « -50 % » and « une baisse de 50 % ».
  private func isSignTold(_ restated: Fact, of original: Fact) -> Bool {
    guard let mine = original.figure, let theirs = restated.figure, mine.value != theirs.value,
      mine.unit?.dimension == theirs.unit?.dimension, mine.upper == nil, theirs.upper == nil,
      mine.value.adding(theirs.value) == .zero
    else { return false }
    let isMinus = mine.value < .zero
    // "Fell to −5 °C" tells where it is now, and no word tells its sign.
    if isLevel(original, baseline) || isLevel(restated, candidate) { return false }
    // "Fell by 2%", "fell by −2%": the word stayed, and the sign came.
    if !isMinus, original.direction == .down, restated.direction == .down { return false }
    // "Rose by 9.8% after a fall of 4.6%": what fell is another amount.
    if let direction = (isMinus ? restated : original).direction { return direction == .down }
    let told = isMinus ? claims.candidate[restated.sentence] : claims.baseline[original.sentence]
    return told.contains { $0.kind == .direction(.down) }
  }

  /// Whether something moved to an amount, and not by it.
  private func isLevel(_ fact: Fact, _ sheet: FactSheet) -> Bool {
    let before = fact.boundedTokens.lowerBound - 1
    return before >= sheet.passage.sentences[fact.sentence].tokens.lowerBound
      && sheet.passage.pack.prepositions.match(sheet.passage.tokens, at: before)?.value == "to"
  }

  /// Whether one counts something by its place and the other is its number, as a label: « deuxième année », « Master 2 ».
  func isPlaceTold(_ restated: Fact, of original: Fact) -> Bool {
    guard let mine = restated.figure, let theirs = original.figure, mine.isOrdinal != theirs.isOrdinal,
      mine.value == theirs.value
    else { return false }
    return mine.isOrdinal ? isLabel(original, baseline) : isLabel(restated, candidate)
  }

  /// Whether a number in digits counts nothing: no word that says something follows it at once.
  private func isLabel(_ fact: Fact, _ sheet: FactSheet) -> Bool {
    guard let figure = fact.figure, figure.unit == nil, figure.form == .digits, figure.upper == nil else {
      return false
    }
    let end = fact.tokens.upperBound
    return end >= sheet.passage.sentences[fact.sentence].tokens.upperBound || sheet.passage.stems[end].isEmpty
  }

  /// Whether the unit stands with an amount before it: "from five years to three".
  func isUnitTold(_ restated: Fact, of original: Fact) -> Bool {
    if restated.figure?.unit != nil, original.figure?.unit == nil {
      return isUnitBefore(original, baseline, of: restated) || isUnitBehind(original, baseline, of: restated)
    }
    return isUnitBefore(restated, candidate, of: original) || isUnitBehind(restated, candidate, of: original)
  }

  /// Whether one word stands between the number and the unit: "twelve consecutive months" for "twelve months in a row".
  private func isUnitBehind(_ fact: Fact, _ sheet: FactSheet, of other: Fact) -> Bool {
    let (passage, end) = (sheet.passage, fact.tokens.upperBound)
    guard let unit = other.figure?.unit, end + 1 < passage.sentences[fact.sentence].tokens.upperBound,
      passage.tokens[end].kind == .word, !passage.stems[end].isEmpty,
      let match = passage.pack.units.match(passage.tokens, at: end + 1)
    else { return false }
    return match.value.dimension == unit.dimension && match.value.factor == unit.factor
  }

  func isUnitBefore(_ fact: Fact, _ sheet: FactSheet, of other: Fact) -> Bool {
    guard let mine = fact.figure, mine.unit == nil, let unit = other.figure?.unit else { return false }
    let hasUnit = sheet.facts[sheet.factsOfSentence[fact.sentence]].contains { told in
      guard let other = told.figure?.unit, told.tokens.lowerBound < fact.tokens.lowerBound else { return false }
      return other.dimension == unit.dimension && other.factor == unit.factor
    }
    if hasUnit { return true }
    if case .currency = unit.dimension, mine.places < 0 { return currency(before: fact, in: sheet) == unit.dimension }
    return isUnitNamed(unit, before: fact, sheet)
  }

  /// Whether the scale and the unit of one stand with another amount of its sentence: « 17 millions d'euros sur 44 », « des 44
  /// millions d'euros, 17 ».
  private func isScaleTold(_ restated: Fact, of original: Fact) -> Bool {
    guard let mine = original.figure, let theirs = restated.figure, (mine.unit == nil) != (theirs.unit == nil)
    else { return false }
    return mine.unit == nil
      ? isScaled(original, baseline, to: theirs) : isScaled(restated, candidate, to: mine)
  }

  private func isScaled(_ fact: Fact, _ sheet: FactSheet, to whole: Figure) -> Bool {
    guard let bare = fact.figure, bare.form == .digits, bare.upper == nil, whole.upper == nil, let unit = whole.unit
    else {
      return false
    }
    return sheet.facts[sheet.factsOfSentence[fact.sentence]].contains { other in
      guard let told = other.figure, told.unit?.dimension == unit.dimension, told.places < 0,
        let scale = Self.scales.first(where: { $0.digits >= -told.places })
      else { return false }
      return bare.value.multiplied(by: scale.factor) == whole.value
    }
  }

  /// What thousands, millions and billions multiply by.
  private static let scales: [FigureReader.Scale] = [
    (ExactNumber(1000), 3), (ExactNumber(1_000_000), 6), (ExactNumber(1_000_000_000), 9),
  ]

  /// The currency of the paragraph's last sum of money before an amount: « 1,3 million d'euros… 0,8 million ».
  private func currency(before fact: Fact, in sheet: FactSheet) -> Unit.Dimension? {
    let block = sheet.passage.sentences[fact.sentence].block
    let end = sheet.facts.partitioningIndex { $0.tokens.lowerBound >= fact.tokens.lowerBound }
    for other in sheet.facts[..<end].suffix(Self.mostSums).reversed() {
      guard sheet.passage.sentences[other.sentence].block == block else { return nil }
      if let unit = other.figure?.unit, case .currency = unit.dimension { return unit.dimension }
    }
    return nil
  }

  private static let mostSums = 16

  /// Whether the last unit that the paragraph names before the number is this one: "the last few years; only five of them".
  private func isUnitNamed(_ unit: Unit, before fact: Fact, _ sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let start = passage.tokensOfBlock[passage.sentences[fact.sentence].block].lowerBound
    for index in (max(start, fact.tokens.lowerBound - Self.farthestUnit)..<fact.tokens.lowerBound).reversed() {
      guard passage.tokens[index].kind == .word, let match = passage.pack.units.match(passage.tokens, at: index),
        !isRate(index, passage)
      else { continue }
      return match.value.dimension == unit.dimension && match.value.factor == unit.factor
    }
    return false
  }

  private static let farthestUnit = 24

  /// Whether the unit there says how often something is: "a month".
  private func isRate(_ unit: Int, _ passage: Passage) -> Bool {
    [1, 2].contains { length in
      guard let match = unit < length ? nil : passage.pack.scopes.match(passage.tokens, at: unit - length) else {
        return false
      }
      return match.count > length && Period(rate: match.value) != nil
    }
  }

  /// Whether one is the lower or the upper end of the range that the other is, or the month that both are in.
  func isEnd(_ restated: Fact, of original: Fact) -> Bool {
    switch (restated.value, original.value) {
    case (.figure(let a), .figure(let b)): return a.isEnd(of: b) || b.ends?.last.map { isTop(a, $0) } == true
    case (.date(let date, nil), .date(let start, let end?)):
      // Days of one month are that month.
      return date == start || date == end
        || date.precision < start.precision && date.agrees(with: start) && date.agrees(with: end)
    default: return false
    }
  }

  /// Whether an amount of another form than the restated one still stands beside it: a range and what its ends differ by.
  func isToldBeside(_ original: Fact, _ restated: Fact) -> Bool {
    guard let mine = original.figure, let theirs = restated.figure,
      (mine.upper == nil) != (theirs.upper == nil) || mine.unit?.dimension != theirs.unit?.dimension
    else { return false }
    let beside = candidate.facts[candidate.factsOfSentence[restated.sentence]]
    let before = baseline.facts[baseline.factsOfSentence[original.sentence]]
    let isKept =
      beside.contains { relation(of: $0, to: original) == .same }
      || isSpread(original, over: candidate.facts, candidateIndex)
    return isKept && before.contains { relation(of: restated, to: $0) == .same || isEnd(restated, of: $0) }
  }

  /// Whether the share is what the other one leaves, told beside it: « 44 % n'ont pas accès » became « 56 % ont accès,
  /// 44 % n'y ont pas accès ».
  func isRestBeside(_ restated: Fact, of original: Fact) -> Bool {
    guard isComplement(restated, of: original) else { return false }
    let isDenied = isDenied(original, in: baseline)
    return isDenied != self.isDenied(restated, in: candidate)
      && candidate.facts[candidate.factsOfSentence[restated.sentence]].contains {
        relation(of: $0, to: original) == .same && self.isDenied($0, in: candidate) == isDenied
      }
  }

  /// Whether what is said of the fact is denied: between it and the next one.
  func isDenied(_ fact: Fact, in sheet: FactSheet) -> Bool {
    let passage = sheet.passage
    let next = sheet.facts[sheet.factsOfSentence[fact.sentence]].first {
      $0.tokens.lowerBound >= fact.tokens.upperBound
    }
    let end = next?.tokens.lowerBound ?? passage.sentences[fact.sentence].tokens.upperBound
    return (fact.tokens.upperBound..<max(fact.tokens.upperBound, end)).contains {
      passage.pack.negations.match(passage.tokens, at: $0) != nil
    }
  }

  /// Whether both shares make a whole.
  func isComplement(_ restated: Fact, of original: Fact) -> Bool {
    guard let a = restated.figure, let b = original.figure else { return false }
    return a.isComplement(of: b)
  }
}
