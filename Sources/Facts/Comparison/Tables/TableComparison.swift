import Languages
import Manuscripts

/// Compares tables by what stands in a row and under a head, wherever rows and columns stand.
struct TableComparison {
  let baseline: FactSheet
  let candidate: FactSheet
  let tables: TableGrids

  /// A table of either version, and for each column of the baseline's the candidate's that holds its cells.
  private struct Pair {
    let old: TableGrid
    let new: TableGrid
    var columns: [Int]
  }

  /// What became of the tables, but for cells of which an amount is found as changed.
  func changes(besides amounts: AmountChanges) -> [ClaimChange] {
    pairs(tables.baseline, tables.candidate).flatMap { changedHeads(in: $0) + changedCells(in: $0) }.filter { change in
      !amounts.altered.contains { baseline.facts[$0.baseline].tokens.overlaps(change.baseline) }
    }
  }

  // MARK: Which table is which

  /// Tables of as many columns that share most of their cells.
  private func pairs(_ old: [TableGrid], _ new: [TableGrid]) -> [Pair] {
    // What stands in both versions as it was needs no counterpart.
    let (mine, theirs) = (Set(old.map(\.texts)), Set(new.map(\.texts)))
    let new = Array(new.lazy.filter { !mine.contains($0.texts) }.prefix(Self.mostTables))
    let cellsOfNew = new.map { Set($0.texts[$0.body].joined()) }
    var taken: Set<Int> = []
    return old.lazy.filter { !theirs.contains($0.texts) }.prefix(Self.mostTables).compactMap { table in
      let cells = Set(table.texts[table.body].joined())
      var best: (index: Int, shared: Int)?
      for (index, other) in new.enumerated() where other.columns == table.columns && !taken.contains(index) {
        let shared = cellsOfNew[index].intersection(cells).count
        if shared > best?.shared ?? 0 { best = (index, shared) }
      }
      guard let best, 2 * best.shared > cells.count, let columns = self.columns(of: table, in: new[best.index]) else {
        return nil
      }
      taken.insert(best.index)
      return Pair(old: table, new: new[best.index], columns: columns)
    }
  }

  /// A text of which more tables changed is another text.
  private static let mostTables = 64

  /// For each column of a table that of the other one that shares most of its cells; among such that share as many, its own
  /// place. `nil` when one would stand for two.
  private func columns(of table: TableGrid, in other: TableGrid) -> [Int]? {
    let theirs = (0..<other.columns).map { column in Set(other.body.map { other.texts[$0][column] }) }
    let found = (0..<table.columns).map { column -> Int in
      let mine = Set(table.body.map { table.texts[$0][column] })
      let shared = theirs.map { $0.intersection(mine).count }
      return shared.indices.max {
        (shared[$0], $0 == column ? 1 : 0, -$0) < (shared[$1], $1 == column ? 1 : 0, -$1)
      } ?? column
    }
    return Set(found).count == found.count ? found : nil
  }

  // MARK: Heads

  /// Heads of columns that stayed and say something else.
  private func changedHeads(in pair: Pair) -> [ClaimChange] {
    pair.columns.enumerated().compactMap { column, other in
      guard let head = pair.old.heads[column], let now = pair.new.heads[other],
        pair.old.texts[0][column] != pair.new.texts[0][other]
      else { return nil }
      let mine = baseline.passage.tokensOfBlock[head]
      let theirs = candidate.passage.tokensOfBlock[now]
      let isAnothers = pair.old.texts[0].indices.contains {
        $0 != column && pair.old.texts[0][$0] == pair.new.texts[0][other]
          && pair.new.texts[0][pair.columns[$0]] != pair.old.texts[0][$0]
      }
      guard isAnothers || saysOtherwise(mine, theirs, isLabel: column == 0, in: pair) else { return nil }
      return ClaimChange(kind: .scopeChanged, baseline: mine, candidate: theirs)
    }
  }

  /// Whether a head says what the other one does not, nor anything around the table.
  private func saysOtherwise(_ mine: Range<Int>, _ theirs: Range<Int>, isLabel: Bool, in pair: Pair) -> Bool {
    let pack = baseline.passage.pack
    let old = words(in: mine, of: baseline.passage)
    let new = words(in: theirs, of: candidate.passage)
    let come = new.filter { word in !old.contains { agree($0, word) } }
    let gone = old.filter { word in !new.contains { agree($0, word) } }
    if gone.contains(where: { word in come.contains { pack.areOpposites(word.folded, $0.folded) } }) { return true }
    guard !old.isEmpty, gone.isEmpty || !isLabel else { return false }
    let told = surroundings(of: mine, in: pair)
    let news = come.filter { word in !told.contains { agree($0, word) } }
    if news.contains(where: \.isNumber) { return true }
    if gone.isEmpty { return !news.isEmpty && !isCounted(theirs, by: come) }
    // Another head altogether; one word in the place of one may be a synonym that no list has.
    return gone.count == old.count && (come.count > 1 ? !news.isEmpty : isTold(come))
  }

  /// Whether a head only says that it counts what it named before: "Number of boats" for "Boats".
  private func isCounted(_ head: Range<Int>, by come: [Word]) -> Bool {
    let passage = candidate.passage
    guard come.count == 1, come[0].isLoose,
      let word = head.first(where: { passage.tokens[$0].folded == come[0].folded }), word + 1 < head.upperBound
    else { return false }
    return passage.pack.prepositions.match(passage.tokens, at: word + 1)?.value == "of"
  }

  private struct Word {
    let folded: String
    let stem: String
    let isNumber: Bool
    let isLoose: Bool
  }

  /// The words and numbers that say something.
  private func words(in range: Range<Int>, of passage: Passage) -> [Word] {
    range.compactMap { index in
      let token = passage.tokens[index]
      let isNumber = token.kind == .digits
      let stem = passage.stems[index]
      guard isNumber || !stem.isEmpty else { return nil }
      return Word(folded: token.folded, stem: stem, isNumber: isNumber, isLoose: passage.pack.isLoose(token))
    }
  }

  private func agree(_ a: Word, _ b: Word) -> Bool {
    a.folded == b.folded || !a.stem.isEmpty && a.stem.prefix(Self.root) == b.stem.prefix(Self.root)
      || baseline.passage.pack.areSynonyms(a.folded, b.folded)
  }

  private static let root = 5

  /// The words of the table and of the heading and the paragraph before it.
  private func surroundings(of head: Range<Int>, in pair: Pair) -> [Word] {
    let passage = baseline.passage
    let first = pair.old.heads.compactMap(\.self).first ?? 0
    var blocks = pair.old.rows.prefix(Self.longestTable).joined().compactMap(\.self)
    if first > 0 { blocks.append(first - 1) }
    if baseline.headingOfBlock[first] >= 0 { blocks.append(baseline.headingOfBlock[first]) }
    return blocks.flatMap { words(in: passage.tokensOfBlock[$0], of: passage) }
  }

  /// In rows: more of them tell no more of what the table is about.
  private static let longestTable = 64

  /// Whether the baseline has one of the words, so that it means something else there.
  private func isTold(_ words: [Word]) -> Bool {
    let passage = baseline.passage
    return words.contains { word in
      passage.tokens.indices.contains { passage.tokens[$0].folded == word.folded && !baseline.isApparatus[$0] }
    }
  }

  // MARK: Cells

  /// Rows of the baseline of which one cell took another's place, or has another number or code.
  private func changedCells(in pair: Pair) -> [ClaimChange] {
    let (old, new) = (pair.old, pair.new)
    // The candidate's rows in the order of the baseline's columns.
    let theirs = new.body.map { row in pair.columns.map { new.texts[row][$0] } }
    let kept = Set(theirs)
    let known = Set(old.body.map { old.texts[$0] })
    var byRest: [[String]: [Int]] = [:]
    for (row, texts) in theirs.enumerated() where !known.contains(texts) {
      for column in texts.indices { byRest[Self.without(column, texts), default: []].append(row) }
    }
    let open = Array(old.body.lazy.filter { !kept.contains(old.texts[$0]) }.prefix(Self.mostRows))
    return open.compactMap { row in
      let texts = old.texts[row]
      for column in texts.indices {
        guard let others = byRest[Self.without(column, texts)], others.count == 1,
          let cell = old.rows[row][column], let now = new.rows[others[0] + 1][pair.columns[column]]
        else { continue }
        let text = theirs[others[0]][column]
        // Another open row had it, and has the one that stood here.
        let isExchanged = open.contains { other in
          other != row && old.texts[other][column] == text
            && byRest[Self.without(column, old.texts[other])]?.contains { theirs[$0][column] == texts[column] } == true
        }
        let mine = baseline.passage.tokensOfBlock[cell]
        let its = candidate.passage.tokensOfBlock[now]
        guard isExchanged || hasOtherNumber(mine, its) || isOthers(text, in: column, of: old, mine, its) else {
          continue
        }
        return ClaimChange(kind: .scopeChanged, baseline: mine, candidate: its)
      }
      return nil
    }
  }

  /// A table of which more rows changed is another table.
  private static let mostRows = 256

  /// The texts of a row, that of one column left out.
  private static func without(_ column: Int, _ texts: [String]) -> [String] {
    var texts = texts
    texts[column] = "\(column)"
    return texts
  }

  /// Whether a cell says what another one of the column said, or names what the baseline names elsewhere; and nothing of what
  /// stood in it.
  private func isOthers(
    _ text: String, in column: Int, of table: TableGrid, _ mine: Range<Int>, _ theirs: Range<Int>
  ) -> Bool {
    let old = words(in: mine, of: baseline.passage)
    let new = words(in: theirs, of: candidate.passage)
    guard !old.isEmpty, !new.isEmpty, !new.contains(where: { word in old.contains { agree($0, word) } }) else {
      return false
    }
    if table.body.prefix(Self.mostRows).contains(where: { table.texts[$0][column] == text }) { return true }
    let name = theirs.map { candidate.passage.tokens[$0].folded }
    return baseline.names.contains { $0.words == name }
      && baseline.passage.tokens[mine.lowerBound].isCapitalized
      && candidate.passage.tokens[theirs.lowerBound].isCapitalized
  }

  /// Whether two cells differ by one number, or by one word with digits in it, alone.
  private func hasOtherNumber(_ mine: Range<Int>, _ theirs: Range<Int>) -> Bool {
    let (old, new) = (baseline.passage.tokens[mine], candidate.passage.tokens[theirs])
    guard old.count == new.count else { return false }
    let changed = zip(old, new).filter { $0.folded != $1.folded }
    guard changed.count == 1, let (before, after) = changed.first else { return false }
    let hasDigit = { (token: Token) in token.folded.utf8.contains { $0 &- 0x30 < 10 } }
    guard hasDigit(before), hasDigit(after), before.kind == after.kind, before.kind != .address else { return false }
    guard before.kind == .digits else { return true }
    let reader = NumberReader(baseline.passage.pack)
    let values = [reader.number(in: [before], at: 0)?.value, reader.number(in: [after], at: 0)?.value]
    return values[0] != values[1]
  }
}
