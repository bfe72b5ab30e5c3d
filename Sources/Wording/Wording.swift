import Synchronization

/// A language that this program speaks to the people who use it.
///
/// It has nothing to do with the languages of articles, which are data: see `Languages`. What programs read (JSON, SARIF,
/// commit messages, trailers, ids) is English whatever this is.
package enum MessageLanguage: UInt8, CaseIterable, Sendable {
  case english, french

  /// Chosen once, before anything is said; one byte, so that a hook pays nothing for it.
  private static let chosen = Atomic<UInt8>(0)

  /// The language of this process.
  package static var current: MessageLanguage {
    MessageLanguage(rawValue: chosen.load(ordering: .relaxed)) ?? .english
  }

  /// Makes this the language of all that the process says from here on.
  package func choose() {
    Self.chosen.store(rawValue, ordering: .relaxed)
  }

  /// The language as pages and language tags name it: `fr`.
  package var tag: String {
    switch self {
    case .english: "en"
    case .french: "fr"
    }
  }
}

/// Returns one message in the language of this process.
///
/// Both wordings stand where the message is written, so that the compiler checks that both tell the same things, and who
/// changes one sees the other.
package func worded(_ english: @autoclosure () -> String, fr french: @autoclosure () -> String) -> String {
  MessageLanguage.current == .french ? french() : english()
}
