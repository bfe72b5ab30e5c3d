package import StructuredText

/// One Markdown document as it was read: every part knows its place in the blob.
///
/// No content is refused: what is wrong with it is a value here, for a rule to report.
package struct Article: Sendable {
  /// The whole blob.
  package let bytes: [UInt8]
  package let frontMatter: FrontMatter?
  package let provenance: ProvenanceHeader?
  /// What follows the front matter and the provenance header.
  package let body: TextRange
  package let tree: MarkdownTree
  /// What kept parts of the blob from being read.
  package let defects: [Defect]

  package init(
    bytes: [UInt8], frontMatter: FrontMatter?, provenance: ProvenanceHeader?, body: TextRange,
    tree: MarkdownTree, defects: [Defect]
  ) {
    self.bytes = bytes
    self.frontMatter = frontMatter
    self.provenance = provenance
    self.body = body
    self.tree = tree
    self.defects = defects
  }

  /// The whole blob with blanks in the place of what a site generator runs or replaces; everything keeps its place.
  package var bytesWithoutTemplates: [UInt8] {
    guard !tree.templates.isEmpty else { return bytes }
    var result = bytes
    for template in tree.templates {
      for offset in template.range where !LineScanner.isBlank(result[offset]) { result[offset] = UInt8(ascii: " ") }
    }
    return result
  }

  /// Something in the blob that cannot be read as an article.
  package struct Defect: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case empty
      case tooLarge
      case invalidUTF8
      case nullByte
      case byteOrderMark
      case brokenFrontMatter(String)
      case unclosedFrontMatter
      case secondFrontMatter
      case tooDeeplyNested
    }
    package let kind: Kind
    package let range: TextRange

    package init(kind: Kind, range: TextRange) {
      self.kind = kind
      self.range = range
    }
  }
}

/// The keyed text at the head of an article.
package struct FrontMatter: Sendable {
  package enum Format: Hashable, Sendable { case yaml, toml, json }
  package let format: Format
  /// The whole front matter, delimiters and the line ending after them included.
  package let range: TextRange
  /// What stands between the delimiters.
  package let content: TextRange
  /// `nil` when the content could not be read; the article then has a defect that says why.
  package let node: Node?

  package init(format: Format, range: TextRange, content: TextRange, node: Node?) {
    self.format = format
    self.range = range
    self.content = content
    self.node = node
  }
}

/// The comment behind the front matter in which the pipeline recorded how the article came about.
package struct ProvenanceHeader: Sendable {
  /// The whole comment, and the line ending after it.
  package let range: TextRange
  /// The first line, which names the state: `STYLE CONVERSATIONNEL APPLIQUÉ`.
  package let state: String
  package let fields: [Field]

  package init(range: TextRange, state: String, fields: [Field]) {
    self.range = range
    self.state = state
    self.fields = fields
  }

  /// One line `Key : value`.
  package struct Field: Sendable {
    /// What a line of the header can say; a key that is none of these is kept, and has no meaning.
    package enum Meaning: Hashable, Sendable { case version, styleScore, integrityScore, optimizedAt }
    package let meaning: Meaning?
    package let key: String
    package let value: String
    /// The bytes of the value, without the blanks around it.
    package let range: TextRange

    package init(meaning: Meaning?, key: String, value: String, range: TextRange) {
      self.meaning = meaning
      self.key = key
      self.value = value
      self.range = range
    }
  }

  /// The first field with this meaning.
  package subscript(meaning: Field.Meaning) -> Field? {
    fields.first { $0.meaning == meaning }
  }
}
