/// The path of a file in a repository: from its root, `/` between the parts, in whatever bytes git has.
package struct TreePath: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }
  package init(_ text: some StringProtocol) { bytes = Array(text.utf8) }
  package init(stringLiteral text: String) { bytes = Array(text.utf8) }

  /// The path as text; bytes that are not UTF-8 become replacement characters, so for display only.
  package var description: String { String(decoding: bytes, as: UTF8.self) }
  /// The path as text, when it is UTF-8.
  package var string: String? { String(validating: bytes, as: UTF8.self) }

  /// The path of `name` inside this folder; the empty path is the root.
  package func appending(_ name: some Sequence<UInt8>) -> TreePath {
    TreePath(bytes: bytes.isEmpty ? Array(name) : bytes + [slash] + name)
  }

  /// Whether the path is this folder or below it. The empty path is the root, and everything is below it.
  package func isWithin(_ folder: TreePath) -> Bool {
    guard !folder.bytes.isEmpty else { return true }
    return bytes.starts(with: folder.bytes)
      && (bytes.count == folder.bytes.count || bytes[folder.bytes.count] == slash)
  }

  package static func < (first: TreePath, second: TreePath) -> Bool {
    first.bytes.lexicographicallyPrecedes(second.bytes)
  }

  /// The parts of a path that names something below the root, or nil when it is not one that git could store: it has
  /// an empty part, `.`, `..`, or a NUL.
  var components: [ArraySlice<UInt8>]? {
    let parts = bytes.split(separator: slash, omittingEmptySubsequences: false)
    let dot = UInt8(ascii: ".")
    for part in parts where part.isEmpty || part.elementsEqual([dot]) || part.elementsEqual([dot, dot]) { return nil }
    return bytes.contains(0) ? nil : parts
  }

  /// The path for a C call, or `invalidName` when git could not store it.
  func cString(_ operation: StaticString) throws(GitError) -> [CChar] {
    guard components != nil else {
      throw GitError(.invalidName, operation.description, description, "this is not a path inside the repository")
    }
    return nulTerminated(bytes)
  }
}

let slash = UInt8(ascii: "/")
