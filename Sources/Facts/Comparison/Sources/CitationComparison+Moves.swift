import Languages
import Manuscripts
import StructuredText

/// Citations that a paragraph still has, and that stand at other words in it.
extension CitationComparison {
  enum Whereabouts { case there, gone(Int), moved(Int) }

  /// Whether the paragraph still has the citation where it was, less often, or at another sentence.
  func whereabouts(of citation: Citation, source: Int?, in blocks: [Int]) -> Whereabouts {
    guard let source else { return movedMark(of: citation, in: blocks) }
    guard let link = alignment.ofBaseline[citation.sentence].first, isKept(citation.sentence, by: link),
      candidateSentences[link.sentence]?.cites(sameAs: citation, source: source) != true,
      !isVouchedForBehind(link, citation, source: source), !isVouchedForAbove(link.sentence, citation, source: source)
    else { return .there }
    let stays = isUnchanged(citation.sentence, link.sentence)
    let block = baseline.passage.sentences[citation.sentence].block
    let before = baselineCounts[Place(block: block, source: source), default: 0]
    let after = blocks.reduce(0) { $0 + candidateCounts[Place(block: $1, source: source), default: 0] }
    if after < before { return .gone(link.sentence) }
    for other in blocks.prefix(Self.reach).flatMap({ (citationsOfBlock[$0] ?? []).prefix(Self.reach) })
    where candidate.citations[other].source == source {
      let sentence = candidate.citations[other].sentence
      if let origin = alignment.ofCandidate[sentence].first,
        origin.similarity >= Self.leastForMove || stays && isUnchanged(origin.sentence, sentence),
        baselineSentences[origin.sentence]?.cites(sameAs: citation, source: source) != true
      {
        return endBoth(citation, candidate.citations[other]) ? .there : .moved(other)
      }
    }
    return .there
  }

  /// Whether a citation ends its paragraph in both versions, and the sentence that it stood at has other ones behind it now:
  /// then it is of the paragraph, whose sentences were put in another order.
  private func endBoth(_ citation: Citation, _ other: Citation) -> Bool {
    func ends(_ sentence: Int, _ passage: Passage) -> Bool {
      sentence + 1 >= passage.sentences.count
        || passage.sentences[sentence + 1].block != passage.sentences[sentence].block
    }
    guard ends(citation.sentence, baseline.passage), ends(other.sentence, candidate.passage),
      let link = alignment.ofBaseline[citation.sentence].first, link.sentence < other.sentence,
      let first = alignment.ofCandidate[other.sentence].first
    else { return false }
    return first.sentence < citation.sentence
  }

  /// Whether a sentence's counterpart says the same, so that it must keep its citations.
  private func isKept(_ sentence: Int, by link: FactAlignment.Link) -> Bool {
    link.similarity >= Self.leastForMove || isUnchanged(sentence, link.sentence)
  }

  /// Where « (source : X) » went that no entry lists, when it stands at a sentence now that it did not vouch for.
  private func movedMark(of citation: Citation, in blocks: [Int]) -> Whereabouts {
    if citation.form == .footnote { return movedNote(citation, in: blocks) }
    guard citation.form == .marked, let link = alignment.ofBaseline[citation.sentence].first,
      link.similarity >= Self.leastForMark,
      candidateSentences[link.sentence]?.cites(sameAs: citation, source: nil) != true
    else { return .there }
    for other in blocks.prefix(Self.reach).flatMap({ (citationsOfBlock[$0] ?? []).prefix(Self.reach) })
    where candidate.citations[other].form == .marked && candidate.citations[other].words == citation.words {
      if let origin = alignment.ofCandidate[candidate.citations[other].sentence].first,
        origin.similarity >= Self.leastForMark, origin.sentence != citation.sentence,
        baselineSentences[origin.sentence]?.cites(sameAs: citation, source: nil) != true
      {
        return endBoth(citation, candidate.citations[other]) ? .there : .moved(other)
      }
    }
    return .there
  }

  /// Where a note that lists no source is at the sentence that it stood at: gone where its mark stands for nothing any more,
  /// moved where the mark stands for another note of the baseline.
  func noteNow(of citation: Citation) -> Whereabouts {
    guard citation.form == .footnote, citation.source == nil, let link = alignment.ofBaseline[citation.sentence].first,
      link.similarity >= Self.leastForMove,
      case let note = identity(of: citation, source: nil, in: baseline), !note.isEmpty
    else { return .there }
    let marks = candidate.citations.indices.filter {
      candidate.citations[$0].sentence == link.sentence && candidate.citations[$0].form == .footnote
    }
    let own = baseline.citations.filter { $0.sentence == citation.sentence && $0.form == .footnote }
      .map { identity(of: $0, source: nil, in: baseline) }
    let notes = marks.map { identity(of: candidate.citations[$0], source: nil, in: candidate) }
    guard marks.count == own.count, !notes.contains(note) else { return .there }
    if let place = marks.indices.first(where: {
      candidate.citations[marks[$0]].words == citation.words && !candidate.hasNote(citation.words)
    }) {
      return .gone(candidate.citations[marks[place]].sentence)
    }
    let others = Set(
      baseline.citations.lazy.filter { $0.form == .footnote && $0.source == nil }
        .map { self.identity(of: $0, source: nil, in: self.baseline) }
    ).subtracting(own)
    return marks.indices.first { others.contains(notes[$0]) }.map { .moved(marks[$0]) } ?? .there
  }

  /// The mark that names the citation's source with another number: « (source : Citepa, 2022) » for « (source : Citepa, 2020) ».
  func misquotedMark(of citation: Citation) -> Int? {
    guard citation.form == .marked, let link = alignment.ofBaseline[citation.sentence].first,
      link.similarity >= Self.leastForMark
    else { return nil }
    let isNumber = { (word: String) in word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    let (names, numbers) = (citation.words.filter { !isNumber($0) }, citation.words.filter(isNumber))
    guard !names.isEmpty, !numbers.isEmpty else { return nil }
    let marks = candidate.citations.indices.filter {
      candidate.citations[$0].sentence == link.sentence && candidate.citations[$0].form == .marked
        && candidate.citations[$0].words.filter { !isNumber($0) } == names
    }
    guard marks.count == 1, let mark = marks.first, case let others = candidate.citations[mark].words.filter(isNumber),
      others.count == numbers.count, others != numbers
    else { return nil }
    return mark
  }

  /// Where a note that lists no source went, when it stands at a sentence now that it said nothing of.
  private func movedNote(_ citation: Citation, in blocks: [Int]) -> Whereabouts {
    guard let link = alignment.ofBaseline[citation.sentence].first, link.similarity >= Self.leastForMove else {
      return .there
    }
    let note = identity(of: citation, source: nil, in: baseline)
    let near = blocks.prefix(Self.reach).flatMap { (citationsOfBlock[$0] ?? []).prefix(Self.reach) }
    let same = near.filter {
      candidate.citations[$0].form == .footnote
        && identity(of: candidate.citations[$0], source: nil, in: candidate) == note
    }
    guard !same.contains(where: { candidate.citations[$0].sentence == link.sentence }),
      let other = same.first(where: {
        guard let origin = alignment.ofCandidate[candidate.citations[$0].sentence].first else { return false }
        return origin.similarity >= Self.leastForMove && origin.sentence != citation.sentence
      })
    else { return .there }
    return .moved(other)
  }

  /// Whether a citation behind the next sentences vouches for this one too, and not only for what it stood behind before.
  private func isVouchedForBehind(_ link: FactAlignment.Link, _ citation: Citation, source: Int) -> Bool {
    guard let next = nextCited(behind: link.sentence),
      candidateSentences[next]?.cites(sameAs: citation, source: source) == true
    else { return false }
    guard let origin = alignment.ofCandidate[next].first, origin.similarity >= Self.leastForMove else {
      return next == link.sentence + 1
    }
    // What two sentences cited is cited once where they were told anew; a citation before a list is of all its items.
    if !isUnchanged(citation.sentence, link.sentence), candidateSentences[link.sentence] == nil,
      baselineSentences[origin.sentence]?.cites(sameAs: citation, source: source) == true
        || isLed(origin.sentence, by: citation.sentence)
    {
      return true
    }
    // Where both stayed as they were, the citation alone was moved, from what it vouched for to what it did not.
    return next == link.sentence + 1
      && !(isUnchanged(citation.sentence, link.sentence) && isUnchanged(origin.sentence, next))
  }

  /// The first sentence of the paragraph behind one that cites anything.
  private func nextCited(behind sentence: Int) -> Int? {
    let sentences = candidate.passage.sentences
    return sentences[(sentence + 1)...].prefix { $0.block == sentences[sentence].block }.prefix(Self.reach).indices
      .first { candidateSentences[$0] != nil }
  }

  /// Whether a sentence of the baseline is an item of the list that another one leads to.
  private func isLed(_ sentence: Int, by lead: Int) -> Bool {
    let sentences = baseline.passage.sentences
    return baselineLeads[sentences[sentence].block] == sentences[lead].block
  }

  /// Whether the candidate's sentence is an item of a list before which the source is cited.
  private func isVouchedForAbove(_ sentence: Int, _ citation: Citation, source: Int) -> Bool {
    let lead = candidateLeads[candidate.passage.sentences[sentence].block]
    return lead >= 0 && cites(lead, sameAs: citation, source: source)
  }

  /// Whether a sentence stayed word for word, its citations aside.
  func isUnchanged(_ sentence: Int, _ other: Int) -> Bool {
    func words(of sentence: Int, in sheet: FactSheet) -> [String] {
      let tokens = sheet.passage.sentences[sentence].tokens
      // Citations are in the order of the text.
      let next = sheet.citations.partitioningIndex { $0.tokens.lowerBound >= tokens.lowerBound }
      let cited = sheet.citations[next...].prefix { $0.tokens.lowerBound < tokens.upperBound }.map(\.tokens)
      return
        tokens
        .filter { index in
          !sheet.isApparatus[index] && sheet.passage.tokens[index].kind != .mark
            && !cited.contains { $0.contains(index) }
        }
        .map { sheet.passage.tokens[$0].folded }
    }
    return words(of: sentence, in: baseline) == words(of: other, in: candidate)
  }
}

extension FactSheet {
  /// Whether a note has the label.
  fileprivate func hasNote(_ label: [String]) -> Bool { passage.tree.footnotes.contains { [$0.label] == label } }

  /// For each block the paragraph that leads to the list or table that it is part of: that before a table, and before a list
  /// by a colon at its end; -1 for others.
  func leadsOfBlocks() -> [Int] {
    var lead = -1
    var last = -1
    return passage.tree.blocks.indices.map { index in
      if case .tableCell = passage.tree.blocks[index].kind { return lead < 0 ? last : lead }
      if passage.tree.blocks[index].listItem != nil { return lead }
      last = index
      let end = passage.tokensOfBlock[index].suffix(Self.longestMark)
      let isLead = end.contains { passage.tokens[$0].isCharacter(":") }
      lead = isLead ? index : -1
      return -1
    }
  }

  /// For each block of a list or table the paragraph behind it that holds citations alone; -1 for others.
  func tailsOfBlocks() -> [Int] {
    var tail = -1
    return passage.tree.blocks.indices.reversed().map { index in
      if case .tableCell = passage.tree.blocks[index].kind { return tail }
      if passage.tree.blocks[index].listItem != nil { return tail }
      let tokens = passage.tokensOfBlock[index]
      tail = !tokens.isEmpty && tokens.allSatisfy { isApparatus[$0] || passage.tokens[$0].kind == .mark } ? index : -1
      return -1
    }.reversed()
  }

  /// A citation may stand behind the colon.
  private static let longestMark = 4
}
