import Gatekeeping
import GitStore
import Manuscripts

/// Where the files of an article go in one commit, when it gets another slug.
struct RenamedPaths {
  /// The files that move, sorted by their path.
  let files: [(entry: TreeEntry, path: String)]
  private let paths: [String: String]
  /// The folders of which nothing stays behind.
  private let folders: [String: String]
  /// The folders that something leaves and something stays in.
  private let leftFolders: Set<String>
  /// The folders that the article's files, or the folders of its own, lie in.
  private let pageFolders: Set<[String]>
  /// What the article is called in paths: the slug, and more when a date belongs to the name.
  let names: [(old: String, new: String)]
  /// What may follow the name of a page: `.html`, and what the article's files have there, such as `.fr.md`.
  private let endings: Set<String>

  /// - Throws: `OperationError.noNewPlace`, `.placeTaken`; `GitError`.
  init(of old: Slug, to new: Slug, in snapshot: Snapshot, _ commit: ObjectID, _ policy: Policy) throws {
    let all = try snapshot.repository.files(in: commit)
    let own = all.filter { $0.path.string.map { policy.isOwn($0, of: old) } ?? false }
    var belongings = try Belongings(of: old, own, among: all, in: snapshot, policy)
    var paths: [String: String] = [:]
    var targets: Set<String> = []
    files = try own.filter { belongings.goesAlong($0.path.description) }.map { entry in
      let path = entry.path.description
      guard let target = policy.path(path, of: old, renamed: new), targets.insert(target).inserted else {
        throw OperationError.noNewPlace(path)
      }
      paths[path] = target
      return (entry, target)
    }
    for entry in all where targets.contains(entry.path.description) && paths[entry.path.description] == nil {
      throw OperationError.placeTaken(entry.path.description)
    }
    self.paths = paths

    var folders: [String: String] = [:]
    for (path, target) in paths {
      for (folder, newFolder) in zip(Self.folders(of: path), Self.folders(of: target)) where folder != newFolder {
        folders[folder] = newFolder
      }
    }
    var left: Set<String> = []
    if !folders.isEmpty {
      for entry in all where paths[entry.path.description] == nil {
        left.formUnion(Self.folders(of: entry.path.description).filter { folders[$0] != nil })
      }
    }
    self.folders = folders.filter { !left.contains($0.key) }
    leftFolders = left

    var names = [(old: old.name, new: new.name)]
    var pageFolders: Set<[String]> = []
    var endings = Set(SiteFiles.pageEndings + [""])
    for (entry, target) in files where policy.isArticle(entry.path.description) {
      let (parts, newParts) = (Self.parts(of: entry.path.description), Self.parts(of: target))
      guard let place = zip(parts, newParts).enumerated().first(where: { $1.0 != $1.1 })?.offset else { continue }
      pageFolders.insert(Array(parts[..<place]))
      var (name, newName) = (parts[place], newParts[place])
      if place == parts.count - 1 {
        (name, newName) = (Self.name(ofFile: name, old), Self.name(ofFile: newName, new))
        endings.insert(String(parts[place].dropFirst(name.count)))
      }
      if !names.contains(where: { $0.old == name }) { names.append((name, newName)) }
    }
    self.names = names
    self.pageFolders = pageFolders
    self.endings = endings
  }

  /// Returns where a file or folder goes; `nil` when it stays.
  func path(movedFrom path: String) -> String? { paths[path] ?? folders[path] }

  /// Whether something of a folder stays and something goes in which the article at `path` lies, or its page will: then
  /// its way to the files there may be another one.
  func isLeftBehind(_ path: String) -> Bool {
    let page = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    return leftFolders.contains(page) || Self.folders(of: path).contains(where: leftFolders.contains)
  }

  /// Returns the parts of a page's address from the root of the site, as they are and as they will be, when it can only be
  /// that of the article: it ends with its name, and the folder before that is the article's.
  func page(at address: String) -> (old: [String], new: [String])? {
    let parts = Self.parts(of: address).filter { $0 != "." }
    guard parts.count > 1, let found = article(at: parts), found.place > 0 else { return nil }
    return (parts, found.new)
  }

  /// Returns what a tag of a site generator calls the article, under its new name; `nil` when it is none of its names.
  ///
  /// Generators look for it by its name alone, or with folders that it lies in, and know what follows a `#`.
  func name(of reference: String) -> String? {
    let head = reference.prefix { $0 != "#" }
    guard let found = article(at: Self.parts(of: String(head))) else { return nil }
    return (head.hasPrefix("/") ? "/" : "") + found.new.joined(separator: "/") + (head.hasSuffix("/") ? "/" : "")
      + reference[head.endIndex...]
  }

  /// Returns the parts of an address under the new name, and which of them is the name, when it ends with the article's and
  /// the folders before that are the article's.
  private func article(at parts: [String]) -> (new: [String], place: Int)? {
    let isIndex = parts.last.map { Self.stem($0) == "index" } ?? false
    let place = parts.count - (isIndex ? 2 : 1)
    guard place >= 0, pageFolders.contains(where: { $0.suffix(place).elementsEqual(parts[..<place]) }),
      let (old, new) = names.first(where: { names(parts[place], $0.old) })
    else { return nil }
    var changed = parts
    changed[place] = new + parts[place].dropFirst(old.count)
    return (changed, place)
  }

  /// Whether a part of an address is a name, with or without an ending: `v1.2` is not `v1`.
  private func names(_ part: String, _ name: String) -> Bool {
    part.hasPrefix(name) && endings.contains(String(part.dropFirst(name.count)))
  }

  /// Whether the article's name is a part of an address.
  func isNamed(in address: String) -> Bool {
    Self.parts(of: address).contains { part in names.contains { part == $0.old || part.hasPrefix($0.old + ".") } }
  }

  private static func parts(of path: String) -> [String] { path.split(separator: "/").map(String.init) }

  /// The name of an article's file without its endings: a slug may have dots of its own.
  private static func name(ofFile file: String, _ slug: Slug) -> String {
    let end = file.ranges(of: slug.name).last?.upperBound ?? file.startIndex
    return String(file[..<end]) + file[end...].prefix { $0 != "." }
  }

  /// The name of a file up to its first dot.
  private static func stem(_ name: String) -> String { String(name.prefix { $0 != "." }) }

  /// The folders that a file lies in, the outermost first.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }
}

/// Which of the files that an article may change are its alone.
///
/// Several articles can have a right to a folder: a section's page, and the articles in the section.
private struct Belongings {
  private let slug: Slug
  private let policy: Policy
  /// The folders in which the article's own files lie.
  private let homes: Set<String>
  /// The folders in which other articles lie, as far as they are in one of this article's.
  private let others: Set<String>
  /// What the article itself names.
  private let named: Set<String>
  /// Those of the others' folders that lie in one of this article's.
  private var rivals: [String: [String]] = [:]

  init(
    of slug: Slug, _ own: [TreeEntry], among all: [TreeEntry], in snapshot: Snapshot, _ policy: Policy
  ) throws {
    self.slug = slug
    self.policy = policy
    let articles = own.filter { policy.isArticle($0.path.description) }
    homes = Set(articles.map { Self.folder(of: $0.path.description) })
    let folders = Set(
      own.map(\.path.description).filter { !policy.isArticle($0) }
        .compactMap { policy.ownFolder(of: $0, of: slug) })
    let prefixes = folders.map { Array("\($0)/".utf8) }
    others = Set(
      all.filter { entry in prefixes.contains { entry.path.bytes.starts(with: $0) } }.map(\.path.description)
        .filter { policy.isArticle($0) && !policy.isOwn($0, of: slug) }.map(Self.folder(of:)))
    var named: Set<String> = []
    for entry in articles where !others.isEmpty {
      guard let bytes = try snapshot.repository.articleText(entry.version) else { continue }
      var files = snapshot.files(around: entry.path.description)
      for target in ArticleParser().article(from: bytes).localTargets {
        guard let place = try files.place(of: target, where: { _ in false }) else { continue }
        named.insert(place.parts.joined(separator: "/"))
      }
    }
    self.named = named
  }

  /// Whether a file goes with the article: what lies with another article's only when this one names it.
  mutating func goesAlong(_ path: String) -> Bool {
    guard !policy.isArticle(path), let own = policy.ownFolder(of: path, of: slug) else { return true }
    let rivals = self.rivals[own] ?? others.filter { Self.holds(own, $0) }
    self.rivals[own] = rivals
    guard !rivals.isEmpty else { return true }
    let folder = Self.folder(of: path)
    let isAmongOthers = rivals.contains { Self.holds($0, folder) }
    return !isAmongOthers && homes.contains(own) || named.contains(path)
  }

  private static func holds(_ folder: String, _ other: String) -> Bool {
    other.hasPrefix(folder) && (other.utf8.count == folder.utf8.count || other.dropFirst(folder.count).hasPrefix("/"))
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
