extension TokenScanner {
  /// Reads a run of digits with its grouping and decimal marks, or an identifier that starts with a digit.
  mutating func scanDigits() {
    begin()
    let firstEnd = endOfDigits(position)
    if firstEnd > position, let identifierEnd = endOfIdentifier(after: firstEnd) {
      return copy(.word, until: identifierEnd)
    }
    let (groupsEnd, separator) = endOfGroups(after: firstEnd)
    var stop = groupsEnd
    let mark = byte(groupsEnd)
    if mark == 0x2E || mark == 0x2C, isDigit(groupsEnd + 1) {
      let fractionEnd = endOfDigits(groupsEnd + 1)
      if mark == 0x2E {
        if separator == 0x2E || byte(fractionEnd) == 0x2E && isDigit(fractionEnd + 1) {
          return copy(.word, until: endOfVersion(fractionEnd))
        }
        stop = fractionEnd
      } else if separator != 0x2C, !isInList(fractionEnd) {
        stop = fractionEnd
      }
    }
    copy(.digits, until: stop)
  }

  /// Whether the comma before a fraction is one of a list without blanks: `1,2,3`.
  private func isInList(_ fractionEnd: Int) -> Bool {
    byte(fractionEnd) == 0x2C && isDigit(fractionEnd + 1) || byte(position - 1) == 0x2C && isDigit(position - 2)
  }

  /// Emits the bytes up to `stop`, without the blanks and apostrophes that group digits.
  private mutating func copy(_ kind: Token.Kind, until stop: Int) {
    for index in position..<stop {
      let byte = text[index]
      if byte > 0x2B && byte < 0x80 { append(byte >= 0x41 ? byte | 0x20 : byte) }
    }
    emit(kind, until: stop)
  }

  private func endOfVersion(_ index: Int) -> Int {
    var index = index
    while byte(index) == 0x2E, isDigit(index + 1) { index = endOfDigits(index + 1) }
    return index
  }

  /// The end of an identifier such as `4a5b` or `550e8400`; `nil` for `10h30`, `1920x1080` and `2e`.
  private func endOfIdentifier(after digits: Int) -> Int? {
    var index = digits
    var letters: UInt32 = 0
    while index - digits <= 8, (byte(index) | 0x20) &- 0x61 < 26 {
      letters = letters << 8 | UInt32(byte(index) | 0x20)
      index += 1
    }
    guard index > digits, index - digits <= 8, isDigit(index) else { return nil }
    switch letters {
    case 0x68, 0x78, 0x6D, 0x73, 0x64, 0x74, 0x6D_696E, 0x6D_6E: return nil  // h x m s d t min mn
    default: break
    }
    while isDigit(index) || (byte(index) | 0x20) &- 0x61 < 26 { index += 1 }
    return index
  }

  /// The end of the groups of three after a first group that ends at `firstEnd`, and what separates them: 0 for no
  /// group, a blank for blanks of any kind.
  private func endOfGroups(after firstEnd: Int) -> (end: Int, separator: UInt8) {
    guard firstEnd - position >= 1, firstEnd - position <= 3, byte(position) != 0x30 else { return (firstEnd, 0) }
    var last = firstEnd
    var separator: UInt8 = 0
    while let (kind, length) = groupSeparator(at: last), separator == 0 || separator == kind,
      endOfDigits(last + length, atMost: 4) == last + length + 3
    {
      separator = kind
      last += length + 3
    }
    return (last, separator)
  }

  private func endOfDigits(_ index: Int, atMost limit: Int) -> Int {
    var last = index
    while last - index < limit, isDigit(last) { last += 1 }
    return last
  }

  private func groupSeparator(at index: Int) -> (kind: UInt8, length: Int)? {
    switch byte(index) {
    case 0x20: return (0x20, 1)
    case 0x27: return (0x27, 1)
    case 0x2C: return (0x2C, 1)
    case 0x2E: return (0x2E, 1)
    case 0xC2: return byte(index + 1) == 0xA0 ? (0x20, 2) : nil
    case 0xE2:
      guard byte(index + 1) == 0x80 else { return nil }
      return switch byte(index + 2) {
      case 0xAF, 0x89: (0x20, 3)
      case 0x99: (0x27, 3)
      default: nil
      }
    default: return nil
    }
  }
}
