import Languages

/// Finds the entries of a list of sources that have a few words in a row, anywhere in them.
///
/// What it looks words up in is made when it is first asked for: most citations name an entry as it names itself.
final class EntryWords {
  private let sources: [Source]
  private let tokens: [Token]
  /// The words of each entry, folded.
  private lazy var entries: [[String]] = sources.map { source in
    source.lines.joined().filter { tokens[$0].kind != .mark }.map { tokens[$0].folded }
  }
  /// Where each word stands, in the order of the entries.
  private lazy var places: [String: [(entry: Int, word: Int)]] = {
    var places: [String: [(entry: Int, word: Int)]] = [:]
    for (entry, words) in entries.enumerated() {
      for (word, text) in words.enumerated() { places[text, default: []].append((entry, word)) }
    }
    return places
  }()

  /// Of words that stand in more places only so many are looked at, so that the work stays linear.
  private static let most = 256

  init(_ sources: [Source], tokens: [Token]) {
    self.sources = sources
    self.tokens = tokens
  }

  /// The entries that have the words in this order, with nothing between them.
  func entries(having words: [String]) -> [Int] {
    guard let first = words.first, let starts = places[first] else { return [] }
    var result: [Int] = []
    for (entry, word) in starts.prefix(Self.most) where result.last != entry {
      if entries[entry][word...].starts(with: words) { result.append(entry) }
    }
    return result
  }
}
