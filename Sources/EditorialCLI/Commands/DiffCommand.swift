import ArgumentParser
import Facts
import Gatekeeping
import Manuscripts
import Newsroom
import Reports
import Scoring

/// `editorial diff`: what a new version costs or wins, fact by fact.
struct DiffCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show the points lost and won between two versions, fact by fact.",
    discussion: """
      Examples:
        editorial diff solar-roofs                       its last two stages
        editorial diff styled/solar-roofs restyled       two branches: every article that differs
        editorial diff solar-roofs main HEAD~2           one article in two revisions
        editorial diff checked.md restyled.md            two files: the first is the baseline
        editorial diff v1:articles/a.md articles/a.md
        editorial diff main my-branch --oneline          one line for each article
        editorial diff main my-branch --format markdown  for a comment on a pull request
        editorial diff solar-roofs --word-diff           the prose, with its facts marked in place

      Both versions are measured against the same baseline. With --word-diff, [-words-] are the baseline's and gone, and \
      {+words+} are the article's own. Exit status 1 when points were lost.
      """)

  @Argument(help: ArgumentHelp("A slug, two versions, or a slug and two revisions.", valueName: "version"))
  var names: [String]

  @Option(
    help: ArgumentHelp("Measure both against this instead of what the stage asks for.", valueName: "baseline"),
    completion: .file())
  var against: String?

  @Flag(help: "Write one line for each article.")
  var oneline = false

  @Flag(help: "Show the prose of the later version, with its facts marked in place.")
  var wordDiff = false

  @OptionGroup var global: DiffOptions

  func validate() throws {
    if wordDiff, oneline || ![.text, .markdown].contains(global.format) {
      throw ValidationError("--word-diff writes prose, as text or markdown.")
    }
    if names.count > 3 {
      throw ValidationError("Name a slug, two versions, or a slug and two revisions; these are \(names.count) names.")
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let finder = ArticleFinder(terminal: terminal)
    let baseline = try against.map { try finder.text(named: $0) }
    let pairs = try VersionPairs(finder: finder).pairs(names)
    let diffs = try pairs.map { try diff($0, against: baseline, finder) }
    switch global.format {
    case .text where wordDiff && !diffs.isEmpty, .markdown where wordDiff && !diffs.isEmpty:
      try terminal.show(try diffs.map { try marked($0, terminal, finder) }.joined(separator: "\n"))
    case .text:
      let renderer = terminal.renderer()
      let text = oneline ? renderer.brief(diffs) : diffs.map { renderer.text($0) }.joined(separator: "\n")
      try terminal.show(
        diffs.isEmpty ? "No article differs between \(DisplayText.safe(names.joined(separator: " and "))).\n" : text)
    case .json: try terminal.show(JSONRenderer().json(diffs))
    case .jsonl: try terminal.show(diffs.map { JSONRenderer().json($0, pretty: false) }.joined())
    case .markdown: try terminal.show(MarkdownRenderer().markdown(diffs))
    case .html: try terminal.show(HTMLRenderer().page(diffs))
    }
    let isLower = { (diff: ScoreDiff) in (diff.to.integrity ?? .full) < (diff.from.integrity ?? .zero) }
    return diffs.contains(where: isLower) ? .refused : .passed
  }

  /// Returns the prose of the later version, in the language that the policy says.
  private func marked(_ diff: ScoreDiff, _ terminal: Terminal, _ finder: ArticleFinder) throws -> String {
    guard let baseline = diff.to.baseline else {
      throw Failure(
        "mark the facts of \(diff.to.name)", because: "it has no baseline",
        remedy: "Name one: --against <version>")
    }
    let language = try finder.attempt("read the policy") { try finder.policyIfAny()?.rules.language }
    let sheets = [diff.to.candidate, baseline].map {
      FactSheet(of: ArticleParser().article(from: $0.bytes), language: language)
    }
    return global.format == .markdown
      ? MarkdownRenderer().wordDiff(diff, candidate: sheets[0], baseline: sheets[1])
      : terminal.renderer().wordDiff(diff, candidate: sheets[0], baseline: sheets[1])
  }

  /// Measures the later version as its stage asks, and the earlier one by the same baseline.
  private func diff(_ pair: VersionPairs.Pair, against baseline: ArticleText?, _ finder: ArticleFinder) throws
    -> ScoreDiff
  {
    let scoring = ArticleScoring(finder: finder, dossier: nil)
    switch (pair.from, pair.to) {
    case (.article(let from), .article(let to)):
      let later = try scoring.report(on: to, against: baseline)
      let measure = later.baseline.map { ArticleText(path: $0.path, revision: nil, bytes: $0.bytes) }
      return ScoreDiff(from: try scoring.report(on: from, against: measure), to: later)
    case (let from, let to):
      let measure = baseline ?? from.text
      return ScoreDiff(
        from: scoring.report(on: from.text, against: measure, policy: Policy()),
        to: scoring.report(on: to.text, against: measure, policy: Policy()))
    }
  }
}

/// How `diff` writes what changed.
enum DiffFormat: String, CaseIterable {
  case text, json, jsonl, markdown, html
}

/// The options of `diff` beside its own.
struct DiffOptions: VerbOptions {
  @OptionGroup var place: PlaceOptions

  @Option(
    help: ArgumentHelp("How to write what changed: text, json, jsonl, markdown or html.", valueName: "format"),
    completion: FormatName.completion(DiffFormat.self), transform: { try FormatName.read($0) })
  var format: DiffFormat = .text
}
