import ArgumentParser
import Facts
import Gatekeeping
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// `editorial diff`: what a new version costs or wins, fact by fact.
struct DiffCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: worded(
      "Show the points lost and won between two versions, fact by fact.",
      fr: "Montrer les points perdus et regagnés entre deux versions, fait par fait."),
    discussion: worded(
      """
      Examples:
        editorial diff solar-roofs                   its last two stages
        editorial diff styled/solar-roofs restyled   two branches, every article
        editorial diff solar-roofs main HEAD~2       one article in two revisions
        editorial diff checked.md restyled.md        two files, the baseline first
        editorial diff v1:articles/a.md articles/a.md
        editorial diff main my-branch --oneline      one line for each article
        editorial diff main my-branch --format markdown  for a pull request
        editorial diff solar-roofs --word-diff       the prose, its facts marked

      Both versions are measured against the same baseline. With --word-diff, [-words-] are the baseline's and gone, and \
      {+words+} are the article's own. Exit status 1 when points were lost.
      """,
      fr: """
        Exemples :
          editorial diff solar-roofs                   ses deux dernières étapes
          editorial diff styled/solar-roofs restyled   deux branches, tous les articles
          editorial diff solar-roofs main HEAD~2       un article dans deux révisions
          editorial diff checked.md restyled.md        deux fichiers, original d'abord
          editorial diff v1:articles/a.md articles/a.md
          editorial diff main my-branch --oneline      une ligne par article
          editorial diff main my-branch --format markdown  pour une demande de fusion
          editorial diff solar-roofs --word-diff       la prose, ses faits marqués

        Les deux versions sont comparées au même article d'origine. Avec --word-diff, [-les mots-] sont ceux de l'article \
        d'origine qui ont disparu, et {+les mots+} ceux que le texte a en propre. Code de sortie 1 quand des points ont \
        été perdus.
        """))

  @Argument(
    help: ArgumentHelp(
      worded(
        "A slug, two versions, or a slug and two revisions.",
        fr: "Un slug, deux versions, ou un slug et deux révisions."), valueName: "version"))
  var names: [String]

  @Option(
    help: ArgumentHelp(
      worded(
        "Measure both against this instead of what the stage asks for.",
        fr: "Comparer les deux versions à celle-ci, et non à ce que l'étape demande."), valueName: "baseline"),
    completion: .file())
  var against: String?

  @Flag(help: ArgumentHelp(worded("Write one line for each article.", fr: "Écrire une ligne par article.")))
  var oneline = false

  @Flag(
    help: ArgumentHelp(
      worded(
        "Show the prose of the later version, with its facts marked in place.",
        fr: "Montrer la prose de la version la plus récente, avec ses faits marqués sur place.")))
  var wordDiff = false

  @OptionGroup var global: DiffOptions

  func validate() throws {
    if wordDiff, oneline {
      throw ValidationError(
        worded(
          "--word-diff writes prose, and --oneline a line: choose one.",
          fr: "--word-diff écrit de la prose, et --oneline une ligne : choisissez."))
    }
    if names.count > 3 {
      throw ValidationError(
        worded(
          "Name a slug, two versions, or a slug and two revisions; these are \(names.count) names.",
          fr: "Nommez un slug, deux versions, ou un slug et deux révisions ; vous en avez donné \(names.count)."))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let finder = ArticleFinder(terminal: terminal)
    let baseline = try against.map { try finder.text(named: $0) }
    let pairs = try VersionPairs(finder: finder).pairs(names)
    let diffs = try pairs.map { try diff($0, against: baseline, finder) }
    switch global.format {
    case _ where wordDiff && !diffs.isEmpty:
      try terminal.show(prose(try diffs.map { ($0, try sheets(of: $0, finder)) }, terminal))
    case .text:
      let renderer = terminal.renderer()
      let text = oneline ? renderer.brief(diffs) : diffs.map { renderer.text($0) }.joined(separator: "\n")
      try terminal.show(
        diffs.isEmpty
          ? worded(
            "No article differs between \(DisplayText.safe(names.joined(separator: " and "))).\n",
            fr: "Aucun article ne diffère entre \(DisplayText.safe(names.joined(separator: " et "))).\n") : text)
    case .json: try terminal.show(JSONRenderer().json(diffs))
    case .jsonl: try terminal.show(diffs.map { JSONRenderer().json($0, pretty: false) }.joined())
    case .markdown: try terminal.show(MarkdownRenderer().markdown(diffs))
    case .html: try terminal.show(HTMLRenderer().page(diffs))
    }
    let isLower = { (diff: ScoreDiff) in (diff.to.integrity ?? .full) < (diff.from.integrity ?? .zero) }
    return diffs.contains(where: isLower) ? .refused : .passed
  }

  /// Returns the prose of the later versions.
  private func prose(
    _ pairs: [(diff: ScoreDiff, sheets: (candidate: FactSheet, baseline: FactSheet))], _ terminal: Terminal
  ) -> String {
    switch global.format {
    case .text:
      let renderer = terminal.renderer()
      return pairs.map { renderer.wordDiff($0.diff, candidate: $0.sheets.candidate, baseline: $0.sheets.baseline) }
        .joined(separator: "\n")
    case .markdown:
      return pairs.map {
        MarkdownRenderer().wordDiff($0.diff, candidate: $0.sheets.candidate, baseline: $0.sheets.baseline)
      }.joined(separator: "\n")
    case .html: return HTMLRenderer().wordDiff(pairs)
    case .json where pairs.count == 1: return json(pairs[0], pretty: true)
    case .json: return "[" + pairs.map { json($0, pretty: false) }.joined(separator: ",") + "]\n"
    case .jsonl: return pairs.map { json($0, pretty: false) }.joined()
    }
  }

  private func json(
    _ pair: (diff: ScoreDiff, sheets: (candidate: FactSheet, baseline: FactSheet)), pretty: Bool
  ) -> String {
    JSONRenderer().wordDiff(
      pair.diff, candidate: pair.sheets.candidate, baseline: pair.sheets.baseline, pretty: pretty)
  }

  /// Returns the facts of the later version and of its baseline, read in the language that the policy says.
  private func sheets(
    of diff: ScoreDiff, _ finder: ArticleFinder
  ) throws -> (candidate: FactSheet, baseline: FactSheet) {
    guard let baseline = diff.to.baseline else {
      throw Failure(
        worded("mark the facts of \(diff.to.name)", fr: "marquer les faits de \(diff.to.name)"),
        because: worded(
          "it has no baseline",
          fr: "il n'y a pas d'article d'origine"),
        remedy: worded("Name one: --against <version>", fr: "Nommez-en un : --against <version>"))
    }
    let language = try finder.attempt(worded("read the policy", fr: "lire la charte")) {
      try finder.policyIfAny()?.rules.language
    }
    func sheet(_ text: LocatedText) -> FactSheet {
      FactSheet(of: ArticleParser().article(from: text.bytes), language: language)
    }
    return (sheet(diff.to.candidate), sheet(baseline))
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
    help: ArgumentHelp(
      worded(
        "How to write what changed: text, json, jsonl, markdown or html.",
        fr: "Comment écrire ce qui a changé : text, json, jsonl, markdown ou html."), valueName: "format"),
    completion: FormatName.completion(DiffFormat.self), transform: { try FormatName.read($0) })
  var format: DiffFormat = .text
}
