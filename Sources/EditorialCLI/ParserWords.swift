import Wording

/// What the parser of arguments says by itself, which it says in English alone.
enum ParserWords {
  /// Returns a help text or a complaint of the parser in the language of the reader.
  static func worded(_ text: String) -> String {
    guard MessageLanguage.current == .french else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      heads.first { line.hasPrefix($0.english) }.map { $0.french + inner(line.dropFirst($0.english.count)) }
        ?? inner(line)
    }.joined(separator: "\n")
  }

  /// How lines begin.
  private static let heads: [(english: String, french: String)] = [
    ("OVERVIEW: ", "EN BREF\u{A0}: "), ("USAGE: ", "UTILISATION\u{A0}: "), ("Usage: ", "Utilisation\u{A0}: "),
    ("ARGUMENTS:", "ARGUMENTS\u{A0}:"), ("OPTIONS:", "OPTIONS\u{A0}:"), ("SUBCOMMANDS:", "COMMANDES\u{A0}:"),
    ("Error: ", "Erreur\u{A0}: "), ("Help:  ", "Aide\u{A0}:  "), ("  See '", "  Plus de détails\u{A0}: '"),
  ]

  /// What stands anywhere in a line; each is unlike anything that this program says itself in French.
  ///
  /// What is said of an option or a command stands in the scripts for shells too, where an apostrophe would end it.
  private static let phrases: [(english: String, french: String)] = [
    ("' for detailed help.", "'"), ("' for more information.", "'"),
    ("Show the version.", "Donner la version."), ("Show help information.", "Montrer cette aide."),
    ("Show subcommand help information.", "Montrer ce que fait une commande."),
    ("(default: ", "(par défaut\u{A0}: "), ("; default: ", "\u{A0}; par défaut\u{A0}: "),
    ("(values: ", "(valeurs\u{A0}: "),
    ("Missing expected argument ", "Il manque l'argument "), ("Missing value for ", "Il manque une valeur à "),
    ("Unknown option ", "Option inconnue\u{A0}: "), ("Unexpected argument ", "Argument de trop\u{A0}: "),
    (" unexpected arguments: ", " arguments de trop\u{A0}: "),
    ("' is invalid for '", "' ne convient pas à '"), ("The value '", "La valeur '"),
    (". Please provide one of ", ". Il faut l'une de celles-ci\u{A0}: "), (" or '", " ou '"),
    (". Did you mean '", ". Vouliez-vous dire '"),
  ]

  private static func inner(_ line: some StringProtocol) -> String {
    phrases.reduce(String(line)) { $0.replacing($1.english, with: $1.french) }
  }
}
