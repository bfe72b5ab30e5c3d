/// A group of a pack's section: its name, empty where the section has none, and its items as they are written.
package struct PackGroup: Sendable {
  package let name: String
  package let items: [String]

  package init(name: String, items: [String]) {
    self.name = name
    self.items = items
  }
}

/// What a language pack is made of: its text when the program is built, and the numbers that were made of it when it runs.
///
/// The tables have no names in the numbers. They are asked for in one order, by the same initializers, both times.
package protocol PackTables {
  /// Returns the groups of a section; none when the pack lacks it.
  mutating func groups(of section: String) -> [PackGroup]
  /// Returns the first words of the items of some sections, folded.
  mutating func words(of sections: [String]) -> WordSet
  /// Returns the phrases of some sections, numbered by group, as far as `takes` the group of that section.
  mutating func phrases(
    of sections: [String], hyphens: PhraseHyphens, takes: (_ section: Int, _ group: String) -> Bool
  ) -> PhraseIndex
  /// Returns the pairs that are the items of a section, `legal = illegal`, and those of another of which neither word takes
  /// away: `precise = vague`.
  mutating func opposites(_ section: String, besides other: String?, _ stemmer: Stemmer) -> Opposites
}

extension PackTables {
  /// Returns the phrases of a section; groups whose name `value` cannot read are left out.
  mutating func table<Value>(
    _ section: String, _ hyphens: PhraseHyphens = .loose, _ value: (String) -> Value?
  ) -> PhraseTable<Value> {
    var values: [Value] = []
    let index = phrases(of: [section], hyphens: hyphens) { _, group in
      guard let value = value(group) else { return false }
      values.append(value)
      return true
    }
    return PhraseTable(index: index, values: values)
  }

  /// Returns one table of several sections, each with its own way to read the names of its groups.
  mutating func merged<Value>(_ sections: [(name: String, value: (String) -> Value?)]) -> PhraseTable<Value> {
    var values: [Value] = []
    let index = phrases(of: sections.map(\.name), hyphens: .loose) { section, group in
      guard let value = sections[section].value(group) else { return false }
      values.append(value)
      return true
    }
    return PhraseTable(index: index, values: values)
  }

  mutating func words(_ sections: String...) -> WordSet { words(of: sections) }

  /// Returns the items of all groups of a section.
  mutating func items(of section: String) -> [String] { groups(of: section).flatMap(\.items) }

  /// Returns the whole numbers that are the items of a section.
  mutating func numbers(_ section: String) -> Set<Int> { Set(items(of: section).compactMap { Int($0) }) }
}

/// A pack as the program holds it.
package struct CompiledPack: PackTables {
  private var tape: PackTape

  package init(_ numbers: [UInt64]) { tape = PackTape(numbers) }

  package mutating func groups(of section: String) -> [PackGroup] {
    (0..<tape.number()).map { _ in
      let name = tape.text()
      return PackGroup(name: name, items: (0..<tape.number()).map { _ in tape.text() })
    }
  }

  package mutating func words(of sections: [String]) -> WordSet { WordSet(&tape) }

  package mutating func phrases(
    of sections: [String], hyphens: PhraseHyphens, takes: (_ section: Int, _ group: String) -> Bool
  ) -> PhraseIndex {
    for section in sections.indices {
      for _ in 0..<tape.number() { _ = takes(section, tape.text()) }
    }
    return PhraseIndex(&tape, hyphens: hyphens)
  }

  package mutating func opposites(_ section: String, besides other: String?, _ stemmer: Stemmer) -> Opposites {
    Opposites(&tape)
  }
}
