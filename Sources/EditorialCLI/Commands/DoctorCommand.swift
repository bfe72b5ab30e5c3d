import ArgumentParser
import Newsroom
import Reports
import Scoring
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `editorial doctor`: says what keeps the gate from its work, and mends what can be mended.
struct DoctorCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: worded(
      "Say what is wrong with an installation, and how to mend it.",
      fr: "Dire ce qui ne va pas dans une installation, et comment y remédier."),
    discussion: worded(
      """
      Examples:
        editorial doctor
        editorial doctor --fix   mend what needs no decision of yours

      Looks at the hooks and at the program that they start, at the policy, at the branches that it names, at locks that \
      a killed program left, and at what this program cannot read. --fix installs hooks again where they were, keeping \
      those of other tools, and takes away locks that are more than a day old.

      Exit status 0 when nothing is wrong, 1 when something is.
      """,
      fr: """
        Exemples :
          editorial doctor
          editorial doctor --fix   corriger ce qui ne demande pas votre avis

        Examine les hooks et le programme qu'ils lancent, la charte, les branches qu'elle nomme, les verrous laissés par un \
        programme interrompu, et ce que ce programme ne sait pas lire. --fix réinstalle les hooks là où ils étaient, en \
        gardant ceux d'autres outils, et retire les verrous vieux de plus d'un jour.

        Code de sortie 0 quand tout va bien, 1 sinon.
        """))

  @Flag(
    help: ArgumentHelp(
      worded(
        "Mend what can be mended without losing anything.",
        fr: "Corriger ce qui peut l'être sans rien perdre.")))
  var fix = false

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let (found, mended) = try DeskRoom(global).attempt(worded("examine the repository", fr: "examiner le dépôt")) {
      desk in
      let found = try desk.ailments { FileReader.kind(of: $0) == .file && access($0, X_OK) == 0 }
      guard fix, !found.isEmpty else { return (found, [Ailment]()) }
      guard let program = Surroundings.programPath() else {
        throw Failure(
          worded("mend the hooks", fr: "réparer les hooks"),
          because: worded(
            "the path of this program cannot be found out",
            fr: "le chemin de ce programme est introuvable"))
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
    if found.isEmpty { return worded("Nothing is wrong here.\n", fr: "Tout va bien ici.\n") }
    var lines: [String] = []
    for ailment in found {
      let isMended = mended.contains(ailment)
      let label =
        isMended
        ? paint(.passed, worded("mended", fr: "corrigé"))
        : paint(
          ailment.gravity == .error ? .error : .warning,
          ailment.gravity == .error ? Severity.error.noun : Severity.warning.noun)
      lines.append(
        worded(
          "\(label): \(DisplayText.safe(ailment.message)).",
          fr: "\(label) : \(DisplayText.safe(ailment.message))."))
      if !isMended, let command = ailment.command { lines.append("  " + DisplayText.safe(ShellWords.line(command))) }
    }
    let curable = found.filter { $0.cure != nil && !mended.contains($0) }.count
    if !fix, curable > 0 {
      lines += [
        "",
        worded(
          "Next: editorial doctor --fix mends \(curable == found.count ? "this" : "\(curable) of \(found.count)")",
          fr: """
            Ensuite : editorial doctor --fix corrige \(curable == found.count ? "cela" : "\(curable) sur \(found.count)")
            """),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ found: [Ailment], mended: [Ailment], pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.list("ailments", of: found) { writer, ailment in
        writer.object { writer in
          writer.member("gravity", ailment.gravity == .error ? Severity.error.noun : Severity.warning.noun)
          writer.member("message", ailment.message)
          writer.member("command", ailment.command.map(ShellWords.line))
          writer.member("mended", mended.contains(ailment))
        }
      }
    }
    return writer.text + "\n"
  }
}
