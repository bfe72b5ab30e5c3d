/// Cuts the endings of number, gender and conjugation off folded words, by the suffix rules of a pack.
struct Stemmer: Sendable {
  private struct Rule {
    let suffix: [UInt8]
    let replacement: [UInt8]
  }

  /// Rules of one step, by the last byte of the suffix, longest suffix first.
  private var steps: [[[Rule]]] = []

  init(_ tables: PackTables) {
    for group in tables.text["stem"] {
      var rules = [[Rule]](repeating: [], count: 256)
      for item in group.items {
        let parts = tables.text.bytes[item].split(separator: 0x3D, omittingEmptySubsequences: false)
        guard let suffix = parts.first.map({ $0.filter { $0 != 0x20 } }), let last = suffix.last else { continue }
        let replacement = parts.count > 1 ? parts[1].filter { $0 != 0x20 } : []
        rules[Int(last)].append(Rule(suffix: suffix, replacement: replacement))
      }
      for last in rules.indices where rules[last].count > 1 { rules[last].sort { $0.suffix.count > $1.suffix.count } }
      steps.append(rules)
    }
  }

  /// Returns the stem; at least three letters are left.
  func stem(_ folded: String) -> String {
    guard folded.utf8.count > 3 else { return folded }
    var word = Array(folded.utf8)
    for rules in steps {
      guard let last = word.last else { continue }
      for rule in rules[Int(last)] where word.count - rule.suffix.count >= 3 && word.hasSuffix(rule.suffix) {
        word.removeLast(rule.suffix.count)
        word += rule.replacement
        break
      }
    }
    return word.count == folded.utf8.count ? folded : String(decoding: word, as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    var position = count - suffix.count
    guard position >= 0 else { return false }
    for byte in suffix {
      if self[position] != byte { return false }
      position += 1
    }
    return true
  }
}
