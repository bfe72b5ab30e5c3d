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
}

/// Compares which source vouches for which statement.
struct CitationComparison {
  private let baseline: FactSheet
  private let candidate: FactSheet
  private let alignment: FactAlignment
  private let sources: SourceChanges
  private let amounts: AmountChanges
  /// What is cited, by block, in the entries of the candidate's sources section.
  private let baselineBlocks: [Int: CitationIndex]
  private let candidateBlocks: [Int: CitationIndex]
  private let candidateText: CitationIndex
  private let citationsOfBlock: [Int: [Int]]
  /// The candidate's blocks that cite an entry.
  private let blocksOfSource: [Int: Set<Int>]
  /// The candidate's blocks that state an amount or a date.
  private let blocksOfValue: [Fact.Value: Set<Int>]

  /// How many citations near a place are looked at for the one that took another's.
  private static let reach = 64

  init(
    baseline: FactSheet, candidate: FactSheet, alignment: FactAlignment, sources: SourceChanges, amounts: AmountChanges
  ) {
    self.baseline = baseline
    self.candidate = candidate
    self.alignment = alignment
    self.sources = sources
    self.amounts = amounts
    var baselineBlocks: [Int: CitationIndex] = [:]
    for citation in baseline.citations {
      let block = baseline.passage.sentences[citation.sentence].block
      baselineBlocks[block, default: CitationIndex()]
        .insert(citation, source: citation.source.flatMap { sources.counterparts[$0] })
    }
    var candidateBlocks: [Int: CitationIndex] = [:]
    var candidateText = CitationIndex()
    var blocksOfSource: [Int: Set<Int>] = [:]
    for citation in candidate.citations {
      let block = candidate.passage.sentences[citation.sentence].block
      candidateBlocks[block, default: CitationIndex()].insert(citation, source: citation.source)
      candidateText.insert(citation, source: citation.source)
      if let source = citation.source { blocksOfSource[source, default: []].insert(block) }
    }
    self.baselineBlocks = baselineBlocks
    self.candidateBlocks = candidateBlocks
    self.candidateText = candidateText
    self.blocksOfSource = blocksOfSource
    citationsOfBlock = Dictionary(
      grouping: candidate.citations.indices, by: { candidate.passage.sentences[candidate.citations[$0].sentence].block }
    )
    var blocksOfValue: [Fact.Value: Set<Int>] = [:]
    for fact in candidate.facts {
      blocksOfValue[fact.value, default: []].insert(candidate.passage.sentences[fact.sentence].block)
    }
    self.blocksOfValue = blocksOfValue
  }

  func changes() -> CitationChanges {
    var changes = CitationChanges()
    var reportedPages: Set<String> = []
    let pages = Set(
      candidate.citations.filter { $0.form == .link }.flatMap(\.words)
        + (candidate.sources?.entries ?? []).compactMap(\.urlKey))
    for (index, citation) in baseline.citations.enumerated() {
      if citation.form == .link, citation.source == nil {
        if let page = citation.words.first, !pages.contains(page), reportedPages.insert(page).inserted {
          changes.lostLinks.append(index)
        }
        continue
      }
      let source = citation.source.flatMap { sources.counterparts[$0] }
      let places = self.places(of: citation.sentence)
      let blocks = Set(places.map { candidate.passage.sentences[$0].block }).sorted()
      if blocks.contains(where: { candidateBlocks[$0]?.cites(sameAs: citation, source: source) == true }) { continue }
      if places.isEmpty, candidateText.cites(sameAs: citation, source: source) { continue }
      if let intruder = intruder(in: blocks, near: citation.sentence), sourceSurvives(citation) {
        changes.altered.append(.init(baseline: index, candidate: intruder))
      } else if !isVouchedForElsewhere(citation, source: source) {
        changes.lost.append((index, places.first))
      }
    }
    return changes
  }

  /// The candidate's sentences that say what the baseline's sentence says; where its figures went, when it has no counterpart.
  private func places(of sentence: Int) -> [Int] {
    let linked = alignment.ofBaseline[sentence].map(\.sentence)
    if !linked.isEmpty { return linked }
    return baseline.factsOfSentence[sentence].flatMap { amounts.restatements[$0] }.map { candidate.facts[$0].sentence }
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

  /// Whether the facts of the citation's sentence are said again, in a paragraph that cites the same source.
  private func isVouchedForElsewhere(_ citation: Citation, source: Int?) -> Bool {
    let facts = baseline.factsOfSentence[citation.sentence].filter { !baseline.facts[$0].isIncidental }
    guard !facts.isEmpty, let source, let citing = blocksOfSource[source] else { return false }
    return facts.allSatisfy { blocksOfValue[baseline.facts[$0].value].map { !$0.isDisjoint(with: citing) } ?? false }
  }

  /// Whether the cited source is still listed, so that naming another one instead is a choice.
  private func sourceSurvives(_ citation: Citation) -> Bool {
    guard let source = citation.source else { return true }
    return sources.counterparts[source] != nil
  }
}
