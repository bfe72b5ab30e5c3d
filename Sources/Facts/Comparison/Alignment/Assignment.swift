/// Pairs the rows of a sparse bipartite graph with its columns so that the total weight is greatest.
///
/// Connected parts are solved apart: exactly by the Hungarian method (Kuhn 1955) while they are small, else by taking
/// the heaviest edge first, which keeps the work near linear on any input.
enum Assignment {
  struct Edge {
    let row: Int
    let column: Int
    /// Above 0.
    let weight: Int
  }

  /// The largest part that is solved exactly, in rows or columns.
  private static let exactLimit = 40

  /// Returns for each row its column, or `nil`.
  static func best(rows: Int, columns: Int, edges: [Edge]) -> [Int?] {
    var result = [Int?](repeating: nil, count: rows)
    for part in parts(rows: rows, columns: columns, edges: edges) {
      let rowIDs = Array(Set(part.map(\.row))).sorted()
      let columnIDs = Array(Set(part.map(\.column))).sorted()
      if rowIDs.count == 1 || columnIDs.count == 1 || max(rowIDs.count, columnIDs.count) > exactLimit {
        takeHeaviest(part, into: &result)
      } else {
        solve(part, rows: rowIDs, columns: columnIDs, into: &result)
      }
    }
    return result
  }

  private static func takeHeaviest(_ edges: [Edge], into result: inout [Int?]) {
    var taken: Set<Int> = []
    for edge in edges.sorted(by: { ($1.weight, $0.row, $0.column) < ($0.weight, $1.row, $1.column) })
    where result[edge.row] == nil && !taken.contains(edge.column) {
      result[edge.row] = edge.column
      taken.insert(edge.column)
    }
  }

  private static func parts(rows: Int, columns: Int, edges: [Edge]) -> [[Edge]] {
    var parent = Array(0..<rows + columns)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for edge in edges {
      let a = root(edge.row)
      let b = root(rows + edge.column)
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var order: [Int] = []
    var groups: [Int: [Edge]] = [:]
    for edge in edges {
      let key = root(edge.row)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(edge)
    }
    return order.compactMap { groups[$0] }
  }

  /// The Hungarian method with potentials on a square matrix; missing edges weigh nothing and are dropped again.
  private static func solve(_ edges: [Edge], rows: [Int], columns: [Int], into result: inout [Int?]) {
    let size = max(rows.count, columns.count)
    var rowIndex: [Int: Int] = [:]
    for (index, row) in rows.enumerated() { rowIndex[row] = index }
    var columnIndex: [Int: Int] = [:]
    for (index, column) in columns.enumerated() { columnIndex[column] = index }
    var cost = [[Int]](repeating: [Int](repeating: 0, count: size + 1), count: size + 1)
    for edge in edges {
      guard let row = rowIndex[edge.row], let column = columnIndex[edge.column] else { continue }
      cost[row + 1][column + 1] = min(cost[row + 1][column + 1], -edge.weight)
    }
    var rowPotential = [Int](repeating: 0, count: size + 1)
    var columnPotential = [Int](repeating: 0, count: size + 1)
    var matched = [Int](repeating: 0, count: size + 1)
    var way = [Int](repeating: 0, count: size + 1)
    for row in 1...size {
      matched[0] = row
      var column = 0
      var least = [Int](repeating: Int.max / 2, count: size + 1)
      var used = [Bool](repeating: false, count: size + 1)
      repeat {
        used[column] = true
        let current = matched[column]
        var delta = Int.max / 2
        var next = 0
        for other in 1...size where !used[other] {
          let reduced = cost[current][other] - rowPotential[current] - columnPotential[other]
          if reduced < least[other] {
            least[other] = reduced
            way[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...size {
          if used[other] {
            rowPotential[matched[other]] += delta
            columnPotential[other] -= delta
          } else {
            least[other] -= delta
          }
        }
        column = next
      } while matched[column] != 0
      repeat {
        let previous = way[column]
        matched[column] = matched[previous]
        column = previous
      } while column != 0
    }
    for column in 1...size where matched[column] > 0 && matched[column] <= rows.count && column <= columns.count {
      if cost[matched[column]][column] < 0 { result[rows[matched[column] - 1]] = columns[column - 1] }
    }
  }
}
