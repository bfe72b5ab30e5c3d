import Languages

/// Links that kept their page and lead to another part of it.
extension CitationComparison {
  /// For links of the baseline to a part of a page the candidate's link that stands for it and leads to another part.
  ///
  /// A part named or left out is no change: the page is the same.
  func movedParts() -> [Int: Int] {
    let old = linksOfPages(baseline)
    guard !old.isEmpty else { return [:] }
    let new = linksOfPages(candidate)
    var result: [Int: Int] = [:]
    for (page, links) in old {
      guard let others = new[page],
        !links.lazy.map({ self.baseline.citations[$0].fragment }).elementsEqual(
          others.lazy.map { self.candidate.citations[$0].fragment })
      else { continue }
      compareParts(links, others, &result)
    }
    return result
  }

  /// The links of a version by their pages, where one of the page leads to a part of it.
  private func linksOfPages(_ sheet: FactSheet) -> [[String]: [Int]] {
    let links = sheet.citations.indices.filter { sheet.citations[$0].form == .link }
    let pages = Set(links.lazy.filter { sheet.citations[$0].fragment != nil }.map { sheet.citations[$0].words })
    guard !pages.isEmpty else { return [:] }
    return Dictionary(grouping: links.filter { pages.contains(sheet.citations[$0].words) }) {
      sheet.citations[$0].words
    }
  }

  /// Compares the links of one page.
  private func compareParts(_ links: [Int], _ others: [Int], _ result: inout [Int: Int]) {
    let (mine, theirs) = (wordings(of: links, in: baseline), wordings(of: others, in: candidate))
    for (words, indices) in mine {
      guard !words.isEmpty, indices.count == 1, let twins = theirs[words], twins.count == 1,
        URLKey.areOtherParts(baseline.citations[indices[0]].fragment, candidate.citations[twins[0]].fragment)
      else { continue }
      result[indices[0]] = twins[0]
    }
    // In other words, a part that is gone became the part that came, where as many links as before lead to the page itself.
    let before = Set(links.map { baseline.citations[$0].fragment })
    let now = Set(others.map { candidate.citations[$0].fragment })
    let gone = links.filter { !now.contains(baseline.citations[$0].fragment) }
    let come = others.filter { !before.contains(candidate.citations[$0].fragment) }
    guard gone.count == come.count,
      links.count(where: { baseline.citations[$0].fragment == nil })
        == others.count(where: { candidate.citations[$0].fragment == nil })
    else { return }
    for (index, other) in zip(gone, come) where result[index] == nil { result[index] = other }
  }

  private func wordings(of links: [Int], in sheet: FactSheet) -> [[String]: [Int]] {
    Dictionary(grouping: links) { sheet.citations[$0].tokens.map { sheet.passage.tokens[$0].folded } }
  }
}
