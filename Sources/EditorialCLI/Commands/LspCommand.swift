import ArgumentParser
import LanguageServer
import Wording

/// `editorial lsp`: findings while the article is being written.
struct LspCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: worded(
      "Show findings in an editor while you write (a language server).",
      fr: "Montrer les constats dans un éditeur pendant que vous écrivez (serveur de langage)."),
    discussion: worded(
      """
      Example, what your editor runs:
        editorial lsp

      The lines for Neovim, Helix, VS Code and Zed are in the README.

      Your editor speaks the Language Server Protocol with this command. In a repository an article is \
      judged as its branch asks; outside of one by its own sources. Findings are marked in the text; resting on one, or \
      on a figure or date, shows the sentence of the baseline; a quick fix restores a figure, a date, a name, a quotation, \
      an address or a source of the baseline, and is only offered when it mends the finding and breaks nothing; the \
      outline lists facts and sources. Nothing is written to the article or the repository.
      """,
      fr: """
        Exemple, ce que lance votre éditeur :
          editorial lsp

        Les lignes pour Neovim, Helix, VS Code et Zed sont dans le README.

        Votre éditeur parle le Language Server Protocol avec cette commande. Dans un dépôt, un article est jugé comme sa \
        branche le demande ; en dehors, par ses propres sources. Les constats sont marqués dans le texte ; s'arrêter sur l'un \
        d'eux, ou sur un chiffre ou une date, montre la phrase de l'article d'origine ; une correction rapide rétablit un \
        chiffre, une date, un nom, une citation, une adresse ou une source de l'article d'origine, et n'est proposée que si \
        elle règle le constat et ne casse rien ; le plan liste les faits et les sources. Rien n'est écrit dans l'article ni \
        dans le dépôt.
        """))

  @Flag(
    help: ArgumentHelp(
      worded(
        "Speak on standard input and output: what it does anyway; some editors ask for it.",
        fr: """
          Parler par l'entrée et la sortie standard : ce qu'elle fait de toute façon ; certains éditeurs le demandent.
          """)))
  var stdio = false

  @OptionGroup var global: PlaceOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    if terminal.isInteractive(.output) {
      terminal.complain(
        worded(
          "editorial: this command speaks with an editor; how to set one up: editorial lsp --help\n",
          fr: "editorial : cette commande parle avec un éditeur ; pour en configurer un : editorial lsp --help\n"))
    }
    let shelf = BaselineShelf()
    defer { shelf.clear() }
    let desk = EditorDesk(terminal: terminal, shelf: shelf)
    let session = LanguageSession(
      desk: ArticleDesk(judge: desk.answer, shelve: shelf.place), version: EditorialCommand.version,
      heedLocale: LanguageChoice.heed(locale:))
    let input = EditorInput()
    let loop = ServerLoop(
      read: input.read, isReady: { input.isReady }, write: { try terminal.write($0) })
    // The protocol asks for status 1 when the editor goes without a word.
    return try loop.run(session) ? .passed : .refused
  }
}
