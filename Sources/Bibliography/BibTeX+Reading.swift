package import StructuredText
import Wording

extension BibTeX {
  /// Returns the records, and the names of fields that a dossier has no place for.
  ///
  /// - Throws: `StructuredTextError` at the first thing that is not BibTeX.
  package static func records(in bytes: [UInt8]) throws(StructuredTextError) -> ImportedSources {
    var reader = BibTeXReader(bytes)
    var imported = ImportedSources()
    while let entry = try reader.next() { imported.add(entry) }
    return imported
  }
}

extension ImportedSources {
  fileprivate mutating func add(_ entry: BibTeXReader.Entry) {
    var fields = entry.fields
    let take = { (names: String...) -> String? in
      for name in names {
        if let value = fields.removeValue(forKey: name), !value.isEmpty { return value }
      }
      return nil
    }
    let plain = { (text: String?) in text.map { SourceRecord.oneLine(LaTeXText.plain($0)) } }
    let type = entry.type == "online" || entry.type == "electronic" ? "misc" : entry.type
    let url = take("url")
    let kind = take("csltype") ?? BibTeX.kind(forEntry: type, url: url)
    var record = SourceRecord(id: entry.key, kind: plain(kind), url: url)
    record.name = plain(take("title"))
    record.authors = take("author").map(Self.authors) ?? []
    let year = plain(take("year"))
    let month = plain(take("month"))
    let day = plain(take("day"))
    record.date = plain(take("date")) ?? year.map { Self.date(year: $0, month: month, day: day) }
    record.accessed = plain(take("urldate"))
    record.type = plain(take("type"))
    record.language = plain(take("language", "langid"))
    for detail in SourceRecord.Detail.allCases where detail != .note {
      let value = plain(take(BibTeX.field(for: detail, in: type)))
      record.more[detail] = detail == .page ? value?.replacing("--", with: "-") : value
    }
    record.more[.container] = record.more[.container] ?? plain(take("journaltitle", "journal", "booktitle"))
    record.more[.publisher] =
      record.more[.publisher] ?? plain(take("publisher", "institution", "school", "organization"))
    record.more[.place] = record.more[.place] ?? plain(take("location"))
    let note = SourceNote(take("note").map { LaTeXText.plain($0) } ?? "")
    record.reliability = note.reliability
    record.more[.note] = note.rest
    record.excerpt = DossierEntry.paragraphs(of: take("abstract").map { LaTeXText.plain($0) } ?? "")
      .joined(separator: "\n\n")
    records.append(record)
    leftOut.formUnion(fields.keys)
  }

  /// Returns the people of `Weaver, Ada and Tom Orr and {City Council}`.
  private static func authors(_ text: String) -> [SourceRecord.Author] {
    var names: [String] = []
    var current = ""
    var depth = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      if depth == 0, word == "and" {
        names.append(current)
        current = ""
        continue
      }
      depth += word.count { $0 == "{" } - word.count { $0 == "}" }
      current += (current.isEmpty ? "" : " ") + word
    }
    return (names + [current]).filter { !$0.isEmpty }.map { name in
      if name.hasPrefix("{"), name.hasSuffix("}") { return SourceRecord.Author(family: LaTeXText.plain(name)) }
      let parts = name.split(separator: ",", maxSplits: 1).map { DossierEntry.trimmed(LaTeXText.plain(String($0))) }
      if parts.count == 2 { return SourceRecord.Author(family: parts[0], given: parts[1]) }
      let words = LaTeXText.plain(name).split(separator: " ")
      guard let family = words.last, words.count > 1 else { return SourceRecord.Author(family: LaTeXText.plain(name)) }
      return SourceRecord.Author(family: String(family), given: words.dropLast().joined(separator: " "))
    }
  }

  private static func date(year: String, month: String?, day: String?) -> String {
    var parts = [Int(year)]
    if let month {
      parts.append(BibTeX.months.firstIndex(of: month.lowercased().prefix(3).description).map { $0 + 1 } ?? Int(month))
      if let day { parts.append(Int(day)) }
    }
    let numbers = parts.prefix { $0 != nil }.compactMap(\.self)
    return SourceRecord.date(of: numbers) ?? year
  }
}

/// Reads the entries of a BibTeX file; what stands between them is a comment.
private struct BibTeXReader {
  struct Entry {
    let type: String
    let key: String
    var fields: [String: String]
  }

  /// The most bytes that all abbreviations together may stand for: each can hold several of those before it, so that a
  /// page of them could fill any memory.
  private static let mostExpanded = 16 << 20

  private let bytes: [UInt8]
  private var offset = 0
  private var strings: [String: String]
  private var expanded = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    strings = Dictionary(uniqueKeysWithValues: BibTeX.months.map { ($0, $0) })
  }

  /// Returns the next entry; `nil` at the end.
  mutating func next() throws(StructuredTextError) -> Entry? {
    while let at = bytes[offset...].firstIndex(of: UInt8(ascii: "@")) {
      offset = at + 1
      let type = word().lowercased()
      skipBlanks()
      guard let open = peek, open == UInt8(ascii: "{") || open == UInt8(ascii: "("), !type.isEmpty else { continue }
      let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
      if type == "comment" {
        // One between other signs is a comment like all that stands between the entries.
        if open == UInt8(ascii: "{") { _ = try braced() }
        continue
      }
      offset += 1
      if type == "preamble" {
        _ = try value()
        try expect(close)
        continue
      }
      skipBlanks()
      var key = ""
      if type != "string" {
        let start = offset
        while let byte = peek, byte != UInt8(ascii: ","), byte != close { offset += 1 }
        key = DossierEntry.trimmed(String(decoding: bytes[start..<offset], as: UTF8.self))
        if peek == UInt8(ascii: ",") { offset += 1 }
      }
      let fields = try fields(until: close)
      if type == "string" {
        strings.merge(fields) { $1 }
        continue
      }
      return Entry(type: type, key: key, fields: fields)
    }
    offset = bytes.count
    return nil
  }

  private mutating func fields(until close: UInt8) throws(StructuredTextError) -> [String: String] {
    var fields: [String: String] = [:]
    while true {
      skipBlanks()
      if peek == UInt8(ascii: ",") {
        offset += 1
        continue
      }
      if peek == close {
        offset += 1
        return fields
      }
      let name = word().lowercased()
      guard !name.isEmpty else {
        throw error(
          worded("a field or the end of the entry is missing", fr: "il manque un champ ou la fin de l'entrée"))
      }
      skipBlanks()
      try expect(UInt8(ascii: "="))
      let text = try value()
      if fields[name] == nil { fields[name] = text }
    }
  }

  /// A value: `{…}`, `"…"`, a number or a name, joined by `#`.
  private mutating func value() throws(StructuredTextError) -> String {
    var result = ""
    while true {
      skipBlanks()
      switch peek {
      case UInt8(ascii: "{"): result += try braced()
      case UInt8(ascii: "\""): result += try quoted()
      default:
        let name = word()
        guard !name.isEmpty else { throw error(worded("a value is missing", fr: "il manque une valeur")) }
        let meaning = strings[name.lowercased()] ?? name
        expanded += meaning.utf8.count
        guard expanded <= Self.mostExpanded else {
          throw error(
            worded(
              "the abbreviations stand for more than 16 MB", fr: "les abréviations représentent plus de 16 Mo"))
        }
        result += meaning
      }
      skipBlanks()
      guard peek == UInt8(ascii: "#") else { return DossierEntry.trimmed(result) }
      offset += 1
    }
  }

  private mutating func braced() throws(StructuredTextError) -> String {
    let start = offset
    var depth = 0
    while let byte = peek {
      offset += 1
      switch byte {
      case UInt8(ascii: "\\"): offset = min(offset + 1, bytes.count)
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth == 0 { return String(decoding: bytes[(start + 1)..<(offset - 1)], as: UTF8.self) }
    }
    offset = start
    throw error(worded("a brace is never closed", fr: "une accolade n'est jamais fermée"))
  }

  private mutating func quoted() throws(StructuredTextError) -> String {
    let start = offset
    offset += 1
    var depth = 0
    while let byte = peek {
      offset += 1
      switch byte {
      case UInt8(ascii: "\\"): offset = min(offset + 1, bytes.count)
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth <= 0:
        return String(decoding: bytes[(start + 1)..<(offset - 1)], as: UTF8.self)
      default: break
      }
    }
    offset = start
    throw error(worded("a quotation mark is never closed", fr: "un guillemet n'est jamais fermé"))
  }

  private mutating func word() -> String {
    let start = offset
    while let byte = peek, byte > 0x20, !"{}(),=#\"@%".utf8.contains(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func expect(_ byte: UInt8) throws(StructuredTextError) {
    skipBlanks()
    guard peek == byte else {
      let sign = String(decoding: [byte], as: UTF8.self)
      throw error(worded("“\(sign)” is missing", fr: "il manque « \(sign) »"))
    }
    offset += 1
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte <= 0x20 { offset += 1 }
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func error(_ message: String) -> StructuredTextError {
    StructuredTextError(
      message, at: TextRange(min(offset, bytes.count), min(offset + 1, bytes.count)),
      remedy: worded("export the file again", fr: "exportez le fichier de nouveau"))
  }
}
