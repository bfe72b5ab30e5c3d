import Newsroom
import Reports
import Wording

/// Says which hooks are in place.
struct HookOutput {
  let format: OutputFormat
  let terminal: Terminal

  /// - Parameter closing: a sentence for a reader who is told all in words.
  func write(_ installation: HookInstallation, needed: [HookName], closing: String? = nil) throws {
    switch format {
    case .text: try terminal.write(text(installation, needed: needed, closing: closing))
    case .json: try terminal.write(json(installation, needed: needed, pretty: true))
    case .jsonl: try terminal.write(json(installation, needed: needed, pretty: false))
    }
  }

  private func text(_ installation: HookInstallation, needed: [HookName], closing: String?) -> String {
    var lines = [
      worded(
        "Hooks in \(DisplayText.safe(installation.folder)):",
        fr: "Hooks dans \(DisplayText.safe(installation.folder)) :")
    ]
    for hook in installation.hooks where needed.contains(hook.name) || hook.state != .absent {
      let name = hook.name.rawValue
      let gap = String(repeating: " ", count: max(1, 23 - name.utf8.count))
      let kept =
        hook.keepsOther
        ? worded(
          ", after the hook that was there before",
          fr: ", après le hook qui était là avant") : ""
      lines.append("  \(name)\(gap)\(Self.words(for: hook.state))\(kept)")
    }
    if lines.count == 1 { lines.append(worded("  none of this program's", fr: "  aucun de ce programme")) }
    for note in installation.notes {
      lines.append(worded("Note: ", fr: "Remarque : ") + DisplayText.safe(note.message) + ".")
    }
    if let closing { lines.append(DisplayText.safe(closing)) }
    let missing = needed.filter { !installation.working.contains($0) }
    if !missing.isEmpty {
      lines += [
        "",
        worded(
          "Next: editorial hook install\(needed == HookName.server ? " --server" : "")",
          fr: "Ensuite : editorial hook install\(needed == HookName.server ? " --server" : "")"),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(for state: HookInstallation.State) -> String {
    switch state {
    case .absent: worded("missing", fr: "absent")
    case .installed: worded("in place", fr: "en place")
    case .outdated:
      worded(
        "in place, from an earlier version (install again to renew it)",
        fr: "en place, d'une version antérieure (installez de nouveau pour le renouveler)")
    case .notExecutable:
      worded(
        "there, but not executable, so Git does not run it",
        fr: "présent, mais non exécutable : Git ne le lance pas")
    case .edited: worded("changed by somebody", fr: "modifié par quelqu'un")
    case .behindOther:
      worded(
        "in place, behind another tool's hook",
        fr: "en place, derrière le hook d'un autre outil")
    case .foreign:
      worded(
        "another hook, and this program's is missing",
        fr: "un autre hook, et celui de ce programme manque")
    }
  }

  private func json(_ installation: HookInstallation, needed: [HookName], pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("folder", installation.folder)
      writer.member("program", installation.program)
      writer.list("hooks", of: installation.hooks) { writer, hook in
        writer.object { writer in
          writer.member("name", hook.name.rawValue)
          writer.member("state", "\(hook.state)")
          writer.member("needed", needed.contains(hook.name))
          writer.member("keepsOther", hook.keepsOther)
        }
      }
    }
    return writer.text + "\n"
  }
}
