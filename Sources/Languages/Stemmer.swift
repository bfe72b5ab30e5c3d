/// Cuts the endings of number, gender and conjugation off folded words, by the suffix rules of a pack.
package struct Stemmer: Sendable {
  /// The last bytes of a word, the very last one lowest; so much fits, and no ending is longer.
  typealias Ending = UInt128

  private struct Rule {
    let suffix: Ending
    /// The bytes of an ending that `suffix` is compared with.
    let mask: Ending
    let length: Int
    let replacement: Ending
    let replacementLength: Int
  }

  /// Rules of one step, by the last byte of the suffix, longest suffix first.
  private var steps: [[[Rule]]] = []

  /// - Parameter groups: the steps, each with its rules: `ies = y`.
  init(_ groups: [PackGroup]) {
    for group in groups {
      var rules = [[Rule]](repeating: [], count: 256)
      for item in group.items {
        let bytes = Array(item.utf8)
        let sign = bytes.firstIndex(of: 0x3D) ?? bytes.endIndex
        let (suffix, length) = Self.ending(bytes[..<sign])
        let (replacement, replacementLength) = Self.ending(bytes[sign...].dropFirst())
        guard length > 0 else { continue }
        rules[Int(truncatingIfNeeded: suffix & 0xFF)].append(
          Rule(
            suffix: suffix, mask: 1 << (8 * length) &- 1, length: length, replacement: replacement,
            replacementLength: replacementLength))
      }
      for last in rules.indices where rules[last].count > 1 { rules[last].sort { $0.length > $1.length } }
      steps.append(rules)
    }
  }

  private static func ending(_ bytes: ArraySlice<UInt8>) -> (ending: Ending, length: Int) {
    var (ending, length) = (Ending(0), 0)
    for byte in bytes where byte != 0x20 { (ending, length) = (ending << 8 | Ending(byte), length + 1) }
    return (ending, length)
  }

  /// Returns the stem; at least three letters are left.
  func stem(_ folded: String) -> String { shortened(folded)?.stem ?? folded }

  /// Returns the stem of a folded word, whose hash is known, with its own hash.
  func stem(_ folded: String, _ hash: WordHash) -> (stem: String, hash: WordHash) {
    shortened(folded) ?? (folded, hash)
  }

  /// The stem of a folded word with its hash; `nil` when it is the word itself.
  private func shortened(_ folded: String) -> (stem: String, hash: WordHash)? {
    var (folded, hash) = (folded, WordHash())
    let shortened = folded.withUTF8 { word -> String? in
      guard let stem = stem(word.span) else { return nil }
      return String(unsafeUninitializedCapacity: stem.count) { buffer in
        var index = 0
        stem.forEachByte(of: word.span) {
          buffer[index] = $0
          hash.append($0)
          index += 1
        }
        return index
      }
    }
    return shortened.map { ($0, hash) }
  }

  /// A stem: the first bytes of its word and an ending of its own.
  struct Stem {
    fileprivate(set) var kept: Int
    fileprivate(set) var ending: Ending = 0
    fileprivate(set) var length = 0

    var count: Int { kept + length }

    @inline(__always)
    func forEachByte(of word: Span<UInt8>, _ body: (UInt8) -> Void) {
      for index in 0..<kept { body(word[index]) }
      for index in (0..<length).reversed() { body(UInt8(truncatingIfNeeded: ending >> (8 * index))) }
    }
  }

  /// Returns the stem of a folded word; `nil` when it is the word itself, as it is when nothing gets shorter.
  func stem(_ word: Span<UInt8>) -> Stem? {
    guard word.count > 3 else { return nil }
    var stem = Stem(kept: word.count)
    var tail = Self.tail(of: word, stem)
    for rules in steps {
      for rule in rules[Int(truncatingIfNeeded: tail & 0xFF)]
      where stem.count - rule.length >= 3 && tail & rule.mask == rule.suffix {
        stem.replace(rule.length, by: rule.replacement, rule.replacementLength)
        // Of a short word nothing was left out that the tail would have room for now.
        tail =
          word.count <= MemoryLayout<Ending>.size
          ? (tail >> (8 * rule.length)) << (8 * rule.replacementLength) | rule.replacement : Self.tail(of: word, stem)
        break
      }
    }
    return stem.count == word.count ? nil : stem
  }

  private static func tail(of word: Span<UInt8>, _ stem: Stem) -> Ending {
    var tail = Ending(0)
    let count = max(0, MemoryLayout<Ending>.size - stem.length)
    for index in max(0, stem.kept - count)..<stem.kept { tail = tail << 8 | Ending(word[index]) }
    return tail << (8 * stem.length) | stem.ending
  }
}

extension Stemmer.Stem {
  fileprivate mutating func replace(_ count: Int, by replacement: Stemmer.Ending, _ replacementLength: Int) {
    if count > length { kept -= count - length }
    length = max(0, length - count)
    ending = (ending >> (8 * count)) << (8 * replacementLength) | replacement
    length += replacementLength
  }
}
