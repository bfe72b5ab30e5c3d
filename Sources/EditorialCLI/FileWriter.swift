#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes the few files that the program makes in a work tree.
enum FileWriter {
  /// Creates the file at `path`; what is there already, a link included, is left alone.
  ///
  /// - Returns: Whether the file is new.
  /// - Throws: `Failure`; nothing is left behind then.
  static func create(_ path: String, _ bytes: [UInt8]) throws -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST || errno == ELOOP { return false }
      throw Failure("write \(path)", because: FileReader.explanation(of: errno))
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let code = errno
        close(descriptor)
        unlink(path)
        throw Failure("write \(path)", because: FileReader.explanation(of: code))
      }
    }
    guard close(descriptor) == 0 else {
      let code = errno
      unlink(path)
      throw Failure("write \(path)", because: FileReader.explanation(of: code))
    }
    return true
  }
}
