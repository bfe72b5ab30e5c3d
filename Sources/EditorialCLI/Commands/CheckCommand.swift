import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial check`: asks the gates without moving anything, as a CI job does.
struct CheckCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: worded(
      "Ask the gates about a range of commits, about what is staged, or about every branch.",
      fr: """
        Interroger les contrôles sur un intervalle de commits, sur ce qui est indexé, ou sur toutes les branches.
        """),
    discussion: worded(
      """
      Examples:
        editorial check                  would main accept what is checked out?
        editorial check main..restyled   would main accept that branch?
        editorial check --on styled/solar-roofs HEAD
        editorial check --staged         would the commit be accepted?
        editorial check --all            what stands on the gated branches now?
        editorial check main..HEAD --format github --report sarif=editorial.sarif
        editorial check --all --baseline-file known-findings.txt

      Articles are compared with each other, too, except with --staged: the same figure on the word of different
      sources, and the same thing with different figures, are told on the article that comes later.

      A repository that had faults before it had gates lists them in a file: --all --baseline-file <file> --update \
      writes it, and without --update only what the file does not list is refused. Lines that fit nothing any more are \
      told.

      Exit status 1 when a gate refuses, 2 when one could not judge.
      """,
      fr: """
        Exemples :
          editorial check                  main accepterait-elle ce qui est extrait ?
          editorial check main..restyled   main accepterait-elle cette branche ?
          editorial check --on styled/solar-roofs HEAD
          editorial check --staged         le commit serait-il accepté ?
          editorial check --all            qu'y a-t-il sur les branches contrôlées ?
          editorial check main..HEAD --format github --report sarif=editorial.sarif
          editorial check --all --baseline-file known-findings.txt

        Les articles sont aussi comparés entre eux, sauf avec --staged : le même chiffre attribué à des sources \
        différentes, et la même chose avec des chiffres différents, sont signalés sur l'article le plus récent.

        Un dépôt qui avait des défauts avant d'avoir des contrôles les met dans un fichier : --all --baseline-file \
        <fichier> --update l'écrit, et sans --update seul est refusé ce que le fichier ne contient pas. Les lignes qui ne \
        correspondent plus à rien sont signalées.

        Code de sortie 1 quand un contrôle refuse, 2 quand l'un d'eux n'a pas pu juger.
        """))

  @Argument(
    help: ArgumentHelp(
      worded(
        "Commits to judge, as <from>..<to>; <to> alone starts at the branch.",
        fr: "Les commits à juger, sous la forme <de>..<à> ; <à> seul part de la branche."), valueName: "range"),
    completion: Completions.branches)
  var range: String?

  @Option(
    help: ArgumentHelp(
      worded(
        "The branch whose gate is asked; the shared branch when left out.",
        fr: "La branche dont on interroge le contrôle ; la branche partagée, par défaut."), valueName: "branch"),
    completion: Completions.branches)
  var on: String?

  @Flag(
    help: ArgumentHelp(
      worded(
        "Judge what is staged for the branch that is checked out.",
        fr: "Juger ce qui est indexé pour la branche extraite.")))
  var staged = false

  @Flag(
    help: ArgumentHelp(
      worded(
        "Judge every article on every gated branch, however it came there.",
        fr: """
          Juger tous les articles de toutes les branches contrôlées, quelle que soit la façon dont ils y sont arrivés.
          """)))
  var all = false

  @OptionGroup var ratchet: RatchetOptions
  @OptionGroup var global: ReportOptions

  func validate() throws {
    if [range != nil || on != nil, staged, all].filter({ $0 }).count > 1 {
      throw ValidationError(
        worded(
          "Choose one: a range (with or without --on), --staged or --all.",
          fr: "Choisissez : un intervalle (avec ou sans --on), --staged ou --all."))
    }
    try ratchet.validate(withAll: all)
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let (judgements, reminder) = try DeskRoom(global).attempt(
      worded(
        "ask the gates",
        fr: "interroger les contrôles")
    ) { desk in
      (try ask(desk, terminal), try desk.isObserving() ? Observation.reminder(of: desk) : nil)
    }
    let branches = try ratchet.apply(to: judgements, terminal).map { BranchReport($0) }
    try global.write(.branches(branches), on: terminal)
    let status = global.status(isPassed: branches.allSatisfy(\.isPassed), branches.flatMap(\.articles))
    guard status != .passed else { return .passed }
    if let reminder { terminal.complain(reminder + "\n") }
    return reminder == nil ? status : .passed
  }

  private func ask(_ desk: Desk, _ terminal: Terminal) throws -> [Judgement] {
    if all {
      var progress = Progress(terminal, worded("Judging branches", fr: "Jugement des branches"))
      defer { progress.end() }
      let judgements = try desk.auditAll { progress.show($0, of: $1) }
      // A fresh clone has but one branch of its own, or none; that nothing is wrong there says nothing.
      if judgements.isEmpty, try !desk.repository.references(under: "refs/remotes/").isEmpty {
        let fetching =
          "git switch --detach && git fetch \(try desk.usualRemote() ?? "origin") 'refs/heads/*:refs/heads/*'"
        throw Failure(
          worded("ask the gates", fr: "interroger les contrôles"),
          because: worded(
            "this clone has no branch with a gate, only what was fetched",
            fr: "ce clone n'a pas de branche contrôlée, seulement ce qui a été récupéré"),
          remedy: worded(
            "Make branches of it: \(fetching)", fr: "Faites-en des branches : \(fetching)"))
      }
      return judgements
    }
    if staged { return try [desk.judgeStaged()].compactMap { $0 } }
    let branch = try on ?? desk.policyInForce().policy.workflow.protectedBranch
    let ends = try CommitRange(range ?? "HEAD")
    let judgement = try desk.judgeRange(from: ends.from ?? branch, to: ends.to, on: branch)
    if judgement == nil {
      terminal.complain(
        worded(
          "editorial: the branch \(DisplayText.safe(branch)) has no gate.\n",
          fr: "editorial : la branche \(DisplayText.safe(branch)) n'a pas de contrôle.\n"))
    }
    return [judgement].compactMap { $0 }
  }
}

extension BranchReport {
  init(_ judgement: Judgement) {
    self.init(
      branch: judgement.branch, stage: judgement.stage?.name,
      articles: judgement.articles.map { Report($0, stage: judgement.stage) }, refusals: judgement.refusals)
  }
}
