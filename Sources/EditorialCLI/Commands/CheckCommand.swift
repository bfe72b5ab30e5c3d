import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports

/// `editorial check`: asks the gates without moving anything, as a CI job does.
struct CheckCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Ask the gates about a range of commits, about what is staged, or about every branch.",
    discussion: """
      Examples:
        editorial check                          would main accept what is checked out?
        editorial check main..restyled           would main accept that branch?
        editorial check --on styled/solar-roofs HEAD
        editorial check --staged                 would the commit be accepted?
        editorial check --all                    what stands on the gated branches now?
        editorial check main..HEAD --format github --report sarif=editorial.sarif
        editorial check --all --baseline-file known-findings.txt

      Articles are compared with each other, too, except with --staged: the same figure on the word of different
      sources, and the same thing with different figures, are told on the article that comes later.

      A repository that had faults before it had gates lists them in a file: --all --baseline-file <file> --update \
      writes it, and without --update only what the file does not list is refused. Lines that fit nothing any more are \
      told.

      Exit status 1 when a gate refuses, 2 when one could not judge.
      """)

  @Argument(
    help: ArgumentHelp("Commits to judge, as <from>..<to>; <to> alone starts at the branch.", valueName: "range"),
    completion: Completions.branches)
  var range: String?

  @Option(
    help: ArgumentHelp("The branch whose gate is asked; the shared branch when left out.", valueName: "branch"),
    completion: Completions.branches)
  var on: String?

  @Flag(help: "Judge what is staged for the branch that is checked out.")
  var staged = false

  @Flag(help: "Judge every article on every gated branch, however it came there.")
  var all = false

  @OptionGroup var ratchet: RatchetOptions
  @OptionGroup var global: ReportOptions

  func validate() throws {
    if [range != nil || on != nil, staged, all].filter({ $0 }).count > 1 {
      throw ValidationError("Choose one: a range (with or without --on), --staged or --all.")
    }
    try ratchet.validate(withAll: all)
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let (judgements, reminder) = try DeskRoom(global).attempt("ask the gates") { desk in
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
      var progress = Progress(terminal, "Judging branches")
      defer { progress.end() }
      let judgements = try desk.auditAll { progress.show($0, of: $1) }
      // A fresh clone has but one branch of its own, or none; that nothing is wrong there says nothing.
      if judgements.isEmpty, try !desk.repository.references(under: "refs/remotes/").isEmpty {
        throw Failure(
          "ask the gates", because: "this clone has no branch with a gate, only what was fetched",
          remedy: "Make branches of it: git switch --detach && git fetch origin 'refs/heads/*:refs/heads/*'")
      }
      return judgements
    }
    if staged { return try [desk.judgeStaged()].compactMap { $0 } }
    let branch = try on ?? desk.policyInForce().policy.workflow.protectedBranch
    let ends = try CommitRange(range ?? "HEAD")
    let judgement = try desk.judgeRange(from: ends.from ?? branch, to: ends.to, on: branch)
    if judgement == nil { terminal.complain("editorial: the branch \(DisplayText.safe(branch)) has no gate.\n") }
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
