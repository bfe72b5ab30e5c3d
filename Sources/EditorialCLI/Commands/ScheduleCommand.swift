import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial schedule`: signs off a promotion for later.
struct ScheduleCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schedule",
      abstract: worded(
        "Sign off a promotion, to be carried out later.", fr: "Donner son accord à une promotion, pour plus tard."),
      discussion: worded(
        """
        Examples:
          editorial schedule solar-roofs --at "2026-12-01 08:00"
          editorial schedule solar-roofs --at 2026-12-01T08:00:00+01:00 --to published
          editorial schedule --list

        The article is judged now, and again when its time has come, by editorial tick, which cron or a CI server runs. \
        If it changes before that, it stays where it is until somebody signs it off again. Without a zone, the time is \
        that of this machine. How to run tick, and how a team shares its dates: editorial explain team
        """,
        fr: """
          Exemples :
            editorial schedule solar-roofs --at "2026-12-01 08:00"
            editorial schedule solar-roofs --at 2026-12-01T08:00:00+01:00 --to published
            editorial schedule --list

          L'article est jugé maintenant, et de nouveau le moment venu, par editorial tick, que lance cron ou un serveur de \
          CI. S'il change d'ici là, il reste où il est jusqu'à ce que quelqu'un redonne son accord. Sans fuseau, l'heure \
          est celle de cette machine. Comment lancer tick, et comment partager les dates : editorial explain team
          """))
  }

  @Argument(
    help: ArgumentHelp(worded("The article.", fr: "L'article."), valueName: "slug"), completion: Completions.slugs)
  var slug: String?

  @Option(
    help: ArgumentHelp(
      worded("When, as in 2026-12-01 08:00.", fr: "Quand, comme 2026-12-01 08:00."), valueName: "time"),
    transform: { try NamedMoment.read($0) })
  var at: Moment?

  @Option(
    help: ArgumentHelp(
      worded(
        "The stage to go to; the next one when left out.", fr: "L'étape où aller ; la suivante si rien n'est dit."),
      valueName: "stage"))
  var to: String?

  @Flag(help: ArgumentHelp(worded("List what is scheduled.", fr: "Lister ce qui est programmé.")))
  var list = false

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if list, slug != nil || at != nil || to != nil || trial.isOn {
      throw ValidationError(worded("--list stands alone.", fr: "--list s'emploie seul."))
    }
    if !list, slug == nil || at == nil {
      throw ValidationError(
        worded(
          "Name an article and a time: editorial schedule solar-roofs --at \"2026-12-01 08:00\"",
          fr: "Nommez un article et une date : editorial schedule solar-roofs --at \"2026-12-01 08:00\""))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let room = DeskRoom(global)
    guard let slug, let at else {
      let scheduled = try room.attempt(worded("list what is scheduled", fr: "lister ce qui est programmé")) {
        try $0.scheduledPromotions()
      }
      try terminal.show(text(scheduled))
      return .passed
    }
    let (outcome, sharing) = try room.attempt(worded("schedule \(slug)", fr: "programmer \(slug)")) { desk in
      if !trial.isOn { try desk.clearUp() }
      let outcome = try desk.schedule(
        try desk.promotion(of: try Slugs.slug(slug), to: to), at: at, isTrial: trial.isOn)
      return (outcome, try Sharing(of: outcome.ref, at: desk))
    }
    let isPassed = outcome.promotion.isPassed
    try terminal.write(
      global.format == .text ? text(outcome, sharing, terminal.renderer()) : json(outcome, global.format == .json))
    return isPassed ? .passed : .refused
  }

  private func text(_ outcome: ScheduleOutcome, _ sharing: Sharing, _ renderer: TextRenderer) -> String {
    let scheduled = outcome.scheduled
    guard outcome.promotion.isPassed else {
      let refused = worded(
        "to schedule \(scheduled.slug), which it would not let pass now",
        fr: "de programmer \(scheduled.slug), qui ne passerait pas maintenant")
      return renderer.text(RefusalNotice(outcome.promotion.judgement, refused: refused))
    }
    var lines = outcome.promotion.judgement.articles.map {
      renderer.headline(Report($0, stage: outcome.promotion.promotion.to))
    }
    let sentence = TextRenderer.sentence(on: scheduled)
    lines.append(
      trial.isOn
        ? worded(
          "This would be signed off: \(scheduled.slug) \(sentence) It was a trial, nothing was written.",
          fr: "L'accord serait : \(scheduled.slug) \(sentence) C'était un essai, rien n'a été écrit.")
        : worded("\(scheduled.slug) goes \(sentence)", fr: "\(scheduled.slug) ira \(sentence)"))
    for old in outcome.replaced {
      lines.append(
        worded(
          "This replaces: \(TextRenderer.sentence(on: old))", fr: "Ceci remplace : \(TextRenderer.sentence(on: old))"))
    }
    if !trial.isOn {
      lines.append(
        worded(
          "The first editorial tick after that carries it out.", fr: "Le premier editorial tick qui suit l'exécutera."))
    }
    let end = (
      worded("To take the date away:", fr: "Pour retirer la date :"), ["editorial", "unschedule", scheduled.slug.name]
    )
    return lines.joined(separator: "\n") + "\n" + (trial.isOn ? "" : sharing.text(otherwise: end))
  }

  private func json(_ outcome: ScheduleOutcome, _ pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      JSONRenderer().members(of: outcome.scheduled, to: &writer)
      writer.key("replaced")
      JSONRenderer().write(outcome.replaced, to: &writer)
      writer.member("ref", outcome.ref)
      writer.member("written", outcome.isWritten)
      writer.member("trial", trial.isOn)
      writer.key("judgement")
      JSONRenderer().write(BranchReport(outcome.promotion.judgement), to: &writer)
    }
    return writer.text + "\n"
  }

  private func text(_ scheduled: [ScheduledPromotion]) -> String {
    switch global.format {
    case .text:
      if scheduled.isEmpty { return worded("Nothing is scheduled.\n", fr: "Rien n'est programmé.\n") }
      return scheduled.map { "\(DisplayText.safe($0.slug.name)) \(TextRenderer.standing(of: $0))\n" }.joined()
    case .json:
      var writer = JSONWriter(pretty: true)
      JSONRenderer().write(scheduled, to: &writer)
      return writer.text + "\n"
    case .jsonl:
      return scheduled.map { promotion in
        var writer = JSONWriter(pretty: false)
        writer.object { JSONRenderer().members(of: promotion, to: &$0) }
        return writer.text + "\n"
      }.joined()
    }
  }
}

/// `editorial unschedule`: takes the date of an article away.
struct UnscheduleCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "unschedule",
      abstract: worded("Take the date of an article away.", fr: "Retirer la date d'un article."),
      discussion: worded(
        """
        Example:
          editorial unschedule solar-roofs
        """,
        fr: """
          Exemple :
            editorial unschedule solar-roofs
          """))
  }

  @OptionGroup var article: ArticleArgument

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let tried = worded("take the date of \(article.slug) away", fr: "retirer la date de \(article.slug)")
    let (outcome, sharing) = try DeskRoom(global).attempt(tried) { desk in
      if !trial.isOn { try desk.clearUp() }
      let outcome = try desk.unschedule(try Slugs.slug(article.slug), isTrial: trial.isOn)
      return (outcome, try Sharing(of: outcome.ref, at: desk))
    }
    guard global.format == .text else {
      var writer = JSONWriter(pretty: global.format == .json)
      writer.object { writer in
        writer.member("schema", JSONRenderer.schema)
        writer.member("article", article.slug)
        writer.key("removed")
        JSONRenderer().write(outcome.scheduled, to: &writer)
        writer.member("ref", outcome.ref)
        writer.member("trial", trial.isOn)
      }
      try terminal.write(writer.text + "\n")
      return .passed
    }
    let lines = outcome.scheduled.map { promotion in
      let sentence = "\(DisplayText.safe(article.slug)) \(TextRenderer.sentence(on: promotion))"
      return trial.isOn
        ? worded(
          "This would not hold any more: \(sentence) It was a trial, nothing was written.",
          fr: "Ceci ne vaudrait plus : \(sentence) C'était un essai, rien n'a été écrit.")
        : worded("This does not hold any more: \(sentence)", fr: "Ceci ne vaut plus : \(sentence)")
    }
    try terminal.write(lines.joined(separator: "\n") + "\n" + (trial.isOn ? "" : sharing.text(otherwise: nil)))
    return .passed
  }
}
