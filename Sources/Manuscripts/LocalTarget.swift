package import StructuredText

/// A place of its own site that an article names: a page, a file, an image, or one of the article's own headings.
package struct LocalTarget: Sendable {
  package enum Kind: Hashable, Sendable { case link, image }

  package let kind: Kind
  /// The address as it is written.
  package let destination: String
  /// Where it leads, without query, anchor and percent signs; empty for a place in the article itself.
  package let path: String
  /// What follows the `#`; `nil` when nothing does.
  package let anchor: String?
  package let range: TextRange

  /// Reads an address; `nil` for one of another site, and for one that a program has yet to complete.
  init?(_ kind: Kind, _ destination: String, at range: TextRange) {
    let bytes = Array(destination.utf8)
    guard bytes.count <= Self.longest, !bytes.starts(with: Self.otherHost), !Self.hasScheme(bytes),
      !Self.isUnfinished(bytes)
    else { return nil }
    let address = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let anchor = bytes.firstIndex(of: UInt8(ascii: "#")).map { Self.decoded(bytes[($0 + 1)...]) }
    guard let path = Self.decoded(address), anchor == nil || anchor != .some(nil) else { return nil }
    // A query alone asks something of the page that the article will be.
    if path.isEmpty, anchor == nil, !bytes.isEmpty { return nil }
    self.kind = kind
    self.destination = destination
    self.path = path
    self.anchor = anchor ?? nil
    self.range = range
  }

  init?(_ link: MarkdownTree.Link) {
    self.init(link.kind == .image ? .image : .link, link.destination, at: link.range)
  }

  /// Whether the path starts at the site's root.
  package var isFromRoot: Bool { path.utf8.first == UInt8(ascii: "/") }

  /// Longer addresses name nothing in a tree.
  private static let longest = 1000
  private static let otherHost = Array("//".utf8)

  /// `https:`, `mailto:`, `data:` (RFC 3986, 3.1).
  private static func hasScheme(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(where: { !isSchemePart($0) }), end > 0 else { return false }
    return bytes[end] == UInt8(ascii: ":")
  }

  private static func isSchemePart(_ byte: UInt8) -> Bool {
    TreeBuilder.isNamePart(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  /// Templates (`{{ … }}`), short names of a bundler (`@/…`, `~/…`), and what is no path on any system.
  private static func isUnfinished(_ bytes: [UInt8]) -> Bool {
    if let first = bytes.first, first == UInt8(ascii: "@") || first == UInt8(ascii: "~") { return true }
    return bytes.contains { byte in
      switch byte {
      case 0..<0x20: true
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
      case UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "|"): true
      default: false
      }
    }
  }

  /// Reads `%C3%A9`; `nil` when that is no text.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    // Most addresses have nothing to decode.
    var plain = Array(bytes.prefix { $0 != UInt8(ascii: "%") })
    var rest = bytes.dropFirst(plain.count)
    while let (byte, count) = firstByte(of: rest) {
      plain.append(byte)
      rest = rest.dropFirst(count)
    }
    return plain.contains(0) ? nil : String(validating: plain, as: UTF8.self)
  }

  /// The bytes that an address means, each as it is written.
  static func spelling(of address: String) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = Array(address.utf8)[...]
    while let (_, count) = firstByte(of: rest) {
      pieces.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return pieces
  }

  /// The byte that an address begins with, and how many bytes say it.
  private static func firstByte(of address: ArraySlice<UInt8>) -> (byte: UInt8, count: Int)? {
    guard let first = address.first else { return nil }
    let digits = address.dropFirst().prefix(2).compactMap(digit)
    return first == UInt8(ascii: "%") && digits.count == 2 ? (digits[0] << 4 | digits[1], 3) : (first, 1)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}

extension Article {
  /// The places of its own site that the article names, each address once, in the order of the text.
  ///
  /// A site generator resolves the image of the front matter in its own way, unless it is written as a path.
  package var localTargets: [LocalTarget] {
    var found = [frontMatterImage].compactMap { $0 }
    var seen: [LocalTarget.Kind: Set<String>] = [:]
    for link in tree.links where link.kind != .autolink && found.count < Self.mostTargets {
      guard let target = LocalTarget(link),
        seen[target.kind, default: []].insert(target.destination).inserted
      else { continue }
      found.append(target)
    }
    return found
  }

  /// The image that the front matter names by a path.
  var frontMatterImage: LocalTarget? {
    guard let image = frontMatter?.text(.image), Self.isPath(image.text) else { return nil }
    return LocalTarget(.image, image.text, at: image.range)
  }

  /// No article names more, and the work of looking them up stays bounded.
  private static let mostTargets = 500

  private static func isPath(_ address: String) -> Bool {
    ["/", "./", "../"].contains { address.hasPrefix($0) }
  }
}
