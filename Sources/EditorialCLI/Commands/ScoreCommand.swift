import ArgumentParser
import Gatekeeping
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// `editorial score`: judges articles, in a repository or outside.
struct ScoreCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: worded(
      "Score an article: are its facts and sources intact?",
      fr: "Noter un article : ses faits et ses sources sont-ils intacts ?"),
    discussion: worded(
      """
      Examples:
        editorial score restyled.md --against checked.md
        editorial score checked.md --dossier sources/
        editorial score solar-roofs                   as its stage's gate judges it
        editorial score styled/solar-roofs:articles/solar-roofs.md
        editorial score solar-roofs --explain-style   each measure of its style
        editorial score restyled.md --explain-style --profile newsletter
        editorial score --batch < pairs.jsonl

      An article is a file, a slug, slug@stage or revision:path. With --against, the score tells how many facts and \
      sources of the baseline survive; without it, a slug is measured as its stage asks, and a file outside a \
      repository by its own sources. Files need no repository.

      --batch reads lines {"id": …, "baseline": …, "candidate": …} (texts; baseline may be left out) and writes a line \
      {"id", "integrity", "style", "findings"} for each, in the same order.
      """,
      fr: """
        Exemples :
          editorial score restyled.md --against checked.md
          editorial score checked.md --dossier sources/
          editorial score solar-roofs                   comme son étape le juge
          editorial score styled/solar-roofs:articles/solar-roofs.md
          editorial score solar-roofs --explain-style   chaque mesure de son style
          editorial score restyled.md --explain-style --profile newsletter
          editorial score --batch < pairs.jsonl

        Un article est un fichier, un slug, slug@étape ou révision:chemin. Avec --against, le score dit combien de faits et de \
        sources de l'article d'origine ont survécu ; sans cela, un slug est mesuré comme son étape le demande, et un fichier \
        hors d'un dépôt par ses propres sources. Pour des fichiers, aucun dépôt n'est nécessaire.

        --batch lit des lignes {"id": …, "baseline": …, "candidate": …} (des textes ; baseline peut manquer) et écrit une ligne \
        {"id", "integrity", "style", "findings"} pour chacune, dans le même ordre.
        """))

  @Argument(
    help: ArgumentHelp(
      worded(
        "Files, slugs, slug@stage or revision:path.",
        fr: "Des fichiers, des slugs, slug@étape ou révision:chemin."), valueName: "article"), completion: .file())
  var subjects: [String] = []

  @Option(
    help: ArgumentHelp(
      worded(
        "The version whose facts must survive, named like an article.",
        fr: "La version dont les faits doivent survivre, nommée comme un article."), valueName: "baseline"),
    completion: .file())
  var against: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      worded(
        "Source material: a file or a folder of files; may be given again.",
        fr: "Les documents de source : un fichier ou un dossier de fichiers ; peut être donné plusieurs fois."),
      valueName: "path"),
    completion: .file())
  var dossier: [String] = []

  @Flag(
    help: ArgumentHelp(
      worded(
        "Score the pairs on standard input, one JSON object a line.",
        fr: "Noter les paires de l'entrée standard, un objet JSON par ligne.")))
  var batch = false

  @Flag(
    help: ArgumentHelp(
      worded(
        "Show how the style score comes about: each measure, its target, its points and its places.",
        fr: "Montrer comment se fait le score de style : chaque mesure, ce qu'elle vise, ses points et ses endroits.")))
  var explainStyle = false

  @Option(
    help: ArgumentHelp(
      worded(
        "With --explain-style: another style profile than the policy's. See editorial explain style.",
        fr: "Avec --explain-style : un autre profil de style que celui de la charte. Voyez editorial explain style."),
      valueName: "name"),
    completion: .list(StyleProfile.shippedNames))
  var profile: String?

  @OptionGroup var global: ReportOptions

  func validate() throws {
    if profile != nil, !explainStyle {
      throw ValidationError(
        worded(
          "--profile goes with --explain-style; a policy names the profile of its gates.",
          fr: "--profile va avec --explain-style ; c'est la charte qui nomme le profil de ses contrôles."))
    }
    if explainStyle, batch || !Self.styleFormats.contains(global.format) || !global.report.isEmpty || global.stepSummary
    {
      throw ValidationError(
        worded(
          "--explain-style writes text, json or jsonl of the articles that are named.",
          fr: "--explain-style écrit en text, json ou jsonl les articles qui sont nommés."))
    }
    if batch, !subjects.isEmpty || against != nil {
      throw ValidationError(
        worded(
          "--batch reads its articles from standard input; leave out \(subjects.first ?? "--against").",
          fr: "--batch lit ses articles sur l'entrée standard ; retirez \(subjects.first ?? "--against")."))
    }
    if !batch, subjects.isEmpty {
      throw ValidationError(
        worded(
          "Name an article to score, for example: editorial score restyled.md --against checked.md",
          fr: "Nommez un article à noter, par exemple : editorial score restyled.md --against checked.md"))
    }
    if subjects.filter({ $0 == "-" }).count + (against == "-" ? 1 : 0) > 1 {
      throw ValidationError(
        worded(
          "Standard input (-) can be read only once.",
          fr: "L'entrée standard (-) ne peut être lue qu'une fois."))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let material = try dossier.flatMap { try DossierFiles.paths(at: $0) }
      .map { ArticleText(path: $0, revision: nil, bytes: try FileReader.bytes(of: $0)) }
    if batch {
      let articles = material.map { ArticleParser().article(from: $0.bytes) }
      return try BatchScoring(scorer: Scorer(isOneOfMany: true), dossier: articles, terminal: terminal).run()
    }
    let finder = ArticleFinder(terminal: terminal)
    let scoring = ArticleScoring(finder: finder, dossier: dossier.isEmpty ? nil : material)
    let baseline = try against.map { try finder.text(named: $0) }
    let reports = try reports { try scoring.report(on: $0, against: baseline) }
    if explainStyle {
      try write(try reports.map { try StyleExplaining(finder: finder, profile: profile).explanation(of: $0) }, terminal)
      return .passed
    }
    try global.write(.articles(reports), on: terminal)
    return global.status(isPassed: reports.allSatisfy { $0.gate?.verdict.isPassed ?? true }, reports)
  }
}

extension ScoreCommand {
  /// Judges one article after the other; of many, it shows how far it has come.
  private func reports(_ report: (String) throws -> Report) throws -> [Report] {
    var progress = Progress(global.terminal, worded("Scoring articles", fr: "Notation des articles"))
    defer { progress.end() }
    return try subjects.enumerated().map { done, subject in
      progress.show(done, of: subjects.count)
      return try report(subject)
    }
  }

  fileprivate static let styleFormats: [ReportFormat] = [.text, .json, .jsonl]

  private func write(_ explanations: [StyleExplanation], _ terminal: Terminal) throws {
    switch global.format {
    case .json: try terminal.write(JSONRenderer().json(explanations))
    case .jsonl: try terminal.write(explanations.map { JSONRenderer().jsonLine($0) }.joined())
    default:
      let renderer = terminal.renderer()
      try terminal.write(explanations.map { renderer.text($0) }.joined(separator: "\n"))
    }
  }
}

/// The files of a dossier that is named on the command line.
enum DossierFiles {
  /// Returns the file, or the text files of the folder, at `path`.
  static func paths(at path: String) throws -> [String] {
    guard FileReader.kind(of: path) == .folder else { return [path] }
    let files = try FileReader.names(inFolder: path).filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
    if files.isEmpty {
      throw Failure(
        worded("read the dossier \(path)", fr: "lire le dossier \(path)"),
        because: worded(
          "the folder holds no .md or .txt file",
          fr: "ce dossier ne contient aucun fichier .md ou .txt"),
        remedy: worded(
          "A dossier has one text file for each source",
          fr: "Un dossier a un fichier de texte par source"))
    }
    return files.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }
}
