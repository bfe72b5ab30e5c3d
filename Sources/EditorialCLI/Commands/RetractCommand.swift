import ArgumentParser
import Newsroom
import Wording

/// `editorial retract`: takes a published article from the published branch.
struct RetractCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retract",
      abstract: worded(
        "Take a published article from publication, and say why.", fr: "Retirer un article publié, et dire pourquoi."),
      discussion: worded(
        """
        Examples:
          editorial retract solar-roofs --reason "the figures were withdrawn"
          editorial retract solar-roofs --reason "the figures were withdrawn" --dry-run

        One commit takes the article, with the images that are its own, from the published branch. Its text goes \
        back to the furthest stage before that lets it in, and comes again by: editorial promote. The history keeps \
        all of it. Links of other articles to it are told by: editorial check --all. Taken back: editorial undo
        """,
        fr: """
          Exemples :
            editorial retract solar-roofs --reason "les chiffres ont été retirés"
            editorial retract solar-roofs --reason "les chiffres ont été retirés" --dry-run

          Un commit enlève l'article de la branche publiée, avec les images qui n'appartiennent qu'à lui. Son texte \
          retourne à la dernière étape d'avant qui l'accepte, et revient par : editorial promote. L'historique garde \
          tout. Les liens d'autres articles vers lui : editorial check --all. Pour annuler : editorial undo
          """))
  }

  @OptionGroup var article: ArticleArgument

  @Option(help: ArgumentHelp(worded("Why it is retracted.", fr: "Pourquoi il est retiré."), valueName: "text"))
  var reason: String

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    try DeskRoom(global).attempt(worded("retract \(article.slug)", fr: "retirer \(article.slug)")) { desk in
      let outcome = try desk.retract(try Slugs.slug(article.slug), because: reason, isTrial: trial.isOn)
      return try outcome.tell(global, reason: reason, isTrial: trial.isOn, on: terminal, at: desk)
    }
  }
}
