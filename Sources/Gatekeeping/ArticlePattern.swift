import Wording

/// Where articles (or the dossier files of an article) lie in the tree: `articles/{slug}.md`, `posts/{date}-{slug}/index.{lang}.md`.
///
/// `{slug}`, `{date}` (`2025`, `2025-07`, `2025-07-31`) and `{lang}` (`fr`, `pt-BR`) match within one path component, as does
/// `*`; the component `**` matches any number of components.
package struct ArticlePattern: Hashable, Sendable, CustomStringConvertible {
  /// The pattern as it was written.
  package let text: String
  private let components: [Component]

  package var description: String { text }

  /// Reads a pattern.
  ///
  /// - Throws: `ArticlePattern.Invalid` when it has no `{slug}`, two of them, an unknown capture, or is no relative path.
  package init(_ text: String) throws(Invalid) {
    self.text = text
    guard text.utf8.count <= 1000 else { throw Invalid(reason: worded("is too long", fr: "est trop long")) }
    var components: [Component] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "":
        throw Invalid(
          reason: worded(
            "must be a path from the root of the repository, without empty components",
            fr: "doit être un chemin depuis la racine du dépôt, sans élément vide"))
      case ".", "..":
        throw Invalid(
          reason: worded(
            "must not contain the component \(part)",
            fr: "ne doit pas contenir l'élément \(part)"))
      case "**": components.append(.anyDepth)
      default: components.append(.pieces(try Self.pieces(of: part)))
      }
    }
    let slugs = components.reduce(into: 0) { count, component in
      if case .pieces(let pieces) = component { count += pieces.filter { $0 == .slug }.count }
    }
    guard slugs == 1 else {
      throw Invalid(
        reason: slugs == 0
          ? worded("has no {slug}", fr: "n'a pas de {slug}")
          : worded(
            "has more than one {slug}",
            fr: "a plus d'un {slug}"))
    }
    self.components = components
  }

  /// Why a text is no pattern.
  package struct Invalid: Error, Hashable, Sendable {
    /// A clause with the pattern as its subject: `has no {slug}`.
    package let reason: String
  }

  /// What a path says about an article.
  package struct Captures: Hashable, Sendable {
    /// The text in the place of `{slug}`, not yet a valid `Slug`.
    package var slug: String
    package var date: String?
    package var language: String?

    package init(slug: String, date: String? = nil, language: String? = nil) {
      self.slug = slug
      self.date = date
      self.language = language
    }
  }

  enum Component: Hashable, Sendable {
    case anyDepth
    case pieces([Piece])
  }

  enum Piece: Hashable, Sendable {
    case literal([UInt8])
    case slug, date, language, any
  }

  // MARK: From path to captures

  /// Returns what stands in the place of the captures; `nil` when `path` does not match.
  ///
  /// A path that no file system can hold is not tried: it counts as an article whose slug is the whole path, which is
  /// no valid slug, so that nothing hides in it.
  package func match(_ path: String) -> Captures? {
    guard let parts = Self.parts(of: path) else { return Captures(slug: path) }
    return Matcher(components: components, parts: parts).match()
  }

  /// The parts of a path that a file system can hold.
  private static func parts(of path: String) -> [[UInt8]]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { Array($0.utf8) }
    return parts.count <= 256 && parts.allSatisfy { $0.count <= 1000 } ? parts : nil
  }

  // MARK: Where the slug stands

  /// Where a path names an article: which of its parts, from 0, and which bytes of that.
  struct SlugPlace: Hashable {
    let part: Int
    let range: Range<Int>
  }

  /// Returns where the path of an article names it; `nil` when `path` does not match.
  func slugPlace(in path: String) -> SlugPlace? {
    Self.parts(of: path).flatMap { Matcher(components: components, parts: $0).found()?.place }
  }

  /// Returns where the folder names an article that would be the article's own and holds the file at `path`: the folder of
  /// a bundle, with whatever lies beside the article.
  func bundlePlace(of slug: Slug, above path: String) -> SlugPlace? {
    let place = components.firstIndex { component in
      if case .pieces(let pieces) = component { pieces.contains(.slug) } else { false }
    }
    guard let place, place < components.count - 1, let parts = Self.parts(of: path) else { return nil }
    let name = Array(slug.name.utf8)
    for count in parts.indices.dropFirst() where !parts[count - 1].ranges(of: name).isEmpty {
      let matcher = Matcher(components: Array(components[...place]), parts: Array(parts[..<count]))
      if let found = matcher.found(), found.captures.slug.utf8.elementsEqual(name) { return found.place }
    }
    return nil
  }

  /// Whether the pattern itself says what a folder is called, so that the name is no article's.
  func fixesName(of folder: String) -> Bool {
    guard let parts = Self.parts(of: folder) else { return false }
    return components.indices.dropLast().contains { index in
      guard case .pieces(let pieces) = components[index], pieces.count == 1, case .literal = pieces[0] else {
        return false
      }
      return Matcher(components: Array(components[...index]), parts: parts).match() != nil
    }
  }

  // MARK: From captures to path

  /// Returns the path of the article with this slug; `nil` when the pattern leaves more open than the arguments fill.
  package func path(for slug: Slug, date: String? = nil, language: String? = nil) -> String? {
    var parts: [String] = []
    for component in components {
      // "Any depth" includes none at all.
      guard case .pieces(let pieces) = component else { continue }
      var part = ""
      for piece in pieces {
        switch piece {
        case .literal(let bytes): part += String(decoding: bytes, as: UTF8.self)
        case .slug: part += slug.name
        case .date:
          guard let date else { return nil }
          part += date
        case .language:
          guard let language else { return nil }
          part += language
        case .any: return nil
        }
      }
      parts.append(part)
    }
    return parts.joined(separator: "/")
  }

  /// The folder that holds everything that can match, without a final slash; empty for the root.
  package var literalFolder: String {
    var folders: [String] = []
    for component in components.dropLast() {
      guard case .pieces(let pieces) = component, pieces.count == 1, case .literal(let bytes) = pieces[0] else { break }
      folders.append(String(decoding: bytes, as: UTF8.self))
    }
    return folders.joined(separator: "/")
  }

  /// Whether articles of one slug can lie at several paths.
  package var isOpen: Bool {
    components.contains { component in
      switch component {
      case .anyDepth: true
      case .pieces(let pieces): pieces.contains(.any) || pieces.contains(.date) || pieces.contains(.language)
      }
    }
  }

  /// Returns the deepest folder that holds every article or file of this slug, as far as it is known; empty for the root.
  package func folder(for slug: Slug) -> String {
    var folders: [String] = []
    for component in components.dropLast() {
      guard case .pieces(let pieces) = component else { break }
      var folder = ""
      for piece in pieces {
        switch piece {
        case .literal(let bytes): folder += String(decoding: bytes, as: UTF8.self)
        case .slug: folder += slug.name
        case .date, .language, .any: return folders.joined(separator: "/")
        }
      }
      folders.append(folder)
    }
    return folders.joined(separator: "/")
  }

  /// Whether `path`, if it is a folder, can hold something that matches.
  package func canMatch(below path: String) -> Bool {
    guard let parts = Self.parts(of: path) else { return false }
    return components.indices.dropFirst().contains { end in
      Matcher(components: Array(components[..<end]), parts: parts).match() != nil
    }
  }

  private static func pieces(of part: Substring) throws(Invalid) -> [Piece] {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var rest = Array(part.utf8)[...]
    func flush() {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
    }
    while let byte = rest.first {
      if byte == UInt8(ascii: "{") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
          throw Invalid(
            reason: worded(
              "has a { without a }",
              fr: "a une { sans }"))
        }
        let name = String(decoding: rest[rest.startIndex...end], as: UTF8.self)
        flush()
        switch name {
        case "{slug}": pieces.append(.slug)
        case "{date}": pieces.append(.date)
        case "{lang}": pieces.append(.language)
        default:
          throw Invalid(
            reason: worded(
              "has the unknown capture \(name) (there are {slug}, {date} and {lang})",
              fr: "a l'élément inconnu \(name) (il y a {slug}, {date} et {lang})"))
        }
        rest = rest[(end + 1)...]
      } else if byte == UInt8(ascii: "*") {
        flush()
        if pieces.last != .any { pieces.append(.any) }
        rest = rest.dropFirst()
      } else if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") {
        throw Invalid(
          reason: worded(
            "contains a control character or a backslash",
            fr: "contient un caractère de contrôle ou une barre oblique inverse"))
      } else {
        literal.append(byte)
        rest = rest.dropFirst()
      }
    }
    flush()
    return pieces
  }
}
