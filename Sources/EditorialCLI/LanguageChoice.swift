import ArgumentParser
import GitStore
import Newsroom
import Synchronization
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// In which language this process speaks: what `--lang` says, else English for what programs read, else what git's
/// configuration says, else what the locale says.
enum LanguageChoice {
  /// The key of git's configuration.
  static let key = "editorial.lang"

  private static let isOpen = Atomic(true)

  /// Returns the language that `--lang` names.
  ///
  /// - Throws: `ValidationError`.
  static func read(_ name: String) throws -> MessageLanguage {
    guard let language = MessageLanguage.allCases.first(where: { $0.tag == name.lowercased() }) else {
      throw ValidationError(
        worded(
          "There are no messages in the language “\(name)”. Choose en or fr.",
          fr: "Il n'y a pas de messages en « \(name) ». Choisissez en ou fr."))
    }
    return language
  }

  /// Decides what can be decided before anything is read; `arguments` may be wrong in any way.
  static func make(for arguments: [String]) {
    if let asked = ArgumentOrder.value(of: "--lang", in: arguments).flatMap({ try? read($0) }) {
      settle(asked)
    } else if isForPrograms(arguments) {
      settle(.english)
    } else if !heedConfiguration(around: ArgumentOrder.value(of: "-C", in: arguments) ?? ".") {
      heedLocale()
    }
  }

  /// Decides for a hook, before its repository is open: by the locale, until `heed` is called.
  static func makeForHook() { heedLocale() }

  private static func heedLocale() {
    MessageLanguage { name in getenv(name).map { String(cString: $0) } }.choose()
  }

  /// Returns whether the configuration around `folder`, or the person's own, names a language.
  private static func heedConfiguration(around folder: String) -> Bool {
    let tag = Repository.configString(key, around: folder, environment: Surroundings.environment())
    guard let language = tag.flatMap(MessageLanguage.init(tag:)) else { return false }
    settle(language)
    return true
  }

  /// Heeds the configuration of the repository that a hook has opened.
  static func heed(_ desk: Desk) {
    guard let tag = try? desk.repository.configString(key),
      let language = MessageLanguage(tag: tag)
    else { return }
    settle(language)
  }

  /// Heeds the locale of the editor that a person writes in, where nothing more urgent has decided.
  static func heed(locale: String) {
    guard isOpen.load(ordering: .relaxed), let language = MessageLanguage(tag: locale) else { return }
    language.choose()
  }

  private static func settle(_ language: MessageLanguage) {
    isOpen.store(false, ordering: .relaxed)
    language.choose()
  }

  /// Whether a program reads the answer: it must be the same wherever it is asked for.
  private static func isForPrograms(_ arguments: [String]) -> Bool {
    let forPeople: Set<String> = ["text", "markdown", "html"]
    let asked =
      ArgumentOrder.values(of: "--format", in: arguments)
      + ArgumentOrder.values(of: "--report", in: arguments).map { String($0.prefix { $0 != "=" }) }
    return asked.contains { !forPeople.contains($0) }
      || arguments.contains { $0 == "--batch" || $0.hasPrefix("--generate-") }
  }
}
