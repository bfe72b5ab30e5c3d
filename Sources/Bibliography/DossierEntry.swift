package import Manuscripts
import StructuredText

/// A file of a dossier: what the source is in the front matter, what it says below.
package enum DossierEntry {
  /// Returns what a file says of its source.
  ///
  /// - Parameter path: of the file, for the record's id.
  package static func record(of article: Article, at path: String) -> SourceRecord {
    let node = article.frontMatter?.node
    let text = { (key: String) in node?[key]?.text.flatMap { $0.isEmpty ? nil : $0 } }
    let file = path.split(separator: "/").last ?? ""
    let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
    var record = SourceRecord(id: String(stem), kind: text("csl-type"), url: text("url"))
    record.name = text("name") ?? text("title")
    record.type = text("type")
    record.authors = text("author").map(authors) ?? []
    record.date = text("date")
    record.accessed = text("accessed")
    record.language = text("lang")
    record.reliability = text("reliability")
    for detail in SourceRecord.Detail.allCases { record.more[detail] = text(detail.key) }
    record.excerpt = excerpt(in: article.bytes[article.body.start...])
    return record
  }

  /// Returns a file that says what the record says, or the file with what the record says otherwise or beside; every
  /// other byte stays as it was.
  ///
  /// - Parameter old: the file that is there.
  /// - Returns: `nil` when the front matter of that file cannot be edited because it is broken.
  package static func bytes(for record: SourceRecord, in old: [UInt8]? = nil) -> [UInt8]? {
    let parser = ArticleParser()
    var bytes = old ?? []
    let before = old.map { self.record(of: parser.article(from: $0), at: "\(record.id).md") }
    for (key, value) in fields(of: record) where value != before.flatMap({ fields(of: $0)[key] }) {
      guard let edited = ArticleEditor.setting(key, to: value, in: parser.article(from: bytes)) else { return nil }
      bytes = edited
    }
    let known = before?.excerpt ?? ""
    let isNew = { (paragraph: String) in !known.contains(paragraph) }
    let paragraphs = paragraphs(of: record.excerpt).filter(isNew)
    let isBreak = { (byte: UInt8?) in byte == 0x0A || byte == 0x0D }
    let ending = bytes.contains(0x0D) ? "\r\n" : "\n"
    for paragraph in paragraphs {
      while isBreak(bytes.last) { bytes.removeLast() }
      let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? ">" : "> \($0)"
      }
      bytes += Array(((bytes.isEmpty ? "" : ending + ending) + lines.joined(separator: ending) + ending).utf8)
    }
    if bytes.last != 0x0A { bytes.append(0x0A) }
    return old == nil && paragraphs.isEmpty ? trimmed(bytes) : bytes
  }

  /// A new file without excerpts ends with its front matter.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    while bytes.last == 0x0A { bytes.removeLast() }
    return bytes + [0x0A]
  }

  private static func fields(of record: SourceRecord) -> Fields {
    var fields = Fields()
    fields["name"] = record.name
    fields["type"] = record.type
    fields["author"] = record.authors.isEmpty ? nil : text(of: record.authors)
    fields["date"] = record.date
    fields["accessed"] = record.accessed
    fields["url"] = record.url
    fields["reliability"] = record.reliability
    fields["lang"] = record.language
    fields["csl-type"] = record.kind == SourceRecord.usualKind(url: record.url) ? nil : record.kind
    for detail in SourceRecord.Detail.allCases { fields[detail.key] = record.more[detail] }
    return fields
  }

  /// Keys with their values, in the order in which they were set.
  private struct Fields: Sequence {
    private var pairs: [(String, String)] = []

    subscript(key: String) -> String? {
      get { pairs.first { $0.0 == key }?.1 }
      set { if let newValue { pairs.append((key, key == "note" ? newValue : SourceRecord.oneLine(newValue))) } }
    }

    func makeIterator() -> IndexingIterator<[(String, String)]> { pairs.makeIterator() }
  }
}

/// Authors on one line: `Weaver, Ada; Orr, Tom; {City Council, Harrowby}`.
extension DossierEntry {
  static func text(of authors: [SourceRecord.Author]) -> String {
    authors.map { author in
      guard let given = author.given else {
        return author.family.contains(where: { ",;{}".contains($0) }) ? "{\(author.family)}" : author.family
      }
      return "\(author.family), \(given)"
    }.joined(separator: "; ")
  }

  static func authors(_ text: String) -> [SourceRecord.Author] {
    var found: [SourceRecord.Author] = []
    var depth = 0
    var current = ""
    for character in text + ";" {
      if character == "{" { depth += 1 }
      if character == "}" { depth = max(0, depth - 1) }
      guard character == ";", depth == 0 else {
        current.append(character)
        continue
      }
      let name = trimmed(current)
      current = ""
      if name.isEmpty { continue }
      if name.hasPrefix("{"), name.hasSuffix("}"), name.count > 2 {
        found.append(SourceRecord.Author(family: String(name.dropFirst().dropLast())))
      } else if let comma = name.firstIndex(of: ",") {
        let given = trimmed(String(name[name.index(after: comma)...]))
        found.append(SourceRecord.Author(family: trimmed(String(name[..<comma])), given: given.isEmpty ? nil : given))
      } else {
        found.append(SourceRecord.Author(family: name))
      }
    }
    // A brace that is never closed holds the rest.
    let rest = trimmed(current)
    if !rest.isEmpty, rest != ";" { found.append(SourceRecord.Author(family: rest)) }
    return found
  }

  static func trimmed(_ text: String) -> String {
    let isBlank = { (character: Character) in character.isWhitespace }
    guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
    else {
      return ""
    }
    return String(text[first...last])
  }
}

/// What a file quotes from its source: paragraphs, each behind `>`.
extension DossierEntry {
  /// Returns what is quoted below the front matter, paragraph by paragraph, without the marks.
  private static func excerpt(in body: ArraySlice<UInt8>) -> String {
    let text = String(decoding: body, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      guard line.hasPrefix(">") else { return line }
      return line.dropFirst().hasPrefix(" ") ? line.dropFirst(2) : line.dropFirst()
    }
    return paragraphs(of: lines.joined(separator: "\n")).joined(separator: "\n\n")
  }

  /// Returns what stands between blank lines.
  static func paragraphs(of text: String) -> [String] {
    var found: [String] = []
    var isOpen = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if !isBlank, isOpen {
        found[found.count - 1] += "\n" + line
      } else if !isBlank {
        found.append(String(line))
      }
      isOpen = !isBlank
    }
    return found
  }
}
