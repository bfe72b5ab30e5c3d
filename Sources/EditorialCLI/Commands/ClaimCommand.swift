import ArgumentParser
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial claim`: says who works on an article.
struct ClaimCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "claim",
      abstract: worded(
        "Say that you work on an article, so that nobody else does.",
        fr: "Dire que vous travaillez sur un article, pour que personne d'autre ne le fasse."),
      discussion: worded(
        """
        Examples:
          editorial claim solar-roofs
          editorial claim solar-roofs --reason "figures" --until "2026-12-01 18:00"
          editorial claim solar-roofs --take-over

        The board shows it: editorial status. It is a word among colleagues, and keeps nobody from anything. It \
        ends with editorial unclaim, when its time is over, or when a new version is published. Others see it once it is \
        pushed, and you see theirs once they are fetched: editorial explain team
        """,
        fr: """
          Exemples :
            editorial claim solar-roofs
            editorial claim solar-roofs --reason "chiffres" --until "2026-12-01 18:00"
            editorial claim solar-roofs --take-over

          Le tableau le montre : editorial status. C'est une parole entre collègues, qui n'empêche personne de rien. \
          La réservation prend fin avec editorial unclaim, à l'heure dite, ou quand une nouvelle version est publiée. Les \
          autres la voient une fois poussée, et vous voyez les leurs une fois récupérées : editorial explain team
          """))
  }

  @OptionGroup var article: ArticleArgument

  @Option(help: ArgumentHelp(worded("What you do.", fr: "Ce que vous faites."), valueName: "text"))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      worded("Until when, as in 2026-12-01 18:00.", fr: "Jusqu'à quand, comme 2026-12-01 18:00."), valueName: "time"),
    transform: { try NamedMoment.read($0) })
  var until: Moment?

  @Flag(
    help: ArgumentHelp(
      worded("End the claim that somebody else has.", fr: "Mettre fin à la réservation de quelqu'un d'autre.")))
  var takeOver = false

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let tried = worded("claim \(article.slug)", fr: "réserver \(article.slug)")
    let (outcome, sharing) = try DeskRoom(global).attempt(tried) { desk in
      if !trial.isOn { try desk.clearUp() }
      let outcome = try desk.claim(
        try desk.slug(named: article.slug), because: reason, until: until, takesOver: takeOver, isTrial: trial.isOn)
      return (outcome, try Sharing(of: outcome.ref, at: desk))
    }
    guard global.format == .text else {
      try terminal.write(
        Self.json(outcome, article.slug, isClaimed: true, isTrial: trial.isOn, pretty: global.format == .json))
      return .passed
    }
    let claim = TextRenderer.sentence(on: outcome.claim)
    var lines = [
      trial.isOn
        ? worded(
          "This would be said of \(article.slug): claimed by \(claim) It was a trial, nothing was written.",
          fr: "Ceci serait dit de \(article.slug) : réservé par \(claim) C'était un essai, rien n'a été écrit.")
        : worded(
          "\(article.slug) is yours: claimed by \(claim)", fr: "\(article.slug) est à vous : réservé par \(claim)")
    ]
    for ended in outcome.ended {
      let name = DisplayText.safe(ended.name)
      lines.append(
        trial.isOn
          ? worded("The claim of \(name) would end.", fr: "La réservation faite par \(name) prendrait fin.")
          : worded("The claim of \(name) has ended.", fr: "La réservation faite par \(name) a pris fin."))
    }
    let end = (worded("When you are done:", fr: "Quand vous aurez fini :"), ["editorial", "unclaim", article.slug])
    try terminal.write(
      terminal.renderer().prose(lines.joined(separator: "\n")) + (trial.isOn ? "" : sharing.text(otherwise: end)))
    return .passed
  }

  /// What programs are told of a claim that begins or ends.
  static func json(
    _ outcome: ClaimOutcome, _ slug: String, isClaimed: Bool, isTrial: Bool, pretty: Bool
  ) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", slug)
      writer.key("claims")
      JSONRenderer().write(isClaimed ? [outcome.claim] : [], to: &writer)
      writer.key("ended")
      JSONRenderer().write(outcome.ended, to: &writer)
      writer.member("ref", outcome.ref)
      writer.member("written", outcome.isWritten)
      writer.member("trial", isTrial)
    }
    return writer.text + "\n"
  }
}

/// `editorial unclaim`: gives an article back.
struct UnclaimCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "unclaim",
      abstract: worded("Say that an article is free again.", fr: "Dire qu'un article est de nouveau libre."),
      discussion: worded(
        """
        Example:
          editorial unclaim solar-roofs

        Ends your own claim. To end that of somebody else, take it over first: editorial claim solar-roofs --take-over
        """,
        fr: """
          Exemple :
            editorial unclaim solar-roofs

          Met fin à votre réservation. Pour celle de quelqu'un d'autre, prenez d'abord la suite : \
          editorial claim solar-roofs --take-over
          """))
  }

  @OptionGroup var article: ArticleArgument

  @OptionGroup var trial: TrialOption

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let tried = worded("give \(article.slug) back", fr: "libérer \(article.slug)")
    let (outcome, sharing) = try DeskRoom(global).attempt(tried) { desk in
      if !trial.isOn { try desk.clearUp() }
      let outcome = try desk.unclaim(try desk.slug(named: article.slug), isTrial: trial.isOn)
      return (outcome, try Sharing(of: outcome.ref, at: desk))
    }
    guard global.format == .text else {
      try terminal.write(
        ClaimCommand.json(outcome, article.slug, isClaimed: false, isTrial: trial.isOn, pretty: global.format == .json))
      return .passed
    }
    let text =
      trial.isOn
      ? worded(
        "\(article.slug) would be free again. It was a trial, nothing was written.",
        fr: "\(article.slug) serait de nouveau libre. C'était un essai, rien n'a été écrit.")
      : worded("\(article.slug) is free again.", fr: "\(article.slug) est de nouveau libre.")
    try terminal.write(text + "\n" + (trial.isOn ? "" : sharing.text(otherwise: nil)))
    return .passed
  }
}

/// How others get to see what was said of an article, and how one gets to see what they say.
struct Sharing {
  private let push: [String]?
  private let fetch: [String]?

  init(of ref: String, at desk: Desk) throws {
    push = try desk.pushing([ref])
    let silent = try desk.remotesWithoutTeam()
    fetch = try desk.usualRemote().flatMap { silent.contains($0) ? desk.fetchingTeam(from: $0) : nil }
  }

  /// Returns what to type next.
  ///
  /// - Parameter own: what is next where there are no others: when, and what to type.
  func text(otherwise own: (moment: String, command: [String])?) -> String {
    let line = { (words: [String]) in "  " + DisplayText.safe(ShellWords.line(words)) + "\n" }
    guard let push else {
      return own.map { "\n" + $0.moment + "\n" + line($0.command) } ?? ""
    }
    var text = "\n" + worded("To tell the others:", fr: "Pour le dire aux autres :") + "\n" + line(push)
    if let fetch {
      text +=
        worded(
          "To be told by them, once in this clone:", fr: "Pour savoir ce qu'ils disent, une fois dans ce clone :")
        + "\n"
        + line(fetch)
    }
    return text
  }
}
