import Languages
import Manuscripts

/// Units that stand in the head of a table's column or row, and not in its cells: "Revenue (€m)".
extension FactExtractor {
  /// Gives the bare amounts of cells the unit of their column, or else of their row; a head that says what it counts by counts nothing.
  func takeUnitsOfHeads(among found: inout [FactReading]) {
    var units: [Int: Figure?] = [:]
    var heads: [Range<Int>] = []
    for index in found.indices {
      guard case .figure(let figure) = found[index].value, figure.unit == nil, figure.form == .digits,
        !figure.isOrdinal, !figure.isVague, figure.upper == nil
      else { continue }
      let sentence = passage.sentences[passage.sentenceOfToken[found[index].tokens.lowerBound]]
      guard sentence.role == .cell, let cell = passage.heads(ofCell: sentence.block) else { continue }
      let own = [cell.column, cell.row].compactMap(\.self).filter { $0.lowerBound < sentence.tokens.lowerBound }
      let unit = own.lazy.compactMap { head -> Figure? in
        if units[head.lowerBound] == nil {
          units[head.lowerBound] = .some(self.unit(inHead: head))
          heads.append(head)
        }
        return units[head.lowerBound].flatMap(\.self)
      }.first
      guard let unit else { continue }
      found[index].value = .figure(figure.scaled(by: (unit.value, -unit.places), unit: unit.unit))
    }
    let read = heads.filter { units[$0.lowerBound].flatMap(\.self) != nil }
    guard !read.isEmpty else { return }
    found.removeAll { fact in
      guard case .figure(let figure) = fact.value, figure.isVague else { return false }
      return read.contains { $0.contains(fact.tokens.lowerBound) }
    }
  }

  /// One of what the brackets in a head count by: a million euros for "(€m)"; `nil` where they hold something else.
  private func unit(inHead head: Range<Int>) -> Figure? {
    let tokens = passage.tokens
    guard let open = head.first(where: { tokens[$0].isCharacter("(") }),
      let end = head.first(where: { $0 > open && tokens[$0].isCharacter(")") })
    else { return nil }
    let words = (open + 1..<end).drop { tokens[$0].kind == .word && passage.pack.stopWords.contains(tokens[$0]) }
      .prefix { !tokens[$0].isCharacter("/") }
    guard (1...Self.longestUnit).contains(words.count), let first = words.first else { return nil }
    let text = passage.text(of: first..<words.endIndex)
    var wordings = ["1 " + text]
    if tokens[first].kind == .mark {
      wordings.append(passage.text(of: first..<first + 1) + "1" + passage.text(of: first + 1..<words.upperBound))
    }
    return (wordings + [text]).lazy.compactMap { wording in
      let written = WordBreaker.tokens(of: Array(wording.utf8))
      let reader = FigureReader(tokens: written, pack: passage.pack)
      guard let reading = reader.figure(at: 0, in: 0..<written.count), reading.tokens.upperBound == written.count,
        reading.figure.unit != nil, reading.figure.upper == nil
      else { return nil }
      return reading.figure
    }.first
  }

  /// In words.
  private static let longestUnit = 5
}
