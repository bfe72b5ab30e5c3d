import TestSupport

/// One kind of edit: what it is called, whether it does harm, and where an article gives occasion for it.
struct EditKind: Sendable {
  let name: String
  let isHarmful: Bool
  /// Whether the edited page is the baseline and the page itself the candidate: how taking something away is made from adding it.
  var isReversed = false
  /// Whether the edit may be made inside quotation marks, where most harmless edits would do harm.
  var touchesQuotations = false
  /// Returns every occasion that the page offers.
  let changes: @Sendable (Page, inout SeededGenerator) -> [Change]

  static func harmful(_ name: String, _ changes: @escaping @Sendable (Page, inout SeededGenerator) -> [Change])
    -> EditKind
  {
    EditKind(name: name, isHarmful: true, changes: changes)
  }

  static func harmless(_ name: String, _ changes: @escaping @Sendable (Page, inout SeededGenerator) -> [Change])
    -> EditKind
  {
    EditKind(name: name, isHarmful: false, changes: changes)
  }

  /// The same edit, allowed inside quotation marks.
  var insideQuotations: EditKind {
    var kind = self
    kind.touchesQuotations = true
    return kind
  }

  /// Returns the occasions of a page on which the edit is what it says it is.
  func honestChanges(on page: Page, _ random: inout SeededGenerator) -> [Change] {
    let changes = changes(page, &random)
    guard !isHarmful, !touchesQuotations else { return changes }
    return changes.filter { change in
      !change.pieces.contains { piece in
        page.quotations.contains { quotation in
          let holds = piece.range.lowerBound <= quotation.lowerBound && quotation.upperBound <= piece.range.upperBound
          return !holds && piece.range.lowerBound < quotation.upperBound
            && quotation.lowerBound < piece.range.upperBound
            || piece.range.isEmpty && quotation.lowerBound < piece.range.lowerBound
              && piece.range.lowerBound < quotation.upperBound
        }
      }
    }
  }

  /// The same edit read backwards: the article that lacks the words is held against the one that has them.
  func reversed(as name: String) -> EditKind {
    EditKind(name: name, isHarmful: isHarmful, isReversed: true, changes: changes)
  }
}

extension Page {
  /// Replaces each match of a pattern (its first group, when it has one) by what `words` returns for it.
  func replacing(_ pattern: Pattern, with words: (Match) -> String?) -> [Change] {
    pattern.matches(in: self).compactMap { match in
      let range = match.range(1) ?? match.range
      guard let new = words(match), new != text(range) else { return nil }
      return Change(range, with: new)
    }
  }
}

/// Words or phrases and what to put in their place, in running text and in either case.
struct WordTable: Sendable {
  private let pattern: Pattern
  private let partners: [String: [String]]
  private let allowsCapitals: Bool

  /// - Parameters:
  ///   - pairs: in lower case; `before` and `after` are what must stand around them, as parts of a regular expression.
  init(_ pairs: [(String, String)], before: String = "", after: String = "", allowsCapitals: Bool = false) {
    self.allowsCapitals = allowsCapitals
    var partners: [String: [String]] = [:]
    for (word, other) in pairs { partners[word, default: []].append(other) }
    self.partners = partners
    let words = partners.keys.sorted { ($0.count, $0) > ($1.count, $1) }.map {
      $0.split(separator: " ").joined(separator: "~")
    }
    pattern = Pattern(
      "(?<![\\p{L}\\p{N}\\-'_])(?:\(before))(" + words.joined(separator: "|")
        + ")(?![\\p{L}\\p{N}\\-_]|'t\\b)(?:\(after))",
      anyCase: true)
  }

  func changes(on page: Page, _ random: inout SeededGenerator, where holds: (Match) -> Bool = { _ in true }) -> [Change]
  {
    var changes: [Change] = []
    for match in pattern.matches(in: page) where holds(match) {
      guard let range = match.range(1) else { continue }
      let words = page.text(range)
      // A word in capitals is a name or a title.
      guard allowsCapitals || words.count < 2 || words != words.uppercased() else { continue }
      let key = words.lowercased().map { $0 == "’" ? "'" : $0.isWhitespace ? " " : $0 }
      guard let other = random.pick(partners[String(key)] ?? []) else { continue }
      // Inside a sentence a capital makes a name.
      if words.first?.isUppercase == true, !allowsCapitals, page.sentence(around: range)?.lowerBound != range.lowerBound
      {
        continue
      }
      changes.append(
        Change(range, with: words.first?.isUppercase == true ? other.prefix(1).uppercased() + other.dropFirst() : other)
      )
    }
    return changes
  }
}

extension EditKind {
  /// Swaps words of a table in French and of another in English.
  static func words(
    _ name: String, harmful: Bool, french: WordTable, english: WordTable,
    where holds: @escaping @Sendable (Match) -> Bool = { _ in true }
  ) -> EditKind {
    EditKind(name: name, isHarmful: harmful) { page, random in
      (page.isFrench ? french : english).changes(on: page, &random, where: holds)
    }
  }
}
