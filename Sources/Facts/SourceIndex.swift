import Languages

/// Finds the source that a few words name: by its whole name, its head, or its initials.
struct SourceIndex {
  private struct Alias {
    let words: [String]
    let source: Int
  }

  /// The ways to name each source.
  private let aliases: [Alias]
  private let byPhrase: [[String]: [Int]]
  private let byWord: [String: [Int]]
  private let byFirstWord: [String: [Int]]
  /// Aliases by the beginnings of their initials.
  private let byInitials: [String: [Int]]
  private let longest: Int
  /// The years that each source's entry has.
  private let years: [Set<Int>]
  private let abbreviation: Abbreviation

  /// A word in more names than this tells none of them from another.
  private static let most = 256

  init(_ sources: [Source], abbreviation: Abbreviation) {
    var aliases: [Alias] = []
    for (index, source) in sources.enumerated() {
      for words in Self.aliases(of: source, abbreviation) where !words.isEmpty {
        aliases.append(Alias(words: words, source: index))
      }
    }
    var byPhrase: [[String]: [Int]] = [:]
    var byWord: [String: [Int]] = [:]
    var byFirstWord: [String: [Int]] = [:]
    var byInitials: [String: [Int]] = [:]
    for (number, alias) in aliases.enumerated() {
      byPhrase[alias.words, default: []].append(number)
      byFirstWord[alias.words[0], default: []].append(number)
      for word in Set(alias.words) { byWord[word, default: []].append(number) }
      var beginning = ""
      for letter in abbreviation.initials(of: alias.words).prefix(8) {
        beginning.append(letter)
        if beginning.count >= 2 { byInitials[beginning, default: []].append(number) }
      }
    }
    self.aliases = aliases
    self.byPhrase = byPhrase
    self.byWord = byWord
    self.byFirstWord = byFirstWord
    self.byInitials = byInitials
    years = sources.map { source in
      Set((source.dates + source.mentionedDates).compactMap(\.year) + source.nameWords.compactMap { Int($0) })
    }
    longest = aliases.reduce(0) { max($0, $1.words.count) }
    self.abbreviation = abbreviation
  }

  /// Returns the source that `words` name; `nil` when none or more than one fits.
  func entry(named words: [String]) -> Int? {
    guard let first = words.first else { return nil }
    switch only(in: byPhrase[words] ?? [], where: { _ in true }) {
    case .one(let source): return source
    case .several: return nil
    case .none: break
    }
    let containing = words.map { byWord[$0] ?? [] }.min { $0.count < $1.count } ?? []
    let contained = Set(words).sorted().flatMap { (byFirstWord[$0] ?? []).prefix(Self.most) }
    let parts = only(in: containing.prefix(Self.most) + contained) {
      Self.contains($0.words, words) || Self.contains(words, $0.words)
    }
    switch parts {
    case .one(let source): return source
    case .several: return nil
    case .none: break
    }
    // Initials and short forms: each word of one is a word of the other, or the initials of several.
    let longer = (byWord[first] ?? []).prefix(Self.most) + (byInitials[first] ?? []).prefix(Self.most)
    let initials = abbreviation.initials(of: words)
    let shorter = (2...8).flatMap { (byFirstWord[String(initials.prefix($0))] ?? []).prefix(Self.most) }
    let loose = only(in: longer + contained + shorter) {
      abbreviation.abbreviates(words, $0.words) || abbreviation.abbreviates($0.words, words)
    }
    if case .one(let source) = loose { return source }
    return nil
  }

  /// Returns the source whose name begins with the first of the authors and has all of them, and whose entry has the year.
  func entry(by authors: [String], of year: Int) -> Int? {
    guard let first = authors.first else { return nil }
    let fitting = only(in: (byFirstWord[first] ?? []).prefix(Self.most)) { alias in
      years[alias.source].contains(year) && authors.allSatisfy(alias.words.contains)
    }
    if case .one(let source) = fitting { return source }
    return nil
  }

  /// Whether a source's entry has the year.
  func has(_ year: Int, _ source: Int) -> Bool { years[source].contains(year) }

  private enum Choice { case none, one(Int), several }

  /// The source of the aliases that fit, when they are all of one.
  private func only(in numbers: some Sequence<Int>, where fits: (Alias) -> Bool) -> Choice {
    var found: Int?
    for number in numbers where aliases[number].source != found && fits(aliases[number]) {
      if found != nil { return .several }
      found = aliases[number].source
    }
    return found.map { .one($0) } ?? .none
  }

  /// Whether the name of a source begins with the word.
  func mayStart(with word: String) -> Bool { byFirstWord[word] != nil }

  /// Returns the longest name of a source among the tokens of `range`.
  func longestMention(in range: Range<Int>, of tokens: [Token]) -> (source: Int, tokens: Range<Int>)? {
    var best: (source: Int, tokens: Range<Int>)?
    for start in range where mayStart(with: tokens[start].folded) {
      var words: [String] = []
      for index in start..<min(range.upperBound, start + 2 * longest) where tokens[index].kind != .mark {
        words.append(tokens[index].folded)
        guard words.count <= longest else { break }
        if index + 1 - start > best?.tokens.count ?? 0, let alias = byPhrase[words]?.first {
          best = (aliases[alias].source, start..<index + 1)
        }
      }
    }
    return best
  }

  private static func aliases(of source: Source, _ abbreviation: Abbreviation) -> [[String]] {
    var result = [source.nameWords]
    // The head of « Dihnamic – Actualités & Études » is how a text calls it.
    if let name = source.name?.text {
      let head = name.unicodeScalars.split(separator: "–", maxSplits: 1).first.map { Substring($0) } ?? ""
      let words = WordBreaker.tokens(of: Self.beforeDash(Array(head.utf8))).filter { $0.kind != .mark }.map(\.folded)
      if words != source.nameWords { result.append(words) }
      // « Institut national de la statistique (Insee) » is called by either.
      if let open = head.utf8.firstIndex(of: UInt8(ascii: "(")), open > head.startIndex {
        for part in [head[..<open], head[open...].prefix { $0 != ")" }.dropFirst()] {
          result.append(WordBreaker.tokens(of: Array(part.utf8)).filter { $0.kind != .mark }.map(\.folded))
        }
      }
      let acronym = words.count > 1 ? abbreviation.initials(of: words) : ""
      if acronym.count >= 2 { result.append([acronym]) }
    }
    return result
  }

  /// What stands before the first hyphen between blanks.
  private static func beforeDash(_ name: [UInt8]) -> [UInt8] {
    let dash = name.indices.dropLast(2).first { name[$0] == 0x20 && name[$0 + 1] == 0x2D && name[$0 + 2] == 0x20 }
    return dash.map { Array(name[..<$0]) } ?? name
  }

  private static func contains(_ words: [String], _ part: [String]) -> Bool {
    guard !part.isEmpty, part.count <= words.count else { return false }
    return (0...words.count - part.count).contains { words[$0..<$0 + part.count].elementsEqual(part) }
  }
}
