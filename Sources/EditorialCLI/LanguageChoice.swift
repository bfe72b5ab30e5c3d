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

/// In which language this process speaks: what `--lang` says, else English for what programs read, else what the
/// repository's configuration says, else what the locale says.
enum LanguageChoice {
  /// The key of git's configuration.
  static let key = "editorial.lang"

  private static let isOpen = Atomic(true)

  /// Decides what can be decided before anything is read; `arguments` may be wrong in any way.
  static func make(for arguments: [String]) {
    if let asked = ArgumentOrder.value(of: "--lang", in: arguments).flatMap(MessageLanguage.init(argument:)) {
      settle(asked)
    } else if isForPrograms(arguments) {
      settle(.english)
    } else {
      MessageLanguage { name in getenv(name).map { String(cString: $0) } }.choose()
    }
  }

  /// Heeds the configuration of the repository, and of the person, where nothing more urgent has decided.
  static func heed(_ desk: Desk) {
    guard isOpen.load(ordering: .relaxed), let tag = try? desk.repository.configString(key),
      let language = MessageLanguage(tag: tag)
    else { return }
    settle(language)
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

extension MessageLanguage: ExpressibleByArgument {
  package init?(argument: String) {
    guard let language = Self.allCases.first(where: { $0.tag == argument.lowercased() }) else { return nil }
    self = language
  }

  package static var allValueStrings: [String] { allCases.map(\.tag) }

  package var defaultValueDescription: String { tag }
}
