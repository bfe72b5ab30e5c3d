/// Cuts the endings of number, gender and conjugation off folded words, by the suffix rules of a pack.
struct Stemmer: Sendable {
  /// Rules of one step, by the last byte of the suffix, longest suffix first.
  private var steps: [[UInt8: [(suffix: [UInt8], replacement: [UInt8])]]] = []

  init(_ tables: PackTables) {
    for group in tables.text["stem"] {
      var rules: [UInt8: [(suffix: [UInt8], replacement: [UInt8])]] = [:]
      for item in group.items {
        let parts = tables.text.bytes[item].split(separator: 0x3D, omittingEmptySubsequences: false)
        guard let suffix = parts.first.map({ $0.filter { $0 != 0x20 } }), let last = suffix.last else { continue }
        let replacement = parts.count > 1 ? parts[1].filter { $0 != 0x20 } : []
        rules[last, default: []].append((suffix, replacement))
      }
      steps.append(rules.mapValues { $0.sorted { $0.suffix.count > $1.suffix.count } })
    }
  }

  /// Returns the stem; at least three letters are left.
  func stem(_ folded: String) -> String {
    var word = Array(folded.utf8)
    guard word.count > 3 else { return folded }
    for rules in steps {
      guard let last = word.last, let candidates = rules[last] else { continue }
      for (suffix, replacement) in candidates where word.count - suffix.count >= 3 && word.hasSuffix(suffix) {
        word.removeLast(suffix.count)
        word += replacement
        break
      }
    }
    return word.count == folded.utf8.count ? folded : String(decoding: word, as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
