import Facts
import Gatekeeping
import GitStore
import Languages
import Manuscripts
import Scoring
import StructuredText

/// Looks for a fact in the versions of one article.
///
/// Most versions change a paragraph or two, and a paragraph that stays states what it stated. So each paragraph is read
/// once, and a whole version only when its paragraphs make it likely that the fact came or went.
struct FactSearch {
  let repository: Repository
  let policy: Policy
  let words: String

  /// A version, read, with the places where it states the fact.
  private struct Reading {
    let text: ArticleText
    let sheet: FactSheet
    let places: [Range<Int>]
  }

  private var query: FactQuery?
  private var language: LanguageTag?
  /// Whether a paragraph, by its bytes, states the fact when it is read alone.
  private var paragraphs: [ArraySlice<UInt8>: Bool] = [:]

  init(repository: Repository, policy: Policy, words: String) {
    self.repository = repository
    self.policy = policy
    self.words = words
  }

  /// Returns what versions did to the fact, in the order of `history`.
  ///
  /// - Throws: `DeskError.noFact` when the words hold nothing to look for.
  mutating func events(in history: [HistoryEntry], progress: (Int, Int) -> Void) throws -> [FactEvent] {
    var events: [FactEvent] = []
    for (done, entry) in history.enumerated() {
      progress(done, history.count)
      let new = try entry.version.flatMap { try text(of: $0, at: entry.path, in: entry.commit.id) }
      var old: ArticleText?
      if let before = entry.previous, let version = try repository.entry(at: before.path, in: before.commit) {
        old = try text(of: version, at: before.path, in: before.commit)
      }
      guard try mayDiffer(new, old) else { continue }
      if let event = event(entry, try new.map { try reading(of: $0) }, try old.map { try reading(of: $0) }) {
        events.append(event)
      }
    }
    return events
  }

  /// Whether one of two versions may state the fact and the other not.
  private mutating func mayDiffer(_ new: ArticleText?, _ old: ArticleText?) throws -> Bool {
    guard let new, let old else { return true }
    let (these, those) = (Set(Self.paragraphs(of: new.bytes)), Set(Self.paragraphs(of: old.bytes)))
    let changed = these.symmetricDifference(those)
    // What a heading, a rule or a fence opens or closes is read differently as a whole.
    if changed.contains(where: { Self.isStructural($0) }) { return true }
    if try !changed.contains(where: { try states($0, in: new) }) { return false }
    return try these.contains { try states($0, in: new) } != those.contains { try states($0, in: new) }
  }

  private mutating func states(_ paragraph: ArraySlice<UInt8>, in text: ArticleText) throws -> Bool {
    if let known = paragraphs[paragraph] { return known }
    let query = try query(for: text)
    let sheet = FactSheet(of: ArticleParser().article(from: Array(paragraph)), language: language)
    let isStated = !query.places(in: sheet).isEmpty
    // A slice would keep the whole version in memory.
    paragraphs[Array(paragraph)[...]] = isStated
    return isStated
  }

  /// What stands between blank lines.
  private static func paragraphs(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var start: Int?
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        if let start { found.append(bytes[start..<line.startIndex]) }
        start = nil
      } else if start == nil {
        start = line.startIndex
      }
    }
    if let start { found.append(bytes[start...]) }
    return found
  }

  private static func isStructural(_ paragraph: ArraySlice<UInt8>) -> Bool {
    paragraph.split(separator: UInt8(ascii: "\n")).contains { line in
      let start = line.drop { $0 == 0x20 }
      return ["#", "---", "===", "+++", "```", "~~~", "<", "[^"].contains { start.starts(with: $0.utf8) }
    }
  }

  private func event(_ entry: HistoryEntry, _ new: Reading?, _ old: Reading?) -> FactEvent? {
    switch (new?.places.first, old?.places.first) {
    case (let place?, nil):
      guard let new else { return nil }
      let change = old.flatMap { counterpart(of: place, in: new, among: $0, isNew: true) }
      return FactEvent(
        entry: entry, kind: change == nil ? .introduced : .altered, text: new.text,
        place: new.sheet.passage.place(of: place), other: change)
    case (nil, let place?):
      guard let old else { return nil }
      let change = new.flatMap { counterpart(of: place, in: old, among: $0, isNew: false) }
      return FactEvent(
        entry: entry, kind: change == nil ? .lost : .altered, text: old.text,
        place: old.sheet.passage.place(of: place), other: change)
    default: return nil
    }
  }

  /// What the fact at `place` was before, or has become.
  private func counterpart(
    of place: Range<Int>, in reading: Reading, among other: Reading, isNew: Bool
  ) -> (text: ArticleText, place: TextRange)? {
    let (baseline, candidate) = isNew ? (other, reading) : (reading, other)
    let amounts = FactComparison(candidate: candidate.sheet, baseline: baseline.sheet).amounts
    for change in amounts.altered {
      let (old, new) = (baseline.sheet.facts[change.baseline], candidate.sheet.facts[change.candidate])
      if (isNew ? new : old).tokens == place {
        return (other.text, other.sheet.passage.place(of: (isNew ? old : new).tokens))
      }
    }
    return nil
  }

  private func text(of version: FileVersion, at path: TreePath, in commit: ObjectID) throws -> ArticleText? {
    try repository.articleText(version).map {
      ArticleText(path: path.description, revision: commit.short, bytes: $0)
    }
  }

  private mutating func reading(of text: ArticleText) throws -> Reading {
    let query = try query(for: text)
    let sheet = sheet(of: text)
    return Reading(text: text, sheet: sheet, places: query.places(in: sheet))
  }

  private func sheet(of text: ArticleText) -> FactSheet {
    FactSheet(of: ArticleParser().article(from: text.bytes), language: policy.rules.language)
  }

  /// The question, read in the language of the first version that is looked at.
  private mutating func query(for text: ArticleText) throws -> FactQuery {
    if let query { return query }
    let tag = sheet(of: text).passage.pack.tag
    guard let query = FactQuery(words, language: tag) else { throw DeskError.noFact(words) }
    self.query = query
    language = tag
    return query
  }
}
