import ArgumentParser
import Reports
import Scoring

/// `editorial explain`: what a rule means, or how the score works.
struct ExplainCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a rule means, with an example that fails and one that passes.",
    discussion: """
      Examples:
        editorial explain                  all rules
        editorial explain figure-altered   one rule
        editorial explain score            how the score works
        editorial explain policy           what editorial.yml can ask for
        editorial explain style            what a style profile can count
        editorial explain waivers          how a finding is accepted
      """)

  @Argument(
    help: ArgumentHelp("A rule, or one of the words score, policy, style and waivers.", valueName: "rule"),
    completion: .list(RuleCatalog.all.map(\.id.name) + Self.pages.map(\.key)))
  var rule: String?

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    guard let rule else {
      try write(RuleCatalog.all, terminal)
      return .passed
    }
    if let page = Self.pages.first(where: { $0.key == rule }) {
      try terminal.show(terminal.renderer().prose(page.value))
      return .passed
    }
    guard let description = RuleCatalog.rule(RuleID(rule)) else {
      let guess = NearestName.question(rule, in: RuleCatalog.all.map(\.id.name) + Self.pages.map(\.key))
      throw Failure(
        "explain \(rule)", because: "there is no such rule",
        remedy: [guess, "All rules: editorial explain"].compactMap { $0 }.joined(separator: " "), status: .usage)
    }
    switch global.format {
    case .text: try terminal.show(terminal.renderer().text(description))
    case .json, .jsonl: try write([description], terminal)
    }
    return .passed
  }

  private func write(_ rules: [RuleDescription], _ terminal: Terminal) throws {
    switch global.format {
    case .text: try terminal.show(terminal.renderer().text(rules))
    case .json: try terminal.show(JSONRenderer().json(rules))
    case .jsonl: try terminal.show(rules.map { JSONRenderer().jsonLine($0) }.joined())
    }
  }

  private static let pages: KeyValuePairs = [
    "score": score, "policy": PolicyPages.policy, "style": PolicyPages.style, "waivers": PolicyPages.waivers,
  ]

  private static let score = """
    The integrity score tells how far the facts and sources of an article are intact: 100.0 when all are, 0.0 when \
    the sources are gone.

    With a baseline, the checked version of the article, the score measures fidelity. Each figure, date, quotation, \
    citation and source of the baseline must be in the article, said the same or in an equivalent way (13 %, 13% and \
    thirteen per cent are the same); and what the article says beyond that must follow from the baseline or from its \
    dossier.

    Without a baseline, the score measures sourcing: the article lists real sources, complete and used, and its \
    figures are cited.

    Every lost point belongs to a finding, which names the rule, the place in the article and the place in the \
    baseline, and what would mend it. The points of all findings and the score add up to 100.0.

    A grave finding also caps the whole score, so that one wrong figure in a long article is never averaged away: \
    a sentence in the place of the sources gives 0; an altered figure, date or quotation at most 60; an invented \
    figure, or a lost or changed source, at most 80.

    The same texts always give the same score: nothing else is looked at, not the clock, not the network, not the \
    scores that the file claims for itself.

    How much a threshold of 95, the default, catches is measured by editing the articles in examples/: \
    \(Calibration.familiar). With a second set of words and rewritings, \
    written apart from the rules though not unseen since: \(Calibration.unfamiliar). \
    Shares are rounded to the worse side. To measure it again, in the source of this program: \
    \(Calibration.command)

    The style score (0 to 100) says how far the text meets a style profile. It is shown always, and counts only where \
    a gate of editorial.yml asks for it. What a profile can count: editorial explain style.
    """
}
