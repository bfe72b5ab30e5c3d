import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a report is written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl
}

extension Terminal.ColorMode: ExpressibleByArgument {}

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp("Work as if started in <dir>.", valueName: "dir"), completion: .directory)
  var directory: String?

  @Option(help: ArgumentHelp("How to write the report: text, json or jsonl.", valueName: "format"))
  var format: OutputFormat = .text

  @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColorMode = .auto

  var terminal: Terminal { Terminal(colors: color) }

  /// Changes to the folder that `-C` names.
  func enter() throws {
    guard let directory, !directory.isEmpty else { return }
    guard chdir(directory) == 0 else {
      throw Failure(
        "work in \(directory)", because: FileReader.explanation(of: errno),
        remedy: "-C takes an existing folder.")
    }
  }
}
