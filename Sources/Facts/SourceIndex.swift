import Languages

/// Finds the source that a few words name: by its whole name, its head, or its initials.
struct SourceIndex {
  /// The ways to name each source, as folded words.
  private let aliases: [(words: [String], source: Int)]
  private let byFirstWord: [String: [Int]]

  init(_ sources: [Source]) {
    var aliases: [(words: [String], source: Int)] = []
    for (index, source) in sources.enumerated() {
      for words in Self.aliases(of: source) where !words.isEmpty {
        aliases.append((words, index))
      }
    }
    self.aliases = aliases.sorted { ($1.words.count, $0.source) < ($0.words.count, $1.source) }
    byFirstWord = Dictionary(grouping: self.aliases.indices, by: { [aliases = self.aliases] in aliases[$0].words[0] })
  }

  /// Returns the source that `words` name; `nil` when none or more than one fits.
  func entry(named words: [String]) -> Int? {
    let exact = Set(aliases.filter { $0.words == words }.map(\.source))
    if exact.count == 1 { return exact.first }
    if !exact.isEmpty { return nil }
    let parts = Set(aliases.filter { Self.contains($0.words, words) || Self.contains(words, $0.words) }.map(\.source))
    if parts.count == 1 { return parts.first }
    if parts.count > 1 { return nil }
    // Initials and short forms: each word of one is a word of the other, or the initials of several.
    let loose = Set(
      aliases.filter { Self.abbreviates(words, $0.words) || Self.abbreviates($0.words, words) }.map(\.source))
    return loose.count == 1 ? loose.first : nil
  }

  /// Returns the longest name of a source among the tokens of `range`.
  func longestMention(in range: Range<Int>, of tokens: [Token]) -> (source: Int, tokens: Range<Int>)? {
    var best: (source: Int, tokens: Range<Int>)?
    for start in range {
      for alias in byFirstWord[tokens[start].folded] ?? [] {
        let words = aliases[alias].words
        var index = start
        var matched = 0
        while index < range.upperBound, matched < words.count {
          if tokens[index].kind == .mark {
            index += 1
            continue
          }
          guard tokens[index].folded == words[matched] else { break }
          matched += 1
          index += 1
        }
        if matched == words.count, index - start > (best?.tokens.count ?? 0) {
          best = (aliases[alias].source, start..<index)
        }
      }
    }
    return best
  }

  private static func aliases(of source: Source) -> [[String]] {
    var result = [source.nameWords]
    // The head of « Dihnamic – Actualités & Études » is how a text calls it.
    if let name = source.name?.text {
      let head = name.split(separator: "–", maxSplits: 1).first ?? ""
      let words = WordBreaker.tokens(of: Array(head.split(separator: " - ").first.map(String.init)?.utf8 ?? "".utf8))
        .filter { $0.kind != .mark }.map(\.folded)
      if words != source.nameWords { result.append(words) }
      let initials = acronym(of: words)
      if initials.count >= 2 { result.append([initials]) }
    }
    return result
  }

  private static func acronym(of words: [String]) -> String {
    guard words.count > 1 else { return "" }
    return words.filter { $0.utf8.count > 2 }.compactMap(\.first).map(String.init).joined()
  }

  private static func contains(_ words: [String], _ part: [String]) -> Bool {
    guard !part.isEmpty, part.count <= words.count else { return false }
    return (0...words.count - part.count).contains { words[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// Whether `short` is `long` with words left out or several replaced by their initials: « CCI PACA ».
  private static func abbreviates(_ short: [String], _ long: [String]) -> Bool {
    guard short.count < long.count, let first = short.first, !first.isEmpty else { return false }
    var position = 0
    for word in short {
      if let found = long[position...].firstIndex(of: word) {
        position = found + 1
        continue
      }
      guard position > 0 || short.count == 1 else { return false }
      // PACA: Provence-Alpes-Côte d'Azur.
      let rest = long[position...].filter { !$0.hasSuffix("'") }
      let initials = rest.compactMap(\.first)
      guard word.count >= 2, initials.starts(with: word) else { return false }
      position = long.count
    }
    return true
  }
}
