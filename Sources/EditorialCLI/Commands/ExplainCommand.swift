import ArgumentParser
import Reports
import Scoring
import Wording

/// `editorial explain`: what a rule means, or how the score works.
struct ExplainCommand: EditorialVerb {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: worded(
      "Tell what a rule means, with an example that fails and one that passes.",
      fr: "Dire ce qu'une règle signifie, avec un exemple refusé et un exemple accepté."),
    discussion: worded(
      """
      Examples:
        editorial explain                  all rules
        editorial explain figure-altered   one rule
        editorial explain score            how the score works
        editorial explain policy           what editorial.yml can ask for
        editorial explain style            what a style profile can count
        editorial explain waivers          how a finding is accepted
        editorial explain team             how people work on articles together, and later
        editorial explain preview          how an article is shown before it is published
      """,
      fr: """
        Exemples :
          editorial explain                  toutes les règles
          editorial explain figure-altered   une règle
          editorial explain score            comment se fait le score
          editorial explain policy           ce que editorial.yml peut demander
          editorial explain style            ce qu'un profil de style peut compter
          editorial explain waivers          comment un constat est toléré
          editorial explain team             comment travailler à plusieurs, et pour plus tard
          editorial explain preview          comment un article est montré avant d'être publié
        """))

  @Argument(
    help: ArgumentHelp(
      worded(
        "A rule, or one of the words score, policy, style, waivers, team and preview.",
        fr: "Une règle, ou l'un des mots score, policy, style, waivers, team et preview."), valueName: "rule"),
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
        worded("explain \(rule)", fr: "expliquer \(rule)"),
        because: worded("there is no such rule", fr: "il n'y a pas de telle règle"),
        remedy: [guess, worded("All rules: editorial explain", fr: "Toutes les règles : editorial explain")].compactMap
        { $0 }.joined(separator: " "), status: .usage)
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
    "team": TeamPage.text, "preview": SitePage.text,
  ]

  private static let score = worded(
    """
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
    With edits that others wrote by hand, sentence by sentence: \(Calibration.written). \
    Shares are rounded to the worse side. To measure it again, in the source of this program: \
    \(Calibration.command)

    The style score (0 to 100) says how far the text meets a style profile. It is shown always, and counts only where \
    a gate of editorial.yml asks for it. What a profile can count: editorial explain style.
    """,
    fr: """
      Le score d'intégrité dit à quel point les faits et les sources d'un article sont intacts : 100,0 quand tous le \
      sont, 0,0 quand les sources ont disparu.

      Quand il y a un article d'origine, c'est-à-dire la version vérifiée de l'article, le score mesure la fidélité. \
      Chaque chiffre, date, citation, référence et source de l'article d'origine doit se retrouver dans l'article, \
      dit de la même façon ou d'une façon équivalente (13 %, 13% et treize pour cent sont la même chose) ; et ce que \
      l'article dit de plus doit découler de l'article d'origine ou de son dossier.

      Sans article d'origine, le score mesure le sourçage : l'article donne de vraies sources, complètes et \
      utilisées, et ses chiffres sont sourcés.

      Chaque point perdu revient à un constat, qui nomme la règle, l'endroit dans l'article, l'endroit dans \
      l'article d'origine, et ce qui y remédierait. Les points de tous les constats et le score font ensemble 100,0.

      Un constat grave plafonne aussi le score entier, pour qu'un chiffre faux dans un long article ne se perde \
      jamais dans une moyenne : une phrase à la place des sources donne 0 ; un chiffre, une date ou une citation \
      modifiés, 60 au plus ; un chiffre inventé, une source perdue ou changée, 80 au plus.

      Les mêmes textes donnent toujours le même score : on ne regarde rien d'autre, ni l'heure, ni le réseau, ni les \
      scores que le fichier s'attribue.

      Ce qu'attrape un seuil de 95, celui par défaut, se mesure en modifiant les articles de examples/ : \
      \(Calibration.familiar). Avec un second jeu de mots et de réécritures, écrit à part des règles, mais qui a été \
      vu depuis : \(Calibration.unfamiliar). Avec des modifications que d'autres ont écrites à la main, phrase par \
      phrase : \(Calibration.written). Les parts sont arrondies du mauvais côté. Pour mesurer de nouveau, dans \
      les sources de ce programme : \(Calibration.command)

      Le score de style (0 à 100) dit à quel point le texte suit un profil de style. Il est toujours montré, et ne \
      compte que là où un contrôle de editorial.yml le demande. Ce qu'un profil peut compter : editorial explain \
      style.
      """)
}
