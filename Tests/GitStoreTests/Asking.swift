import TestSupport

@testable import GitStore

extension Git {
  /// Opens this folder with the environment of the commands.
  func open() throws -> Repository { try Repository.open(at: folder, environment: environment) }

  /// Returns an id that git printed.
  func id(_ revision: String) throws -> ObjectID {
    let hex = try self("rev-parse", "--verify", revision)
    guard let id = ObjectID(hex: hex) else { throw TestSupportError("no id: \(hex)") }
    return id
  }

  /// Returns what a command of the `diff --raw -z` family printed, as this program would say it.
  func changes(_ arguments: [String]) throws -> [ChangedPath] {
    let fields = try run(arguments).output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    var found: [ChangedPath] = []
    var position = fields.startIndex
    while position + 1 < fields.endIndex {
      let words = String(decoding: fields[position].dropFirst(), as: UTF8.self).split(separator: " ")
      guard words.count == 5, let old = ObjectID(hex: words[2]), let new = ObjectID(hex: words[3]),
        let oldMode = UInt32(words[0], radix: 8), let newMode = UInt32(words[1], radix: 8)
      else { throw TestSupportError("not a raw diff: \(words)") }
      if words[4] != "U" {
        found.append(
          ChangedPath(
            path: TreePath(bytes: Array(fields[position + 1])),
            old: oldMode == 0 ? nil : FileVersion(id: old, mode: FileMode(raw: oldMode)),
            new: newMode == 0 ? nil : FileVersion(id: new, mode: FileMode(raw: newMode))))
      }
      position += 2
    }
    return found.sorted { $0.path < $1.path }
  }
}

/// Returns the id for hexadecimal digits that a test knows to be right.
func id(_ hex: String) throws -> ObjectID {
  guard let id = ObjectID(hex: hex) else { throw TestSupportError("no id: \(hex)") }
  return id
}
