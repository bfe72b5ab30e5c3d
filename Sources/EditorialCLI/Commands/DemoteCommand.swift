import ArgumentParser
import Newsroom
import Wording

/// `editorial demote`: sends an article back by one stage.
struct DemoteCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demote",
      abstract: worded(
        "Send an article back by one stage, and say why.",
        fr: "Renvoyer un article à l'étape précédente, et dire pourquoi."),
      discussion: worded(
        """
        Examples:
          editorial demote solar-roofs --reason "the office is counting again"
          editorial demote solar-roofs --reason "too long" --dry-run

        The article leaves the branch of its stage, and is worked on at the stage before. A restyled text stays \
        behind, because the checked text is what the next one is measured against; any other text goes along. \
        Nothing is deleted: both branches keep what was sent back in their history, with the reason, so that \
        others get it by a pull. Once it is mended: editorial promote. Taken back: editorial undo
        """,
        fr: """
          Exemples :
            editorial demote solar-roofs --reason "le bureau recompte"
            editorial demote solar-roofs --reason "trop long" --dry-run

          L'article quitte la branche de son étape, et le travail reprend à l'étape précédente. Un texte réécrit \
          n'y va pas, parce que le texte vérifié est la mesure du suivant ; tout autre texte suit l'article. Rien \
          n'est supprimé : les deux branches gardent dans leur historique ce qui a été renvoyé, avec la raison, et \
          les autres le reçoivent par un pull. Une fois corrigé : editorial promote. Pour annuler : editorial undo
          """))
  }

  @OptionGroup var article: ArticleArgument

  @Option(help: ArgumentHelp(worded("Why it is sent back.", fr: "Pourquoi il est renvoyé."), valueName: "text"))
  var reason: String

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    try DeskRoom(global).attempt(worded("send \(article.slug) back", fr: "renvoyer \(article.slug)")) { desk in
      let outcome = try desk.demote(try Slugs.slug(article.slug), because: reason, isTrial: trial.isOn)
      return try outcome.tell(global, reason: reason, isTrial: trial.isOn, on: terminal, at: desk)
    }
  }
}
