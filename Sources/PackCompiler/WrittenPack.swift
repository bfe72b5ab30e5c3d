import Languages
import StructuredText

/// A pack as people write it, and the numbers that it becomes: each table is written down when it is asked for.
struct WrittenPack: PackTables {
  /// What was asked for so far.
  private(set) var numbers: [UInt64] = []
  private var sections: [String: [PackGroup]] = [:]

  /// Reads a pack: sections of items, or of named groups of items.
  ///
  /// - Throws: `StructuredTextError` where `text` is no YAML.
  init(_ text: [UInt8]) throws(StructuredTextError) {
    for entry in try YAMLReader.node(in: text, range: TextRange(0, text.count))?.entries ?? [] {
      let groups = entry.value.entries?.map { ($0.key.text, $0.value) } ?? [("", entry.value)]
      sections[entry.key.text] = groups.map { name, items in
        PackGroup(name: name, items: (items.items ?? [items]).compactMap(\.text))
      }
    }
  }

  /// Returns the numbers of a whole pack.
  static func numbers(of text: [UInt8], tag: LanguageTag) throws(StructuredTextError) -> [UInt64] {
    var pack = try WrittenPack(text)
    _ = LanguagePack(&pack, tag: tag)
    return pack.numbers
  }

  mutating func groups(of section: String) -> [PackGroup] {
    let groups = sections[section] ?? []
    numbers.append(UInt64(groups.count))
    for group in groups {
      numbers += PackTape.numbers(of: group.name) + [UInt64(group.items.count)]
      numbers += group.items.flatMap(PackTape.numbers(of:))
    }
    return groups
  }

  mutating func words(of sections: [String]) -> WordSet {
    let words = sections.flatMap { self.sections[$0] ?? [] }.flatMap(\.items).compactMap { item in
      WordBreaker.tokens(of: Array(item.utf8)).first?.hash
    }
    var tape = written(WordSet.numbers(of: words))
    return WordSet(&tape)
  }

  mutating func phrases(
    of sections: [String], hyphens: PhraseHyphens, takes: (_ section: Int, _ group: String) -> Bool
  ) -> PhraseIndex {
    var builder = PhraseIndexBuilder()
    var value = 0
    for (number, section) in sections.enumerated() {
      let taken = (self.sections[section] ?? []).filter { !$0.items.isEmpty && takes(number, $0.name) }
      numbers += [UInt64(taken.count)] + taken.flatMap { PackTape.numbers(of: $0.name) }
      for group in taken {
        for item in group.items { builder.add(item, value: value) }
        value += 1
      }
    }
    var tape = written(builder.numbers())
    return PhraseIndex(&tape, hyphens: hyphens)
  }

  mutating func opposites(_ section: String, besides other: String?, _ stemmer: Stemmer) -> Opposites {
    let others = other.map(pairs) ?? []
    var tape = written(Opposites.numbers(of: pairs(section), besides: others, stemmer))
    return Opposites(&tape)
  }

  /// Of `a / b = c / d` each of the first words makes a pair with each of the second ones.
  private func pairs(_ section: String) -> [(String, String)] {
    (sections[section] ?? []).flatMap(\.items).flatMap { item -> [(String, String)] in
      let sides = item.split(separator: "=", maxSplits: 1).map { side in
        side.split(separator: "/").map { WordBreaker.tokens(of: Array($0.utf8)).first?.folded ?? "" }
      }
      guard sides.count == 2 else { return [] }
      return sides[0].flatMap { first in sides[1].map { (first, $0) } }
    }
  }

  private mutating func written(_ table: [UInt64]) -> PackTape {
    numbers += table
    return PackTape(table)
  }
}
