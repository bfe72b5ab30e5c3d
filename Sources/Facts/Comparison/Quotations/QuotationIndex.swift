/// Finds the quotations of an article that have words in common with another one.
struct QuotationIndex {
  private let quotations: [Quotation]
  /// For each word the quotations that have it.
  private let byWord: [String: [Int]]
  private let wordings: Set<[String]>

  init(_ quotations: [Quotation]) {
    self.quotations = quotations
    var byWord: [String: [Int]] = [:]
    for (index, quotation) in quotations.enumerated() {
      for word in Set(quotation.words) { byWord[word, default: []].append(index) }
    }
    self.byWord = byWord
    wordings = Set(quotations.map(\.words))
  }

  /// Whether a quotation has these words and no others.
  func has(_ words: [String]) -> Bool { wordings.contains(words) }

  /// Whether the words are a part of a quotation.
  func hasWhole(of words: [String]) -> Bool {
    // A whole has each of its part's words: it is looked for among those that have the rarest one.
    let holders = words.lazy.map { byWord[$0] ?? [] }.min { $0.count < $1.count } ?? []
    return holders.prefix(Self.most).contains { QuotationComparison.isPart(words, of: quotations[$0].words) }
  }

  /// How many quotations are looked at, so that the work stays linear where all of them have the same words.
  private static let most = 256
}
