import Facts
import Languages
import Manuscripts
import Reports
import Scoring
import StructuredText

/// A text that is open in the editor, and what was said of it last.
struct OpenArticle {
  let address: String
  /// The editor's name for the kind of text.
  let language: String
  var version: Int?
  var text: EditedText
  /// Whether what was said still holds: neither the text nor what it is measured against has changed.
  var isJudged = false
  /// `nil` when there was nothing to say.
  var judged: JudgedText?

  var path: String? { FileAddress.path(of: address) }
}

/// What is said of one version of a text, and what is found out about it on the way.
struct JudgedText {
  let report: Report
  /// The language that the policy names.
  let language: LanguageTag?
  /// In the order of the report, each with its place in the text.
  let marks: [Mark]

  struct Mark {
    let remark: Remark
    let place: TextRange
  }

  init(_ report: Report, language: LanguageTag?) {
    self.report = report
    self.language = language
    var places = LikelyPlaces(report)
    marks = Remark.all(on: report).map { remark in
      Mark(remark: remark, place: remark.range ?? places.place(of: remark))
    }
  }

  /// The facts of the text as it stands.
  var candidate: FactSheet { sheet(of: report.candidate) }
  /// The facts of what it is measured against.
  var baseline: FactSheet? { report.baseline.map(sheet) }

  private func sheet(of text: LocatedText) -> FactSheet {
    FactSheet(of: ArticleParser().article(from: text.bytes), language: language)
  }
}

/// Where a finding is shown whose words are not in the text: where an editor would put them.
private struct LikelyPlaces {
  private let report: Report
  private var headings: (baseline: [Heading], candidate: [Heading])?

  private struct Heading {
    let words: String
    let range: TextRange
  }

  init(_ report: Report) { self.report = report }

  /// Returns the heading under which the baseline has the words, when the text has it too; else the first line.
  mutating func place(of remark: Remark) -> TextRange {
    guard let place = remark.finding?.baseline, let baseline = report.baseline else { return firstLine }
    let headings = self.headings ?? (Self.headings(in: baseline.bytes), Self.headings(in: report.candidate.bytes))
    self.headings = headings
    guard let above = headings.baseline.last(where: { $0.range.start <= place.start }),
      let same = headings.candidate.first(where: { $0.words == above.words })
    else { return firstLine }
    return same.range
  }

  private static func headings(in bytes: [UInt8]) -> [Heading] {
    let tree = ArticleParser().article(from: bytes).tree
    return tree.blocks.compactMap { block in
      guard case .heading = block.kind else { return nil }
      let words = String(decoding: tree.text.bytes[block.text], as: UTF8.self)
      return Heading(words: words.lowercased(), range: block.range)
    }
  }

  /// The first line of the body that has words; of the text when there is none.
  private var firstLine: TextRange {
    let bytes = report.candidate.bytes
    let body = ArticleParser().article(from: bytes).body
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    let start = bytes[min(body.start, bytes.count)...].firstIndex { !isBlank($0) } ?? 0
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return TextRange(start, end)
  }
}
