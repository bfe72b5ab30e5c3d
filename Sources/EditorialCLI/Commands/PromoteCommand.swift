import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial promote`: brings articles to their next stage, when the gate lets them.
struct PromoteCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: worded(
      "Bring an article to its next stage, if the gate lets it.",
      fr: "Amener un article à l'étape suivante, si le contrôle le laisse passer."),
    discussion: worded(
      """
      Examples:
        editorial promote solar-roofs
        editorial promote solar-roofs --dry-run
        editorial promote solar-roofs night-trains --to published

      Makes one merge commit, with the scores in it. Nothing is moved when the gate refuses (exit status 1).
      """,
      fr: """
        Exemples :
          editorial promote solar-roofs
          editorial promote solar-roofs --dry-run
          editorial promote solar-roofs night-trains --to published

        Fait un seul commit de fusion, qui contient les scores. Rien n'est déplacé quand le contrôle refuse (code de \
        sortie 1).
        """))

  @Argument(
    help: ArgumentHelp(worded("Articles.", fr: "Les articles."), valueName: "slug"), completion: Completions.slugs)
  var slugs: [String]

  @Option(
    help: ArgumentHelp(
      worded(
        "The stage to go to; the next one when left out.",
        fr: "L'étape où aller ; la suivante, par défaut."), valueName: "stage"))
  var to: String?

  @Flag(
    help: ArgumentHelp(
      worded(
        "Say what would come of it, and write nothing.",
        fr: "Dire ce qui en résulterait, sans rien écrire.")))
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    var status = ExitStatus.passed
    for name in slugs {
      do {
        if try !promote(name, terminal), status == .passed { status = .refused }
      } catch let failure as Failure where slugs.count > 1 {
        // The others are promoted all the same: after a run that was interrupted, some have nothing left to do.
        terminal.complain(failure.text(paint: terminal.paint(for: .error)))
        status = failure.status
      }
    }
    return status
  }

  /// Returns whether the gate let the article pass.
  private func promote(_ name: String, _ terminal: Terminal) throws -> Bool {
    let (outcome, next) = try DeskRoom(global).attempt(worded("promote \(name)", fr: "promouvoir \(name)")) { desk in
      if !dryRun { try desk.clearUp() }
      let outcome = try desk.promote(try desk.promotion(of: try Slugs.slug(name), to: to), isTrial: dryRun)
      if outcome.isObserved, outcome.commit != nil {
        Observation(judgement: outcome.judgement, event: "promote").record(at: desk, on: terminal)
      }
      return (outcome, try Self.next(outcome, at: desk))
    }
    switch global.format {
    case .text: try terminal.write(text(outcome, next: next, terminal.renderer()))
    case .json: try terminal.write(json(outcome, pretty: true))
    case .jsonl: try terminal.write(json(outcome, pretty: false))
    }
    return outcome.isPassed
  }

  private func text(_ outcome: PromotionOutcome, next: [String], _ renderer: TextRenderer) -> String {
    let promotion = outcome.promotion
    let step = worded(
      "from \(promotion.from.name) to \(promotion.to.name)",
      fr: "de \(promotion.from.name) à \(promotion.to.name)")
    guard outcome.isPassed else {
      let refused = worded("to promote \(promotion.slug) \(step)", fr: "de promouvoir \(promotion.slug) \(step)")
      return renderer.text(RefusalNotice(outcome.judgement, refused: refused))
    }
    var lines = outcome.judgement.articles.map { renderer.headline(Report($0, stage: promotion.to)) }
    if let commit = outcome.commit {
      let id = "\(commit)".prefix(10)
      lines.append(
        worded(
          "\(promotion.slug) was promoted \(step): the branch \(DisplayText.safe(outcome.branch)) is now at \(id).",
          fr: """
            \(promotion.slug) a été promu \(step) : la branche \(DisplayText.safe(outcome.branch)) est maintenant \
            sur \(id).
            """))
      for tree in outcome.workTrees {
        lines.append(
          worded(
            "The files in \(DisplayText.safe(tree)) were brought along.",
            fr: "Les fichiers de \(DisplayText.safe(tree)) ont suivi."))
      }
      lines += ["", worded("Next:", fr: "Ensuite :"), "  " + DisplayText.safe(ShellWords.line(next))]
    } else {
      lines.append(
        worded(
          "\(promotion.slug) would be promoted \(step). This was a trial, nothing was written.",
          fr: "\(promotion.slug) serait promu \(step). C'était un essai, rien n'a été écrit."))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The command that an editor types after this promotion.
  private static func next(_ outcome: PromotionOutcome, at desk: Desk) throws -> [String] {
    let stage = outcome.promotion.to
    if stage.isShared {
      let isAlone = try desk.repository.configString("remote.origin.url") == nil
      return isAlone ? ["editorial", "status"] : ["git", "push", "origin", outcome.branch]
    }
    // Where this stage is what the following one is measured against, the article is written on there.
    let following = try desk.policyForReading().policy.workflow.stage(after: stage)
    return following?.gate?.against == stage.name && following?.isShared == false
      ? ["editorial", "promote", outcome.promotion.slug.name] : ["git", "switch", outcome.branch]
  }

  private func json(_ outcome: PromotionOutcome, pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", outcome.promotion.slug.name)
      writer.member("from", outcome.promotion.from.name)
      writer.member("to", outcome.promotion.to.name)
      writer.member("branch", outcome.branch)
      writer.member("commit", outcome.commit.map { "\($0)" })
      writer.member("trial", dryRun)
      writer.key("judgement")
      JSONRenderer().write(BranchReport(outcome.judgement), to: &writer)
    }
    return writer.text + "\n"
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
