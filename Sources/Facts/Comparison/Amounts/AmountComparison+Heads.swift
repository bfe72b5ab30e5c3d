import Languages
import StructuredText

/// Dates at the head of table columns and rows: they belong to the amounts of the cells, as a date beside an amount in a
/// sentence does.
extension AmountComparison {
  /// Dates of amounts that stayed, with those that head their cells instead: both may be told of other matters, too.
  func redated(_ partner: [Int?]) -> [(original: Int, restated: Int)] {
    guard hasCells(baseline) || hasCells(candidate) else { return [] }
    let rows = Set(tables.candidate.flatMap { table in table.body.map { table.key(ofRow: $0) } })
    let kept = Set(
      tables.baseline.flatMap { table in
        table.body.filter { rows.contains(table.key(ofRow: $0)) }.flatMap { table.rows[$0].compactMap(\.self) }
      })
    var found: [Int: [Redating]] = [:]
    var dates: [Fact.Value: Int] = [:]
    for (fact, other) in partner.enumerated() {
      guard let other, baseline.facts[fact].figure != nil,
        case let cells = [isCell(fact, baseline), isCell(other, candidate)], cells.contains(true),
        [.same, .derived].contains(relation(of: candidate.facts[other], to: baseline.facts[fact])),
        let original = dating(fact, in: baseline), let restated = dating(other, in: candidate),
        // What stands in its row as before has the date of the row, wherever the row stands.
        ![fact, original].allSatisfy({ kept.contains(baseline.passage.sentences[baseline.facts[$0].sentence].block) })
      else { continue }
      // Each sentence names the date anew.
      let date = isCell(restated, candidate) ? restated : dates[candidate.facts[restated].value] ?? restated
      if !isCell(restated, candidate) { dates[candidate.facts[restated].value] = date }
      found[date, default: []].append(Redating(original: original, weight: cells.contains(false) ? 1 : 2))
    }
    return found.sorted { $0.key < $1.key }.compactMap { restated, redatings in
      let date = candidate.facts[restated]
      guard let first = redatings.first, redatings.reduce(0, { $0 + $1.weight }) > 1,
        redatings.allSatisfy({ baseline.facts[$0.original].value == baseline.facts[first.original].value }),
        relation(of: date, to: baseline.facts[first.original]) == .other,
        // What the baseline has nowhere is found as such.
        baselineIndex.facts(near: date).contains(where: {
          [.same, .derived].contains(relation(of: date, to: baseline.facts[$0]))
        })
      else { return nil }
      return (first.original, restated)
    }
  }

  /// The date of an amount that stayed: of one in a sentence, which may be told by its order alone, it proves half as much.
  private struct Redating {
    let original: Int
    let weight: Int
  }

  private func hasCells(_ sheet: FactSheet) -> Bool { sheet.passage.sentences.contains { $0.role == .cell } }

  private func isCell(_ fact: Int, _ sheet: FactSheet) -> Bool {
    sheet.passage.sentences[sheet.facts[fact].sentence].role == .cell
  }

  /// The one date at the head of an amount's cell; in a sentence with as many dates as amounts of its kind, that in its place.
  private func dating(_ fact: Int, in sheet: FactSheet) -> Int? {
    let sentence = sheet.facts[fact].sentence
    if let heads = sheet.passage.heads(ofCell: sheet.passage.sentences[sentence].block) {
      let found = [heads.row, heads.column].compactMap(\.self).flatMap { dates(in: $0, of: sheet) }
      return found.count == 1 ? found[0] : nil
    }
    let facts = sheet.factsOfSentence[sentence]
    guard facts.count <= Self.mostTied else { return nil }
    let dated = facts.filter { sheet.facts[$0].date != nil }
    let amounts = facts.filter { sheet.facts[$0].figure?.kind == sheet.facts[fact].figure?.kind }
    guard dated.count == amounts.count, let place = amounts.firstIndex(of: fact) else { return nil }
    return dated[place]
  }

  private func dates(in tokens: Range<Int>, of sheet: FactSheet) -> [Int] {
    let start = sheet.facts.partitioningIndex { $0.tokens.lowerBound >= tokens.lowerBound }
    return sheet.facts[start...].indices.prefix { sheet.facts[$0].tokens.lowerBound < tokens.upperBound }
      .filter { sheet.facts[$0].date != nil }
  }
}
