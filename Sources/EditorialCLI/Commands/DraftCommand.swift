import ArgumentParser
import Newsroom
import Reports
import Wording

/// `editorial draft`: lets a program write an article's draft from source material.
struct DraftCommand: EditorialVerb {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "draft",
      abstract: worded(
        "Let a program write a draft from source material, and commit only one that the next gate would let pass.",
        fr: "Faire écrire un brouillon par un programme, et ne garder que ce que le contrôle suivant accepterait."),
      discussion: worded(
        """
        Examples:
          editorial draft solar-roofs --with "llm -m MODEL" --dossier notes/energy-office.md --dossier notes/council.md
          editorial draft solar-roofs --with ./writer.sh        with the dossier that is on the branch

        The command reads what it is asked for and the files of the dossier from its standard input, and writes the article \
        to its standard output. The text is judged as the next stage's gate would judge it: its sources are real, every \
        figure is cited, and the dossier supports it. When it is refused, the command is started again and gets its best \
        text back, with what is wrong in it.

        Only a text that passes is committed, on the article's draft branch, with the files of the dossier. When none \
        passes, nothing is moved (exit status 1), and the best text is kept in a file.
        """,
        fr: """
          Exemples :
            editorial draft toits-solaires --with "llm -m MODÈLE" --dossier notes/energie.md --dossier notes/mairie.md
            editorial draft toits-solaires --with ./redacteur.sh        avec le dossier présent sur la branche

          La commande lit la consigne et les fichiers du dossier sur son entrée standard, et écrit l'article sur sa sortie \
          standard. Le texte est jugé comme le contrôle de l'étape suivante le jugerait : ses sources sont réelles, chaque \
          chiffre est sourcé, et le dossier le confirme. S'il est refusé, la commande est relancée et reçoit son meilleur \
          texte avec ce qui ne va pas.

          Seul un texte accepté donne un commit, sur la branche du brouillon, avec les fichiers du dossier. Si aucun ne l'est, \
          rien ne bouge (code de sortie 1), et le meilleur texte est gardé dans un fichier.
          """))
  }

  @Argument(
    help: ArgumentHelp(
      worded("The article's name in paths.", fr: "Le nom de l'article dans les chemins."), valueName: "slug"),
    completion: Completions.slugs)
  var slug: String

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      worded(
        "Source material: a file or a folder of files; may be given again.",
        fr: "Sources : un fichier ou un dossier de fichiers ; peut être répété."), valueName: "path"),
    completion: .file())
  var dossier: [String] = []

  @OptionGroup var writer: WriterOptions

  @OptionGroup var global: GlobalOptions

  func perform(_ terminal: Terminal) throws -> ExitStatus {
    let material = try dossier.flatMap { try DossierFiles.paths(at: $0) }.map { path in
      (name: String(path.split(separator: "/").last ?? ""), bytes: try FileReader.bytes(of: path))
    }
    let tried = worded("draft \(slug)", fr: "écrire le brouillon de \(slug)")
    var names: Set<String> = []
    if let twice = material.first(where: { !names.insert($0.name).inserted })?.name {
      throw Failure(
        tried,
        because: worded(
          "two files of the source material are named \(twice)", fr: "deux fichiers de sources s'appellent \(twice)"),
        remedy: worded(
          "Each gets a place in the dossier: give one of them another name.",
          fr: "Chacun aura sa place dans le dossier : donnez un autre nom à l'un d'eux."))
    }
    return try DeskRoom(global).attempt(tried) { desk in
      let composition = try desk.composition(of: slug, from: material, path: writer.path)
      guard !composition.order.dossier.isEmpty else {
        throw Failure(
          tried,
          because: worded("there is no source material to write from", fr: "il n'y a aucune source pour l'écrire"),
          remedy: worded("Name it: --dossier notes/", fr: "Indiquez-la : --dossier notes/"))
      }
      let writing = WriterDesk(
        order: composition.order, options: writer, format: global.format, terminal: terminal, tried: tried)
      return try writing.run(
        judging: { bytes in ([try DeskRoom.open().judge(bytes, for: composition)], []) },
        committing: { bytes, trailers in
          let outcome = try DeskRoom.open().compose(bytes, for: composition, trailers: trailers)
          return WriterDesk.Committed(
            articles: [outcome.article], refusals: [], commit: outcome.commit, workTrees: outcome.workTrees)
        })
    }
  }
}
