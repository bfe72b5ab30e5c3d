import ArgumentParser
import Newsroom
import Reports
import Wording

/// `editorial sources`: what an article rests on.
struct SourcesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sources",
      abstract: worded(
        "Show what an article rests on, add to it, and exchange it with a reference manager.",
        fr: "Montrer sur quoi repose un article, l'enrichir, et l'échanger avec un gestionnaire de références."),
      discussion: worded(
        """
        Examples:
          editorial sources solar-roofs
          editorial sources add solar-roofs https://example.org/report --title "Report" --date 2025-02-03
          editorial sources export solar-roofs --format bibtex > solar-roofs.bib
          editorial sources import solar-roofs zotero.json

        Without one of the commands, it lists the sources of an article: where each is cited, whether it has what the \
        policy requires, and whether it is in the dossier.
        """,
        fr: """
          Exemples :
            editorial sources toits-solaires
            editorial sources add toits-solaires https://example.org/rapport --title "Rapport" --date 2025-02-03
            editorial sources export toits-solaires --format bibtex > toits-solaires.bib
            editorial sources import toits-solaires zotero.json

          Sans l'une de ces commandes, liste les sources d'un article : où chacune est citée, si elle a ce que la \
          charte exige, et si elle est au dossier.
          """),
      subcommands: [List.self, SourcesAddCommand.self, SourcesExportCommand.self, SourcesImportCommand.self],
      defaultSubcommand: List.self)
  }

  struct List: EditorialVerb {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list",
        abstract: worded("List the sources of an article.", fr: "Lister les sources d'un article."),
        discussion: worded(
          "Example:\n  editorial sources list solar-roofs", fr: "Exemple :\n  editorial sources list toits-solaires"))
    }

    @Argument(
      help: ArgumentHelp(worded("The article.", fr: "L'article."), valueName: "slug"), completion: Completions.slugs)
    var slug: String

    @OptionGroup var global: GlobalOptions

    func perform(_ terminal: Terminal) throws -> ExitStatus {
      let tried = worded("list the sources of \(slug)", fr: "lister les sources de \(slug)")
      let listing = try DeskRoom(global).attempt(tried) { SourceDesk(try $0.sources(of: slug)).listing }
      switch global.format {
      case .text: try terminal.show(terminal.renderer().text(listing))
      case .json: try terminal.write(JSONRenderer().json(listing, pretty: true))
      case .jsonl: try terminal.write(JSONRenderer().json(listing, pretty: false))
      }
      return .passed
    }
  }
}
