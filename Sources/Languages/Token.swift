/// The smallest piece of text that a reader of words, numbers or dates looks at.
package struct Token: Sendable {
  package enum Kind: Hashable, Sendable {
    case word
    /// A run of digits with its grouping and decimal marks: `1 200`, `3.96`, `1,2`.
    case digits
    /// One punctuation mark, quotation mark or symbol: `.`, `«`, `%`, `€`.
    case mark
    /// A URL or an e-mail address, whole.
    case address
  }

  /// What stands between this token and the one before it.
  package enum Gap: Hashable, Sendable {
    case none, space, lineBreak
    /// A hyphen joins both: `quatre-vingt`, `TPE-PME`. The hyphen is no token of its own.
    case hyphen
  }

  package let kind: Kind
  /// The token's bytes in the text that was broken.
  package let range: Range<Int>
  /// The token in lower case, without diacritics, with `'` for every apostrophe and `"` for every double quotation mark.
  package let folded: String
  package let gap: Gap
  /// Whether the first letter is upper case.
  package let isCapitalized: Bool

  package init(kind: Kind, range: Range<Int>, folded: String, gap: Gap, isCapitalized: Bool) {
    self.kind = kind
    self.range = range
    self.folded = folded
    self.gap = gap
    self.isCapitalized = isCapitalized
  }
}
