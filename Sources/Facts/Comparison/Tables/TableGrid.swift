import Languages
import Manuscripts

/// The tables of two versions.
struct TableGrids {
  let baseline: [TableGrid]
  let candidate: [TableGrid]

  init(baseline: FactSheet, candidate: FactSheet) {
    self.baseline = TableGrid.all(in: baseline.passage)
    self.candidate = TableGrid.all(in: candidate.passage)
  }
}

/// A table by its rows and columns: the heads of the columns are the first row.
struct TableGrid {
  /// For each row, the block of each column's cell; `nil` for an empty one.
  let rows: [[Int?]]
  /// For each row, what its cells say: their words, numbers and marks, folded; empty for an empty one.
  let texts: [[String]]

  var heads: [Int?] { rows[0] }
  var columns: Int { rows[0].count }
  /// The rows without the heads.
  var body: Range<Int> { 1..<rows.count }

  /// What the cells of a row say, whatever the order of the columns.
  func key(ofRow row: Int) -> [String] { texts[row].sorted() }

  /// Returns the tables of a text that have heads and at least one row of cells; sources are compared as such.
  static func all(in passage: Passage) -> [TableGrid] {
    let blocks = passage.tree.blocks
    var result: [TableGrid] = []
    var start = 0
    while start < blocks.count {
      guard case .tableCell(let table, _, _) = blocks[start].kind else {
        start += 1
        continue
      }
      var rows: [[Int: Int]] = []
      var columns = 0
      var end = start
      while end < blocks.count, case .tableCell(table, let row, let column) = blocks[end].kind {
        while rows.count <= row { rows.append([:]) }
        rows[row][column] = end
        columns = max(columns, column + 1)
        end += 1
      }
      defer { start = end }
      guard rows.count > 1, columns <= Self.widest, !rows[0].isEmpty,
        !passage.tokensOfBlock[start..<end].joined().prefix(1).contains(where: {
          passage.sentences[passage.sentenceOfToken[$0]].role == .source
        })
      else { continue }
      let cells = rows.map { row in (0..<columns).map { row[$0] } }
      result.append(
        TableGrid(
          rows: cells,
          texts: cells.map { row in
            row.map { cell in
              cell.map { passage.tokensOfBlock[$0].map { passage.tokens[$0].folded }.joined(separator: " ") } ?? ""
            }
          }))
    }
    return result
  }

  /// Tables with more columns are no table to compare.
  private static let widest = 16
}
