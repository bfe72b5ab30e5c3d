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
    help: ArgumentHelp("Work as if started in <dir>.", valueName: "dir"), completion: .directory)
  var directory: String?

  @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColorMode = .auto

  @Flag(help: "Show long output at once, and not a page at a time.")
  var noPager = false

  /// Read before all other arguments, by `LanguageChoice`; it stands here to be known and described.
  @Option(
    help: ArgumentHelp(
      worded(
        "The language of messages, en or fr; else your locale’s.",
        fr: "La langue des messages, en ou fr ; sinon celle de votre environnement."), valueName: "language"))
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
        "work in \(directory)", because: FileReader.explanation(of: errno),
        remedy: "-C takes an existing folder.")
    }
  }
}

/// The options of every command, but for those that report findings.
struct GlobalOptions: VerbOptions {
  @OptionGroup var place: PlaceOptions

  @Option(
    help: ArgumentHelp("How to write the report: text, json or jsonl.", valueName: "format"),
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
    let guess = NearestName.question(name, in: names) ?? "The formats are \(names.joined(separator: ", "))."
    throw ValidationError("There is no format “\(name)” here. \(guess)")
  }

  static func completion<Format: CaseIterable & RawRepresentable>(_ format: Format.Type) -> CompletionKind
  where Format.RawValue == String {
    .list(format.allCases.map(\.rawValue))
  }
}
