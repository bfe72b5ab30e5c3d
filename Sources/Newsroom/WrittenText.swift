import Manuscripts
import Scoring
import StructuredText

/// What a writer that is a program handed in, made an article: without the talk and the fence around it, and with the
/// head that it left out.
package struct WrittenText: Sendable {
  package let bytes: [UInt8]
  /// What stood around the text and was left out, piece by piece.
  package let leftOut: [String]

  /// Why nothing can be made of an output.
  package enum Flaw: Error, Hashable, Sendable {
    case empty
    case tooLarge
    /// The byte that no text has, and where it is.
    case binary(UInt8, offset: Int)
    case notUTF8
  }

  /// The most bytes that can stand before or behind the text and be taken for talk: more is a part of it.
  private static let mostTalk = 600

  /// - Parameters:
  ///   - frame: the article whose front matter and provenance header stay when the output has none.
  ///   - baseline: what the text is to say; it tells a remark on the text from the text.
  init(
    from output: [UInt8], in frame: Article, saying baseline: Article?, by settings: RuleSettings
  ) throws(Flaw) {
    guard output.count <= ArticleParser.sizeLimit else { throw .tooLarge }
    var bytes = output.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(output.dropFirst(3)) : output
    // No text has these; a tab and the ends of lines and pages are text.
    if let offset = bytes.firstIndex(where: { $0 < 0x20 && !(0x09...0x0D).contains($0) }) {
      throw .binary(bytes[offset], offset: offset)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    if !frame.bytes.contains(0x0D) { bytes.removeAll { $0 == 0x0D } }
    var lines = Lines(bytes)
    lines.trim()
    lines.unfence(most: Self.mostTalk)
    lines.beginAtFrontMatter(most: Self.mostTalk)
    for _ in 0..<3 {
      let article = ArticleParser().article(from: lines.bytes)
      let card = Scorer(settings: settings, isOneOfMany: true).scorecard(candidate: article, baseline: baseline)
      let remarks = card.findings.filter { $0.rule.name == "assistant-chatter" }.compactMap(\.candidate)
      guard lines.drop(remarks, body: article.body.start, most: Self.mostTalk) else { break }
      lines.unfence(most: Self.mostTalk)
    }
    guard !lines.bytes.isEmpty else { throw .empty }
    self.bytes = Self.framed(lines.bytes, in: frame)
    leftOut = lines.leftOut
  }

  /// Returns the text with the front matter and the provenance header of the frame, where it has none.
  private static func framed(_ text: [UInt8], in frame: Article) -> [UInt8] {
    let article = ArticleParser().article(from: text)
    let header = article.provenance == nil ? frame.provenance : nil
    if article.frontMatter != nil, header == nil { return text }
    let front = frame.frontMatter?.range.end ?? 0
    let own = article.frontMatter?.range.end ?? 0
    var head = own > 0 ? Array(text[..<own]) : Array(frame.bytes[..<front])
    // Together with the blank lines that set it off.
    if let header, header.range.start >= front { head += frame.bytes[front..<header.range.end] }
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let gap = head.isEmpty ? [] : frame.bytes[frame.body.start...].prefix(while: isBreak)
    return head + gap + text[own...].drop(while: isBreak)
  }
}

/// The lines of an output, from which what is not the text is taken away at both ends.
private struct Lines {
  private(set) var bytes: [UInt8]
  private(set) var leftOut: [String] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes blank lines away at both ends.
  mutating func trim() {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let last = bytes.lastIndex(where: { !isBlank($0) }) else { return bytes.removeAll() }
    let first = bytes.firstIndex { !isBlank($0) } ?? 0
    // Blanks before the first word can be a code block; only whole lines go.
    let start = bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    bytes = Array(bytes[start...last]) + [0x0A]
  }

  /// Takes the text out of a fence that holds all of it but a few words of talk.
  mutating func unfence(most: Int) {
    let lines = ranges
    guard let opening = lines.firstIndex(where: { Self.fence(bytes[$0]) != nil }),
      let fence = Self.fence(bytes[lines[opening]]), fence.canOpen, !hasHeading(lines[..<opening]),
      lines[opening].lowerBound <= most
    else { return }
    let closing = lines.indices.dropFirst(opening + 1).last { number in
      Self.fence(bytes[lines[number]]).map { $0.mark == fence.mark && $0.length >= fence.length && $0.isBare } ?? false
    }
    let start = lines[opening].upperBound
    guard let closing else {
      // One that is never closed is the fence of the whole, when it comes first and says so.
      if opening == 0, !fence.isBare { keep(start..<bytes.count) }
      return
    }
    let end = lines[closing].lowerBound
    let tail = bytes.count - lines[closing].upperBound
    let outside = lines[opening].lowerBound + tail
    guard tail <= most, !hasHeading(lines[(closing + 1)...]), end - start > 2 * outside else { return }
    keep(start..<end)
  }

  /// Lets the text begin where its front matter does, when only a few words stand before that.
  mutating func beginAtFrontMatter(most: Int) {
    guard ArticleParser().article(from: bytes).frontMatter == nil else { return }
    let lines = ranges
    for (number, line) in lines.enumerated() {
      guard line.lowerBound <= most, !hasHeading(lines[..<number]) else { return }
      guard number > 0, ["---\n", "+++\n"].contains(where: { bytes[line].elementsEqual($0.utf8) }) else { continue }
      let rest = ArticleParser().article(from: Array(bytes[line.lowerBound...].prefix(1 << 16)))
      if rest.frontMatter?.node?.entries?.isEmpty == false { return keep(line.lowerBound..<bytes.count) }
    }
  }

  /// Takes away the first and the last paragraph where they hold one of the remarks.
  ///
  /// - Returns: whether there was such a one.
  mutating func drop(_ remarks: [TextRange], body: Int, most: Int) -> Bool {
    let paragraphs = paragraphs(from: min(body, bytes.count))
    guard let first = paragraphs.first, let last = paragraphs.last, paragraphs.count > 1 else { return false }
    let isTalk = { [bytes] (range: Range<Int>) in
      range.count <= most && bytes[range.lowerBound] != UInt8(ascii: "#")
        && remarks.contains { $0.start < range.upperBound && $0.end > range.lowerBound }
    }
    let dropsFirst = isTalk(first)
    let dropsLast = isTalk(last)
    guard dropsFirst || dropsLast else { return false }
    let start = dropsFirst ? first.upperBound : body
    let end = dropsLast ? last.lowerBound : bytes.count
    if dropsLast { leaveOut(last) }
    if dropsFirst { leaveOut(first) }
    bytes = Array(bytes[..<body]) + Array(bytes[start..<end])
    trimRules(from: body)
    trim()
    return true
  }

  /// Takes away a line across the page that set the talk off.
  private mutating func trimRules(from body: Int) {
    let paragraphs = paragraphs(from: body)
    let isRule = { [bytes] (range: Range<Int>) in
      let marks = bytes[range].filter { $0 != 0x20 && $0 != 0x0A }
      return marks.count >= 3 && Set(marks).count == 1 && [UInt8(ascii: "-"), UInt8(ascii: "*")].contains(marks[0])
    }
    if let last = paragraphs.last, isRule(last) { bytes.removeSubrange(last) }
    if paragraphs.count > 1, let first = paragraphs.first, isRule(first),
      ArticleParser().article(from: bytes).frontMatter == nil
    {
      bytes.removeSubrange(first)
    }
  }

  private mutating func keep(_ range: Range<Int>) {
    leaveOut(0..<range.lowerBound)
    leaveOut(range.upperBound..<bytes.count)
    bytes = Array(bytes[range])
    trim()
  }

  private mutating func leaveOut(_ range: Range<Int>) {
    let words = String(decoding: bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .filter { !$0.hasPrefix("```") && !$0.hasPrefix("~~~") }
    if !words.isEmpty { leftOut.append(words.joined(separator: " ")) }
  }

  /// The lines with their ends.
  private var ranges: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      result.append(start..<end)
      start = end
    }
    return result
  }

  /// What stands between blank lines.
  private func paragraphs(from body: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var isOpen = false
    for line in ranges where line.lowerBound >= body {
      let isBlank = bytes[line].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      if !isBlank, isOpen, let last = result.last {
        result[result.count - 1] = last.lowerBound..<line.upperBound
      } else if !isBlank {
        result.append(line)
      }
      isOpen = !isBlank
    }
    return result
  }

  private func hasHeading(_ lines: ArraySlice<Range<Int>>) -> Bool {
    lines.contains { bytes[$0].first == UInt8(ascii: "#") }
  }

  private struct Fence {
    let mark: UInt8
    let length: Int
    let word: String

    var isBare: Bool { word.isEmpty }
    /// A text is fenced as Markdown, or as nothing; anything else is code in it.
    var canOpen: Bool { ["", "markdown", "md", "mdx", "text", "txt"].contains(word.lowercased()) }
  }

  private static func fence(_ line: ArraySlice<UInt8>) -> Fence? {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = line.prefix { $0 == mark }.count
    let word = String(decoding: line.dropFirst(length), as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return length < 3 || word.count > 1 ? nil : Fence(mark: mark, length: length, word: word.joined())
  }
}
