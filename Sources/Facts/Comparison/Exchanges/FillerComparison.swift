import Languages

/// Finds two names of a sentence of which one took the other's place behind a word that asks for somebody: "a letter by X,
/// addressed to Y" became "a letter by Y, addressed to X".
struct FillerComparison {
  /// A name, and the word before it that it fills: "addressed", by "to".
  private struct Filler {
    let name: NameMention
    let word: String
    let preposition: String
    let start: Int
  }

  let baseline: FactSheet
  let candidate: FactSheet

  func turn(_ sentence: Int, _ other: Int) -> Turn? {
    let names = baseline.names[baseline.namesOfSentence[sentence]]
    let others = candidate.names[candidate.namesOfSentence[other]]
    guard names.count > 1, others.count > 1 else { return nil }
    let mine = Self.fillers(names, in: baseline)
    let theirs = Self.fillers(others, in: candidate)
    for filler in mine {
      let same = { (other: Filler) in other.word == filler.word && other.preposition == filler.preposition }
      guard mine.count(where: same) == 1, theirs.count(where: same) == 1, let other = theirs.first(where: same),
        Set(filler.name.words).isDisjoint(with: other.name.words),
        let elsewhere = names.first(where: { $0.words == other.name.words }),
        let moved = others.first(where: { $0.words == filler.name.words }),
        !Self.areListed(filler.name, elsewhere, baseline), !Self.areListed(other.name, moved, candidate)
      else { continue }
      return Turn(
        original: filler.start..<filler.name.tokens.upperBound, restated: other.start..<other.name.tokens.upperBound,
        isProven: true)
    }
    return nil
  }

  /// The names behind a preposition that a word of the same clause asks for.
  private static func fillers(_ names: some Sequence<NameMention>, in sheet: FactSheet) -> [Filler] {
    let passage = sheet.passage
    return names.compactMap { name in
      let bounds = passage.sentences[name.sentence].tokens
      var index = name.tokens.lowerBound - 1
      var preposition: String?
      while index >= bounds.lowerBound, passage.tokens[index].kind == .word {
        if !passage.stems[index].isEmpty {
          return preposition.map { Filler(name: name, word: passage.stems[index], preposition: $0, start: index) }
        }
        if let match = passage.pack.prepositions.match(passage.tokens, at: index) {
          preposition = preposition ?? match.value
        }
        if name.tokens.lowerBound - index > longestGap { return nil }
        index -= 1
      }
      return nil
    }
  }

  private static let longestGap = 3

  /// Whether nothing but small words stands between two names, as in a list.
  private static func areListed(_ a: NameMention, _ b: NameMention, _ sheet: FactSheet) -> Bool {
    let (first, second) = a.tokens.lowerBound < b.tokens.lowerBound ? (a, b) : (b, a)
    guard first.tokens.upperBound <= second.tokens.lowerBound else { return true }
    return (first.tokens.upperBound..<second.tokens.lowerBound).allSatisfy { sheet.passage.stems[$0].isEmpty }
  }
}
