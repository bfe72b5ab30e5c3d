import Gatekeeping
import GitStore
import Manuscripts
import Newsroom
import StructuredText
import Synchronization

/// Where all branches and marks of a repository are. Two that are equal show the same board.
struct BoardState: Equatable, Sendable {
  /// Everything that is not an article's own branch: what is published, what other repositories have.
  let shared: Int
  /// The branches of each article.
  let articles: [Slug: Int]

  init(of desk: Desk) throws {
    let workflow = try desk.policyForReading().policy.workflow
    var shared = Hasher()
    var own: [Slug: Hasher] = [:]
    for reference in try desk.repository.references(under: "refs/") {
      let name = reference.name.description
      // What was done is no article's affair: it moves with every branch that this program moves.
      if name == "refs/editorial/operations" { continue }
      if name.hasPrefix("refs/editorial/"),
        let slug = name.split(separator: "/").last.flatMap({ try? Slug(String($0)) })
      {
        // Who works on an article, and what is signed off for later.
        own[slug, default: Hasher()].combine(name)
        own[slug, default: Hasher()].combine(reference.target)
      } else if let branch = reference.name.branch, case .article(_, let slug)? = workflow.place(ofBranch: branch) {
        own[slug, default: Hasher()].combine(name)
        own[slug, default: Hasher()].combine(reference.target)
      } else {
        shared.combine(name)
        shared.combine(reference.target)
      }
    }
    self.shared = shared.finalize()
    articles = own.mapValues { $0.finalize() }
  }

  /// What a page says that it was made from.
  var text: String {
    var all = Hasher()
    all.combine(shared)
    all.combine(articles)
    return Self.text(all.finalize())
  }

  /// What a page on one article says that it was made from: its branches, and what of it is published. What moves others
  /// alone is no change of it.
  func text(of slug: Slug, at desk: Desk) throws -> String {
    var own = Hasher()
    own.combine(articles[slug] ?? 0)
    for version in try desk.versions(of: slug) where version.stage.isShared {
      for file in version.files { own.combine("\(file.path) \(file.version.id)") }
    }
    return Self.text(own.finalize())
  }

  private static func text(_ number: Int) -> String { String(UInt(bitPattern: number), radix: 16) }
}

/// One article on the board.
struct BoardCard: Sendable {
  let standing: Standing
  let title: String

  /// Whether the article waits at a stage, or a revision of what is published.
  func waits(at stage: Stage?) -> Bool {
    guard let stage else { return false }
    return standing.stage == stage || standing.stage.isShared && standing.ahead.contains(stage.name)
  }
}

extension Standing {
  /// Whether all of it still holds that a clock can end.
  fileprivate func holds(at now: Int64) -> Bool { claims.allSatisfy { ($0.until?.seconds ?? .max) > now } }
}

/// What was judged already. A judgement depends on what refs lead to and on nothing else, so it holds while they stay.
final class BoardMemory: Sendable {
  private struct Known {
    var state: BoardState
    var cards: [Slug: BoardCard]
  }

  private let known = Mutex<Known?>(nil)
  private let pages = Mutex<[String: ArticlePage]>([:])
  private static let mostPages = 200

  /// Returns all articles in the order of a board. Those whose branches stayed where they were are not judged again.
  func cards(_ desk: Desk, at state: BoardState) throws -> [BoardCard] {
    try known.withLock { known in
      let now = desk.now.seconds
      if let found = known, found.state == state, found.cards.values.allSatisfy({ $0.standing.holds(at: now) }) {
        return Self.sorted(found.cards)
      }
      let kept = known.map { $0.state.shared == state.shared ? $0 : Known(state: state, cards: [:]) }
      let slugs = try desk.slugs()
      var cards: [Slug: BoardCard] = [:]
      var changed: [Slug] = []
      for slug in slugs {
        if let kept, let card = kept.cards[slug], card.standing.holds(at: now),
          kept.state.articles[slug] == state.articles[slug]
        {
          cards[slug] = card
        } else {
          changed.append(slug)
        }
      }
      for standing in try desk.standings(of: changed) {
        cards[standing.slug] = BoardCard(standing: standing, title: Self.title(of: standing, desk))
      }
      known = Known(state: state, cards: cards)
      return Self.sorted(cards)
    }
  }

  /// Returns the page that `make` makes, or the one that it made of the same state before.
  func page(_ name: String, at now: Int64, make: () throws -> ArticlePage) rethrows -> ArticlePage {
    if let page = pages.withLock({ $0[name] }), page.furthest.holds(at: now) { return page }
    let page = try make()
    pages.withLock { pages in
      if pages.count >= Self.mostPages { pages.removeAll() }
      pages[name] = page
    }
    return page
  }

  private static func sorted(_ cards: [Slug: BoardCard]) -> [BoardCard] {
    cards.values.sorted { $0.standing < $1.standing }
  }

  /// The title in the front matter; the slug where there is none, or nothing that can be read.
  private static func title(of standing: Standing, _ desk: Desk) -> String {
    guard !standing.path.isEmpty,
      let article = try? desk.article(named: "\(standing.branch):\(standing.path)"),
      let title = ArticleParser().article(from: article.text.bytes).frontMatter?.text(.title)
    else { return standing.slug.name }
    return title.text
  }
}
