/// Reads the words of a pack's phrase without a scanner where it is lower-case letters, blanks, hyphens, apostrophes
/// between letters and `…` between blanks, as most are.
///
/// A pack holds thousands of phrases and is read at each start of a hook.
enum PlainWords {
  /// Calls `word` with each word's hash and whether a hyphen ties it to the one before.
  ///
  /// - Returns: `false` when the words must be read by a scanner, and those given so far are void.
  @inline(__always)
  static func read(_ text: Span<UInt8>, _ range: Range<Int>, _ word: (WordHash, Bool) -> Void) -> Bool {
    var hash = WordHash()
    var isHyphenated = false
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, text[index] &- 0x61 < 26 { index += 1 }
      hash.append(plain: text, from: start, to: index)
      guard index < range.upperBound else { break }
      let byte = text[index]
      index += 1
      if byte == 0xC3, index < range.upperBound, let base = CharacterFolding.base(ofLatinLetter: text[index]) {
        hash.append(base)
        index += 1
      } else if byte == 0x20 || byte == 0x2D, hash.count > 0, index < range.upperBound {
        word(hash, isHyphenated)
        hash = WordHash()
        isHyphenated = byte == 0x2D
      } else if byte == 0x27, hash.count > 0, index < range.upperBound, text[index] &- 0x61 < 26 {
        if TokenScanner.isElision(hash) {
          hash.append(byte)
          word(hash, isHyphenated)
          hash = WordHash()
          isHyphenated = false
        } else if text[index] == 0x73, !TokenScanner.isContracted(hash) {
          // It may be a genitive.
          return false
        } else {
          hash.append(byte)
        }
      } else if byte == 0xE2, hash.count == 0, index > range.lowerBound + 1, index + 2 < range.upperBound,
        text[index] == 0x80, text[index + 1] == 0xA6, text[index + 2] == 0x20, !isHyphenated
      {
        word(.ellipsis, false)
        index += 3
      } else {
        return false
      }
    }
    if hash.count > 0 { word(hash, isHyphenated) }
    return true
  }
}
