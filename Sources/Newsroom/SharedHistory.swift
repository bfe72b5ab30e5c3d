import Gatekeeping
import GitStore

/// The shared branch's own commits: those that first parents lead to from its tip.
struct SharedHistory {
  private let commits: [ObjectID]
  private let places: [ObjectID: Int]
  /// For each article the commits that changed it, the newest first; `nil` when that was not looked for.
  private var changes: [Slug: [Int]]?

  /// - Parameters:
  ///   - tip: of the shared branch; `nil` when there is none.
  ///   - isIndexed: whether to look into each commit once for the articles that it changed, which pays when the histories
  ///     of many articles are asked for.
  init(of tip: ObjectID?, isIndexed: Bool, in repository: Repository, policy: Policy) throws {
    commits = try tip.map { try repository.firstParents(from: $0) } ?? []
    places = Dictionary(commits.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    guard isIndexed else { return }
    var changes: [Slug: [Int]] = [:]
    for (place, id) in commits.enumerated() {
      var parent = try repository.parents(of: id).first
      if let id = parent, try repository.header(of: id) == nil { parent = nil }
      for change in try repository.changedPaths(from: parent, to: id) {
        guard case .article(let slug, _) = policy.kind(ofPath: change.path.description) else { continue }
        if changes[slug]?.last != place { changes[slug, default: []].append(place) }
      }
    }
    self.changes = changes
  }

  func contains(_ commit: ObjectID) -> Bool { places[commit] != nil }

  /// The commit to look at behind `commit` for the article at `path`; `nil` when none changed it before.
  ///
  /// Without an index that is the first parent.
  func next(after commit: ObjectID, at path: TreePath, _ policy: Policy) -> ObjectID? {
    guard let place = places[commit] else { return nil }
    guard let changes, case .article(let slug, _) = policy.kind(ofPath: path.description) else {
      return place + 1 < commits.count ? commits[place + 1] : nil
    }
    guard let places = changes[slug] else { return nil }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? commits[places[low]] : nil
  }
}
