import Wording

/// What the default threshold means, as the benchmark measures it on the articles in `examples/`.
///
/// `CalibrationTests` compares these words, and the README's, with what the command prints.
enum Calibration {
  static let command = "swift run -c release Benchmarks --articles examples --calibration"
  /// On edits with the words that were before the eyes of those who made the rules.
  static let familiar =
    worded(
      "99 % of harmful edits refused, 0 % of harmless edits and 0 % of whole restyles stopped",
      fr: """
        100 % des modifications nuisibles refusées, 0 % des modifications sans danger et 0 % des réécritures \
        complètes arrêtées
        """)
  /// On edits with other words, and on passages rewritten by hand.
  static let unfamiliar =
    worded(
      "99 % of harmful edits refused, 1 % of harmless edits and 25 % of whole restyles stopped",
      fr: """
        99 % des modifications nuisibles refusées, 1 % des modifications sans danger et 25 % des réécritures \
        complètes arrêtées
        """)
}
