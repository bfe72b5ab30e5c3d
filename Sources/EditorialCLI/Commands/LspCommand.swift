import ArgumentParser
import LanguageServer

/// `editorial lsp`: findings while the article is being written.
struct LspCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Show findings in an editor while you write (a language server).",
    discussion: """
      Example, what your editor runs:
        editorial lsp

      The lines for Neovim, Helix, VS Code and Zed are in the README.

      Your editor speaks the Language Server Protocol with this command. In a repository an article is \
      judged as its branch asks; outside of one by its own sources. Findings are marked in the text; resting on one, or \
      on a figure or date, shows the sentence of the baseline; a quick fix restores a figure, a date, a name, a quotation, \
      an address or a source of the baseline, and is only offered when it mends the finding and breaks nothing; the \
      outline lists facts and sources. Nothing is written to the article or the repository.
      """)

  @Flag(help: "Speak on standard input and output: what it does anyway; some editors ask for it.")
  var stdio = false

  @OptionGroup var global: PlaceOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    if terminal.isInteractive(.output) {
      terminal.complain("editorial: this command speaks with an editor; how to set one up: editorial lsp --help\n")
    }
    let shelf = BaselineShelf()
    defer { shelf.clear() }
    let desk = EditorDesk(terminal: terminal, shelf: shelf)
    let session = LanguageSession(
      desk: ArticleDesk(judge: desk.answer, shelve: shelf.place), version: EditorialCommand.version)
    let input = EditorInput()
    let loop = ServerLoop(
      read: input.read, isReady: { input.isReady }, write: { try terminal.write($0) })
    // The protocol asks for status 1 when the editor goes without a word.
    return try loop.run(session) ? .passed : .refused
  }
}
