import Languages
/// What became of the names of people, organisations, places and products.
package struct NameChanges: Sendable {
  package struct Altered: Sendable {
    /// In the baseline's names.
    package let baseline: Int
    /// In the candidate's names.
    package let candidate: Int
  }

  /// Another name stands in the place of this one.
  package internal(set) var altered: [Altered] = []
  /// Names that the candidate no longer mentions; one mention each.
  package internal(set) var lost: [Int] = []
  /// Names that neither baseline nor dossier mentions; one mention each.
  package internal(set) var unsupported: [Int] = []
}

/// Compares names by their words, wherever they stand, and by their places in paired sentences.
struct NameComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let dossier: [FactSheet]
  let claims: ClaimComparison

  func changes() -> NameChanges {
    var changes = NameChanges()
    let old = NameTable(baseline)
    let new = NameTable(candidate)
    let dossierTables = dossier.map { NameTable($0) }
    var reported: Set<[String]> = []
    for (index, name) in baseline.names.enumerated() {
      if let other = replacement(of: index) {
        changes.altered.append(.init(baseline: index, candidate: other))
      } else if !new.mentions(name.words), reported.insert(name.words).inserted {
        changes.lost.append(index)
      }
    }
    let altered = Set(changes.altered.map(\.candidate))
    for (index, name) in candidate.names.enumerated()
    where !altered.contains(index) && !old.mentions(name.words) && reported.insert(name.words).inserted {
      if !dossierTables.contains(where: { $0.mentions(name.words) }) { changes.unsupported.append(index) }
    }
    return changes
  }

  /// The name that stands where this one stood in the sentence's counterpart.
  private func replacement(of index: Int) -> Int? {
    let name = baseline.names[index]
    guard let link = alignment.ofBaseline[name.sentence].first, link.similarity >= 40,
      !claims.isSame(name.sentence, link.sentence)
    else { return nil }
    let others = candidate.namesOfSentence[link.sentence]
    let mine = baseline.names[baseline.namesOfSentence[name.sentence]]
    guard !others.contains(where: { NameTable.agree(candidate.names[$0].words, name.words) }) else { return nil }
    guard !candidateHolds(name.words, in: link.sentence) else { return nil }
    let pair = SentencePair(
      baseline: baseline, sentence: name.sentence, apart: Set(mine.flatMap(\.tokens)), candidate: candidate,
      sentence: link.sentence, apart: Set(others.flatMap { candidate.names[$0].tokens }))
    guard let region = pair.region(ofBaseline: name.tokens) else { return nil }
    return others.first { other in
      let mention = candidate.names[other]
      return mention.tokens.overlaps(region.tokens) && !mine.contains { NameTable.agree($0.words, mention.words) }
    }
  }

  private func candidateHolds(_ words: [String], in sentence: Int) -> Bool {
    let passage = candidate.passage
    let folded = Set(passage.sentences[sentence].tokens.map { passage.tokens[$0].folded })
    return words.allSatisfy { folded.contains($0) }
  }
}

/// Every word of a text, to ask whether a name is mentioned in it in any case or form.
struct NameTable {
  private let words: Set<String>
  private let names: Set<[String]>
  private let initials: Set<String>

  init(_ sheet: FactSheet) {
    words = Set(sheet.passage.tokens.map(\.folded))
    names = Set(sheet.names.map(\.words))
    initials = Set(sheet.names.compactMap { Self.initials(of: $0.words) })
  }

  /// Whether every word of the name stands in the text, or its initials, or what it abbreviates.
  func mentions(_ name: [String]) -> Bool {
    if name.allSatisfy({
      words.contains($0) || words.contains($0 + "s") || ($0.hasSuffix("s") && words.contains(String($0.dropLast())))
    }) {
      return true
    }
    if name.count == 1, initials.contains(name[0]) { return true }
    if let short = Self.initials(of: name), words.contains(short) { return true }
    // The last word of a name of several stands for it: « Marie Dupont », then « Dupont ».
    return name.count > 1 && name.last.map { $0.utf8.count > 3 && words.contains($0) } == true
  }

  /// Whether two mentions can be of one thing: the same words, one part of the other, or initials.
  static func agree(_ a: [String], _ b: [String]) -> Bool {
    if a == b || Set(a).isSubset(of: b) || Set(b).isSubset(of: a) { return true }
    return (a.count == 1 && initials(of: b) == a[0]) || (b.count == 1 && initials(of: a) == b[0])
  }

  private static func initials(of words: [String]) -> String? {
    guard words.count > 1 else { return nil }
    let letters = words.filter {
      !$0.hasSuffix("'") && !["de", "du", "des", "la", "le", "les", "of", "the", "et", "and"].contains($0)
    }
    guard letters.count > 1 else { return nil }
    return String(letters.compactMap(\.first))
  }
}
