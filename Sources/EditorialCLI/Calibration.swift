import Wording

/// What the default threshold means, as the benchmark measures it on the articles in `examples/`.
///
/// `CalibrationTests` compares these words, and the README's, with what the command prints.
enum Calibration {
  static let command =
    "swift run -c release Benchmarks --articles examples --edits Tests/Benchmarks/Edits --calibration"
  /// On edits with the words that were before the eyes of those who made the rules.
  static let familiar = sentence(harmful: 100, harmless: 0, restyles: 0)
  /// On edits with other words, and on passages rewritten by hand.
  static let unfamiliar = sentence(harmful: 99, harmless: 0, restyles: 0)

  /// On single edits that others wrote by hand, each sentence in words of its own, without having seen the rules.
  static let written = sentence(harmful: 87, harmless: 2)

  /// Returns what is said of the shares, in percent.
  private static func sentence(harmful: Int, harmless: Int, restyles: Int? = nil) -> String {
    let wholly = restyles.map {
      worded(" and \($0) % of whole restyles", fr: " et \($0)\u{A0}% des réécritures complètes")
    }
    return worded(
      "\(harmful) % of harmful edits refused, \(harmless) % of harmless edits\(wholly ?? "") stopped",
      fr: """
        \(harmful)\u{A0}% des modifications nuisibles refusées, \(harmless)\u{A0}% des modifications sans \
        danger\(wholly ?? "") arrêtées
        """)
  }
}
