import ArgumentParser
import Gatekeeping
import GitStore
import Manuscripts
import Newsroom
import Reports
import Wording

/// `editorial init`: gives a repository its policy.
struct InitCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: worded(
      "Write editorial.yml, with the places of the articles that are there.",
      fr: "Écrire editorial.yml, avec les emplacements des articles qui sont là."),
    discussion: worded(
      """
      Examples:
        editorial init
        editorial init --hooks   and install the hooks at once

      Looks for the layouts of Hugo, Jekyll, Astro, Eleventy and Decap CMS, and says what it took for articles, and how \
      many there are. A policy that is there is left as it is.
      """,
      fr: """
        Exemples :
          editorial init
          editorial init --hooks   et installer aussitôt les hooks

        Cherche les dispositions de Hugo, Jekyll, Astro, Eleventy et Decap CMS, et dit ce qui a été pris pour des articles, et \
        combien il y en a. Une charte qui est déjà là reste comme elle est.
        """))

  @Flag(help: ArgumentHelp(worded("Install the hooks as well.", fr: "Installer aussi les hooks.")))
  var hooks = false

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    try DeskRoom(global).attempt(worded("set up the workflow", fr: "mettre en place les étapes")) { desk in
      guard let root = desk.repository.workTree else {
        throw Failure(
          worded("set up the workflow", fr: "mettre en place les étapes"),
          because: worded(
            "this repository has no work tree to write editorial.yml into",
            fr: "ce dépôt n'a pas d'arbre de travail où écrire editorial.yml"),
          remedy: worded(
            "Run editorial init in a clone of it, and push; here: editorial hook install --server",
            fr: """
              Lancez editorial init dans un de ses clones, et envoyez le résultat ; ici : editorial hook install \
              --server
              """))
      }
      let folder = root.hasSuffix("/") ? root : root + "/"
      let layout = SiteLayout(paths: FileReader.paths(below: root)) { file in
        do { return String(decoding: try FileReader.bytes(of: folder + file), as: UTF8.self) } catch { return nil }
      }
      let path = folder + Policy.path
      let branch = try desk.policyForReading().policy.workflow.protectedBranch
      let template = PolicyTemplate(
        articles: layout.patterns, protectedBranch: branch,
        // Jekyll would take a comment above the text for its first paragraph, and most others would publish it.
        stamp: layout.generator == nil ? .header : .frontMatter)
      let isNew = try FileWriter.create(path, Array(template.text.utf8))
      try write(layout, template, isNew: isNew, terminal)
      if hooks { try installHooks(desk, terminal) }
      return .passed
    }
  }

  private func installHooks(_ desk: Desk, _ terminal: Terminal) throws {
    guard let program = Surroundings.programPath() else {
      throw Failure(
        worded("install the hooks", fr: "installer les hooks"),
        because: worded(
          "the path of this program cannot be found out",
          fr: "le chemin de ce programme est introuvable"))
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
        writer.list("articles", of: template.articles) { $0.value($1.text) }
        writer.member("articleCount", layout.articleCount)
      }
      try terminal.write(writer.text + "\n")
      return
    }
    var lines = [
      isNew
        ? worded("Wrote \(Policy.path).", fr: "\(Policy.path) est écrit.")
        : worded(
          "\(Policy.path) is there already; it was left as it is.",
          fr: "\(Policy.path) existe déjà ; il est resté comme il est.")
    ]
    if let generator = layout.generator, let mark = layout.mark {
      lines.append(
        worded(
          "This looks like a site made with \(generator.rawValue): \(DisplayText.safe(mark)) is there.",
          fr: "Ceci ressemble à un site fait avec \(generator.rawValue) : \(DisplayText.safe(mark)) s'y trouve."))
    }
    if isNew {
      lines.append(worded("Articles lie at:", fr: "Les articles se trouvent dans :"))
      for (index, pattern) in template.articles.enumerated() {
        let count = layout.counts.indices.contains(index) ? layout.counts[index] : 0
        lines.append(
          worded(
            "  \(DisplayText.safe(pattern.text))  (\(count) there now)",
            fr: "  \(DisplayText.safe(pattern.text))  (\(count) actuellement)"))
      }
      lines.append(
        worded(
          "Is that all of them, and nothing else? If not, correct `articles` in \(Policy.path).",
          fr: "Sont-ils tous là, et rien d'autre ? Sinon, corrigez `articles` dans \(Policy.path)."))
      if layout.articleCount > 0 {
        lines.append(
          worded(
            "Those that are there are judged when they change, and block nobody until then.",
            fr: "Ceux qui sont là seront jugés quand ils changeront, et ne bloquent personne d'ici là."))
      }
      lines += MovedText.next([])
      lines.append(
        worded(
          "  git add \(Policy.path) && git commit -m \"Adopt an editorial policy\"",
          fr: "  git add \(Policy.path) && git commit -m \"Adopter une charte éditoriale\""))
      if !hooks { lines.append("  editorial hook install") }
      if layout.articleCount > 0 { lines.append("  editorial check --all --baseline-file known-findings.txt --update") }
    } else if !hooks {
      lines += MovedText.next([["editorial", "hook", "install"]])
    }
    try terminal.write(lines.joined(separator: "\n") + "\n")
  }
}
