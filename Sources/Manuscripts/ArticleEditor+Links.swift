import StructuredText

extension ArticleEditor {
  /// Returns the article with the addresses of its own site that it names put through `change`, where they are written:
  /// in the text, in a definition, in a tag, in the front matter. `nil` leaves an address alone.
  ///
  /// An address whose path is not written in the text as it reads, because of entities or escapes, stays as it is.
  ///
  /// - Parameters:
  ///   - renaming: likewise for the names of articles in the tags of site generators.
  ///   - leave: told of what stays as it is and should not.
  package static func redirected(
    _ article: Article, renaming: (String) throws -> String?, _ change: (LocalTarget) throws -> String?,
    leaving leave: (LocalTarget) -> Void
  ) rethrows -> [UInt8] {
    var edits: [TextRange: String] = [:]
    func put(_ target: LocalTarget?, _ place: TextRange?) throws {
      guard let target, let changed = try change(target) else { return }
      // A query may well have entities; it stays.
      let query = target.destination.drop { $0 != "?" && $0 != "#" }
      let head = Array(target.destination.utf8.dropLast(query.utf8.count))
      guard let place, place.start >= 0, place.end <= article.bytes.count, changed.hasSuffix(query),
        article.bytes[place.range].starts(with: head),
        article.bytes[place.range].dropFirst(head.count).first == query.utf8.first
      else { return leave(target) }
      edits[TextRange(place.start, place.start + head.count)] = String(changed.dropLast(query.count))
    }
    if let image = article.frontMatterImage {
      let written = Array(image.destination.utf8)
      // The value stands between quotation marks, or not.
      let place = article.bytes[image.range.range].firstRange(of: written).map { TextRange($0) }
      try put(image, place)
    }
    let isDefinedElsewhere = article.tree.links.contains { $0.kind != .autolink && $0.address == nil }
    let definitions = isDefinedElsewhere ? LinkDefinitionScanner.destinations(in: article) : [:]
    for link in article.tree.links where link.kind != .autolink {
      let places = link.address.map { [$0] } ?? definitions[link.destination] ?? []
      if places.isEmpty { try put(LocalTarget(link), nil) }
      for place in places { try put(LocalTarget(link), place) }
    }
    for reference in article.tree.templates.flatMap({ TemplateReference.all(in: $0, of: article.bytes) }) {
      if let changed = try renaming(reference.destination) { edits[reference.range] = changed }
    }
    return applying(edits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, to: article.bytes)
  }
}
