import TestSupport
import Testing

@testable import Bibliography

/// A source is found among others as if all were looked at, and in a library of any size.
@Suite struct SourceLookupTests {
  /// A record of few possible names and addresses, so that many are the same.
  private func record(_ generator: inout SeededGenerator) -> SourceRecord {
    let urls = [
      nil, "https://a.example/x", "http://www.a.example/x/", "https://a.example/x?utm_source=b", "https://b.example",
      "letter in the archive", "another letter",
    ]
    var record = SourceRecord(id: "s", url: urls.randomElement(using: &generator) ?? nil)
    record.name = [nil, "Energy Office", "Town Council"].randomElement(using: &generator) ?? nil
    return record
  }

  /// A source that comes, and whether it takes the place of one before it, as when a file of a dossier gets what is new.
  private typealias Arrival = (record: SourceRecord, place: Int?)

  @Test func lookupFindsWhatALookAtAllFinds() {
    let law = Law<[Arrival]>(
      of: { generator in
        (0..<12).map { _ in
          let place = Bool.random(using: &generator) ? Int.random(in: 0..<12, using: &generator) : nil
          return (record(&generator), place)
        }
      },
      simpler: { arrivals in
        arrivals.indices.map { number in
          var fewer = arrivals
          fewer.remove(at: number)
          return fewer
        }
      },
      complaint: { arrivals in
        var all: [SourceRecord] = []
        var lookup = SourceLookup()
        for (record, place) in arrivals {
          let (found, expected) = (lookup.place(of: record), all.firstIndex { $0.isSame(as: record) })
          // Of two places with the same source, either will do.
          let isRight = found.map { all.indices.contains($0) && all[$0].isSame(as: record) } ?? (expected == nil)
          if !isRight { return "found \(String(describing: found)), and not \(String(describing: expected))" }
          if let place, place < all.count {
            all[place] = record
            lookup.put(record, at: place)
          } else {
            all.append(record)
            lookup.put(record)
          }
        }
        return nil
      })
    let found = law.counterexample(rounds: 2000)
    #expect(found == nil, "\(found ?? "")")
  }

  /// Looked at one by one, these would take hours.
  @Test func libraryOfManySourcesIsReadToItsEnd() {
    let library = (0..<40_000).map { number in
      var record = SourceRecord(id: "report", url: "https://example.org/\(number % 30_000)")
      record.name = "Report"
      return record
    }
    let found = SourceRecord.all(dossier: library, listed: [])
    #expect(found.count == 30_000)
    #expect(Set(found.map(\.id)).count == 30_000)
  }

  @Test func longParagraphIsReadToItsEnd() {
    let line = String(repeating: "Panels on roofs. ", count: 4)
    var record = SourceRecord(id: "a")
    record.excerpt = Array(repeating: line, count: 100_000).joined(separator: "\n")
    let bytes = DossierEntry.bytes(for: record)
    #expect(bytes?.count ?? 0 > 100_000 * line.utf8.count)
  }
}
