import ArgumentParser
import StructuredText
import Wording

/// The manual page, as `man` reads it: what `--help` says of every command, in one piece.
enum ManualPage {
  /// Returns the page.
  ///
  /// - Throws: `StructuredTextError` when the commands describe themselves in a way that is not known here.
  static func text() throws -> String {
    let root = try JSONReader.node(in: Array(EditorialCommand._dumpHelp().utf8))["command"]
    let commands = root?["subcommands"]?.items ?? []
    let shared = sharedOptions(of: commands)
    let title = worded("Git workflow for articles", fr: "Les articles sous Git, étape par étape")
    let (command, argument) = (worded("command", fr: "commande"), worded("argument", fr: "argument"))
    var page = """
      .TH EDITORIAL 1 "" "editorial \(EditorialCommand.version)" "\(title)"
      .SH \(worded("NAME", fr: "NOM"))
      editorial \\- \(escaped(root?["abstract"]?.text ?? ""))
      .SH SYNOPSIS
      \\fBeditorial\\fR \\fI\(command)\\fR [\\fI\(argument)\\fR ...] [\\fIoption\\fR ...]
      .br
      \\fBgit editorial\\fR \\fI\(command)\\fR [\\fI\(argument)\\fR ...] [\\fIoption\\fR ...]
      .SH DESCRIPTION

      """
    page += discussion(root?["discussion"]?.text ?? "")
    page += ".SH \(worded("COMMANDS", fr: "COMMANDES"))\n"
    for command in commands where command["commandName"]?.text != "help" {
      page += section(on: command, after: "editorial", besides: Set(shared.map(label)))
    }
    page +=
      ".SH \(worded("OPTIONS OF EVERY COMMAND", fr: "OPTIONS DE TOUTES LES COMMANDES"))\n" + shared.map(entry).joined()
    return page + ending
  }

  private static let ending = worded(
    """
    .SH EXIT STATUS
    .TP
    .B 0
    Passed, or done.
    .TP
    .B 1
    A gate refused, or points were lost.
    .TP
    .B 2
    The question could not be answered: a policy that cannot be read, a file that is not there, no repository.
    .TP
    .B 64
    The command line makes no sense.
    .SH ENVIRONMENT
    .TP
    .BR NO_COLOR ", " CLICOLOR ", " CLICOLOR_FORCE
    No colours when the first is set or the second is 0; colours in files and pipes too when the third is set and not 0.
    .TP
    .BR LC_ALL ", " LC_MESSAGES ", " LANG ", " LANGUAGE
    The language of messages, English or French, unless \\fIeditorial.lang\\fR or \\fB--lang\\fR says otherwise.
    .TP
    .BR GIT_PAGER ", " PAGER
    What shows long output on a terminal, by Git's rules, \\fIcore.pager\\fR and \\fIpager.editorial\\fR included.
    .TP
    .BR GIT_AUTHOR_NAME ", " GIT_COMMITTER_NAME " and their like"
    As in Git.
    .SH SEE ALSO
    .BR git (1)

    """,
    fr: """
      .SH CODE DE SORTIE
      .TP
      .B 0
      Accepté, ou fait.
      .TP
      .B 1
      Un contrôle a refusé, ou des points ont été perdus.
      .TP
      .B 2
      Il n'y a pas de réponse : charte illisible, fichier absent, pas de dépôt.
      .TP
      .B 64
      La ligne de commande n'a pas de sens.
      .SH ENVIRONNEMENT
      .TP
      .BR NO_COLOR ", " CLICOLOR ", " CLICOLOR_FORCE
      Pas de couleurs si la première est définie ou si la deuxième vaut 0 ; des couleurs dans les fichiers et les tubes
      aussi si la troisième est définie et ne vaut pas 0.
      .TP
      .BR LC_ALL ", " LC_MESSAGES ", " LANG ", " LANGUAGE
      La langue des messages, anglais ou français, sauf si \\fIeditorial.lang\\fR ou \\fB--lang\\fR en décide autrement.
      .TP
      .BR GIT_PAGER ", " PAGER
      Ce qui montre les longues sorties à l'écran, selon les règles de Git, \\fIcore.pager\\fR et \\fIpager.editorial\\fR
      compris.
      .TP
      .BR GIT_AUTHOR_NAME ", " GIT_COMMITTER_NAME " et semblables"
      Comme dans Git.
      .SH VOIR AUSSI
      .BR git (1)

      """)

  /// The options that all commands have; they are told once.
  private static func sharedOptions(of commands: [Node]) -> [Node] {
    let leaves = commands.filter { $0["subcommands"] == nil && $0["commandName"]?.text != "help" }
    guard let first = leaves.first else { return [] }
    return shown(first["arguments"]).filter { argument in
      leaves.allSatisfy { leaf in shown(leaf["arguments"]).contains { label($0) == label(argument) } }
    }
  }

  private static func section(on command: Node, after parent: String, besides shared: Set<String>) -> String {
    let name = "\(parent) \(command["commandName"]?.text ?? "")"
    if let verbs = command["subcommands"]?.items {
      return verbs.map { section(on: $0, after: name, besides: shared) }.joined()
    }
    guard command["shouldDisplay"]?.text != "false" else { return "" }
    let arguments = shown(command["arguments"])
    let places = arguments.filter { $0["kind"]?.text == "positional" }.map(usage)
    var text = ".SS \(escaped(([name] + places).joined(separator: " ")))\n"
    text += escaped(command["abstract"]?.text ?? "") + "\n"
    if let more = command["discussion"]?.text { text += ".PP\n" + discussion(more) }
    return text + arguments.filter { !shared.contains(label($0)) }.map(entry).joined()
  }

  private static func shown(_ arguments: Node?) -> [Node] {
    (arguments?.items ?? []).filter { $0["shouldDisplay"]?.text != "false" }
  }

  private static func usage(_ argument: Node) -> String {
    let name = "<\(argument["valueName"]?.text ?? "")>" + (argument["isRepeating"]?.text == "true" ? " ..." : "")
    return argument["isOptional"]?.text == "true" ? "[\(name)]" : name
  }

  /// How an argument is written: `-C <dir>`.
  private static func label(_ argument: Node) -> String {
    if argument["kind"]?.text == "positional" { return usage(argument) }
    let names = (argument["names"]?.items ?? []).map { name in
      (name["kind"]?.text == "long" ? "--" : "-") + (name["name"]?.text ?? "")
    }
    let value = argument["kind"]?.text == "option" ? " <\(argument["valueName"]?.text ?? "")>" : ""
    return names.joined(separator: ", ") + value
  }

  private static func entry(_ argument: Node) -> String {
    let words = [argument["abstract"]?.text, argument["discussion"]?.text].compactMap { $0.map(ParserWords.worded) }
    return ".TP\n\\fB\(escaped(label(argument)))\\fR\n" + words.map { escaped($0) }.joined(separator: "\n.br\n") + "\n"
  }

  /// Paragraphs as they are, examples line by line.
  private static func discussion(_ text: String) -> String {
    var page = ""
    var isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let begins = line.hasPrefix("  ")
      if begins != isExample { page += begins ? ".PP\n.nf\n" : ".fi\n" }
      isExample = begins
      page += line.isEmpty ? ".PP\n" : escaped(String(line)) + "\n"
    }
    return page + (isExample ? ".fi\n" : "")
  }

  /// Text as `man` takes it: no line of it is a request, and a hyphen is one that can be copied.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let plain = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : String(plain)
    }.joined(separator: "\n")
  }
}
