package import Languages
package import Reports
package import StructuredText

/// What the session asks of the rest of the program: it opens no file and no repository itself.
package struct ArticleDesk {
  /// A text as it stands in the editor.
  package struct Text {
    /// `nil` for a text that is no file yet.
    package let path: String?
    /// The editor's name for its kind: `markdown`.
    package let language: String
    package let bytes: [UInt8]
  }

  /// What there is to say of a text.
  package enum Answer {
    /// What the gate of its stage makes of it.
    ///
    /// - language: the one that the policy names for articles that name none.
    case report(Report, language: LanguageTag?)
    /// It is the policy, and this is wrong with it.
    case policy([StructuredTextError])
    /// It is no article: nothing is said of it.
    case noArticle
    /// It could not be judged; a sentence for the writer.
    case failure(String)
  }

  package let judge: (Text) -> Answer
  /// Puts a baseline where the editor can open it, and returns the path; `nil` when there is no such place.
  package let shelve: (LocatedText) -> String?

  package init(judge: @escaping (Text) -> Answer, shelve: @escaping (LocatedText) -> String?) {
    self.judge = judge
    self.shelve = shelve
  }
}
