/// The files around an article, in which its images and links are looked up.
///
/// Only what the article names is asked for. Site generators lay out pages in many ways: a target counts as missing when
/// it is in none of the places where one of them would look.
package struct SiteFiles {
  package enum Kind: Hashable, Sendable {
    case file, folder
    /// A symbolic link or another repository: what lies behind it is not known.
    case closed
  }

  /// The article's path, from the root.
  private let article: [String]
  /// Whether the root is that of a site, so that what starts at the site's root can be found.
  private let isSite: Bool
  private let lookUp: (String) throws -> Kind?
  private var known: [String: Kind?] = [:]
  private var roots: [[String]]?

  /// - Parameter lookUp: returns what is at a path below the root, `nil` when nothing is.
  package init(around article: String, isSite: Bool = true, lookUp: @escaping (String) throws -> Kind?) {
    self.article = Self.parts(of: article)
    self.isSite = isSite
    self.lookUp = lookUp
  }

  /// Returns the targets that are not there, in their order.
  package mutating func missing(among targets: [LocalTarget]) throws -> [MissingTarget] {
    try targets.compactMap { try missing($0) }
  }

  private mutating func missing(_ target: LocalTarget) throws -> MissingTarget? {
    let parts = Self.parts(of: target.path)
    // The page itself, and the site's front page.
    guard !target.path.isEmpty, !parts.isEmpty else { return nil }
    let name = Name(parts.last ?? "")
    let isFolder = target.path.utf8.last == UInt8(ascii: "/")
    if try place(of: target, parts, where: { _ in true }) != nil { return nil }
    if target.isFromRoot {
      guard isSite else { return nil }
      let start = Self.withoutSteps(parts)
      // Addresses of pages are made by the generator, and files may be served from elsewhere; but where the folder is
      // in the tree and the file is not, it is missing.
      guard let first = start.first, start.count > 1, name.isFile, !isFolder else { return nil }
      for root in try siteRoots() where try kind(root + [first]) == .folder {
        return MissingTarget(target: target, path: (root + start).joined(separator: "/"), isCertain: true)
      }
      return nil
    }
    let path = Self.resolved(Array(article.dropLast()) + parts)
    return MissingTarget(
      target: target, path: path?.joined(separator: "/"), isCertain: target.kind == .image || name.isFile)
  }

  // MARK: Places

  /// Where a target was found.
  package struct Place: Sendable {
    package enum Origin: Hashable, Sendable {
      /// Its address counts from the folder of the article.
      case folder
      /// Its address counts from the folder that the article's page will have for itself.
      case page
      /// Its address counts from a root of the site.
      case root
    }

    package let origin: Origin
    /// The parts of its path in the tree, from the root.
    package let parts: [String]

    package init(origin: Origin, parts: [String]) {
      self.origin = origin
      self.parts = parts
    }
  }

  /// Returns the file or folder that a target leads to; `nil` when it leads to none, to the article itself, or to the
  /// site's front page.
  ///
  /// - Parameter isMeant: which of several is meant when a generator would take any of them, such as a page and the folder
  ///   of the same name; without one, the first.
  package mutating func place(of target: LocalTarget, where isMeant: (String) -> Bool) throws -> Place? {
    let parts = Self.parts(of: target.path)
    guard !target.path.isEmpty, !parts.isEmpty, isSite || !target.isFromRoot else { return nil }
    return try place(of: target, parts, where: isMeant).flatMap { $0.parts.isEmpty ? nil : $0 }
  }

  private mutating func place(
    of target: LocalTarget, _ parts: [String], where isMeant: (String) -> Bool
  ) throws -> Place? {
    if !target.isFromRoot {
      let folder = Array(article.dropLast())
      var bases = [(Place.Origin.folder, folder)]
      // A page in a folder of its own has its neighbours one step up.
      if target.kind == .link, let file = article.last { bases.append((.page, folder + [Name(file).stem])) }
      for (origin, base) in bases {
        guard let path = Self.resolved(base + parts) else { continue }
        if let found = try place(path, under: [[]], where: isMeant) { return Place(origin: origin, parts: found) }
      }
    }
    guard isSite else { return nil }
    return try place(Self.withoutSteps(parts), under: siteRoots(), where: isMeant)
      .map { Place(origin: .root, parts: $0) }
  }

  /// Returns what is found under one of the roots by a path as it is written, or as a generator completes it.
  private mutating func place(
    _ path: [String], under roots: [[String]], where isMeant: (String) -> Bool
  ) throws -> [String]? {
    guard let last = path.last else { return [] }
    let name = Name(last)
    let folder = Array(path.dropLast())
    var names = [last]
    if name.isPage { names.append(name.stem) }
    if !name.isFile {
      names += Self.pageEndings.map { (name.isPage ? name.stem : last) + $0 }
    }
    for root in roots {
      // Where even the first folder is not, nothing below it is.
      if folder.count > 1, let first = folder.first, try kind(root + [first]) == nil { continue }
      var first: [String]?
      for name in names where try kind(root + folder + [name]) != nil {
        let found = root + folder + [name]
        if isMeant(found.joined(separator: "/")) { return found }
        first = first ?? found
      }
      if let first { return first }
    }
    return nil
  }

  /// Every folder above the article, and the folders in them that generators serve as the site's root.
  private mutating func siteRoots() throws -> [[String]] {
    if let roots { return roots }
    var found: [[String]] = []
    for depth in 0..<min(article.count, Self.deepest) {
      let folder = Array(article.prefix(depth))
      found.append(folder)
      for name in Self.servedFolders where try kind(folder + [name]) != nil { found.append(folder + [name]) }
    }
    roots = found
    return found
  }

  private mutating func kind(_ parts: [String]) throws -> Kind? {
    let path = parts.joined(separator: "/")
    if path.isEmpty { return .folder }
    if let answer = known[path] { return answer }
    var answer = try lookUp(path)
    if answer == nil, parts.count > 1, try kind(Array(parts.dropLast())) == .closed { answer = .closed }
    known[path] = .some(answer)
    return answer
  }

  private static let deepest = 12
  private static let servedFolders = [
    "public", "static", "assets", "src", "content", "source", "docs", "site", "www", "media",
  ]
  /// The endings of texts, and of the pages that generators make of them.
  package static let pageEndings = [".md", ".markdown", ".mdx", ".html", ".htm"]

  // MARK: Paths

  static func parts(of path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.map { String($0) }
  }

  /// The path with its steps up taken; `nil` when it leaves the root.
  static func resolved(_ parts: [String]) -> [String]? { resolved(parts) { $0 == ".." } }

  /// Likewise of parts of any kind.
  static func resolved<Part>(_ parts: [Part], isStepUp: (Part) -> Bool) -> [Part]? {
    var result: [Part] = []
    for part in parts {
      if !isStepUp(part) {
        result.append(part)
      } else if result.popLast() == nil {
        return nil
      }
    }
    return result
  }

  /// The path without its steps up: what a relative address means where the page will lie is not known.
  private static func withoutSteps(_ parts: [String]) -> [String] {
    var result: [String] = []
    for part in parts {
      if part == ".." { _ = result.popLast() } else { result.append(part) }
    }
    return result
  }

  /// A file's name, and what its ending says.
  struct Name {
    let stem: String
    private let ending: String

    init(_ name: String) {
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      stem = dot == name.startIndex ? name : String(name[..<dot])
      ending = dot == name.startIndex || dot == name.endIndex ? "" : String(name[dot...]).lowercased()
    }

    /// A page that a generator may make of a text of another name.
    var isPage: Bool { [".html", ".htm", ".php", ".aspx"].contains(ending) }

    /// A file that is served as it is, or another text.
    var isFile: Bool {
      let letters = ending.utf8.dropFirst()
      let isWord = letters.allSatisfy { TreeBuilder.isNamePart($0) && $0 != UInt8(ascii: "-") }
      return !isPage && isWord && (2...8).contains(letters.count) && letters.contains(where: TreeBuilder.isLetter)
    }
  }
}

/// A target that is not in the tree.
package struct MissingTarget: Sendable {
  package let target: LocalTarget
  /// Where the file would have to be, from the root; `nil` for a place above it.
  package let path: String?
  /// Whether it must be a file of the tree; a page may yet be made by a site generator.
  package let isCertain: Bool
}
