/// What a scalar is to the word breaker, and what it becomes in a folded word.
enum CharacterFolding {
  enum Class: UInt8 {
    case letter, digit, space, lineBreak, hyphen, apostrophe, mark
    /// Zero-width, bidirectional and combining characters: part of what stands around them.
    case ignorable
    /// A raised or lowered digit: `m²`, `CO₂`.
    case script
  }

  /// The class of each ASCII character.
  static let ascii: [Class] = (0..<128).map { (code: UInt8) -> Class in
    switch code {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    case 0x0A, 0x0D: .lineBreak
    case 0x00...0x20, 0x7F: .space
    case 0x2D: .hyphen
    case 0x27: .apostrophe
    default: .mark
    }
  }

  /// Returns the class of a scalar outside ASCII.
  static func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x85, 0x2028, 0x2029: .lineBreak
    case 0xAD, 0x34F, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: .ignorable
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: .ignorable
    case 0x2010, 0x2011: .hyphen
    case 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2BC, 0x2032, 0x2039, 0x203A: .apostrophe
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079, 0x2080...0x2089: .script
    case 0xAA, 0xBA, 0xD7, 0xF7,
      0x2B0...0x2FF where scalar != 0x2B3:
      .mark
    case 0xC0...0x24F, 0x1E00...0x1EFF, 0x370...0x373, 0x386, 0x388...0x3FF, 0x400...0x481, 0x48A...0x52F: .letter
    case 0x2071...0x2BFF where scalar != 0x207F: .mark
    default: Unicode.Scalar(scalar)?.properties.isAlphabetic == true ? .letter : .mark
    }
  }

  /// Appends the folded form of the letter `scalar` with `append`, one byte at a time.
  @inline(__always)
  static func fold(letter scalar: UInt32, _ append: (UInt8) -> Void) {
    if let base = base(of: scalar) {
      append(base)
    } else {
      foldSlowly(letter: scalar, append)
    }
  }

  /// The digit that a raised or lowered digit stands for.
  static func digit(ofScript scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0xB2: 0x32
    case 0xB3: 0x33
    case 0xB9: 0x31
    default: 0x30 + UInt8(truncatingIfNeeded: scalar & 0xF) % 10
    }
  }

  /// What a mark outside ASCII is folded to; `nil` when it stays as it is.
  static func mark(_ scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0xAB, 0xBB, 0x201C...0x201F, 0x275D, 0x275E, 0x300C, 0x300D: "\""
    case 0x2018...0x201B, 0x2BC, 0x2032, 0x2039, 0x203A: "'"
    case 0x2026: "..."
    case 0x2010...0x2015, 0x2212: "-"
    case 0xBA: "°"
    default: nil
    }
  }

  /// Base letters of U+00C0…U+017F, U+0180…U+024F and U+1E00…U+1EFF; `?` where there is no single one.
  private static let bases: [[UInt8]] = [
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jj"
      + "kkkllllll??llnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    "?b?????????????e?ff?????kk??????oo?????????????uu??yyzz??????????????????????aaiioouuuuuuuuuu?aaaa??ggggkkoooo??j???gg"
      + "??nnaa??ooaaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????????????????????",
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuu"
      + "uuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy?s????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuu"
      + "uuuuuuuuuuyyyyyyyy??????",
  ].map { Array($0.utf8) }
  private static let latin = bases[0]
  private static let extended = bases[1]
  private static let additional = bases[2]

  /// The base letter of the small letter U+00C0 + `trail` - 0x80, as its second byte in UTF-8 tells; `nil` when it has no
  /// single one, or is no small letter.
  @inline(__always)
  static func base(ofLatinLetter trail: UInt8) -> UInt8? {
    trail >= 0xA0 && trail < 0xC0 ? base(of: 0x40 + UInt32(trail)) : nil
  }

  @inline(__always)
  private static func base(of scalar: UInt32) -> UInt8? {
    let byte: UInt8 =
      switch scalar {
      case 0xC0...0x17F: latin[Int(scalar - 0xC0)]
      case 0x180...0x24F: extended[Int(scalar - 0x180)]
      case 0x1E00...0x1EFF: additional[Int(scalar - 0x1E00)]
      default: 0x3F
      }
    return byte == 0x3F ? nil : byte
  }

  private static func foldSlowly(letter scalar: UInt32, _ append: (UInt8) -> Void) {
    let folded: String
    switch scalar {
    case 0xC6, 0xE6: folded = "ae"
    case 0x152, 0x153: folded = "oe"
    case 0xDF, 0x1E9E: folded = "ss"
    case 0xDE, 0xFE: folded = "th"
    case 0x132, 0x133: folded = "ij"
    case 0x149: folded = "n"
    case 0x14A, 0x14B: folded = "ng"
    case 0x1D48: folded = "d"
    case 0x1D49: folded = "e"
    case 0x2B3: folded = "r"
    case 0x207F: folded = "n"
    case 0x391...0x3A9, 0x410...0x42F:
      folded = Unicode.Scalar(scalar + 32).map { String(Character($0)) } ?? ""
    case 0x400...0x40F:
      folded = Unicode.Scalar(scalar + 80).map { String(Character($0)) } ?? ""
    default:
      folded = Unicode.Scalar(scalar)?.properties.lowercaseMapping ?? ""
    }
    for byte in folded.utf8 { append(byte) }
  }
}
