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
    guard global.format == .text else {
      var writer = JSONWriter(pretty: global.format == .json)
      writer.object { writer in
        writer.member("schema", JSONRenderer.schema)
        writer.member("article", slug)
        writer.member("branch", draft.branch)
        writer.member("path", draft.path)
        writer.member("commit", trial.isOn ? nil : draft.commit.hex)
        writer.member("revision", draft.isRevision)
        writer.member("trial", trial.isOn)
      }
      try terminal.write(writer.text + "\n")
      return .passed
    }
    let what =
      draft.isRevision
      ? worded(
        "Opened a draft to revise the published article",
        fr: "Le brouillon pour réviser l'article publié est ouvert")
      : worded(
        "Opened the draft of a new article",
        fr: "Le brouillon d'un nouvel article est ouvert")
    let (branch, path) = (DisplayText.safe(draft.branch), DisplayText.safe(draft.path))
    guard !trial.isOn else {
      try terminal.write(
        worded(
          "The branch \(branch) would begin with \(path). This was a trial, nothing was written.\n",
          fr: "La branche \(branch) commencerait par \(path). C'était un essai, rien n'a été écrit.\n"))
      return .passed
    }
    let said = worded(
      "\(what) on the branch \(branch). Write it there, in \(path).",
      fr: "\(what) sur la branche \(branch). Écrivez-le là, dans \(path).")
    try terminal.write(
      ([said] + MovedText.next([["git", "switch", draft.branch]])).joined(separator: "\n") + "\n")
    return .passed
  }
}
