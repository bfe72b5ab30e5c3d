import Gatekeeping
import GitStore
import Manuscripts

/// The files of one moment: of a commit, or of the index.
struct Snapshot {
  let repository: Repository
  let content: Content

  enum Content {
    case commit(ObjectID)
    case index(Index)
  }

  init(_ repository: Repository, _ commit: ObjectID) {
    self.repository = repository
    content = .commit(commit)
  }

  init(_ repository: Repository, _ index: Index) {
    self.repository = repository
    content = .index(index)
  }

  /// Whether these files are those of the index.
  var isStaged: Bool {
    if case .index = content { true } else { false }
  }

  func version(at path: TreePath) throws -> FileVersion? {
    switch content {
    case .commit(let id): try repository.entry(at: path, in: id)
    case .index(let index): try repository.stagedVersion(of: path, in: index)
    }
  }

  /// Returns the files below a folder, sorted by path.
  ///
  /// - Parameter enters: whether to look into a folder below it; the files of the index are all looked at.
  func files(
    under folder: String, where matches: (TreePath) -> Bool, entering enters: (TreePath) -> Bool = { _ in true }
  ) throws -> [TreeEntry] {
    let folder = TreePath(folder)
    switch content {
    case .commit(let id):
      return try repository.files(
        in: id, entering: { $0.isWithin(folder) ? enters($0) : folder.isWithin($0) },
        where: { $0.isWithin(folder) && matches($0) })
    case .index(let index):
      return index.entries(under: folder).filter { $0.stage == 0 && matches($0.path) }
        .map { TreeEntry(path: $0.path, version: $0.version) }
    }
  }

  /// Returns the files of an article, sorted by path: one, or one for each language.
  func articles(of slug: Slug, policy: Policy) throws -> [TreeEntry] {
    var found: [TreePath: TreeEntry] = [:]
    for pattern in policy.articles {
      if let path = pattern.path(for: slug), !pattern.isOpen {
        let path = TreePath(path)
        if let version = try version(at: path), version.mode != .folder {
          found[path] = TreeEntry(path: path, version: version)
        }
        continue
      }
      let entries = try files(under: pattern.folder(for: slug)) { path in
        guard let text = path.string, case .article(slug, _) = policy.kind(ofPath: text) else { return false }
        return true
      }
      for entry in entries { found[entry.path] = entry }
    }
    return found.values.sorted { $0.path < $1.path }
  }

  /// Returns the files of all articles, sorted by path, those whose name is no slug included.
  func allArticles(policy: Policy) throws -> [TreeEntry] {
    var found: [TreePath: TreeEntry] = [:]
    for folder in Set(policy.articles.map(\.literalFolder)) {
      let entries = try files(under: folder) { path in
        switch policy.kind(ofPath: path.description) {
        case .article, .invalidArticle: true
        case .policy, .other: false
        }
      }
      for entry in entries { found[entry.path] = entry }
    }
    return found.values.sorted { $0.path < $1.path }
  }

  /// Returns the source material of an article, sorted by path.
  func dossier(of slug: Slug, policy: Policy) throws -> [TreeEntry] {
    guard let pattern = policy.dossier else { return [] }
    return try files(under: pattern.folder(for: slug)) { path in
      path.string.flatMap { pattern.match($0) }?.slug == slug.name
    }.filter { $0.version.mode.isRegular }
  }

  /// Returns the files of the snapshot, for an article at `path` to look its images and links up in.
  func files(around path: String) -> SiteFiles {
    SiteFiles(around: path) { place in
      if let version = try version(at: TreePath(place)) { return SiteFiles.Kind(version.mode) }
      // The index lists no folders.
      if case .index(let index) = content, index.hasEntries(below: TreePath(place)) { return .folder }
      return nil
    }
  }
}

extension SiteFiles.Kind {
  init(_ mode: FileMode) {
    switch mode {
    case .file, .executable: self = .file
    case .folder: self = .folder
    case .symbolicLink, .submodule: self = .closed
    }
  }
}

extension Repository {
  /// Returns the bytes of a file that may be an article; `nil` for what is no file, or larger than an article may be.
  func articleText(_ version: FileVersion) throws -> [UInt8]? {
    guard version.mode.isRegular, try blobSize(version.id) <= ArticleParser.sizeLimit else { return nil }
    return try blob(version.id)
  }
}
