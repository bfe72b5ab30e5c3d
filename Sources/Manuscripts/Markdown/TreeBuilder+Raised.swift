import StructuredText

/// Numbers that HTML raises: `word<sup>1</sup>` calls note 1, and reads as `word[1]`; `m<sup>2</sup>` stays `m2`.
extension TreeBuilder {
  /// Writes a bracket for a tag around the number of a note.
  mutating func raised(_ tag: TextRange, isClosing: Bool) {
    if isClosing {
      guard isNoteRaised else { return }
      isNoteRaised = false
      write("]", for: tag)
    } else if !isNoteRaised, raisesNote(tag), pendsBlank || !isExponent {
      isNoteRaised = true
      write("[", for: tag)
    }
  }

  private mutating func write(_ bracket: Unicode.Scalar, for tag: TextRange) {
    flushPending(before: tag.start)
    tree.text.append(CollectionOfOne(UInt8(ascii: bracket)), from: tag, isVerbatim: false)
    extendLeaf(to: tag)
  }

  /// Whether there are but numbers between a tag and the one that closes it, as text or as that of a link.
  private func raisesNote(_ tag: TextRange) -> Bool {
    var hasNumber = false
    var position = tag.end
    let limit = min(origin.bounds.end, tag.end + Self.longestNote)
    while position < limit {
      switch source[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasNumber = true
      case UInt8(ascii: ","), UInt8(ascii: " "): guard hasNumber else { return false }
      // `[1](#s1)`
      case UInt8(ascii: "["): guard !hasNumber else { return false }
      case UInt8(ascii: "]"):
        guard hasNumber, position + 1 < limit, source[position + 1] == UInt8(ascii: "("),
          let end = source[position..<limit].firstIndex(of: UInt8(ascii: ")"))
        else { return false }
        position = end
      case UInt8(ascii: "<"):
        guard let end = source[position..<limit].firstIndex(of: UInt8(ascii: ">")),
          let name = HTMLTag.name(in: source, TextRange(position, end + 1))
        else { return false }
        if name == "/sup" { return hasNumber }
        guard name == "a" || name == "/a" else { return false }
        position = end
      default: return false
      }
      position += 1
    }
    return false
  }

  /// In bytes.
  private static let longestNote = 200

  /// Whether what was read last is raised to a power: a length in its unit, or the base of one.
  private var isExponent: Bool {
    let start = leaf?.text ?? 0
    let word = tree.text.bytes[start...].suffix(Self.longestBase + 1).reversed().prefix { byte in
      TreeBuilder.isNamePart(byte) || byte >= 0x80
    }
    // `2.10` is no base.
    if let mark = tree.text.bytes[start...].dropLast(word.count).last, [0x2C, 0x2E].contains(mark) { return false }
    return Self.bases.contains { word.reversed().elementsEqual($0.utf8) }
  }

  /// Units in no language, and the bases of powers.
  private static let bases = ["m", "mm", "cm", "dm", "hm", "km", "2", "10"]
  private static let longestBase = 2
}
