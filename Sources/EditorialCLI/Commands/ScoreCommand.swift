import ArgumentParser
import Gatekeeping
import Manuscripts
import Reports
import Scoring

/// `editorial score`: judges articles, in a repository or outside.
struct ScoreCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score an article: are its facts and sources intact?",
    discussion: """
      Examples:
        editorial score restyled.md --against checked.md
        editorial score checked.md --dossier sources/
        editorial score --batch < pairs.jsonl

      With --against, the score tells how many facts and sources of the baseline survive. Without it, whether the \
      article's own sources are real and cited. Files need no repository.

      --batch reads lines {"id": …, "baseline": …, "candidate": …} (texts; baseline may be left out) and writes a line \
      {"id", "integrity", "style", "findings"} for each, in the same order.
      """)

  @Argument(help: ArgumentHelp("Files to score.", valueName: "article"), completion: .file())
  var subjects: [String] = []

  @Option(
    help: ArgumentHelp("The version whose facts must survive.", valueName: "baseline"), completion: .file())
  var against: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Source material: a file or a folder of files; may be given again.", valueName: "path"),
    completion: .file())
  var dossier: [String] = []

  @Option(help: ArgumentHelp("The style profile to score with.", valueName: "name"))
  var styleProfile: String?

  @Flag(help: "Score the pairs on standard input, one JSON object a line.")
  var batch = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if batch, !subjects.isEmpty || against != nil {
      throw ValidationError(
        "--batch reads its articles from standard input; leave out \(subjects.first ?? "--against").")
    }
    if !batch, subjects.isEmpty {
      throw ValidationError("Name an article to score, for example: editorial score restyled.md --against checked.md")
    }
    if subjects.filter({ $0 == "-" }).count + (against == "-" ? 1 : 0) > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    var policy = Policy()
    if let styleProfile { policy.rules.styleProfile = styleProfile }
    let material = try dossier.flatMap { try Self.dossierFiles(at: $0) }
      .map { ArticleParser().article(from: try FileReader.bytes(of: $0)) }
    if batch {
      return try BatchScoring(scorer: Scorer(settings: policy.rules), dossier: material, terminal: terminal).run()
    }
    let scoring = FileScoring(policy: policy, dossier: material)
    let baseline = try against.map { LocatedText(path: $0, bytes: try FileReader.bytes(of: $0)) }
    let reports = try subjects.map { subject in
      scoring.report(on: LocatedText(path: subject, bytes: try FileReader.bytes(of: subject)), against: baseline)
    }
    try ReportOutput(format: global.format, terminal: terminal).write(reports)
    return reports.allSatisfy { $0.gate?.verdict.isPassed ?? true } ? .passed : .refused
  }

  /// Returns the file, or the Markdown files of the folder, at `path`.
  static func dossierFiles(at path: String) throws -> [String] {
    guard FileReader.kind(of: path) == .folder else { return [path] }
    let files = try FileReader.names(inFolder: path).filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
    if files.isEmpty {
      throw Failure(
        "read the dossier \(path)", because: "the folder holds no .md or .txt file",
        remedy: "A dossier has one text file for each source.")
    }
    return files.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }
}
