/// What a source entry says, in whichever shape.
struct SourceEntry {
  let name: String
  let address: String
  let date: String?
  let rating: String?

  private static let bold = Pattern("\\*\\*([^*]+)\\*\\*")
  private static let linked = Pattern("\\[([^\\[\\]^]+)\\]\\(")
  private static let listed = Pattern("^\\d+\\. ([^,\\n]+),")
  private static let address = Pattern("https?://[^\\s)>\\]]+")
  private static let date = Pattern("\\b\\d\\d/\\d\\d/20\\d\\d\\b")
  private static let rating = Pattern("\\b\\d{1,2}/10\\b")

  /// `nil` when the entry says more than this, so that nothing is lost by writing it anew.
  init?(_ text: String) {
    let unit = Array(text.utf16)
    let first = { (pattern: Pattern, group: Int) -> String? in
      pattern.matches(in: text).first.flatMap { $0[group] }.map { String(decoding: unit[$0], as: UTF16.self) }
    }
    guard let name = first(Self.bold, 1) ?? first(Self.linked, 1) ?? first(Self.listed, 1),
      let address = first(Self.address, 0),
      Self.date.matches(in: text).count < 2, !text.contains("mise à jour"), !text.contains("updated")
    else { return nil }
    self.name = name
    self.address = address.last.map { ",.".contains($0) } == true ? String(address.dropLast()) : address
    date = first(Self.date, 0)
    rating = first(Self.rating, 0)
  }

  func line(_ number: Int, shape: Int, isFrench: Bool) -> String {
    let colon = isFrench ? " : " : ": "
    let label = isFrench ? "Fiabilité" : "Reliability"
    switch shape {
    case 0:
      return "- [\(name)](\(address))" + (date.map { ", " + $0 } ?? "")
        + (rating.map { ", \(label)\(colon)\($0)" } ?? "") + "\n"
    case 1:
      return "\(number). **\(name)**\n" + (date.map { "   - Date\(colon)\($0)\n" } ?? "")
        + "   - URL\(colon)\(address)\n"
        + (rating.map { "   - \(label)\(colon)\($0)\n" } ?? "") + "\n"
    default:
      return "* \(name)" + (date.map { " (\($0))" } ?? "") + ". <\(address)>"
        + (rating.map { ". \(label)\(colon)\($0)" } ?? "") + "\n"
    }
  }
}

extension EditKind {
  private static let note = Pattern("\\[\\^([^\\]\\s]+)\\]")

  /// The name with the article that its first or last word asks for.
  private static func definite(_ name: String, french: Bool) -> String {
    let first = name.prefix { $0.isLetter }
    if french {
      if ["Observatoire", "Institut", "Agglomération", "Agence", "Union", "Association"].contains(first) {
        return "l'" + name
      }
      if ["Chambre", "Fédération", "Commission", "Ville"].contains(first) { return "la " + name }
      return ["Journal", "Parlement", "Ministère", "Conseil"].contains(first) ? "le " + name : name
    }
    let institutions = ["Institute", "Office", "Foundation", "Network", "Council", "Agency"]
    return name.split(separator: " ").contains { institutions.contains(String($0)) } ? "the " + name : name
  }

  static let sourceFormatEdits: [EditKind] = [
    .harmless("citation reformatted") { page, _ in
      page.citations.flatMap { citation -> [Change] in
        let name = page.text(citation.name)
        let inner = page.text(citation.range.lowerBound + 1..<citation.range.upperBound - 1)
        let brackets = page.text(citation.range).hasPrefix("(") ? "[\(inner)]" : "(\(inner))"
        let colon = page.isFrench ? "(source : \(name))" : "(source: \(name))"
        return [Change(citation.range, with: brackets), Change(citation.range, with: colon)]
      }
    },
    .harmless("citation turned into words") { page, _ in
      page.citations.compactMap { citation in
        guard citation.range.lowerBound > 0, citation.range.upperBound < page.units.count,
          page.units[citation.range.upperBound] == 46
        else { return nil }
        let name = page.text(citation.name)
        return Change(
          citation.range.lowerBound - 1..<citation.range.upperBound,
          with: page.isFrench
            ? ", selon " + definite(name, french: true) : ", according to " + definite(name, french: false))
      }
    },
    .harmless("sources reordered") { page, _ in
      guard let entries = page.sources?.entries, entries.count > 1, !page.text(entries[0]).hasPrefix("[^") else {
        return []
      }
      let texts = entries.map { page.text($0).trimmed }
      let gap = page.text(entries[0]).hasSuffix("\n\n") ? "\n\n" : "\n"
      let numbered = texts.reversed().enumerated().map { index, text in
        guard text.first?.isNumber == true, let dot = text.firstIndex(where: { !$0.isNumber }) else { return text }
        return "\(index + 1)" + text[dot...]
      }
      return [
        Change(
          entries[0].lowerBound..<entries[entries.count - 1].upperBound, with: numbered.joined(separator: gap) + "\n\n")
      ]
    },
    .harmless("sources reformatted") { page, random in
      guard let entries = page.sources?.entries, !entries.isEmpty, !page.text(entries[0]).hasPrefix("[^") else {
        return []
      }
      let read = entries.compactMap { SourceEntry(page.text($0)) }
      guard read.count == entries.count else { return [] }
      return (0..<3).map { shape in
        let lines = read.enumerated().map { $1.line($0 + 1, shape: shape, isFrench: page.isFrench) }
        return Change(entries[0].lowerBound..<entries[entries.count - 1].upperBound, with: lines.joined() + "\n")
      }
    },
    .harmless("footnotes renumbered") { page, _ in
      let places = note.matches(in: page.text)
      let keys = Set(places.compactMap { $0[1].map(page.text) }).sorted()
      guard keys.count > 1 else { return [] }
      var names: [String: String] = [:]
      for (index, key) in keys.enumerated() { names[key] = "\(keys.count - index)" }
      return [
        Change(
          places.compactMap { groups in groups[1].flatMap { range in names[page.text(range)].map { (range, $0) } } })
      ]
    },
  ]
}
