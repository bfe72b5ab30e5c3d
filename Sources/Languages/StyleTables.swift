import Synchronization

/// Lists that only measures of style look into; they are read when a profile asks for the first of them.
final class StyleTables: Sendable {
  struct Tables: Sendable {
    let heavyTransitions: PhraseTable<Bool>
    let cliches: PhraseTable<Bool>
    let conclusions: PhraseTable<Bool>
    let syllables: Syllables
    let readingEase: ReadingEase?
  }

  private let text: PackText
  private let read = Mutex<Tables?>(nil)

  init(_ text: PackText) { self.text = text }

  var tables: Tables {
    read.withLock { known in
      if let known { return known }
      var sections = PackTables(text)
      let new = Tables(
        heavyTransitions: sections.table("heavy transitions") { _ in true },
        cliches: sections.table("cliches") { _ in true }, conclusions: sections.table("conclusions") { _ in true },
        syllables: Syllables(text), readingEase: ReadingEase(text.items(of: "reading ease").map(text.text)))
      known = new
      return new
    }
  }
}

/// How many syllables the words of a language have, nearly: runs of vowels, without the endings that are not heard.
package struct Syllables: Sendable {
  private let vowels: Set<UInt8>
  private let silent: [[UInt8]]

  init(_ text: PackText) {
    vowels = Set(text.items(of: "vowels").compactMap { text.bytes[$0].first })
    silent = text.items(of: "silent endings").map { Array(text.bytes[$0]) }
  }

  /// Returns the number for a folded word; 0 when no vowel is in it.
  package func count(in folded: String) -> Int {
    var count = 0
    var wasVowel = false
    for byte in folded.utf8 {
      let isVowel = vowels.contains(byte)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    guard count > 1, let ending = silent.first(where: { Array(folded.utf8.suffix($0.count)) == $0 }) else {
      return count
    }
    // « créée »: the ending is a part of the vowels before it, and no syllable of its own.
    let before = folded.utf8.dropLast(ending.count).last
    return before.map(vowels.contains) ?? true ? count : count - 1
  }
}

/// The numbers, in thousandths, of a formula such as Flesch's: the higher its value, the easier a text is read.
package struct ReadingEase: Sendable {
  package let base: Int
  /// Taken for each word of the average sentence.
  package let perWord: Int
  /// Taken for each syllable of the average word.
  package let perSyllable: Int

  init?(_ items: [String]) {
    let numbers = items.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    (base, perWord, perSyllable) = (numbers[0], numbers[1], numbers[2])
  }
}

extension LanguagePack {
  /// Connectives that weigh a text down.
  package var heavyTransitions: PhraseTable<Bool> { style.tables.heavyTransitions }
  /// Worn-out wordings.
  package var cliches: PhraseTable<Bool> { style.tables.cliches }
  /// Words that a conclusion begins with.
  package var conclusions: PhraseTable<Bool> { style.tables.conclusions }
  package var syllables: Syllables { style.tables.syllables }
  /// `nil` when the pack has no formula.
  package var readingEase: ReadingEase? { style.tables.readingEase }
}
