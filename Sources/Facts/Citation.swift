package import StructuredText

/// A mention, in the running text, of a source that vouches for what is said there.
package struct Citation: Sendable {
  package enum Form: Hashable, Sendable {
    /// `(Source : X)`, `[Source: X]`.
    case marked
    /// « selon X », "according to X".
    case attribution
    /// `[^1]`.
    case footnote
    /// `[1]`, `[2, 3]`, where the entries of the sources section are numbered.
    case numbered
    /// A link to a page.
    case link
  }

  package let form: Form
  /// The whole mention in the sheet's tokens; empty for a footnote reference, which has none.
  package let tokens: Range<Int>
  /// Where a mention without tokens stands in the article.
  package let mark: TextRange?
  package let sentence: Int
  /// The words that name the source, folded; for a footnote its label, for a number the number, for a link its URL key.
  package let words: [String]
  /// The part of its page that a link leads to; `nil` for the whole page.
  package let fragment: String?
  /// The entry of the sources section it resolves to.
  package let source: Int?

  package init(
    form: Form, tokens: Range<Int>, mark: TextRange? = nil, sentence: Int, words: [String], fragment: String? = nil,
    source: Int?
  ) {
    self.form = form
    self.tokens = tokens
    self.mark = mark
    self.sentence = sentence
    self.words = words
    self.fragment = fragment
    self.source = source
  }
}
