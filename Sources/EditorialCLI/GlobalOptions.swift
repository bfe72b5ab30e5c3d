import ArgumentParser
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a command that finds nothing writes what it has to say.
enum OutputFormat: String, CaseIterable {
  case text, json, jsonl
}

extension Terminal.ColorMode: ExpressibleByArgument {}

/// Where a command works and when it colours.
struct PlaceOptions: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      worded("Work as if started in <dir>.", fr: "Travailler comme si la commande était lancée dans <dir>."),
      valueName: "dir"), completion: .directory)
  var directory: String?

  @Option(
    help: ArgumentHelp(
      worded("When to colour: auto, always or never.", fr: "Quand colorer : auto, always ou never."), valueName: "when")
  )
  var color: Terminal.ColorMode = .auto

  @Flag(
    help: ArgumentHelp(
      worded(
        "Show long output at once, and not a page at a time.",
        fr: "Montrer d'un coup les longues sorties, et non page par page.")))
  var noPager = false

  /// Read before all other arguments, by `LanguageChoice`; it stands here to be known and described.
  @Option(
    help: ArgumentHelp(
      worded(
        "The language of messages, en or fr; else your locale’s.",
        fr: "La langue des messages, en ou fr ; sinon celle de votre environnement."), valueName: "language"),
    completion: .list(MessageLanguage.allCases.map(\.tag)), transform: LanguageChoice.read)
  var lang: MessageLanguage?
}

/// The options that a command has beside its own.
protocol VerbOptions: ParsableArguments {
  var place: PlaceOptions { get }
}

extension PlaceOptions: VerbOptions {
  var place: PlaceOptions { self }
}

extension VerbOptions {
  var terminal: Terminal { Terminal(colors: place.color, pages: !place.noPager) }

  /// Changes to the folder that `-C` names.
  func enter() throws {
    guard let directory = place.directory, !directory.isEmpty else { return }
    guard chdir(directory) == 0 else {
      throw Failure(
        worded("work in \(directory)", fr: "travailler dans \(directory)"), because: FileReader.explanation(of: errno),
        remedy: worded("-C takes an existing folder.", fr: "-C prend un dossier existant."))
    }
  }
}

/// The options of every command, but for those that report findings.
struct GlobalOptions: VerbOptions {
  @OptionGroup var place: PlaceOptions

  @Option(
    help: ArgumentHelp(
      worded("How to write the report: text, json or jsonl.", fr: "Comment écrire le rapport : text, json ou jsonl."),
      valueName: "format"),
    completion: FormatName.completion(OutputFormat.self), transform: { try FormatName.read($0) })
  var format: OutputFormat = .text
}

/// The name of a format on the command line.
enum FormatName {
  /// Returns the format of that name.
  ///
  /// - Throws: `ValidationError`, with the name that was probably meant.
  static func read<Format: CaseIterable & RawRepresentable>(_ name: String) throws -> Format
  where Format.RawValue == String {
    if let format = Format(rawValue: name) { return format }
    let names = Format.allCases.map(\.rawValue)
    let guess =
      NearestName.question(name, in: names)
      ?? worded(
        "The formats are \(names.joined(separator: ", ")).", fr: "Les formats sont \(names.joined(separator: ", ")).")
    throw ValidationError(
      worded("There is no format “\(name)” here. \(guess)", fr: "Il n'y a pas ici de format « \(name) ». \(guess)"))
  }

  static func completion<Format: CaseIterable & RawRepresentable>(_ format: Format.Type) -> CompletionKind
  where Format.RawValue == String {
    .list(format.allCases.map(\.rawValue))
  }
}
