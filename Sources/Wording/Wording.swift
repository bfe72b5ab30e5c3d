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
/// changes one sees the other. The French is a newsroom's: a baseline is « l'article d'origine », a finding « un constat »,
/// a citation « une référence » and a quotation « une citation », a gate « un contrôle », a waiver « une tolérance », a
/// policy « la charte », a stage « une étape »; passed and refused are « accepté » and « refusé ».
package func worded(_ english: @autoclosure () -> String, fr french: @autoclosure () -> String) -> String {
  MessageLanguage.current == .french ? french() : english()
}

extension MessageLanguage {
  /// The language that a tag or the name of a locale stands for: `fr`, `fr-CA`, `fr_FR.UTF-8`; `nil` for any other.
  package init?(tag: String) {
    let name = tag.prefix { $0.isLetter }.lowercased()
    guard let language = Self.allCases.first(where: { $0.tag == name }) else { return nil }
    self = language
  }

  /// The language that a person's locale asks for, by the rules of POSIX and of GNU's `LANGUAGE`; English when it asks for
  /// another.
  ///
  /// - Parameter variable: the value of a variable of the environment.
  package init(localeIn variable: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? "C"
    let name = locale.prefix { $0 != "." && $0 != "@" }
    // Whoever asks for no language at all is not asked again by LANGUAGE.
    guard name != "C", name != "POSIX" else {
      self = .english
      return
    }
    let wishes = (variable("LANGUAGE") ?? "").split(separator: ":").map(String.init) + [locale]
    self = wishes.lazy.compactMap { MessageLanguage(tag: $0) }.first ?? .english
  }
}

/// Returns a number of things: `1 article`, `3 articles`; in French, none is one as well.
///
/// - Parameters:
///   - plural: of the English noun; with an `s` when left out.
///   - frenchPlural: of the French noun; with an `s` when left out.
package func counted(
  _ count: Int, _ noun: String, _ plural: String? = nil, fr french: String, _ frenchPlural: String? = nil
) -> String {
  worded(
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")",
    fr: "\(count) \(count < 2 ? french : frenchPlural ?? french + "s")")
}

/// The colon behind a word: French sets a blank before it, at which no line may break.
package var colon: String { worded(":", fr: "\u{A0}:") }
