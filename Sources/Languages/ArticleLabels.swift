/// What the program itself writes into articles.
package enum ArticleLabel: String, Hashable, Sendable, CaseIterable {
  /// Lines of the provenance header.
  case version, styleScore, integrityScore, optimizedAt
  /// The heading of the sources, and the fields of an entry.
  case sources, name, type, date, url, reliability
}

/// The labels of one language: « Score intégrité : », "Integrity score:".
///
/// They stand at the head of each pack and are read without the rest of it, because an article's header is read before
/// its language is known.
package struct ArticleLabels: Sendable {
  private let tag: LanguageTag
  private let written: [ArticleLabel: String]
  private let names: PhraseTable<ArticleLabel>

  private init(_ text: PackText, tag: LanguageTag) {
    self.tag = tag
    var tables = PackTables(text)
    names = tables.table("labels") { ArticleLabel(rawValue: $0) }
    written = text["labels"].reduce(into: [:]) { written, group in
      guard let label = ArticleLabel(rawValue: group.name), let first = text.items[group.items].first else { return }
      written[label] = text.text(first)
    }
  }

  /// The label as it is written, with its colon where it has one.
  package subscript(label: ArticleLabel) -> String { written[label] ?? "" }

  // MARK: The languages in the program

  private static let all = LanguagePack.texts.compactMap { pack in
    pack.tag.map { ArticleLabels(PackText(pack.text(), upTo: "labels"), tag: $0) }
  }

  /// Returns the labels of a language; those of the first language when there is no pack for it.
  package static func labels(for tag: LanguageTag?) -> ArticleLabels {
    all.first { $0.tag == tag } ?? all.first ?? ArticleLabels(PackText([]), tag: .undetermined)
  }

  /// Returns the label that is written as `bytes`, whatever their case, accents and blanks, and its language.
  package static func label(writtenAs bytes: [UInt8]) -> (label: ArticleLabel, labels: ArticleLabels)? {
    let tokens = WordBreaker.tokens(of: bytes)
    for labels in all {
      if let (label, count) = labels.names.match(tokens, at: 0), count == tokens.count { return (label, labels) }
    }
    return nil
  }
}
