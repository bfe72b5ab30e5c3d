#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An empty folder of its own that is removed, with everything in it, when the last reference ends.
///
/// Whatever works inside the folder should hold this object, not only its path: `Git` does. A test that uses
/// nothing but the path wraps itself in `withTemporaryFolder`.
package final class TemporaryFolder: Sendable {
  /// The absolute path, without symbolic links and without a slash at the end.
  package let path: String

  /// Creates the folder below `TMPDIR`, or below `/tmp`.
  package init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/editorial-test.XXXXXX".utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
      throw TestSupportError("no temporary folder below \(parent)", errno)
    }
    guard let real = realpath(made, nil) else { throw TestSupportError("no real path of a temporary folder", errno) }
    defer { free(real) }
    path = String(cString: real)
  }

  deinit { removeTree(path) }

  /// Returns the absolute path of `relative` inside the folder.
  package func path(_ relative: String) -> String { "\(path)/\(relative)" }

  /// Writes a file, and the folders that it needs.
  ///
  /// - Parameter executable: whether the file gets mode 755 and not 644.
  /// - Returns: the absolute path.
  @discardableResult
  package func write(_ relative: String, _ bytes: some Sequence<UInt8>, executable: Bool = false) throws -> String {
    let target = path(relative)
    try makeParents(of: target)
    let file = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw TestSupportError("cannot write \(target)", errno) }
    defer { close(file) }
    if executable { fchmod(file, 0o755) }
    let content = Array(bytes)
    var written = 0
    while written < content.count {
      let count = content[written...].withUnsafeBytes { writeBytes(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw TestSupportError("cannot write \(target)", errno) }
      written += count
    }
    return target
  }

  /// Writes text as a file, and the folders that it needs, and returns the absolute path.
  @discardableResult
  package func write(_ relative: String, _ text: String, executable: Bool = false) throws -> String {
    try write(relative, text.utf8, executable: executable)
  }

  /// Creates a folder, and the folders above it, and returns the absolute path.
  @discardableResult
  package func makeFolder(_ relative: String) throws -> String {
    let target = path(relative)
    try makeParents(of: target + "/x")
    return target
  }

  /// Returns the bytes of a file.
  package func read(_ relative: String) throws -> [UInt8] {
    let target = path(relative)
    let file = open(target, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw TestSupportError("cannot read \(target)", errno) }
    defer { close(file) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { readBytes(file, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw TestSupportError("cannot read \(target)", errno) }
      if count == 0 { return content }
      content += buffer[..<count]
    }
  }

  /// Returns a file as text; what is not UTF-8 becomes replacement characters.
  package func readText(_ relative: String) throws -> String { String(decoding: try read(relative), as: UTF8.self) }

  /// Whether something, a broken link included, has this name.
  package func exists(_ relative: String) -> Bool {
    var information = stat()
    return lstat(path(relative), &information) == 0
  }

  /// Removes a file, or a folder with everything in it.
  package func remove(_ relative: String) { removeTree(path(relative)) }

  private func makeParents(of target: String) throws {
    var end = target.index(after: target.startIndex)
    while let slash = target[end...].firstIndex(of: "/") {
      let parent = String(target[..<slash])
      guard mkdir(parent, 0o755) == 0 || errno == EEXIST else { throw TestSupportError("cannot make \(parent)", errno) }
      end = target.index(after: slash)
    }
  }
}

/// Runs `body` with a temporary folder that outlives it.
package func withTemporaryFolder<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
  let folder = try TemporaryFolder()
  defer { withExtendedLifetime(folder) {} }
  return try body(folder)
}

/// What the harness itself could not do; never what is under test.
package struct TestSupportError: Error, CustomStringConvertible {
  /// What was tried, on what, and why it failed.
  package let description: String

  init(_ attempt: String, _ code: Int32) {
    description = "\(attempt): \(String(cString: strerror(code)))"
  }

  package init(_ description: String) { self.description = description }
}

private func removeTree(_ path: String) {
  guard unlink(path) != 0, let folder = opendir(path) else { return }
  var names: [String] = []
  while let entry = readdir(folder) {
    names.append(
      withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      })
  }
  closedir(folder)
  for name in names where name != "." && name != ".." { removeTree("\(path)/\(name)") }
  rmdir(path)
}
