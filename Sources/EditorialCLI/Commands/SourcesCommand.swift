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
          editorial sources solar-roofs --check-links
          editorial sources add solar-roofs https://example.org/report --title "Report" --date 2025-02-03
          editorial sources export solar-roofs --format bibtex > solar-roofs.bib
          editorial sources import solar-roofs zotero.json

        Without one of the commands, it lists the sources of an article: where each is cited, whether it has what the \
        policy requires, and whether it is in the dossier.
        """,
        fr: """
          Exemples :
            editorial sources toits-solaires
            editorial sources toits-solaires --check-links
            editorial sources add toits-solaires https://example.org/rapport --title "Rapport" --date 2025-02-03
            editorial sources export toits-solaires --format bibtex > toits-solaires.bib
            editorial sources import toits-solaires zotero.json

          Sans l'une de ces commandes, liste les sources d'un article : où chacune est citée, si elle a ce que la \
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
          "Example:\n  editorial sources list solar-roofs", fr: "Exemple :\n  editorial sources list toits-solaires"))
    }

    @OptionGroup var article: ArticleArgument

    @Flag(
      help: ArgumentHelp(
        worded(
          "Ask on the network whether the pages are there; exit status 1 when one is not.",
          fr: "Vérifier en ligne que les pages existent ; code de sortie 1 si l'une manque.")))
    var checkLinks = false

    @Flag(
      help: ArgumentHelp(
        worded(
          "With --check-links: also the pages that were asked for within a day.",
          fr: "Avec --check-links : aussi les pages vérifiées depuis moins d'un jour.")))
    var again = false

    @Flag(
      help: ArgumentHelp(
        worded(
          "With --check-links: also pages on this machine and in private networks, which are left alone otherwise.",
          fr: """
            Avec --check-links : aussi les pages de cette machine et des réseaux privés, laissées de côté sinon.
            """)))
    var `private` = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      for (option, isGiven) in [("--again", again), ("--private", `private`)] where isGiven && !checkLinks {
        throw ValidationError(
          worded("\(option) goes with --check-links.", fr: "\(option) accompagne --check-links."))
      }
    }

    func perform(_ terminal: Terminal) throws -> ExitStatus {
      let tried = worded("list the sources of \(article.slug)", fr: "lister les sources de \(article.slug)")
      var isDead = false
      let listing = try DeskRoom(global).attempt(tried) { desk in
        let sources = SourceDesk(try desk.sources(of: article.slug))
        var links = try LinkBook(of: desk)
        if checkLinks {
          try links.ask(for: sources.addresses, isAnew: again, goesInside: `private`, on: terminal)
          isDead = sources.addresses.contains { links[$0]?.state.isDead == true }
        }
        return sources.listing(links)
      }
      switch global.format {
      case .text: try terminal.show(terminal.renderer().text(listing))
      case .json: try terminal.write(JSONRenderer().json(listing, pretty: true))
      case .jsonl: try terminal.write(JSONRenderer().json(listing, pretty: false))
      }
      return isDead ? .refused : .passed
    }
  }
}
