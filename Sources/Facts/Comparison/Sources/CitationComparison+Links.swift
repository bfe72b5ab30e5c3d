import Languages

/// Links that kept their pages and lost their places: another page of the article stands where this one stood.
extension CitationComparison {
  /// For links of the baseline the candidate's link that stands in their place and leads to another page of the baseline.
  func misplacedLinks() -> [Int: Int] {
    guard !alignment.isOneToOne else { return [:] }
    let isLink = { (citation: Citation) in citation.form == .link && !citation.tokens.isEmpty }
    let isRetold = { (sentence: Int) in
      self.alignment.ofBaseline[sentence].first.map { (Self.leastForLinks..<100).contains($0.similarity) } ?? false
    }
    let open = baseline.citations.indices.filter {
      isLink(baseline.citations[$0]) && isRetold(baseline.citations[$0].sentence)
    }
    guard !open.isEmpty else { return [:] }
    let old = Dictionary(grouping: open) { baseline.citations[$0].sentence }
    let new = Dictionary(grouping: candidate.citations.indices.filter { isLink(candidate.citations[$0]) }) {
      candidate.citations[$0].sentence
    }
    let known = Set(baseline.citations.filter(isLink).map(\.words))
    var result: [Int: Int] = [:]
    for (sentence, links) in old where links.count <= Self.mostLinks {
      guard let link = alignment.ofBaseline[sentence].first,
        let others = new[link.sentence], others.count <= Self.mostLinks
      else { continue }
      let pages = Set(links.map { baseline.citations[$0].words })
      let restated = Set(others.map { candidate.citations[$0].words })
      let gone = links.filter { !restated.contains(baseline.citations[$0].words) }
      let come = others.filter { !pages.contains(candidate.citations[$0].words) }
      if gone.count == come.count {
        for (index, other) in zip(gone, come)
        where known.contains(candidate.citations[other].words) && standAlike(index, other) {
          result[index] = other
        }
      }
      for (index, other) in exchangedLinks(links, others) { result[index] = other }
    }
    return result
  }

  private static let mostLinks = 6
  private static let leastForLinks = 40
  /// What is said of a page stands next to its link; one word may be of another.
  private static let leastLabel = 2

  /// Links of one sentence whose words were given to each other's statements.
  private func exchangedLinks(_ links: [Int], _ others: [Int]) -> [(original: Int, restated: Int)] {
    let stayed = links.compactMap { index -> (Int, Int)? in
      let page = baseline.citations[index].words
      let twins = others.filter { candidate.citations[$0].words == page }
      let isOnly = links.filter { baseline.citations[$0].words == page }.count == 1
      return isOnly && twins.count == 1 ? twins.first.map { (index, $0) } : nil
    }
    let exchange = Exchange(words: alignment.words, baseline: baseline, candidate: candidate)
    var result: [(original: Int, restated: Int)] = []
    for (place, (a, restated)) in stayed.enumerated() {
      for (b, other) in stayed[(place + 1)...]
      where areApart(baseline.citations[a], baseline.citations[b], in: baseline)
        && areApart(candidate.citations[restated], candidate.citations[other], in: candidate)
        && exchange.isExchange(
          .init(original: baseline.citations[a].tokens, restated: candidate.citations[restated].tokens),
          .init(original: baseline.citations[b].tokens, restated: candidate.citations[other].tokens),
          least: Self.leastLabel)
      {
        result += [(a, other), (b, restated)]
      }
    }
    return result
  }

  /// Whether a word that says something stands between two links: one beside the other says what it is.
  private func areApart(_ a: Citation, _ b: Citation, in sheet: FactSheet) -> Bool {
    let end = min(a.tokens.upperBound, b.tokens.upperBound)
    return (end..<max(end, max(a.tokens.lowerBound, b.tokens.lowerBound))).contains { !sheet.passage.stems[$0].isEmpty }
  }

  /// Whether the same words stand on both sides of two links.
  private func standAlike(_ index: Int, _ other: Int) -> Bool {
    let mine = neighbours(of: baseline.citations[index], in: baseline)
    let theirs = neighbours(of: candidate.citations[other], in: candidate)
    return mine == theirs && mine != [nil, nil]
  }

  /// The words before and behind a link that say something.
  private func neighbours(of link: Citation, in sheet: FactSheet) -> [String?] {
    let passage = sheet.passage
    let bounds = passage.sentences[link.sentence].tokens
    let telling = { (index: Int) in
      let word = passage.tokens[index].kind == .digits ? passage.tokens[index].folded : passage.stems[index]
      return word.isEmpty ? nil : word
    }
    let behind = min(link.tokens.upperBound, bounds.upperBound)..<bounds.upperBound
    return [
      (bounds.lowerBound..<max(bounds.lowerBound, link.tokens.lowerBound)).reversed().lazy.compactMap(telling).first,
      behind.lazy.compactMap(telling).first,
    ]
  }

  /// A page, and a section that links to it.
  struct LinkedPage: Hashable {
    let page: String
    let section: Int
  }

  /// The pages that the candidate's sections link to.
  func linkedPages() -> Set<LinkedPage> {
    Set(
      candidate.citations.lazy.filter { $0.form == .link }.flatMap { link in
        link.words.map { LinkedPage(page: $0, section: self.candidate.section(ofSentence: link.sentence)) }
      })
  }

  /// For links whose sentences stayed word for word, the candidate's link that has their words and leads elsewhere: two links
  /// that both say "here" may have exchanged their pages.
  func readdressedLinks() -> [Int: Int] {
    // Most links have kept their pages.
    let isSame = { (mine: Citation, theirs: Citation) in mine.words == theirs.words && mine.fragment == theirs.fragment
    }
    guard !baseline.citations.lazy.elementsEqual(candidate.citations.lazy, by: isSame) else { return [:] }
    let isLink = { (citation: Citation) in citation.form == .link && !citation.tokens.isEmpty }
    let old = Dictionary(grouping: baseline.citations.indices.filter { isLink(baseline.citations[$0]) }) {
      baseline.citations[$0].sentence
    }
    let new = Dictionary(grouping: candidate.citations.indices.filter { isLink(candidate.citations[$0]) }) {
      candidate.citations[$0].sentence
    }
    var result: [Int: Int] = [:]
    for (sentence, links) in old {
      guard let twin = alignment.ofBaseline[sentence].first, twin.similarity == 100, let others = new[twin.sentence],
        others.count == links.count, hasStayed(beside: sentence, twin.sentence)
      else { continue }
      let (start, other) = (
        baseline.passage.sentences[sentence].tokens.lowerBound,
        candidate.passage.sentences[twin.sentence].tokens.lowerBound
      )
      for (index, restated) in zip(links, others) {
        let (link, now) = (baseline.citations[index], candidate.citations[restated])
        guard link.words != now.words || URLKey.areOtherParts(link.fragment, now.fragment),
          link.tokens.moved(by: -start) == now.tokens.moved(by: -other)
        else { continue }
        result[index] = restated
      }
    }
    return result
  }

  /// Whether a sentence stayed with its paragraph, or where it was when it is one by itself: the same words may stand twice.
  private func hasStayed(beside sentence: Int, _ other: Int) -> Bool {
    let sentences = baseline.passage.sentences
    let near = [-1, 1].filter { sentences.indices.contains(sentence + $0) }
    let own = near.filter { sentences[sentence + $0].block == sentences[sentence].block }
    return (own.isEmpty ? near : own).allSatisfy {
      alignment.ofBaseline[sentence + $0].first?.sentence == other + $0
    }
  }

  /// Whether the link's words stand in square brackets now, before a label that nothing defines: "[the report][3]".
  func isDangling(_ link: Citation) -> Bool {
    guard let twin = alignment.ofBaseline[link.sentence].first, twin.similarity >= Self.leastForMove else {
      return false
    }
    let (words, tokens) = (baseline.passage.tokens[link.tokens], candidate.passage.tokens)
    let bounds = candidate.passage.sentences[twin.sentence].tokens
    return bounds.dropFirst().contains { start in
      let end = start + words.count
      return tokens[start - 1].isCharacter("[") && end + 1 < bounds.upperBound && tokens[end].isCharacter("]")
        && tokens[end + 1].isCharacter("[") && tokens[end + 1].gap == .none
        && tokens[start..<end].lazy.map(\.folded).elementsEqual(words.lazy.map(\.folded))
    }
  }

  /// Whether a sentence that stayed word for word has lost its link to a page, and its section links to it nowhere.
  func isUnlinked(_ page: String, in sentence: Int, _ linked: @autoclosure () -> Set<LinkedPage>) -> Bool {
    guard let twin = alignment.ofBaseline[sentence].first, twin.similarity == 100 else { return false }
    return !linked().contains(LinkedPage(page: page, section: candidate.section(ofSentence: twin.sentence)))
  }
}
