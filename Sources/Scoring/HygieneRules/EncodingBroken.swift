import Facts
import Manuscripts
import StructuredText
import Wording

/// Bytes are not valid UTF-8, or text was decoded wrongly.
enum EncodingBroken: Rule {
  static let description = RuleDescription(
    id: "encoding-broken",
    summary: worded(
      "bytes are not valid UTF-8, or text was decoded wrongly",
      fr: "des octets ne sont pas de l'UTF-8, ou du texte a été mal décodé"),
    rationale: worded(
      """
      A wrong encoding shows as Ã© instead of é. Readers see it, and figures and names are no longer found.
      """,
      fr: """
        Un mauvais encodage montre Ã© au lieu de é. Les lecteurs le voient, et les chiffres et les noms ne sont plus \
        reconnus.
        """),
    defaultSeverity: .error, points: nil, cap: nil,
    failing: RuleDescription.Example(candidate: "Le cafÃ⟦©⟧ a ouvert."),
    passing: RuleDescription.Example(
      candidate: """
        Le café a ouvert (Source : Enquête).

        ## Sources

        1. **Enquête**
           - URL : https://transport-survey.org/2024
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let article = manuscript.candidate.article
    var found: [Violation] = []
    for defect in article.defects {
      if defect.kind == .invalidUTF8, found.isEmpty {
        found.append(Violation(invalidMessage, remedy: remedy, candidate: defect.range, key: "invalid"))
      }
      if defect.kind == .byteOrderMark {
        found.append(
          Violation(markMessage, remedy: markRemedy, candidate: defect.range, key: "mark", severity: .warning))
      }
    }
    return found
      + mojibake(in: article.bytes).map {
        Violation(mangledMessage, remedy: remedy, candidate: $0, key: "mojibake", severity: .warning)
      }
  }

  /// More places than this tell nothing new.
  private static let most = 5

  /// UTF-8 that was read as Windows-1252 and written again (`Ã©`, `â€™`, `ðŸ`), and letters that were lost (U+FFFD).
  ///
  /// A letter of Latin-1 before a sign is no proof: each pair here is one that no language writes.
  private static func mojibake(in bytes: [UInt8]) -> [TextRange] {
    var found: [TextRange] = []
    var index = 0
    while found.count < most {
      index = bytes.firstIndex(in: index..<bytes.count) {
        $0 == 0xC3 || $0 == 0xEF
      } among: {
        $0.hold(0xC3) || $0.hold(0xEF)
      }
      guard index < bytes.count else { break }
      guard let count = mangled(at: index, in: bytes) else {
        index += 1
        continue
      }
      found.append(TextRange(index, index + count))
      index += count
    }
    return found
  }

  /// How many bytes from `index` on stand for one letter that was mangled; `nil` when none was.
  private static func mangled(at index: Int, in bytes: [UInt8]) -> Int? {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    if bytes[index] == 0xEF {
      return second == 0xBF && index + 2 < bytes.count && bytes[index + 2] == 0xBD ? 3 : nil
    }
    guard mangledLetters.contains(second), let sign = scalar(at: index + 2, in: bytes) else { return nil }
    let after = index + 2 + sign.length
    let isInWord = scalar(at: after, in: bytes)?.value.properties.isAlphabetic ?? false
    let isHigh = (0xA0...0xBF).contains(sign.value.value)
    let isMark = marks.contains(sign.value)
    switch second {
    // Ã: the letters of Latin-1, Ã© and Ã‰. It may end a word of capitals, or be quoted itself.
    case 0x83:
      let isLetter =
        switch sign.value {
        case "‰", "€": true
        case "»": isInWord
        case "\u{A0}": !isCapital(before: index, in: bytes)
        default: isHigh || (isMark && isInWord)
        }
      return isLetter ? 2 + sign.length : nil
    // Â: blanks and signs, Â« and Â°. It, too, may end a word of capitals.
    case 0x82: return isHigh && !isCapital(before: index, in: bytes) ? 2 + sign.length : nil
    // Å: Å“ for œ.
    case 0x85: return (sign.value == "“" || sign.value == "’") && isInWord ? 2 + sign.length : nil
    // â: quotation marks, dashes, arrows, check marks.
    case 0xA2: return ["€", "†", "œ", "„", "‚"].contains(sign.value) ? 2 + sign.length : nil
    // ð: emoji.
    case 0xB0: return sign.value == "Ÿ" ? 2 + sign.length : nil
    default: return nil
    }
  }

  /// The second bytes of Ã, Â, Å, â and ð.
  private static let mangledLetters: [UInt8] = [0x83, 0x82, 0x85, 0xA2, 0xB0]

  /// What Windows-1252 has where UTF-8 has bytes that continue a letter.
  private static let marks: Set<Unicode.Scalar> = [
    "€", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "Ž", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š",
    "›",
    "œ", "ž", "Ÿ",
  ]

  private static func scalar(at index: Int, in bytes: [UInt8]) -> (value: Unicode.Scalar, length: Int)? {
    guard index < bytes.count, let first = Unicode.UTF8.width(startingWith: bytes[index]),
      index + first <= bytes.count,
      let scalar = String(validating: bytes[index..<index + first], as: UTF8.self)?.unicodeScalars.first
    else { return nil }
    return (scalar, first)
  }

  private static func isCapital(before index: Int, in bytes: [UInt8]) -> Bool {
    guard index > 0 else { return false }
    let start = bytes[..<index].suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? index - 1
    return scalar(at: start, in: bytes)?.value.properties.isUppercase ?? false
  }

  private static let invalidMessage = worded(
    "From here on, bytes are not valid UTF-8",
    fr: "À partir d'ici, les octets ne sont pas de l'UTF-8")
  private static let mangledMessage = worded(
    "The encoding was mistaken when this text was saved",
    fr: "L'encodage a été confondu à l'enregistrement de ce texte")
  private static let markMessage =
    worded(
      "A byte order mark stands before the text; some site generators read no front matter then",
      fr: """
        Une marque d'ordre des octets précède le texte ; certains générateurs de sites ne lisent alors pas l'en-tête
        """)
  private static let remedy = worded(
    "Save the file as UTF-8 again, from its original",
    fr: "Enregistrez de nouveau le fichier en UTF-8, à partir de son original")
  private static let markRemedy = worded(
    "Save the file as UTF-8 without a byte order mark",
    fr: "Enregistrez le fichier en UTF-8 sans marque d'ordre des octets")
}

extension Unicode.UTF8 {
  /// How many bytes the encoding of a scalar has that starts with `byte`; `nil` where none does.
  fileprivate static func width(startingWith byte: UInt8) -> Int? {
    switch byte {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}
