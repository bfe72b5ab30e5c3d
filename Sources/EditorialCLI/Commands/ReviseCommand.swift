import ArgumentParser
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial revise`: opens the draft of a published article again.
struct ReviseCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "revise",
      abstract: worded("Open the draft of a published article again.", fr: "Rouvrir le brouillon d'un article publié."),
      discussion: worded(
        """
        Examples:
          editorial revise solar-roofs
          editorial revise solar-roofs --dry-run

        The branch draft/solar-roofs begins with what is published, and goes through the stages like any draft. \
        What is published stays as it is until then. Taken back: editorial undo
        """,
        fr: """
          Exemples :
            editorial revise solar-roofs
            editorial revise solar-roofs --dry-run

          La branche draft/solar-roofs part de ce qui est publié, et passe par les étapes comme tout brouillon. Ce \
          qui est publié ne change pas d'ici là. Pour annuler : editorial undo
          """))
  }

  @OptionGroup var article: ArticleArgument

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let draft = try DeskRoom(global).attempt(
      worded("open the draft of \(article.slug) again", fr: "rouvrir le brouillon de \(article.slug)")
    ) { desk in
      return try desk.revise(try Slugs.slug(article.slug), isTrial: trial.isOn)
    }
    guard global.format == .text else {
      var writer = JSONWriter(pretty: global.format == .json)
      writer.object { writer in
        writer.member("schema", JSONRenderer.schema)
        writer.member("article", article.slug)
        writer.member("branch", draft.branch)
        writer.member("path", draft.path)
        writer.member("commit", trial.isOn ? nil : draft.commit.hex)
        writer.member("trial", trial.isOn)
      }
      try terminal.write(writer.text + "\n")
      return .passed
    }
    let (branch, path) = (DisplayText.safe(draft.branch), DisplayText.safe(draft.path))
    guard !trial.isOn else {
      try terminal.write(
        worded(
          "The branch \(branch) would begin with what is published. This was a trial, nothing was written.\n",
          fr: "La branche \(branch) partirait de ce qui est publié. C'était un essai, rien n'a été écrit.\n"))
      return .passed
    }
    let said = worded(
      "Opened a draft to revise the published article on the branch \(branch). Write it there, in \(path).",
      fr: "Le brouillon de l'article publié est rouvert sur la branche \(branch). Écrivez-y, dans \(path).")
    try terminal.write(
      ([said] + MovedText.next([["git", "switch", draft.branch]])).joined(separator: "\n") + "\n")
    return .passed
  }
}
