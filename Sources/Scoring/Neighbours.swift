package import Facts
package import StructuredText

/// Other articles of the repository that an article must go with: those that were there before it.
package struct Neighbours: Sendable {
  private let index: StatementIndex
  /// How each article of the index is called.
  private let names: [String]
  private let date: String?
  /// The articles that come before this one, and are none of its own versions.
  private let isEarlier: @Sendable (Int) -> Bool

  /// - Parameter date: the date of the article that has these neighbours, as in ISO 8601.
  package init(
    _ index: StatementIndex, names: [String], date: String? = nil, isEarlier: @escaping @Sendable (Int) -> Bool
  ) {
    self.index = index
    self.names = names
    self.date = date
    self.isEarlier = isEarlier
  }

  func conflicts(of sheet: FactSheet) -> [StatementConflict] {
    index.conflicts(of: StatementIndex.Entry(of: sheet, date: date), with: isEarlier)
  }

  func elsewhere(of conflict: StatementConflict) -> Elsewhere? {
    names.indices.contains(conflict.article)
      ? Elsewhere(article: names[conflict.article], range: conflict.other.place) : nil
  }
}

/// A place in another article.
package struct Elsewhere: Hashable, Sendable {
  /// How that article is called: `main:articles/night-trains.md`.
  package let article: String
  package let range: TextRange

  package init(article: String, range: TextRange) {
    self.article = article
    self.range = range
  }
}
