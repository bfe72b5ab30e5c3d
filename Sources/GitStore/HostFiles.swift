#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files outside git's object store, by their path on this machine.
enum HostFiles {
  /// Returns the bytes of a file, or nil when there is none.
  ///
  /// - Throws: `tooLarge` above `limit` bytes; `other` with the system's error when it cannot be read.
  static func read(_ path: String, limit: Int = 1 << 31) throws(GitError) -> [UInt8]? {
    guard let (file, size) = try open(path, limit) else { return nil }
    defer { close(file) }
    return try read(file, size, limit, path)
  }

  /// Returns the bytes of a file that is only ever replaced, without copying them where that is possible; nil when there is
  /// none.
  ///
  /// - Throws: as `read`.
  static func map(_ path: String, limit: Int = 1 << 31) throws(GitError) -> RawBytes? {
    guard let (file, size) = try open(path, limit) else { return nil }
    defer { close(file) }
    if let mapped = RawBytes(mapping: file, count: size) { return mapped }
    return RawBytes(copying: try read(file, size, limit, path))
  }

  private static func open(_ path: String, _ limit: Int) throws(GitError) -> (file: CInt, size: Int)? {
    #if canImport(Glibc)
      let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let file = unsafe Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw systemError("read file", path)
    }
    var information = stat()
    guard unsafe fstat(file, &information) == 0 else {
      defer { close(file) }
      throw systemError("read file", path)
    }
    guard information.st_size <= limit else {
      close(file)
      throw GitError(.tooLarge, "read file", path, "it has \(information.st_size) bytes")
    }
    return (file, Int(information.st_size))
  }

  private static func read(_ file: CInt, _ size: Int, _ limit: Int, _ path: String) throws(GitError) -> [UInt8] {
    var content: [UInt8] = []
    // One byte more than expected shows the end without a second turn.
    var chunk = size + 1
    while true {
      let had = content.count
      guard had <= limit else { throw GitError(.tooLarge, "read file", path, "it has more than \(limit) bytes") }
      content.append(contentsOf: repeatElement(0, count: chunk))
      let count = unsafe content.withUnsafeMutableBytes { unsafe Self.read(file, $0.baseAddress, had, chunk) }
      content.removeLast(chunk - max(count, 0))
      if count < 0, errno != EINTR { throw systemError("read file", path) }
      if count == 0 || count < chunk && content.count == size { return content }
      chunk = max(4096, size + 1 - content.count)
    }
  }

  /// Returns the first line of a small file as text, or nil when there is no file.
  static func firstLine(_ path: String) throws(GitError) -> String? {
    guard let content = try read(path, limit: 65_536) else { return nil }
    return String(decoding: content.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }

  /// Whether anything, a broken link included, has this name.
  static func exists(_ path: String) -> Bool {
    var information = stat()
    return unsafe lstat(path, &information) == 0
  }

  /// Returns the path without symbolic links, `.` and `..`, or nil when nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Returns `path` as seen from `folder`, and `~` as the home folder.
  static func resolve(_ path: String, from folder: String, home: String? = nil) -> String {
    if path.hasPrefix("/") { return path }
    if let home, path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    return join(folder, path)
  }

  /// Returns `name` inside `folder`.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Returns the path without the slashes at its end.
  static func withoutSlash(_ path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  /// Returns the error for what the system just said.
  static func systemError(_ operation: StaticString, _ subject: String) -> GitError {
    let code = errno
    return GitError(.other(code), operation.description, subject, unsafe String(cString: strerror(code)))
  }

  private static func read(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ offset: Int, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(file, start.map { unsafe $0 + offset }, count)
    #else
      unsafe Darwin.read(file, start.map { unsafe $0 + offset }, count)
    #endif
  }
}
