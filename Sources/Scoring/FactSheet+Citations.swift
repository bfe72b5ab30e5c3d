import Facts
import StructuredText

extension FactSheet {
  /// Where a citation stands.
  func place(of citation: Citation) -> TextRange { citation.mark ?? passage.place(of: citation.tokens) }

  /// A citation as the article writes it.
  func text(of citation: Citation) -> String {
    citation.tokens.isEmpty ? "[^\(citation.words.joined())]" : passage.text(of: citation.tokens)
  }
}
