import Languages

/// Compares figures and dates by what they say and what they are about.
struct AmountComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let dossier: [FactSheet]
  let baselineIndex: AmountIndex
  let candidateIndex: AmountIndex
  private let dossierIndices: [AmountIndex]
  let claims: ClaimTables
  let tables: TableGrids
  /// Which facts of the candidate the baseline states.
  let known: KnownAnswers
  /// Which facts of sentences put in other words follow from others.
  let workedOut: (baseline: KnownAnswers, candidate: KnownAnswers)

  init(
    baseline: FactSheet, candidate: FactSheet, alignment: FactAlignment, dossier: [FactSheet], claims: ClaimTables,
    tables: TableGrids
  ) {
    self.baseline = baseline
    self.candidate = candidate
    self.alignment = alignment
    self.dossier = dossier
    baselineIndex = AmountIndex(baseline.facts)
    candidateIndex = AmountIndex(candidate.facts)
    dossierIndices = dossier.map { AmountIndex($0.facts) }
    self.claims = claims
    self.tables = tables
    known = KnownAnswers(among: candidate.facts.count)
    workedOut = (KnownAnswers(among: baseline.facts.count), KnownAnswers(among: candidate.facts.count))
  }

  /// How alike contexts must be for two amounts to be readings of one thing.
  private static let leastLikeness = 45
  /// How alike they are at least when an amount is simply said again.
  private static let leastEcho = 12
  private static let edgesPerFact = 12
  /// So few words say nothing of what an amount is about: "Remember it: 300 barrels."
  private static let fewWords = 3

  func changes() -> AmountChanges {
    var changes = AmountChanges()
    var partner = [Int?](repeating: nil, count: baseline.facts.count)
    var partnerOfCandidate = [Int?](repeating: nil, count: candidate.facts.count)
    pairIdenticalSentences(&partner, &partnerOfCandidate)
    let slotOfFact = pairSlots(&partner, &partnerOfCandidate)
    let openBaseline = baseline.facts.indices.filter { partner[$0] == nil }
    let openCandidate = candidate.facts.indices.filter { partnerOfCandidate[$0] == nil }
    let edges = self.edges(from: openBaseline, to: openCandidate, slots: slotOfFact)
    let pairs = Assignment.best(rows: openBaseline.count, columns: openCandidate.count, edges: edges)
    for (row, column) in pairs.enumerated() {
      guard let column else { continue }
      partner[openBaseline[row]] = openCandidate[column]
      partnerOfCandidate[openCandidate[column]] = openBaseline[row]
    }
    changes.restatements = [[Int]](repeating: [], count: baseline.facts.count)
    settlePairs(&partner, &partnerOfCandidate, slotOfFact, &changes)
    findExchanges(partner, &changes)
    settleBaseline(partner, &changes)
    settleCandidate(partnerOfCandidate, &changes)
    if !(changes.altered.isEmpty && changes.lost.isEmpty && changes.unsupported.isEmpty) {
      changes.distinct = distinctFacts()
    }
    return changes
  }

  // MARK: Pairing

  /// In sentences that are the same word for word, the facts are the same one by one.
  private func pairIdenticalSentences(_ partner: inout [Int?], _ partnerOfCandidate: inout [Int?]) {
    for (facts, links) in zip(baseline.factsOfSentence, alignment.ofBaseline) where !facts.isEmpty {
      guard let link = links.first, link.similarity == 100 else { continue }
      let others = candidate.factsOfSentence[link.sentence]
      guard others.count == facts.count,
        zip(facts, others).allSatisfy({ baseline.facts[$0].value == candidate.facts[$1].value })
      else { continue }
      for (fact, other) in zip(facts, others) {
        partner[fact] = other
        partnerOfCandidate[other] = fact
      }
    }
  }

  /// What stands between the same words as before and says the same is what it was; returns the slots of the facts that
  /// stand in other sentences.
  private func pairSlots(_ partner: inout [Int?], _ partnerOfCandidate: inout [Int?]) -> [Int: Int] {
    var slots = Slots(baseline: baseline, candidate: candidate, alignment: alignment)
    var slotOfFact: [Int: Int] = [:]
    var ties: [Int: Bool] = [:]
    let open = baseline.facts.indices.filter { partner[$0] == nil }
    for fact in open {
      guard let group = slots.group(of: fact) else { continue }
      // Of several facts between the same words none is the one.
      if group.original.count == 1, group.restated.count == 1, !keepsItsTie(fact, from: group.restated[0], &ties) {
        slotOfFact[fact] = group.restated[0]
      }
      // « 20 euros, contre 25 »: of several, each stands in its order where all words between them stayed.
      if group.original.count > 1, standAlike(group) || isOneOther(group),
        let place = group.original.firstIndex(of: fact),
        !keepsItsTie(fact, from: group.restated[place], &ties)
      {
        slotOfFact[fact] = group.restated[place]
      }
      guard partner[fact] == nil, group.original.count == group.restated.count,
        zip(group.original, group.restated).allSatisfy({ original, restated in
          partner[original] == nil && partnerOfCandidate[restated] == nil
            && baseline.facts[original].value == candidate.facts[restated].value
        })
      else { continue }
      for (original, restated) in zip(group.original, group.restated) {
        partner[original] = restated
        partnerOfCandidate[restated] = original
      }
    }
    return slotOfFact
  }

  private func edges(from rows: [Int], to columns: [Int], slots: [Int: Int]) -> [Assignment.Edge] {
    var columnsOfSentence: [Int: [Int]] = [:]
    var columnOfFact: [Int: Int] = [:]
    for (column, fact) in columns.enumerated() {
      columnsOfSentence[candidate.facts[fact].sentence, default: []].append(column)
      columnOfFact[fact] = column
    }
    var result: [Assignment.Edge] = []
    for (row, fact) in rows.enumerated() {
      let original = baseline.facts[fact]
      let slot = slots[fact]
      var columnsToTry: Set<Int> = []
      for link in alignment.ofBaseline[original.sentence] {
        for near in [link.sentence - 1, link.sentence, link.sentence + 1] {
          columnsToTry.formUnion((columnsOfSentence[near] ?? []).prefix(64))
        }
      }
      columnsToTry.formUnion(candidateIndex.facts(near: original).compactMap { columnOfFact[$0] }.prefix(64))
      if let column = slot.flatMap({ columnOfFact[$0] }) { columnsToTry.insert(column) }
      let weighed = columnsToTry.sorted().compactMap { column -> Assignment.Edge? in
        let weight = self.weight(of: fact, columns[column], slot: slot)
        return weight > 0 ? Assignment.Edge(row: row, column: column, weight: weight) : nil
      }
      result += weighed.sorted { ($1.weight, $0.column) < ($0.weight, $1.column) }.prefix(Self.edgesPerFact)
    }
    return result
  }

  /// How much speaks for the candidate's fact being this one, altered or not; 0: nothing.
  ///
  /// - Parameter slot: the candidate's fact that stands between the same words, which tells two amounts that changed places
  ///   from two that moved with what they are about.
  private func weight(of baselineFact: Int, _ candidateFact: Int, slot: Int?) -> Int {
    let original = baseline.facts[baselineFact]
    let restated = candidate.facts[candidateFact]
    let link = nearness(of: original.sentence, restated.sentence)
    let likeness = original.context.similarity(to: restated.context)
    let isElsewhere = slot != nil && slot != candidateFact
    switch restatement(restated, of: original) {
    case .same: return 60 + likeness / 2 + link - (isElsewhere ? 40 : 0)
    case .derived: return 45 + likeness / 2 + link - (isElsewhere ? 30 : 0)
    case .otherUnit:
      if slot == candidateFact { return 80 + link }
      return link >= 12 && likeness >= 30 ? 20 + likeness * 6 / 10 + link : 0
    case .other:
      guard slot == candidateFact || link >= 12, restated.isComparable(to: original),
        !isRestBeside(restated, of: original), !isToldBeside(original, restated),
        !isReckoned(candidateFact, beside: baselineFact, slot: slot),
        !isRestTold(restated, of: original), !isRoundedBeside(restated)
      else { return 0 }
      if slot == candidateFact { return 80 + link }
      if likeness >= Self.leastLikeness { return likeness * 8 / 10 + link }
      return countsSame(restated, as: original) ? Self.leastLikeness + link : 0
    }
  }

  /// 20 for the best counterpart, 12 for another one, 6 for the sentence beside one, else 0.
  func nearness(of baselineSentence: Int, _ candidateSentence: Int) -> Int {
    let links = alignment.ofBaseline[baselineSentence]
    if let index = links.firstIndex(where: { $0.sentence == candidateSentence }) { return index == 0 ? 20 : 12 }
    return links.contains { abs($0.sentence - candidateSentence) == 1 } ? 6 : 0
  }

  // MARK: Settling

  /// Decides for each pair whether it is a restatement or an alteration.
  private func settlePairs(
    _ partner: inout [Int?], _ partnerOfCandidate: inout [Int?], _ slots: [Int: Int], _ changes: inout AmountChanges
  ) {
    for (fact, other) in partner.enumerated() {
      guard let other else { continue }
      // What stands in the same words is neither turned round nor told by another rate.
      if hasStayed(fact, other) {
        changes.restatements[fact].append(other)
        continue
      }
      let original = baseline.facts[fact]
      let restated = candidate.facts[other]
      switch restatement(restated, of: original) {
      case .same, .derived:
        changes.restatements[fact].append(other)
        if let flip = flip(from: original, to: restated) {
          changes.altered.append(.init(baseline: fact, candidate: other, alteration: flip))
        } else if let rates = otherRate(original, restated) ?? otherStep(original, restated) {
          changes.altered.append(.init(baseline: fact, candidate: other, alteration: .unit, words: rates))
        }
      case .otherUnit, .other:
        if (isSpread(original, over: candidate.facts, candidateIndex) && isEnd(restated, of: original))
          || (isSpread(restated, over: baseline.facts, baselineIndex) && isEnd(original, of: restated))
        {
          changes.restatements[fact].append(other)
          continue
        }
        // Both amounts may be told elsewhere about the same things: then they only changed places in the text.
        let isEcho = echo(of: fact, likeness: 50) != nil && ground(of: other, likeness: 50) != nil
        if slots[fact] != other && (isEcho || haveMoved(original, restated)) || isSummedUp(original, by: restated) {
          partner[fact] = nil
          partnerOfCandidate[other] = nil
        } else {
          let isUnit = relation(of: restated, to: original) == .otherUnit
          changes.altered.append(.init(baseline: fact, candidate: other, alteration: isUnit ? .unit : .value))
        }
      }
    }
  }

  /// Whether an amount stands at its place in a sentence that stayed word for word, and in no table: its heads may be others.
  private func hasStayed(_ fact: Int, _ other: Int) -> Bool {
    let (sentence, counterpart) = (baseline.facts[fact].sentence, candidate.facts[other].sentence)
    let (mine, theirs) = (baseline.passage.sentences[sentence], candidate.passage.sentences[counterpart])
    return alignment.ofBaseline[sentence].first == .init(sentence: counterpart, similarity: 100)
      && baseline.facts[fact].tokens.lowerBound - mine.tokens.lowerBound
        == candidate.facts[other].tokens.lowerBound - theirs.tokens.lowerBound
      && mine.role != .cell && theirs.role != .cell && baseline.facts[fact].value == candidate.facts[other].value
  }

  /// Amounts that changed places, in a sentence or in a table: there each stands where the other stood, by its row and its column.
  private func findExchanges(_ partner: [Int?], _ changes: inout AmountChanges) {
    let known = Set(changes.altered.map(\.baseline))
    for (original, restated) in exchanges(among: partner) where !known.contains(original) {
      changes.altered.append(.init(baseline: original, candidate: restated, alteration: .value))
    }
    for (original, restated) in turnedMoves(partner) where !changes.altered.contains(where: { $0.baseline == original })
    {
      changes.altered.append(.init(baseline: original, candidate: restated, alteration: .value))
    }
    let found = Set(changes.altered.map(\.candidate))
    for (original, restated) in redated(partner) where !found.contains(restated) {
      changes.altered.append(.init(baseline: original, candidate: restated, alteration: .value))
    }
    let cells = Self.factsOfCells(in: baseline)
    guard !cells.isEmpty else { return }
    let others = Self.factsOfCells(in: candidate)
    let altered = Set(changes.altered.map(\.baseline))
    let alterations = Set(changes.altered.map(\.candidate))
    for (labels, fact) in cells.sorted(by: { $0.value < $1.value }) {
      guard let other = others[labels], let old = partner[fact], old != other, !altered.contains(fact),
        !alterations.contains(other), relation(of: candidate.facts[other], to: baseline.facts[fact]) == .other,
        baseline.facts[fact].isComparable(to: candidate.facts[other])
      else { continue }
      changes.altered.append(.init(baseline: fact, candidate: other, alteration: .value))
    }
  }

  /// The facts that stand alone under the labels of their table cell, by those labels.
  private static func factsOfCells(in sheet: FactSheet) -> [[String]: Int] {
    var facts: [[String]: Int] = [:]
    var repeated: Set<[String]> = []
    for index in sheet.facts.indices {
      let sentence = sheet.passage.sentences[sheet.facts[index].sentence]
      guard sentence.role == .cell, let labels = sheet.labels(ofCell: sentence.block) else { continue }
      if facts.updateValue(index, forKey: labels) != nil { repeated.insert(labels) }
    }
    return facts.filter { !repeated.contains($0.key) }
  }

  /// A baseline fact without a partner is preserved when the candidate says it elsewhere.
  private func settleBaseline(_ partner: [Int?], _ changes: inout AmountChanges) {
    let taken = Set(partner.compactMap(\.self))
    for (fact, other) in partner.enumerated() where other == nil {
      if let echo = echo(of: fact, likeness: Self.leastEcho, taken: taken) ?? range(over: fact) {
        changes.restatements[fact].append(echo)
      } else if isSpread(baseline.facts[fact], over: candidate.facts, candidateIndex)
        || isOneSpan(
          baseline.facts[fact], of: baseline, near: alignment.ofBaseline[baseline.facts[fact].sentence], in: candidate)
      {
        continue
      } else if !isRepeated(fact, partner) {
        changes.lost.append(fact)
      }
    }
    if changes.lost.count <= AmountComparison.fewAmounts {
      let restatements = changes.restatements
      changes.lost.removeAll { fact in
        isToldOtherwise(baseline.facts[fact], beside: links(beside: fact, restatements))
          || GluedNumber.holds(candidate, baseline.facts[fact], of: baseline) || isNoted(baseline.facts[fact])
      }
    }
  }

  /// A candidate fact without a partner is grounded when baseline or dossier says it, or when it follows from them.
  private func settleCandidate(_ partnerOfCandidate: [Int?], _ changes: inout AmountChanges) {
    for (fact, other) in partnerOfCandidate.enumerated() where other == nil {
      if ground(of: fact, likeness: 0) == nil, !isInDossier(candidate.facts[fact]),
        !isSpread(candidate.facts[fact], over: baseline.facts, baselineIndex),
        !isOneSpan(
          candidate.facts[fact], of: candidate, near: alignment.ofCandidate[candidate.facts[fact].sentence],
          in: baseline)
      {
        changes.unsupported.append(fact)
      }
    }
    if changes.unsupported.count <= AmountComparison.fewAmounts {
      changes.unsupported.removeAll { fact in
        isDeduced(candidate.facts[fact]) || isInAddress(candidate.facts[fact])
          || GluedNumber.holds(baseline, candidate.facts[fact], of: candidate)
      }
    }
    // « selon le Citepa, 2020 » for « (source : Citepa, 2020) ».
    guard changes.unsupported.contains(where: { candidate.facts[$0].date != nil }) else { return }
    let noted = baseline.notedDates()
    changes.unsupported.removeAll { fact in
      guard let date = candidate.facts[fact].date else { return false }
      return noted.contains(where: date.isTold)
    }
  }

  /// The candidate's fact that says the baseline's one, whatever it is paired with.
  ///
  /// - Parameter taken: the candidate's facts that are paired, which round no second one.
  private func echo(of fact: Int, likeness: Int, taken: Set<Int> = []) -> Int? {
    let original = baseline.facts[fact]
    return candidateIndex.facts(near: original).first { index in
      let restated = candidate.facts[index]
      let relation = restatement(restated, of: original)
      guard relation == .same || relation == .derived || isEnd(original, of: restated) else { return false }
      // "More than 80" elsewhere is no rounding of 84 unless it is about the same, and about nothing else.
      if relation == .derived, let figure = restated.figure, figure.comparator?.side != nil,
        figure.value != original.figure?.value
      {
        return !taken.contains(index)
          && original.context.similarity(to: restated.context) >= max(likeness, Self.leastLikeness)
      }
      // A bare year says little of what it is about; a day or a month belongs to its statement.
      if let date = original.date, likeness <= Self.leastEcho {
        if date.isYear || !alignment.ofBaseline[original.sentence].isEmpty || original.context.isEmpty { return true }
      }
      return original.context.similarity(to: restated.context) >= likeness
        || (likeness <= Self.leastEcho && nearness(of: original.sentence, restated.sentence) > 0)
    }
  }

  /// The baseline's fact that supports the candidate's one.
  private func ground(of fact: Int, likeness: Int) -> Int? {
    let restated = candidate.facts[fact]
    return baselineIndex.facts(near: restated).first { index in
      let original = baseline.facts[index]
      let relation = relation(of: restated, to: original)
      let isSaid =
        relation == .same || relation == .derived || isPlaceTold(restated, of: original)
        || relation == .otherUnit && isUnitTold(restated, of: original)
      guard isSaid || isComplement(restated, of: original) || isEnd(restated, of: original) else { return false }
      return likeness == 0 || original.context.similarity(to: restated.context) >= likeness
    }
  }

  /// Whether the baseline says the fact more than once and another mention of it survives.
  private func isRepeated(_ fact: Int, _ partner: [Int?]) -> Bool {
    let original = baseline.facts[fact]
    let twins = baselineIndex.facts(near: original).filter { index in
      guard index != fact, let other = partner[index] else { return false }
      // A month is told by a day of it.
      let twin = relation(of: baseline.facts[index], to: original)
      let isTwin =
        twin == .same || original.date?.month != nil && relation(of: original, to: baseline.facts[index]) == .derived
      return isTwin && [.same, .derived].contains(relation(of: candidate.facts[other], to: baseline.facts[index]))
    }
    // Three times four months are the same four months, whatever stands around them.
    if twins.count > 1, case .measure? = original.figure?.kind { return true }
    return twins.contains { index in
      let twin = baseline.facts[index]
      return original.date != nil || original.context.words.count <= Self.fewWords || twin.context.isEmpty
        || twin.context.similarity(to: original.context) >= 20 || original.figure?.isUnique == true
        || baseline.passage.sentences[original.sentence].role == .heading
    }
  }

  private func isInDossier(_ fact: Fact) -> Bool {
    zip(dossier, dossierIndices).contains { sheet, index in
      index.facts(near: fact).contains {
        [.same, .derived].contains(relation(of: fact, to: sheet.facts[$0])) || isComplement(fact, of: sheet.facts[$0])
      }
    }
  }
}
