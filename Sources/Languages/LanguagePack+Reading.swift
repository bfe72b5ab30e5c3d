extension LanguagePack {
  /// Reads `length km 1000`: dimension, name, factor.
  static func unit(_ group: String) -> Unit? {
    let words = group.split(separator: " ")
    guard words.count == 3, let factor = ratio(String(words[2])) else { return nil }
    return Unit(dimension: Unit.Dimension(String(words[0])), name: String(words[1]), factor: factor)
  }

  /// Reads `3`, `0.001` or `2/3`.
  static func ratio(_ text: String) -> ExactNumber? {
    if let whole = Int(text), whole >= 0 { return ExactNumber(whole) }
    let parts = text.split(separator: "/", maxSplits: 1).map { decimal($0) }
    guard let top = parts.first ?? nil else { return nil }
    guard parts.count == 2 else { return top }
    return parts[1].flatMap { top.divided(by: $0) }
  }

  private static func decimal(_ text: Substring) -> ExactNumber? {
    let digits = text.utf8.filter { $0 != 0x2E }
    let fraction = text.utf8.firstIndex(of: 0x2E).map { text.utf8[$0...].count - 1 } ?? 0
    return ExactNumber(decimalDigits: digits, fractionDigits: fraction)
  }

  /// Each word and stem with its opposite, and the further opposites of the few that have several.
  static func opposites(_ pairs: [(String, String)], _ stemmer: Stemmer) -> ([String: String], [String: [String]]) {
    var opposites: [String: String] = [:]
    var further: [String: [String]] = [:]
    opposites.reserveCapacity(pairs.count * 4)
    for (a, b) in pairs {
      let (stemOfA, stemOfB) = (stemmer.stem(a), stemmer.stem(b))
      for (word, opposite) in [(a, b), (b, a), (stemOfA, stemOfB), (stemOfB, stemOfA)] {
        guard let known = opposites[word] else {
          opposites[word] = opposite
          continue
        }
        if known != opposite { further[word, default: []].append(opposite) }
      }
    }
    return (opposites, further)
  }
}

/// Makes tables of the sections of a pack.
struct PackTables {
  let text: PackText
  /// The rule for tables of short words that are part of many compounds.
  let strict: PhraseHyphens
  private var scanner: TokenScanner

  init(_ text: PackText) {
    self.text = text
    scanner = TokenScanner(text.bytes, keepsText: false)
    strict = .strict(clitics: text["clitics"].flatMap(\.items).map(text.text))
  }

  /// Returns the phrases of a section; groups whose name `value` cannot read are left out.
  mutating func table<Value>(
    _ section: String, _ hyphens: PhraseHyphens = .loose, _ value: (String) -> Value?
  ) -> PhraseTable<Value> {
    var builder = PhraseTableBuilder<Value>(hyphens: hyphens)
    add(section, to: &builder, value)
    return builder.table()
  }

  /// Returns one table of several sections, each with its own way to read the names of its groups.
  mutating func merged<Value>(_ sections: [(name: String, value: (String) -> Value?)]) -> PhraseTable<Value> {
    var builder = PhraseTableBuilder<Value>(hyphens: .loose)
    for section in sections { add(section.name, to: &builder, section.value) }
    return builder.table()
  }

  private mutating func add<Value>(
    _ section: String, to builder: inout PhraseTableBuilder<Value>, _ value: (String) -> Value?
  ) {
    let groups = text[section]
    builder.reserveCapacity(groups.reduce(0) { $0 + $1.items.count })
    for group in groups {
      if let value = value(group.name) { builder.add(&scanner, group.items, value: value) }
    }
  }

  /// Returns the items of sections, folded; an item of several words gives its first.
  mutating func words(_ sections: String...) -> WordSet {
    var words: [WordHash] = []
    for section in sections {
      for item in text[section].flatMap(\.items) {
        if let word = firstWord(of: item) { words.append(word) }
      }
    }
    return WordSet(words)
  }

  private mutating func firstWord(of item: Range<Int>) -> WordHash? {
    var first: WordHash?
    if PlainWords.read(text.bytes, item, { hash, _ in first = first ?? hash }) { return first }
    scanner.scan(item)
    return scanner.tokens.first?.hash
  }

  /// Returns the whole numbers that are the items of a section.
  func numbers(_ section: String) -> Set<Int> {
    Set(text[section].flatMap(\.items).compactMap { Int(text.text($0)) })
  }

  /// Returns the items `a = b` of a section, folded.
  func pairs(_ section: String) -> [(String, String)] {
    var scanner = TokenScanner(text.bytes)
    return text[section].flatMap(\.items).compactMap { item in
      guard let sign = text.bytes[item].firstIndex(of: 0x3D) else { return nil }
      return (
        Self.folded(item.lowerBound..<sign, &scanner), Self.folded(sign + 1..<item.upperBound, &scanner)
      )
    }
  }

  private static func folded(_ item: Range<Int>, _ scanner: inout TokenScanner) -> String {
    scanner.scan(item)
    return scanner.tokens.first?.folded ?? ""
  }
}
