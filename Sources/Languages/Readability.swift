/// How many syllables the words of a language have, nearly: runs of vowels, without the endings that are not heard.
package struct Syllables: Sendable {
  private let vowels: Set<UInt8>
  private let silent: [[UInt8]]

  init(_ tables: inout some PackTables) {
    vowels = Set(tables.items(of: "vowels").compactMap { $0.utf8.first })
    silent = tables.items(of: "silent endings").map { Array($0.utf8) }
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
