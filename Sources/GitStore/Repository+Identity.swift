import CGit2

extension Repository {
  /// The two roles that a commit names.
  package enum Role: String, Sendable {
    case author, committer
  }

  /// Returns who makes a commit, by git's rule: the environment, then `author.*` or `committer.*`, then `user.*`.
  ///
  /// Unlike git it never guesses from the machine's account.
  ///
  /// - Parameter now: used unless `GIT_AUTHOR_DATE` or `GIT_COMMITTER_DATE` says another time.
  /// - Throws: `noIdentity` with the key to set; `environment` for a date that cannot be read.
  package func identity(_ role: Role, now: Timestamp) throws(GitError) -> Identity {
    let prefix = role == .author ? "GIT_AUTHOR_" : "GIT_COMMITTER_"
    return Identity(
      name: try part("name", role, environment[prefix + "NAME"]),
      email: try part("email", role, environment[prefix + "EMAIL"]),
      time: try time(environment[prefix + "DATE"], prefix + "DATE", now: now))
  }

  /// Returns somebody by the name and address that they are known by now, as `.mailmap` says and `git log` shows.
  package func mapped(_ identity: Identity) throws(GitError) -> Identity {
    // What was written with a NUL in it is nobody's name in there.
    guard !identity.name.utf8.contains(0), !identity.email.utf8.contains(0) else { return identity }
    let map: Handle<MailmapObject>
    if let known = mailmap.take() {
      map = known
    } else {
      map = try unsafe Handle("read .mailmap") { unsafe git_mailmap_from_repository(&$0, pointer) }
    }
    let list = unsafe map.pointer
    var status: CInt = 0
    // What the list does not know comes back as it was handed in: the very bytes, which must still be there.
    let found = unsafe identity.name.withCString { oldName in
      unsafe identity.email.withCString { oldEmail in
        var name: UnsafePointer<CChar>?
        var email: UnsafePointer<CChar>?
        status = unsafe git_mailmap_resolve(&name, &email, list, oldName, oldEmail)
        guard status == 0 else { return identity }
        return unsafe Identity(
          name: name.map { unsafe String(cString: $0) } ?? identity.name,
          email: email.map { unsafe String(cString: $0) } ?? identity.email, time: identity.time)
      }
    }
    try check(status, "read .mailmap", identity.email)
    mailmap = consume map
    return found
  }

  private func part(_ name: String, _ role: Role, _ given: String?) throws(GitError) -> String {
    var found = given ?? ""
    if found.isEmpty { found = try configString("\(role.rawValue).\(name)") ?? "" }
    if found.isEmpty { found = try configString("user.\(name)") ?? "" }
    if found.isEmpty, name == "email", try configFlag("user.useconfigonly") != true {
      found = environment["EMAIL"] ?? ""
    }
    let clean = withoutCrud(found)
    guard !clean.isEmpty else {
      throw GitError(.noIdentity("user.\(name)"), "name the \(role.rawValue)", "", "user.\(name) is not set")
    }
    return clean
  }

  private func time(_ given: String?, _ variable: String, now: Timestamp) throws(GitError) -> Timestamp {
    guard let given, !given.isEmpty else { return now }
    guard let time = DateReader.read(given, offset: now.offset) else {
      throw GitError(.environment(variable), "read date", given, "\(variable) is not a date git writes")
    }
    return time
  }

  /// Removes what git removes: brackets and line ends anywhere, blanks and punctuation at both ends.
  private func withoutCrud(_ text: String) -> String {
    let isCrud: (UInt8) -> Bool = { $0 <= 32 || ".,:;<>\"\\'".utf8.contains($0) }
    var bytes = Array(text.utf8)[...]
    bytes = bytes.drop(while: isCrud)
    while let last = bytes.last, isCrud(last) { bytes.removeLast() }
    return String(decoding: bytes.filter { !"<>\n".utf8.contains($0) }, as: UTF8.self)
  }
}
