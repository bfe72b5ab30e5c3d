import StructuredText

/// Reads the Markdown of an article's body.
enum MarkdownReader {
  /// Returns the tree of the bytes of `text` in `body`, with ranges in the whole of `text`.
  static func read(_ text: [UInt8], body: TextRange) -> (tree: MarkdownTree, defects: [Article.Defect]) {
    var map = SourceMap(bounds: body)
    map.add(input: 0, source: body.start)
    let builder = TreeBuilder(source: text, origin: map)
    guard MarkdownParser.parse(text, body.range, into: builder) else {
      return (MarkdownTree(), [Article.Defect(kind: .tooLarge, range: body)])
    }
    return (builder.tree, [])
  }
}
