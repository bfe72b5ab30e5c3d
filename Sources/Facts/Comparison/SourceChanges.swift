import StructuredText

/// What became of the entries of the sources section.
package struct SourceChanges: Sendable {
  package enum Field: Hashable, Sendable { case name, url, date, reliability }

  package struct Altered: Sendable {
    package let baseline: Int
    package let candidate: Int
    package let field: Field
  }

  /// For each entry of the baseline its entry in the candidate.
  package private(set) var counterparts: [Int?] = []
  package private(set) var lost: [Int] = []
  package private(set) var altered: [Altered] = []
  /// Entries of the candidate that the baseline does not list.
  package private(set) var added: [Int] = []
  /// Whether the baseline lists URLs and not one of them survives, in the sources section or in the text.
  package private(set) var areGone = false

  init(baseline: FactSheet, candidate: FactSheet) {
    let old = baseline.sources?.entries ?? []
    let new = candidate.sources?.entries ?? []
    counterparts = [Int?](repeating: nil, count: old.count)
    // By page first, then by name among what is left.
    pair(
      by: { index, free in
        guard let key = old[index].urlKey else { return nil }
        let choices = free.filter { new[$0].urlKey == key }
        return choices.first { new[$0].nameWords == old[index].nameWords } ?? choices.first
      }, among: new.count)
    pair(
      by: { index, free in
        old[index].nameWords.isEmpty ? nil : free.first { Self.nameAgrees(new[$0], old[index]) }
      }, among: new.count)
    let taken = Set(counterparts.compactMap(\.self))
    for (index, other) in counterparts.enumerated() {
      guard let other else {
        lost.append(index)
        continue
      }
      compare(old[index], index, new[other], other)
    }
    added = new.indices.filter { !taken.contains($0) }
    let pages = Set(old.compactMap(\.urlKey))
    if !pages.isEmpty {
      let surviving = Set(new.compactMap(\.urlKey)).union(
        candidate.citations.filter { $0.form == .link }.flatMap(\.words))
      areGone = pages.isDisjoint(with: surviving)
    } else {
      areGone = !old.isEmpty && lost.count == old.count
    }
  }

  private mutating func pair(by choose: (Int, [Int]) -> Int?, among count: Int) {
    var free = Array(0..<count)
    free.removeAll { counterparts.contains($0) }
    for index in counterparts.indices where counterparts[index] == nil {
      guard let choice = choose(index, free) else { continue }
      counterparts[index] = choice
      free.removeAll { $0 == choice }
    }
  }

  private mutating func compare(_ old: Source, _ index: Int, _ new: Source, _ other: Int) {
    let note = { (field: Field) in Altered(baseline: index, candidate: other, field: field) }
    if old.url != nil, old.urlKey != new.urlKey { altered.append(note(.url)) }
    if !old.nameWords.isEmpty, !new.nameWords.isEmpty, !Self.nameAgrees(new, old) { altered.append(note(.name)) }
    // A date left out is a poorer entry; another date is another fact.
    if !old.dates.isEmpty, Set(old.dates) != Set(new.dates) { altered.append(note(.date)) }
    if let before = old.reliabilityOfTen, new.reliabilityOfTen != before { altered.append(note(.reliability)) }
  }

  /// Whether both are the same name, one a part of the other, or mostly the same words.
  static func nameAgrees(_ a: Source, _ b: Source) -> Bool {
    if a.nameWords == b.nameWords { return true }
    let first = Set(a.nameWords)
    let second = Set(b.nameWords)
    let shared = first.intersection(second).count
    let least = min(first.count, second.count)
    return least > 0 && (shared == least || shared * 10 >= max(first.count, second.count) * 7)
  }
}
