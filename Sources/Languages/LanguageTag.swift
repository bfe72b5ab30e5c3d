/// The language of an article, as a BCP 47 primary subtag in lower case: `fr`, `en`, `es`.
package struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  package let code: String

  /// Reads the primary subtag of `text`: `fr-CA`, `fr_FR.UTF-8` and `FR` all give `fr`.
  ///
  /// Returns `nil` when the text does not start with two or three ASCII letters.
  package init?(_ text: String) {
    let letters = text.utf8.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    guard letters.count == 2 || letters.count == 3 else { return nil }
    code = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
  }

  private init(code: String) { self.code = code }

  /// No language, or one that is not known.
  package static let undetermined = LanguageTag(code: "und")

  package var description: String { code }
}
