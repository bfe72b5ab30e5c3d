import TestSupport

/// A repository of random commits, made by `git fast-import`, for asking git and this program the same questions.
struct RandomHistory {
  let git: Git
  /// The marks of the import, as ids, oldest first.
  let commits: [String]

  /// Names whose order is easy to get wrong: a folder sorts as if its name ended in a slash.
  static let names = ["a", "a-b", "a.b", "a0", "b", "B", "é", "c", "z"]

  init(seed: UInt64, count: Int = 40, textual: Bool = false) throws {
    var random = SeededGenerator(seed: seed)
    let git = try Git.repository()
    var stream = ""
    var files: [[String: String]] = []
    for number in 0..<count {
      var parents = number == 0 ? [] : [Int.random(in: max(0, number - 4)..<number, using: &random)]
      if number > 2, Int.random(in: 0..<4, using: &random) == 0 {
        let other = Int.random(in: max(0, number - 8)..<number, using: &random)
        if !parents.contains(other) { parents.append(other) }
      }
      // Most of a merge comes from its first parent, some of it from the second.
      var tree = parents.first.map { files[$0] } ?? [:]
      if parents.count == 2 {
        for (path, content) in files[parents[1]].sorted(by: { $0.key < $1.key }) where Bool.random(using: &random) {
          Self.put(content, at: path, in: &tree)
        }
      }
      for _ in 0..<Int.random(in: 0..<5, using: &random) { Self.edit(&tree, textual: textual, &random) }
      files.append(tree)
      stream += "commit refs/heads/c\(number)\nmark :\(number + 1)\n"
      stream += "committer C <c@example.org> \(1_700_000_000 + number * 60) +0000\ndata 2\nm\n"
      for (position, parent) in parents.enumerated() {
        stream += (position == 0 ? "from" : "merge") + " :\(parent + 1)\n"
      }
      stream += "deleteall\n"
      for (path, content) in tree.sorted(by: { $0.key < $1.key }) {
        let mode = content.hasPrefix("x") ? "100755" : content.hasPrefix("l") ? "120000" : "100644"
        stream += "M \(mode) inline \(path)\ndata \(content.utf8.count)\n\(content)\n"
      }
      stream += "\n"
    }
    try git(["fast-import", "--quiet", "--export-marks=marks", "--force"], input: Array(stream.utf8))
    let marks = try git.read("marks").split(separator: "\n").map { $0.split(separator: " ") }
    commits = marks.sorted { (Int($0[0].dropFirst()) ?? 0) < (Int($1[0].dropFirst()) ?? 0) }.map { String($0[1]) }
    self.git = git
  }

  private static func edit(_ tree: inout [String: String], textual: Bool, _ random: inout SeededGenerator) {
    let depth = Int.random(in: 1...3, using: &random)
    let path = (0..<depth).map { _ in names.randomElement(using: &random) ?? "a" }.joined(separator: "/")
    if Int.random(in: 0..<4, using: &random) == 0, let old = tree.keys.sorted().randomElement(using: &random) {
      tree[old] = nil
    } else if textual {
      let known = tree.keys.sorted().randomElement(using: &random) ?? path
      var lines = (tree[known] ?? (0..<30).map { "\(known) \($0) \($0 * $0)\n" }.joined()).split(separator: "\n").map(
        String.init)
      lines[Int.random(in: 0..<lines.count, using: &random)] = "changed \(Int.random(in: 0..<1000, using: &random))"
      put(lines.joined(separator: "\n") + "\n", at: known, in: &tree)
    } else {
      let kind = ["x", "l", "p", "q"].randomElement(using: &random) ?? "p"
      put(kind + unlikeAnyOther(path, Int.random(in: 0..<6, using: &random)), at: path, in: &tree)
    }
  }

  /// A content that git takes for a copy of no other path's, so that it finds no renames.
  private static func unlikeAnyOther(_ path: String, _ number: Int) -> String {
    var random = SeededGenerator(seed: path.utf8.reduce(UInt64(number)) { $0 &* 31 &+ UInt64($1) })
    return (0..<4).map { _ in String(random.next(), radix: 36) }.joined(separator: "-")
  }

  /// Adds a file, and removes what cannot stand beside it.
  private static func put(_ content: String, at path: String, in tree: inout [String: String]) {
    for other in tree.keys where other.hasPrefix(path + "/") || path.hasPrefix(other + "/") { tree[other] = nil }
    tree[path] = content
  }
}
