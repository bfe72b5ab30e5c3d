/// What a site asks programs to leave alone, after RFC 9309.
struct RobotRules {
  private var rules: [(path: [UInt8], allows: Bool)] = []

  /// Everything may be looked at.
  init() {}

  /// Nothing may: the site could not say what it asks for.
  static var closed: RobotRules {
    var rules = RobotRules()
    rules.rules = [(Array("/".utf8), false)]
    return rules
  }

  /// Reads a `robots.txt`: the groups for `agent` or, without one, those for all.
  init(_ text: String, agent: String) {
    var own: [(path: [UInt8], allows: Bool)] = []
    var common: [(path: [UInt8], allows: Bool)] = []
    var isNamed = false
    // Whom the group is for that is being read.
    var isOwn = false
    var isCommon = false
    var isGroupOpen = false
    for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
      let content = line.prefix { $0 != "#" }
      guard let colon = content.firstIndex(of: ":") else { continue }
      let key = Self.trimmed(content[..<colon]).lowercased()
      let value = Self.trimmed(content[content.index(after: colon)...])
      switch key {
      case "user-agent":
        if !isGroupOpen { (isOwn, isCommon) = (false, false) }
        isGroupOpen = true
        if value.lowercased() == agent { (isOwn, isNamed) = (true, true) }
        if value == "*" { isCommon = true }
      case "allow", "disallow":
        isGroupOpen = false
        guard !value.isEmpty else { continue }
        let rule = (path: Array(value.utf8), allows: key == "allow")
        if isOwn { own.append(rule) }
        if isCommon { common.append(rule) }
      default: break
      }
    }
    rules = isNamed ? own : common
  }

  /// Whether a path with its query may be looked at: the longest rule that fits decides, and of two the kinder.
  func allows(_ path: String) -> Bool {
    let path = Array(path.utf8)
    let fitting = rules.filter { Self.fits($0.path[...], path[...]) }
    guard let longest = fitting.map(\.path.count).max() else { return true }
    return fitting.contains { $0.path.count == longest && $0.allows }
  }

  /// Whether a rule with `*` and a final `$` fits the beginning of a path.
  private static func fits(_ rule: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    let isWhole = rule.last == UInt8(ascii: "$")
    var pieces = (isWhole ? rule.dropLast() : rule).split(
      separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    guard let first = pieces.first, path.starts(with: first) else { return false }
    pieces.removeFirst()
    var rest = path.dropFirst(first.count)
    // The first place for each piece leaves the most room for the next.
    for (number, piece) in pieces.enumerated() {
      if isWhole, number == pieces.count - 1 { return rest.count >= piece.count && rest.suffix(piece.count) == piece }
      guard let place = rest.firstRange(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return !isWhole || !pieces.isEmpty || rest.isEmpty
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
