import Wording

/// The name of an article: the `{slug}` part of its path, and of the branches it moves through.
///
/// A slug is one path component that is safe as a part of a ref name and as a file name. Nothing is
/// repaired: a name that would need it is refused, with the reason.
package struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String

  /// Reads a slug.
  ///
  /// - Throws: `Slug.Invalid`, which says what is wrong with the name.
  package init(_ name: String) throws(Invalid) {
    if let reason = Self.flaw(in: name) { throw Invalid(name: name, reason: reason) }
    self.name = name
  }

  package var description: String { name }

  /// Orders by bytes, so that no locale matters.
  package static func < (a: Slug, b: Slug) -> Bool { a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }

  // Canonically equivalent strings are equal in Swift and are two files to git: compare bytes.
  package static func == (a: Slug, b: Slug) -> Bool { a.name.utf8.elementsEqual(b.name.utf8) }
  package func hash(into hasher: inout Hasher) {
    for byte in name.utf8 { hasher.combine(byte) }
  }

  /// What the name becomes on a file system that ignores case; two slugs that share it are one file there.
  package var caseFolded: String { name.lowercased() }

  /// Why a name is no slug.
  package struct Invalid: Error, Hashable, Sendable {
    package let name: String
    /// A clause that completes « the name … because it »: `contains a blank`.
    package let reason: String
  }

  /// The longest name, in bytes; `.lock` and a prefix must still fit a file name.
  package static let longest = 200

  private static func flaw(in name: String) -> String? {
    if name.isEmpty { return worded("is empty", fr: "est vide") }
    if name.utf8.count > longest {
      return worded(
        "is longer than \(longest) bytes",
        fr: "a plus de \(longest) octets")
    }
    if name.utf8.contains(UInt8(ascii: "/")) { return worded("contains a slash", fr: "contient une barre oblique") }
    if name.hasPrefix(".") || name.hasSuffix(".") {
      return worded(
        "starts or ends with a full stop",
        fr: "commence ou finit par un point")
    }
    if name.hasPrefix("-") { return worded("starts with a hyphen", fr: "commence par un tiret") }
    if name.lowercased().hasSuffix(".lock") { return worded("ends with .lock", fr: "finit par .lock") }
    if name == "@" { return worded("is @ alone", fr: "est @ tout seul") }
    var previous: Unicode.Scalar = " "
    for scalar in name.unicodeScalars {
      if let reason = flaw(of: scalar, after: previous) { return reason }
      previous = scalar
    }
    return nil
  }

  private static func flaw(of scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> String? {
    if previous == ".", scalar == "." {
      return worded(
        "contains two full stops in a row",
        fr: "contient deux points de suite")
    }
    if previous == "@", scalar == "{" { return worded("contains @{", fr: "contient @{") }
    switch scalar {
    case "~", "^", ":", "?", "*", "[", "\\":
      return worded(
        "contains \(scalar), which no branch name may have",
        fr: "contient \(scalar), qu'aucun nom de branche ne peut avoir")
    case "{", "}", "\"", "<", ">", "|": return worded("contains \(scalar)", fr: "contient \(scalar)")
    case "\u{FFFD}": return worded("is not valid UTF-8", fr: "n'est pas de l'UTF-8")
    case "\u{300}"..."\u{36F}":
      return worded(
        "has an accent written apart from its letter (not in Unicode form NFC)",
        fr: "a un accent écrit à part de sa lettre (il n'est pas en forme Unicode NFC)")
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator:
      return worded(
        "contains a control character",
        fr: "contient un caractère de contrôle")
    case .spaceSeparator: return worded("contains a blank", fr: "contient une espace")
    case .format, .surrogate, .privateUse, .unassigned:
      return worded(
        "contains an invisible or unknown character",
        fr: "contient un caractère invisible ou inconnu")
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint {
      return worded(
        "contains an invisible or unknown character",
        fr: "contient un caractère invisible ou inconnu")
    }
    if scalar.properties.isFullCompositionExclusion {
      return worded(
        "is not in Unicode form NFC",
        fr: "n'est pas en forme Unicode NFC")
    }
    return nil
  }
}
