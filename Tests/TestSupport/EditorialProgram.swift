#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program that the scenarios run: the one that was built beside these tests.
package enum EditorialProgram {
  /// The absolute path of the executable.
  ///
  /// - Throws: `TestSupportError` when there is none; `EDITORIAL_PROGRAM` names another one.
  package static func path() throws -> String {
    if let named = getenv("EDITORIAL_PROGRAM") { return String(cString: named) }
    // The test bundle is an argument of its runner, or, on Linux, the running program itself.
    let folders = (CommandLine.arguments + ["/proc/self/exe"]).compactMap(folderOfBundle)
    for folder in folders where access("\(folder)/editorial", X_OK) == 0 { return "\(folder)/editorial" }
    throw TestSupportError("no program editorial beside the tests, in \(folders.joined(separator: ", "))")
  }

  /// The folder of the executable.
  package static func folder() throws -> String {
    let path = try path()
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  private static func folderOfBundle(_ argument: String) -> String? {
    guard let real = realpath(argument, nil) else { return nil }
    defer { free(real) }
    let path = String(cString: real)
    // On macOS the executable lies inside the bundle; the program lies beside it on both systems.
    guard let bundle = path.firstRange(of: ".xctest") else { return nil }
    return path[..<bundle.lowerBound].lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
