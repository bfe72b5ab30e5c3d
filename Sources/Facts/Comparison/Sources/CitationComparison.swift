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
///
/// What most citations need not be looked up in is made when it is first asked for.
final class CitationComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  private let sources: SourceChanges
  private let amounts: AmountChanges
  /// What is cited, by block, in the entries of the candidate's sources section.
  private lazy var baselineBlocks = index(baselineCitations, by: \.block)
  private lazy var candidateBlocks = index(candidateCitations, by: \.block)
  private lazy var candidateText = index(candidateCitations, by: { _ in 0 })[0] ?? CitationIndex()
  private(set) lazy var baselineSentences = index(baselineCitations, by: \.citation.sentence)
  private(set) lazy var candidateSentences = index(candidateCitations, by: \.citation.sentence)
  /// For each block, that which leads to its list.
  private(set) lazy var baselineLeads = baseline.leadsOfBlocks()
  private(set) lazy var candidateLeads = candidate.leadsOfBlocks()
  /// For each block, that which ends its list with what vouches for it.
  private lazy var candidateTails = candidate.tailsOfBlocks()
  /// How often a block cites an entry of the candidate's sources section.
  private(set) lazy var baselineCounts = counts(of: baselineCitations)
  private(set) lazy var candidateCounts = counts(of: candidateCitations)
  private(set) lazy var citationsOfBlock = Dictionary(
    grouping: candidate.citations.indices,
    by: { candidate.passage.sentences[candidate.citations[$0].sentence].block })
  /// The candidate's blocks that cite an entry.
  private lazy var blocksOfSource: [Int: Set<Int>] = Dictionary(
    grouping: candidateCitations.filter { $0.source != nil }, by: { $0.source ?? 0 }
  ).mapValues { Set($0.map(\.block)) }
  /// The candidate's facts by what they state.
  private lazy var factsOfValue = Dictionary(
    grouping: candidate.facts.indices, by: { candidate.facts[$0].value })

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
  }

  /// A citation, its block, and the entry of the candidate's sources section that it stands for.
  private typealias Placed = (citation: Citation, block: Int, source: Int?)

  private var baselineCitations: [Placed] {
    baseline.citations.map {
      ($0, baseline.passage.sentences[$0.sentence].block, $0.source.flatMap { sources.counterparts[$0] })
    }
  }

  private var candidateCitations: [Placed] {
    candidate.citations.map { ($0, candidate.passage.sentences[$0.sentence].block, $0.source) }
  }

  private func index(_ citations: [Placed], by place: (Placed) -> Int) -> [Int: CitationIndex] {
    var result: [Int: CitationIndex] = [:]
    for placed in citations {
      result[place(placed), default: CitationIndex()].insert(placed.citation, source: placed.source)
    }
    return result
  }

  private func counts(of citations: [Placed]) -> [Place: Int] {
    var result: [Place: Int] = [:]
    for placed in citations {
      if let source = placed.source { result[Place(block: placed.block, source: source), default: 0] += 1 }
    }
    return result
  }

  func changes() -> CitationChanges {
    var changes = CitationChanges()
    var reportedPages: Set<String> = []
    let pages = Set(
      candidate.citations.filter { $0.form == .link }.flatMap(\.words)
        + (candidate.sources?.entries ?? []).compactMap(\.urlKey))
    changes.lostMailboxes = baseline.mailboxes(missingIn: candidate)
    lazy var linked = linkedPages()
    let relinked = relinked()
    let exchanged = exchanged().merging(misplacedLinks()) { a, _ in a }
    let readdressed = readdressedLinks().merging(movedParts()) { a, _ in a }
    for (index, citation) in baseline.citations.enumerated() {
      if let other = relinked[index] ?? readdressed[index] {
        changes.relinked.append(.init(baseline: index, candidate: other))
        continue
      }
      if let other = exchanged[index] {
        changes.altered.append(.init(baseline: index, candidate: other))
        continue
      }
      if citation.form == .link, citation.source == nil {
        if let page = citation.words.first,
          !pages.contains(page) || isUnlinked(page, in: citation.sentence, linked) || isDangling(citation),
          reportedPages.insert(page).inserted
        {
          changes.lostLinks.append(index)
        }
        continue
      }
      let source = citation.source.flatMap { sources.counterparts[$0] }
      let places = self.places(of: citation.sentence)
      if let other = misquotedMark(of: citation) {
        changes.altered.append(.init(baseline: index, candidate: other))
        continue
      }
      switch noteNow(of: citation) {
      case .there: break
      case .gone(let sentence):
        changes.lost.append((index, sentence))
        continue
      case .moved(let other):
        changes.altered.append(.init(baseline: index, candidate: other))
        continue
      }
      let own = places.map { candidate.passage.sentences[$0].block }
      let blocks = Set(own + own.flatMap { [candidateLeads[$0], candidateTails[$0]] }.filter { $0 >= 0 }).sorted()
      if blocks.contains(where: { candidateBlocks[$0]?.cites(sameAs: citation, source: source) == true }) {
        if let intruder = successor(of: citation, source: source, in: blocks) {
          changes.altered.append(.init(baseline: index, candidate: intruder))
          continue
        }
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

  /// Whether a block of the candidate cites the same.
  func cites(_ block: Int, sameAs citation: Citation, source: Int?) -> Bool {
    candidateBlocks[block]?.cites(sameAs: citation, source: source) == true
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
      guard mine != theirs else { continue }
      let isPermuted = mine.sorted() == theirs.sorted()
      guard isPermuted || isUnchanged(sentence, link.sentence) else { continue }
      for (place, (index, other)) in zip(indices, others).enumerated()
      where mine[place] != theirs[place]
        && (isPermuted
          || isReplaced(baseline.citations[index], by: candidate.citations[other]) && !mine.contains(theirs[place]))
        && !keepsItsWords(baseline.citations[index], among: zip(theirs, others).filter { $0.0 == mine[place] }.map(\.1))
        && word(before: baseline.citations[index], in: baseline)
          == word(before: candidate.citations[other], in: candidate)
      {
        result[index] = other
      }
    }
    return result
  }

  /// Whether another entry is cited in the same form: in a sentence that stayed, that is no other wording.
  private func isReplaced(_ citation: Citation, by other: Citation) -> Bool {
    citation.form == other.form && citation.form != .link && other.source != nil
      && citation.source.flatMap { sources.counterparts[$0] } != nil
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
    let isLink = { (citation: Citation) in citation.form == .link && !citation.tokens.isEmpty }
    // Most links have kept their words and their pages.
    if baseline.citations.lazy.filter(isLink).elementsEqual(
      candidate.citations.lazy.filter(isLink),
      by: { mine, theirs in
        mine.words == theirs.words
          && mine.tokens.lazy.map { self.baseline.passage.tokens[$0].folded }.elementsEqual(
            theirs.tokens.lazy.map { self.candidate.passage.tokens[$0].folded })
      })
    {
      return [:]
    }
    let pagesOfWords = { (sheet: FactSheet) -> [[String]: [Int]] in
      var result: [[String]: [Int]] = [:]
      for (index, citation) in sheet.citations.enumerated() where isLink(citation) {
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
      // Most words are linked once.
      if indices.count == 1, others.count == 1 {
        if baseline.citations[indices[0]].words != candidate.citations[others[0]].words {
          result[indices[0]] = others[0]
        }
        continue
      }
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
    let isCounterpart = { (other: Int) in self.alignment.ofCandidate[other].first?.sentence == sentence }
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
    return blocks.prefix(Self.reach).lazy.flatMap { (self.citationsOfBlock[$0] ?? []).prefix(Self.reach) }.first {
      index in
      let citation = candidate.citations[index]
      return (citation.form != .link || citation.source != nil)
        && cited?.cites(sameAs: citation, source: citation.source) != true
    }
  }

  /// The mark that took the citation's place where its source is only spoken of now: "the Cyber Desk found… (Source: Help Centre)".
  private func successor(of citation: Citation, source: Int?, in blocks: [Int]) -> Int? {
    guard citation.form == .marked || citation.form == .numbered, let source, blocks.count == 1,
      let link = alignment.ofBaseline[citation.sentence].first, isUnchanged(citation.sentence, link.sentence)
    else { return nil }
    let marks = (citationsOfBlock[blocks[0]] ?? []).prefix(Self.reach).filter {
      candidate.citations[$0].sentence == link.sentence && candidate.citations[$0].form == citation.form
    }
    guard marks.count == 1, let mark = marks.first, let other = candidate.citations[mark].source, other != source,
      baselineSentences[citation.sentence]?.cites(sameAs: candidate.citations[mark], source: other) != true
    else { return nil }
    return mark
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
