package import StructuredText

/// The keys that mean something to this program, whatever the site generator calls them.
extension FrontMatter {
  package enum Key: CaseIterable, Hashable, Sendable {
    case title, description, date, author, categories, tags, image, featured, readingTime, lang, slug, sources

    /// The names that the key goes by, the usual one first.
    package var names: [String] {
      switch self {
      case .title: ["title"]
      case .description: ["description", "excerpt", "summary"]
      case .date: ["date", "pubDate", "publishDate", "publishedAt"]
      case .author: ["author", "authors"]
      case .categories: ["categories", "category"]
      case .tags: ["tags"]
      case .image: ["image", "heroImage", "cover"]
      case .featured: ["featured"]
      case .readingTime: ["readingTime"]
      case .lang: ["lang", "language", "locale"]
      case .slug: ["slug"]
      case .sources: ["sources"]
      }
    }

    /// Returns the key that goes by `name`.
    package init?(name: String) {
      guard let key = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
      self = key
    }
  }

  /// Returns the value of the key under the first of its names that has one.
  package func node(_ key: Key) -> Node? {
    guard let node else { return nil }
    return key.names.lazy.compactMap { node[$0] }.first { !$0.isNull }
  }

  /// Returns the text of the key with its place; `nil` when there is none, or only blanks.
  package func text(_ key: Key) -> Node.Scalar? {
    guard case .scalar(let scalar)? = node(key), scalar.text.utf8.contains(where: { !LineScanner.isBlank($0) }) else {
      return nil
    }
    return scalar
  }

  /// Returns the texts of a list, or the one text that stands in its place.
  package func texts(_ key: Key) -> [Node.Scalar] {
    guard let node = node(key) else { return [] }
    return (node.items ?? [node]).compactMap { item in
      if case .scalar(let scalar) = item { scalar } else { nil }
    }
  }
}
