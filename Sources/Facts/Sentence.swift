/// A sentence of an article, or a heading, a list item or a table cell that stands for one.
package struct Sentence: Sendable {
  package enum Role: Hashable, Sendable {
    case prose, heading, cell
    /// Part of the sources section.
    case source
    /// Code, or anything else whose words assert nothing.
    case code
  }

  /// Its tokens in the sheet.
  package let tokens: Range<Int>
  /// Its block in the article's tree.
  package let block: Int
  package let role: Role
  package let isQuestion: Bool

  package init(tokens: Range<Int>, block: Int, role: Role, isQuestion: Bool) {
    self.tokens = tokens
    self.block = block
    self.role = role
    self.isQuestion = isQuestion
  }
}
