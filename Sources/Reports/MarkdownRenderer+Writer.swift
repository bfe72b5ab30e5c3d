package import Gatekeeping
import StructuredText
import Wording

extension MarkdownRenderer {
  /// How much of an article is quoted around the words that a finding means, in columns.
  private static let quoted = 240

  /// Returns what a writer has to mend, the gravest first, as a list: what is wrong, the words in the text, those of the
  /// original, and what would mend it.
  ///
  /// It is for a program that reads plain Markdown, so nothing is escaped as on a host's page.
  ///
  /// - Parameter refusals: what is wrong beside the article.
  package func remarksForWriter(on report: Report, and refusals: [Refusal]) -> String {
    let remarks = refusals.map { Remark($0, on: nil, branch: nil) } + Remark.all(on: report).filter(\.isWeighty)
    var text = ""
    for remark in remarks {
      let title = remark.finding == nil ? "" : "**\(remark.title)** "
      var lines = ["- \(title)\(Remark.ended(remark.message))"]
      if let range = remark.range {
        let label = worded("Your text:", fr: "Votre texte :")
        lines.append("\(label) \(Self.quotation(of: range, in: report.candidate))")
      }
      if let origin = remark.origin {
        let label = worded("The original:", fr: "L'original :")
        lines.append("\(label) \(Self.quotation(of: origin.range, in: origin.text))")
      }
      if let remedy = remark.remedy { lines.append(worded("Mend it:", fr: "À faire :") + " \(Remark.ended(remedy))") }
      let item = lines.joined(separator: "\n  ") + "\n"
      // A text that lost everything is written anew, and not mended place by place.
      guard text.utf8.count + item.utf8.count <= Self.most / 2 else { break }
      text += item
    }
    return text
  }

  private static func quotation(of range: TextRange, in text: LocatedText) -> String {
    MarkdownText.code(text.lines.excerpt(of: range, in: text.bytes, width: quoted).text)
  }
}
