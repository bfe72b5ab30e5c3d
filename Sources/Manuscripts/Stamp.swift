import StructuredText

/// The scores that were written into an article.
///
/// A stamp is a note for readers; nobody trusts it.
package struct Stamp: Hashable, Sendable {
  /// The integrity score in tenths: 974 for 97.4 %.
  package let integrityTenths: Int?
  /// The style score, from 0 to 100.
  package let style: Int?

  package init(integrityTenths: Int?, style: Int?) {
    self.integrityTenths = integrityTenths
    self.style = style
  }

  /// The keys of the front matter that hold a stamp.
  package enum Key {
    package static let integrity = "integrityScore"
    package static let style = "styleScore"
  }

  /// The integrity score as it is written, with its one decimal and without the percent sign.
  var integrityText: String? { integrityTenths.map { "\($0 / 10).\($0 % 10)" } }
  /// The style score as it is written, without the percent sign.
  var styleText: String? { style.map(String.init) }
}

/// Where promotions write the stamp.
package enum StampPlace: String, CaseIterable, Hashable, Sendable {
  case header
  case frontMatter = "front-matter"
  case none
}

extension Article {
  /// The scores that the article states, in its provenance header or else in its front matter.
  ///
  /// `nil` when it states none; a value that is no number counts as none.
  package var stamp: Stamp? {
    let integrity =
      provenance?[.integrityScore].flatMap { Stamp.tenths($0.value) }
      ?? frontMatter?.node?[Stamp.Key.integrity]?.text.flatMap(Stamp.tenths)
    let style =
      provenance?[.styleScore].flatMap { Stamp.tenths($0.value) }
      ?? frontMatter?.node?[Stamp.Key.style]?.text.flatMap(Stamp.tenths)
    guard integrity != nil || style != nil else { return nil }
    return Stamp(integrityTenths: integrity, style: style.map { ($0 + 5) / 10 })
  }
}

extension Stamp {
  /// Reads `97.4%`, `97,4 %`, `97` as tenths, rounded.
  static func tenths(_ text: String) -> Int? {
    var tenths = 0
    var digits = 0
    var decimals: Int?
    var rest = text.utf8[...]
    while let byte = rest.first {
      if let digit = Int(exactly: byte).map({ $0 - 0x30 }), (0...9).contains(digit) {
        digits += 1
        switch decimals {
        case nil: tenths = tenths * 10 + digit * 10
        case 0?: tenths += digit
        case 1?: tenths += digit >= 5 ? 1 : 0
        default: break
        }
        decimals = decimals.map { $0 + 1 }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), decimals == nil {
        decimals = 0
      } else {
        break
      }
      guard tenths <= 10_000 else { return nil }
      rest = rest.dropFirst()
    }
    // A no-break space before the sign is three bytes at most.
    let sign = rest.drop { $0 != UInt8(ascii: "%") }
    let isOver = rest.isEmpty || (sign.count == 1 && rest.count <= 4 && rest.dropLast().allSatisfy { !isWordByte($0) })
    return digits > 0 && isOver ? tenths : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != UInt8(ascii: " ")
  }
}
