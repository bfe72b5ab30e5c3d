import ArgumentParser
import Facts
import Manuscripts
import Reports
import Wording

/// `editorial facts`: what counts as a fact in a text; `git diff` compares texts in this form when it is asked to.
struct FactsCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: worded(
      "Show a text one sentence a line, with its facts marked and listed.",
      fr: "Montrer un texte à raison d'une phrase par ligne, ses faits marqués et listés."),
    discussion: worded(
      """
      Examples:
        editorial facts articles/solar-roofs.md
        editorial hook install --diff-driver   git diff compares articles so

      Figures, dates and quotations stand between ⟦ and ⟧. Beneath the text each is listed once, by what it says and not \
      by how it is spelled, with the sources: a fact that moved, or was said in other words, is the same line as before.

      git diff --no-textconv shows the text as it is, for a patch.
      """,
      fr: """
        Exemples :
          editorial facts articles/solar-roofs.md
          editorial hook install --diff-driver   git diff, git log -p et git show comparent les articles sous \
          cette forme

        Les chiffres, les dates et les citations sont entre ⟦ et ⟧. Sous le texte, chacun est listé une fois, par ce qu'il \
        dit et non par son écriture, avec les sources : un fait qui s'est déplacé, ou qui a été dit autrement, reste la \
        même ligne.

        git diff --no-textconv montre le texte tel qu'il est, pour un correctif.
        """))

  @Argument(
    help: ArgumentHelp(
      worded("The text; - is standard input.", fr: "Le texte ; - est l'entrée standard."), valueName: "file"),
    completion: .file())
  var file: String

  @OptionGroup var global: PlaceOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let bytes = try FileReader.bytes(of: file)
    let article = ArticleParser().article(from: bytes)
    // Git asks for the text of whatever lies at an article's place: what cannot be read is shown as it is.
    let isReadable = bytes.count <= ArticleParser.sizeLimit && String(validating: bytes, as: UTF8.self) != nil
    var text = isReadable ? FactListing(of: FactSheet(of: article)).text : String(decoding: bytes, as: UTF8.self)
    if terminal.isInteractive(.output) {
      text = text.split(separator: "\n", omittingEmptySubsequences: false).map { DisplayText.safe(String($0)) }
        .joined(separator: "\n")
    }
    try terminal.write(text)
    return .passed
  }
}
