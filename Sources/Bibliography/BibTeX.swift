/// Sources as BibTeX, for Zotero, JabRef, LaTeX and pandoc.
///
/// What BibTeX has no field for is in fields of other names, which others pass over: `csltype`, `urldate`.
package enum BibTeX {
  /// The entry type and the field of what contains it, for a type of CSL.
  private static let types: [(kind: String, entry: String)] = [
    ("webpage", "misc"), ("document", "misc"), ("article-journal", "article"), ("article-magazine", "article"),
    ("article-newspaper", "article"), ("book", "book"), ("chapter", "incollection"),
    ("paper-conference", "inproceedings"),
    ("report", "techreport"), ("thesis", "phdthesis"), ("manuscript", "unpublished"),
  ]

  static func entry(forKind kind: String) -> String { types.first { $0.kind == kind }?.entry ?? "misc" }

  /// What an entry type stands for when nothing says more.
  static func kind(forEntry entry: String, url: String?) -> String {
    let usual = SourceRecord.usualKind(url: url)
    if self.entry(forKind: usual) == entry { return usual }
    switch entry {
    case "proceedings", "conference": return "paper-conference"
    case "inbook": return "chapter"
    case "mastersthesis", "thesis": return "thesis"
    case "report": return "report"
    default: return types.first { $0.entry == entry }?.kind ?? usual
    }
  }

  /// The field that holds a detail in an entry of a type.
  static func field(for detail: SourceRecord.Detail, in entry: String) -> String {
    switch detail {
    case .container: entry == "article" ? "journal" : "booktitle"
    case .publisher: entry == "techreport" ? "institution" : entry == "phdthesis" ? "school" : "publisher"
    case .place: "address"
    case .issue: entry == "article" ? "number" : "issue"
    case .number: entry == "article" ? "eid" : "number"
    case .page: "pages"
    case .collection: "series"
    default: detail.rawValue.lowercased()
    }
  }

  /// Returns the records, one entry after the other.
  package static func text(_ records: [SourceRecord]) -> String {
    var keys = SourceNames()
    return records.map { record in
      let id = record.id
      return entry(record, key: keys.free(SourceRecord.isFileName(id) ? id : SourceRecord.id(forName: id, url: nil)))
    }.joined(separator: "\n")
  }

  private static func entry(_ record: SourceRecord, key: String) -> String {
    let entry = entry(forKind: record.kind)
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value { fields.append((name, "{\(LaTeXText.escaped(value))}")) }
    }
    // A second pair of braces keeps the capitals as they are.
    if let name = record.name { fields.append(("title", "{{\(LaTeXText.escaped(name))}}")) }
    if !record.authors.isEmpty {
      let names = record.authors.map { author in
        let family = LaTeXText.escaped(author.family)
        return author.given.map { "\(family), \(LaTeXText.escaped($0))" } ?? "{\(family)}"
      }
      fields.append(("author", "{\(names.joined(separator: " and "))}"))
    }
    add("date", record.date)
    if let parts = record.date.flatMap(SourceRecord.parts) {
      // For those that do not know `date`.
      add("year", String(parts[0]))
      if parts.count > 1 { fields.append(("month", months[parts[1] - 1])) }
    }
    if let url = record.url { fields.append(("url", "{\(LaTeXText.address(url))}")) }
    add("urldate", record.accessed)
    add("type", record.type)
    add("language", record.language)
    for detail in SourceRecord.Detail.allCases where detail != .note {
      let value = record.more[detail]
      add(field(for: detail, in: entry), detail == .page ? value?.replacing("-", with: "--") : value)
    }
    if record.kind != kind(forEntry: entry, url: record.url) { add("csltype", record.kind) }
    add("note", SourceNote(reliability: record.reliability, rest: record.more[.note]).text)
    add("abstract", record.excerpt.isEmpty ? nil : record.excerpt)
    let lines = fields.map { "  \($0.0) = \($0.1)" }.joined(separator: ",\n")
    return "@\(entry){\(key)\(lines.isEmpty ? "" : ",\n" + lines)\n}\n"
  }

  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}

/// Text between the braces of BibTeX.
enum LaTeXText {
  private static let escapes: [(Character, String)] = [
    ("\\", "\\textbackslash{}"), ("{", "\\{"), ("}", "\\}"), ("%", "\\%"), ("&", "\\&"), ("$", "\\$"), ("#", "\\#"),
    ("_", "\\_"), ("~", "\\textasciitilde{}"), ("^", "\\textasciicircum{}"),
  ]

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = escapes.first(where: { $0.0 == Character(scalar) }) {
        result += escape.1
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address is taken as it is; what would end the field is written as addresses write it.
  static func address(_ text: String) -> String {
    text.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
  }

  /// Returns what LaTeX would show: escapes, accents and the braces of groups undone.
  static func plain(_ text: String) -> String {
    var scanner = Scanner(rest: Array(text.unicodeScalars)[...])
    return scanner.text()
  }

  private struct Scanner {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func text() -> String {
      var result = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\\": result.append(contentsOf: command().unicodeScalars)
        case "{", "}": break
        case "~": result.append("\u{A0}")
        default: result.append(scalar)
        }
      }
      return String(result)
    }

    /// What stands behind a backslash.
    private mutating func command() -> String {
      guard let first = rest.popFirst() else { return "" }
      if let mark = LaTeXText.accents[first], let letter = letter() { return LaTeXText.accented(letter, mark) }
      if let space = LaTeXText.spaces[first] { return space }
      guard first.properties.isAlphabetic else { return String(Character(first)) }
      var name = String(Character(first))
      while let next = rest.first, next.isASCII, next.properties.isAlphabetic {
        name.unicodeScalars.append(next)
        rest.removeFirst()
      }
      if name.count == 1, let mark = LaTeXText.letterAccents[name] {
        skipBlanks()
        if let letter = letter() { return LaTeXText.accented(letter, mark) }
      }
      if rest.starts(with: ["{", "}"]) { rest.removeFirst(2) } else { skipBlanks() }
      return LaTeXText.symbols[name] ?? ""
    }

    /// The letter that an accent stands on: `e`, `{e}`, `\i`.
    private mutating func letter() -> Unicode.Scalar? {
      if rest.first == "{" { rest.removeFirst() }
      if rest.first == "\\" { rest.removeFirst() }
      guard let scalar = rest.first, scalar.properties.isAlphabetic else { return nil }
      rest.removeFirst()
      return scalar
    }

    private mutating func skipBlanks() {
      while rest.first == " " { rest.removeFirst() }
    }
  }

  private static let accents: [Unicode.Scalar: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
  ]
  private static let spaces: [Unicode.Scalar: String] = [
    ",": "\u{202F}", " ": " ", ";": " ", ":": " ", "!": "", "-": "",
  ]
  private static let letterAccents: [String: Unicode.Scalar] = [
    "c": "\u{327}", "v": "\u{30C}", "u": "\u{306}", "H": "\u{30B}", "r": "\u{30A}", "k": "\u{328}", "d": "\u{323}",
  ]
  private static let symbols = [
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "textemdash": "—",
    "textendash": "–",
    "guillemotleft": "«", "guillemotright": "»", "og": "« ", "fg": " »", "ldots": "…", "dots": "…", "euro": "€",
    "texteuro": "€", "pounds": "£", "textquoteright": "’",
  ]

  /// Returns the letter with the mark as one scalar where there is such a one.
  private static func accented(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> String {
    var text = String.UnicodeScalarView([letter, mark])
    let wanted = Character(String(text))
    // Characters are equal when they look the same, however they are written.
    if let whole = (0xC0...0x17F).lazy.compactMap({ Unicode.Scalar($0 as UInt32) }).first(where: {
      Character($0) == wanted
    }) {
      text = String.UnicodeScalarView([whole])
    }
    return String(text)
  }
}
