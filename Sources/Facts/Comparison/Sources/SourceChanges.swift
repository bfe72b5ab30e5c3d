import Languages
import StructuredText

/// What became of the entries of the sources section.
package struct SourceChanges: Sendable {
  package enum Field: Hashable, Sendable { case name, url, date, reliability }

  package struct Altered: Sendable {
    package let baseline: Int
    package let candidate: Int
    package let field: Field
  }

  /// For each entry of the baseline its entry in the candidate.
  package private(set) var counterparts: [Int?] = []
  package private(set) var lost: [Int] = []
  package private(set) var altered: [Altered] = []
  /// Entries of the candidate that the baseline does not list.
  package private(set) var added: [Int] = []
  /// Whether the baseline lists URLs and not one of them survives, in the sources section or in the text.
  package private(set) var areGone = false

  /// How many entries that share a page or a word are looked at.
  private static let most = 256

  init(baseline: FactSheet, candidate: FactSheet) {
    let old = baseline.sources?.entries ?? []
    let new = candidate.sources?.entries ?? []
    counterparts = [Int?](repeating: nil, count: old.count)
    pairByWholeName(old, new)
    pairByPage(old, new)
    pairByName(old, new)
    let taken = Set(counterparts.compactMap(\.self))
    for (index, other) in counterparts.enumerated() {
      guard let other else {
        if !isRemark(old[index], toldBy: candidate) { lost.append(index) }
        continue
      }
      compare(old[index], index, new[other], other) {
        // Each entry has the other's name as another part: the publisher named first in one, the title in the other.
        // An initial of an author's is often left out.
        let isWord = { (word: String) in word.utf8.count > 1 }
        return Self.words(of: new[other], in: candidate).isSuperset(of: old[index].nameWords.filter(isWord))
          && Self.words(of: old[index], in: baseline).isSuperset(of: new[other].nameWords.filter(isWord))
      }
    }
    added = new.indices.filter { !taken.contains($0) && !new[$0].isMailbox }
    let pages = Set(old.compactMap(\.urlKey))
    if !pages.isEmpty {
      let surviving = Set(new.compactMap(\.urlKey)).union(
        candidate.citations.filter { $0.form == .link }.flatMap(\.words))
      areGone = pages.isDisjoint(with: surviving)
    } else {
      areGone = !old.isEmpty && lost.count == old.count
    }
  }

  /// Whether an entry without a page is a remark on the list, and a sentence there says as much: « Synthèse en cours ».
  private func isRemark(_ entry: Source, toldBy sheet: FactSheet) -> Bool {
    guard entry.url == nil, !entry.hasURLField, !entry.nameWords.isEmpty else { return false }
    return sheet.passage.sentences.contains { sentence in
      guard sentence.role == .source else { return false }
      let words = Set(sentence.tokens.map { sheet.passage.tokens[$0].folded })
      return entry.nameWords.allSatisfy(words.contains)
    }
  }

  /// Entries of one name belong together when no other has it: then another page is a page that was changed.
  private mutating func pairByWholeName(_ old: [Source], _ new: [Source]) {
    let ofName = { (sources: [Source]) in
      Dictionary(grouping: sources.indices.filter { !sources[$0].nameWords.isEmpty }, by: { sources[$0].nameWords })
    }
    let others = ofName(new)
    for (name, indices) in ofName(old) where indices.count == 1 {
      if let other = others[name], other.count == 1 { counterparts[indices[0]] = other[0] }
    }
  }

  /// Entries of one page belong together, first those of one name.
  private mutating func pairByPage(_ old: [Source], _ new: [Source]) {
    let taken = Set(counterparts.compactMap(\.self))
    var free: [String: [Int]] = [:]
    for (index, source) in new.enumerated() where !taken.contains(index) {
      if let key = Self.page(of: source) { free[key, default: []].append(index) }
    }
    for (index, source) in old.enumerated() where counterparts[index] == nil {
      guard let key = Self.page(of: source), let choices = free[key], !choices.isEmpty else { continue }
      let near = choices.prefix(Self.most)
      let position =
        near.firstIndex { new[$0].nameWords == source.nameWords }
        ?? near.firstIndex { new[$0].urlFragment == source.urlFragment } ?? 0
      counterparts[index] = free[key]?.remove(at: position)
    }
  }

  /// What tells an entry's page from another: its URL, as it is written when it is none, and nothing when only order can.
  private static func page(of source: Source) -> String? {
    source.urlKey ?? source.url?.text ?? (source.nameWords.isEmpty ? "" : nil)
  }

  /// What is left is paired by name.
  private mutating func pairByName(_ old: [Source], _ new: [Source]) {
    var taken = Set(counterparts.compactMap(\.self))
    var byName: [[String]: [Int]] = [:]
    var byWord: [String: [Int]] = [:]
    for (index, source) in new.enumerated().reversed() where !taken.contains(index) {
      byName[source.nameWords, default: []].append(index)
    }
    for (index, source) in new.enumerated() where !taken.contains(index) {
      for word in Set(source.nameWords) { byWord[word, default: []].append(index) }
    }
    for (index, source) in old.enumerated() where counterparts[index] == nil && !source.nameWords.isEmpty {
      while let last = byName[source.nameWords]?.last, taken.contains(last) { byName[source.nameWords]?.removeLast() }
      let near = Set(Set(source.nameWords).flatMap { (byWord[$0] ?? []).prefix(Self.most) }).sorted()
      let choice =
        byName[source.nameWords]?.popLast()
        ?? near.first { !taken.contains($0) && Self.nameAgrees(new[$0], source) }
      guard let choice else { continue }
      counterparts[index] = choice
      taken.insert(choice)
    }
  }

  /// - Parameter areNamedBeside: whether both are named in either entry.
  private mutating func compare(
    _ old: Source, _ index: Int, _ new: Source, _ other: Int, areNamedBeside: () -> Bool
  ) {
    let note = { (field: Field) in Altered(baseline: index, candidate: other, field: field) }
    if old.url != nil, old.urlKey != new.urlKey || URLKey.areOtherParts(old.urlFragment, new.urlFragment) {
      altered.append(note(.url))
    }
    if !old.nameWords.isEmpty, !new.nameWords.isEmpty, !Self.nameAgrees(new, old), !areNamedBeside() {
      altered.append(note(.name))
    }
    // A date left out is a poorer entry; another date is another fact. When it was looked up need not be told.
    if !old.dates.isEmpty && (!Self.mentions(new, old.dates) || !Self.mentions(old, new.dates))
      || !old.accessDates.isEmpty && !new.accessDates.isEmpty && old.accessDates != new.accessDates
    {
      altered.append(note(.date))
    }
    if isRatedOtherwise(new, old) { altered.append(note(.reliability)) }
  }

  /// The words and numbers of an entry, folded.
  private static func words(of source: Source, in sheet: FactSheet) -> Set<String> {
    let tokens = sheet.passage.tokens
    return Set(
      source.lines.joined().lazy.filter { tokens[$0].kind == .word || tokens[$0].kind == .digits }
        .map { tokens[$0].folded })
  }

  /// Whether an entry has all the dates, whatever it says that was done then, a day and a month in digits in either order.
  private static func mentions(_ source: Source, _ dates: [PartialDate]) -> Bool {
    let mentioned = source.mentionedDates.union(source.accessDates)
    return dates.allSatisfy { date in
      // « Ostrander (2026). Rapport, 3 mars 2026 » tells the year twice.
      let isFuller = { (other: PartialDate) in other != date && date.isTold(by: other) }
      return mentioned.contains(date)
        || dates.contains(where: isFuller) && mentioned.contains(where: isFuller)
        || mentioned.contains(PartialDate(year: date.year, month: date.day, day: date.month))
          && date.day != nil && date.month != nil
    }
  }

  private func isRatedOtherwise(_ new: Source, _ old: Source) -> Bool {
    if let before = old.rating { return new.rating != before }
    // What a number is in words nobody can tell.
    guard let before = old.reliabilityGrade, new.rating == nil else { return false }
    return new.reliabilityGrade != before
  }

  /// Whether both are the same name, one a part of the other, or mostly the same words.
  static func nameAgrees(_ a: Source, _ b: Source) -> Bool {
    if a.nameWords == b.nameWords { return true }
    let first = Set(a.nameWords)
    let second = Set(b.nameWords)
    let shared = first.intersection(second).count
    let least = min(first.count, second.count)
    return least > 0 && (shared == least || shared * 10 >= max(first.count, second.count) * 7)
  }
}

extension Source {
  /// Whether its only address is one to write to.
  fileprivate var isMailbox: Bool {
    guard let address = url?.text else { return false }
    return address.hasPrefix("mailto:") || address.contains("@") && !address.contains("/")
  }
}
