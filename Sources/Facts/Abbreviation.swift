import Languages

/// Tells whether one name is the short form of another, by their folded words.
struct Abbreviation {
  let pack: LanguagePack

  /// The first letters of the words that initials are made of: « cci » for « Chambre de commerce et d'industrie ».
  func initials(of words: [String]) -> String {
    var letters = ""
    for word in words where !isLeftOut(word) {
      if let letter = word.first { letters.append(letter) }
    }
    return letters
  }

  /// Whether both are one name: equal, one with words left out, or with words given by their initials (`GEC Committee`).
  func agree(_ a: [String], _ b: [String]) -> Bool {
    if a.allSatisfy(b.contains) || b.allSatisfy(a.contains) { return true }
    return expands(a, to: b) || expands(b, to: a)
  }

  /// Whether `short` is `long` with words left out or several replaced by their initials: « CCI PACA ».
  func abbreviates(_ short: [String], _ long: [String]) -> Bool {
    guard short.count < long.count else { return false }
    var position = 0
    for word in short {
      if let found = long[position...].firstIndex(of: word) {
        position = found + 1
      } else if let end = spelledOut(word, in: long, from: position) {
        position = end
      } else {
        return false
      }
    }
    return true
  }

  /// Whether `long` is `short` with at least one word of initials written out, and nothing more.
  private func expands(_ short: [String], to long: [String]) -> Bool {
    guard short.count < long.count else { return false }
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

  /// Whether the text goes on with what the initials stand for: « Direction Générale de l'Énergie et du Climat » for « DGEC ».
  func spellsOut(_ initials: [String], _ words: [String]) -> Bool {
    initials.count == 1 && spelledOut(initials[0], in: words, from: 0) != nil
  }

  /// The end of the words from `start` that begin with the letters of `initials`.
  func spelledOut(_ initials: String, in words: [String], from start: Int) -> Int? {
    // Most words begin with another letter, and with another byte.
    if start < words.count, words[start].utf8.first != initials.utf8.first, !isLeftOut(words[start]) { return nil }
    guard initials.count >= 2 else { return nil }
    if let end = end(of: initials, in: words, from: start) { return end }
    if let end = end(ofSyllables: initials, in: words, from: start) { return end }
    // "SCTs" are several of them.
    return initials.count > 2 && initials.utf8.last == UInt8(ascii: "s")
      ? end(of: String(initials.dropLast()), in: words, from: start) : nil
  }

  private func end(of initials: String, in words: [String], from start: Int) -> Int? {
    var position = start
    for letter in initials {
      while position < words.count, words[position].first != letter, isLeftOut(words[position]) { position += 1 }
      guard position < words.count, words[position].first == letter else { return nil }
      position += 1
    }
    return position
  }

  /// The end of the words from `start` that begin with the parts of a syllabic abbreviation: « MinArm », « ministère des
  /// Armées ».
  private func end(ofSyllables name: String, in words: [String], from start: Int) -> Int? {
    var rest = Array(name.utf8)[...]
    guard rest.count >= 2 * Self.shortestSyllable else { return nil }
    var position = start
    var parts = 0
    while !rest.isEmpty {
      while parts > 0, position < words.count, isLeftOut(words[position]) { position += 1 }
      guard position < words.count else { return nil }
      let shared = zip(rest, words[position].utf8).prefix { $0 == $1 }.count
      guard shared >= Self.shortestSyllable, shared < words[position].utf8.count else { return nil }
      rest = rest.dropFirst(shared)
      position += 1
      parts += 1
    }
    return parts > 1 ? position : nil
  }

  /// In bytes.
  private static let shortestSyllable = 3

  /// Whether initials leave the word out: « de », "of", "and".
  private func isLeftOut(_ word: String) -> Bool {
    pack.nameParticles.contains(word) || pack.stopWords.contains(word)
  }
}
