import Facts
import Reports
import Scoring
import StructuredText
import Wording

/// An edit that gives a text back what the baseline has: a figure, a date, a quotation, an address, a source.
struct Restoration {
  /// What the editor offers, as a command.
  let title: String
  let range: TextRange
  let replacement: [UInt8]
  /// The findings that it must take away, by their identifiers.
  private(set) var mends: Set<String> = []

  init(_ title: String, _ range: TextRange, _ replacement: [UInt8]) {
    self.title = title
    self.range = range
    self.replacement = replacement
  }

  /// How many lost facts are tried in the place of one that the baseline does not have.
  private static let mostExchanges = 3

  /// Returns the edits that may answer a finding; none when it takes a writer. Whether they do is to be tried.
  static func candidates(for finding: Finding, in judged: JudgedText) -> [Restoration] {
    switch finding.rule {
    case "figure-unsupported": exchanges(of: finding, for: "figure-lost", in: judged)
    case "date-unsupported": exchanges(of: finding, for: "date-lost", in: judged)
    default: [edit(for: finding, in: judged)].compactMap { $0 }.map { $0.mending([finding]) }
    }
  }

  private func mending(_ findings: [Finding]) -> Restoration {
    var edit = self
    edit.mends = Set(findings.map(\.id))
    return edit
  }

  /// A fact that the baseline does not have may stand in the place of one that is nowhere, when both are of one kind and
  /// about the same: else a sentence would be made that nobody has checked.
  private static func exchanges(of finding: Finding, for rule: RuleID, in judged: JudgedText) -> [Restoration] {
    let lost = judged.report.findings.lazy.filter { $0.rule == rule }.prefix(mostExchanges)
    guard !lost.isEmpty, let range = finding.candidate, let baseline = judged.report.baseline,
      let sheet = judged.baseline, let stray = fact(at: range, in: judged.candidate)
    else { return [] }
    return lost.compactMap { lost in
      guard let place = lost.baseline, let fact = fact(at: place, in: sheet), fact.isComparable(to: stray),
        fact.context.similarity(to: stray.context) >= leastSimilarity
      else { return nil }
      let words = Array(baseline.bytes[place.range.clamped(to: 0..<baseline.bytes.count)])
      return Restoration(worded("Restore \(quoted(words))", fr: "Rétablir \(quoted(words))"), range, words).mending([
        finding, lost,
      ])
    }
  }

  private static func fact(at place: TextRange, in sheet: FactSheet) -> Fact? {
    sheet.facts.first { sheet.place(of: $0) == place }
  }

  /// In hundredths, as `FactContext` counts.
  private static let leastSimilarity = 30

  private static func edit(for finding: Finding, in judged: JudgedText) -> Restoration? {
    guard let baseline = judged.report.baseline else { return nil }
    let candidate = judged.report.candidate.bytes
    let words = finding.baseline.map { Array(baseline.bytes[$0.range.clamped(to: 0..<baseline.bytes.count)]) } ?? []
    switch finding.rule {
    case "figure-altered", "date-altered", "quotation-altered", "quotation-shortened", "name-altered":
      guard let range = finding.candidate, !words.isEmpty else { return nil }
      return Restoration(worded("Restore \(quoted(words))", fr: "Rétablir \(quoted(words))"), range, words)
    case "link-altered":
      guard let range = finding.candidate, let old = target(of: words[...]),
        let new = target(of: candidate[range.range.clamped(to: 0..<candidate.count)])
      else { return nil }
      return Restoration(
        worded("Link to \(quoted(Array(words[old]))) again", fr: "Remettre le lien vers \(quoted(Array(words[old])))"),
        TextRange(new), Array(words[old]))
    case "source-altered", "source-lost", "sources-missing", "sources-placeholder":
      return SourceRestoration(judged)?.edit(for: finding)
    default: return nil
    }
  }

  /// Where the address stands in `[words](address)`.
  private static func target(of link: ArraySlice<UInt8>) -> Range<Int>? {
    guard let mark = link.indices.dropLast().last(where: { link[$0] == 0x5D && link[$0 + 1] == 0x28 }) else {
      return nil
    }
    let rest = link[(mark + 2)...]
    let end = rest.firstIndex { $0 <= 0x20 || $0 == 0x29 } ?? rest.endIndex
    return rest.startIndex < end ? rest.startIndex..<end : nil
  }

  static func quoted(_ words: [UInt8]) -> String {
    let text = DisplayText.safe(
      String(decoding: words.prefix(400), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " "))
    return text.count > 60 ? "“\(text.prefix(59))…”" : "“\(text)”"
  }
}

/// Gives entries of the sources section back.
private struct SourceRestoration {
  let old: SourcesSection
  let new: SourcesSection?
  let baseline: [UInt8]
  let candidate: [UInt8]

  init?(_ judged: JudgedText) {
    guard let baseline = judged.report.baseline, let old = judged.baseline?.sources, !old.entries.isEmpty else {
      return nil
    }
    self.old = old
    new = judged.candidate.sources
    self.baseline = baseline.bytes
    candidate = judged.report.candidate.bytes
  }

  func edit(for finding: Finding) -> Restoration? {
    switch finding.rule {
    case "source-altered": altered(finding)
    case "source-lost":
      finding.baseline.flatMap { place in old.entries.first { $0.range == place } }.flatMap { lost($0) }
    default: all(finding)
    }
  }

  /// A part of an entry is put in the place of that part; a part that is missing comes back with its entry.
  private func altered(_ finding: Finding) -> Restoration? {
    guard let place = finding.baseline, let range = finding.candidate,
      let entry = old.entries.first(where: { $0.range.contains(place) })
    else { return nil }
    let isWhole = new?.entries.contains { $0.range == range } ?? false
    let words = Array(baseline[(isWhole ? entry.range : place).range.clamped(to: 0..<baseline.count)])
    return Restoration(
      worded("Restore \(Restoration.quoted(words))", fr: "Rétablir \(Restoration.quoted(words))"), range, words)
  }

  private func lost(_ entry: Source) -> Restoration? {
    let name = (entry.name ?? entry.url)?.text ?? worded("the source", fr: "la source")
    let words = Restoration.quoted(Array(name.utf8))
    let title = worded("List \(words) again", fr: "Remettre \(words) dans la liste")
    if entry.footnote != nil { return appended(title, lines(of: entry.range)) }
    guard !old.range.isEmpty, let last = new?.entries.last(where: { $0.footnote == nil }), new?.heading != nil else {
      return nil
    }
    return Restoration(title, behind(last), lineEnd(of: last) + numbered(lines(of: entry.range), after: last))
  }

  /// All entries, in the place of the words that stand for them, behind those that are there, or at the end.
  private func all(_ finding: Finding) -> Restoration? {
    guard let heading = old.heading, let first = old.entries.first, let last = old.entries.last,
      first.range.start > heading.start, last.range.end > first.range.start
    else { return nil }
    let entries = lines(of: TextRange(first.range.start, last.range.end))
    let title =
      old.entries.count == 1
      ? worded("Restore the source", fr: "Rétablir la source")
      : worded("Restore the \(old.entries.count) sources", fr: "Rétablir les \(old.entries.count) sources")
    if finding.rule == "sources-placeholder", let range = finding.candidate {
      return Restoration(title, range, entries)
    }
    if let last = new?.entries.last, new?.heading != nil {
      return Restoration(title, behind(last), lineEnd(of: last) + entries)
    }
    if let heading = new?.heading {
      return Restoration(title, TextRange(heading.end, heading.end), [0x0A, 0x0A] + entries)
    }
    return appended(title, lines(of: heading) + [0x0A, 0x0A] + entries)
  }

  private func appended(_ title: String, _ words: [UInt8]) -> Restoration {
    var end = candidate.count
    while end > 0, candidate[end - 1] <= 0x20 { end -= 1 }
    return Restoration(title, TextRange(end, candidate.count), [0x0A, 0x0A] + words + [0x0A])
  }

  /// The empty range behind the last line of an entry.
  private func behind(_ entry: Source) -> TextRange {
    let end = Self.lines(of: entry.range, in: candidate).upperBound
    return TextRange(end, end)
  }

  private func lineEnd(of entry: Source) -> [UInt8] {
    let end = behind(entry).start
    return end < candidate.count && candidate[end] == 0x0D ? [0x0D, 0x0A] : [0x0A]
  }

  private func lines(of range: TextRange) -> [UInt8] { Array(baseline[Self.lines(of: range, in: baseline)]) }

  /// The whole lines that hold a range, without the blank ones at its end.
  private static func lines(of range: TextRange, in bytes: [UInt8]) -> Range<Int> {
    var start = min(range.start, bytes.count)
    var end = min(max(range.end, start), bytes.count)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  /// Gives the entry of a numbered list the number after that of `last`.
  private func numbered(_ entry: [UInt8], after last: Source) -> [UInt8] {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let before = candidate[Self.lines(of: last.range, in: candidate)].prefix(while: isDigit)
    let own = entry.prefix(while: isDigit)
    guard !own.isEmpty, let number = Int(String(decoding: before, as: UTF8.self)), number < 1_000_000 else {
      return entry
    }
    return Array(String(number + 1).utf8) + entry.dropFirst(own.count)
  }
}
