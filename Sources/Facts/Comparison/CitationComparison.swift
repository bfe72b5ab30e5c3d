import Languages
import Manuscripts

/// What became of citations and links.
package struct CitationChanges: Sendable {
  package struct Altered: Sendable {
    /// In the baseline's citations.
    package let baseline: Int
    /// In the candidate's citations.
    package let candidate: Int
  }

  /// The same words are credited to another source.
  package internal(set) var altered: [Altered] = []
  /// Citations of the baseline whose facts stand without one, and the candidate's sentence that lacks it.
  package internal(set) var lost: [(citation: Int, sentence: Int?)] = []
  /// Links of the baseline to pages that the candidate leads to nowhere.
  package internal(set) var lostLinks: [Int] = []
  /// Addresses of the baseline to write to that the candidate gives nowhere: their words in the baseline's tokens.
  package internal(set) var lostMailboxes: [Range<Int>] = []
  /// Links whose words lead to another page.
  package internal(set) var relinked: [Altered] = []
}

/// Compares which source vouches for which statement.
struct CitationComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  private let sources: SourceChanges
  private let amounts: AmountChanges
  /// What is cited, by block, in the entries of the candidate's sources section.
  private let baselineBlocks: [Int: CitationIndex]
  private let candidateBlocks: [Int: CitationIndex]
  private let candidateText: CitationIndex
  let baselineSentences: [Int: CitationIndex]
  let candidateSentences: [Int: CitationIndex]
  /// How often a block cites an entry of the candidate's sources section.
  let baselineCounts: [Place: Int]
  let candidateCounts: [Place: Int]
  let citationsOfBlock: [Int: [Int]]
  /// The candidate's blocks that cite an entry.
  private let blocksOfSource: [Int: Set<Int>]
  /// The candidate's facts by what they state.
  private let factsOfValue: [Fact.Value: [Int]]

  struct Place: Hashable {
    let block: Int
    let source: Int
  }

  /// Sentences more alike than this say the same, so that a citation is not expected elsewhere.
  static let leastForMove = 70
  /// « (source : X) » stands at the very words that it vouches for: it is followed through other wordings, too.
  static let leastForMark = 45
  /// How alike the contexts of a figure and of its repetition are at least.
  private static let leastEcho = 20
  /// How many citations near a place are looked at for the one that took another's.
  static let reach = 64

  init(
    baseline: FactSheet, candidate: FactSheet, alignment: FactAlignment, sources: SourceChanges, amounts: AmountChanges
  ) {
    self.baseline = baseline
    self.candidate = candidate
    self.alignment = alignment
    self.sources = sources
    self.amounts = amounts
    var baselineBlocks: [Int: CitationIndex] = [:]
    var baselineSentences: [Int: CitationIndex] = [:]
    var baselineCounts: [Place: Int] = [:]
    for citation in baseline.citations {
      let block = baseline.passage.sentences[citation.sentence].block
      let source = citation.source.flatMap { sources.counterparts[$0] }
      baselineBlocks[block, default: CitationIndex()].insert(citation, source: source)
      baselineSentences[citation.sentence, default: CitationIndex()].insert(citation, source: source)
      if let source { baselineCounts[Place(block: block, source: source), default: 0] += 1 }
    }
    var candidateBlocks: [Int: CitationIndex] = [:]
    var candidateText = CitationIndex()
    var candidateSentences: [Int: CitationIndex] = [:]
    var candidateCounts: [Place: Int] = [:]
    var blocksOfSource: [Int: Set<Int>] = [:]
    for citation in candidate.citations {
      let block = candidate.passage.sentences[citation.sentence].block
      candidateBlocks[block, default: CitationIndex()].insert(citation, source: citation.source)
      candidateText.insert(citation, source: citation.source)
      candidateSentences[citation.sentence, default: CitationIndex()].insert(citation, source: citation.source)
      if let source = citation.source {
        blocksOfSource[source, default: []].insert(block)
        candidateCounts[Place(block: block, source: source), default: 0] += 1
      }
    }
    self.baselineBlocks = baselineBlocks
    self.candidateBlocks = candidateBlocks
    self.candidateText = candidateText
    self.baselineSentences = baselineSentences
    self.candidateSentences = candidateSentences
    self.baselineCounts = baselineCounts
    self.candidateCounts = candidateCounts
    self.blocksOfSource = blocksOfSource
    citationsOfBlock = Dictionary(
      grouping: candidate.citations.indices, by: { candidate.passage.sentences[candidate.citations[$0].sentence].block }
    )
    factsOfValue = Dictionary(grouping: candidate.facts.indices, by: { candidate.facts[$0].value })
  }

  func changes() -> CitationChanges {
    var changes = CitationChanges()
    var reportedPages: Set<String> = []
    let pages = Set(
      candidate.citations.filter { $0.form == .link }.flatMap(\.words)
        + (candidate.sources?.entries ?? []).compactMap(\.urlKey))
    changes.lostMailboxes = baseline.mailboxes(missingIn: candidate)
    let linked = linkedPages()
    let relinked = relinked()
    let exchanged = exchanged().merging(misplacedLinks()) { a, _ in a }
    for (index, citation) in baseline.citations.enumerated() {
      if let other = relinked[index] {
        changes.relinked.append(.init(baseline: index, candidate: other))
        continue
      }
      if let other = exchanged[index] {
        changes.altered.append(.init(baseline: index, candidate: other))
        continue
      }
      if citation.form == .link, citation.source == nil {
        if let page = citation.words.first,
          !pages.contains(page) || isUnlinked(page, in: citation.sentence, linked),
          reportedPages.insert(page).inserted
        {
          changes.lostLinks.append(index)
        }
        continue
      }
      let source = citation.source.flatMap { sources.counterparts[$0] }
      let places = self.places(of: citation.sentence)
      let blocks = Set(places.map { candidate.passage.sentences[$0].block }).sorted()
      if blocks.contains(where: { candidateBlocks[$0]?.cites(sameAs: citation, source: source) == true }) {
        switch whereabouts(of: citation, source: source, in: blocks) {
        case .there: break
        case .gone(let sentence): changes.lost.append((index, sentence))
        case .moved(let other): changes.altered.append(.init(baseline: index, candidate: other))
        }
        continue
      }
      if citation.source == nil, citation.form != .footnote,
        blocks.contains(where: { names(citation.words, inBlock: $0) })
      {
        continue
      }
      if places.isEmpty, candidateText.cites(sameAs: citation, source: source) { continue }
      if let intruder = intruder(in: blocks, near: citation.sentence), sourceSurvives(citation) {
        changes.altered.append(.init(baseline: index, candidate: intruder))
      } else if !isVouchedForElsewhere(citation, source: source) {
        changes.lost.append((index, places.first))
      }
    }
    return changes
  }

  /// Citations of one sentence that changed places: each stands behind the words that another one stood behind.
  private func exchanged() -> [Int: Int] {
    let old = Dictionary(grouping: baseline.citations.indices) { baseline.citations[$0].sentence }
    let new = Dictionary(grouping: candidate.citations.indices) { candidate.citations[$0].sentence }
    var result: [Int: Int] = [:]
    for (sentence, indices) in old where (2...Self.mostExchanged).contains(indices.count) {
      guard let link = alignment.ofBaseline[sentence].first, link.similarity >= Self.leastForMove,
        let others = new[link.sentence], others.count == indices.count
      else { continue }
      let mine = indices.map { index in
        let citation = baseline.citations[index]
        return identity(of: citation, source: citation.source.flatMap { sources.counterparts[$0] }, in: baseline)
      }
      let theirs = others.map {
        identity(of: candidate.citations[$0], source: candidate.citations[$0].source, in: candidate)
      }
      guard mine != theirs, mine.sorted() == theirs.sorted() else { continue }
      for (place, (index, other)) in zip(indices, others).enumerated()
      where mine[place] != theirs[place]
        && !keepsItsWords(baseline.citations[index], among: zip(theirs, others).filter { $0.0 == mine[place] }.map(\.1))
        && word(before: baseline.citations[index], in: baseline)
          == word(before: candidate.citations[other], in: candidate)
      {
        result[index] = other
      }
    }
    return result
  }

  /// Whether a link still has the words that it had, wherever it stands now.
  private func keepsItsWords(_ link: Citation, among others: [Int]) -> Bool {
    guard link.form == .link, !link.tokens.isEmpty else { return false }
    return others.contains { other in
      let twin = candidate.citations[other]
      return twin.form == .link
        && link.tokens.map({ baseline.passage.tokens[$0].folded })
          == twin.tokens.map { candidate.passage.tokens[$0].folded }
    }
  }

  /// A sentence with more citations than this is a list of them.
  private static let mostExchanged = 8

  /// What a citation cites, whatever its number or its place: an entry, the text of a footnote, or its words.
  func identity(of citation: Citation, source: Int?, in sheet: FactSheet) -> String {
    if let source { return "\(source)" }
    let passage = sheet.passage
    guard citation.form == .footnote,
      let note = passage.tree.footnotes.first(where: { $0.label == citation.words.first })
    else { return citation.words.joined(separator: " ") }
    return note.blocks.flatMap { passage.tokensOfBlock[$0].prefix(Self.reach) }.map { passage.tokens[$0].folded }
      .joined(separator: " ")
  }

  /// The last word in front of a citation that says something.
  private func word(before citation: Citation, in sheet: FactSheet) -> String? {
    let passage = sheet.passage
    let start = passage.sentences[citation.sentence].tokens.lowerBound
    // A footnote's own token is the word that it stands behind.
    let end = citation.form == .footnote ? citation.tokens.lowerBound + 1 : citation.tokens.lowerBound
    return (start..<max(start, min(end, passage.tokens.count))).reversed().lazy
      .filter { !sheet.isApparatus[$0] }.map { passage.stems[$0] }.first { !$0.isEmpty }
  }

  /// For links of the baseline the candidate's link that has their words and leads elsewhere.
  private func relinked() -> [Int: Int] {
    let pagesOfWords = { (sheet: FactSheet) -> [[String]: [Int]] in
      var result: [[String]: [Int]] = [:]
      for (index, citation) in sheet.citations.enumerated() where citation.form == .link && !citation.tokens.isEmpty {
        let words = citation.tokens.prefix(Self.reach).map { sheet.passage.tokens[$0].folded }
        result[words, default: []].append(index)
      }
      return result
    }
    let old = pagesOfWords(baseline)
    let new = pagesOfWords(candidate)
    var result: [Int: Int] = [:]
    for (words, indices) in old {
      guard let others = new[words] else { continue }
      // What is linked as often as before has stayed, whatever the order.
      var stayed: [[String]: Int] = [:]
      for other in others { stayed[candidate.citations[other].words, default: 0] += 1 }
      let gone = indices.filter { index in
        let page = baseline.citations[index].words
        stayed[page, default: 0] -= 1
        return stayed[page, default: 0] < 0
      }
      let known = Set(indices.map { baseline.citations[$0].words })
      let come = others.filter { !known.contains(candidate.citations[$0].words) }
      guard gone.count == come.count else { continue }
      for (index, other) in zip(gone, come) { result[index] = other }
    }
    return result
  }

  /// The candidate's sentences that say what the baseline's sentence says; where its figures went, when it has no counterpart.
  private func places(of sentence: Int) -> [Int] {
    // What was only put in its place says nothing of it.
    let linked = alignment.ofBaseline[sentence].filter { $0.similarity > 0 }.map(\.sentence)
    guard let own = linked.first else {
      return factPlaces(of: sentence)
    }
    // With a counterpart of its own, it is not told where another sentence of the same pattern is.
    let isCounterpart = { (other: Int) in alignment.ofCandidate[other].first?.sentence == sentence }
    return isCounterpart(own) ? linked.filter(isCounterpart) : linked
  }

  private func factPlaces(of sentence: Int) -> [Int] {
    baseline.factsOfSentence[sentence].flatMap { amounts.restatements[$0] }.map { candidate.facts[$0].sentence }
  }

  /// Whether the paragraph has the words, as « selon Ademe » has those of « (source : Ademe) ».
  private func names(_ words: [String], inBlock block: Int) -> Bool {
    guard !words.isEmpty else { return false }
    let said = Set(candidate.passage.tokensOfBlock[block].map { candidate.passage.tokens[$0].folded })
    return words.allSatisfy { said.contains($0) }
  }

  /// A citation of what the baseline's paragraph does not cite.
  private func intruder(in blocks: [Int], near sentence: Int) -> Int? {
    let cited = baselineBlocks[baseline.passage.sentences[sentence].block]
    return blocks.prefix(Self.reach).lazy.flatMap { (citationsOfBlock[$0] ?? []).prefix(Self.reach) }.first { index in
      let citation = candidate.citations[index]
      return (citation.form != .link || citation.source != nil)
        && cited?.cites(sameAs: citation, source: citation.source) != true
    }
  }

  /// Whether the figures of the citation's sentence are said again, of the same things, in a paragraph that cites its source.
  private func isVouchedForElsewhere(_ citation: Citation, source: Int?) -> Bool {
    // A sentence that stayed must keep its own.
    if let link = alignment.ofBaseline[citation.sentence].first, link.similarity >= Self.leastForMove { return false }
    let figures = baseline.facts[baseline.factsOfSentence[citation.sentence]].filter {
      $0.figure != nil && !$0.isIncidental
    }
    guard !figures.isEmpty, let source, let citing = blocksOfSource[source] else { return false }
    return figures.allSatisfy { figure in
      (factsOfValue[figure.value] ?? []).prefix(Self.reach).contains { index in
        let restated = candidate.facts[index]
        return citing.contains(candidate.passage.sentences[restated.sentence].block)
          && figure.context.similarity(to: restated.context) >= Self.leastEcho
      }
    }
  }

  /// Whether the cited source is still listed, so that naming another one instead is a choice.
  private func sourceSurvives(_ citation: Citation) -> Bool {
    guard let source = citation.source else { return true }
    return sources.counterparts[source] != nil
  }
}
