package import Languages
package import StructuredText

/// One entry of the sources section: what the article rests on.
package struct Source: Sendable {
  /// A part of the entry and where it stands in the blob.
  package struct Part: Hashable, Sendable {
    package let text: String
    package let range: TextRange

    package init(text: String, range: TextRange) {
      self.text = text
      self.range = range
    }
  }

  package var name: Part?
  /// The name's words, folded, to match citations with.
  package var nameWords: [String] = []
  package var url: Part?
  /// Whether the entry has a field for a URL, filled in or not.
  package var hasURLField = false
  package var date: Part?
  /// Every date of the entry, to compare by value: published, updated.
  package var dates: [PartialDate] = []
  package var type: Part?
  package var reliability: Part?
  /// n of ten; `nil` when there is none or it cannot be read.
  package var reliabilityOfTen: Int?
  /// The label of the footnote that defines it.
  package var footnote: String?
  /// The whole entry.
  package let range: TextRange

  package init(range: TextRange) {
    self.range = range
  }

  /// The URL without scheme, `www.`, tracking parameters, fragment and final slash: what makes two URLs the same page.
  package var urlKey: String? { url.flatMap { URLKey.key(of: $0.text) } }
}

/// The place where an article lists its sources.
package struct SourcesSection: Sendable {
  /// The heading; `nil` for footnotes and front matter.
  package var heading: TextRange?
  package var entries: [Source] = []
  /// Running text of the section that belongs to no entry, sentence by sentence, in the sheet's sentences.
  package var prose: [Int] = []
  /// All of it; an empty range when the front matter or footnotes list the sources.
  package var range: TextRange

  package init(range: TextRange) {
    self.range = range
  }
}

/// Reduces URLs to what identifies a page.
package enum URLKey {
  /// Returns the key of a web address; `nil` when the text is none.
  package static func key(of text: String) -> String? {
    var rest = Substring(text)
    var hadScheme = false
    for scheme in ["https://", "http://", "HTTPS://", "HTTP://", "//"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      hadScheme = true
      break
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    var host = authority.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    guard hadScheme || text.hasPrefix("www."), host.contains("."), !host.hasPrefix("."), !host.hasSuffix("."),
      !host.utf8.contains(where: { $0 <= 0x20 })
    else { return nil }
    var path = rest.dropFirst(authority.count).prefix { $0 != "#" }
    var query: Substring = ""
    if let mark = path.firstIndex(of: "?") {
      query = path[path.index(after: mark)...]
      path = path[..<mark]
    }
    while path.hasSuffix("/") { path.removeLast() }
    let kept = query.split(separator: "&").filter { parameter in
      !tracking.contains { parameter.lowercased().hasPrefix($0) }
    }
    return host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  /// Parameters that name a campaign, not a page.
  private static let tracking = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid="]
}
