import StructuredText

/// Reads the Markdown of an article's body.
enum MarkdownReader {
  /// Returns the tree of the bytes of `text` in `body`, with ranges in the whole of `text`.
  static func read(_ text: [UInt8], body: TextRange) -> (tree: MarkdownTree, defects: [Article.Defect]) {
    var source = text
    let templates = TemplateMask.cover(&source, body)
    var input = source
    var defects: [Article.Defect] = []
    if let deep = NestingGuard.blankDeepLines(of: &input, body) {
      defects.append(Article.Defect(kind: .tooDeeplyNested, range: deep))
    }
    let sheet = SourceSheet(written: text, readable: source, templates: templates)
    guard var tree = tree(sheet, &input, body) else {
      return (MarkdownTree(), defects + [Article.Defect(kind: .tooLarge, range: body)])
    }
    tree.templates = templates
    return (tree, defects)
  }

  private static func tree(_ sheet: SourceSheet, _ input: inout [UInt8], _ body: TextRange) -> MarkdownTree? {
    var map = SourceMap(bounds: body)
    map.add(input: 0, source: body.start)
    guard let first = MarkdownParser.parse(input, body.range, into: TreeBuilder(sheet, origin: map)) else { return nil }

    let scanner = FootnoteScanner(input, body)
    let definitions = scanner.definitions(outside: first.verbatimRanges)
    guard !definitions.isEmpty else { return first.tree }
    // The parser would take the definitions for paragraphs, or for definitions of links.
    for definition in definitions {
      for offset in definition.range.range where !LineScanner.isBlank(input[offset]) {
        input[offset] = UInt8(ascii: " ")
      }
    }
    guard let builder = MarkdownParser.parse(input, body.range, into: TreeBuilder(sheet, origin: map)) else {
      return nil
    }

    let footnotes = FootnoteText(
      definitions, linkDefinitions: scanner.linkDefinitions(outside: builder.verbatimRanges), in: sheet.readable, body)
    let footnoteBuilder = TreeBuilder(sheet, origin: footnotes.map, after: builder, footnotes: definitions)
    guard
      var whole = MarkdownParser.parse(footnotes.input, 0..<footnotes.input.count, into: footnoteBuilder)
    else { return nil }
    whole.listFootnotes()
    return whole.tree
  }
}
