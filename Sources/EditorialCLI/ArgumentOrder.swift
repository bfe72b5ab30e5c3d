/// Lets the global options stand before the verb, as in Git: `editorial -C site status`.
enum ArgumentOrder {
  private static let names: Set<String> = ["-C", "--format", "--color", "--lang"]

  /// Moves global options that come before the verb to the end, or in front of `--` when there is one.
  static func normalized(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if names.contains(argument), index + 1 < arguments.count {
        index += 2
      } else if argument == "--no-pager" || names.contains(where: { argument.hasPrefix($0 + "=") }) {
        index += 1
      } else {
        break
      }
    }
    guard index > 0, index < arguments.count, !arguments[index].hasPrefix("-") else { return arguments }
    let moved = arguments[..<index]
    let verb = arguments[index...]
    let end = verb.firstIndex(of: "--") ?? verb.endIndex
    return Array(verb[..<end] + moved + verb[end...])
  }

  /// Takes `--lang` away where a manual or a completion script is asked for, which stand alone: the language is chosen by
  /// then.
  ///
  /// - Throws: `ValidationError` when it names no language that there is.
  static func generating(_ arguments: [String]) throws -> [String] {
    guard arguments.contains(where: { $0.hasPrefix("--generate-") }) else { return arguments }
    for name in values(of: "--lang", in: arguments) { _ = try LanguageChoice.read(name) }
    if arguments.last == "--lang" { _ = try LanguageChoice.read("") }
    var rest: [String] = []
    var isValue = false
    for argument in arguments {
      if !isValue, argument != "--lang", !argument.hasPrefix("--lang=") { rest.append(argument) }
      isValue = !isValue && argument == "--lang"
    }
    return rest
  }

  /// The colour that was asked for, known before the arguments are read so that errors in them obey it too.
  static func colors(in arguments: [String]) -> Terminal.ColorMode {
    value(of: "--color", in: arguments).flatMap(Terminal.ColorMode.init) ?? .auto
  }

  /// The first value that the arguments give an option.
  static func value(of option: String, in arguments: [String]) -> String? { values(of: option, in: arguments).first }

  /// Every value that the arguments give an option, whatever else is wrong with them.
  static func values(of option: String, in arguments: [String]) -> [String] {
    let own = arguments.prefix { $0 != "--" }
    return own.indices.compactMap { index in
      if own[index].hasPrefix(option + "=") { return String(own[index].dropFirst(option.count + 1)) }
      return own[index] == option && index + 1 < own.endIndex ? own[index + 1] : nil
    }
  }
}
