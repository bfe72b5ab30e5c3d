extension LanguagePack {
  /// Reads `length km 1000`: dimension, name, factor.
  static func unit(_ group: String) -> Unit? {
    let bytes = group.utf8
    guard let first = bytes.firstIndex(of: 0x20), let last = bytes.lastIndex(of: 0x20), first < last,
      let factor = ratio(String(group[bytes.index(after: last)...]))
    else { return nil }
    let name = String(group[bytes.index(after: first)..<last])
    return Unit(dimension: Unit.Dimension(String(group[..<first])), name: name, factor: factor)
  }

  /// Reads `3`, `0.001` or `2/3`.
  static func ratio(_ text: String) -> ExactNumber? {
    if let whole = Int(text), whole >= 0 { return ExactNumber(whole) }
    guard let sign = text.utf8.firstIndex(of: 0x2F) else { return decimal(text[...]) }
    guard let top = decimal(text[..<sign]), let bottom = decimal(text[text.utf8.index(after: sign)...]) else {
      return nil
    }
    return top.divided(by: bottom)
  }

  private static func decimal(_ text: Substring) -> ExactNumber? {
    let digits = text.utf8.filter { $0 != 0x2E }
    let fraction = text.utf8.firstIndex(of: 0x2E).map { text.utf8[$0...].count - 1 } ?? 0
    return ExactNumber(decimalDigits: digits, fractionDigits: fraction)
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
    strict = .strict(clitics: text.items(of: "clitics").map(text.text))
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
    builder.reserveCapacity(text.items(of: section).count)
    for group in groups {
      if let value = value(group.name) { builder.add(&scanner, text.items[group.items], value: value) }
    }
  }

  /// Returns the items of sections, folded; an item of several words gives its first.
  mutating func words(_ sections: String...) -> WordSet {
    var words: [WordHash] = []
    for section in sections {
      for item in text.items(of: section) {
        if let word = firstWord(of: item) { words.append(word) }
      }
    }
    return WordSet(words)
  }

  private mutating func firstWord(of item: Range<Int>) -> WordHash? {
    var first: WordHash?
    if PlainWords.read(text.bytes.span, item, { hash, _ in first = first ?? hash }) { return first }
    scanner.scan(item)
    return scanner.tokens.first?.hash
  }

  /// Returns the whole numbers that are the items of a section.
  func numbers(_ section: String) -> Set<Int> {
    Set(text.items(of: section).compactMap { Int(text.text($0)) })
  }
}
