import ArgumentParser
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
    try terminal.write(
      DraftOpening(draft: draft, slug: article.slug, isTrial: trial.isOn).text(global.format))
    return .passed
  }
}
