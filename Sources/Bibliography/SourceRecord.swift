package import Facts
import Languages

/// A source as people keep it: in a dossier, in a reference manager, in a list of sources.
package struct SourceRecord: Hashable, Sendable {
  /// What tells it from the others: the name of the dossier's file without its ending, the key of a citation.
  package var id: String
  package var name: String?
  /// What it is, in words: `Press release`.
  package var type: String?
  /// What it is to CSL: `webpage`, `report`.
  package var kind: String
  package var authors: [Author] = []
  /// When it was published: `2025-01-20`, or whatever the entry says.
  package var date: String?
  /// When somebody last looked at it.
  package var accessed: String?
  package var url: String?
  package var language: String?
  /// `8/10`.
  package var reliability: String?
  /// What is quoted from it, in paragraphs.
  package var excerpt = ""
  package var more: [Detail: String] = [:]

  package init(id: String, kind: String? = nil, url: String? = nil) {
    self.id = id
    self.url = url
    self.kind = kind ?? Self.usualKind(url: url)
  }

  /// What a source is to CSL when nobody has said so.
  static func usualKind(url: String?) -> String { url == nil ? "document" : "webpage" }

  /// Who made it.
  package struct Author: Hashable, Sendable {
    package var family: String
    /// `nil` for an institution, whose whole name is the family name.
    package var given: String?

    package init(family: String, given: String? = nil) {
      self.family = family
      self.given = given
    }
  }

  /// What else can be said of a source; the names are those of CSL.
  package enum Detail: String, CaseIterable, Sendable {
    case container = "container-title"
    case publisher, place = "publisher-place"
    case volume, issue, number, page, edition
    case collection = "collection-title"
    case doi = "DOI"
    case isbn = "ISBN"
    case issn = "ISSN"
    case note

    /// The key in the front matter of a dossier's file.
    var key: String { rawValue.lowercased() }
  }
}

extension SourceRecord {
  /// Returns a name for a file or a citation: of the name's words, or of the address.
  package static func id(forName name: String?, url: String?) -> String {
    for text in [name, url.flatMap { URLKey.key(of: $0) }, "source"].compactMap(\.self) {
      let words = WordBreaker.tokens(of: Array(text.utf8)).filter { $0.kind != .mark }.map { token in
        token.folded.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }.filter { !$0.isEmpty }
      var id = ""
      for word in words where id.isEmpty || id.utf8.count + word.utf8.count < 48 {
        id += (id.isEmpty ? "" : "-") + word.prefix(48)
      }
      if !id.isEmpty { return id }
    }
    return "source"
  }

  /// Whether the text can name a file as it is.
  static func isFileName(_ id: String) -> Bool {
    guard let first = id.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"), id.utf8.count <= 80 else {
      return false
    }
    return id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-._".utf8.contains(byte)
    }
  }

  /// Returns a text as one line: where a file breaks it says nothing.
  static func oneLine(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }

  /// Whether its address is one of a page.
  package var hasWebAddress: Bool { url.flatMap { URLKey.key(of: $0) } != nil && url?.hasPrefix("http") == true }

  /// A name for its file, without the ending, or its key: its own id where that can be one.
  package var fileName: String { Self.isFileName(id) ? id : Self.id(forName: name, url: url) }

  /// Whether both are the same source: the same page, or without an address the same name.
  package func isSame(as other: SourceRecord) -> Bool {
    if let key = url.flatMap({ URLKey.key(of: $0) }), let theirs = other.url.flatMap({ URLKey.key(of: $0) }) {
      return key == theirs
    }
    guard url == nil || other.url == nil else { return url == other.url }
    return name != nil && name == other.name
  }

  /// Returns the numbers of a date as ISO 8601 writes it, year first: one to three; `nil` for any other text.
  package static func parts(ofDate text: String) -> [Int]? {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(groups.count),
      zip(groups, widths).allSatisfy({ group, width in
        group.utf8.count == width && group.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return nil }
    let numbers = groups.compactMap { Int($0) }
    let date = PartialDate(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    return date.isPossible ? numbers : nil
  }

  /// Returns numbers as ISO 8601 writes a date.
  static func date(of parts: [Int]) -> String? {
    guard let year = parts.first, (0...9999).contains(year) else { return nil }
    let text = PartialDate(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil
    ).description
    return self.parts(ofDate: text) == nil ? nil : text
  }
}

extension SourceRecord {
  /// Returns an entry of an article's list of sources.
  package init(_ source: Source, language: String?) {
    self.init(
      id: Self.id(forName: source.name?.text, url: source.url?.text), url: source.url?.text)
    name = source.name?.text
    type = source.type?.text
    date = source.dates.first.map(\.description) ?? source.date?.text
    reliability = source.reliabilityOfTen.map { "\($0)/10" }
    self.language = language
  }

  /// Returns all records, those of the dossier first, then what only the article lists; each once, sorted by their ids.
  package static func all(dossier: [SourceRecord], listed: [SourceRecord]) -> [SourceRecord] {
    var found: [SourceRecord] = []
    var lookup = SourceLookup()
    var names = SourceNames()
    for var record in dossier + listed where lookup.place(of: record) == nil {
      lookup.put(record)
      record.id = names.free(record.id)
      found.append(record)
    }
    return found.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
