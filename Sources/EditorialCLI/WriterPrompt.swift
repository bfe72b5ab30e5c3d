import Facts
import Gatekeeping
import Languages
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// What a writer that is a program reads from its standard input: what to do, the material, and from the second try on
/// its best text so far with what is wrong in it.
///
/// Each part stands between two lines of its own, `<article>` and `</article>`, so that a script finds it as easily as a
/// language model does.
struct WriterPrompt {
  let order: WritingOrder
  /// The style that is aimed at.
  let profile: StyleProfile
  /// Says what is wrong with a text, in the form that was asked for.
  let feedback: (WriterAttempt) -> String

  /// Returns the input of a try.
  ///
  /// - Parameters:
  ///   - best: the best text so far.
  ///   - last: the try before this one, when nothing could be made of it.
  func text(after best: WriterAttempt?, last: WriterAttempt?) -> String {
    var parts = [order.original == nil ? draftingRules : restylingRules]
    if let original = order.original { parts.append(Self.part("article", original.bytes)) }
    for source in order.dossier { parts.append(Self.part("source", source.bytes, path: source.path)) }
    if let flaw = last?.flaw {
      parts.append(
        worded(
          "Your last answer could not be used: \(flaw).", fr: "Votre dernière réponse est inutilisable : \(flaw)."))
    }
    if let best, let text = best.text {
      parts.append(Self.part("your-text", text.bytes))
      parts.append(Self.part("findings", Array(feedback(best).utf8)))
      parts.append(
        worded(
          "Mend what the findings name, leave the rest as it is, and write the whole article again.",
          fr: "Corrigez ce que les constats signalent, laissez le reste tel quel, et réécrivez l'article en entier."))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func part(_ name: String, _ bytes: [UInt8], path: String? = nil) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let place = path.map { " path=\"\(DisplayText.safe($0))\"" } ?? ""
    return "<\(name)\(place)>\n" + text + (text.hasSuffix("\n") ? "" : "\n") + "</\(name)>"
  }

  private var restylingRules: String {
    worded(
      """
      Rewrite the article below so that it is read with pleasure. It must say the same things.

      - Keep every figure with its unit and what it is about, every date, every name. A figure may be written in words.
      - Keep quotations word for word, each with its speaker.
      - Keep what qualifies a fact: about, at least, may, some, not.
      - Keep the mention of a source beside each fact that has one, and the whole list of sources, entry by entry, with
        names, dates and addresses. No sentence can stand in its place.
      - Add no fact: no figure, name, example or quotation that is not there.
      """,
      fr: """
        Réécrivez l'article ci-dessous pour qu'il se lise avec plaisir. Il doit dire les mêmes choses.

        - Gardez chaque chiffre avec son unité et ce qu'il mesure, chaque date, chaque nom. Un chiffre peut s'écrire en
          toutes lettres.
        - Gardez les citations mot pour mot, chacune avec la personne qui parle.
        - Gardez ce qui nuance un fait : environ, au moins, pourrait, certains, ne … pas.
        - Gardez la mention de la source à côté de chaque fait qui en a une, et toute la liste des sources, entrée par
          entrée, avec noms, dates et adresses. Aucune phrase ne peut la remplacer.
        - N'ajoutez aucun fait : ni chiffre, ni nom, ni exemple, ni citation qui n'y soit pas.
        """) + "\n" + commonRules
  }

  private var draftingRules: String {
    worded(
      """
      Write an article about “\(order.slug)” from the sources below.

      - Say only what the sources say, and keep what qualifies it: about, at least, may, some, not.
      - Name the source beside each figure, date and quotation: (Source: its name).
      - Quote word for word, with the speaker.
      - End with a section of sources: a numbered list with the name of each, its date and its URL.
      """,
      fr: """
        Écrivez un article sur « \(order.slug) » à partir des sources ci-dessous.

        - Dites seulement ce que disent les sources, et gardez ce qui nuance : environ, au moins, pourrait, ne … pas.
        - Nommez la source à côté de chaque chiffre, date et citation : (Source : son nom).
        - Citez mot pour mot, avec la personne qui parle.
        - Terminez par une section de sources : une liste numérotée avec le nom de chacune, sa date et son URL.
        """) + "\n" + commonRules
  }

  private var commonRules: String {
    let language = sheet.passage.pack.tag.code
    let aims = profile.score(of: sheet, integrity: Tenths(1000)).measures.map { "  - \($0.name): \($0.target)" }
    return worded(
      """
      - Write Markdown, in the same language (\(language)).
      - Answer with the article alone: no remark before or after it. Front matter that you leave out stays as it is.
      - Aim at the style “\(profile.name)”, but never at the cost of a fact:
      """,
      fr: """
        - Écrivez en Markdown, dans la même langue (\(language)).
        - Répondez par l'article seul : aucune remarque avant ni après. L'en-tête (front matter) omis reste tel quel.
        - Visez le style « \(profile.name) », mais jamais aux dépens d'un fait :
        """) + "\n" + aims.joined(separator: "\n")
  }

  private var sheet: FactSheet {
    FactSheet(of: ArticleParser().article(from: order.frame), language: order.settings.language)
  }
}
