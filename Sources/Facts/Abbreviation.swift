/// Tells whether one name is the short form of another, by their folded words.
enum Abbreviation {
  /// Words that initials leave out.
  private static let particles: Set<String> = [
    "de", "du", "des", "d'", "la", "le", "les", "l'", "of", "the", "et", "and", "for", "pour", "en", "in", "a",
  ]

  /// Whether both are one name: equal, one with words left out, or with words given by their initials (`GEC Committee`).
  static func agree(_ a: [String], _ b: [String]) -> Bool {
    if a == b || Set(a).isSubset(of: b) || Set(b).isSubset(of: a) { return true }
    return expands(a, to: b) || expands(b, to: a)
  }

  /// Whether `long` is `short` with at least one word of initials written out.
  private static func expands(_ short: [String], to long: [String]) -> Bool {
    guard short.count <= long.count else { return false }
    var position = 0
    for word in short {
      if position < long.count, long[position] == word {
        position += 1
      } else if let end = spelledOut(word, in: long, from: position) {
        position = end
      } else {
        return false
      }
    }
    return position == long.count
  }

  /// The end of the words from `start` that begin with the letters of `initials`.
  private static func spelledOut(_ initials: String, in words: [String], from start: Int) -> Int? {
    guard initials.count >= 2 else { return nil }
    var position = start
    for letter in initials {
      while position < words.count, particles.contains(words[position]), words[position].first != letter {
        position += 1
      }
      guard position < words.count, words[position].first == letter else { return nil }
      position += 1
    }
    return position
  }
}
