import Languages

/// A sentence that was edited while all around it stayed, with what tells the same in the other version.
///
/// What it claimed is claimed there, in any words, or nowhere. So a claim is compared with all of the counterpart, and not
/// with the words that stand in its place.
struct LoneEdit {
  private let mine: Side
  private let theirs: Side
  private let pack: LanguagePack
  private let places: [Int]

  /// All that one version has for the sentence.
  private struct Side {
    let sheet: FactSheet
    let claims: [Claim]
    let tokens: [Int]

    init(_ table: ClaimTable, _ sentences: [Int]) {
      sheet = table.sheet
      claims = sentences.flatMap { table[$0] }
      let (passage, isApparatus) = (sheet.passage, sheet.isApparatus)
      var tokens: [Int] = []
      tokens.reserveCapacity(sentences.reduce(0) { $0 + passage.sentences[$1].tokens.count })
      for sentence in sentences {
        for token in passage.sentences[sentence].tokens where !isApparatus[token] { tokens.append(token) }
      }
      self.tokens = tokens
    }

    var passage: Passage { sheet.passage }
    func has(_ kind: Claim.Kind) -> Bool { claims.contains { $0.kind == kind } }

    /// The end of the sentence that a claim stands in.
    func end(of claim: Range<Int>) -> Int {
      passage.sentences[passage.sentenceOfToken[claim.lowerBound]].tokens.upperBound
    }

    func start(of claim: Range<Int>) -> Int {
      passage.sentences[passage.sentenceOfToken[claim.lowerBound]].tokens.lowerBound
    }

    /// The nearest words behind a claim that say something, up to the next mark.
    func heads(_ claim: Range<Int>, _ count: Int) -> [Int] {
      let behind = claim.upperBound..<max(claim.upperBound, end(of: claim))
      return Array(
        behind.prefix { passage.tokens[$0].kind != .mark || passage.tokens[$0].isCharacter("\"") }
          .lazy.filter { !passage.stems[$0].isEmpty }.prefix(count))
    }
  }

  /// - Parameters:
  ///   - sentences: those of the baseline, the edited one among them.
  ///   - places: those of the candidate that restate them.
  init(_ tables: ClaimTables, baseline sentences: [Int], candidate places: [Int]) {
    mine = Side(tables.baseline, sentences)
    theirs = Side(tables.candidate, places)
    pack = tables.baseline.sheet.passage.pack
    self.places = places
  }

  /// What is claimed otherwise; `nil` where nothing proves it.
  func change() -> ClaimChange? {
    lostCondition() ?? otherQuantity() ?? otherOrder() ?? lostDenial() ?? newDenial() ?? turnedContrast()
  }

  /// All of the counterpart, to point at where something is missing.
  private var whole: Range<Int> {
    theirs.passage.sentences[places[0]].tokens
  }

  // MARK: Conditions

  /// A condition where the candidate has no word by which one thing can hang on another.
  private func lostCondition() -> ClaimChange? {
    if let any = theirs.claims.first(where: { $0.kind == .scope(Self.regardless) }), !mine.has(any.kind),
      let limit = lostLimit()
    {
      return ClaimChange(kind: .scopeChanged, baseline: limit..<limit + 1, candidate: any.tokens)
    }
    guard let condition = mine.claims.first(where: isCondition), !isOfHeading(condition),
      mine.claims.count(where: \.kind.isDenial) >= theirs.claims.count(where: \.kind.isDenial),
      !theirs.tokens.contains(where: { pack.conditions.match(theirs.passage.tokens, at: $0) != nil }),
      !theirs.claims.contains(where: isCondition)
    else { return nil }
    return ClaimChange(kind: .hedgeRemoved, baseline: condition.tokens, candidate: whole)
  }

  private static let regardless = "regardless.any"

  /// "We want you if:" over a list says no more than "Whom we want".
  private func isOfHeading(_ condition: Claim) -> Bool {
    mine.passage.sentences[mine.passage.sentenceOfToken[condition.tokens.lowerBound]].role == .heading
  }

  /// A small word by which something hung on another and that is gone.
  private func lostLimit() -> Int? {
    let said = Set(theirs.tokens.map { theirs.passage.tokens[$0].hash })
    return mine.tokens.first {
      mine.passage.stems[$0].isEmpty && pack.conditions.match(mine.passage.tokens, at: $0) != nil
        && !said.contains(mine.passage.tokens[$0].hash)
    }
  }

  /// Whether something hangs on what stands behind: not where somebody asks whether, nor where the reader is spoken to.
  private func isCondition(_ claim: Claim) -> Bool {
    guard claim.kind.isCondition else { return false }
    let (passage, place) = (mine.passage, claim.tokens.lowerBound)
    guard passage.tokens.indices.contains(claim.tokens.upperBound),
      // "Provided" may be what somebody did.
      claim.tokens.count > 1 || passage.stems[place].isEmpty
    else { return false }
    let before = max(mine.start(of: claim.tokens), place - 1)..<place
    let behind = claim.tokens.upperBound..<min(mine.end(of: claim.tokens), claim.tokens.upperBound + 2)
    return !before.contains { pack.questionLeads.match(passage.tokens, at: $0) != nil }
      && !behind.contains {
        ["first", "second"].contains(pack.persons.match(passage.tokens, at: $0)?.value)
          || passage.tokens[$0].kind == .digits
      }
  }

  // MARK: Quantities

  /// A part that became the whole or the whole a part, or what holds mostly held of nothing else.
  private func otherQuantity() -> ClaimChange? {
    for claim in mine.claims {
      guard case .quantifier(let quantity) = claim.kind, quantity != .none,
        theirs.claims.count(where: { $0.kind == claim.kind }) < mine.claims.count(where: { $0.kind == claim.kind })
      else { continue }
      let other = theirs.claims.first { other in
        guard !mine.has(other.kind) else { return false }
        switch other.kind {
        case .quantifier(.all): return quantity != .all
        case .quantifier(.some), .quantifier(.few), .quantifier(.half): return quantity == .all
        case .scope(ClaimComparison.only): return quantity == .most
        default: return false
        }
      }
      guard let other, !isDenied(other), isOfSame(claim, other) else { continue }
      return ClaimChange(kind: .quantifierChanged, baseline: claim.tokens, candidate: other.tokens)
    }
    return nil
  }

  /// Whether a denial stands right before: "not all".
  private func isDenied(_ claim: Claim) -> Bool {
    theirs.claims.contains {
      $0.kind.isDenial && (0...2).contains(claim.tokens.lowerBound - $0.tokens.upperBound)
    }
  }

  /// Whether a word that a quantity is of stands beside the other quantity.
  private func isOfSame(_ claim: Claim, _ other: Claim) -> Bool {
    let words = mine.heads(claim.tokens, 2).map { mine.passage.stems[$0] }
    let sentence = theirs.start(of: other.tokens)..<theirs.end(of: other.tokens)
    if let first = words.first, other.kind == .quantifier(.all),
      sentence.contains(where: { theirs.passage.stems[$0] == first })
    {
      return true
    }
    let heads = Set(words)
    let start = max(theirs.start(of: other.tokens), other.tokens.lowerBound - Self.reach)
    let end = min(theirs.end(of: other.tokens), other.tokens.upperBound + Self.reach)
    return (start..<end).contains { heads.contains(theirs.passage.stems[$0]) }
  }

  /// How far from a word another one still belongs to it, in tokens.
  private static let reach = 10

  // MARK: Order

  /// What came before something told as coming after it, of the same thing.
  private func otherOrder() -> ClaimChange? {
    let (before, after) = (Claim.Kind.scope("order.before"), Claim.Kind.scope("order.after"))
    let isLater = { (claim: Claim) in claim.kind == after || claim.kind == .scope("gate.once") }
    guard mine.claims.count(where: \.kind.isDenial) == theirs.claims.count(where: \.kind.isDenial) else { return nil }
    let turned: (old: Claim?, new: Claim?) =
      mine.has(before) && !mine.claims.contains(where: isLater)
      ? (mine.claims.first { $0.kind == before }, theirs.has(before) ? nil : theirs.claims.first(where: isLater))
      : mine.has(after) && !mine.has(before)
        ? (
          mine.claims.first { $0.kind == after },
          theirs.claims.contains(where: isLater) ? nil : theirs.claims.first { $0.kind == before }
        ) : (nil, nil)
    guard let old = turned.old, let new = turned.new else { return nil }
    let heads = mine.heads(old.tokens, 2).map { mine.passage.stems[$0] }
    let others = theirs.heads(new.tokens, 4).map { theirs.passage.stems[$0] }
    guard heads.contains(where: { head in others.contains { areOfFamily(head, $0) } }) else { return nil }
    return ClaimChange(kind: .scopeChanged, baseline: old.tokens, candidate: new.tokens)
  }

  private func areOfFamily(_ a: String, _ b: String) -> Bool {
    a == b || zip(a.utf8, b.utf8).prefix { $0 == $1 }.count >= Self.longRoot
  }

  private static let longRoot = 5

  // MARK: Denials

  private func lostDenial() -> ClaimChange? {
    guard let (denial, head) = deniedAlone(mine, theirs) else { return nil }
    return ClaimChange(kind: .negationRemoved, baseline: denial, candidate: head..<head + 1)
  }

  private func newDenial() -> ClaimChange? {
    guard let (denial, head) = deniedAlone(theirs, mine) else { return nil }
    return ClaimChange(kind: .negationAdded, baseline: head..<head + 1, candidate: denial)
  }

  /// The one denial of a version and the word of it that the other version affirms, with no word that could deny.
  private func deniedAlone(_ denying: Side, _ affirming: Side) -> (denial: Range<Int>, head: Int)? {
    let denials = denying.claims.filter(\.kind.isDenial)
    guard denials.count == 1, let denial = denials.first,
      !affirming.claims.contains(where: { isOtherWay($0) && ($0.kind.isDenial || !denying.has($0.kind)) }),
      !denying.claims.contains(where: { isQualified($0, by: denial) && !affirming.has($0.kind) }),
      !isOfReader(denying), !isOfReader(affirming), !affirming.tokens.contains(where: { isPossible($0, affirming) }),
      !isStage(denial, denying),
      !hasOpposites(denying, affirming), !statesComplement
    else { return nil }
    let own = Set(denying.tokens.map { denying.passage.tokens[$0].hash })
    for head in denying.heads(denial.tokens, 3) {
      let stem = denying.passage.stems[head]
      if pack.isLoose(denying.passage.tokens[head]) { continue }
      let same = affirming.tokens.filter { affirming.passage.stems[$0] == stem }
      // « ne sera plus desservie », « la desserte sera maintenue ».
      let twins = same.isEmpty ? affirming.tokens.filter { areOfFamily(affirming.passage.stems[$0], stem) } : same
      guard twins.count == 1, let twin = twins.first,
        denying.tokens.count(where: { denying.passage.stems[$0] == stem }) == 1
      else { continue }
      let sentence = affirming.passage.sentences[affirming.passage.sentenceOfToken[twin]].tokens
      let isVeiled = sentence.contains { token in
        let word = affirming.passage.tokens[token]
        guard !own.contains(word.hash), word.kind == .word else { return false }
        return pack.veiledDenials.match(affirming.passage.tokens, at: token) != nil
          && pack.prepositions.match(affirming.passage.tokens, at: token) == nil
          || pack.isSecondOpposite(word.folded) && token + Self.nearHead >= twin
          || pack.beginsWithDenial(word.folded) && pack.hasOpposite(word.folded)
      }
      if !isVeiled { return (denial.tokens, twin) }
    }
    return nil
  }

  private static let nearHead = 4

  /// Whether the reader is spoken to, who may be told not to do what is a waste of time.
  private func isOfReader(_ side: Side) -> Bool {
    side.tokens.contains { pack.persons.match(side.passage.tokens, at: $0)?.value == "second" }
  }

  private func isPossible(_ token: Int, _ side: Side) -> Bool {
    pack.modals.match(side.passage.tokens, at: token)?.value == "may"
  }

  /// Whether a claim can tell a denial in another way, or is one.
  private func isOtherWay(_ claim: Claim) -> Bool {
    switch claim.kind {
    case .negation, .quantifier(.none), .quantifier(.few), .comparison, .hedge: true
    case .scope(let scope):
      ["link.except", "company.except", "frequency.seldom", "focus.only", "focus.just"]
        .contains(scope)
    case .pole(let word): pack.areComparatives(word)
    case .quantifier, .direction: false
    }
  }

  /// Whether a claim behind a denial leaves something of it: "not until", "not all", "no more than".
  private func isQualified(_ claim: Claim, by denial: Claim) -> Bool {
    guard claim.tokens != denial.tokens else { return false }
    switch claim.kind {
    case .comparison: return true
    case .quantifier: return (0...2).contains(claim.tokens.lowerBound - denial.tokens.upperBound)
    case .pole(let word): return pack.areComparatives(word)
    case .scope(let scope):
      return ["bound", "order", "gate", "link", "company", "focus", "frequency", "regardless"]
        .contains(ClaimComparison.classOfScope(scope))
    case .hedge, .direction, .negation: return false
    }
  }

  /// Whether the denial only says that something is still to come: "not yet".
  private func isStage(_ denial: Claim, _ side: Side) -> Bool {
    let around = max(0, denial.tokens.lowerBound - 1)..<min(side.passage.tokens.count, denial.tokens.upperBound + 1)
    return around.contains { pack.stages.match(side.passage.tokens, at: $0) != nil }
      || (denial.tokens.lowerBound..<min(side.passage.tokens.count, denial.tokens.upperBound + 3)).contains {
        pack.duties.match(side.passage.tokens, at: $0) != nil
      }
  }

  /// Whether a word of one version has its opposite in the other, which undoes a denial.
  private func hasOpposites(_ side: Side, _ other: Side) -> Bool {
    let words = { (side: Side) in
      Set(side.tokens.lazy.filter { !side.passage.stems[$0].isEmpty }.map { side.passage.tokens[$0].folded })
    }
    let (before, after) = (words(side), words(other))
    let come = after.subtracting(before)
    return before.subtracting(after).contains { word in
      come.contains { pack.areOpposites(word, $0) || pack.areOpposites($0, word) || pack.isDenial(word, $0) }
    }
  }

  /// « 87 % ne l'utilisent pas » restates « 13 % l'utilisent ».
  private var statesComplement: Bool {
    let figures = { (side: Side) in
      Set(side.tokens.map { side.passage.sentenceOfToken[$0] })
        .flatMap { side.sheet.facts[side.sheet.factsOfSentence[$0]].compactMap(\.figure) }
    }
    let original = figures(mine)
    return figures(theirs).contains { figure in original.contains { figure.isComplement(of: $0) } }
  }

  // MARK: Contrasts

  /// What was preferred told as what was put aside: "the scope rather than the dates", "the dates, not the scope".
  private func turnedContrast() -> ClaimChange? {
    guard let here = contrast(mine), let there = contrast(theirs) else { return nil }
    let isTurned =
      here.aside.isDisjoint(with: there.aside)
      && !there.aside.intersection(here.rest).subtracting(there.rest).isEmpty
      && !here.aside.intersection(there.rest).subtracting(here.rest).isEmpty
    return isTurned ? ClaimChange(kind: .oppositeStated, baseline: here.tokens, candidate: there.tokens) : nil
  }

  /// The words that put something aside, what they put aside, and all the rest; `nil` where there is not exactly one.
  private func contrast(_ side: Side) -> (tokens: Range<Int>, aside: Set<String>, rest: Set<String>)? {
    var found: Range<Int>?
    var index = 0
    while index < side.tokens.count {
      let token = side.tokens[index]
      guard let match = pack.contrasts.match(side.passage.tokens, at: token) else {
        index += 1
        continue
      }
      if found != nil { return nil }
      found = token..<token + match.count
      index += match.count
    }
    guard let found else { return nil }
    let heads = side.heads(found, Self.longestAside)
    let aside = Set(heads.map { side.passage.stems[$0] })
    let rest = Set(side.passage.content(of: side.tokens.lazy.filter { !heads.contains($0) }))
    return aside.isEmpty ? nil : (found, aside, rest)
  }

  private static let longestAside = 3
}
