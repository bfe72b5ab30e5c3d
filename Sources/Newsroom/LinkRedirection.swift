import Gatekeeping
import GitStore
import Manuscripts

/// An address that has an article's name in it, and of which nothing says whether it leads to the article, or that is
/// written with entities or escapes.
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
    let newPath = paths.path(movedFrom: path) ?? path
    let isAffected = paths.isLeftBehind(path)
    var files = snapshot.files(around: path)
    var known: [String: String?] = [:]
    return try ArticleEditor.redirected(article) { name in
      if let new = paths.name(of: name) { return new }
      if paths.isNamed(in: name) { tell(DoubtfulLink(path: newPath, address: name)) }
      return nil
    } _: { target in
      // Where whole folders move, what lies in them keeps its way to the rest.
      guard isAffected || paths.names.contains(where: { target.path.contains($0.old) }) else { return nil }
      let key = "\(target.kind) \(target.destination)"
      if let address = known[key] { return address }
      var address: String?
      if known.count < Self.mostAddresses, let place = try self.place(of: target, in: &files) {
        address = target.address(of: place.old, movedTo: place.new, namedBy: path, movedTo: newPath)
      } else if paths.isNamed(in: target.path) {
        tell(DoubtfulLink(path: newPath, address: target.destination))
      }
      known[key] = .some(address == target.destination ? nil : address)
      return known[key] ?? nil
    } leaving: { target in
      tell(DoubtfulLink(path: newPath, address: target.destination))
    }
  }

  private mutating func tell(_ doubt: DoubtfulLink) {
    if told.insert(doubt).inserted { doubtful.append(doubt) }
  }

  /// Returns where a target is found, and where it will be; `nil` when it is nowhere.
  private func place(
    of target: LocalTarget, in files: inout SiteFiles
  ) throws -> (old: SiteFiles.Place, new: [String])? {
    if let place = try files.place(of: target, where: { paths.path(movedFrom: $0) != nil }) {
      let new = paths.path(movedFrom: place.parts.joined(separator: "/"))
      return (place, new.map { $0.split(separator: "/").map(String.init) } ?? place.parts)
    }
    guard target.isFromRoot, let page = paths.page(at: target.path) else { return nil }
    return (SiteFiles.Place(origin: .root, parts: page.old), page.new)
  }

  /// So many addresses of one article are looked up; the others are told.
  private static let mostAddresses = 5_000
}
