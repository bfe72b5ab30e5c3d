import Wording

/// What the default threshold means, as the benchmark measures it on the articles in `examples/`.
///
/// `CalibrationTests` compares these words, and the README's, with what the command prints.
enum Calibration {
  static let command = "swift run -c release Benchmarks --articles examples --calibration"
  /// On edits with the words that were before the eyes of those who made the rules.
  static let familiar = sentence(harmful: 100, harmless: 0, restyles: 0)
  /// On edits with other words, and on passages rewritten by hand.
  static let unfamiliar = sentence(harmful: 99, harmless: 0, restyles: 0)

  /// Returns what is said of the shares, in percent.
  private static func sentence(harmful: Int, harmless: Int, restyles: Int) -> String {
    worded(
      "\(harmful) % of harmful edits refused, \(harmless) % of harmless edits and \(restyles) % of whole restyles stopped",
      fr: """
        \(harmful)\u{A0}% des modifications nuisibles refusées, \(harmless)\u{A0}% des modifications sans danger et \
        \(restyles)\u{A0}% des réécritures complètes arrêtées
        """)
  }
}
