import Languages
import Manuscripts
import StructuredText

extension AmountComparison {
  /// Whether the digits are part of an identifier (`CVE-2025-23167`) that an address of the baseline holds.
  func isInAddress(_ fact: Fact) -> Bool {
    let tokens = candidate.passage.tokens
    var range = fact.tokens
    let isGlued = { (index: Int) in tokens[index].gap == .none || tokens[index].gap == .hyphen }
    while range.lowerBound > 0, range.count < Self.longestIdentifier, isGlued(range.lowerBound) {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < tokens.count, range.count < Self.longestIdentifier, isGlued(range.upperBound),
      tokens[range.upperBound].kind != .mark || tokens[range.upperBound].isCharacter("-")
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    while let first = range.first, tokens[first].kind == .mark { range = first + 1..<range.upperBound }
    guard range.count > fact.tokens.count, tokens[range.lowerBound].kind == .word else { return false }
    let bytes = candidate.passage.tree.text.bytes[
      tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound]
    let identifier = String(decoding: bytes, as: UTF8.self).lowercased()
    return baseline.passage.tokens.contains { $0.kind == .address && $0.folded.lowercased().contains(identifier) }
  }

  private static let longestIdentifier = 12
  /// With more amounts than this of its own, the candidate is another text.
  static let fewAmounts = 64

  /// How many facts of the baseline differ in what they say: the same amount said three times is one.
  func distinctFacts() -> Int {
    var seen: [Fact.Value: [Int]] = [:]
    seen.reserveCapacity(baseline.facts.count)
    /// Notes a fact among its twins, of which few are compared; returns whether it is none of them.
    func note(_ index: Int, among twins: inout [Int]) -> Bool {
      let context = baseline.facts[index].context
      let isKnown = twins.contains { baseline.facts[$0].context.similarity(to: context) >= 20 }
      if twins.count < 8 { twins.append(index) }
      return !isKnown
    }
    return baseline.facts.indices.count { index in
      !baseline.facts[index].isIncidental && note(index, among: &seen[baseline.facts[index].value, default: []])
    }
  }
}
