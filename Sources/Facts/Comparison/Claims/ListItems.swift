import Languages
import Manuscripts

/// Finds items that a list lost or gained while the others stayed.
struct ListItems {
  let baseline: FactSheet
  let candidate: FactSheet
  let alignment: FactAlignment
  let tables: ClaimTables

  /// The sentences of one item.
  private typealias Item = [Int]

  /// Longer lists are looked at as far as this.
  private static let most = 256
  /// A text whose lists lost more items is another text.
  private static let mostLost = 64
  /// One of two items may be told in running text with the other one; what came to two may be an aside to them.
  private static let fewestForAdded = 3

  /// The baseline's items that the candidate's list lacks.
  func lost() -> [Range<Int>] {
    let links = alignment.ofBaseline
    return Self.missing(from: Self.lists(of: candidate), among: Self.lists(of: baseline), links).prefix(Self.mostLost)
      .filter { !isSaid($0, of: baseline, in: candidate, tables.candidate.index, alignment.ofCandidate) }
      .map { Self.tokens(of: $0, baseline) }
  }

  /// The candidate's items that the baseline's list has not.
  func added() -> [Range<Int>] {
    let links = alignment.ofCandidate
    let lists = Self.lists(of: candidate).filter { _, items in
      items.count >= Self.fewestForAdded
        && items.joined().allSatisfy { links[$0].isEmpty || links[$0][0].similarity == 100 }
    }
    return Self.missing(from: Self.lists(of: baseline), among: lists, links)
      .filter { !isKnown($0) }
      .map { Self.tokens(of: $0, candidate) }
  }

  private static func tokens(of item: Item, _ sheet: FactSheet) -> Range<Int> {
    sheet.passage.sentences[item[0]].tokens.lowerBound..<sheet.passage.sentences[item[item.count - 1]].tokens.upperBound
  }

  /// The items of the lists of one version, by list.
  private static func lists(of sheet: FactSheet) -> [Int: [Item]] {
    var lists: [Int: [Item]] = [:]
    var last: Int?
    for (index, sentence) in sheet.passage.sentences.enumerated() where sentence.role == .prose {
      guard let item = sheet.passage.tree.blocks[sentence.block].listItem else { continue }
      if item.item == last, let number = lists[item.list].map({ $0.count - 1 }) {
        lists[item.list]?[number].append(index)
      } else {
        lists[item.list, default: []].append([index])
      }
      last = item.item
    }
    return lists
  }

  /// The items without a counterpart of a list whose other items all stayed in one list of the other version, which has none
  /// for them.
  private static func missing(
    from others: [Int: [Item]], among lists: [Int: [Item]], _ links: [[FactAlignment.Link]]
  ) -> [Item] {
    let listOfSentence = Dictionary(
      others.flatMap { list, items in items.joined().map { ($0, list) } }, uniquingKeysWith: { first, _ in first })
    return lists.sorted { $0.key < $1.key }.flatMap { _, items -> [Item] in
      guard (2...most).contains(items.count) else { return [] }
      let open = items.filter { $0.allSatisfy { links[$0].isEmpty } }
      let kept = items.lazy.compactMap { item in item.lazy.compactMap { links[$0].first?.sentence }.first }
      guard !open.isEmpty, open.count + kept.count == items.count, 2 * open.count <= kept.count + 1,
        let list = kept.first.flatMap({ listOfSentence[$0] }),
        kept.allSatisfy({ listOfSentence[$0] == list }), others[list]?.count == kept.count
      else { return [] }
      return open
    }
  }

  /// Whether the other version says most of what the item says: in one sentence, or in those that are no longer what they were.
  ///
  /// A sentence that stayed said the same beside the item, and needs more of its words.
  private func isSaid(
    _ item: Item, of sheet: FactSheet, in other: FactSheet, _ index: SentenceIndex, _ links: [[FactAlignment.Link]]
  ) -> Bool {
    let stems = Self.stems(of: item, sheet)
    guard stems.count >= Self.fewestWords, !index.hasSentence(with: Self.leastOfKept, of: stems) else { return true }
    var said: Set<String> = []
    for (number, sentence) in other.passage.sentences.enumerated()
    where links[number].first?.similarity != 100 && sentence.role != .source && sentence.role != .code {
      said.formUnion(sentence.tokens.lazy.map { other.passage.stems[$0] }.filter(stems.contains))
    }
    return 2 * said.count > stems.count
  }

  private static let fewestWords = 2
  /// One sentence that has so many of the words, in percent, says the same.
  private static let leastOfKept = 70

  private static func stems(of item: Item, _ sheet: FactSheet) -> Set<String> {
    Set(item.flatMap { sheet.passage.sentences[$0].tokens.map { sheet.passage.stems[$0] } }).subtracting([""])
  }

  /// Whether most of the words that the candidate's item says something with stand somewhere in the baseline.
  private func isKnown(_ item: Item) -> Bool {
    let stems = Self.stems(of: item, candidate)
    return 2 * stems.count { baseline.passage.stems.numbers.known($0) != nil } > stems.count
  }
}
