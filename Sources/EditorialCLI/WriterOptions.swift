import ArgumentParser
import Scoring
import Wording

/// How a writer that is a program is asked.
struct WriterOptions: ParsableArguments {
  enum Feedback: String, CaseIterable, ExpressibleByArgument { case markdown, json }

  @Option(
    help: ArgumentHelp(
      worded(
        "The writer: a command that the shell runs. It reads what it is asked for, and writes the text.",
        fr: "Le rédacteur : une commande que le shell exécute. Elle lit la consigne et écrit le texte."),
      valueName: "command"))
  var with: String

  @Option(
    help: ArgumentHelp(
      worded("How often it is asked at most.", fr: "Nombre d'essais au plus."), valueName: "number"))
  var tries = 3

  @Option(
    help: ArgumentHelp(
      worded("How long it may take each time.", fr: "Durée maximale de chaque essai."), valueName: "seconds"))
  var timeout = 300

  @Option(
    help: ArgumentHelp(
      worded(
        "The style profile to aim at; the policy's when left out. See editorial explain style.",
        fr: "Le profil de style visé ; celui de la charte par défaut. Voir editorial explain style."),
      valueName: "name"),
    completion: .list(StyleProfile.shippedNames))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      worded(
        "How it is told what is wrong with a text: markdown or json.",
        fr: "Comment lui sont rendus les constats : markdown ou json."), valueName: "form"))
  var feedback: Feedback = .markdown

  @Option(
    help: ArgumentHelp(
      worded(
        "Which of the article's files, when it has one for each language.",
        fr: "Lequel des fichiers de l'article, s'il en a un par langue."), valueName: "path"))
  var path: String?

  @Flag(
    help: ArgumentHelp(
      worded(
        "Ask and judge, and commit nothing; the text is kept in a file.",
        fr: "Demander et juger sans faire de commit ; le texte est gardé dans un fichier.")))
  var dryRun = false

  func validate() throws {
    if with.allSatisfy(\.isWhitespace) {
      throw ValidationError(
        worded(
          "--with needs a command, for example: --with \"llm -m MODEL\"",
          fr: "--with attend une commande, par exemple : --with \"llm -m MODÈLE\""))
    }
    if !(1...50).contains(tries) {
      throw ValidationError(worded("--tries takes 1 to 50.", fr: "--tries va de 1 à 50."))
    }
    if !(1...86_400).contains(timeout) {
      throw ValidationError(worded("--timeout takes 1 to 86400 seconds.", fr: "--timeout va de 1 à 86400 secondes."))
    }
  }
}
