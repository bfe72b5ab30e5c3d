extension Page {
  private static let link = Pattern(
    "(?<!!)\\[([^\\[\\]\\n]+)\\]\\(((?:[^()\\s]|\\([^()\\s]*\\))+)(?:[ \\t]+\"[^\"]*\")?\\)")
  private static let citation = Pattern(
    "(?:\\(|\\[)(?:sources?)[ \\u00A0\\u202F]?:[ \\u00A0\\u202F]?([^()\\[\\]\\n]+)(?:\\)|\\])", anyCase: true)
  private static let hiddenInline = Pattern(
    "!\\[[^\\]]*\\]\\([^)]*\\)|`+[^`]*`+|<[^<>]*>|https?://[^\\s)>\\]]+|\\b[\\w.-]+@[\\w.-]+|\\[\\^[^\\]\\s]+\\]|\\{\\{.*?\\}\\}|\\{%.*?%\\}|\\]\\[[^\\]]*\\]|www\\.[^\\s)]+"
  )
  private static let sentenceEnd = Pattern(
    "(?<!\\b(?:M|MM|Mme|Dr|Mr|Mrs|Ms|St|cf|ex|p|art|etc|vs|No|no|Nov|Dec|Oct|Sept|Jan|Feb|Aug|TX|janv|févr|oct|déc|e\\.g|i\\.e|U\\.S|[A-Z]))[.!?…]+~?[\"”»)\\]*_\\uE000]*(?=[ \\u00A0\\n]+[\\p{Lu}«“\"(\\[*_\\uE000])|[.!?…][\"”»)\\]*_]*[ \\t]*$(?!\\n\\S)"
  )

  private static let quotation = Pattern("«[^«»]+»|&quot;.+?(?:&quot;|\\z)|“[^“”\"]+(?:[”\"]|\\z)|\"[^\"]+(?:\"|\\z)")

  init(text: String, isFrench: Bool) { self.init(units: Array(text.utf16), isFrench: isFrench) }

  init(units: [UInt16], isFrench: Bool) {
    let reader = PageReader(units)
    let text = String(decoding: units, as: UTF16.self)
    var mask = [UInt16](repeating: Page.hidden, count: units.count)
    var links: [Link] = []
    var citations: [Citation] = []
    func hide(_ range: Range<Int>) { for index in range { mask[index] = Page.hidden } }
    for block in reader.blocks where block.kind != .heading {
      for index in block.range { mask[index] = units[index] }
    }
    for block in reader.blocks where block.kind != .heading {
      for groups in Page.link.matches(in: text, block.range) {
        guard let range = groups[0], let label = groups[1], let address = groups[2] else { continue }
        links.append(Link(range: range, label: label, address: address))
        hide(range.lowerBound..<label.lowerBound)
        hide(label.upperBound..<range.upperBound)
      }
      for groups in Page.citation.matches(in: text, block.range) {
        guard let range = groups[0], let name = groups[1] else { continue }
        citations.append(Citation(range: range, name: name))
        hide(range)
      }
      for groups in Page.hiddenInline.matches(in: text, block.range) {
        if let range = groups[0] { hide(range) }
      }
    }
    let running = String(decoding: mask, as: UTF16.self)
    var sentences: [Range<Int>] = []
    for block in reader.blocks where block.kind != .heading {
      var start = block.range.lowerBound
      let ends = Page.sentenceEnd.matches(in: running, block.range).compactMap { $0[0]?.upperBound }
      for end in ends + [block.range.upperBound] where end > start {
        if end - start > 2 { sentences.append(start..<end) }
        start = end
        while start < block.range.upperBound, [9, 10, 13, 32, 0xA0].contains(units[start]) { start += 1 }
      }
    }
    let quotations = reader.blocks.filter { $0.kind != .heading }.flatMap { block in
      Page.quotation.matches(in: running, block.range).compactMap { $0[0] }
    }
    self.init(
      units: units, isFrench: isFrench, mask: running, maskUnits: mask, blocks: reader.blocks, links: links,
      citations: citations,
      sources: reader.sources, frontMatter: reader.frontMatter, sentences: sentences, quotations: quotations)
  }
}
