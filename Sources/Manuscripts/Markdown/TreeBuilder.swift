import StructuredText

/// The article's bytes, as they are and as the parser may see them.
struct SourceSheet {
  let written: [UInt8]
  /// The same, with the templates written over.
  let readable: [UInt8]
  /// What is no text, in order.
  let templates: [TextRange]
}

/// Puts together a `MarkdownTree` from what the parser meets.
///
/// The offsets that it is given count in the parser's input; `origin` leads them back to the article.
struct TreeBuilder {
  var tree: MarkdownTree
  /// The article's bytes, its templates written over; readable text is copied from here and from nowhere else.
  let source: [UInt8]
  /// The article's bytes as they are.
  let written: [UInt8]
  private let templates: [TextRange]
  /// How long the shortest template is; `nil` where there is none.
  let shortestTemplate: Int?
  let origin: SourceMap
  /// Where the last thing that was read ends, in the article.
  var cursor: Int
  /// Where the last block ends, in the article.
  private var blockEnd = 0

  var lists: [(id: Int, next: Int?)] = []
  /// The open items; `nil` for one that only stands for a footnote.
  var items: [MarkdownTree.ListItem?] = []
  /// The open lists of HTML, and the item of each.
  var htmlLists: [(id: Int, next: Int?, item: MarkdownTree.ListItem?)] = []
  var quoteDepth = 0
  var table = (id: -1, row: -1, column: -1)
  /// How many lists, items and tables there were so far: their names.
  var counts = (lists: 0, items: 0, tables: 0)

  /// The leaf block at hand.
  var leaf: Leaf?
  /// Where a reference label ends that may follow the last link; text before it shows that there is none.
  var possibleLabelEnd: Int?
  var openSpans: [(kind: MarkdownTree.Span.Kind, text: Int)] = []
  var openLinks: [OpenLink] = []
  /// Blanks that are written as soon as text follows them.
  private var pending: [(text: [UInt8], source: TextRange)] = []
  /// Whether a blank stands between what was read last and what is read next.
  var pendsBlank: Bool { !pending.isEmpty }
  var htmlState = HTMLState.text
  /// Where the HTML tag that is being read begins.
  var htmlTagStart = 0
  /// The open `<a>`, with its text so far.
  var htmlLink: (link: OpenLink, tag: TextRange)?
  /// Whether the number of a note is being read that HTML raises.
  var isNoteRaised = false
  /// The bytes of code and HTML blocks, where nothing is Markdown.
  var verbatimRanges: [TextRange] = []
  /// The definitions whose texts are read, when they are footnotes.
  let footnotes: [FootnoteScanner.Definition]

  struct Leaf {
    let kind: MarkdownTree.Block.Kind
    /// How much of the tree there was before it.
    let text: Int
    let links: Int
    let references: Int
    /// The bytes of the article that were read in it.
    var extent: TextRange?
  }

  struct OpenLink {
    let kind: MarkdownTree.Link.Kind
    var destination: String
    let title: String
    /// Where the destination is written.
    let address: TextRange?
    let text: Int
    /// Where its text ends, if that is not where reading stands.
    var textEnd: Int?
    /// Where reading stood when the link began.
    let cursor: Int
    /// The bytes of its text in the article.
    var extent: TextRange?
  }

  init(_ sheet: SourceSheet, origin: SourceMap) {
    source = sheet.readable
    written = sheet.written
    templates = sheet.templates
    shortestTemplate = sheet.templates.map(\.count).min()
    self.origin = origin
    tree = MarkdownTree()
    cursor = origin.bounds.start
    footnotes = []
  }

  /// Goes on, behind what `body` has read, with the texts of footnotes.
  init(_ sheet: SourceSheet, origin: SourceMap, after body: TreeBuilder, footnotes: [FootnoteScanner.Definition]) {
    source = sheet.readable
    written = sheet.written
    templates = sheet.templates
    shortestTemplate = sheet.templates.map(\.count).min()
    self.origin = origin
    tree = body.tree
    cursor = origin.bounds.start
    counts = body.counts
    self.footnotes = footnotes
  }

  // MARK: Leaves

  mutating func enterLeaf(_ kind: MarkdownTree.Block.Kind) {
    leaveLeaf()
    leaf = Leaf(
      kind: kind, text: tree.text.bytes.count, links: tree.links.count, references: tree.footnoteReferences.count)
    pending = []
    openSpans = []
    openLinks = []
    htmlLink = nil
    isNoteRaised = false
  }

  /// Begins the paragraph that the parser does not announce: the text of an item in a tight list.
  mutating func enterLeafIfNone() {
    if leaf == nil { enterLeaf(.paragraph) }
  }

  /// Ends the leaf; one in which there is nothing to read and no link leaves no block.
  mutating func leaveLeaf() {
    closeHTMLLink()
    takeLabel(before: .max)
    guard let leaf else { return }
    self.leaf = nil
    if leaf.kind == .code, let extent = leaf.extent { verbatimRanges.append(extent) }
    let text = leaf.text..<tree.text.bytes.count
    let isEmpty = text.isEmpty && tree.links.count == leaf.links && tree.footnoteReferences.count == leaf.references
    guard !isEmpty, var extent = leaf.extent else { return }
    // The blank that a code span makes of a line end was read by nobody.
    if !text.isEmpty { extent = extent.union(tree.text.source(of: text)) }
    let room = TextRange(max(origin.bounds.start, min(blockEnd, extent.start)), origin.bounds.end)
    let range = SourceNeighbourhood(source, room).widened(extent, kind: leaf.kind)
    blockEnd = range.end
    tree.text.append(CollectionOfOne(UInt8(ascii: "\n")), from: TextRange(range.end, range.end), isVerbatim: false)
    let kind = footnotes.isEmpty ? leaf.kind : .footnote(footnote(at: extent.start))
    let item = (kind == .html ? htmlLists.last?.item : nil) ?? items.last ?? nil
    tree.blocks.append(
      MarkdownTree.Block(kind: kind, text: text, range: range, listItem: item, quoteDepth: quoteDepth))
  }

  // MARK: Text

  mutating func plain(_ input: Range<Int>) {
    guard var rest = origin.source(input) else { return }
    enterLeafIfNone()
    while let reference = FootnoteReferenceScanner.first(in: source, rest) {
      append(TextRange(rest.start, reference.range.start))
      tree.footnoteReferences.append(
        MarkdownTree.FootnoteReference(label: reference.label, text: tree.text.bytes.count, range: reference.range))
      take(reference.range)
      rest = TextRange(reference.range.end, rest.end)
    }
    append(rest)
  }

  mutating func entity(_ input: Range<Int>) {
    guard let range = origin.source(input) else { return }
    enterLeafIfNone()
    if let text = EntityTable.text(of: source[range.range]) {
      flushPending(before: range.start)
      tree.text.append(text, from: range, isVerbatim: false)
      take(range)
    } else {
      append(range)
    }
  }

  mutating func code(_ input: Range<Int>) {
    if let range = origin.source(input) { append(range) }
  }

  /// Blanks and line ends that the parser made; in a code span they stand for a line break.
  mutating func codeFiller(_ text: [UInt8]) {
    guard leaf?.kind == .code else { return lineBreak() }
    let isLineEnd = text == [UInt8(ascii: "\n")]
    let from = pending.last?.source.end ?? cursor
    let end = isLineEnd ? SourceNeighbourhood(source, origin.bounds).endOfLineBreak(from: from) : from
    pending.append((text, TextRange(from, end)))
  }

  /// Makes one space of a line break, if there is text on both its sides.
  mutating func lineBreak() {
    guard let leaf, pending.isEmpty, tree.text.bytes.count > leaf.text,
      tree.text.bytes.last != UInt8(ascii: " ")
    else { return }
    let end = SourceNeighbourhood(source, origin.bounds).endOfLineBreak(from: cursor)
    pending.append(([UInt8(ascii: " ")], TextRange(cursor, end)))
  }

  /// Appends bytes of the article as they are, without the templates among them.
  mutating func append(_ range: TextRange) {
    var start = range.start
    for template in templates[templates.partitioningIndex { $0.end > range.start }...] {
      guard template.start < range.end else { break }
      appendReadable(TextRange(start, max(start, template.start)))
      start = min(template.end, range.end)
      take(TextRange(max(template.start, range.start), start))
    }
    appendReadable(TextRange(start, range.end))
  }

  /// Whether there is a template among these bytes.
  func holdsTemplate(_ range: TextRange) -> Bool {
    let index = templates.partitioningIndex { $0.end > range.start }
    return index < templates.count && templates[index].start < range.end
  }

  private mutating func appendReadable(_ range: TextRange) {
    var range = range
    if let leaf, leaf.kind != .code, leaf.text == tree.text.bytes.count, openSpans.last?.kind != .code {
      // Behind a tag or a comment at the head of a block.
      range = TextRange(range.start + source[range.range].prefix { LineScanner.isBlank($0) }.count, range.end)
    }
    guard !range.isEmpty else { return }
    flushPending(before: range.start)
    tree.text.append(source[range.range], from: range, isVerbatim: true)
    take(range)
  }

  /// Writes the blanks that were waiting; `start` is where the text behind them stands.
  mutating func flushPending(before start: Int? = nil) {
    guard !pending.isEmpty else { return }
    let isFirst = leaf?.text == tree.text.bytes.count
    for piece in pending {
      // At the head of a block nothing was read yet that a blank could stand behind.
      let source = isFirst ? start.map { TextRange($0, $0) } ?? piece.source : piece.source
      tree.text.append(piece.text, from: source, isVerbatim: false)
      extendLink(to: source)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Counts bytes as part of the text of the innermost open link.
  mutating func extendLink(to range: TextRange) {
    guard let last = openLinks.indices.last else { return }
    let linked = openLinks[last].extent?.union(range) ?? range
    openLinks[last].extent = linked
  }

  private mutating func takeLabel(before start: Int) {
    guard let end = possibleLabelEnd else { return }
    possibleLabelEnd = nil
    if end <= start { extendLeaf(to: TextRange(cursor, end)) }
  }

  /// Counts bytes as part of the block.
  mutating func extendLeaf(to range: TextRange) {
    let whole = leaf?.extent?.union(range) ?? range
    leaf?.extent = whole
  }

  /// Counts bytes of the article as read.
  mutating func take(_ range: TextRange) {
    takeLabel(before: range.start)
    cursor = range.end
    extendLeaf(to: range)
    extendLink(to: range)
  }
}

extension TextRange {
  /// Returns the smallest range that holds both.
  func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }
}
