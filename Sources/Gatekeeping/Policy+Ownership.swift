/// Whose file a path is, and where it goes with its article.
extension Policy {
  /// Whether a branch that belongs to `slug` may change `path`: the article, its dossier, and its assets.
  ///
  /// An asset is a file with a path component (its extension aside) that is the slug: `images/my-article/plot.png`,
  /// `images/my-article.jpg`. It may also lie anywhere below a folder that is the article's by a pattern, whatever else is
  /// in the folder's name: `posts/2026-11-22-my-article/plot.png`. A folder that a pattern names is no article's:
  /// `articles/plot.png` does not belong to an article of the name `articles`.
  package func isOwn(_ path: String, of slug: Slug) -> Bool { !slugPlaces(of: slug, in: path).isEmpty }

  /// Returns the folder that makes a file an article's, the first one; `nil` when its own name does, or nothing.
  package func ownFolder(of path: String, of slug: Slug) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let place = slugPlaces(of: slug, in: path).min(by: { $0.part < $1.part }), place.part < parts.count - 1 else {
      return nil
    }
    return parts[...place.part].joined(separator: "/")
  }

  /// Returns where a file of an article lies when the article has another slug; `nil` when it is not the article's, or
  /// would not be that of the new one.
  package func path(_ path: String, of old: Slug, renamed new: Slug) -> String? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let places = slugPlaces(of: old, in: path)
    guard !places.isEmpty else { return nil }
    for place in places {
      let bytes = Array(parts[place.part].utf8)
      parts[place.part] = String(
        decoding: bytes[..<place.range.lowerBound] + new.name.utf8 + bytes[place.range.upperBound...], as: UTF8.self)
    }
    let renamed = parts.joined(separator: "/")
    if isArticle(path) {
      guard case .article(new, _) = kind(ofPath: renamed) else { return nil }
      return renamed
    }
    return isOwn(renamed, of: new) ? renamed : nil
  }

  /// Returns where a path names the article that it belongs to, at most one place in each of its parts; none when it does
  /// not belong to it.
  private func slugPlaces(of slug: Slug, in path: String) -> [ArticlePattern.SlugPlace] {
    switch kind(ofPath: path) {
    case .article(let other, _):
      guard other == slug, let place = articles.lazy.compactMap({ $0.slugPlace(in: path) }).first else { return [] }
      return [place]
    case .invalidArticle, .policy: return []
    case .other: break
    }
    if let dossier, let captures = dossier.match(path) {
      guard captures.slug == slug.name, let place = dossier.slugPlace(in: path) else { return [] }
      return [place]
    }
    let patterns = articles + [dossier].compactMap { $0 }
    let length = slug.name.count
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    var places: [ArticlePattern.SlugPlace] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      // An accent may be written apart from its letter, in more bytes.
      let (name, rest) = (part.prefix(length), part.dropFirst(length))
      guard name == slug.name, rest.isEmpty || (isLast && rest.first == ".") else { continue }
      guard isLast || !patterns.contains(where: { $0.fixesName(of: String(path[..<part.endIndex])) }) else { continue }
      places.append(ArticlePattern.SlugPlace(part: index, range: 0..<name.utf8.count))
    }
    for pattern in patterns {
      guard let place = pattern.bundlePlace(of: slug, above: path),
        !places.contains(where: { $0.part == place.part })
      else { continue }
      places.append(place)
    }
    return places
  }
}
