package import Gatekeeping
import GitStore

/// What lets `git diff`, `git log -p` and `git show` compare articles by their facts: two settings, and lines in the
/// repository's own attributes that say which files are articles.
///
/// Nothing of it is in a commit, so that everybody chooses for themselves.
struct DiffDriver {
  let repository: Repository

  private static let section = "diff.editorial"
  private static let textConversion = section + ".textconv"
  private static let begin = "# editorial's diff driver begins here"
  /// Where the file did not end in a line feed, so that it will not again.
  private static let beginAfterOpenLine = begin + ", behind a line without an end"
  private static let end = "# editorial's diff driver ends here"

  private var folder: HookFolder { HookFolder(path: repository.commonDirectory + "/info") }
  private static let file = "attributes"

  var isInstalled: Bool { folder.read(Self.file).map { Self.block(in: $0) != nil } ?? false }

  /// Writes settings and attributes; those that are there are renewed.
  func install(for patterns: [ArticlePattern], program: String) throws(HookInstallerError) {
    let kept = folder.read(Self.file).map(Self.withoutBlock) ?? []
    let isOpen = kept.last.map { $0 != 0x0A } ?? false
    let lines = patterns.map { "\(Self.attribute(for: $0)) diff=editorial" }
    let block = [isOpen ? "\n" + Self.beginAfterOpenLine : Self.begin] + lines + [Self.end, ""]
    do throws(HookFolder.Failure) {
      _ = try folder.make()
      try folder.write(
        Self.file, String(decoding: kept, as: UTF8.self) + block.joined(separator: "\n"), executable: false)
    } catch {
      throw .file(error.operation, error.path, error.reason)
    }
    do throws(GitError) {
      try repository.setLocalConfig(Self.textConversion, to: Self.command(program))
      try repository.setLocalConfig(Self.section + ".xfuncname", to: "^#{1,6} .*$")
    } catch {
      throw .git(error)
    }
  }

  /// Takes away what `install` has written, and nothing else.
  func uninstall() throws(HookInstallerError) {
    guard let bytes = folder.read(Self.file), Self.block(in: bytes) != nil else { return }
    do throws(GitError) {
      try repository.removeLocalConfigSection(Self.section)
    } catch {
      throw .git(error)
    }
    let rest = Self.withoutBlock(bytes)
    do throws(HookFolder.Failure) {
      if rest.isEmpty {
        try folder.remove(Self.file)
      } else {
        try folder.write(Self.file, String(decoding: rest, as: UTF8.self), executable: false)
      }
    } catch {
      throw .file(error.operation, error.path, error.reason)
    }
  }

  /// Without the program the text is compared as it is; git would stop when the command failed.
  private static func command(_ program: String) -> String {
    "f() { p=$(command -v editorial) || p=\(HookForwarder.quoted(program)); "
      + "\"$p\" facts -- \"$1\" 2>/dev/null || cat -- \"$1\"; }; f"
  }

  /// `/posts/*-*.md` for `posts/{date}-{slug}.md`.
  private static func attribute(for pattern: ArticlePattern) -> String {
    var path = "/"
    var isCapture = false
    for character in pattern.text {
      switch character {
      case "{": isCapture = true
      case "}":
        isCapture = false
        path += "*"
      case "\\", "[", "]", "?", "\"", " ": if !isCapture { path += "?" }
      default: if !isCapture { path.append(character) }
      }
    }
    return path
  }

  /// The bytes of the block that is ours.
  private static func block(in bytes: [UInt8]) -> Range<Int>? {
    guard let first = bytes.firstRange(of: Array(begin.utf8)),
      let last = bytes[first.upperBound...].firstRange(of: Array((end + "\n").utf8))
    else { return nil }
    let isOpen = bytes[first.lowerBound...].starts(with: Array(beginAfterOpenLine.utf8))
    let start = isOpen && first.lowerBound > 0 ? first.lowerBound - 1 : first.lowerBound
    return start..<last.upperBound
  }

  private static func withoutBlock(_ bytes: [UInt8]) -> [UInt8] {
    guard let block = block(in: bytes) else { return bytes }
    return Array(bytes[..<block.lowerBound] + bytes[block.upperBound...])
  }
}

extension HookInstaller {
  /// Lets git compare articles by their facts in this repository.
  ///
  /// - Parameter program: the absolute path of the program, for when there is none on the `PATH`.
  package func installDiffDriver(
    for patterns: [ArticlePattern], program: String
  ) throws(HookInstallerError) {
    guard program.hasPrefix("/"), !program.utf8.contains(where: { $0 < 0x20 }) else {
      throw .unusableProgramPath(program)
    }
    try diffDriver.install(for: patterns, program: program)
  }
}
