import ArgumentParser
import Reports
import Scoring
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The options of a command that reports findings: in which forms, and where to.
struct ReportOptions: VerbOptions {
  @OptionGroup var place: PlaceOptions

  @Option(
    help: ArgumentHelp(
      worded("How to write the report.", fr: "Comment écrire le rapport."),
      discussion: ReportFormat.allCases.map { "\($0.rawValue): \($0.readers)." }.joined(separator: "\n"),
      valueName: "format"),
    completion: FormatName.completion(ReportFormat.self), transform: { try FormatName.read($0) })
  var format: ReportFormat = .text

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      worded(
        "Write the report to a file as well, in that format; may be given again.",
        fr: "Écrire aussi le rapport dans un fichier, en ce format ; peut être donné plusieurs fois."),
      valueName: "format=file"),
    transform: { try ReportFile($0) })
  var report: [ReportFile] = []

  @Flag(
    help: ArgumentHelp(
      worded(
        "In GitHub Actions, add the report to the summary of the job as well.",
        fr: "Dans GitHub Actions, ajouter aussi le rapport au résumé de la tâche.")))
  var stepSummary = false

  @Option(
    help: ArgumentHelp(
      worded(
        """
        What ends with exit status 1: gate (what a gate refuses), error, warning or note (a finding of that severity \
        too), or never.
        """,
        fr: """
          Ce qui finit par le code de sortie 1 : gate (ce qu'un contrôle refuse), error, warning ou note (un \
          constat de cette gravité aussi), ou never.
          """), valueName: "what"))
  var failOn: FailingPoint = .gate

  /// Returns how the command ends.
  ///
  /// - Parameters:
  ///   - isPassed: whether all gates let all pass.
  ///   - reports: what was found; what somebody has accepted fails nothing.
  func status(isPassed: Bool, _ reports: [Report]) -> ExitStatus {
    if failOn == .never { return .passed }
    guard isPassed else { return .refused }
    guard let least = failOn.severity else { return .passed }
    let fails = reports.contains { report in
      report.findings.contains { $0.severity >= least && report.waivers[$0.id] == nil }
    }
    return fails ? .refused : .passed
  }

  /// Writes what a command found in every form that was asked for, the files first.
  func write(_ bundle: ReportBundle, on terminal: Terminal) throws {
    let plain = TextRenderer(width: 100)
    for file in report {
      let text = bundle.document(as: file.format, text: plain, version: EditorialCommand.version)
      try FileWriter.write(file.path, Array(text.utf8), adds: false)
    }
    if stepSummary {
      if let path = Surroundings.environment()["GITHUB_STEP_SUMMARY"], !path.isEmpty {
        let text = bundle.document(as: .markdown, text: plain, version: EditorialCommand.version)
        try FileWriter.write(path, Array(text.utf8), adds: true)
      } else {
        terminal.complain(
          worded(
            "editorial: there is no summary to add to: GITHUB_STEP_SUMMARY names no file.\n",
            fr: "editorial : il n'y a pas de résumé à compléter : GITHUB_STEP_SUMMARY ne nomme aucun fichier.\n"))
      }
    }
    try terminal.show(
      bundle.document(as: format, text: terminal.renderer(), version: EditorialCommand.version))
  }
}

/// From what on a command that judges articles ends with 1.
enum FailingPoint: String, CaseIterable, ExpressibleByArgument {
  case gate, error, warning, note, never

  /// The least severity of findings that fail; `nil` when none does.
  var severity: Severity? {
    switch self {
    case .gate, .never: nil
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

/// A file that a report goes to: `sarif=editorial.sarif`.
struct ReportFile {
  let format: ReportFormat
  let path: String

  /// - Throws: `ValidationError`.
  init(_ argument: String) throws {
    guard let mark = argument.firstIndex(of: "="), argument.index(after: mark) < argument.endIndex else {
      throw ValidationError(
        worded(
          "A format and a file are needed, such as sarif=editorial.sarif.",
          fr: "Il faut un format et un fichier, comme sarif=editorial.sarif."))
    }
    format = try FormatName.read(String(argument[..<mark]))
    path = String(argument[argument.index(after: mark)...])
  }
}
