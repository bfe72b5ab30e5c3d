import Languages

/// Names that the other version writes out, or spells as the rest of the text does.
extension NameComparison {
  /// Whether a sentence, or one beside it, has the words that the name's letters stand for: « comptes rendus » for « CR »,
  /// « rendez-vous » for « RDV ».
  func isWrittenOut(_ name: NameMention, near sentence: Int) -> Bool {
    (sentence - 1...sentence + 1).contains { place in
      guard candidate.passage.sentences.indices.contains(place) else { return false }
      return isSpelledOut(name, in: place) || isShortened(name, in: place)
    }
  }

  /// Whether a word of the sentence, hyphens included, has the consonants that the name is made of, from the first on.
  private func isShortened(_ name: NameMention, in sentence: Int) -> Bool {
    guard name.words.count == 1, let letters = name.words.first.map({ Array($0.utf8) }),
      (2...5).contains(letters.count),
      letters.allSatisfy({ $0 >= 0x61 && !Self.vowels.contains($0) })
    else { return false }
    let tokens = candidate.passage.sentences[sentence].tokens
    return tokens.contains { start in
      // Two letters stand in many words: what they shorten is a name.
      guard candidate.passage.tokens[start].kind == .word,
        letters.count > 2 || candidate.passage.tokens[start].isCapitalized
      else { return false }
      var word = candidate.passage.tokens[start].folded
      for next in tokens where next > start {
        guard candidate.passage.tokens[next].gap == .hyphen else { break }
        word += candidate.passage.tokens[next].folded
      }
      guard word.utf8.first == letters[0] else { return false }
      var rest = letters[...]
      for letter in word.utf8 where letter == rest.first { rest.removeFirst() }
      return rest.isEmpty
    }
  }

  private static let vowels = Set("aeiouy".utf8)

  /// Whether a long word of the name has one letter too many, and both versions have the word without it.
  func isMisspelt(_ name: NameMention, _ old: NameTable, _ new: NameTable) -> Bool {
    name.words.indices.contains { index in
      let word = Array(name.words[index].unicodeScalars)
      guard word.count > Self.shortestMisspelt, word.allSatisfy(\.properties.isAlphabetic) else { return false }
      return word.indices.contains { letter in
        var other = word
        other.remove(at: letter)
        var words = name.words
        words[index] = String(String.UnicodeScalarView(other))
        return new.hasWord(words[index]) && old.hasWord(words[index]) && new.mentions(words)
      }
    }
  }
}
