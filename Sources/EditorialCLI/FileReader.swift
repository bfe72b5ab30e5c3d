#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads files named on the command line; their errors are told in the words of an editor.
enum FileReader {
  enum Kind { case file, folder, other }

  /// More than this is no article, and would only fill the memory.
  static let limit = 64 << 20

  /// Returns what stands at `path`, symbolic links followed; `nil` when nothing does.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Returns the bytes of the file at `path`; `-` is standard input.
  static func bytes(of path: String) throws -> [UInt8] {
    if path == "-" { return try bytes(of: 0, named: "standard input") }
    if kind(of: path) == .folder {
      throw Failure("read \(path)", because: "it is a folder", remedy: "Name one of the files in it.")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, named: path)
  }

  /// Returns the names in the folder at `path`, sorted by their bytes; hidden files are left out.
  static func names(inFolder path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw failure(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns the absolute path of a file, without symbolic links; `nil` when there is no such file.
  static func realPath(of path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func bytes(of descriptor: Int32, named name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name, errno)
      }
      bytes += buffer[..<count]
      if bytes.count > limit {
        throw Failure("read \(name)", because: "it is larger than 64 MB, which no article is")
      }
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> Failure {
    Failure("read \(path)", because: explanation(of: code))
  }

  /// Returns the system's words for an error number, in lower case so that they end a sentence.
  static func explanation(of code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "you may not read or write it"
    case ENOSPC: "the disk is full"
    case ENOTDIR: "a part of the path is no folder"
    default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }
}

extension FileReader {
  /// Returns the paths of the files below `root`, relative to it, sorted; links are not followed.
  ///
  /// Stops after `limit` files: what the names tell is plain by then. `.git` and `node_modules` are not looked into.
  static func paths(below root: String, limit: Int = 50_000) -> [String] {
    var paths: [String] = []
    var folders = [""]
    while let folder = folders.popLast(), paths.count < limit {
      guard let handle = opendir(folder.isEmpty ? root : "\(root)/\(folder)") else { continue }
      defer { closedir(handle) }
      while let entry = readdir(handle) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if [".", "..", ".git", "node_modules"].contains(name) { continue }
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        var status = stat()
        guard lstat("\(root)/\(path)", &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: if path.utf8.count < 1000 { folders.append(path) }
        case S_IFREG: paths.append(path)
        default: break
        }
      }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
