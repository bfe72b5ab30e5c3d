import Facts
import Manuscripts
import Reports
import StructuredText
import Wording

/// The facts and sources of a text as the editor's outline, each under its heading.
extension LanguageSession {
  func symbols(of article: OpenArticle, _ judged: JudgedText?) -> (inout JSONWriter) -> Void {
    guard let judged else { return { $0.array { _ in } } }
    let roots = Symbol.outline(of: judged.candidate)
    let (text, address, nests) = (article.text, article.address, abilities.nestsSymbols)
    return { writer in
      writer.array { list in
        for symbol in roots {
          if nests {
            list.item()
            symbol.write(to: &list, text)
          } else {
            for (symbol, container) in [(symbol, nil)] + symbol.children.map({ ($0, Optional(symbol.name)) }) {
              list.item()
              symbol.writeFlat(to: &list, text, address, in: container)
            }
          }
        }
      }
    }
  }
}

/// One line of an outline.
private struct Symbol {
  /// The protocol's numbers for what a symbol is.
  enum Kind: Int { case heading = 3, source = 13, quotation = 15, figure = 16, date = 24 }

  let name: String
  let detail: String?
  let kind: Kind
  /// All that belongs to it.
  var range: TextRange
  /// What is shown when it is chosen.
  let selection: TextRange
  var children: [Symbol] = []

  private init(_ name: String, _ detail: String?, _ kind: Kind, _ range: TextRange, selection: TextRange? = nil) {
    let words = DisplayText.safe(name.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    self.name = words.isEmpty ? "–" : String(words.prefix(120))
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selection = selection ?? range
  }

  /// Returns the headings with what stands under each; what stands before the first one comes first.
  static func outline(of sheet: FactSheet) -> [Symbol] {
    let tree = sheet.article.tree
    var roots: [Symbol] = []
    for block in tree.blocks {
      guard case .heading = block.kind else { continue }
      let words = String(decoding: tree.text.bytes[block.text], as: UTF8.self)
      roots.append(Symbol(words, nil, .heading, block.range))
    }
    roots.sort { $0.range < $1.range }
    for index in roots.indices {
      let end = index + 1 < roots.count ? roots[index + 1].range.start : sheet.article.bytes.count
      roots[index].range = TextRange(roots[index].range.start, max(roots[index].range.end, end))
    }
    var free: [Symbol] = []
    for symbol in leaves(of: sheet) {
      let next = roots.partitioningIndex { $0.range.start > symbol.range.start }
      if next > 0, roots[next - 1].range.contains(symbol.range) {
        roots[next - 1].children.append(symbol)
      } else {
        free.append(symbol)
      }
    }
    return (free + roots).sorted { $0.range < $1.range }
  }

  private static func leaves(of sheet: FactSheet) -> [Symbol] {
    let facts = sheet.facts.map { fact in
      let isDate = fact.date != nil
      return Symbol(
        sheet.text(of: fact), isDate ? "date" : worded("figure", fr: "chiffre"), isDate ? .date : .figure,
        sheet.place(of: fact))
    }
    let quotations = sheet.quotations.map { quotation in
      Symbol(
        sheet.passage.text(of: quotation.tokens), worded("quotation", fr: "citation"), .quotation,
        sheet.passage.place(of: quotation.tokens))
    }
    let sources = (sheet.sources?.entries ?? []).map { source in
      Symbol(
        source.name?.text ?? source.url?.text ?? "", source.url?.text ?? "source", .source, source.range,
        selection: source.name?.range)
    }
    return (facts + quotations + sources).sorted { $0.range < $1.range }
  }

  func write(to writer: inout JSONWriter, _ text: EditedText) {
    writer.object { object in
      object.member("name", name)
      if let detail { object.member("detail", DisplayText.safe(detail)) }
      object.member("kind", kind.rawValue)
      object.range("range", range, in: text)
      object.range("selectionRange", range.contains(selection) ? selection : range, in: text)
      guard !children.isEmpty else { return }
      object.key("children")
      object.array { list in
        for child in children {
          list.item()
          child.write(to: &list, text)
        }
      }
    }
  }

  func writeFlat(to writer: inout JSONWriter, _ text: EditedText, _ address: String, in container: String?) {
    writer.object { object in
      object.member("name", name)
      object.member("kind", kind.rawValue)
      object.key("location")
      object.object { location in
        location.member("uri", address)
        location.range("range", range, in: text)
      }
      if let container { object.member("containerName", container) }
    }
  }
}
