import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial release`: publishes several articles together, under a name.
struct ReleaseCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "release",
      abstract: worded(
        "Publish several articles together, under a name.", fr: "Publier plusieurs articles ensemble, sous un nom."),
      discussion: worded(
        """
        Examples:
          editorial release spring-issue solar-roofs night-trains
          editorial release spring-issue solar-roofs night-trains --dry-run

        All articles are judged as they will lie beside each other, and unless all pass, nothing moves (exit status 1).
        Makes what git merge makes of several branches: one merge commit on the published branch with a parent for each \
        article. The tag spring-issue, annotated, names it: git show spring-issue, git diff spring-issue^ spring-issue.
        """,
        fr: """
          Exemples :
            editorial release numero-de-printemps solar-roofs night-trains
            editorial release numero-de-printemps solar-roofs night-trains --dry-run

          Tous les articles sont jugés côte à côte, et s'ils ne passent pas tous, rien ne bouge (code de sortie 1).
          Crée ce que git merge fait de plusieurs branches : un seul commit de fusion sur la branche publiée, avec un parent \
          par article. L'étiquette annotée numero-de-printemps le nomme : git show numero-de-printemps.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      worded("What the release is called; its tag.", fr: "Le nom de la parution, et de son étiquette."),
      valueName: "name"))
  var name: String

  @Argument(
    help: ArgumentHelp(worded("Articles.", fr: "Les articles."), valueName: "slug"), completion: Completions.slugs)
  var slugs: [String]

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let names = slugs.withoutRepetitions
    var outcome: ReleaseOutcome?
    let (report, push) = try DeskRoom(global).attempt(worded("release \(name)", fr: "faire paraître \(name)")) {
      desk in
      if !trial.isOn { try desk.clearUp() }
      let report = try PromotionReport(
        of: names, verb: worded("release", fr: "faire paraître"), isTrial: trial.isOn, at: desk
      ) {
        try desk.publication(of: $0)
      } promote: {
        let released = try desk.release(name, $0, isTrial: $1)
        outcome = released
        return released.results
      }
      Observation.record(outcome?.observed ?? [], of: "release", at: desk, on: terminal)
      return (report, try outcome.flatMap { try desk.pushing([$0.branch, name], isAtomic: true) })
    }
    for failure in report.failures { terminal.complain(failure.text(paint: terminal.paint(for: .error))) }
    guard global.format == .text else {
      try terminal.write(json(report, outcome, pretty: global.format == .json))
      return report.status
    }
    var text = report.text(terminal.renderer()) { released in
      let slug = released.promotion.slug
      return trial.isOn
        ? worded("\(slug) would be published.", fr: "\(slug) serait publié.")
        : worded("\(slug) was published.", fr: "\(slug) est publié.")
    }
    if report.isPassed, let outcome {
      let branch = DisplayText.safe(outcome.branch)
      let tag = DisplayText.safe(name)
      if let commit = outcome.commit {
        let id = "\(commit)".prefix(10)
        let said = worded(
          "The release \(tag) is the commit \(id) on the branch \(branch), and the tag \(tag).",
          fr: "La parution \(tag) est le commit \(id) sur la branche \(branch), et l'étiquette \(tag).")
        text += ([said] + MovedText.next([push ?? ["git", "show", name]])).joined(separator: "\n") + "\n"
      } else {
        text += worded(
          "They would make the release \(tag) on the branch \(branch). This was a trial, nothing was written.\n",
          fr: "Ils feraient la parution \(tag) sur la branche \(branch). C'était un essai, rien n'a été écrit.\n")
      }
    }
    try terminal.write(text)
    return report.status
  }

  private func json(_ report: PromotionReport, _ outcome: ReleaseOutcome?, pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("release", name)
      writer.member("branch", outcome?.branch)
      writer.member("commit", outcome?.commit.map { "\($0)" })
      writer.member("trial", trial.isOn)
      writer.list("articles", of: report.outcomes) { writer, outcome in report.write(outcome, to: &writer) }
    }
    return writer.text + "\n"
  }
}
