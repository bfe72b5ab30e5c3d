import Wording

/// One stage of the workflow, the branch that holds it, and what an article must meet to be there.
package struct Stage: Hashable, Sendable {
  /// `factual`, as it stands in policies and on the command line.
  package let name: String
  package let branch: BranchPattern
  /// `nil` when everything may enter.
  package let gate: Gate?

  package init(name: String, branch: BranchPattern, gate: Gate? = nil) {
    self.name = name
    self.branch = branch
    self.gate = gate
  }

  /// Whether all articles of the stage share one branch.
  package var isShared: Bool { branch.name(for: nil) != nil }
}

/// The name of a stage's branch: `styled/{slug}`, or `main` for a branch that all articles share.
package struct BranchPattern: Hashable, Sendable, CustomStringConvertible {
  /// What stands before `{slug}`; the whole name of a shared branch.
  package let prefix: String
  /// What stands after `{slug}`; `nil` for a shared branch.
  package let suffix: String?

  package var description: String { suffix.map { prefix + "{slug}" + $0 } ?? prefix }

  /// Reads a pattern.
  ///
  /// - Throws: `BranchPattern.Invalid` when no branch can have such a name, or when it starts with `{slug}` and would take in every branch.
  package init(_ text: String) throws(Invalid) {
    let marker = Array("{slug}".utf8)
    let bytes = Array(text.utf8)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: marker) }
    guard starts.count <= 1 else {
      throw Invalid(
        reason: worded(
          "has more than one {slug}",
          fr: "a plus d'un {slug}"))
    }
    if let start = starts.first {
      guard start > 0 else {
        throw Invalid(
          reason: worded(
            "starts with {slug}, and would take in every branch",
            fr: "commence par {slug}, et engloberait toutes les branches"))
      }
      prefix = String(decoding: bytes[..<start], as: UTF8.self)
      suffix = String(decoding: bytes[(start + marker.count)...], as: UTF8.self)
    } else {
      prefix = text
      suffix = nil
    }
    if let reason = Self.flaw(inBranch: prefix + (suffix.map { "x" + $0 } ?? "")) { throw Invalid(reason: reason) }
  }

  /// Takes parts that are known to make branch names.
  init(prefix: String, suffix: String?) {
    self.prefix = prefix
    self.suffix = suffix
  }

  /// Why a text is no branch pattern.
  package struct Invalid: Error, Hashable, Sendable {
    /// A clause with the pattern as its subject.
    package let reason: String
  }

  /// Returns the branch of the article `slug`, without `refs/heads/`; `nil` when the pattern needs a slug and gets none.
  package func name(for slug: Slug?) -> String? {
    guard let suffix else { return prefix }
    return slug.map { prefix + $0.name + suffix }
  }

  /// What a branch's name says when it fits the pattern.
  package enum Match: Hashable, Sendable {
    case shared
    /// The branch of one article; the name is not yet known to be a slug.
    case article(String)
  }

  /// Returns how `branch` fits the pattern; `nil` when it does not.
  package func match(_ branch: String) -> Match? {
    let bytes = Array(branch.utf8)
    let head = Array(prefix.utf8)
    guard let suffix else { return bytes == head ? .shared : nil }
    let tail = Array(suffix.utf8)
    guard bytes.count > head.count + tail.count, bytes.starts(with: head),
      bytes.suffix(tail.count).elementsEqual(tail)
    else { return nil }
    return .article(String(decoding: bytes[head.count..<(bytes.count - tail.count)], as: UTF8.self))
  }

  /// The rules of `git check-ref-format`, and no blanks or braces.
  private static func flaw(inBranch name: String) -> String? {
    if name.isEmpty || name.hasPrefix("/") || name.hasSuffix("/") || name.hasPrefix("-") || name == "HEAD"
      || name == "@"
    {
      return worded(
        "is no name that git allows for a branch",
        fr: "n'est pas un nom que Git admet pour une branche")
    }
    for part in name.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isEmpty || part.hasPrefix(".") || part.hasSuffix(".") || part.lowercased().hasSuffix(".lock") {
        return worded(
          "is no name that git allows for a branch",
          fr: "n'est pas un nom que Git admet pour une branche")
      }
    }
    var previous: UInt8 = 0
    for byte in name.utf8 {
      switch byte {
      case 0...0x20, 0x7F:
        return worded(
          "contains a blank or a control character",
          fr: "contient une espace ou un caractère de contrôle")
      case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "*"),
        UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        return worded(
          "contains \(Unicode.Scalar(byte)), which no branch name may have",
          fr: "contient \(Unicode.Scalar(byte)), qu'aucun nom de branche ne peut avoir")
      case UInt8(ascii: ".") where previous == byte:
        return worded(
          "contains two full stops in a row",
          fr: "contient deux points de suite")
      default: break
      }
      previous = byte
    }
    return nil
  }
}
