import StructuredText

extension ArticleEditor {
  /// Returns the article with the addresses of its own site that it names put through `change`, where they are written:
  /// in the text, in a definition, in a tag, in the front matter. `nil` leaves an address alone.
  ///
  /// An address that is not written in the text as it reads, because of entities or escapes, stays as it is.
  ///
  /// - Parameter renaming: likewise for the names of articles in the tags of site generators.
  package static func redirected(
    _ article: Article, renaming: (String) throws -> String?, _ change: (LocalTarget) throws -> String?
  ) rethrows -> [UInt8] {
    var edits: [TextRange: String] = [:]
    func put(_ target: LocalTarget?, _ place: TextRange?) throws {
      guard let target, let place, edits[place] == nil, place.start >= 0, place.end <= article.bytes.count,
        article.bytes[place.range].elementsEqual(target.destination.utf8), let changed = try change(target)
      else { return }
      edits[place] = changed
    }
    if let image = article.frontMatterImage {
      let written = Array(image.destination.utf8)
      // The value stands between quotation marks, or not.
      let place = article.bytes[image.range.range].firstRange(of: written).map { TextRange($0) }
      try put(image, place)
    }
    for link in article.tree.links where link.kind != .autolink {
      try put(LocalTarget(link), link.address)
    }
    for reference in article.tree.templates.flatMap({ TemplateReference.all(in: $0, of: article.bytes) }) {
      if let changed = try renaming(reference.destination) { edits[reference.range] = changed }
    }
    return applying(edits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, to: article.bytes)
  }
}
