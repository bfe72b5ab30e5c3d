#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of one hooks folder.
struct HookFolder {
  /// Absolute.
  let path: String

  /// A file operation that the system refused.
  struct Failure: Error, Hashable {
    /// As a verb phrase: `write`.
    let operation: String
    let path: String
    let reason: String
  }

  var exists: Bool { Self.mode(of: path) & S_IFMT == S_IFDIR }

  func path(of name: String) -> String { path + "/" + name }

  /// Whether something, a broken link included, has this name.
  func has(_ name: String) -> Bool { Self.mode(of: path(of: name)) != 0 }

  /// Whether two names lead to one file, or to files of the same content.
  func isSame(_ name: String, _ other: String) -> Bool {
    var one = stat()
    var two = stat()
    guard lstat(path(of: name), &one) == 0, lstat(path(of: other), &two) == 0 else { return false }
    if one.st_dev == two.st_dev, one.st_ino == two.st_ino { return true }
    return read(name).map { $0 == read(other) } ?? false
  }

  /// Whether git would run the file of this name.
  func isExecutable(_ name: String) -> Bool {
    var information = stat()
    guard stat(path(of: name), &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path(of: name), X_OK) == 0
  }

  /// Returns the bytes of an ordinary file of moderate size; `nil` for anything else.
  func read(_ name: String) -> [UInt8]? {
    guard Self.mode(of: path(of: name)) & S_IFMT == S_IFREG else { return nil }
    let file = open(path(of: name), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while content.count < 1 << 20 {
      let count = Self.read(file, &buffer)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      content += buffer[..<count]
    }
    return content
  }

  /// Puts a file in its place in one step, so that git finds the old one or the new one, never a part.
  ///
  /// - Parameter durable: whether it must be on the disk at the end; waiting for that can take longer than all else.
  func write(_ name: String, _ text: String, executable: Bool, durable: Bool = true) throws(Failure) {
    let temporary = path(of: ".\(name).\(getpid())")
    unlink(temporary)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, executable ? 0o777 : 0o666)
    guard file >= 0 else { throw failure("write", temporary) }
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = Self.write(file, bytes[written...])
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = failure("write", temporary)
        close(file)
        unlink(temporary)
        throw failure
      }
      written += count
    }
    guard !durable || fsync(file) == 0, close(file) == 0, rename(temporary, path(of: name)) == 0 else {
      let failure = failure("write", path(of: name))
      unlink(temporary)
      throw failure
    }
  }

  /// Adds a line at the end of a file, and drops the oldest ones when it would get longer than `limit` bytes.
  func append(_ line: String, to name: String, limit: Int) throws(Failure) {
    let bytes = Array((line + "\n").utf8)
    let kept = read(name) ?? []
    if kept.count + bytes.count > limit {
      let half = kept.suffix(limit / 2)
      let lines = half.firstIndex(of: UInt8(ascii: "\n")).map { half[($0 + 1)...] } ?? []
      let text = String(decoding: lines + (bytes.count <= limit / 2 ? bytes : []), as: UTF8.self)
      return try write(name, text, executable: false, durable: false)
    }
    let file = open(path(of: name), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure("write", path(of: name)) }
    defer { close(file) }
    // In one piece, so that the lines of two hooks at once stay apart.
    guard Self.write(file, bytes[...]) == bytes.count else { throw failure("write", path(of: name)) }
  }

  /// Gives the file `name` the second name `other` too; on file systems without hard links, moves it.
  func keep(_ name: String, as other: String) throws(Failure) {
    // A link, so that there is no moment without the hook.
    if link(path(of: name), path(of: other)) == 0 { return }
    guard errno != EEXIST, rename(path(of: name), path(of: other)) == 0 else { throw failure("keep", path(of: name)) }
  }

  func move(_ name: String, to other: String) throws(Failure) {
    guard rename(path(of: name), path(of: other)) == 0 else { throw failure("move", path(of: name)) }
    // When both names are links to one file, rename does nothing.
    unlink(path(of: name))
  }

  func remove(_ name: String) throws(Failure) {
    guard unlink(path(of: name)) == 0 || errno == ENOENT else { throw failure("remove", path(of: name)) }
  }

  /// Makes the folder and those above it.
  ///
  /// - Returns: whether it was not there.
  func make() throws(Failure) -> Bool {
    if exists { return false }
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o777) == 0 || errno == EEXIST else { throw failure("make", made) }
    }
    return true
  }

  /// Removes the folder when nothing is in it.
  func removeIfEmpty() { rmdir(path) }

  /// Returns the names of all files, sorted.
  func names() -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Zero when nothing is there.
  private static func mode(of path: String) -> mode_t {
    var information = stat()
    return lstat(path, &information) == 0 ? information.st_mode : 0
  }

  private func failure(_ operation: String, _ path: String) -> Failure {
    Failure(operation: operation, path: path, reason: String(cString: strerror(errno)))
  }

  private static func read(_ file: Int32, _ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Glibc)
        Glibc.read(file, bytes.baseAddress, bytes.count)
      #else
        Darwin.read(file, bytes.baseAddress, bytes.count)
      #endif
    }
  }

  private static func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { bytes in
      #if canImport(Glibc)
        Glibc.write(file, bytes.baseAddress, bytes.count)
      #else
        Darwin.write(file, bytes.baseAddress, bytes.count)
      #endif
    }
  }
}
