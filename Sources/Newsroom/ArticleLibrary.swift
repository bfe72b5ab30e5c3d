import Facts
import Gatekeeping
import GitStore
import Manuscripts
import Scoring
import StructuredText

/// All articles of a repository, in the order in which they came, for each of them to be compared with the earlier ones.
///
/// An article is there once, as it is published or else at its furthest stage. The order is that of the dates in the
/// front matter (or the file's name), then of the paths; what has no date comes last.
struct ArticleLibrary {
  private struct Volume {
    let order: Order
    let slug: Slug
    let text: Place
  }

  private struct Place {
    let branch: String?
    let entry: TreeEntry

    var name: String { branch.map { "\($0):\(entry.path)" } ?? entry.path.description }
  }

  private struct Order: Comparable {
    /// As in ISO 8601.
    let date: String
    let path: String

    static func < (a: Order, b: Order) -> Bool { (a.date, a.path) < (b.date, b.path) }
  }

  private let repository: Repository
  private let policy: Policy
  private let volumes: [Volume]
  private let names: [String]
  private let slugs: [Slug]
  private let index: StatementIndex
  /// Articles that an update brings or changes: they come after all others, whatever their dates.
  var arrivals: Set<Slug> = []

  /// Reads all articles.
  ///
  /// - Parameter branches: those that have articles, with the one article that is theirs, the earlier stages first; one
  ///   without a name is what is judged, and its articles are called by their paths.
  init(of branches: [(name: String?, slug: Slug?, tip: ObjectID)], in repository: Repository, policy: Policy) throws {
    self.repository = repository
    self.policy = policy
    var seen: [Slug: ObjectID] = [:]
    var found: [(volume: Volume, statements: StatementIndex.Entry)] = []
    for branch in branches.reversed() {
      let snapshot = Snapshot(repository, branch.tip)
      let entries =
        try branch.slug.map { try snapshot.articles(of: $0, policy: policy) } ?? snapshot.allArticles(policy: policy)
      for entry in entries where entry.version.mode.isRegular {
        guard case .article(let slug, _) = policy.kind(ofPath: entry.path.description),
          seen[slug] ?? branch.tip == branch.tip,
          try repository.blobSize(entry.version.id) <= ArticleParser.sizeLimit
        else { continue }
        seen[slug] = branch.tip
        let article = ArticleParser().article(from: try repository.blob(entry.version.id))
        let sheet = FactSheet(of: article, language: policy.rules.language)
        let order = Self.order(of: article, at: entry.path.description, policy)
        found.append(
          (
            Volume(order: order, slug: slug, text: Place(branch: branch.name, entry: entry)),
            StatementIndex.Entry(of: sheet, date: order.date)
          ))
      }
    }
    found.sort { $0.volume.order < $1.volume.order }
    volumes = found.map(\.volume)
    names = volumes.map(\.text.name)
    slugs = volumes.map(\.slug)
    index = StatementIndex(found.map(\.statements))
  }

  /// Returns the articles that came before one, its own other versions left out.
  func neighbours(of article: Article, at path: String, slug: Slug?) -> Neighbours {
    let own = Self.order(of: article, at: path, policy)
    let end = volumes.partitioningIndex { $0.order >= own }
    let isArriving = slug.map(arrivals.contains) ?? false
    return Neighbours(index, names: names, date: own.date) { [arrivals, slugs] number in
      slugs[number] != slug && (number < end || (isArriving && !arrivals.contains(slugs[number])))
    }
  }

  /// Returns the articles that findings point into.
  func texts(for findings: [Finding]) throws -> [ArticleText] {
    let wanted = Set(findings.compactMap(\.elsewhere?.article))
    guard !wanted.isEmpty else { return [] }
    return try volumes.filter { wanted.contains($0.text.name) }.map { volume in
      ArticleText(
        path: volume.text.entry.path.description, revision: volume.text.branch,
        bytes: try repository.blob(volume.text.entry.version.id))
    }
  }

  private static func order(of article: Article, at path: String, _ policy: Policy) -> Order {
    var date = article.frontMatter?.text(.date).flatMap { isoDate($0.text) }
    if date == nil, case .article(_, let captures) = policy.kind(ofPath: path) { date = captures.date }
    return Order(date: date ?? "9999", path: path)
  }

  /// `2025-06-02` or `2025/06/02` at the head of what a front matter has for a date; the year alone where it is at the end.
  private static func isoDate(_ text: String) -> String? {
    let head = Array(text.utf8.prefix(10))
    let groups = head.split { !(0x30...0x39).contains($0) }.map { String(decoding: $0, as: UTF8.self) }
    guard head.count == 10, groups.count == 3 else { return nil }
    switch groups.map(\.utf8.count) {
    case [4, 2, 2]: return groups.joined(separator: "-")
    case [2, 2, 4]: return groups[2]
    default: return nil
    }
  }
}
