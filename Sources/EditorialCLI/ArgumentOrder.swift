/// Lets the global options stand before the verb, as in Git: `editorial -C site status`.
enum ArgumentOrder {
  private static let names: Set<String> = ["-C", "--format", "--color"]

  /// Moves global options that come before the verb to the end, or in front of `--` when there is one.
  static func normalized(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if names.contains(argument), index + 1 < arguments.count {
        index += 2
      } else if argument == "--no-pager" || argument.hasPrefix("--format=") || argument.hasPrefix("--color=") {
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

  /// The colour that was asked for, known before the arguments are read so that errors in them obey it too.
  static func colors(in arguments: [String]) -> Terminal.ColorMode {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument.hasPrefix("--color=") { return Terminal.ColorMode(rawValue: String(argument.dropFirst(8))) ?? .auto }
      if argument == "--color", index + 1 < arguments.count {
        return Terminal.ColorMode(rawValue: arguments[index + 1]) ?? .auto
      }
    }
    return .auto
  }
}
