import Wording

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
      throw Failure(worded("write \(path)", fr: "écrire \(path)"), because: FileReader.explanation(of: errno))
    }
    do { try finish(descriptor, path, bytes) } catch {
      unlink(path)
      throw error
    }
    return true
  }

  /// Writes the file at `path`, whatever it holds.
  ///
  /// - Parameter adds: Whether what it holds stays in front.
  /// - Throws: `Failure`.
  static func write(_ path: String, _ bytes: [UInt8], adds: Bool) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (adds ? O_APPEND : O_TRUNC), 0o666)
    guard descriptor >= 0 else {
      throw Failure(worded("write \(path)", fr: "écrire \(path)"), because: FileReader.explanation(of: errno))
    }
    try finish(descriptor, path, bytes)
  }

  /// Makes a folder unless there is one.
  ///
  /// - Throws: `Failure`.
  static func createFolder(_ path: String) throws {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw Failure(
      worded("make the folder \(path)", fr: "créer le dossier \(path)"), because: FileReader.explanation(of: errno))
  }

  /// Writes all the bytes and closes the file.
  private static func finish(_ descriptor: Int32, _ path: String, _ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let code = errno
        close(descriptor)
        throw Failure(worded("write \(path)", fr: "écrire \(path)"), because: FileReader.explanation(of: code))
      }
    }
    guard close(descriptor) == 0 else {
      throw Failure(worded("write \(path)", fr: "écrire \(path)"), because: FileReader.explanation(of: errno))
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
