import Languages
import Manuscripts
import StructuredText

extension FactSheet {
  /// The addresses to write to that another version links nowhere and has nowhere in its text, and the pages of its own site
  /// to which no words lead any more; the words of one link each.
  func mailboxes(missingIn other: FactSheet) -> [Range<Int>] {
    var missing: [Range<Int>] = []
    var seen: Set<String> = []
    for link in passage.tree.links where link.kind != .image {
      if let mailbox = Self.mailbox(of: link.destination) {
        guard seen.insert(mailbox).inserted, !other.gives(mailbox) else { continue }
      } else {
        // A page may have got another name, to which the same words lead.
        guard let path = Self.path(of: link.destination), seen.insert(path).inserted, !other.leads(to: path),
          !other.leadsSomewhere(from: words(of: link))
        else { continue }
      }
      let tokens = tokens(of: link)
      if !tokens.isEmpty { missing.append(tokens) }
    }
    return missing
  }

  private func tokens(of link: MarkdownTree.Link) -> Range<Int> {
    let first = passage.tokens.partitioningIndex { $0.range.lowerBound >= link.text.lowerBound }
    return first..<max(first, passage.tokens.partitioningIndex { $0.range.lowerBound >= link.text.upperBound })
  }

  private func words(of link: MarkdownTree.Link) -> [String] { tokens(of: link).map { passage.tokens[$0].folded } }

  /// Whether the words are a link to a page of the same site.
  private func leadsSomewhere(from words: [String]) -> Bool {
    passage.tree.links.contains { link in
      link.kind != .image && Self.path(of: link.destination) != nil && self.words(of: link) == words
    }
  }

  /// Whether the article links to the mailbox, or has its address in its text.
  private func gives(_ mailbox: String) -> Bool {
    passage.tree.links.contains { Self.mailbox(of: $0.destination) == mailbox }
      || passage.tokens.contains { $0.kind == .address && $0.folded.lowercased().contains(mailbox) }
  }

  /// Whether the article links to the page of its own site, by its path or by its whole address.
  private func leads(to path: String) -> Bool {
    passage.tree.links.contains { link in
      guard link.kind != .image else { return false }
      return Self.path(of: link.destination) == path
        || URLKey.key(of: link.destination).map { $0.hasSuffix("/" + path) } == true
    }
  }

  /// The path of a page of the same site, wherever the article that links to it stands: `members` for `/members/`, `../members`
  /// and `/members#list`; `nil` for places in the article itself and for other addresses.
  private static func path(of destination: String) -> String? {
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
  private static func mailbox(of destination: String) -> String? {
    // Few links lead to a mailbox.
    guard let first = destination.utf8.first, first | 0x20 == UInt8(ascii: "m"),
      destination.utf8.count > scheme.utf8.count, destination.lowercased().hasPrefix(scheme)
    else { return nil }
    let address = destination.dropFirst(scheme.count).prefix { $0 != "?" }.lowercased()
    return address.contains("@") ? address : nil
  }

  private static let scheme = "mailto:"
}
