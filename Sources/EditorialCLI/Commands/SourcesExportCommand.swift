import ArgumentParser
import Bibliography
import Gatekeeping
import Newsroom
import Reports
import Scoring
import StructuredText
import Wording

/// The forms in which sources are exchanged with reference managers.
enum SourceFormat: String, CaseIterable {
  case cslJSON = "csl-json"
  case bibtex
}

/// `editorial sources export`: sources for Zotero, pandoc and LaTeX.
struct SourcesExportCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: worded(
        "Write sources as CSL-JSON or BibTeX.", fr: "Écrire des sources en CSL-JSON ou en BibTeX."),
      discussion: worded(
        """
        Examples:
          editorial sources export solar-roofs > solar-roofs.json
          editorial sources export --format bibtex > newsroom.bib

        Writes what the dossier has, and what only the article lists; without a slug, of all articles. Zotero, JabRef and \
        pandoc read both forms.
        """,
        fr: """
          Exemples :
            editorial sources export toits-solaires > toits-solaires.json
            editorial sources export --format bibtex > redaction.bib

          Écrit ce qu'a le dossier, et ce que l'article seul liste ; sans nom, pour tous les articles. Zotero, JabRef et \
          pandoc lisent les deux formes.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      worded("The article; all when left out.", fr: "L'article ; tous par défaut."), valueName: "slug"),
    completion: Completions.slugs)
  var slug: String?

  @Option(
    help: ArgumentHelp(
      worded("The form: csl-json or bibtex.", fr: "La forme : csl-json ou bibtex."), valueName: "form"),
    completion: FormatName.completion(SourceFormat.self), transform: { try FormatName.read($0) })
  var format: SourceFormat = .cslJSON

  @OptionGroup var global: PlaceOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let tried = worded("export sources", fr: "exporter des sources")
    let records = try DeskRoom(global).attempt(tried) { desk in
      if let slug { return SourceDesk(try desk.sources(of: slug)).records }
      let all = try desk.slugs().flatMap { slug in
        do throws(any Error) {
          return SourceDesk(try desk.sources(of: slug.name)).records
        } catch DeskError.severalArticles(_, let paths) {
          terminal.complain(
            worded(
              "editorial: \(slug) has several files and was left out: \(paths.joined(separator: ", "))\n",
              fr: "editorial : \(slug) a plusieurs fichiers et est laissé de côté : \(paths.joined(separator: ", "))\n")
          )
          return []
        }
      }
      return SourceRecord.all(dossier: all, listed: [])
    }
    switch format {
    case .cslJSON: try terminal.write(CSLJSON.text(records))
    case .bibtex: try terminal.write(BibTeX.text(records))
    }
    return .passed
  }
}

/// `editorial sources import`: sources from Zotero, pandoc and LaTeX.
struct SourcesImportCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: worded(
        "Put sources of a CSL-JSON or BibTeX file into an article's dossier.",
        fr: "Mettre au dossier d'un article les sources d'un fichier CSL-JSON ou BibTeX."),
      discussion: worded(
        """
        Examples:
          editorial sources import solar-roofs zotero.json
          editorial sources import solar-roofs library.bib --dry-run

        Commits a file for each source on the branch of the article's earliest stage. A source that is in the dossier \
        already gets what is new. What a dossier has no place for is named.
        """,
        fr: """
          Exemples :
            editorial sources import toits-solaires zotero.json
            editorial sources import toits-solaires biblio.bib --dry-run

          Fait un commit, avec un fichier par source, sur la branche de la première étape de l'article. Une source déjà au dossier reçoit \
          ce qui est nouveau. Ce pour quoi un dossier n'a pas de place est nommé.
          """))
  }

  @OptionGroup var article: ArticleArgument

  @Argument(
    help: ArgumentHelp(
      worded("The file; - is standard input.", fr: "Le fichier ; - est l'entrée standard."), valueName: "file"),
    completion: .file())
  var file: String

  @Flag(help: ArgumentHelp(worded("Show the files, and write nothing.", fr: "Montrer les fichiers sans rien écrire.")))
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let bytes = try FileReader.bytes(of: file)
    let tried = worded("import \(file)", fr: "importer \(file)")
    let imported: ImportedSources
    do throws(StructuredTextError) {
      let first = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
      let isJSON = first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
      imported = isJSON ? try CSLJSON.records(in: bytes) : try BibTeX.records(in: bytes)
    } catch {
      let place = LocatedText(path: file, bytes: bytes).place(of: error.range)
      let remedy = error.remedy.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      throw Failure(tried, because: "\(place): \(error.message)", remedy: remedy)
    }
    guard !imported.records.isEmpty else {
      throw Failure(
        tried, because: worded("it holds no source", fr: "il ne contient aucune source"),
        remedy: worded("Export the list as CSL JSON or BibTeX", fr: "Exportez la liste en CSL JSON ou en BibTeX"))
    }
    return try DeskRoom(global).attempt(tried) { desk in
      let count = imported.records.count
      return try DossierWriter(terminal: terminal, format: global.format, isTrial: dryRun, tried: tried).put(
        imported.records, for: article.slug, at: desk,
        subject: "Add \(count) \(count == 1 ? "source" : "sources") to \(article.slug)", leftOut: imported.leftOut)
    }
  }
}
