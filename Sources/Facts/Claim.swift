import Languages
import StructuredText

/// A word that decides what a sentence claims of its facts: take it out or turn it round, and the claim is another one.
struct Claim: Sendable {
  enum Kind: Hashable, Sendable {
    case negation
    case direction(Direction)
    /// More than (1) or less than (-1), where no figure stands next to it.
    case comparison(Int)
    case quantifier(Quantifier)
    case hedge
    /// A population or a territory: France, Europe, PME.
    case scope(String)
    /// A word with an opposite.
    case pole(String)
  }

  let kind: Kind
  let tokens: Range<Int>
}

/// A claim that a candidate makes otherwise than its baseline.
package struct ClaimChange: Sendable {
  package enum Kind: Hashable, Sendable {
    case negationAdded, negationRemoved, directionFlipped, comparisonFlipped, quantifierChanged, hedgeRemoved
    case scopeChanged, oppositeStated
    /// A word of the article's subject has become another.
    case termReplaced
  }

  package let kind: Kind
  /// The words in the baseline's tokens; for something added, those beside its place.
  package let baseline: Range<Int>
  /// The words in the candidate's tokens; for something removed, those beside its place.
  package let candidate: Range<Int>
  /// Whether the rest of the sentence is told alike enough to prove it: told freely, words change that claim nothing else.
  package var isSure = true
}

/// Finds the claims of one sentence.
struct ClaimReader {
  let sheet: FactSheet
  /// For each different word of the text, what may start with it; `nil` until it is asked: most sentences stayed as they
  /// were.
  private var knownStarts: [Starts?]

  /// What claims, or is known to claim nothing, and may start with a word.
  private struct Starts: OptionSet {
    let rawValue: UInt16

    static let scope = Starts(rawValue: 1 << 0)
    static let negation = Starts(rawValue: 1 << 1)
    static let hedge = Starts(rawValue: 1 << 2)
    static let quantifier = Starts(rawValue: 1 << 3)
    static let direction = Starts(rawValue: 1 << 4)
    static let comparator = Starts(rawValue: 1 << 5)
    static let transition = Starts(rawValue: 1 << 6)
    static let emptyDenial = Starts(rawValue: 1 << 7)
    /// The word has an opposite, or its stem has one.
    static let pole = Starts(rawValue: 1 << 8)
    static let poleOfStem = Starts(rawValue: 1 << 9)
    static let noQuantity = Starts(rawValue: 1 << 10)
  }

  init(sheet: FactSheet) {
    self.sheet = sheet
    knownStarts = Array(repeating: nil, count: sheet.passage.words.count)
  }

  /// Most sentences claim no more than this.
  private static let fewClaims = 8

  mutating func claims(ofSentence sentence: Int) -> [Claim] {
    // Held here, because what may start with a word is noted while it is read.
    let sheet = sheet
    let pack = sheet.passage.pack
    let bounds = sheet.passage.sentences[sentence].tokens
    var result: [Claim] = []
    result.reserveCapacity(Self.fewClaims)
    var dates = sheet.facts[sheet.factsOfSentence[sentence]].filter { $0.date != nil }.map(\.tokens)[...]
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      // "May" in a date is no possibility; which day of the week it is, is said all the same.
      if let date = dates.first, index >= date.lowerBound {
        result += date.compactMap(weekday)
        index = max(index, date.upperBound)
        dates.removeFirst()
        continue
      }
      // Most words make no claim.
      guard !sheet.isApparatus[index], sheet.passage.tokens[index].kind == .word, case let starts = starts(at: index),
        !starts.isEmpty
      else {
        index += 1
        continue
      }
      // « n'est-ce pas ? » negates nothing.
      if starts.contains(.emptyDenial), let wording = pack.emptyDenials.match(sheet.passage.tokens, at: index),
        case let denial = pack.negations.match(sheet.passage.tokens, at: index)?.count ?? 0, denial <= wording.count
      {
        // "Free of charge" denies nothing, and is still the opposite of "paid".
        let pole = starts.contains(.pole) && denial > 1 ? Claim.Kind.pole(sheet.passage.tokens[index].folded) : nil
        if let pole { result.append(Claim(kind: pole, tokens: index..<index + wording.count)) }
        index += max(1, wording.count)
        continue
      }
      // « le nombre de » tells no quantity.
      if starts.contains(.noQuantity), let wording = pack.noQuantities.match(sheet.passage.tokens, at: index) {
        index += max(1, wording.count)
        continue
      }
      if starts.contains(.negation), isAnswer(at: index, in: bounds) {
        index += 1
        continue
      }
      if starts.contains(.transition), let phrase = transition(at: index) {
        index += phrase
        continue
      }
      // "It is possible to book" says what can be done, and "as soon as possible" when.
      if starts.contains(.hedge), let hedge = pack.hedges.match(sheet.passage.tokens, at: index), hedge.value == .able,
        hedge.count > 1, pack.negations.match(sheet.passage.tokens, at: index) == nil,
        // « S'il » leads a condition.
        pack.scopes.match(sheet.passage.tokens, at: index).map({ $0.count < hedge.count }) ?? true,
        // "However, it may".
        !(index..<index + hedge.count).contains(where: { sheet.passage.tokens[$0].isCharacter(",") })
      {
        index += (1..<hedge.count).first { denies(at: index + $0, in: bounds) } ?? hedge.count
        continue
      }
      if let claim = claim(at: index, in: bounds, starts), !isForbidding(claim, behind: result) {
        if claim.kind != .negation || !isJoined(at: index, in: bounds, to: result) { result.append(claim) }
        index = max(index + 1, claim.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return withoutDeniedDenials(result, in: bounds)
  }

  /// Whether "may" stands behind a denial of its clause, and says what is not allowed: "no name may be typed in".
  private func isForbidding(_ claim: Claim, behind claims: [Claim]) -> Bool {
    let passage = sheet.passage
    guard claim.kind == .hedge, passage.pack.modals.match(passage.tokens, at: claim.tokens.lowerBound)?.value == "may",
      let denial = claims.last(where: \.kind.isDenial)
    else { return false }
    return (denial.tokens.upperBound..<max(denial.tokens.upperBound, claim.tokens.lowerBound)).allSatisfy {
      passage.tokens[$0].kind != .mark || passage.tokens[$0].folded == "'"
    }
  }

  /// The claims without denials that are denied, which affirm: « nul ne refuse », "not unable to".
  private func withoutDeniedDenials(_ claims: [Claim], in bounds: Range<Int>) -> [Claim] {
    let passage = sheet.passage
    var dropped: Set<Int> = []
    for (number, claim) in claims.enumerated()
    where claim.kind == .negation && !passage.stems[claim.tokens.lowerBound].isEmpty && !dropped.contains(number) {
      let before = claim.tokens.lowerBound - 1
      let isPartner =
        before >= bounds.lowerBound && passage.pack.negations.match(passage.tokens, at: before)?.value == .partner
      let isDenial = { (index: Int) in index != number && claims[index].kind.isDenial && !dropped.contains(index) }
      let last = claims.indices.last { isDenial($0) && claims[$0].tokens.upperBound <= before + 1 }
      let next = claims.indices.first { isDenial($0) && claims[$0].tokens.lowerBound == claim.tokens.upperBound }
      let other =
        last.flatMap { before + 1 - claims[$0].tokens.upperBound <= (isPartner ? Self.longestSubject : 0) ? $0 : nil }
        ?? (isPartner ? next : nil)
      if let other { dropped.formUnion([number, other]) }
    }
    return dropped.isEmpty ? claims : claims.indices.filter { !dropped.contains($0) }.map { claims[$0] }
  }

  /// « Nul, aujourd'hui, ne refuse »: how far before the partner the subject that denies may stand, in tokens.
  private static let longestSubject = 8

  /// What may start with the word at `index`.
  private mutating func starts(at index: Int) -> Starts {
    let number = sheet.passage.words.ofToken[index]
    if let known = knownStarts[number] { return known }
    let (word, pack) = (sheet.passage.words.hash(of: number), sheet.passage.pack)
    var result: Starts = []
    if pack.hasOpposite(word) { result.insert(.pole) }
    if let stem = sheet.passage.stemHash(at: index), pack.hasOpposite(stem) { result.insert(.poleOfStem) }
    guard pack.mayStartClaim(word) else {
      knownStarts[number] = result
      return result
    }
    if pack.scopes.mayStart(with: word) { result.insert(.scope) }
    if pack.negations.mayStart(with: word) { result.insert(.negation) }
    if pack.hedges.mayStart(with: word) { result.insert(.hedge) }
    if pack.quantifiers.mayStart(with: word) { result.insert(.quantifier) }
    if pack.directions.mayStart(with: word) { result.insert(.direction) }
    if pack.comparators.mayStart(with: word) { result.insert(.comparator) }
    if pack.transitions.mayStart(with: word) { result.insert(.transition) }
    if pack.emptyDenials.mayStart(with: word) { result.insert(.emptyDenial) }
    if pack.noQuantities.mayStart(with: word) { result.insert(.noQuantity) }
    knownStarts[number] = result
    return result
  }

  /// Whether the word answers a question, and denies what was asked: « Est-ce fini ? Non, il reste du travail. »
  private func isAnswer(at index: Int, in bounds: Range<Int>) -> Bool {
    let passage = sheet.passage
    guard index == bounds.lowerBound, index + 1 < bounds.upperBound, passage.tokens[index + 1].kind == .mark else {
      return false
    }
    let sentence = passage.sentenceOfToken[index]
    guard sentence > 0, passage.sentences[sentence - 1].isQuestion else { return false }
    return passage.pack.negations.match(passage.tokens, at: index)?.count == 1
  }

  /// How many words a transition takes there that claims nothing: "after all".
  private func transition(at index: Int) -> Int? {
    let (passage, pack) = (sheet.passage, sheet.passage.pack)
    guard let match = pack.transitions.match(passage.tokens, at: index), match.count > 1,
      pack.scopes.match(passage.tokens, at: index).map({ $0.count < match.count }) ?? true,
      pack.negations.match(passage.tokens, at: index) == nil
    else { return nil }
    return match.count
  }

  /// The day of the week named at `index`.
  private func weekday(at index: Int) -> Claim? {
    guard let match = sheet.passage.pack.scopes.match(sheet.passage.tokens, at: index),
      match.value.hasPrefix(Self.weekdays)
    else { return nil }
    return Claim(kind: .scope(match.value), tokens: index..<index + match.count)
  }

  private static let weekdays = "weekday."

  private func claim(at index: Int, in bounds: Range<Int>, _ starts: Starts) -> Claim? {
    let tokens = sheet.passage.tokens
    let pack = sheet.passage.pack
    func claim(_ kind: Claim.Kind, _ count: Int) -> Claim? {
      index + count <= bounds.upperBound ? Claim(kind: kind, tokens: index..<index + count) : nil
    }
    // The longest phrase tells: « chaque année » is a rate, « presque aucun » a quantity; of equals, the first kind here.
    var longest: (kind: Claim.Kind?, count: Int)?
    func consider(_ kind: Claim.Kind?, _ count: Int) {
      if count > longest?.count ?? 0 { longest = (kind, count) }
    }
    if starts.contains(.quantifier), let match = pack.quantifiers.match(tokens, at: index),
      !(match.value == .none && isCounted(index, in: bounds))
    {
      consider(.quantifier(match.value), match.count)
    }
    if starts.contains(.negation), let match = pack.negations.match(tokens, at: index) {
      // "22 instead of 38": amounts are compared with amounts.
      let denies =
        denies(at: index, in: bounds)
        && !(pack.contrasts.match(tokens, at: index) != nil && startsAmount(at: index + match.count, in: bounds))
        && !isBound(index)
      // A completion without its partner is another word: « plus de monde ».
      if denies || match.value == .partner { consider(denies ? .negation : nil, match.count) }
    }
    // What somebody wants is told as certain often enough (“will”); what is possible or foretold is not.
    if starts.contains(.hedge), let match = pack.hedges.match(tokens, at: index),
      match.value == .possible || match.value == .foreseen,
      // "Almost finished"; "almost 40" is the figure's own.
      match.count > 1 || !startsFact(index + 1) || pack.comparators.match(tokens, at: index) == nil
    {
      consider(.hedge, match.count)
    }
    if starts.contains(.direction), let match = pack.directions.match(tokens, at: index) {
      consider(.direction(match.value), match.count)
    }
    if starts.contains(.scope), let match = scope(at: index),
      !(match.value == Self.exception && isInBound(index..<index + match.count, in: bounds))
    {
      consider(.scope(isCauseAnswered(index, match.value, in: bounds) ? Self.cause : match.value), match.count)
    }
    // "Or more" follows its figure; in "smaller and more secure" it compares nothing.
    if starts.contains(.comparator), pack.rangeConnectives.match(tokens, at: index)?.value != true,
      let match = pack.comparators.match(tokens, at: index), let side = match.value.side,
      index + match.count < bounds.upperBound, !startsFact(index + match.count), !endsFact(at: index),
      !isRestricting(index, in: bounds)
    {
      consider(.comparison(side), match.count)
    }
    if let longest { return longest.kind.flatMap { claim($0, longest.count) } }
    let isListed = starts.contains(.pole)
    guard isListed || starts.contains(.poleOfStem) else { return nil }
    // The bound of a figure is compared with the figure; a preposition is no verb: « devant ».
    return isBound(index) || pack.prepositions.match(tokens, at: index) != nil
      ? nil : claim(.pole(isListed ? tokens[index].folded : sheet.passage.stems[index]), 1)
  }

  /// Whether a negation stands at `index`: « plus » is one where its partner stands before it.
  private func denies(at index: Int, in bounds: Range<Int>) -> Bool {
    guard let match = sheet.passage.pack.negations.match(sheet.passage.tokens, at: index) else { return false }
    return match.value == .full || match.value == .joined
      || (match.value == .completion && isCompleted(at: index, in: bounds))
  }

  /// Whether the negation at `index` is one with another: « n'est consacré ni à l'un, ni à l'autre » denies once.
  ///
  /// What denies before the partner is another one: « Faute d'outil, ils ne savent ni planifier ni suivre ».
  private func isJoined(at index: Int, in bounds: Range<Int>, to claims: [Claim]) -> Bool {
    let passage = sheet.passage
    let negations = passage.pack.negations
    guard negations.match(passage.tokens, at: index)?.value == .joined else { return false }
    let partner = (bounds.lowerBound..<index).last { negations.match(passage.tokens, at: $0)?.value == .partner }
    return claims.contains { $0.kind.isDenial && $0.tokens.lowerBound > partner ?? -1 }
  }

  /// Whether a completion only restricts with its partner: « La prime n'est plus que de 1 200 euros ».
  private func isRestricting(_ index: Int, in bounds: Range<Int>) -> Bool {
    let (passage, negations) = (sheet.passage, sheet.passage.pack.negations)
    return negations.match(passage.tokens, at: index)?.value == .completion
      && (max(bounds.lowerBound, index - Self.nearPartner)..<index).contains {
        negations.match(passage.tokens, at: $0)?.value == .partner
      }
  }

  /// « n'est plus que ».
  private static let nearPartner = 2

  /// Whether a partner of the negation stands a few words before it.
  private func isCompleted(at index: Int, in bounds: Range<Int>) -> Bool {
    // « Il ne reste plus que 3 places ».
    guard sheet.passage.pack.comparators.match(sheet.passage.tokens, at: index) == nil else { return false }
    return (max(bounds.lowerBound, index - Self.farthestPartner)..<index).contains {
      sheet.passage.pack.negations.match(sheet.passage.tokens, at: $0)?.value == .partner
    }
  }

  /// « ne les a presque jamais plus ».
  private static let farthestPartner = 5

  /// Whether a number stands right before: « 1,43 personne » is somebody.
  private func isCounted(_ index: Int, in bounds: Range<Int>) -> Bool {
    index > bounds.lowerBound && sheet.passage.tokens[index - 1].kind == .digits
  }

  /// The scope whose words start there; what looks like a bound in time and is one of an amount tells an order at most:
  /// "before 10:00".
  private func scope(at index: Int) -> (value: String, count: Int)? {
    let (tokens, pack) = (sheet.passage.tokens, sheet.passage.pack)
    guard let match = pack.scopes.match(tokens, at: index) else { return nil }
    guard isBoundOfAmount(index..<index + match.count, match.value) else { return match }
    guard let word = pack.scopes.match([tokens[index]], at: 0), word.value.hasPrefix("order.") else { return nil }
    return word
  }

  /// Whether what looks like a bound in time is one of an amount: "down from 36".
  private func isBoundOfAmount(_ tokens: Range<Int>, _ scope: String) -> Bool {
    guard scope.hasPrefix("bound."), let last = tokens.last, last < sheet.passage.tokens.count,
      sheet.passage.tokens[last].kind == .digits
    else { return false }
    let next = sheet.facts.partitioningIndex { $0.tokens.upperBound > last }
    return next < sheet.facts.count && sheet.facts[next].tokens.contains(last) && sheet.facts[next].figure != nil
  }

  /// Whether the words are those that bound an amount: « à moins de 15 mètres », « à moins d'une heure » is no exception.
  private func isInBound(_ tokens: Range<Int>, in bounds: Range<Int>) -> Bool {
    let passage = sheet.passage
    guard let bound = passage.pack.comparators.match(passage.tokens, at: tokens.lowerBound),
      case let number = tokens.lowerBound + bound.count, tokens.upperBound <= number + 1, number + 1 < bounds.upperBound
    else { return false }
    if tokens.allSatisfy(isBound) { return true }
    // « Une » is no number before every word.
    return NumberReader(passage.pack).number(in: [passage.tokens[number]], at: 0) != nil
      && passage.pack.units.match(passage.tokens, at: number + 1) != nil
  }

  /// Whether a condition only leads to its cause: « Si le marché ferme, c'est que… ».
  private func isCauseAnswered(_ index: Int, _ scope: String, in bounds: Range<Int>) -> Bool {
    let passage = sheet.passage
    return scope == "link.condition"
      && (index + 1..<bounds.upperBound).contains {
        passage.tokens[$0 - 1].isCharacter(",") && passage.pack.causeAnswers.match(passage.tokens, at: $0) != nil
      }
  }

  private static let cause = "link.cause"
  private static let exception = "link.except"

  /// Whether the word belongs to the bound of a figure: "more" in "more than 72%".
  private func isBound(_ index: Int) -> Bool {
    let next = sheet.facts.partitioningIndex { $0.tokens.lowerBound >= index }
    return (max(0, next - 1)..<min(sheet.facts.count, next + 1)).contains {
      sheet.facts[$0].bound?.contains(index) == true
    }
  }

  /// Whether an amount stands there, between quotation marks or not.
  private func startsAmount(at index: Int, in bounds: Range<Int>) -> Bool {
    let tokens = sheet.passage.tokens
    let place = index < bounds.upperBound && tokens[index].folded == "\"" ? index + 1 : index
    return startsFact(place) || place < bounds.upperBound && tokens[place].kind == .digits
  }

  /// Whether a fact stands right before: "twice as much as" bounds nothing.
  private func endsFact(at index: Int) -> Bool {
    let next = sheet.facts.partitioningIndex { $0.tokens.upperBound >= index }
    return next < sheet.facts.count && sheet.facts[next].tokens.upperBound == index
  }

  private func startsFact(_ index: Int) -> Bool { sheet.startsFact(within: 1, behind: index..<index) }
}
