import ArgumentParser
import GitStore
import Newsroom
import Reports
import Wording

/// `editorial restyle`: lets a program rewrite an article until the gate lets its text pass.
struct RestyleCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "restyle",
      abstract: worded(
        "Let a program restyle an article, and commit only a text that the gate lets pass.",
        fr: "Faire réécrire un article par un programme, et ne garder qu'un texte que le contrôle accepte."),
      discussion: worded(
        """
        Examples:
          editorial restyle solar-roofs --with "llm -m MODEL"
          editorial restyle solar-roofs --with ./writer.sh --tries 5 --profile newsletter
          editorial restyle solar-roofs --with ./writer.sh --dry-run

        The command reads what it is asked for and the checked article from its standard input, and writes the restyled \
        article to its standard output. Its text is judged as the gate of styled/… would judge it. When it is refused, the \
        command is started again and gets its best text back, with what is wrong in it. A fence and remarks around the text \
        are taken away, and front matter that it leaves out is kept.

        Only a text that passes is committed, as promote would, with each try's scores in the message. When none passes, \
        nothing is moved (exit status 1), and the best text is kept in a file.
        """,
        fr: """
          Exemples :
            editorial restyle toits-solaires --with "llm -m MODÈLE"
            editorial restyle toits-solaires --with ./redacteur.sh --tries 5 --profile newsletter
            editorial restyle toits-solaires --with ./redacteur.sh --dry-run

          La commande lit la consigne et l'article vérifié sur son entrée standard, et écrit l'article réécrit sur sa sortie \
          standard. Son texte est jugé comme le contrôle de styled/… le jugerait. S'il est refusé, la commande est relancée et \
          reçoit son meilleur texte avec ce qui ne va pas. Les remarques et le cadre autour du texte sont retirés, et \
          l'en-tête (front matter) omis est repris.

          Seul un texte accepté donne un commit, comme le ferait promote, avec les scores de chaque essai dans le message. Si aucun \
          ne l'est, rien ne bouge (code de sortie 1), et le meilleur texte est gardé dans un fichier.
          """))
  }

  @OptionGroup var article: ArticleArgument

  @OptionGroup var writer: WriterOptions

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let tried = worded("restyle \(article.slug)", fr: "réécrire \(article.slug)")
    return try DeskRoom(global).attempt(tried) { desk in
      let (order, promotion) = try desk.restyling(of: try Slugs.slug(article.slug), path: writer.path)
      let desk = WriterDesk(order: order, options: writer, format: global.format, terminal: terminal, tried: tried)
      return try desk.run(
        judging: { bytes in
          let judgement = try DeskRoom.open().promote(
            promotion, with: Rewriting(path: order.path, bytes: bytes), isTrial: true
          ).judgement
          return (judgement.articles, judgement.refusals)
        },
        committing: { bytes, trailers in
          let outcome = try DeskRoom.open().promote(
            promotion, with: Rewriting(path: order.path, bytes: bytes, trailers: trailers))
          return WriterDesk.Committed(
            articles: outcome.judgement.articles, refusals: outcome.judgement.refusals, commit: outcome.commit,
            workTrees: outcome.workTrees)
        })
    }
  }
}
