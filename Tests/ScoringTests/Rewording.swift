import Scoring

/// A sentence in an article of its own, and how a later version puts it.
struct Rewording: Sendable, CustomStringConvertible {
  let lang: String
  let before: String
  let after: String

  var description: String { "\(before) → \(after)" }
  init(_ lang: String, _ before: String, _ after: String) {
    (self.lang, self.before, self.after) = (lang, before, after)
  }

  func article(_ sentence: String) -> String {
    """
    ---
    lang: \(lang)
    ---

    # Une enquête

    \(sentence)

    ## Sources

    - [Observatoire](https://observatoire.example/etude), 24/06/2025
    """
  }

  var scorecard: Scorecard { Judging.scorecard(article(after), against: article(before)) }
}
