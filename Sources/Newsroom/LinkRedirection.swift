import Gatekeeping
import GitStore
import Manuscripts

/// An address that has an article's name in it, and of which nothing says whether it leads to the article.
package struct DoubtfulLink: Hashable, Sendable {
  /// Where it stands.
  package let path: String
  package let address: String
}

/// Leads the links in articles to where the files of one that is renamed have gone.
///
/// A link leads to the article when what it names in the tree is one of the files that move. An address that a site
/// generator makes up can be anything: one that is no file is changed when it can only be the article's, and else told.
struct LinkRedirection {
  let snapshot: Snapshot
  let paths: RenamedPaths
  private(set) var doubtful: [DoubtfulLink] = []
  private var told: Set<DoubtfulLink> = []

  init(_ snapshot: Snapshot, _ paths: RenamedPaths) {
    self.snapshot = snapshot
    self.paths = paths
  }

  /// Returns the bytes of the article that lies at `path` before.
  mutating func redirected(_ article: Article, at path: String) throws -> [UInt8] {
    let moved = paths.path(movedFrom: path)
    let isAffected = moved != nil || paths.isLeftBehind(path)
    let newPath = moved ?? path
    let paths = paths
    var files = snapshot.files(around: path)
    var found: [DoubtfulLink] = []
    let bytes = try ArticleEditor.redirected(article) { target in
      guard isAffected || paths.names.contains(where: { target.path.contains($0.old) }) else { return nil }
      if let place = try files.place(of: target, where: { paths.path(movedFrom: $0) != nil }) {
        let new = paths.path(movedFrom: place.parts.joined(separator: "/"))
        guard new != nil || moved != nil else { return nil }
        let parts = new.map { $0.split(separator: "/").map(String.init) } ?? place.parts
        let address = target.address(of: place, movedTo: parts, namedBy: path, movedTo: newPath)
        return address == target.destination ? nil : address
      }
      if target.isFromRoot, let page = paths.page(at: target.path) {
        let place = SiteFiles.Place(origin: .root, parts: page.old)
        return target.address(of: place, movedTo: page.new, namedBy: path, movedTo: newPath)
      }
      if paths.isNamed(in: target.path) { found.append(DoubtfulLink(path: newPath, address: target.destination)) }
      return nil
    }
    doubtful += found.filter { told.insert($0).inserted }
    return bytes
  }
}
