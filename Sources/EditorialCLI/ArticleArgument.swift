import ArgumentParser
import Wording

/// The article that a command is about.
struct ArticleArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(worded("The article.", fr: "L'article."), valueName: "slug"), completion: Completions.slugs)
  var slug: String
}

/// Whether a command only says what would come of it.
struct TrialOption: ParsableArguments {
  @Flag(
    name: .customLong("dry-run"),
    help: ArgumentHelp(
      worded("Say what would come of it, and write nothing.", fr: "Dire ce qui en résulterait, sans rien écrire.")))
  var isOn = false
}
