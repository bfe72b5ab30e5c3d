import LanguagePacks
import Languages
import StructuredText

/// Writes scores into the provenance header.
struct HeaderEditor {
  private typealias Meaning = ProvenanceHeader.Field.Meaning
  private typealias Edit = (range: TextRange, text: String)

  private let article: Article
  private let lineEnding: String
  private let labels: ArticleLabels

  init(_ article: Article, language: String) {
    self.article = article
    lineEnding = ArticleEditor.lineEnding(of: article.bytes)
    let known = article.provenance?.fields.first { $0.meaning != nil && $0.meaning != .version }
    let ofHeader = known.flatMap { FieldName.label(of: Array($0.key.utf8)[...])?.labels }
    labels = ofHeader ?? ArticleLabels.labels(for: LanguageTag(language))
  }

  func stamped(with stamp: Stamp) -> [UInt8] {
    guard let header = article.provenance else { return withNewHeader(stamp) }
    var edits: [Edit] = []
    for (meaning, text) in values(of: stamp) {
      if let field = header[meaning] {
        if Stamp.tenths(field.value) != Stamp.tenths(text) { edits.append((field.range, text)) }
      } else {
        edits.append(insertion(of: meaning, text, into: header))
      }
    }
    // Lines that go to the same place are already in their order, and sorting by place keeps it.
    let ordered = edits.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    return ArticleEditor.applying(ordered.map(\.element), to: article.bytes)
  }

  private func values(of stamp: Stamp) -> [(Meaning, String)] {
    [(.styleScore, stamp.styleText), (.integrityScore, stamp.integrityText)].compactMap { meaning, text in
      text.map { (meaning, $0 + "%") }
    }
  }

  private func line(_ meaning: Meaning, _ value: String) -> String {
    "\(labels[meaning == .styleScore ? .styleScore : .integrityScore]) \(value)"
  }

  /// A new line goes behind the last field that comes before it in the usual order, else before the first that follows.
  private func insertion(of meaning: Meaning, _ value: String, into header: ProvenanceHeader) -> Edit {
    let order: [Meaning] = [.version, .styleScore, .integrityScore, .optimizedAt]
    let rank = order.firstIndex(of: meaning) ?? 0
    let line = line(meaning, value)
    let earlier = header.fields.filter { field in
      field.meaning.flatMap { order.firstIndex(of: $0) }.map { $0 < rank } ?? false
    }
    if let field = earlier.last {
      return (TextRange(field.range.end, field.range.end), lineEnding + line)
    }
    let start = header.fields.first { $0.meaning != nil }.map { keyStart($0) } ?? header.range.end
    return (TextRange(start, start), line + lineEnding)
  }

  private func keyStart(_ field: ProvenanceHeader.Field) -> Int {
    let key = Array(field.key.utf8)
    var start = field.range.start - key.count
    while start > 0, !article.bytes[start...].starts(with: key) { start -= 1 }
    return max(start, 0)
  }

  private func withNewHeader(_ stamp: Stamp) -> [UInt8] {
    let lines = values(of: stamp).map { line($0, $1) }
    // In front of a front matter that nothing closes, a header would make it text.
    guard !lines.isEmpty, !article.defects.contains(where: { $0.kind == .unclosedFrontMatter }) else {
      return article.bytes
    }
    var text = (["<!--"] + lines + ["-->"]).map { $0 + lineEnding }.joined()
    let bytes = article.bytes
    let place: Int
    if let frontMatter = article.frontMatter {
      place = frontMatter.range.end
      let last = bytes[..<place].last
      // A line feed after a carriage return would be the second half of one line ending.
      let blank = last == UInt8(ascii: "\r") ? "\r" : lineEnding
      text = (last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") ? "" : lineEnding) + blank + text
    } else {
      place = article.defects.contains { $0.kind == .byteOrderMark } ? 3 : 0
    }
    if place < bytes.count, bytes[place] != UInt8(ascii: "\n"), bytes[place] != UInt8(ascii: "\r") {
      text += lineEnding
    }
    return ArticleEditor.applying([(TextRange(place, place), text)], to: bytes)
  }
}
