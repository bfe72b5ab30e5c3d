import Newsroom
import Reports

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
    var lines = ["Hooks in \(DisplayText.safe(installation.folder)):"]
    for hook in installation.hooks where needed.contains(hook.name) || hook.state != .absent {
      let name = hook.name.rawValue
      let gap = String(repeating: " ", count: max(1, 23 - name.utf8.count))
      let kept = hook.keepsOther ? ", after the hook that was there before" : ""
      lines.append("  \(name)\(gap)\(Self.words(for: hook.state))\(kept)")
    }
    if lines.count == 1 { lines.append("  none of this program's") }
    for note in installation.notes { lines.append("Note: " + DisplayText.safe(note.message) + ".") }
    if let closing { lines.append(DisplayText.safe(closing)) }
    let missing = needed.filter { !installation.working.contains($0) }
    if !missing.isEmpty {
      lines += ["", "Next: editorial hook install\(needed == HookName.server ? " --server" : "")"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(for state: HookInstallation.State) -> String {
    switch state {
    case .absent: "missing"
    case .installed: "in place"
    case .outdated: "in place, from an earlier version (install again to renew it)"
    case .notExecutable: "there, but not executable, so Git does not run it"
    case .edited: "changed by somebody"
    case .behindOther: "in place, behind another tool's hook"
    case .foreign: "another hook, and this program's is missing"
    }
  }

  private func json(_ installation: HookInstallation, needed: [HookName], pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("folder", installation.folder)
      writer.member("program", installation.program)
      writer.key("hooks")
      writer.array { writer in
        for hook in installation.hooks {
          writer.item()
          writer.object { writer in
            writer.member("name", hook.name.rawValue)
            writer.member("state", "\(hook.state)")
            writer.member("needed", needed.contains(hook.name))
            writer.member("keepsOther", hook.keepsOther)
          }
        }
      }
    }
    return writer.text + "\n"
  }
}
