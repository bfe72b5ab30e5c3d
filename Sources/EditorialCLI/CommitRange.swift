import Wording

/// A range of commits on the command line: `from..to`.
///
/// Three dots mean the same as two, because a range starts where both parted in any case.
struct CommitRange {
  /// `nil` stands for the branch that the range is judged for.
  let from: String?
  let to: String

  /// - Throws: `Failure` when the words are no range.
  init(_ text: String) throws {
    let dots = text.contains("...") ? "..." : ".."
    guard let middle = text.firstRange(of: dots) else {
      (from, to) = (nil, text)
      try Self.check([text], of: text)
      return
    }
    let ends = [String(text[..<middle.lowerBound]), String(text[middle.upperBound...])]
    if ends.allSatisfy(\.isEmpty) { throw Self.failure(text) }
    try Self.check(ends.filter { !$0.isEmpty }, of: text)
    from = ends[0].isEmpty ? "HEAD" : ends[0]
    to = ends[1].isEmpty ? "HEAD" : ends[1]
  }

  private static func check(_ ends: [String], of text: String) throws {
    for end in ends where end.isEmpty || end.contains("..") || end.hasPrefix("^") || end.hasPrefix("-") {
      throw failure(text)
    }
  }

  private static func failure(_ text: String) -> Failure {
    Failure(
      worded("ask the gates", fr: "interroger les contrôles"),
      because: worded(
        "“\(text)” is no range of commits",
        fr: "« \(text) » n'est pas un intervalle de commits"),
      remedy: worded(
        "A range has two ends, the older one first: editorial check main..HEAD",
        fr: "Un intervalle a deux bouts, le plus ancien d'abord : editorial check main..HEAD"), status: .usage)
  }
}
