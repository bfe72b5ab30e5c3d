import ArgumentParser
import Gatekeeping
import Newsroom
import Reports
import Wording

/// The options of `check --all` for a repository that had faults before it had gates.
struct RatchetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      worded(
        "With --all: refuse only what this file does not list. A list of what was there when you began.",
        fr: "Avec --all : ne refuser que ce que ce fichier ne contient pas. La liste de ce qu'il y avait au début."),
      valueName: "file"),
    completion: .file())
  var baselineFile: String?

  @Flag(
    help: ArgumentHelp(
      worded(
        "With --baseline-file: write the file anew, with what is refused now.",
        fr: "Avec --baseline-file : réécrire le fichier, avec ce qui est refusé maintenant.")))
  var update = false

  /// - Throws: `ValidationError` when the options make no sense beside the others.
  func validate(withAll all: Bool) throws {
    if baselineFile != nil, !all {
      throw ValidationError(
        worded(
          "--baseline-file goes with --all.",
          fr: "--baseline-file va avec --all."))
    }
    if update, baselineFile == nil {
      throw ValidationError(
        worded(
          "--update writes a file: name it with --baseline-file.",
          fr: "--update écrit un fichier : nommez-le avec --baseline-file."))
    }
  }

  /// Returns the judgements as the file has them, and tells what came of it.
  ///
  /// - Throws: `Failure`.
  func apply(to judgements: [Judgement], _ terminal: Terminal) throws -> [Judgement] {
    guard let path = baselineFile else { return judgements }
    let shown = DisplayText.safe(path)
    if update {
      let known = KnownFindings(of: judgements)
      let before = FileReader.kind(of: path) == nil ? nil : try read(path).entries
      try FileWriter.write(path, Array(known.text.utf8), adds: false)
      let count = Self.lines(known.entries.count)
      var note = worded("\(shown) has \(count) now", fr: "\(shown) a maintenant \(count)")
      if let before {
        let (added, taken) = (known.entries.subtracting(before).count, before.subtracting(known.entries).count)
        note += worded(": \(added) new, \(taken) taken away", fr: " : \(added) de plus, \(taken) de moins")
      }
      terminal.complain(worded("editorial: \(note).\n", fr: "editorial : \(note).\n"))
      return known.applied(to: judgements).judgements
    }
    guard FileReader.kind(of: path) != nil else {
      throw Failure(
        worded("read \(path)", fr: "lire \(path)"),
        because: worded("there is no such file", fr: "il n'y a pas de tel fichier"),
        remedy: worded(
          "Write one: editorial check --all --baseline-file \(ShellWords.line([path])) --update",
          fr: "Écrivez-en un : editorial check --all --baseline-file \(ShellWords.line([path])) --update"))
    }
    let outcome = try read(path).applied(to: judgements)
    tell(outcome, shown, on: terminal)
    return outcome.judgements
  }

  private func tell(_ outcome: KnownFindings.Outcome, _ path: String, on terminal: Terminal) {
    var lines: [String] = []
    if outcome.tolerated > 0 {
      lines.append(
        worded(
          "editorial: \(outcome.tolerated) more would be refused, but all that is wrong there is in \(path).",
          fr: """
            editorial : \(outcome.tolerated) de plus seraient refusés, mais tout ce qui n'y va pas est dans \(path).
            """))
    }
    if !outcome.gone.isEmpty {
      let isOne = outcome.gone.count == 1
      let count = Self.lines(outcome.gone.count)
      lines.append(
        worded(
          "editorial: \(count) of \(path) \(isOne ? "fits" : "fit") nothing any more:",
          fr: "editorial : \(count) de \(path) ne \(isOne ? "correspond" : "correspondent") plus à rien :"))
      lines += outcome.gone.prefix(20).map { "  " + DisplayText.safe($0.text) }
      if outcome.gone.count > 20 {
        lines.append(
          worded(
            "  and \(outcome.gone.count - 20) more",
            fr: "  et \(outcome.gone.count - 20) autres"))
      }
      lines.append(
        worded(
          "  Take \(isOne ? "it" : "them") away: editorial check --all --baseline-file \(path) --update",
          fr: "  Pour \(isOne ? "la" : "les") retirer : editorial check --all --baseline-file \(path) --update"))
    }
    if !lines.isEmpty { terminal.complain(lines.joined(separator: "\n") + "\n") }
  }

  private static func lines(_ count: Int) -> String { counted(count, "line", fr: "ligne") }

  private func read(_ path: String) throws -> KnownFindings {
    let bytes = try FileReader.bytes(of: path)
    do throws(KnownFindings.Malformed) {
      return try KnownFindings(bytes)
    } catch {
      throw Failure(
        worded("read \(path)", fr: "lire \(path)"),
        because: worded(
          "line \(error.line) is no finding: \(error.text.prefix(80))",
          fr: "la ligne \(error.line) n'est pas un constat : \(error.text.prefix(80))"),
        remedy: worded(
          "A line has an id, a rule and a path. To write the file anew, remove it and use --update",
          fr: """
            Une ligne a un identifiant, une règle et un chemin. Pour réécrire le fichier, supprimez-le et employez \
            --update
            """))
    }
  }
}
