import Languages
import Manuscripts

/// Finds items that a list lost or gained while the others stayed word for word.
struct ListItems {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment

  /// Shorter lists may be told in running text, and longer ones are looked at as far as this.
  private static let fewest = 3
  private static let most = 256

  /// The baseline's items that the candidate's list lacks.
  func lost() -> [Range<Int>] {
    Self.missing(from: Self.lists(of: candidate), among: Self.lists(of: baseline), of: baseline, alignment.ofBaseline)
      .filter { !isSaid($0, of: baseline, in: candidate) }
      .map { baseline.passage.sentences[$0].tokens }
  }

  /// The candidate's items that the baseline's list has not.
  func added() -> [Range<Int>] {
    Self.missing(from: Self.lists(of: baseline), among: Self.lists(of: candidate), of: candidate, alignment.ofCandidate)
      .filter { !isSaid($0, of: candidate, in: baseline) }
      .map { candidate.passage.sentences[$0].tokens }
  }

  /// The items, each a sentence, of the lists of one version, by list.
  private static func lists(of sheet: FactSheet) -> [Int: [Int]] {
    var lists: [Int: [Int]] = [:]
    for (index, sentence) in sheet.passage.sentences.enumerated() where sentence.role == .prose {
      if let item = sheet.passage.tree.blocks[sentence.block].listItem { lists[item.list, default: []].append(index) }
    }
    return lists
  }

  /// The items without a counterpart of a list whose other items all stayed in one list of the other version, which has none
  /// for them.
  private static func missing(
    from others: [Int: [Int]], among lists: [Int: [Int]], of sheet: FactSheet, _ links: [[FactAlignment.Link]]
  ) -> [Int] {
    let listOfSentence = Dictionary(
      others.flatMap { list, items in items.map { ($0, list) } }, uniquingKeysWith: { first, _ in first })
    return lists.sorted { $0.key < $1.key }.flatMap { _, items -> [Int] in
      guard (fewest...most).contains(items.count) else { return [] }
      let open = items.filter { links[$0].isEmpty }
      let kept = items.compactMap { links[$0].first }.filter { $0.similarity == 100 }
      guard !open.isEmpty, open.count + kept.count == items.count, 2 * open.count <= kept.count + 1,
        let list = kept.first.flatMap({ listOfSentence[$0.sentence] }),
        kept.allSatisfy({ listOfSentence[$0.sentence] == list }), others[list]?.count == kept.count
      else { return [] }
      return open
    }
  }

  /// Whether most of the words that the item's say something with stand somewhere in the other version.
  private func isSaid(_ sentence: Int, of sheet: FactSheet, in other: FactSheet) -> Bool {
    let stems = Set(sheet.passage.sentences[sentence].tokens.map { sheet.passage.stems[$0] }).subtracting([""])
    return 2 * stems.count { other.passage.stems.numbers.known($0) != nil } > stems.count
  }
}
