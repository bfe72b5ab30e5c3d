import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial promote`: brings articles to their next stage, when the gate lets them.
struct PromoteCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "promote",
      abstract: worded(
        "Bring articles to their next stage, if the gate lets them.",
        fr: "Amener des articles à l'étape suivante, si le contrôle les laisse passer."),
      discussion: worded(
        """
        Examples:
          editorial promote solar-roofs
          editorial promote solar-roofs --dry-run
          editorial promote solar-roofs night-trains --to published

        Makes a merge commit for each article, with the scores in it. Nothing is moved when the gate refuses (exit status 1).
        Several articles go together: all are judged, and unless all pass, nothing moves. Published at once, they are \
        judged as they will lie beside each other, so that one may link to the other.
        """,
        fr: """
          Exemples :
            editorial promote solar-roofs
            editorial promote solar-roofs --dry-run
            editorial promote solar-roofs night-trains --to published

          Crée un commit de fusion par article, avec les scores. Rien ne bouge quand le contrôle refuse (code de sortie 1).
          Plusieurs articles vont ensemble : tous sont jugés, et s'ils ne passent pas tous, rien ne bouge. Publiés d'un coup, \
          ils sont jugés côte à côte, si bien que l'un peut renvoyer à l'autre.
          """))
  }

  @Argument(
    help: ArgumentHelp(worded("Articles.", fr: "Les articles."), valueName: "slug"), completion: Completions.slugs)
  var slugs: [String]

  @Option(
    help: ArgumentHelp(
      worded(
        "The stage to go to; the next one when left out.",
        fr: "L'étape où aller ; la suivante, par défaut."), valueName: "stage"))
  var to: String?

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let names = slugs.withoutRepetitions
    let all = names.joined(separator: ", ")
    let tried = worded("promote \(all)", fr: "promouvoir \(all)")
    let (report, next) = try DeskRoom(global).attempt(tried) { desk in
      if !trial.isOn { try desk.clearUp() }
      let report = try PromotionReport(
        of: names, verb: worded("promote", fr: "promouvoir"), isTrial: trial.isOn, at: desk
      ) {
        try desk.promotion(of: $0, to: to)
      } promote: {
        try desk.promote($0, isTrial: $1)
      }
      Observation.record(report.outcomes.flatMap(\.observed), of: "promote", at: desk, on: terminal)
      return (report, try report.outcomes.map { try Self.next($0, at: desk) }.withoutRepetitions)
    }
    for failure in report.failures { terminal.complain(failure.text(paint: terminal.paint(for: .error))) }
    switch global.format {
    case .text: try terminal.write(text(report, next: next, terminal.renderer()))
    case .json:
      var writer = JSONWriter(pretty: true)
      if names.count == 1, let outcome = report.outcomes.first {
        report.write(outcome, to: &writer)
      } else {
        writer.array { writer in
          for outcome in report.outcomes {
            writer.item()
            report.write(outcome, to: &writer)
          }
        }
      }
      try terminal.write(writer.text + "\n")
    case .jsonl:
      for outcome in report.outcomes {
        var writer = JSONWriter(pretty: false)
        report.write(outcome, to: &writer)
        try terminal.write(writer.text + "\n")
      }
    }
    return report.status
  }

  private func text(_ report: PromotionReport, next: [[String]], _ renderer: TextRenderer) -> String {
    var text = report.text(renderer) { outcome in
      let promotion = outcome.promotion
      let (slug, from, to) = (promotion.slug, promotion.from.name, promotion.to.name)
      guard let commit = outcome.commit else {
        return worded(
          "\(slug) would be promoted from \(from) to \(to). This was a trial, nothing was written.",
          fr: "\(slug) serait promu de \(from) à \(to). C'était un essai, rien n'a été écrit.")
      }
      let id = "\(commit)".prefix(10)
      let branch = DisplayText.safe(outcome.branch)
      return report.isSeveral
        ? worded(
          "\(slug) was promoted from \(from) to \(to), by the commit \(id) on the branch \(branch).",
          fr: "\(slug) a été promu de \(from) à \(to), par le commit \(id) sur la branche \(branch).")
        : worded(
          "\(slug) was promoted from \(from) to \(to): the branch \(branch) is now at \(id).",
          fr: "\(slug) a été promu de \(from) à \(to) : la branche \(branch) est maintenant sur \(id).")
    }
    if report.isPassed, !trial.isOn {
      text += MovedText.next(next).joined(separator: "\n") + "\n"
    }
    return text
  }

  /// The command that an editor types after this promotion.
  private static func next(_ outcome: PromotionOutcome, at desk: Desk) throws -> [String] {
    let stage = outcome.promotion.to
    if stage.isShared { return try desk.pushing([outcome.branch]) ?? ["editorial", "status"] }
    // Where this stage is what the following one is measured against, the article is written on there.
    let following = try desk.policyForReading().policy.workflow.stage(after: stage)
    return following?.gate?.against == stage.name && following?.isShared == false
      ? ["editorial", "promote", outcome.promotion.slug.name] : ["git", "switch", outcome.branch]
  }
}

/// Slugs as they come from the command line.
enum Slugs {
  /// - Throws: `Failure` when no article can have this name.
  static func slug(_ name: String) throws -> Slug {
    do throws(Slug.Invalid) {
      return try Slug(name)
    } catch {
      throw Failure(
        worded("find the article “\(name)”", fr: "trouver l'article « \(name) »"),
        because: worded(
          "no article can have a slug that \(error.reason)",
          fr: "le slug d'un article ne peut pas être ainsi : il \(error.reason)"),
        remedy: worded(
          "Use letters, digits and hyphens, such as solar-roofs.",
          fr: "Employez des lettres, des chiffres et des tirets, comme solar-roofs."), status: .usage)
    }
  }
}
