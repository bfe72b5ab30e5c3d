import ArgumentParser
import Gatekeeping
import Newsroom
import Reports
import Scoring
import Wording

/// `editorial accept`: records that somebody answers for one finding, and why.
struct AcceptCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: worded(
      "Accept one finding of an article, by name and with a reason.",
      fr: "Tolérer un constat sur un article, nommément et avec une raison."),
    discussion: worded(
      """
      Examples:
        editorial accept solar-roofs 1f0c9a7e --reason "the office corrected the figure on 3 May"
        editorial accept solar-roofs 1f0c9a7e --in restyled --reason "said in the interview"
        editorial accept solar-roofs --list
        editorial accept solar-roofs 1f0c9a7e --remove

      A finding is named as reports name it, behind its rule: [figure-altered 1f0c9a7e]. The record is a commit
      without changes on the article's branch; every report shows it, and it ends when the sentence of the fact
      changes. The score stays what it is: the gate alone passes over the finding. Sources that are missing, or
      a sentence in their place, cannot be accepted. More: editorial explain waivers
      """,
      fr: """
        Exemples :
          editorial accept solar-roofs 1f0c9a7e --reason "l'institut a corrigé le chiffre le 3 mai"
          editorial accept solar-roofs 1f0c9a7e --in restyled --reason "dit pendant l'entretien"
          editorial accept solar-roofs --list
          editorial accept solar-roofs 1f0c9a7e --remove

        Un constat se nomme comme dans les rapports, derrière sa règle : [figure-altered 1f0c9a7e]. La tolérance est un
        commit sans modification sur la branche de l'article ; chaque rapport la montre, et elle prend fin quand la \
        phrase
        du fait change. Le score reste ce qu'il est : seul le contrôle passe sur le constat. Des sources qui \
        manquent, ou
        une phrase à leur place, ne peuvent pas être tolérées. Pour en savoir plus : editorial explain waivers
        """))

  @OptionGroup var article: ArticleArgument

  @Argument(
    help: ArgumentHelp(
      worded(
        "The finding, or the name of a rule that has only one.",
        fr: "Le constat, ou le nom d'une règle qui n'en a qu'un."), valueName: "finding"))
  var finding: String?

  @Option(help: ArgumentHelp(worded("Why it is accepted.", fr: "Pourquoi on le tolère."), valueName: "text"))
  var reason: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      worded(
        "Where the finding is, when not on a branch of the article.",
        fr: "Où se trouve le constat, s'il n'est pas sur une branche de l'article."), valueName: "revision"))
  var revision: String?

  @Flag(
    help: ArgumentHelp(
      worded(
        "List what is accepted, and whether it still covers something.",
        fr: "Donner la liste de ce qui est toléré, et dire si cela couvre encore quelque chose.")))
  var list = false

  @Flag(help: ArgumentHelp(worded("Take the acceptance back.", fr: "Reprendre la tolérance.")))
  var remove = false

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if list, finding != nil || remove || reason != nil || trial.isOn || revision != nil {
      throw ValidationError(worded("--list takes the article alone.", fr: "--list ne prend que l'article."))
    }
    if !list, finding == nil {
      throw ValidationError(
        worded(
          "Name the finding too: the digits behind the rule in a report. See all: --list",
          fr: "Nommez aussi le constat : les chiffres derrière la règle, dans un rapport. Pour les voir tous : --list"))
    }
    if remove, revision != nil {
      throw ValidationError(
        worded(
          "--remove needs no --in.",
          fr: "--remove n'a pas besoin de --in."))
    }
    if !list, !remove, reason == nil {
      throw ValidationError(
        worded(
          "Say why, for whoever reads it later: --reason \"…\"",
          fr: "Dites pourquoi, pour qui le lira plus tard : --reason \"…\""))
    }
  }

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let room = DeskRoom(global)
    guard let finding, !list else {
      let standings = try room.attempt(
        worded(
          "list what is accepted in \(article.slug)",
          fr: "dire ce qui est toléré dans \(article.slug)")
      ) { desk in
        try desk.waivers(of: try desk.slug(named: article.slug))
      }
      try terminal.write(text(standings, terminal.renderer()))
      return .passed
    }
    let tried =
      remove
      ? worded(
        "take back the acceptance of \(finding) in \(article.slug)",
        fr: "reprendre la tolérance de \(finding) dans \(article.slug)")
      : worded("accept \(finding) in \(article.slug)", fr: "tolérer \(finding) dans \(article.slug)")
    let outcome = try room.attempt(tried) { desk in
      let slug = try desk.slug(named: article.slug)
      if !trial.isOn { try desk.clearUp() }
      return remove
        ? try desk.withdrawWaiver(finding, of: slug, because: reason, isTrial: trial.isOn)
        : try desk.accept(finding, of: slug, because: reason ?? "", in: revision, isTrial: trial.isOn)
    }
    try terminal.write(text(outcome, terminal.renderer()))
    return .passed
  }

  private func text(_ outcome: WaiverOutcome, _ renderer: TextRenderer) -> String {
    guard global.format == .text else {
      var writer = JSONWriter(pretty: global.format == .json)
      write(outcome.waiver, on: outcome.finding, to: &writer) { writer in
        writer.member("branch", outcome.branch)
        writer.member("commit", outcome.commit.map { "\($0)" })
        writer.member("removed", outcome.waiver.isWithdrawal)
        writer.member("trial", trial.isOn)
        if let (article, _) = outcome.judged {
          writer.member("verdict", article.verdict.isPassed ? "passed" : "refused")
          writer.list("remaining", of: article.remaining) { $0.value($1.id) }
        }
      }
      return writer.text + "\n"
    }
    var lines: [String] = []
    if let finding = outcome.finding { lines.append(DisplayText.safe(finding.finding.message) + ".") }
    let waiver = outcome.waiver
    let branch = DisplayText.safe(outcome.branch)
    if outcome.isOld {
      lines.append(
        worded(
          "It is \(DisplayText.safe(waiver.sentence)). Nothing was written.",
          fr: "Constat \(DisplayText.safe(waiver.sentence)). Rien n'a été écrit."))
    } else if let commit = outcome.commit {
      let said =
        waiver.isWithdrawal
        ? worded("not accepted any more", fr: "n'est plus toléré")
        : worded("", fr: "est ") + DisplayText.safe(waiver.sentence)
      lines.append(
        worded(
          "It is \(said). The commit \("\(commit)".prefix(10)) on \(branch) says so.",
          fr: "Ce constat \(said). Le commit \("\(commit)".prefix(10)) sur \(branch) le dit."))
      lines.append(
        worded(
          "See what the gate says now: editorial promote \(DisplayText.safe(article.slug)) --dry-run",
          fr:
            "Pour voir ce que dit maintenant le contrôle : editorial promote \(DisplayText.safe(article.slug)) --dry-run"
        ))
    } else {
      lines.append(
        worded(
          "This would be recorded on \(branch). It was a trial, nothing was written:",
          fr: "Voici ce qui serait enregistré sur \(branch). C'était un essai, rien n'a été écrit :"))
      return renderer.prose(lines.joined(separator: "\n")) + "  \(DisplayText.safe(waiver.trailer))\n"
    }
    if !waiver.isWithdrawal, let judged = outcome.judged { lines += Self.lines(on: judged.article, at: judged.stage) }
    return renderer.prose(lines.joined(separator: "\n"))
  }

  /// What the gate says now, and of what is left the findings that cost most.
  private static func lines(on article: JudgedArticle, at stage: Stage) -> [String] {
    let gate = worded(
      "The gate of \(DisplayText.safe(stage.name))",
      fr: "Le contrôle de \(DisplayText.safe(stage.name))")
    if article.verdict.isPassed {
      return [
        worded(
          "\(gate) lets the article pass now.",
          fr: "\(gate) laisse maintenant passer l'article.")
      ]
    }
    let remaining = article.remaining
    let shown = remaining.prefix(5).map { finding in
      "  [\(finding.rule.name) \(finding.id)] \(DisplayText.safe(finding.message))"
    }
    let more =
      remaining.count > shown.count
      ? [
        worded(
          "  and \(remaining.count - shown.count) more",
          fr: "  et \(remaining.count - shown.count) autres")
      ] : []
    let score = article.integrityWithWaivers.flatMap { score in
      stage.gate.map {
        worded(
          "integrity \(score) with what is accepted, \($0.integrity) needed",
          fr: "intégrité \(score.shown) avec ce qui est toléré, \($0.integrity.shown) exigé")
      }
    }
    return [
      worded("\(gate) still refuses the article", fr: "\(gate) refuse encore l'article")
        + (score.map { worded(": \($0).", fr: " : \($0).") } ?? ".")
    ] + shown + more
  }

  private func text(_ standings: [WaiverStanding], _ renderer: TextRenderer) -> String {
    switch global.format {
    case .text: break
    case .json:
      var writer = JSONWriter(pretty: true)
      writer.array { writer in
        for standing in standings {
          writer.item()
          write(standing.waiver, on: standing.finding, to: &writer) { $0.member("covers", standing.finding != nil) }
        }
      }
      return writer.text + "\n"
    case .jsonl:
      return standings.map { standing in
        var writer = JSONWriter(pretty: false)
        write(standing.waiver, on: standing.finding, to: &writer) { $0.member("covers", standing.finding != nil) }
        return writer.text + "\n"
      }.joined()
    }
    if standings.isEmpty {
      return worded(
        "Nothing is accepted in \(DisplayText.safe(article.slug)).\n",
        fr: "Rien n'est toléré dans \(DisplayText.safe(article.slug)).\n")
    }
    return standings.map { standing in
      let waiver = standing.waiver
      let matter =
        standing.finding.map { DisplayText.safe($0.finding.message) + "." }
        ?? worded(
          "It covers nothing any more: the finding is mended, or its sentence has changed.",
          fr: "Elle ne couvre plus rien : le constat est corrigé, ou sa phrase a changé.")
      let head = worded(
        "\(DisplayText.safe(waiver.mark.finding)) \(DisplayText.safe(waiver.rule.name)): \(matter)",
        fr: "\(DisplayText.safe(waiver.mark.finding)) \(DisplayText.safe(waiver.rule.name)) : \(matter)")
      return renderer.prose("\(head)\n  \(DisplayText.safe(waiver.sentence))")
    }.joined(separator: "\n")
  }

  private func write(
    _ waiver: Waiver, on finding: GatedFinding?, to writer: inout JSONWriter, more: (inout JSONWriter) -> Void
  ) {
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", waiver.article)
      writer.member("finding", waiver.mark.finding)
      writer.member("rule", waiver.rule.name)
      writer.member("message", finding?.finding.message)
      writer.member("by", waiver.person)
      writer.member("at", waiver.day)
      writer.member("reason", waiver.reason)
      more(&writer)
    }
  }
}

extension JudgedArticle {
  /// The findings that nobody has accepted and that count, those that take most first.
  fileprivate var remaining: [Finding] {
    let blocking = Set(
      verdict.refusals.compactMap { refusal in
        if case .blocking(let finding) = refusal { finding.id } else { nil }
      })
    return (scorecard?.findings ?? []).filter { finding in
      waivers[finding.id] == nil && (finding.points > .zero || blocking.contains(finding.id))
    }.sorted { $0.points > $1.points }
  }
}
