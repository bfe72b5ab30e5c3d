/// What the program itself writes into articles.
package enum ArticleLabel: String, Hashable, Sendable, CaseIterable {
  /// Lines of the provenance header.
  case version, styleScore, integrityScore, optimizedAt
  /// The heading of the sources, and the fields of an entry.
  case sources, name, type, date, url, reliability
}

/// The labels of one language: « Score intégrité : », "Integrity score:".
package struct ArticleLabels: Sendable {
  package let tag: LanguageTag
  /// The first spelling of each label, in the order of the pack.
  private let written: [(label: ArticleLabel, text: String)]
  private let names: PhraseTable<ArticleLabel>

  init(_ tables: inout some PackTables, tag: LanguageTag) {
    self.tag = tag
    names = tables.table("labels") { ArticleLabel(rawValue: $0) }
    written = tables.groups(of: "labels").compactMap { group in
      guard let label = ArticleLabel(rawValue: group.name), let first = group.items.first else { return nil }
      return (label, first)
    }
  }

  /// The label as it is written, with its colon where it has one.
  package subscript(label: ArticleLabel) -> String { written.first { $0.label == label }?.text ?? "" }

  /// Returns the label that all of the words are.
  package func label(of tokens: [Token]) -> ArticleLabel? {
    guard let (label, count) = names.match(tokens, at: 0), count == tokens.count else { return nil }
    return label
  }
}
