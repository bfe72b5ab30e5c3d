import Wording

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
    if path == "-" { return try bytes(of: 0, named: worded("standard input", fr: "l'entrée standard")) }
    if kind(of: path) == .folder {
      throw Failure(
        worded("read \(path)", fr: "lire \(path)"), because: worded("it is a folder", fr: "c'est un dossier"),
        remedy: worded(
          "Name one of the files in it.",
          fr: "Nommez un des fichiers qu'il contient."))
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
    // Most files are small, and memory that is touched costs a hook more than a second turn.
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name, errno)
      }
      bytes += buffer[..<count]
      if count == buffer.count { buffer = [UInt8](repeating: 0, count: 1 << 16) }
      if bytes.count > limit {
        throw Failure(
          worded("read \(name)", fr: "lire \(name)"),
          because: worded(
            "it is larger than 64 MB, which no article is",
            fr: "il dépasse 64 Mo, ce qu'aucun article ne fait"))
      }
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> Failure {
    Failure(worded("read \(path)", fr: "lire \(path)"), because: explanation(of: code))
  }

  /// The error numbers that `explanation` has words of its own for.
  static let explainedCodes = [ENOENT, EACCES, EPERM, ENOSPC, EDQUOT, EROFS, EIO, EISDIR, ENOTDIR]

  /// Returns the system's words for an error number, in lower case so that they end a sentence.
  static func explanation(of code: Int32) -> String {
    switch code {
    case ENOENT: worded("there is no such file", fr: "il n'y a pas de tel fichier")
    case EACCES, EPERM:
      worded(
        "you may not read or write it",
        fr: "vous n'avez pas le droit de le lire ou d'y écrire")
    case ENOSPC, EDQUOT: worded("the disk is full", fr: "le disque est plein")
    case EROFS: worded("nothing can be written on this disk", fr: "rien ne peut être écrit sur ce disque")
    case EIO: worded("the disk does not answer", fr: "le disque ne répond pas")
    case EISDIR: worded("it is a folder", fr: "c'est un dossier")
    case ENOTDIR: worded("a part of the path is no folder", fr: "une partie du chemin n'est pas un dossier")
    default: strerror(code).map { String(cString: $0) } ?? worded("error \(code)", fr: "erreur \(code)")
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
