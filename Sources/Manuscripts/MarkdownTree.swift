package import StructuredText

/// What a reader sees of a Markdown body: its text, block by block, and its links.
///
/// The tree is flat: each leaf block knows the containers that it stands in.
package struct MarkdownTree: Sendable {
  /// The readable text of all blocks, without markup; after each block stands one line feed.
  package var text = MappedText()
  /// The leaf blocks in the order of the document, and behind them those of the footnote texts.
  package var blocks: [Block] = []
  /// Links, images and autolinks, in the order in which they end; behind them those of the footnote texts.
  package var links: [Link] = []
  /// Stretches of emphasis and code, in the order in which they end.
  package var spans: [Span] = []
  /// Footnote definitions (`[^id]: …`), in the order of the document. Their text is in `blocks` too.
  package var footnotes: [Footnote] = []
  /// References to footnotes (`[^id]`) in running text, defined or not; they are not part of `text`.
  package var footnoteReferences: [FootnoteReference] = []
  /// What a site generator runs or replaces before there is a text: shortcodes, template tags, components, in order.
  /// None of it is in `text`.
  package var templates: [TextRange] = []

  package init() {}

  package struct Block: Sendable {
    package enum Kind: Hashable, Sendable {
      case heading(level: Int)
      case paragraph
      /// A table cell; rows count from 0, the header row.
      case tableCell(table: Int, row: Int, column: Int)
      case code
      /// The text between the tags of an HTML block; comments, scripts and styles have none.
      case html
      /// The text of a footnote definition.
      case footnote(Int)
    }

    package let kind: Kind
    /// The block's bytes in `MarkdownTree.text`, without the final line feed.
    package let text: Range<Int>
    /// The block's bytes in the article.
    package let range: TextRange
    /// The innermost list item that holds the block.
    package let listItem: ListItem?
    /// How many block quotes the block stands in.
    package let quoteDepth: Int

    package init(kind: Kind, text: Range<Int>, range: TextRange, listItem: ListItem?, quoteDepth: Int) {
      self.kind = kind
      self.text = text
      self.range = range
      self.listItem = listItem
      self.quoteDepth = quoteDepth
    }
  }

  package struct ListItem: Hashable, Sendable {
    /// Identifies the list within the document.
    package let list: Int
    /// Identifies the item within the document.
    package let item: Int
    /// The item that holds this item's list, for nested lists.
    package let parent: Int?
    /// The number of the item in an ordered list; `nil` in a bulleted one.
    package let ordinal: Int?

    package init(list: Int, item: Int, parent: Int?, ordinal: Int?) {
      self.list = list
      self.item = item
      self.parent = parent
      self.ordinal = ordinal
    }
  }

  package struct Link: Sendable {
    package enum Kind: Hashable, Sendable { case link, image, autolink }
    package let kind: Kind
    /// The link's text (or the image's description) in `MarkdownTree.text`.
    package let text: Range<Int>
    package let destination: String
    package let title: String
    /// From the link's text to its destination where that is inline, else the text alone, in the article.
    package let range: TextRange
    /// Where the destination is written in the article, in a definition elsewhere too; `nil` where that is not known, as in
    /// a definition with an ampersand. It may be written otherwise than it reads, with entities and escapes.
    package let address: TextRange?

    package init(
      kind: Kind, text: Range<Int>, destination: String, title: String, range: TextRange, address: TextRange?
    ) {
      self.kind = kind
      self.text = text
      self.destination = destination
      self.title = title
      self.range = range
      self.address = address
    }
  }

  package struct Span: Sendable {
    package enum Kind: Hashable, Sendable { case emphasis, strong, code, strikethrough }
    package let kind: Kind
    package let text: Range<Int>

    package init(kind: Kind, text: Range<Int>) {
      self.kind = kind
      self.text = text
    }
  }

  package struct Footnote: Sendable {
    package let label: String
    /// Indices of its blocks in `MarkdownTree.blocks`.
    package let blocks: Range<Int>
    package let range: TextRange

    package init(label: String, blocks: Range<Int>, range: TextRange) {
      self.label = label
      self.blocks = blocks
      self.range = range
    }
  }

  package struct FootnoteReference: Sendable {
    package let label: String
    /// The offset in `MarkdownTree.text` that the reference follows.
    package let text: Int
    package let range: TextRange

    package init(label: String, text: Int, range: TextRange) {
      self.label = label
      self.text = text
      self.range = range
    }
  }
}
