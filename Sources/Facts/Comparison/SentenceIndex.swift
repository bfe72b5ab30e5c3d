/// In which sentences of a version a stem stands, so that a question about words need not read the whole text.
///
/// Sources and code assert nothing, so their words are not listed.
final class SentenceIndex {
  /// For each stem its sentences, in order.
  private let places: [String: [Int]]
  private let sentenceCount: Int

  init(_ passage: Passage) {
    var places: [String: [Int]] = [:]
    for (index, sentence) in passage.sentences.enumerated() where sentence.role != .source && sentence.role != .code {
      for token in sentence.tokens where !passage.stems[token].isEmpty {
        if places[passage.stems[token]]?.last != index { places[passage.stems[token], default: []].append(index) }
      }
    }
    self.places = places
    sentenceCount = passage.sentences.count
  }

  /// In how many sentences a stem stands.
  func uses(of stem: String) -> Int { places[stem]?.count ?? 0 }

  /// Whether one sentence has both stems.
  func hasSentence(with stem: String, and other: String) -> Bool {
    guard let mine = places[stem], let theirs = places[other] else { return false }
    return !Set(mine).isDisjoint(with: theirs)
  }

  /// Whether one sentence, wherever it stands, has `percent` of the stems or more.
  func hasSentence(with percent: Int, of stems: Set<String>) -> Bool {
    var found = [Int](repeating: 0, count: sentenceCount)
    for stem in stems {
      for sentence in places[stem] ?? [] {
        found[sentence] += 1
        if 100 * found[sentence] >= percent * stems.count { return true }
      }
    }
    return false
  }
}
