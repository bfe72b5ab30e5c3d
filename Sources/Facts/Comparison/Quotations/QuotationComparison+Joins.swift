/// Words of one speaker that stand in one pair of marks in one version and in several in the other: « A », dit X. « B. »
extension QuotationComparison {
  /// The quotations of the baseline whose words are all there, put together with those before or behind them, or apart.
  func pairJoined(_ partner: [Int?], _ taken: inout Set<Int>) -> Set<Int> {
    let isOpen = partner.map { $0 == nil }
    var whole: Set<Int> = []
    for (joined, parts) in Self.runs(baseline.quotations, in: candidate.quotations)
    where !taken.contains(joined) && parts.allSatisfy({ isOpen[$0] && !whole.contains($0) }) {
      guard parts.allSatisfy({ sameSpeaker(baseline.quotations[$0], candidate.quotations[joined]) }) else { continue }
      whole.formUnion(parts)
      taken.insert(joined)
    }
    for (original, parts) in Self.runs(candidate.quotations, in: baseline.quotations)
    where isOpen[original] && !whole.contains(original) && taken.isDisjoint(with: parts) {
      guard parts.allSatisfy({ sameSpeaker(baseline.quotations[original], candidate.quotations[$0]) }) else { continue }
      whole.insert(original)
      taken.formUnion(parts)
    }
    return whole
  }

  /// For each quotation that consists of others which stand one behind the other in the other version, those.
  private static func runs(_ parts: [Quotation], in wholes: [Quotation]) -> [(whole: Int, parts: Range<Int>)] {
    guard parts.count > 1 else { return [] }
    let byWord = Dictionary(grouping: parts.indices, by: { parts[$0].words[0] })
    return wholes.indices.compactMap { whole in
      let words = wholes[whole].words
      let starts = byWord[words[0]] ?? []
      return starts.prefix(mostStarts).lazy.compactMap { start -> (whole: Int, parts: Range<Int>)? in
        var length = 0
        for index in start..<min(parts.count, start + mostParts) {
          let next = parts[index].words
          guard words[length...].starts(with: next) else { return nil }
          length += next.count
          if length == words.count { return index > start ? (whole, start..<index + 1) : nil }
        }
        return nil
      }.first
    }
  }

  private static let mostParts = 4
  private static let mostStarts = 16
}
