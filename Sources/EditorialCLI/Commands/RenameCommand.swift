import ArgumentParser
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial rename`: gives an article another slug.
struct RenameCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rename",
      abstract: worded(
        "Give an article another name in paths and branches.",
        fr: "Donner à un article un autre nom dans les chemins et les branches."),
      discussion: worded(
        """
        Examples:
          editorial rename solar-roofs town-roofs
          editorial rename solar-roofs town-roofs --dry-run

        The article, its images, its dossier and its branches follow, and so do the links to it from what is \
        published, and what was accepted, claimed and scheduled. Its history goes on: editorial \
        log town-roofs. A name that is taken is refused. A link that has the old name in it and may lead elsewhere \
        stays as it is, and is listed. Redirections of the site from the old address are yours to make. Taken back: \
        editorial undo
        """,
        fr: """
          Exemples :
            editorial rename solar-roofs town-roofs
            editorial rename solar-roofs town-roofs --dry-run

          L'article, ses images, son dossier et ses branches suivent, de même que les liens vers lui dans ce qui \
          est publié, et ce qui a été toléré, réservé et programmé. Son historique continue : \
          editorial log town-roofs. Un nom déjà pris est refusé. Un lien qui contient l'ancien nom et mène peut-être \
          ailleurs reste tel quel et vous est signalé. Les redirections du site depuis l'ancienne adresse restent à \
          faire. Pour annuler : editorial undo
          """))
  }

  @OptionGroup var article: ArticleArgument

  @Argument(
    help: ArgumentHelp(
      worded(
        "Its new name: letters, digits and hyphens.", fr: "Son nouveau nom : lettres, chiffres et traits d'union."),
      valueName: "new-slug"))
  var newSlug: String

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    try DeskRoom(global).attempt(worded("rename \(article.slug)", fr: "renommer \(article.slug)")) { desk in
      let outcome = try desk.rename(try Slugs.slug(article.slug), to: try Slugs.slug(newSlug), isTrial: trial.isOn)
      if !trial.isOn { Observation.record(outcome.observed, of: "rename", at: desk, on: terminal) }
      let push = try desk.pushing(outcome.moves)
      try terminal.write(global.format == .text ? text(outcome, push, terminal.renderer()) : json(outcome))
      return outcome.isPassed ? .passed : .refused
    }
  }

  private func text(_ outcome: RenameOutcome, _ push: [String]?, _ renderer: TextRenderer) -> String {
    let (old, new) = (DisplayText.safe(article.slug), DisplayText.safe(newSlug))
    guard outcome.isPassed else {
      let refused = worded("to rename \(old) to \(new)", fr: "de renommer \(old) en \(new)")
      return outcome.judgements.map { renderer.text(RefusalNotice($0, refused: refused)) }.joined(separator: "\n")
    }
    var lines = [
      trial.isOn
        ? worded(
          "\(old) would be renamed \(new). This was a trial, nothing was written.",
          fr: "\(old) serait renommé \(new). C'était un essai, rien n'a été écrit.")
        : worded("\(old) is \(new) now.", fr: "\(old) s'appelle maintenant \(new).")
    ]
    lines += outcome.moves.filter { $0.ref.branch != nil }.map { "  " + UndoCommand.line(on: $0) }
    if outcome.moves.contains(where: { $0.ref.branch == nil }) {
      lines.append(
        worded(
          "  What was claimed and scheduled goes along.", fr: "  Ce qui est réservé et programmé suit."))
    }
    if !outcome.doubtful.isEmpty {
      lines.append(
        worded(
          "These links have the old name in them, and may lead elsewhere. They were left as they are:",
          fr: "Ces liens contiennent l'ancien nom, et mènent peut-être ailleurs. Ils n'ont pas été touchés :"))
      lines += outcome.doubtful.map { "  \(DisplayText.safe($0.path))  \(DisplayText.safe($0.address))" }
    }
    if !trial.isOn {
      lines += MovedText.lines(on: outcome.workTrees) + MovedText.next([push ?? ["editorial", "status", newSlug]])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ outcome: RenameOutcome) -> String {
    var writer = JSONWriter(pretty: global.format == .json)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", newSlug)
      writer.member("renamedFrom", article.slug)
      writer.member("trial", trial.isOn)
      writer.member("renamed", outcome.isPassed && !trial.isOn)
      writer.list("links", of: outcome.doubtful) { writer, link in
        writer.object { writer in
          writer.member("path", link.path)
          writer.member("address", link.address)
        }
      }
      writer.key("moves")
      UndoCommand.write(outcome.moves, to: &writer)
      writer.list("judgements", of: outcome.judgements) { writer, judgement in
        JSONRenderer().write(BranchReport(judgement), to: &writer)
      }
    }
    return writer.text + "\n"
  }
}
