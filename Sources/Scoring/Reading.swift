package import Facts
package import Languages
package import Manuscripts

/// A version whose facts are read on another core while the caller goes on.
package struct Reading {
  private let sheet: Companion<FactSheet>
  /// The language that it is read by where it names none.
  private let language: LanguageTag?

  /// Starts to read, where `isBeside`; else it is read when it is first asked for.
  ///
  /// - Parameters:
  ///   - rehearsal: is interrupted for this.
  ///   - language: that of articles whose front matter names none; `nil`: detected.
  ///   - other: another version that was read already.
  ///   - article: called once.
  package init(
    language: LanguageTag? = nil, isBeside: Bool = true, interrupting rehearsal: Rehearsal? = nil,
    knowing other: FactSheet? = nil, _ article: @escaping @Sendable () -> Article
  ) {
    self.language = language
    sheet = Companion(isWanted: isBeside, by: rehearsal?.colleague) {
      FactSheet(of: article(), language: language, knowing: other)
    }
  }

  /// Whoever reads it on another core.
  var colleague: Colleague? { sheet.colleague }

  /// Waits for the article, and reads it now where nobody has begun.
  package var article: Article { sheet.join().article }

  /// Returns the facts; they are read again when they depend on a language that was not known.
  func sheet(in language: LanguageTag?) -> FactSheet {
    let sheet = sheet.join()
    return language == self.language || sheet.namesLanguage ? sheet : FactSheet(of: sheet.article, language: language)
  }
}
