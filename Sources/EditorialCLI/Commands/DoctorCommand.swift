import ArgumentParser
import Newsroom
import Reports

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `editorial doctor`: says what keeps the gate from its work, and mends what can be mended.
struct DoctorCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is wrong with an installation, and how to mend it.",
    discussion: """
      Examples:
        editorial doctor
        editorial doctor --fix      mend what needs no decision of yours

      Looks at the hooks and at the program that they start, at the policy, at the branches that it names, at locks that \
      a killed program left, and at what this program cannot read. --fix installs hooks again where they were, keeping \
      those of other tools, and takes away locks that are more than a day old.

      Exit status 0 when nothing is wrong, 1 when something is.
      """)

  @Flag(help: "Mend what can be mended without losing anything.")
  var fix = false

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let (found, mended) = try DeskRoom(global).attempt("examine the repository") { desk in
      let found = try desk.ailments { FileReader.kind(of: $0) == .file && access($0, X_OK) == 0 }
      guard fix, !found.isEmpty else { return (found, [Ailment]()) }
      guard let program = Surroundings.programPath() else {
        throw Failure("mend the hooks", because: "the path of this program cannot be found out")
      }
      return (found, try desk.mend(found, program: program))
    }
    let rest = found.filter { !mended.contains($0) }
    switch global.format {
    case .text: try terminal.write(text(found, mended: mended, terminal.paint(for: .output)))
    case .json: try terminal.write(json(found, mended: mended, pretty: true))
    case .jsonl: try terminal.write(json(found, mended: mended, pretty: false))
    }
    return rest.isEmpty ? .passed : .refused
  }

  private func text(_ found: [Ailment], mended: [Ailment], _ paint: Paint) -> String {
    if found.isEmpty { return "Nothing is wrong here.\n" }
    var lines: [String] = []
    for ailment in found {
      let isMended = mended.contains(ailment)
      let label =
        isMended
        ? paint(.passed, "mended") : paint(ailment.gravity == .error ? .error : .warning, ailment.gravity.rawValue)
      lines.append("\(label): \(DisplayText.safe(ailment.message)).")
      if !isMended, let command = ailment.command { lines.append("  " + DisplayText.safe(ShellWords.line(command))) }
    }
    let curable = found.filter { $0.cure != nil && !mended.contains($0) }.count
    if !fix, curable > 0 {
      lines += [
        "", "Next: editorial doctor --fix mends \(curable == found.count ? "this" : "\(curable) of \(found.count)")",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ found: [Ailment], mended: [Ailment], pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.key("ailments")
      writer.array { writer in
        for ailment in found {
          writer.item()
          writer.object { writer in
            writer.member("gravity", ailment.gravity.rawValue)
            writer.member("message", ailment.message)
            writer.member("command", ailment.command.map(ShellWords.line))
            writer.member("mended", mended.contains(ailment))
          }
        }
      }
    }
    return writer.text + "\n"
  }
}
