import GitStore
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks for the locks that killed programs leave behind: while one is there, Git moves nothing in that place.
struct LockSearch {
  let repository: Repository
  /// Seconds since 1970.
  let now: Int64

  /// A lock of this age belongs to a program that works, or to an editor that has a commit message open.
  private static let young: Int64 = 10 * 60
  /// After a day nobody has a message open any more.
  private static let old: Int64 = 24 * 60 * 60
  /// More folders than this below `refs` are not looked into.
  private static let mostFolders = 20_000

  func ailments() -> [Ailment] {
    var paths: [String] = []
    for folder in Set([repository.gitDirectory, repository.commonDirectory]).sorted() {
      for name in ["index", "HEAD", "packed-refs", "config", "shallow", "ORIG_HEAD", "FETCH_HEAD"] {
        paths.append("\(folder)/\(name).lock")
      }
      var folders = ["\(folder)/refs"]
      var seen = 0
      while let next = folders.popLast(), seen < Self.mostFolders {
        seen += 1
        for (name, isFolder) in Self.entries(of: next) {
          if isFolder {
            folders.append("\(next)/\(name)")
          } else if name.hasSuffix(".lock") {
            paths.append("\(next)/\(name)")
          }
        }
      }
    }
    return paths.sorted().compactMap(ailment)
  }

  private func ailment(_ path: String) -> Ailment? {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    #if canImport(Glibc)
      let changed = Int64(information.st_mtim.tv_sec)
    #else
      let changed = Int64(information.st_mtimespec.tv_sec)
    #endif
    let age = now - changed
    guard age >= Self.young else { return nil }
    let hours = age / 3600
    let since =
      hours < 1
      ? worded("\(age / 60) minutes", fr: "\(age / 60) minutes")
      : hours == 1
        ? worded("an hour", fr: "une heure")
        : worded(
          "\(hours) hours",
          fr: "\(hours) heures")
    return Ailment(
      .error,
      worded(
        "A lock has been in the way for \(since), so Git cannot write there; no Git is likely to be at work still",
        fr: "Un verrou gêne depuis \(since) : Git ne peut pas écrire là ; aucun Git n'y travaille sans doute plus"),
      command: ["rm", path], cure: age >= Self.old ? .remove(path) : nil)
  }

  /// - Returns: Whether the file is gone.
  static func remove(_ path: String) -> Bool { unlink(path) == 0 || errno == ENOENT }

  private static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var found: [(String, Bool)] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      var information = stat()
      guard lstat("\(folder)/\(name)", &information) == 0 else { continue }
      found.append((name, information.st_mode & S_IFMT == S_IFDIR))
    }
    return found
  }
}
