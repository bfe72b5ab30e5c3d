import Languages
import Manuscripts
import StructuredText

extension FactSheet {
  /// The addresses to write to that another version links nowhere and has nowhere in its text, and the pages of its own site
  /// to which no words lead any more; the words of one link each.
  func mailboxes(missingIn other: FactSheet) -> [Range<Int>] {
    var missing: [Range<Int>] = []
    var seen: Set<String> = []
    // Most links are still there as they were.
    lazy var kept = Set(other.passage.tree.links.lazy.filter { $0.kind != .image }.map(\.destination))
    lazy var reach = Reach(of: other)
    for link in passage.tree.links where link.kind != .image {
      let tokens: Range<Int>
      if let mailbox = Reach.mailbox(of: link.destination) {
        guard seen.insert(mailbox).inserted, !kept.contains(link.destination), !reach.mailboxes.contains(mailbox)
        else { continue }
        tokens = passage.tokens(of: link)
      } else {
        guard let path = Reach.path(of: link.destination), seen.insert(path).inserted,
          !kept.contains(link.destination), !reach.pages.contains(path)
        else { continue }
        tokens = passage.tokens(of: link)
        // A page may have got another name, to which the same words lead.
        guard !reach.words.contains(passage.words(in: tokens)) else { continue }
      }
      if !tokens.isEmpty { missing.append(tokens) }
    }
    return missing
  }
}

/// Where an article leads its readers on its own site, and whom it lets them write to.
private struct Reach {
  /// The pages of its own site, by their paths, and what whole addresses end in, which may be such a path.
  private(set) var pages: Set<String> = []
  /// The words that lead to pages of its own site.
  private(set) var words: Set<[String]> = []
  /// The addresses to write to, linked or in the text.
  private(set) var mailboxes: Set<String> = []

  init(of sheet: FactSheet) {
    let passage = sheet.passage
    for link in passage.tree.links where link.kind != .image {
      if let mailbox = Self.mailbox(of: link.destination) { mailboxes.insert(mailbox) }
      if let path = Self.path(of: link.destination) {
        pages.insert(path)
        words.insert(passage.words(in: passage.tokens(of: link)))
      }
      if let key = URLKey.key(of: link.destination) { pages.formUnion(Self.tails(of: key)) }
    }
    for token in passage.tokens where token.kind == .address {
      let address = token.folded.lowercased()
      if address.contains("@") { mailboxes.formUnion(address.split(whereSeparator: Self.parts).map(String.init)) }
    }
  }

  /// What a web address ends in: `list` and `members/list` for `example.org/members/list`.
  private static func tails(of key: String) -> [String] {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false).dropFirst().suffix(deepestPage)
    return parts.indices.map { parts[$0...].joined(separator: "/") }
  }

  /// In folders: what lies deeper is found by the words that lead to it.
  private static let deepestPage = 16

  /// Whether a character stands between mailboxes: "<mailto:us@example.org>".
  private static func parts(_ character: Character) -> Bool { "<>():,;\"'?".contains(character) }

  /// The path of a page of the same site, wherever the article that links to it stands: `members` for `/members/`, `../members`
  /// and `/members#list`; `nil` for places in the article itself and for other addresses.
  static func path(of destination: String) -> String? {
    var length = 0
    var isPage = false
    // Most links lead to other sites, and say so in their first bytes.
    bytes: for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "?"): break bytes
      case UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "<"): return nil
      case UInt8(ascii: "/"), UInt8(ascii: "."): isPage = true
      default: break
      }
      length += 1
    }
    let target = Substring(destination.utf8.prefix(length))
    guard isPage, !target.hasPrefix("//") else { return nil }
    let parts = target.split(separator: "/").drop { $0 == "." || $0 == ".." }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// The address in a `mailto:` link, without the subject and the text that it may suggest.
  static func mailbox(of destination: String) -> String? {
    // Few links lead to a mailbox.
    guard let first = destination.utf8.first, first | 0x20 == UInt8(ascii: "m"),
      destination.utf8.count > scheme.utf8.count, destination.lowercased().hasPrefix(scheme)
    else { return nil }
    let address = destination.dropFirst(scheme.count).prefix { $0 != "?" }.lowercased()
    return address.contains("@") ? address : nil
  }

  private static let scheme = "mailto:"
}

extension Passage {
  fileprivate func tokens(of link: MarkdownTree.Link) -> Range<Int> {
    let first = tokens.partitioningIndex { $0.range.lowerBound >= link.text.lowerBound }
    return first..<max(first, tokens.partitioningIndex { $0.range.lowerBound >= link.text.upperBound })
  }

  fileprivate func words(in range: Range<Int>) -> [String] { range.map { tokens[$0].folded } }
}
