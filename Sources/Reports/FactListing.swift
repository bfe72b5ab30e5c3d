package import Facts
import Languages
import Manuscripts
import StructuredText
import Wording

/// A text as `git diff` should compare it: one sentence a line, its facts between ⟦ and ⟧, and beneath it what these come
/// to, so that a fact that moved or was said in other words is the same line as before.
package struct FactListing: Sendable {
  /// What ends the text and begins the list.
  static let title = worded("Facts and sources of this text:", fr: "Faits et sources de ce texte :")

  package let text: String

  package init(of sheet: FactSheet) {
    let marked = Self.marked(sheet)
    let gap = marked.hasSuffix("\n") ? "\n" : "\n\n"
    let lines = Self.summary(of: sheet)
    text =
      marked + gap
      + ([Self.title] + (lines.isEmpty ? [worded("  none", fr: "  aucun")] : lines)).joined(separator: "\n") + "\n"
  }

  // MARK: The text

  /// A place where the text is written otherwise.
  private struct Edit {
    let range: Range<Int>
    let words: String
    /// At one place, what closes stands before what opens.
    let rank: Int
  }

  private static func marked(_ sheet: FactSheet) -> String {
    let bytes = sheet.article.bytes
    let facts = sheet.facts.filter { !$0.isIncidental }.map(sheet.place(of:))
    let quotations = sheet.quotations.map { sheet.passage.place(of: $0.tokens) }
    var edits: [Edit] = []
    for place in facts + quotations where !place.isEmpty {
      edits.append(Edit(range: place.start..<place.start, words: "⟦", rank: 1))
      edits.append(Edit(range: place.end..<place.end, words: "⟧", rank: 0))
    }
    edits += breaks(in: sheet)
    edits.sort { ($0.range.lowerBound, $0.rank) < ($1.range.lowerBound, $1.rank) }
    var marked: [UInt8] = []
    var done = 0
    for edit in edits where edit.range.lowerBound >= done && edit.range.upperBound <= bytes.count {
      marked += bytes[done..<edit.range.lowerBound]
      marked += edit.words.utf8
      done = edit.range.upperBound
    }
    return String(decoding: marked + bytes[done...], as: UTF8.self)
  }

  /// A line ends where a sentence does, and nowhere else in a paragraph.
  private static func breaks(in sheet: FactSheet) -> [Edit] {
    let bytes = sheet.article.bytes
    let sentences = sheet.passage.sentences
    var edits: [Edit] = []
    for (index, sentence) in sentences.enumerated() {
      let block = sheet.passage.tree.blocks[sentence.block]
      guard block.kind == .paragraph, block.quoteDepth == 0 else { continue }
      let place = sheet.place(ofSentence: index)
      edits += blanks(in: place.range.clamped(to: 0..<bytes.count), bytes)
        .filter { bytes[$0].contains(0x0A) }.map { Edit(range: $0, words: " ", rank: 2) }
      guard index + 1 < sentences.count, sentences[index + 1].block == sentence.block else { continue }
      let next = sheet.place(ofSentence: index + 1)
      guard place.end < next.start, next.start <= bytes.count else { continue }
      if let gap = blanks(in: place.end..<next.start, bytes).first {
        edits.append(Edit(range: gap, words: "\n", rank: 2))
      }
    }
    return edits
  }

  /// The runs of blanks in a range.
  private static func blanks(in range: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for offset in range {
      let isBlank = bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D || bytes[offset] == 0x09
      if isBlank {
        start = start ?? offset
      } else if let first = start {
        runs.append(first..<offset)
        start = nil
      }
    }
    if let start { runs.append(start..<range.upperBound) }
    return runs
  }

  // MARK: The list

  private static func summary(of sheet: FactSheet) -> [String] {
    let facts = sheet.facts.filter { !$0.isIncidental }.map { fact in
      switch fact.value {
      case .figure(let figure): worded("  figure ", fr: "  chiffre ") + words(for: figure)
      case .date(let date, let until):
        "  date " + date.description + (until.map { worded(" to ", fr: " à ") + "\($0)" } ?? "")
      }
    }
    let quotations = sheet.quotations.map {
      worded("  quotation ", fr: "  citation ") + $0.words.joined(separator: " ")
    }
    let sources = (sheet.sources?.entries ?? []).map { source in
      let parts = [source.name?.text, source.url?.text, source.date?.text, source.reliability?.text]
      return "  source " + parts.compactMap { $0 }.joined(separator: ", ")
    }
    return [facts, quotations, sources].flatMap { group in
      Set(group.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") })
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  private static func words(for figure: Figure) -> String {
    let amount = decimal(figure.value) + (figure.upper.map { worded(" to ", fr: " à ") + decimal($0) } ?? "")
    let unit: String? =
      switch figure.unit?.dimension {
      case .percent: "%"
      case .currency(let code): code
      case .percentagePoint: worded("percentage points", fr: "points de pourcentage")
      case nil: nil
      default: figure.unit?.name
      }
    return [bound(figure.comparator), amount, unit].compactMap { $0 }.joined(separator: " ")
  }

  private static func bound(_ comparator: Comparator?) -> String? {
    switch comparator {
    case .moreThan: worded("more than", fr: "plus de")
    case .atLeast: worded("at least", fr: "au moins")
    case .lessThan: worded("less than", fr: "moins de")
    case .atMost: worded("at most", fr: "au plus")
    case .about, .nearly: worded("about", fr: "environ")
    case .exactly, nil: nil
    }
  }

  private static func decimal(_ number: ExactNumber) -> String {
    guard let places = number.decimalPlaces, places > 0, places < 19 else {
      return number.isInteger ? "\(number.numerator)" : "\(number.numerator)/\(number.denominator)"
    }
    let sign = number.isNegative ? "-" : ""
    let whole = number.numerator.magnitude / number.denominator.magnitude
    var rest = number.numerator.magnitude % number.denominator.magnitude
    var digits = ""
    for _ in 0..<places {
      rest *= 10
      digits += "\(rest / number.denominator.magnitude)"
      rest %= number.denominator.magnitude
    }
    return "\(sign)\(whole)\(worded(".", fr: ","))\(digits)"
  }
}
