import Languages

/// The statements of many articles, to find those that do not go together.
///
/// Found by amount and by words, never by looking at all: the work grows with what is asked, not with its square.
package struct StatementIndex: Sendable {
  /// The statements of one article.
  package struct Entry: Sendable {
    let language: LanguageTag
    let statements: [Statement]

    /// When the article came, as far as it says: years and months in a row.
    let month: Int?

    /// - Parameter date: the date of the article, as in ISO 8601.
    package init(of sheet: FactSheet, date: String? = nil) {
      let parts = date?.split(separator: "-").prefix(2).compactMap { Int($0) } ?? []
      month = parts.count == 2 ? 12 * parts[0] + parts[1] : nil
      language = sheet.passage.pack.tag
      statements = sheet.statements()
    }
  }

  private let articles: [Entry]
  private let byAmount: [Amount: [Place]]
  private let byWord: [String: [Place]]

  private struct Amount: Hashable {
    let value: ExactNumber
    let upper: ExactNumber?
    let kind: Figure.Kind
  }

  private struct Place: Sendable {
    let article: Int
    let statement: Int
  }

  /// - Parameter articles: the earlier ones first; they are called by their numbers.
  package init(_ articles: [Entry]) {
    self.articles = articles
    var byAmount: [Amount: [Place]] = [:]
    var byWord: [String: [Place]] = [:]
    for (article, entry) in articles.enumerated() {
      for (number, statement) in entry.statements.enumerated() {
        let place = Place(article: article, statement: number)
        byAmount[Self.amount(of: statement.figure), default: []].append(place)
        for stem in statement.stems { byWord[stem, default: []].append(place) }
      }
    }
    self.byAmount = byAmount
    self.byWord = byWord
  }

  private static func amount(of figure: Figure) -> Amount {
    Amount(value: figure.baseValue, upper: figure.baseUpper, kind: figure.kind)
  }

  // MARK: Asking

  /// Returns what in an article does not go with articles of the index, in the order of its text.
  ///
  /// A figure is told once for each kind of conflict, however often it and its counterpart are stated.
  ///
  /// - Parameter isMeant: whether the article of a number is one to compare with.
  package func conflicts(of entry: Entry, with isMeant: (Int) -> Bool) -> [StatementConflict] {
    var told: Set<Amount> = []
    var found: [StatementConflict] = []
    for statement in entry.statements {
      let amount = Self.amount(of: statement.figure)
      guard !told.contains(amount) else { continue }
      if let conflict = sourceConflict(of: statement, among: places(byAmount[amount], entry.language, isMeant)) {
        found.append(conflict)
        told.insert(amount)
      } else if let conflict = valueConflict(of: statement, in: entry, with: isMeant) {
        found.append(conflict)
        told.insert(amount)
      }
    }
    return found
  }

  /// Statements of one amount, or with one word, beyond which no more are looked at.
  private static let most = 64

  /// Returns the places in articles that are meant, the earliest ones.
  private func places(_ all: [Place]?, _ language: LanguageTag, _ isMeant: (Int) -> Bool) -> [Place] {
    var found: [Place] = []
    for place in all?.prefix(8 * Self.most) ?? [] where found.count < Self.most {
      if articles[place.article].language == language, isMeant(place.article) { found.append(place) }
    }
    return found
  }

  // MARK: Sources

  private func sourceConflict(of statement: Statement, among places: [Place]) -> StatementConflict? {
    guard !statement.credits.isEmpty else { return nil }
    let bounds = statement.figure.isRound ? Self.roundFigures : Self.oddFigures
    var best: StatementConflict?
    var bestLikeness = 0
    for place in places {
      let other = articles[place.article].statements[place.statement]
      guard !other.credits.isEmpty else { continue }
      let likeness = likeness(of: statement, to: other)
      guard likeness >= bounds.least, likeness > bestLikeness else { continue }
      // One source that both credit is enough to agree.
      if statement.credits.contains(where: { mine in other.credits.contains { mine.isSame(as: $0) } }) { return nil }
      bestLikeness = likeness
      best = StatementConflict(
        kind: .source(statement.credits[0].name, other.credits[0].name), statement: statement,
        article: place.article, other: other, isCertain: likeness >= bounds.sure)
    }
    return best
  }

  // MARK: Values

  private func valueConflict(
    of statement: Statement, in entry: Entry, with isMeant: (Int) -> Bool
  ) -> StatementConflict? {
    let rare = statement.stems.sorted { (frequency(of: $0), $0) < (frequency(of: $1), $1) }.prefix(Self.rareWords)
    var best: StatementConflict?
    var bestLikeness = 0
    for stem in rare {
      for place in places(byWord[stem], entry.language, isMeant) {
        let other = articles[place.article].statements[place.statement]
        guard statement.isComparable(to: other) else { continue }
        // « Un garage perd… », « un cabinet perd… »: where each has a word of its own, they may speak of two things.
        guard statement.stems.intersection(other.stems).count >= Self.leastWordsOfValues,
          statement.stems.isSubset(of: other.stems) || other.stems.isSubset(of: statement.stems)
        else { continue }
        let likeness = likeness(of: statement, to: other)
        guard likeness >= Self.leastLikenessOfValues, likeness > bestLikeness else { continue }
        bestLikeness = likeness
        best = StatementConflict(
          kind: .value, statement: statement, article: place.article, other: other,
          isCertain: isOfOneTime(statement, entry, other, articles[place.article]))
      }
    }
    return best
  }

  /// Many figures change with time: what was true then need not be wrong now.
  private func isOfOneTime(_ a: Statement, _ mine: Entry, _ b: Statement, _ other: Entry) -> Bool {
    if !a.years.isEmpty, a.years == b.years { return true }
    guard let month = mine.month, let theirs = other.month else { return false }
    return abs(month - theirs) <= 3
  }

  private static let rareWords = 4

  // MARK: Likeness

  /// From which likeness on two statements of one amount may speak, and surely speak, of one thing. Many things come to
  /// 65 %, few to 78 %.
  private static let roundFigures = (least: 40, sure: 55)
  private static let oddFigures = (least: 35, sure: 45)
  private static let leastLikenessOfValues = 60
  private static let leastWordsOfValues = 4

  private func frequency(of stem: String) -> Int { byWord[stem]?.count ?? 0 }

  /// How much of what two statements say of their figures is the same, 0 to 100; a rare word counts for more.
  private func likeness(of a: Statement, to b: Statement) -> Int {
    let shared = a.stems.intersection(b.stems).union(a.acronyms.intersection(b.initials))
      .union(b.acronyms.intersection(a.initials))
    guard shared.count >= (a.figure.isRound ? 3 : 2) else { return 0 }
    let weights = [shared, a.stems, b.stems].map { $0.reduce(0) { $0 + weight(of: $1) } }
    return min(100, 200 * weights[0] / max(1, weights[1] + weights[2]))
  }

  private func weight(of stem: String) -> Int {
    let rarity = articles.count / max(1, frequency(of: stem))
    return 1 + (Int.bitWidth - rarity.leadingZeroBitCount)
  }
}

/// A figure of an article that does not go with one of another.
package struct StatementConflict: Sendable {
  package enum Kind: Sendable {
    /// The same figure is credited to somebody else: here, and there.
    case source(String, String)
    /// The same thing has another value.
    case value
  }

  package let kind: Kind
  package let statement: Statement
  /// The number of the other article in the index.
  package let article: Int
  package let other: Statement
  /// Whether both surely speak of the same thing.
  package let isCertain: Bool
}

extension Statement {
  /// Whether two statements of different amounts could be of one thing, at one time, in one place.
  fileprivate func isComparable(to other: Statement) -> Bool {
    guard figure.kind == other.figure.kind, names == other.names, scopes == other.scopes, years == other.years,
      direction == other.direction, isNegated == other.isNegated
    else { return false }
    // « de 12 à 15 % » does not contradict « 15 % », nor 87 % the 13 % that are left.
    return !other.company.contains { figure.goes(with: $0) } && !company.contains { other.figure.goes(with: $0) }
  }
}

extension Figure {
  /// Whether the amount is one that many figures come to, such as 65 % or 200.
  fileprivate var isRound: Bool {
    value.divided(by: ExactNumber(5)).map(\.isInteger) ?? true
  }

  fileprivate func goes(with other: Figure) -> Bool {
    [.same, .derived].contains(relation(to: other)) || [.same, .derived].contains(other.relation(to: self))
      || isComplement(of: other) || isEnd(of: other) || other.isEnd(of: self)
  }
}

extension Credit {
  /// Whether both could be one source: the same site, or a name that is another form of the other's.
  fileprivate func isSame(as other: Credit) -> Bool {
    if let host, let theirs = other.host {
      if host == theirs || host.hasSuffix("." + theirs) || theirs.hasSuffix("." + host) { return true }
    }
    let mine = Set(words)
    let shared = mine.intersection(other.words).filter { $0.utf8.count > 3 }
    if host == nil || other.host == nil, !shared.isEmpty { return true }
    return 2 * shared.count >= max(1, min(mine.count, other.words.count))
  }
}
