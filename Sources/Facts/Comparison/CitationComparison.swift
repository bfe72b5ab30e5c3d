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
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let sources: SourceChanges
  let amounts: AmountChanges

  func changes() -> CitationChanges {
    var changes = CitationChanges()
    let ofBlock = Dictionary(
      grouping: candidate.citations.indices, by: { candidate.passage.sentences[candidate.citations[$0].sentence].block }
    )
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
      let places = self.places(of: citation.sentence)
      let near = Set(places.map { candidate.passage.sentences[$0].block }).sorted().flatMap { ofBlock[$0] ?? [] }
      if near.contains(where: { cites(candidate.citations[$0], sameAs: citation) }) { continue }
      let isCitedElsewhere = candidate.citations.contains { cites($0, sameAs: citation) }
      if places.isEmpty, isCitedElsewhere { continue }
      let others = near.filter { candidate.citations[$0].form != .link || candidate.citations[$0].source != nil }
      let intruder = others.first { !isInBaseline(candidate.citations[$0], near: citation.sentence) }
      if let intruder, sourceSurvives(citation) {
        changes.altered.append(.init(baseline: index, candidate: intruder))
      } else if !isVouchedForElsewhere(citation) {
        changes.lost.append((index, places.first))
      }
    }
    return changes
  }

  /// The candidate's sentences that say what the baseline's sentence says; where its figures went, when it has no counterpart.
  private func places(of sentence: Int) -> [Int] {
    let linked = alignment.ofBaseline[sentence].map(\.sentence)
    if !linked.isEmpty { return linked }
    return facts(of: sentence).flatMap { amounts.restatements[$0] }.map { candidate.facts[$0].sentence }
  }

  private func facts(of sentence: Int) -> [Int] {
    baseline.facts.indices.filter { baseline.facts[$0].sentence == sentence }
  }

  /// Whether the facts of the citation's sentence are said again, in a paragraph that cites the same source.
  private func isVouchedForElsewhere(_ citation: Citation) -> Bool {
    let facts = self.facts(of: citation.sentence).filter { !baseline.facts[$0].isIncidental }
    guard !facts.isEmpty else { return false }
    let citing = Set(
      candidate.citations.filter { cites($0, sameAs: citation) }.map { candidate.passage.sentences[$0.sentence].block })
    guard !citing.isEmpty else { return false }
    return facts.allSatisfy { fact in
      let value = baseline.facts[fact].value
      return candidate.facts.contains {
        $0.value == value && citing.contains(candidate.passage.sentences[$0.sentence].block)
      }
    }
  }

  private func cites(_ citation: Citation, sameAs original: Citation) -> Bool {
    if let source = original.source, let counterpart = sources.counterparts[source], citation.source == counterpart {
      return true
    }
    if original.form == .footnote || citation.form == .footnote { return false }
    return citation.words == original.words
      || (citation.source == nil && original.source == nil && !Set(citation.words).isDisjoint(with: original.words))
  }

  private func isInBaseline(_ citation: Citation, near sentence: Int) -> Bool {
    let block = baseline.passage.sentences[sentence].block
    return baseline.citations.contains {
      baseline.passage.sentences[$0.sentence].block == block && cites(citation, sameAs: $0)
    }
  }

  /// Whether the cited source is still listed, so that naming another one instead is a choice.
  private func sourceSurvives(_ citation: Citation) -> Bool {
    guard let source = citation.source else { return true }
    return sources.counterparts[source] != nil
  }
}
