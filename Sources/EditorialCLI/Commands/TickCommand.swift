import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial tick`: carries out what is due.
struct TickCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tick",
      abstract: worded(
        "Carry out the scheduled promotions that are due.", fr: "Exécuter les promotions programmées qui sont dues."),
      discussion: worded(
        """
        Examples:
          editorial tick
          editorial tick --dry-run
          editorial -C /srv/git/newsroom.git tick --quiet

        Meant for cron, a systemd timer or a CI server. Each article is judged again, by the policy of now. One that the \
        gate refuses, or that has changed since it was signed off, stays where it is and stays scheduled (exit status 1); \
        the others go. What is done is done once, however often and by however many it is run. Recipes: \
        editorial explain team
        """,
        fr: """
          Exemples :
            editorial tick
            editorial tick --dry-run
            editorial -C /srv/git/newsroom.git tick --quiet

          Pour cron, une minuterie systemd ou un serveur de CI. Chaque article est jugé de nouveau, selon la charte du \
          moment. Celui que le contrôle refuse, ou qui a changé depuis l'accord, reste où il est et reste programmé (code \
          de retour 1) ; les autres partent. Ce qui est fait l'est une seule fois, quel que soit le nombre d'exécutions. \
          Recettes : editorial explain team
          """))
  }

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(worded("Say nothing when nothing is due.", fr: "Ne rien dire quand rien n'est dû.")))
  var quiet = false

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let tried = worded("carry out what is due", fr: "exécuter ce qui est dû")
    let (outcomes, next) = try DeskRoom(global).attempt(tried) { desk in
      if !trial.isOn { try desk.clearUp() }
      let outcomes = try desk.tick(isTrial: trial.isOn)
      for case .judged(let outcome) in outcomes.map(\.result) {
        Observation.record(outcome.observed, of: "tick", at: desk, on: terminal)
      }
      return (outcomes, try desk.scheduledPromotions().first { $0.time.seconds > desk.now.seconds })
    }
    var status = ExitStatus.passed
    for outcome in outcomes {
      switch outcome.result {
      case .done: break
      case .judged(let outcome): if !outcome.isPassed, status == .passed { status = .refused }
      case .failed(let error):
        let failure = Failure(error, trying: worded("carry out ", fr: "exécuter ") + Self.what(outcome.scheduled))
        terminal.complain(failure.text(paint: terminal.paint(for: .error)))
        // Somebody has to decide; anything else could not be judged.
        switch error {
        case DeskError.changedSinceSignOff, DeskError.severalSchedules: if status == .passed { status = .refused }
        default: status = .couldNotJudge
        }
      }
    }
    switch global.format {
    case .text: try terminal.write(text(outcomes, next: next, terminal.renderer()))
    case .json:
      var writer = JSONWriter(pretty: true)
      writer.array { writer in
        for outcome in outcomes {
          writer.item()
          write(outcome, to: &writer)
        }
      }
      try terminal.write(writer.text + "\n")
    case .jsonl:
      for outcome in outcomes {
        var writer = JSONWriter(pretty: false)
        write(outcome, to: &writer)
        try terminal.write(writer.text + "\n")
      }
    }
    return status
  }

  private static func what(_ scheduled: ScheduledPromotion) -> String {
    worded(
      "the promotion of \(scheduled.slug) to \(scheduled.to)",
      fr: "la promotion de l'article \(scheduled.slug) à \(scheduled.to)")
  }

  private func text(_ outcomes: [TickOutcome], next: ScheduledPromotion?, _ renderer: TextRenderer) -> String {
    guard !outcomes.isEmpty else {
      if quiet { return "" }
      let first = next.map { "\(DisplayText.safe($0.slug.name)) \(TextRenderer.standing(of: $0))" }
      return worded("Nothing is due.", fr: "Rien n'est dû.")
        + (first.map { worded(" Next: \($0)", fr: " Ensuite : \($0)") } ?? "") + "\n"
    }
    return outcomes.compactMap { text($0, renderer) }.joined(separator: "\n")
  }

  private func text(_ outcome: TickOutcome, _ renderer: TextRenderer) -> String? {
    let scheduled = outcome.scheduled
    let slug = scheduled.slug
    switch outcome.result {
    case .failed: return nil
    case .done:
      return worded(
        "\(slug) was promoted to \(scheduled.to) before its time, so nothing is left to do.\n",
        fr: "\(slug) était déjà promu à \(scheduled.to) avant l'heure : il n'y a plus rien à faire.\n")
    case .judged(let outcome):
      guard outcome.isPassed else {
        let refused = worded("to carry out \(Self.what(scheduled))", fr: "d'exécuter \(Self.what(scheduled))")
        return renderer.text(RefusalNotice(outcome.judgement, refused: refused))
      }
      var lines = outcome.judgement.articles.map { renderer.headline(Report($0, stage: outcome.promotion.to)) }
      let sentence = TextRenderer.sentence(on: scheduled)
      if let commit = outcome.commit {
        lines.append(
          worded(
            "\(slug) went \(sentence) The branch \(DisplayText.safe(outcome.branch)) is now at \("\(commit)".prefix(10)).",
            fr: "\(slug) est allé \(sentence) La branche \(DisplayText.safe(outcome.branch)) est maintenant à "
              + "\("\(commit)".prefix(10))."))
      } else {
        lines.append(
          worded(
            "\(slug) would go \(sentence) It was a trial, nothing was written.",
            fr: "\(slug) irait \(sentence) C'était un essai, rien n'a été écrit."))
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private func write(_ outcome: TickOutcome, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      JSONRenderer().members(of: outcome.scheduled, to: &writer)
      writer.member("trial", trial.isOn)
      switch outcome.result {
      case .done: writer.member("result", "done")
      case .failed(let error):
        writer.member("result", "failed")
        writer.member("reason", Failure(error, trying: "").reason)
      case .judged(let judged):
        writer.member("result", judged.isPassed ? "promoted" : "refused")
        writer.member("commit", judged.commit.map { "\($0)" })
        writer.key("judgement")
        JSONRenderer().write(BranchReport(judged.judgement), to: &writer)
      }
    }
  }
}
