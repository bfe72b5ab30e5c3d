#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder for the objects of a trial, which leaves nothing in the repository; removed at the end.
final class TemporaryObjects {
  /// Absolute.
  let path: String

  /// Makes a folder that sees the objects in `objects`.
  init(beside objects: String, environment: [String: String]) throws {
    let parent = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(parent)/editorial.XXXXXX".utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
      throw HookFolder.Failure(operation: "make", path: parent, reason: String(cString: strerror(errno)))
    }
    path = String(cString: made)
    mkdir(path + "/info", 0o700)
    try HookFolder(path: path + "/info").write("alternates", objects + "\n", executable: false)
  }

  deinit { Self.remove(path, depth: 0) }

  private static func remove(_ path: String, depth: Int) {
    guard unlink(path) != 0, depth < 4 else { return }
    for name in HookFolder(path: path).names() { remove(path + "/" + name, depth: depth + 1) }
    rmdir(path)
  }
}
