import Facts
import StructuredText

extension FactSheet {
  /// Where a citation stands; one that is written without words, as a footnote is, stands for its sentence.
  func place(of citation: Citation) -> TextRange {
    citation.tokens.isEmpty ? place(ofSentence: citation.sentence) : passage.place(of: citation.tokens)
  }

  /// A citation as the article writes it.
  func text(of citation: Citation) -> String {
    citation.tokens.isEmpty ? "[^\(citation.words.joined())]" : passage.text(of: citation.tokens)
  }
}
