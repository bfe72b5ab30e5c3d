import StructuredText
import Wording

/// Finds and reads the keyed text at the head of an article.
struct FrontMatterScanner {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Returns the front matter that starts at `start`, and what is wrong with it.
  func frontMatter(at start: Int) -> (frontMatter: FrontMatter?, defects: [Article.Defect]) {
    var lines = LineScanner(text, from: start)
    guard let first = lines.next() else { return (nil, []) }
    if isDelimiter(first, "-") { return fenced(.yaml, first, lines) }
    if isDelimiter(first, "+") { return fenced(.toml, first, lines) }
    if let defect = codeFence(first, lines) { return (nil, [defect]) }
    if text[start] == UInt8(ascii: "{"), startsJSON(at: start) { return json(at: start) }
    return (nil, [])
  }

  /// Writers that are programs put what they made into a code block, front matter and all.
  private func codeFence(_ first: LineScanner.Line, _ lines: LineScanner) -> Article.Defect? {
    let fence = text[first.start..<min(first.end, first.start + 3)]
    guard fence.elementsEqual("```".utf8) || fence.elementsEqual("~~~".utf8) else { return nil }
    var lines = lines
    guard let next = lines.next(), isDelimiter(next, "-") || isDelimiter(next, "+") else { return nil }
    return Article.Defect(
      kind: .brokenFrontMatter(
        worded(
          "it stands in a code block; take the lines with \(String(decoding: fence, as: UTF8.self)) out",
          fr: """
            il se trouve dans un bloc de code ; retirez les lignes qui ont \(String(decoding: fence, as: UTF8.self))
            """)),
      range: TextRange(first.start, first.end))
  }

  /// Returns the range of a second front matter in YAML at `start`, blank lines and a heading before it left out.
  ///
  /// A thematic break is also three dashes, so only lines that all read as keys make a front matter, and behind a
  /// heading only if one of them is a key that articles have.
  func secondFrontMatter(at start: Int) -> TextRange? {
    var lines = LineScanner(text, from: start)
    var first = lines.next()
    var isBehindHeading = false
    while let line = first {
      let content = LineScanner.trimmed(text, line.range)
      guard !content.isEmpty else {
        first = lines.next()
        continue
      }
      guard !isBehindHeading, text[content.lowerBound] == UInt8(ascii: "#") else { break }
      isBehindHeading = true
      first = lines.next()
    }
    guard let first, isDelimiter(first, "-"), let close = closing(lines, "-"), close.start > first.next,
      !LineScanner.isBlank(text[first.next])
    else { return nil }
    let content = TextRange(first.next, close.start)
    guard case .some(.mapping(let entries, _)) = try? YAMLReader.node(in: text, range: content),
      entries.allSatisfy({ !$0.key.text.utf8.contains(UInt8(ascii: " ")) }),
      !isBehindHeading || entries.contains(where: { FrontMatter.Key(name: $0.key.text) != nil })
    else { return nil }
    return TextRange(first.start, close.next)
  }

  private func fenced(_ format: FrontMatter.Format, _ first: LineScanner.Line, _ lines: LineScanner) -> (
    FrontMatter?, [Article.Defect]
  ) {
    guard let close = closing(lines, format == .yaml ? "-" : "+") else {
      return (nil, [Article.Defect(kind: .unclosedFrontMatter, range: TextRange(first.start, first.end))])
    }
    let content = TextRange(first.next, close.start)
    let range = TextRange(first.start, close.next)
    return read(format, range: range, content: content)
  }

  private func read(_ format: FrontMatter.Format, range: TextRange, content: TextRange) -> (
    FrontMatter?, [Article.Defect]
  ) {
    var node: Node?
    var defects: [Article.Defect] = []
    do {
      let root =
        format == .toml
        ? try TOMLReader.node(in: text, range: content)
        : try YAMLReader.node(in: text, range: content) ?? .mapping([], TextRange(content.start, content.start))
      if case .mapping = root {
        node = root
      } else {
        let message = worded(
          "the front matter is not a list of 'key: value' lines",
          fr: "l'en-tête n'est pas une liste de lignes 'key: value'")
        defects.append(Article.Defect(kind: .brokenFrontMatter(message), range: root.range))
      }
    } catch {
      let message =
        error.remedy.map { worded("\(error.message); \($0)", fr: "\(error.message) ; \($0)") } ?? error.message
      defects.append(Article.Defect(kind: .brokenFrontMatter(message), range: error.range))
    }
    return (FrontMatter(format: format, range: range, content: content, node: node), defects)
  }

  private func closing(_ lines: LineScanner, _ character: Unicode.Scalar) -> LineScanner.Line? {
    var lines = lines
    while let line = lines.next() {
      if isDelimiter(line, character) || (character == "-" && isDelimiter(line, ".")) { return line }
    }
    return nil
  }

  private func isDelimiter(_ line: LineScanner.Line, _ character: Unicode.Scalar) -> Bool {
    guard line.end - line.start >= 3 else { return false }
    let byte = UInt8(ascii: character)
    return text[line.start..<(line.start + 3)].allSatisfy { $0 == byte }
      && text[(line.start + 3)..<line.end].allSatisfy { LineScanner.isBlank($0) }
  }

  /// Liquid and Hugo tags open with a brace too.
  private func startsJSON(at start: Int) -> Bool {
    let next = text[(start + 1)...].first { !LineScanner.isBlank($0) }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  private func json(at start: Int) -> (FrontMatter?, [Article.Defect]) {
    var depth = 0
    var isQuoted = false
    var offset = start
    while offset < text.count {
      let byte = text[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\\") where isQuoted: offset += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "{") where !isQuoted: depth += 1
      case UInt8(ascii: "}") where !isQuoted: depth -= 1
      default: break
      }
      guard depth == 0 else { continue }
      var lines = LineScanner(text, from: offset)
      let rest = lines.next()
      // An object that text follows in its line is text as well, or was closed by a brace too many.
      if let rest, let next = LineScanner.trimmed(text, rest.range).first.map({ text[$0] }) {
        return ([UInt8](",]}\"".utf8)).contains(next) ? unclosedJSON(at: start) : (nil, [])
      }
      return read(.json, range: TextRange(start, rest?.next ?? offset), content: TextRange(start, offset))
    }
    return unclosedJSON(at: start)
  }

  private func unclosedJSON(at start: Int) -> (FrontMatter?, [Article.Defect]) {
    return (nil, [Article.Defect(kind: .unclosedFrontMatter, range: TextRange(start, start + 1))])
  }
}
