import Facts
import Manuscripts

/// Two small articles, read and compared on another core while a hook still finds out what it is asked about.
///
/// What a process does once is then done when the article is known: the types of its collections are made, the pages of
/// its code are there, the language's tables are at hand. What comes out of it is thrown away. Where there is no other
/// core, nothing is rehearsed.
package struct Rehearsal {
  let colleague: Colleague?

  /// Begins, and returns at once; it ends by itself.
  package init() {
    colleague = Colleague(pastime: [
      {
        _ = FactSheet(of: Self.article(Self.told))
        return {}
      },
      {
        _ = Scorer(isOneOfMany: true).scorecard(candidate: Self.article(Self.retold), baseline: Self.article(Self.told))
        return {}
      },
    ])
  }

  private static func article(_ statement: String) -> Article {
    ArticleParser().article(from: Array((opening + statement).utf8))
  }

  private static let opening = """
    ---
    title: Ward 1
    lang: en
    ---

    # Ward 1

    In 1991, 11.1% of the 2,037 households took part ([Bureau](https://bureau.example/report)).

    ## Sources

    - [Bureau](https://bureau.example/report), 2024-03-01

    ## What happened


    """
  private static let told =
    "The cost was $11,107, and “ward 1 has waited since 2 May 1950”, said Mary Field. Nothing grew [1].\n"
  private static let retold =
    "It cost $11,108. “Ward 1 has waited since 2 May 1950”, Mary Field said. Nothing has shrunk.\n"
}
