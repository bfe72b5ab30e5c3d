import Facts
import Manuscripts
import StructuredText

/// Bytes are not valid UTF-8, or text was decoded wrongly.
enum EncodingBroken: Rule {
  static let description = RuleDescription(
    id: "encoding-broken",
    summary: "bytes are not valid UTF-8, or text was decoded wrongly",
    rationale: """
      A wrong encoding shows as Ã© instead of é. Readers see it, and figures and names are no longer found.
      """,
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
    let invalid = article.defects.filter { $0.kind == .invalidUTF8 }.prefix(1).map {
      Violation(invalidMessage, remedy: remedy, candidate: $0.range, key: "invalid")
    }
    let mangled = Self.mojibake(in: article.bytes).prefix(5).map {
      Violation(mangledMessage, remedy: remedy, candidate: $0, key: "mojibake", severity: .warning)
    }
    return invalid + mangled
  }

  /// UTF-8 that was read as Windows-1252 and written again: `Ã©`, `â€™`. In no language does « Ã » stand before these signs.
  private static func mojibake(in bytes: [UInt8]) -> [TextRange] {
    var found: [TextRange] = []
    var index = 0
    while index + 3 < bytes.count, found.count < 5 {
      // C3 83 C2 xx is U+00C3 and a sign of the second half of Latin-1; C3 A2 E2 82 AC is â€.
      if bytes[index] == 0xC3, bytes[index + 1] == 0x83, bytes[index + 2] == 0xC2, bytes[index + 3] >= 0xA0 {
        found.append(TextRange(index, index + 4))
        index += 4
      } else if index + 4 < bytes.count, bytes[index] == 0xC3, bytes[index + 1] == 0xA2, bytes[index + 2] == 0xE2,
        bytes[index + 3] == 0x82, bytes[index + 4] == 0xAC
      {
        found.append(TextRange(index, index + 5))
        index += 5
      } else {
        index += 1
      }
    }
    return found
  }

  private static let invalidMessage = "From here on, bytes are not valid UTF-8"
  private static let mangledMessage = "The encoding was mistaken when this text was saved"
  private static let remedy = "Save the file as UTF-8 again, from its original"
}
