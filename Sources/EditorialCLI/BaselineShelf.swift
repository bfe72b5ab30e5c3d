import Reports

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Baselines as read-only files, so that an editor can open them: they lie in commits, where no editor looks.
///
/// The files are in a temporary folder, which goes when the editor does.
final class BaselineShelf {
  private var folder: String?
  private var isBroken = false
  /// What each file holds, by its name.
  private var contents: [String: [UInt8]] = [:]

  /// Whether a path is one of ours.
  func holds(_ path: String) -> Bool { folder.map { path.hasPrefix($0 + "/") } ?? false }

  /// Returns the path of a file that holds the text; `nil` when none can be written.
  func place(_ text: LocatedText) -> String? {
    guard let folder = opened() else { return nil }
    let name = Self.name(for: text.path)
    let path = "\(folder)/\(name)"
    if contents[name] == text.bytes { return path }
    unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o400)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var offset = 0
    while offset < text.bytes.count {
      let count = text.bytes[offset...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        unlink(path)
        return nil
      }
      offset += count
    }
    contents[name] = text.bytes
    return path
  }

  /// Removes every file.
  func clear() {
    guard let folder else { return }
    for name in contents.keys { unlink("\(folder)/\(name)") }
    rmdir(folder)
    self.folder = nil
    contents = [:]
  }

  private func opened() -> String? {
    if folder == nil, !isBroken {
      let parent = Surroundings.environment()["TMPDIR"] ?? "/tmp"
      var template = Array("\(parent)/editorial-baselines.XXXXXX".utf8CString)
      let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
      folder =
        made ? FileReader.realPath(of: String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)) : nil
      isBroken = folder == nil
    }
    return folder
  }

  /// `factual/solar-roofs:articles/solar-roofs.md` as the name of one file that keeps its ending.
  private static func name(for label: String) -> String {
    let safe = label.utf8.map { byte in
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") || byte <= 0x20 ? UInt8(ascii: "-") : byte
    }
    let name = String(decoding: safe.suffix(200), as: UTF8.self)
    return name.hasPrefix(".") ? "-" + name : name
  }
}
