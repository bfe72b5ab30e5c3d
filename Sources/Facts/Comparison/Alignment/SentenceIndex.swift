import Languages

/// In which sentences of a version a stem stands, so that a question about words need not read the whole text.
///
/// Sources and code assert nothing, so their words are not listed.
final class SentenceIndex {
  private let stems: WordNumbers
  /// For each stem where its sentences begin among `sentences`; and, after the last one, where all end.
  private let starts: [Int]
  /// The sentences of each stem, in order, of all stems one behind the other.
  private let sentences: [Int]
  private let sentenceCount: Int
  /// For each sentence of prose how many of these stand before it; -1 for the others.
  private let placesInProse: [Int]

  init(_ passage: Passage) {
    let ofToken = passage.stems.ofToken
    let listed = passage.sentences.indices.filter {
      passage.sentences[$0].role != .source && passage.sentences[$0].role != .code
    }
    var starts = [Int](repeating: 0, count: passage.stems.numbers.count + 1)
    var last = [Int](repeating: -1, count: starts.count)
    for index in listed {
      for token in passage.sentences[index].tokens where ofToken[token] >= 0 && last[ofToken[token]] != index {
        last[ofToken[token]] = index
        starts[ofToken[token]] += 1
      }
    }
    for stem in 1..<starts.count { starts[stem] += starts[stem - 1] }
    var sentences = [Int](repeating: 0, count: starts[starts.count - 1])
    last = Array(repeating: -1, count: starts.count)
    // Backwards, so that each start, counted down, ends where it belongs.
    for index in listed.reversed() {
      for token in passage.sentences[index].tokens where ofToken[token] >= 0 && last[ofToken[token]] != index {
        last[ofToken[token]] = index
        starts[ofToken[token]] -= 1
        sentences[starts[ofToken[token]]] = index
      }
    }
    stems = passage.stems.numbers
    self.starts = starts
    self.sentences = sentences
    sentenceCount = passage.sentences.count
    var prose = 0
    placesInProse = passage.sentences.map { sentence in
      guard sentence.role == .prose else { return -1 }
      prose += 1
      return prose - 1
    }
  }

  /// The sentences that have the stem of a number.
  private func places(of stem: Int) -> ArraySlice<Int> { sentences[starts[stem]..<starts[stem + 1]] }

  private func places(of stem: String) -> ArraySlice<Int> { stems.known(stem).map(places(of:)) ?? [] }

  /// In how many sentences a stem stands.
  func uses(of stem: String) -> Int { places(of: stem).count }

  /// Whether one sentence has both stems.
  func hasSentence(with stem: String, and other: String) -> Bool {
    let theirs = places(of: other)
    return !theirs.isEmpty && !Set(theirs).isDisjoint(with: places(of: stem))
  }

  /// Whether one sentence, wherever it stands, has `percent` of the stems or more.
  func hasSentence(with percent: Int, of stems: Set<String>) -> Bool {
    var found = [Int](repeating: 0, count: sentenceCount)
    for stem in stems {
      for sentence in places(of: stem) {
        found[sentence] += 1
        if 100 * found[sentence] >= percent * stems.count { return true }
      }
    }
    return false
  }

  /// Whether two sentences that follow each other in the prose have `percent` of the stems or more between them, as they
  /// are or in words that begin with the same `root` bytes.
  func hasNeighbours(with percent: Int, of stems: Set<String>, root: Int) -> Bool {
    var found = [Int](repeating: 0, count: sentenceCount + 1)
    var last = [Int](repeating: -1, count: sentenceCount + 1)
    for (turn, stem) in stems.enumerated() {
      let forms = self.stems.numbers(sharing: root, with: stem)
      for form in forms.isEmpty ? [self.stems.known(stem)].compactMap(\.self) : forms {
        for sentence in places(of: form) where placesInProse[sentence] >= 0 {
          // A sentence counts for itself, and for the one behind it.
          for place in placesInProse[sentence]...placesInProse[sentence] + 1 where last[place] != turn {
            last[place] = turn
            found[place] += 1
            if 100 * found[place] >= percent * stems.count { return true }
          }
        }
      }
    }
    return false
  }
}
