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

  /// Whether the candidate's sentence has the words that the name's initials stand for.
  func isSpelledOut(_ name: NameMention, in sentence: Int) -> Bool {
    !spelledOut(name, in: candidate.passage.sentences[sentence].tokens).isEmpty
  }

  /// Whether a candidate's name stands in the words for the initials that its sentence's counterpart has: "Department of Health
  /// and Human Services" for "HHS".
  func isWrittenForm(_ name: NameMention) -> Bool {
    let bounds = candidate.passage.sentences[name.sentence].tokens
    return alignment.ofCandidate[name.sentence].contains { link in
      baseline.names[baseline.namesOfSentence[link.sentence]].contains { short in
        // Two letters stand at the head of many words.
        short.words[0].utf8.count > 2 && spelledOut(short, in: bounds).contains { $0.overlaps(name.tokens) }
      }
    }
  }

  /// Whether a candidate's name is the initials of words of its own sentence that hold a baseline's name: « CNB (Centre
  /// national du blé) ».
  func stands(_ initials: NameMention, for name: NameMention) -> Bool {
    spelledOut(initials, in: candidate.passage.sentences[initials.sentence].tokens).contains { run in
      let words = Set(run.map { candidate.passage.tokens[$0].folded })
      return name.words.allSatisfy(words.contains)
    }
  }

  /// The runs of the candidate's tokens of whose words the name is the initials.
  private func spelledOut(_ name: NameMention, in tokens: Range<Int>) -> [Range<Int>] {
    guard name.words.count == 1, let letter = name.words[0].first else { return [] }
    let passage = candidate.passage
    let words = tokens.filter { passage.tokens[$0].kind == .word }
    return words.indices.compactMap { first in
      guard passage.tokens[words[first]].folded.first == letter else { return nil }
      let run = words[first...].prefix(Self.longestName)
      return abbreviation.spelledOut(name.words[0], in: run.map { passage.tokens[$0].folded }, from: 0)
        .map { words[first]..<words[first + $0 - 1] + 1 }
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

  /// Whether one name is given by its initials and the other by all its words, some of which need not be capitalised.
  func areOneName(_ name: NameMention, _ other: NameMention) -> Bool {
    spellsOut(name, other, in: candidate) || spellsOut(other, name, in: baseline) || isCorrected(name, as: other)
      || areOneNumber(name.words, other.words) || areOneNumber(other.words, name.words)
      || isPlural(other.words, of: name.words) || isPlural(name.words, of: other.words)
  }

  /// Whether one name is several of the other: "PRs", "PR".
  private func isPlural(_ several: [String], of one: [String]) -> Bool {
    guard let last = one.last else { return false }
    return several.count == one.count && several.starts(with: one.prefix(one.count - 1)) && several.last == last + "s"
  }

  /// Whether one name is the other with its number in one piece: `ISO27001`, "ISO 27001".
  private func areOneNumber(_ glued: [String], _ apart: [String]) -> Bool {
    guard glued.count == 1, apart.count == 1, let name = GluedNumber(glued[0]) else { return false }
    return name.letters == apart[0]
  }

  /// Whether a name that is misspelt once has got the letter that it has elsewhere in the baseline.
  private func isCorrected(_ name: NameMention, as other: NameMention) -> Bool {
    guard name.words.count == other.words.count, baseline.names.contains(where: { $0.words == other.words }) else {
      return false
    }
    let changed = zip(name.words, other.words).filter { $0 != $1 }
    guard let (mine, theirs) = changed.first, changed.count == 1 else { return false }
    return isOneLetterOff(Array(mine.unicodeScalars), Array(theirs.unicodeScalars))
  }

  /// Whether one long word has a letter that the other has not; one that has another letter, or a digit, is another name.
  private func isOneLetterOff(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard long.count == short.count + 1, short.count >= Self.shortestMisspelt,
      long.allSatisfy(\.properties.isAlphabetic)
    else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...].elementsEqual(long[(same + 1)...])
  }

  /// In letters.
  static let shortestMisspelt = 7

  /// Whether the text goes on from a name with the words of which another one has the first letters.
  private func spellsOut(_ initials: NameMention, _ name: NameMention, in sheet: FactSheet) -> Bool {
    guard initials.words.count == 1 else { return false }
    let tokens = sheet.passage.tokens
    let words = (name.tokens.lowerBound..<min(tokens.count, name.tokens.lowerBound + Self.longestName))
      .filter { tokens[$0].kind == .word }
    // "Department of Health and Human Services" is HHS.
    return words.indices.prefix(name.tokens.count).contains { first in
      (first == 0 || initials.words[0].utf8.count > 2 && tokens[words[first]].isCapitalized)
        && abbreviation.spellsOut(initials.words, words[first...].map { tokens[$0].folded })
    }
  }

  static let longestName = 20
}
