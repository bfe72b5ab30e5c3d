import Facts

/// Sources among which the one that is the same as another is found without a look at all of them.
package struct SourceLookup {
  private var records: [SourceRecord] = []
  private var byPage: [String: [Int]] = [:]
  private var byAddress: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]

  package init(_ records: [SourceRecord] = []) {
    for record in records { put(record) }
  }

  /// Returns the place of the first source that is the same: they are counted as they were put in.
  package func place(of record: SourceRecord) -> Int? {
    let candidates = [
      Self.page(of: record).map { byPage[$0] ?? [] }, record.url.map { byAddress[$0] ?? [] },
      record.name.map { byName[Self.key(named: $0, hasAddress: record.url == nil)] ?? [] },
      record.url == nil ? record.name.map { byName[Self.key(named: $0, hasAddress: false)] ?? [] } : nil,
    ]
    // One that was put in another's place is still found by what that one was called.
    return candidates.compactMap { $0?.first { records[$0].isSame(as: record) } }.min()
  }

  /// Puts a source in, at the end or in the place of another one.
  package mutating func put(_ record: SourceRecord, at place: Int? = nil) {
    let place = place ?? records.count
    if place < records.count { records[place] = record } else { records.append(record) }
    if let page = Self.page(of: record) { byPage[page, default: []].append(place) }
    if let url = record.url { byAddress[url, default: []].append(place) }
    if let name = record.name {
      byName[Self.key(named: name, hasAddress: record.url != nil), default: []].append(place)
    }
  }

  private static func page(of record: SourceRecord) -> String? { record.url.flatMap { URLKey.key(of: $0) } }

  /// A name tells sources that have an address from each other only where the other one has none.
  private static func key(named name: String, hasAddress: Bool) -> String { (hasAddress ? "+" : "-") + name }
}

/// Names that are each given once, whatever their case: not every disk tells `Report.md` from `report.md`.
package struct SourceNames {
  private var taken: Set<String>
  private var last: [String: Int] = [:]

  package init(taken: some Sequence<String> = []) { self.taken = Set(taken.map { $0.lowercased() }) }

  /// Returns the name, with a number behind it when it was given before.
  package mutating func free(_ wanted: String) -> String {
    var name = wanted
    var number = last[wanted] ?? 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = "\(wanted)-\(number)"
    }
    last[wanted] = number
    return name
  }
}
