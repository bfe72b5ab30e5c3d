/// Guesses what a mistyped name was meant to be.
package enum Spelling {
  /// Longer names are compared by their beginning, so that a hostile one costs no more than another.
  private static let longest = 64

  /// Returns the name in `names` that `name` most looks like, or `nil` when none is near.
  ///
  /// Case does not count; of two equally near names the first is taken. A third of the letters may be wrong.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = letters(name)
    var best: (name: String, distance: Int)?
    for candidate in names {
      let letters = letters(candidate)
      let allowed = max(1, max(wanted.count, letters.count) / 3)
      guard abs(wanted.count - letters.count) <= allowed else { continue }
      let distance = distance(wanted, letters)
      if distance <= allowed, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func letters(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.prefix(longest).map { $0 == "_" ? "-" : $0 }
  }

  /// Returns how many letters must be added, left out, replaced or swapped with their neighbour
  /// (Damerau and Levenshtein, no letter twice).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
