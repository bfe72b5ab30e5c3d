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
  /// Those dates and any other that the entry has, in its title or anywhere else.
  package var mentionedDates: Set<PartialDate> = []
  /// Every date on which the entry says that it was looked up.
  var accessDates: Set<PartialDate> = []
  /// The tokens of the whole entry: a title that is the name in one form stands beside a name in another.
  var lines: [Range<Int>] = []
  package var type: Part?
  package var reliability: Part?
  /// How reliable it is said to be, from 0 to 1: 4/5 for « 8/10 », ★★★★☆ or « 80 % »; `nil` when no number says it.
  package var rating: ExactNumber?
  /// The rating as n of ten, rounded down.
  package var reliabilityOfTen: Int? { rating.map { Int($0.numerator * 10 / $0.denominator) } }
  /// The grade that it is given in words, by the name that all packs have for it, or those words, folded.
  package var reliabilityGrade: String?
  /// The number of its list item, or in brackets before its name: `[2]` in running text means this entry.
  package var number: Int?
  /// The letter before that number, folded: `s` of `S2`.
  package var letter: String?
  /// The label of the footnote that defines it.
  package var footnote: String?
  /// The whole entry.
  package let range: TextRange

  package init(range: TextRange) {
    self.range = range
  }

  /// The URL without scheme, `www.`, tracking parameters, fragment and final slash: what makes two URLs the same page.
  package var urlKey: String? { url.flatMap { URLKey.key(of: $0.text) } }

  /// The part of the page that the URL leads to; `nil` for the whole page.
  var urlFragment: String? { url.flatMap { URLKey.fragment(of: $0.text) } }
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
    let text = Array(text.utf8)
    // Most other addresses lead to a place of the same site.
    guard let first = text.first, first == slash || first | 0x20 == h || first == www[0] else { return nil }
    let scheme = schemes.first { text.starts(with: $0) }
    guard scheme != nil || text.starts(with: www) else { return nil }
    let rest = text.dropFirst(scheme?.count ?? 0)
    let authority = rest.prefix { $0 != slash && $0 != questionMark && $0 != numberSign }
    var key: [UInt8] = []
    key.reserveCapacity(rest.count)
    if authority.contains(where: { $0 >= 0x80 }) {
      key += lowercased(authority)
    } else {
      for byte in authority { key.append(lowercased(byte)) }
    }
    if key.starts(with: www) { key.removeFirst(www.count) }
    guard key.contains(dot), key.first != dot, key.last != dot, !key.contains(where: { $0 <= 0x20 }) else {
      return nil
    }
    let target = rest[authority.endIndex...].prefix { $0 != numberSign }
    let path = target.prefix { $0 != questionMark }
    key += path[..<(path.lastIndex { $0 != slash }.map { $0 + 1 } ?? path.startIndex)]
    var sign = questionMark
    // Few addresses have parameters.
    guard path.endIndex < target.endIndex else { return String(decoding: key, as: UTF8.self) }
    for parameter in target[path.endIndex...].dropFirst().split(separator: ampersand)
    where !tracking.contains(where: { parameter.lazy.map(lowercased).starts(with: $0) }) {
      key.append(sign)
      key += parameter
      sign = ampersand
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Returns what stands behind the number sign of an address, its escapes resolved; `nil` where nothing does.
  package static func fragment(of text: String) -> String? {
    guard let sign = text.utf8.firstIndex(of: numberSign) else { return nil }
    let written = Array(text.utf8[sign...].dropFirst())
    var fragment: [UInt8] = []
    fragment.reserveCapacity(written.count)
    var index = 0
    while index < written.count {
      if written[index] == percentSign, index + 2 < written.count,
        let byte = UInt8(String(decoding: written[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        fragment.append(byte)
        index += 3
      } else {
        fragment.append(written[index])
        index += 1
      }
    }
    return fragment.isEmpty ? nil : String(decoding: fragment, as: UTF8.self)
  }

  /// Whether both links lead to a part of their page, each to another one: a part named or left out is no change.
  static func areOtherParts(_ fragment: String?, _ other: String?) -> Bool {
    fragment != nil && other != nil && fragment != other
  }

  private static func lowercased(_ host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    Array(String(decoding: host, as: UTF8.self).lowercased().utf8)[...]
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static let schemes = ["https://", "http://", "HTTPS://", "HTTP://", "//"].map { Array($0.utf8) }
  private static let www = Array("www.".utf8)
  private static let h = UInt8(ascii: "h")
  private static let slash = UInt8(ascii: "/")
  private static let questionMark = UInt8(ascii: "?")
  private static let numberSign = UInt8(ascii: "#")
  private static let percentSign = UInt8(ascii: "%")
  private static let dot = UInt8(ascii: ".")
  private static let ampersand = UInt8(ascii: "&")

  /// Parameters that name a campaign, not a page.
  private static let tracking = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid="].map { Array($0.utf8) }
}
