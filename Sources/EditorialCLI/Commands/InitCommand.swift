import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports

/// `editorial init`: gives a repository its policy.
struct InitCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write editorial.yml, with the places of the articles that are there.",
    discussion: """
      Examples:
        editorial init
        editorial init --hooks      and install the hooks at once

      Looks for the layouts of Hugo, Jekyll, Astro, Eleventy and Decap CMS, and says what it took for articles, and how \
      many there are. A policy that is there is left as it is.
      """)

  @Flag(help: "Install the hooks as well.")
  var hooks = false

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    try DeskRoom(global).attempt("set up the workflow") { desk in
      guard let root = desk.repository.workTree else {
        throw Failure(
          "set up the workflow", because: "this repository has no work tree to write editorial.yml into",
          remedy: "Run editorial init in a clone of it, and push; here: editorial hook install --server")
      }
      let folder = root.hasSuffix("/") ? root : root + "/"
      let layout = SiteLayout(paths: FileReader.paths(below: root)) { file in
        do { return String(decoding: try FileReader.bytes(of: folder + file), as: UTF8.self) } catch { return nil }
      }
      let path = folder + Policy.path
      let branch = try desk.policyForReading().policy.workflow.protectedBranch
      let template = PolicyTemplate(articles: layout.patterns, protectedBranch: branch)
      let isNew = try FileWriter.create(path, Array(template.text.utf8))
      try write(layout, template, isNew: isNew, terminal)
      if hooks { try installHooks(desk, terminal) }
      return .passed
    }
  }

  private func installHooks(_ desk: Desk, _ terminal: Terminal) throws {
    guard let program = Surroundings.programPath() else {
      throw Failure("install the hooks", because: "the path of this program cannot be found out")
    }
    let installer = try desk.hookInstaller()
    let installation = try installer.install(installer.neededHooks, program: program)
    if global.format == .text {
      try HookOutput(format: .text, terminal: terminal).write(installation, needed: installer.neededHooks)
    }
  }

  private func write(_ layout: SiteLayout, _ template: PolicyTemplate, isNew: Bool, _ terminal: Terminal) throws {
    guard global.format == .text else {
      var writer = JSONWriter(pretty: global.format == .json)
      writer.object { writer in
        writer.member("schema", JSONRenderer.schema)
        writer.member("policy", Policy.path)
        writer.member("created", isNew)
        writer.member("generator", layout.generator?.rawValue)
        writer.member("mark", layout.mark)
        writer.key("articles")
        writer.array { writer in
          for pattern in template.articles {
            writer.item()
            writer.value(pattern.text)
          }
        }
        writer.member("articleCount", layout.articleCount)
      }
      try terminal.write(writer.text + "\n")
      return
    }
    var lines = [isNew ? "Wrote \(Policy.path)." : "\(Policy.path) is there already; it was left as it is."]
    if let generator = layout.generator, let mark = layout.mark {
      lines.append("This looks like a site made with \(generator.rawValue): \(DisplayText.safe(mark)) is there.")
    }
    if isNew {
      lines.append("Articles lie at:")
      for (index, pattern) in template.articles.enumerated() {
        let count = layout.counts.indices.contains(index) ? layout.counts[index] : 0
        lines.append("  \(DisplayText.safe(pattern.text))  (\(count) there now)")
      }
      lines.append("Is that all of them, and nothing else? If not, correct `articles` in \(Policy.path).")
      if layout.articleCount > 0 {
        lines.append("Those that are there are judged when they change, and block nobody until then.")
      }
      lines += ["", "Next:", "  git add \(Policy.path) && git commit -m \"Adopt an editorial policy\""]
      if !hooks { lines.append("  editorial hook install") }
      if layout.articleCount > 0 { lines.append("  editorial check --all --baseline-file known-findings.txt --update") }
    } else if !hooks {
      lines += ["", "Next:", "  editorial hook install"]
    }
    try terminal.write(lines.joined(separator: "\n") + "\n")
  }
}
