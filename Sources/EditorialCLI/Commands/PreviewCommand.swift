import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial preview`: how an article looks before it is published.
struct PreviewCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "preview",
      abstract: worded(
        "Print the command that shows an article as the site would.",
        fr: "Afficher la commande qui montre un article comme le site le ferait."),
      discussion: worded(
        """
        Examples:
          editorial preview solar-roofs
          editorial preview solar-roofs | sh             and run it; Ctrl-C ends it
          editorial preview solar-roofs --stage factual

        Prints command lines for a terminal, and changes nothing itself. They lay the branch out in a folder beside your \
        files, which stay as they are, and start the site's generator there: Hugo, Jekyll, Astro or Eleventy, or what \
        the policy names (editorial explain preview).
        """,
        fr: """
          Exemples :
            editorial preview solar-roofs
            editorial preview solar-roofs | sh             et la lancer ; Ctrl-C l'arrête
            editorial preview solar-roofs --stage factual

          Affiche des lignes de commande pour un terminal, et ne change rien elle-même. Elles déposent la branche dans \
          un dossier à côté de vos fichiers, qui restent comme ils sont, et y lancent le générateur du site : Hugo, \
          Jekyll, Astro ou Eleventy, ou ce que la charte nomme (editorial explain preview).
          """))
  }

  @OptionGroup var article: ArticleArgument

  @Option(
    help: ArgumentHelp(
      worded(
        "Show it as it is at this stage, and not at the furthest.",
        fr: "Le montrer tel qu'il est à cette étape, et non à la plus avancée."), valueName: "stage"))
  var stage: String?

  @OptionGroup var global: GlobalOptions

  /// What is printed.
  private struct Preview {
    let place: PreviewPlace
    let generator: SiteGenerator?
    /// Whether the files are laid out in a folder for it.
    let usesFolder: Bool
    let lines: [String]

    var removal: String? {
      guard usesFolder else { return nil }
      return ShellWords.line(["git", "-C", place.repository, "worktree", "remove", "--force", place.folder])
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let tried = worded("preview \(article.slug)", fr: "montrer \(article.slug)")
    let preview = try DeskRoom(global).attempt(tried) { desk in
      let stage = try stage.map { try desk.stage(named: $0) }
      let place = try desk.previewPlace(of: try Slugs.slug(article.slug), at: stage)
      return try made(of: place, try desk.policyForReading().policy, desk.repository, tried)
    }
    guard global.format == .text else {
      try terminal.write(json(preview))
      return .passed
    }
    // What is typed goes to standard output alone, so that a shell can read it.
    try terminal.write(words(preview), to: .error)
    try terminal.write(preview.lines.joined(separator: " &&\n") + "\n")
    return .passed
  }

  private func made(
    of place: PreviewPlace, _ policy: Policy, _ repository: Repository, _ tried: String
  ) throws -> Preview {
    if let own = policy.preview {
      let line = own.line { name in
        switch name {
        case .slug: ShellWords.line([article.slug])
        case .path: ShellWords.line([place.path])
        case .branch: ShellWords.line([place.branch])
        case .worktree: ShellWords.line([place.folder])
        }
      }
      let usesFolder = own.names(.worktree)
      return Preview(
        place: place, generator: nil, usesFolder: usesFolder,
        lines: (usesFolder ? try layingOut(place, repository) : []) + [line])
    }
    let isThere = { (file: String) in try repository.entry(at: TreePath(file), in: place.commit) != nil }
    let site = try SiteGenerator.site(in: Self.folders(above: place.path), isThere: isThere) { file in
      guard let version = try repository.entry(at: TreePath(file), in: place.commit), version.mode.isRegular,
        try repository.blobSize(version.id) <= 1 << 20
      else { return nil }
      return String(decoding: try repository.blob(version.id), as: UTF8.self)
    }
    let folder = [place.folder, site?.root ?? ""].joined(separator: "/")
    let source = String(folder.reversed().drop { $0 == "/" }.reversed())
    guard let site, let serving = try site.generator.servingLines(source, has: { try isThere(site.root + $0) }) else {
      throw Failure(
        tried,
        because: worded(
          "no site generator is known that makes a page of \(place.path) on \(place.branch)",
          fr: "aucun générateur de site connu ne fait de page de \(place.path) sur \(place.branch)"),
        remedy: worded(
          """
          Name the command in editorial.yml, for example: preview: "make -C {worktree} serve" (see editorial explain \
          preview)
          """,
          fr: """
            Nommez la commande dans editorial.yml, par exemple : preview: "make -C {worktree} serve" (voyez editorial \
            explain preview)
            """))
    }
    return Preview(
      place: place, generator: site.generator, usesFolder: true, lines: try layingOut(place, repository) + serving)
  }

  /// The folder of the article and those above it, with a final slash each: the innermost one first.
  private static func folders(above path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast().prefix(32)
    return parts.indices.reversed().map { parts[...$0].joined(separator: "/") + "/" } + [""]
  }

  private func layingOut(_ place: PreviewPlace, _ repository: Repository) throws -> [String] {
    var lines: [String] = []
    if place.isLaidOut {
      lines.append(ShellWords.line(["git", "-C", place.folder, "checkout", "--quiet", "--detach", place.revision]))
    } else {
      let force = place.isGone ? ["--force"] : []
      lines.append(
        ShellWords.line(
          ["git", "-C", place.repository, "worktree", "add", "--quiet"] + force
            + ["--detach", place.folder, place.revision]))
    }
    if try repository.entry(at: TreePath(".gitmodules"), in: place.commit) != nil {
      lines.append(ShellWords.line(["git", "-C", place.folder, "submodule", "update", "--init", "--recursive"]))
    }
    return lines
  }

  private func words(_ preview: Preview) -> String {
    let slug = DisplayText.safe(article.slug)
    let stage = DisplayText.safe(preview.place.stage.name)
    var lines = [
      preview.generator.map {
        worded(
          "\(slug) at the stage \(stage), as \($0.rawValue) shows it:",
          fr: "\(slug) à l'étape \(stage), comme \($0.rawValue) le montre :")
      }
        ?? worded(
          "\(slug) at the stage \(stage), by the command of the policy:",
          fr: "\(slug) à l'étape \(stage), par la commande de la charte :")
    ]
    if let removal = preview.removal {
      lines.append(
        worded(
          """
            Copy the lines below into a terminal, or run: editorial preview \(slug) | sh
            Ctrl-C ends it. The files are laid out in \(DisplayText.safe(preview.place.folder)); yours stay as they are.
            To take them away again: \(DisplayText.safe(removal))
          """,
          fr: """
              Copiez les lignes ci-dessous dans un terminal, ou lancez : editorial preview \(slug) | sh
              Ctrl-C l'arrête. Les fichiers sont déposés dans \(DisplayText.safe(preview.place.folder)) ; les vôtres ne \
            changent pas.
              Pour les enlever ensuite : \(DisplayText.safe(removal))
            """))
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func json(_ preview: Preview) -> String {
    var writer = JSONWriter(pretty: global.format == .json)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", article.slug)
      writer.member("stage", preview.place.stage.name)
      writer.member("branch", preview.place.branch)
      writer.member("commit", preview.place.commit.hex)
      writer.member("path", preview.place.path)
      writer.member("generator", preview.generator?.rawValue)
      writer.member("folder", preview.usesFolder ? preview.place.folder : nil)
      writer.member("command", preview.lines.joined(separator: " && "))
      writer.member("removal", preview.removal)
    }
    return writer.text + "\n"
  }
}
