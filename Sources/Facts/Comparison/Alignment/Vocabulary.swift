/// The words of two versions as small numbers, with a weight for each that falls the more sentences use it.
struct Vocabulary {
  private let baseline: Version
  private let candidate: Version
  /// For each sentence a number that two sentences share when all their tokens are the same.
  let baselineKeys: [Int]
  let candidateKeys: [Int]
  /// How many different sentences there are.
  let keyCount: Int
  /// For each word 1 to 10; 0 for one that stands in no sentence.
  let weights: [Int]

  init(_ words: SharedWords, baseline: FactSheet, candidate: FactSheet) {
    self.baseline = Version(sheet: baseline, said: words.baseline.said)
    self.candidate = Version(sheet: candidate, said: words.candidate.said)
    var keys: [SentenceKey: Int] = [:]
    keys.reserveCapacity(baseline.passage.sentences.count)
    baselineKeys = Self.keys(of: baseline, words.baseline.words, &keys)
    candidateKeys = Self.keys(of: candidate, words.candidate.words, &keys)
    keyCount = keys.count
    var counts = [Int](repeating: 0, count: words.count)
    self.baseline.count(into: &counts)
    self.candidate.count(into: &counts)
    let sentences = baselineKeys.count + candidateKeys.count
    weights = counts.map { count in
      guard count > 0 else { return 0 }
      var ratio = sentences / count
      var weight = 1
      while ratio > 1, weight < 10 {
        ratio /= 2
        weight += 1
      }
      return weight
    }
  }

  /// The words of a sentence that say something, each as often as it stands there, in the order of their numbers.
  func words(ofBaseline sentence: Int) -> [Int] { baseline.words(of: sentence) }
  func words(ofCandidate sentence: Int) -> [Int] { candidate.words(of: sentence) }

  func weight(of words: [Int]) -> Int {
    words.reduce(0) { $0 + weights[$1] }
  }

  /// The weight of the words that both lists hold, each as often as it stands in both; the lists are sorted.
  func sharedWeight(_ a: [Int], _ b: [Int]) -> Int {
    var i = 0
    var j = 0
    var sum = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        sum += weights[a[i]]
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  private static func keys(of sheet: FactSheet, _ words: [Int], _ keys: inout [SentenceKey: Int]) -> [Int] {
    /// Returns the number of a sentence, which gets one where it has none yet.
    func taken(_ number: inout Int) -> Int { number }
    return sheet.passage.sentences.map { sentence in
      let next = keys.count
      return taken(&keys[SentenceKey(words[sentence.tokens]), default: next])
    }
  }

  /// One version, with the numbers of both.
  private struct Version {
    let sheet: FactSheet
    /// For each token what it says; -1 where it says nothing.
    let said: [Int]

    func words(of sentence: Int) -> [Int] {
      let (tokens, isApparatus) = (sheet.passage.sentences[sentence].tokens, sheet.isApparatus)
      var result: [Int] = []
      result.reserveCapacity(tokens.count)
      for index in tokens where said[index] >= 0 && !isApparatus[index] { result.append(said[index]) }
      result.sort()
      return result
    }

    /// Counts one sentence for each of its words.
    func count(into counts: inout [Int]) {
      let isApparatus = sheet.isApparatus
      var lastSentence = [Int](repeating: -1, count: counts.count)
      for (number, sentence) in sheet.passage.sentences.enumerated() {
        for index in sentence.tokens {
          let word = said[index]
          guard word >= 0, !isApparatus[index], lastSentence[word] != number else { continue }
          lastSentence[word] = number
          counts[word] += 1
        }
      }
    }
  }
}

/// The words of a sentence by their numbers, to find those that say the same.
///
/// A set hashes each number of a list for itself, which takes longer than all that is done with the list.
package struct SentenceKey: Hashable, Sendable {
  private let words: ArraySlice<Int>
  private let digest: UInt64

  package init(_ words: ArraySlice<Int>) {
    self.words = words
    digest = words.reduce(Self.seed) { digest, word in
      let mixed = (digest ^ UInt64(truncatingIfNeeded: word)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return mixed.high ^ mixed.low
    }
  }

  /// Another number in each run, so that nobody can write sentences that all have one digest. What they are told apart by
  /// does not depend on it.
  private static let seed = UInt64.random(in: .min ... .max)

  package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
