#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Repository {
  /// Stores an annotated tag like `createTag`, with the signature that `tag.gpgSign` or `tag.forceSignAnnotated` asks for.
  ///
  /// Git signs, with the key, the format and the program of its configuration. It makes no signed tag without a ref for it,
  /// and the ref is not to be there before what it names is published. So it makes the ref elsewhere, in a folder that
  /// goes away, and the tag among the objects of this repository.
  ///
  /// - Throws: `unsigned` when it could not.
  package func createTagSignedIfAsked(
    _ name: String, of commit: ObjectID, by tagger: Identity, message: String
  ) throws(GitError) -> ObjectID {
    let isAsked = try (configFlag("tag.gpgSign"), configFlag("tag.forceSignAnnotated"))
    guard isAsked.0 == true || isAsked.1 == true else {
      return try createTag(name, of: commit, by: tagger, message: message)
    }
    let parent = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    guard let folder = Self.temporaryFolder(in: parent) else {
      throw GitError(.unsigned, "sign the tag", name, "no folder could be made in \(parent)")
    }
    defer { Self.remove(folder, tag: name) }
    var environment = environment.filter { !["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR"].contains($0.key) }
    environment["GIT_OBJECT_DIRECTORY"] = environment["GIT_OBJECT_DIRECTORY"] ?? commonDirectory + "/objects"
    environment.merge(variables(of: tagger, "COMMITTER")) { $1 }
    // The folder is no place of this repository, so what is configured for that is told again.
    // No hook is asked for a ref that nobody sees, and nothing is written down of it.
    var arguments = ["--git-dir", folder, "-c", "core.hooksPath=/dev/null", "-c", "core.logAllRefUpdates=false"]
    for key in Self.signing {
      if let value = try configString(key) { arguments += ["-c", "\(key)=\(value)"] }
    }
    func git(_ more: [String]) -> [UInt8]? {
      GitCommand(arguments: arguments + more, environment: environment).output()
    }
    let options = ["-c", "i18n.commitEncoding=UTF-8", "tag", "--sign", "--cleanup=verbatim", "-m", message]
    guard git(options + [name, commit.hex]) != nil,
      let line = git(["rev-parse", "--verify", "refs/tags/\(name)"])?.prefix(while: { $0 != UInt8(ascii: "\n") }),
      let signed = ObjectID(hex: String(decoding: line, as: UTF8.self))
    else { throw GitError(.unsigned, "sign the tag", name, "git could not sign it") }
    return signed
  }

  /// What Git signs by.
  private static let signing = [
    "user.signingKey", "gpg.format", "gpg.program", "gpg.openpgp.program", "gpg.x509.program", "gpg.ssh.program",
    "gpg.ssh.defaultKeyCommand",
  ]

  /// Makes a folder that Git takes for a repository without objects of its own.
  private static func temporaryFolder(in parent: String) -> String? {
    var template = Array("\(parent)/editorial-tag.XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    guard let made else { return nil }
    let line = Array("ref: refs/heads/none\n".utf8)
    let head = unsafe mkdir(made + "/refs", 0o700) == 0 ? unsafe creat(made + "/HEAD", 0o600) : -1
    let written = head >= 0 ? unsafe line.withUnsafeBytes { unsafe write(head, $0.baseAddress, $0.count) } : -1
    if head >= 0 { close(head) }
    guard written == line.count else {
      remove(made, tag: "")
      return nil
    }
    return made
  }

  private static func remove(_ folder: String, tag: String) {
    unsafe unlink(folder + "/HEAD")
    unsafe unlink(folder + "/refs/tags/\(tag)")
    // A name may have folders of its own.
    var path = "/refs/tags/\(tag)"
    while let slash = path.lastIndex(of: "/") {
      path = String(path[..<slash])
      unsafe rmdir(folder + path)
    }
  }
}
