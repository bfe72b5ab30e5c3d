import StructuredText

@testable import Languages

/// Tells what is wrong with the text of a language pack: each fault with its file and line.
///
/// The program reads packs without checking them, at every start of a hook; this is done once, by the tests.
struct PackCheck {
  private let file: String
  private let bytes: [UInt8]
  private let lines: LineTable
  private var problems: [(line: Int, text: String)] = []

  /// The faults of a pack, in the order of its lines.
  static func problems(in text: String, file: String) -> [String] {
    var check = PackCheck(file: file, bytes: Array(text.utf8))
    do {
      check.read(try YAMLReader.node(in: check.bytes, range: TextRange(0, check.bytes.count))?.entries ?? [])
    } catch {
      check.report(error.message, at: error.range)
    }
    return check.problems.sorted { $0.line < $1.line }.map { "\(file):\($0.line): \($0.text)" }
  }

  private init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    lines = LineTable(bytes)
  }

  private mutating func report(_ text: String, at range: TextRange) {
    problems.append((lines.position(of: range.start).line, text))
  }

  /// Names what is unknown, with the known name that was probably meant.
  private mutating func reportUnknown(_ what: String, _ name: String, among known: [String], at range: TextRange) {
    let hint = Spelling.nearest(to: name, among: known).map { "; did you mean “\($0)”?" } ?? ""
    report("unknown \(what) “\(name)”\(hint)", at: range)
  }

  private mutating func read(_ entries: [Node.Entry]) {
    let known = PackSchema.sections.keys.sorted()
    for entry in entries {
      guard let shape = PackSchema.sections[entry.key.text] else {
        reportUnknown("section", entry.key.text, among: known, at: entry.key.range)
        continue
      }
      read(entry, as: shape)
    }
    let present = Set(entries.map(\.key.text))
    for name in known where !present.contains(name) {
      report("the section “\(name)” is missing; where there is nothing to say, write “[]”", at: TextRange(0, 0))
    }
    if entries.first?.key.text != "tag" { report("the first section must be “tag”", at: TextRange(0, 0)) }
  }

  private mutating func read(_ entry: Node.Entry, as shape: PackSchema.Shape) {
    switch shape {
    case .value(let isRight):
      guard let text = entry.value.text, isRight(text) else {
        return report("“\(entry.key.text)” cannot be read", at: entry.value.range)
      }
    case .list(let isRight): readItems(of: entry.value, of: entry.key.text, isRight)
    case .groups(let names, let isRight):
      guard let groups = entry.value.entries else {
        return report("“\(entry.key.text)” must have named groups", at: entry.value.range)
      }
      for group in groups {
        if !isRight(group.key.text) {
          reportUnknown("group", group.key.text, among: names, at: group.key.range)
        }
        readItems(of: group.value, of: group.key.text) { _ in true }
      }
      for name in names where !groups.contains(where: { $0.key.text == name }) {
        report("the group “\(name)” of “\(entry.key.text)” is missing", at: entry.key.range)
      }
    }
  }

  private mutating func readItems(of list: Node, of name: String, _ isRight: (String) -> Bool) {
    guard let items = list.items else { return report("“\(name)” must be a list", at: list.range) }
    var seen: Set<String> = []
    for item in items {
      guard let text = item.text, !text.isEmpty, text.first != " ", text.last != " ", isRight(text) else {
        report("an item of “\(name)” cannot be read: \(item.text ?? "")", at: item.range)
        continue
      }
      if !seen.insert(text).inserted { report("“\(name)” lists “\(text)” twice", at: item.range) }
    }
  }
}

/// The sections that every pack has, and what stands in each.
enum PackSchema {
  enum Shape: Sendable {
    case value(@Sendable (String) -> Bool)
    case list(@Sendable (String) -> Bool)
    /// Named groups of items; each of these names must be there, and no other than those the closure knows.
    case groups([String], @Sendable (String) -> Bool)
  }

  private static let words = Shape.list { _ in true }
  private static let wholeNumbers = Shape.list { Int($0) != nil }
  private static let flag = Shape.list { $0 == "yes" }

  private static func choices(_ names: [String]) -> Shape { .groups(names) { names.contains($0) } }
  private static let byNumber = Shape.groups([]) { Int($0) != nil }
  private static let byRatio = Shape.groups([]) { LanguagePack.ratio($0) != nil }
  private static let byMonth = Shape.groups([]) { Int($0).map((1...12).contains) ?? false }

  static let sections: [String: Shape] = [
    "tag": .value { LanguageTag($0)?.code == $0 },
    "decimal mark": .value { $0 == "." || $0 == "," },
    "labels": choices(ArticleLabel.allCases.map(\.rawValue)),
    "stop words": words, "clitics": words,
    "comparators": choices(Comparator.allCases.map(\.rawValue)),
    "directions": choices(Direction.allCases.map(\.rawValue)),
    "negations": .groups(["full"]) { Negation(rawValue: $0) != nil },
    "empty denials": words, "no quantities": words,
    "hedges": choices(Hedge.allCases.map(\.rawValue)),
    "quantifiers": choices(Quantifier.allCases.map { "\($0)" }),
    "stages": choices([Stage.ahead, .begun, .named, .done, .perfect, .outstanding].map(\.rawValue)),
    "minus words": words, "minus before degrees": words, "below zero": words, "hours of day": byRatio,
    "month words": words, "limits": words,
    "perfect marks": words, "perfect endings": words, "infinitive endings": words, "future endings": words,
    "duties": choices(Duty.allCases.map(\.rawValue)),
    "units": .groups([]) { LanguagePack.unit($0) != nil },
    "fractions": byRatio, "multipliers": byRatio, "clock halves": choices(["morning", "afternoon"]),
    "colon pairs": choices(ColonClue.allCases.map(\.rawValue)),
    "attributions": choices(Attribution.allCases.map(\.rawValue)), "publications": words,
    "sources headings": words, "citation markers": words,
    "note markers": choices(NoteMarker.allCases.map(\.rawValue)),
    "source fields": choices(SourceFieldName.allCases.map(\.rawValue)),
    "reliability grades": choices(["very-high", "high", "medium", "low", "very-low"]), "sources placeholders": words,
    "placeholders": words, "placeholders alone": words, "chatter": words,
    "chatter clues": choices(ChatterClue.allCases.map(\.rawValue)),
    "transitions": words,
    "abbreviations": words, "abbreviations before digits": words, "abbreviations at end": words,
    "scopes": .groups([]) { $0.split(separator: ".").count == 2 },
    "heavy transitions": words, "cliches": words, "conclusions": words,
    "vowels": .list { $0.utf8.count == 1 }, "silent endings": words, "reading ease": wholeNumbers,
    "light words": words, "agent marks": words, "recipient marks": words, "passive marks": words,
    "active endings": words, "object relatives": words, "subject relatives": words, "loose words": words,
    "synonyms": .list { $0.split(separator: "=").count == 2 },
    "prepositions": .groups(["of", "to", "by", "with"]) { _ in true },
    "persons": choices(["first", "second", "third", "anybody"]), "two-way words": words, "veiled denials": words,
    "conditions": words, "totals": words, "question leads": words, "cause answers": words, "contrasts": words,
    "rests": words, "courtesies": words, "clause contrasts": words,
    "restatements": words, "list joints": words, "ordered ties": words, "order words": words,
    "steps": choices(["by", "to"]), "differences": choices(["more", "less", "other"]), "first ranks": words,
    "rate leads": choices(RateLead.allCases.map(\.rawValue)), "estimates": words,
    "modals": choices(["can", "may"]), "conditional endings": words, "sure conditional endings": words,
    "comparatives": words,
    "converses": .list { $0.split(separator: "=").count == 2 },
    "causes": choices(["before", "behind"]), "example marks": words,
    "antonyms": .list { $0.split(separator: "=").count == 2 },
    "contraries": .list { $0.split(separator: "=").count == 2 },
    "stem": .groups([]) { Int($0) != nil },
    "numbers": byNumber, "article ones": words, "hundreds": words, "scales": byRatio, "numbers alone": words,
    "sign scales": byRatio, "letter scales": byRatio, "vigesimal": wholeNumbers,
    "and after tens": words, "and after tens takes": wholeNumbers, "and after hundreds": words,
    "decimal words": words, "of": words, "half after": words, "half before": words, "vague": byRatio,
    "ordinals": byNumber, "ordinal hundreds": words, "ordinal scales": byRatio, "ordinal suffixes": words,
    "no numbers": words, "numbers before words": words,
    "ratios": words, "range openers": words, "range connectives": choices(["plain", "paired"]),
    "name particles": words, "negative prefixes": words,
    "months": .groups((1...12).map(String.init)) { Int($0).map((1...12).contains) ?? false },
    "month abbreviations": byMonth, "months are capitalized": flag, "months only beside numbers": words,
    "weekdays": words, "date order": .list { $0 == "day" || $0 == "month" },
    "date spans": choices(["plain", "paired"]), "year spans": words, "date joiners": words,
    "comma before year": flag, "quarter words": words, "half-year words": words, "quarter letters": words,
    "half-year letters": words, "decade words": words, "year openers": words,
  ]
}
