import ArgumentParser
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial new`: opens an article's draft.
struct NewCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: worded("Open the draft of an article.", fr: "Ouvrir le brouillon d'un article."),
    discussion: worded(
      """
      Examples:
        editorial new solar-roofs
        editorial new solar-roofs --dry-run

      Makes the branch draft/solar-roofs with a template in it. Of a published article, opens a draft to revise it. \
      The files in your work tree are left alone. Taken back: editorial undo
      """,
      fr: """
        Exemples :
          editorial new solar-roofs
          editorial new solar-roofs --dry-run

        Crée la branche draft/solar-roofs avec un modèle. Pour un article publié, ouvre un brouillon pour le réviser. \
        Les fichiers de votre arbre de travail restent intacts. Pour annuler : editorial undo
        """))

  @Argument(
    help: ArgumentHelp(
      worded(
        "The article's name in paths: letters, digits and hyphens.",
        fr: "Le nom de l'article dans les chemins : lettres, chiffres et tirets."), valueName: "slug"))
  var slug: String

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let draft = try DeskRoom(global).attempt(
      worded(
        "open the draft of \(slug)",
        fr: "ouvrir le brouillon de \(slug)")
    ) { try $0.openDraft(of: slug, isTrial: trial.isOn) }
    try terminal.write(
      DraftOpening(draft: draft, slug: slug, isTrial: trial.isOn).text(global.format))
    return .passed
  }
}
