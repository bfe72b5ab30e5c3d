import Reports
package import StructuredText
import Wording

/// Sources as CSL-JSON, which Zotero and pandoc read and write.
package enum CSLJSON {
  /// Returns the records as an array, one member a line.
  package static func text(_ records: [SourceRecord]) -> String {
    var writer = JSONWriter(pretty: true)
    writer.array { writer in
      for record in records {
        writer.item()
        writer.object { write(record, to: &$0) }
      }
    }
    return writer.text + "\n"
  }

  private static func write(_ record: SourceRecord, to writer: inout JSONWriter) {
    func member(_ name: String, _ value: String?) {
      if let value { writer.member(name, value) }
    }
    member("id", record.id)
    member("type", record.kind)
    member("title", record.name)
    if !record.authors.isEmpty {
      writer.list("author", of: record.authors) { writer, author in
        writer.object { writer in
          if let given = author.given {
            writer.member("family", author.family)
            writer.member("given", given)
          } else {
            writer.member("literal", author.family)
          }
        }
      }
    }
    write("issued", record.date, to: &writer)
    write("accessed", record.accessed, to: &writer)
    member("URL", record.url)
    member("genre", record.type)
    member("language", record.language)
    for detail in SourceRecord.Detail.allCases where detail != .note { member(detail.rawValue, record.more[detail]) }
    member("note", SourceNote(reliability: record.reliability, rest: record.more[.note]).text)
    member("abstract", record.excerpt.isEmpty ? nil : record.excerpt)
  }

  private static func write(_ name: String, _ date: String?, to writer: inout JSONWriter) {
    guard let date else { return }
    writer.key(name)
    writer.object { writer in
      guard let parts = SourceRecord.parts(ofDate: date) else { return writer.member("raw", date) }
      writer.key("date-parts")
      writer.array { writer in
        writer.item()
        writer.array { writer in
          for part in parts {
            writer.item()
            writer.value(part)
          }
        }
      }
    }
  }

  /// Returns the records, and the names of what they hold that a dossier has no place for.
  ///
  /// - Throws: `StructuredTextError`.
  package static func records(in bytes: [UInt8]) throws(StructuredTextError) -> ImportedSources {
    let root = try JSONReader.node(in: bytes)
    guard let items = root.items ?? (root.entries == nil ? nil : [root]) else {
      throw StructuredTextError(
        worded("this is no list of sources", fr: "ce n'est pas une liste de sources"), at: root.range,
        remedy: worded("export them as CSL JSON", fr: "exportez-les en CSL JSON"))
    }
    var imported = ImportedSources()
    for item in items {
      guard let entries = item.entries else {
        throw StructuredTextError(
          worded("this is no source", fr: "ce n'est pas une source"), at: item.range,
          remedy: worded("a source is an object with an id", fr: "une source est un objet avec un id"))
      }
      imported.records.append(record(item))
      for entry in entries where !known.contains(entry.key.text) { imported.leftOut.insert(entry.key.text) }
    }
    return imported
  }

  private static let known: Set<String> = Set(
    ["id", "type", "title", "author", "issued", "accessed", "URL", "genre", "language", "abstract", "citation-key"]
      + SourceRecord.Detail.allCases.map(\.rawValue))

  private static func record(_ item: Node) -> SourceRecord {
    let text = { (key: String) in item[key]?.text.flatMap { $0.isEmpty ? nil : $0 } }
    let url = text("URL")
    var record = SourceRecord(id: text("citation-key") ?? text("id") ?? "", kind: text("type"), url: url)
    record.name = text("title")
    record.authors = (item["author"]?.items ?? []).compactMap(author)
    record.date = item["issued"].flatMap(date)
    record.accessed = item["accessed"].flatMap(date)
    record.type = text("genre")
    record.language = text("language")
    for detail in SourceRecord.Detail.allCases where detail != .note { record.more[detail] = text(detail.rawValue) }
    let note = SourceNote(text("note") ?? "")
    record.reliability = note.reliability
    record.more[.note] = note.rest
    record.excerpt = DossierEntry.paragraphs(of: text("abstract") ?? "").joined(separator: "\n\n")
    return record
  }

  private static func author(_ node: Node) -> SourceRecord.Author? {
    let text = { (key: String) in node[key]?.text.flatMap { $0.isEmpty ? nil : $0 } }
    if let literal = text("literal") { return SourceRecord.Author(family: literal) }
    let family = [text("non-dropping-particle"), text("family")].compactMap(\.self).joined(separator: " ")
    let given = [text("given"), text("dropping-particle"), text("suffix")].compactMap(\.self).joined(separator: " ")
    if family.isEmpty { return given.isEmpty ? nil : SourceRecord.Author(family: given) }
    return SourceRecord.Author(family: family, given: given.isEmpty ? nil : given)
  }

  private static func date(_ node: Node) -> String? {
    let parts = node["date-parts"]?.items?.first?.items?.compactMap { $0.text.flatMap { Int($0) } } ?? []
    return SourceRecord.date(of: parts) ?? node["raw"]?.text ?? node["literal"]?.text ?? node.text
  }
}

/// What was read from another program's file.
package struct ImportedSources: Sendable {
  package var records: [SourceRecord] = []
  /// The names of what a dossier has no place for.
  package var leftOut: Set<String> = []
}

/// A note on a source, with its reliability on a line of its own: reference managers have no field for that.
struct SourceNote {
  let reliability: String?
  let rest: String?

  private static let mark = "reliability: "

  init(reliability: String?, rest: String?) {
    self.reliability = reliability
    self.rest = rest
  }

  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let line = lines.first { $0.hasPrefix(Self.mark) }
    reliability = line.map { String($0.dropFirst(Self.mark.count)) }
    let others = lines.filter { $0 != line }.joined(separator: "\n")
    rest = others.isEmpty ? nil : others
  }

  var text: String? {
    let lines = [reliability.map { Self.mark + $0 }, rest].compactMap(\.self)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
