import Languages
import Manuscripts
import StructuredText

extension FactSheet {
  /// The addresses to write to that another version links nowhere and has nowhere in its text; the words of one link each.
  func mailboxes(missingIn other: FactSheet) -> [Range<Int>] {
    var missing: [Range<Int>] = []
    var seen: Set<String> = []
    for link in passage.tree.links {
      guard let mailbox = Self.mailbox(of: link.destination), seen.insert(mailbox).inserted, !other.gives(mailbox)
      else { continue }
      let first = passage.tokens.partitioningIndex { $0.range.lowerBound >= link.text.lowerBound }
      let end = passage.tokens.partitioningIndex { $0.range.lowerBound >= link.text.upperBound }
      if first < end { missing.append(first..<end) }
    }
    return missing
  }

  /// Whether the article links to the mailbox, or has its address in its text.
  private func gives(_ mailbox: String) -> Bool {
    passage.tree.links.contains { Self.mailbox(of: $0.destination) == mailbox }
      || passage.tokens.contains { $0.kind == .address && $0.folded.lowercased().contains(mailbox) }
  }

  /// The address in a `mailto:` link, without the subject and the text that it may suggest.
  private static func mailbox(of destination: String) -> String? {
    guard destination.utf8.count > scheme.utf8.count, destination.lowercased().hasPrefix(scheme) else { return nil }
    let address = destination.dropFirst(scheme.count).prefix { $0 != "?" }.lowercased()
    return address.contains("@") ? address : nil
  }

  private static let scheme = "mailto:"
}
