import Languages

/// Which sentences of a candidate say what which sentences of its baseline say.
package struct FactAlignment: Sendable {
  package struct Link: Hashable, Sendable {
    /// A sentence of the other version.
    package let sentence: Int
    /// How much both say the same, 0 to 99: Dice's coefficient over the words, rare words counting more; 100 when all
    /// their tokens are the same.
    package let similarity: Int
  }

  /// For each baseline sentence its counterparts in the candidate, the best first.
  package let ofBaseline: [[Link]]
  /// For each candidate sentence its counterparts in the baseline, the best first.
  package let ofCandidate: [[Link]]
  /// The words by which the sentences were found.
  let words: SharedWords
  /// For each baseline sentence how many before it assert something, and how many of these stayed word for word, or all but
  /// a few of their words; and, after the last one, of all.
  private let before: [(asserting: Int, unchanged: Int, kept: Int)]

  /// Pairs need this similarity, or one must hold most of the other.
  private static let leastSimilarity = 22
  private static let leastContainment = 55
  /// A word in more sentences than this pairs none by itself.
  private static let commonWordLimit = 40
  private static let linksPerSentence = 4
  /// How much it adds to a similarity that a sentence stands between the two that stood around the other one: names that two
  /// bylines exchanged leave each byline where it was.
  private static let placeWorth = 30

  /// Aligns the sentences of an article with themselves.
  init(unchanged sheet: FactSheet) {
    let links = sheet.passage.sentences.enumerated().map { number, sentence in
      Self.asserts(sentence) ? [Link(sentence: number, similarity: 100)] : []
    }
    self.init(links, links, SharedWords(unchanged: sheet), baseline: sheet)
  }

  init(baseline: FactSheet, candidate: FactSheet) {
    let words = SharedWords(baseline: baseline, candidate: candidate)
    let vocabulary = Vocabulary(words, baseline: baseline, candidate: candidate)
    var ofBaseline = [[Link]](repeating: [], count: baseline.passage.sentences.count)
    var ofCandidate = [[Link]](repeating: [], count: candidate.passage.sentences.count)
    var waiting = WaitingPlaces(
      candidate.passage.sentences.indices.map {
        Self.asserts(candidate.passage.sentences[$0]) ? vocabulary.candidateKeys[$0] : -1
      }, among: vocabulary.keyCount)
    var openBaseline: [Int] = []
    var isPaired = [Bool](repeating: false, count: ofCandidate.count)
    for sentence in baseline.passage.sentences.indices where Self.asserts(baseline.passage.sentences[sentence]) {
      guard let other = waiting.take(vocabulary.baselineKeys[sentence]) else {
        openBaseline.append(sentence)
        continue
      }
      let links = [Link(sentence: other, similarity: 100)]
      ofBaseline[sentence] = links
      ofCandidate[other] = other == sentence ? links : [Link(sentence: sentence, similarity: 100)]
      isPaired[other] = true
    }
    let openCandidate = candidate.passage.sentences.indices.filter {
      !isPaired[$0] && Self.asserts(candidate.passage.sentences[$0])
    }
    let edges = Self.edges(from: openBaseline, to: openCandidate, vocabulary: vocabulary)
    let hasStayed = { (sentence: Int, other: Int) in
      ofBaseline.indices.contains(sentence) && ofBaseline[sentence].first == Link(sentence: other, similarity: 100)
    }
    let weighed = edges.map { edge in
      let (sentence, other) = (openBaseline[edge.row], openCandidate[edge.column])
      let isInPlace = hasStayed(sentence - 1, other - 1) && hasStayed(sentence + 1, other + 1)
      return Assignment.Edge(
        row: edge.row, column: edge.column, weight: edge.weight + (isInPlace ? 1000 * Self.placeWorth : 0))
    }
    let pairs = Assignment.best(rows: openBaseline.count, columns: openCandidate.count, edges: weighed)
    for edge in edges {
      let isPrimary = pairs[edge.row] == edge.column
      guard isPrimary || edge.containment >= Self.leastContainment else { continue }
      let b = openBaseline[edge.row]
      let c = openCandidate[edge.column]
      let link = { (sentence: Int) in Link(sentence: sentence, similarity: edge.similarity) }
      if isPrimary {
        ofBaseline[b].insert(link(c), at: 0)
        ofCandidate[c].insert(link(b), at: 0)
      } else {
        if ofBaseline[b].count < Self.linksPerSentence { ofBaseline[b].append(link(c)) }
        if ofCandidate[c].count < Self.linksPerSentence { ofCandidate[c].append(link(b)) }
      }
    }
    Self.linkNeighbours(&ofBaseline, &ofCandidate, baseline, candidate)
    self.init(ofBaseline, ofCandidate, words, baseline: baseline)
  }

  private init(_ ofBaseline: [[Link]], _ ofCandidate: [[Link]], _ words: SharedWords, baseline: FactSheet) {
    self.ofBaseline = ofBaseline
    self.ofCandidate = ofCandidate
    self.words = words
    var last = (asserting: 0, unchanged: 0, kept: 0)
    var before = [last]
    for (sentence, links) in zip(baseline.passage.sentences, ofBaseline) {
      let similarity = links.first?.similarity ?? 0
      last.asserting += Self.asserts(sentence) ? 1 : 0
      last.unchanged += similarity == 100 ? 1 : 0
      last.kept += similarity >= Self.leastForKept ? 1 : 0
      before.append(last)
    }
    self.before = before
  }

  /// Links sentences that share too few words, as « 13 %. » and « 31 %. » do, when those on both sides are linked.
  private static func linkNeighbours(
    _ ofBaseline: inout [[Link]], _ ofCandidate: inout [[Link]], _ baseline: FactSheet, _ candidate: FactSheet
  ) {
    let original = baseline.passage.sentences
    let restated = candidate.passage.sentences
    for sentence in original.indices.dropFirst().dropLast()
    where ofBaseline[sentence].isEmpty && asserts(original[sentence]) {
      guard let before = ofBaseline[sentence - 1].first, let after = ofBaseline[sentence + 1].first,
        after.sentence == before.sentence + 2
      else { continue }
      let between = before.sentence + 1
      guard ofCandidate[between].isEmpty, asserts(restated[between]) else { continue }
      ofBaseline[sentence] = [Link(sentence: between, similarity: 0)]
      ofCandidate[between] = [Link(sentence: sentence, similarity: 0)]
    }
  }

  /// Whether every sentence stands where it stood, word for word.
  var isOneToOne: Bool {
    ofBaseline.count == ofCandidate.count
      && ofBaseline.enumerated().allSatisfy { sentence, links in
        guard let link = links.first else { return ofCandidate[sentence].isEmpty }
        return link.sentence == sentence && link.similarity == 100
      }
  }

  /// How much of what stands around a baseline sentence stayed word for word, in percent of those sentences.
  ///
  /// Where nearly all did, the sentence was edited for itself: what it told is told in its counterpart, or nowhere. In an
  /// article told anew as a whole, any other sentence may tell it.
  package func stillness(around sentence: Int) -> Int {
    share(around: sentence, least: 100, \.unchanged)
  }

  /// Whether nearly all that stands around a baseline sentence stayed: what it claimed is claimed in its counterpart, however
  /// freely that is told, or nowhere.
  package func isAlone(_ sentence: Int) -> Bool { stillness(around: sentence) >= Self.leastForAlone }

  /// Whether nearly all that stands around a baseline sentence kept most of its words: what it claimed has hardly gone into
  /// another sentence, though any word may have been put into another.
  func isAmongKept(_ sentence: Int) -> Bool {
    isAlone(sentence) || share(around: sentence, least: Self.leastForKept, \.kept) >= Self.leastForAlone
  }

  /// The share of the sentences around a baseline sentence that some count has, in percent.
  ///
  /// - Parameter similarity: from which on the count has a sentence.
  private func share(
    around sentence: Int, least similarity: Int, _ count: KeyPath<(asserting: Int, unchanged: Int, kept: Int), Int>
  ) -> Int {
    let around = max(0, sentence - Self.stillReach)..<min(ofBaseline.count, sentence + Self.stillReach + 1)
    let (first, last) = (before[around.lowerBound], before[around.upperBound])
    guard last.asserting - first.asserting > Self.fewestAround else { return 0 }
    let own = ofBaseline[sentence].first.map { $0.similarity >= similarity } == true ? 1 : 0
    return 100 * (last[keyPath: count] - first[keyPath: count] - own) / max(1, last.asserting - first.asserting - 1)
  }

  private static let leastForAlone = 75
  /// Sentences as alike as this have most of their words in common.
  private static let leastForKept = 85

  /// Whether a sentence of the candidate was put between two that stayed as they were, side by side: it tells nothing of
  /// theirs anew.
  func isInserted(_ sentence: Int) -> Bool {
    Self.isUnlinked(sentence, betweenStayed: ofCandidate)
  }

  /// Whether a sentence of the baseline was taken out between two that stayed as they were, side by side now.
  func isRemoved(_ sentence: Int) -> Bool {
    Self.isUnlinked(sentence, betweenStayed: ofBaseline)
  }

  private static func isUnlinked(_ sentence: Int, betweenStayed links: [[Link]]) -> Bool {
    guard sentence > 0, sentence + 1 < links.count, links[sentence].isEmpty,
      let before = links[sentence - 1].first, let behind = links[sentence + 1].first
    else { return false }
    return before.sentence + 1 == behind.sentence && min(before.similarity, behind.similarity) >= leastForStay
  }

  /// Whether a sentence and those around it have so many of the words that they may say the same: those that stayed as they
  /// were say nothing new, and need most of them.
  func isSaid(_ words: Set<String>, around sentence: Int, of sheet: FactSheet, by links: [[Link]]) -> Bool {
    let passage = sheet.passage
    let places = max(0, sentence - Self.sayingReach)...min(passage.sentences.count - 1, sentence + Self.sayingReach)
    let said = places.reduce(into: Set<String>()) { said, place in
      said.formUnion(words.intersection(passage.content(of: passage.sentences[place].tokens)))
    }
    let isStill = places.allSatisfy { $0 == sentence || links[$0].first?.similarity == 100 }
    return 3 * said.count > (isStill ? 2 : 1) * words.count
  }

  /// How many sentences on either side may say what one does.
  private static let sayingReach = 2

  private static let leastForStay = 80

  /// How many sentences on either side tell whether one was edited for itself.
  private static let stillReach = 8
  /// Fewer sentences around tell nothing.
  private static let fewestAround = 4

  /// How the sentences are linked, 0 when they are not.
  package func similarity(baseline: Int, candidate: Int) -> Int {
    ofBaseline[baseline].first { $0.sentence == candidate }?.similarity ?? 0
  }

  /// Each word of a sorted list once.
  private static func different(_ words: [Int]) -> some Sequence<Int> {
    words.indices.lazy.filter { $0 == 0 || words[$0 - 1] != words[$0] }.map { words[$0] }
  }

  /// For each word the sentences that have it, of all words one behind the other.
  private struct Postings {
    /// For each word where its sentences begin; and, after the last one, where all end.
    private let starts: [Int]
    private let sentences: [Int]

    /// - Parameter lists: the words of each sentence, sorted.
    init(of lists: [[Int]], among count: Int) {
      var starts = [Int](repeating: 0, count: count + 1)
      for words in lists {
        for word in FactAlignment.different(words) { starts[word] += 1 }
      }
      for word in 1..<starts.count { starts[word] += starts[word - 1] }
      var sentences = [Int](repeating: 0, count: starts[count])
      // Backwards, so that each start, counted down, ends where it belongs.
      for (sentence, words) in lists.enumerated().reversed() {
        for word in FactAlignment.different(words) {
          starts[word] -= 1
          sentences[starts[word]] = sentence
        }
      }
      self.starts = starts
      self.sentences = sentences
    }

    subscript(word: Int) -> ArraySlice<Int> { sentences[starts[word]..<starts[word + 1]] }
  }

  private static func asserts(_ sentence: Sentence) -> Bool {
    sentence.role != .source && sentence.role != .code
  }

  private struct Candidate {
    let row: Int
    let column: Int
    let similarity: Int
    let containment: Int
    let weight: Int
  }

  /// The pairs that share enough words, found through the words that are not too common.
  private static func edges(from rows: [Int], to columns: [Int], vocabulary: Vocabulary) -> [Candidate] {
    guard !rows.isEmpty, !columns.isEmpty else { return [] }
    let others = columns.map(vocabulary.words(ofCandidate:))
    let postings = Postings(of: others, among: vocabulary.weights.count)
    var result: [Candidate] = []
    var shared = [Int](repeating: 0, count: columns.count)
    var touched: [Int] = []
    for (row, sentence) in rows.enumerated() {
      let words = vocabulary.words(ofBaseline: sentence)
      touched.removeAll(keepingCapacity: true)
      for word in different(words) {
        guard postings[word].count <= commonWordLimit else { continue }
        for column in postings[word] {
          if shared[column] == 0 { touched.append(column) }
          shared[column] += vocabulary.weights[word]
        }
      }
      let total = vocabulary.weight(of: words)
      touched.sort()
      for column in touched {
        shared[column] = 0
        let other = others[column]
        let common = vocabulary.sharedWeight(words, other)
        let otherTotal = vocabulary.weight(of: other)
        guard total + otherTotal > 0 else { continue }
        // The same words in another order are another sentence: 100 is kept for those that are equal word for word.
        let similarity = min(99, 200 * common / (total + otherTotal))
        let containment = 100 * common / max(1, min(total, otherTotal))
        guard similarity >= leastSimilarity || containment >= leastContainment else { continue }
        // Of equals, those that stand alike in their texts belong together.
        let drift = abs(row * 1000 / max(1, rows.count) - column * 1000 / max(1, columns.count))
        result.append(
          Candidate(
            row: row, column: column, similarity: similarity, containment: containment,
            weight: 1000 * similarity + (1000 - drift) / 10 + 1))
      }
    }
    return result
  }
}
