import ArgumentParser
import Gatekeeping
import Newsroom
import Reports

/// The options of `check --all` for a repository that had faults before it had gates.
struct RatchetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "With --all: refuse only what this file does not list. A list of what was there when you began.",
      valueName: "file"),
    completion: .file())
  var baselineFile: String?

  @Flag(help: "With --baseline-file: write the file anew, with what is refused now.")
  var update = false

  /// - Throws: `ValidationError` when the options make no sense beside the others.
  func validate(withAll all: Bool) throws {
    if baselineFile != nil, !all { throw ValidationError("--baseline-file goes with --all.") }
    if update, baselineFile == nil { throw ValidationError("--update writes a file: name it with --baseline-file.") }
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
      var note = "\(shown) has \(count) now"
      if let before {
        let (added, taken) = (known.entries.subtracting(before).count, before.subtracting(known.entries).count)
        note += ": \(added) new, \(taken) taken away"
      }
      terminal.complain("editorial: \(note).\n")
      return known.applied(to: judgements).judgements
    }
    guard FileReader.kind(of: path) != nil else {
      throw Failure(
        "read \(path)", because: "there is no such file",
        remedy: "Write one: editorial check --all --baseline-file \(ShellWords.line([path])) --update")
    }
    let outcome = try read(path).applied(to: judgements)
    tell(outcome, shown, on: terminal)
    return outcome.judgements
  }

  private func tell(_ outcome: KnownFindings.Outcome, _ path: String, on terminal: Terminal) {
    var lines: [String] = []
    if outcome.tolerated > 0 {
      lines.append("editorial: \(outcome.tolerated) more would be refused, but all that is wrong there is in \(path).")
    }
    if !outcome.gone.isEmpty {
      let isOne = outcome.gone.count == 1
      let count = Self.lines(outcome.gone.count)
      lines.append("editorial: \(count) of \(path) \(isOne ? "fits" : "fit") nothing any more:")
      lines += outcome.gone.prefix(20).map { "  " + DisplayText.safe($0.text) }
      if outcome.gone.count > 20 { lines.append("  and \(outcome.gone.count - 20) more") }
      lines.append("  Take \(isOne ? "it" : "them") away: editorial check --all --baseline-file \(path) --update")
    }
    if !lines.isEmpty { terminal.complain(lines.joined(separator: "\n") + "\n") }
  }

  private static func lines(_ count: Int) -> String { "\(count) line\(count == 1 ? "" : "s")" }

  private func read(_ path: String) throws -> KnownFindings {
    let bytes = try FileReader.bytes(of: path)
    do throws(KnownFindings.Malformed) {
      return try KnownFindings(bytes)
    } catch {
      throw Failure(
        "read \(path)", because: "line \(error.line) is no finding: \(error.text.prefix(80))",
        remedy: "A line has an id, a rule and a path. To write the file anew, remove it and use --update")
    }
  }
}
