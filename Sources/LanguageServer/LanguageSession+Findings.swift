import Reports
import Scoring
import StructuredText

/// Findings as the protocol's diagnostics.
extension LanguageSession {
  /// The protocol's severities.
  private enum Level: Int { case error = 1, warning, information, hint }

  func diagnostic(_ mark: JudgedText.Mark, in text: EditedText) -> (inout JSONWriter) -> Void {
    let remark = mark.remark
    return { [self] writer in
      writer.object { diagnostic in
        diagnostic.range("range", mark.place, in: text)
        diagnostic.member("severity", Self.level(of: remark).rawValue)
        diagnostic.member("code", remark.rule)
        diagnostic.member("source", "editorial")
        diagnostic.member("message", remark.sentences.joined(separator: "\n"))
        if abilities.showsRelated, let origin = remark.origin, let path = desk.shelve(origin.text) {
          related(origin, at: path, &diagnostic)
        }
      }
    }
  }

  /// Something wrong with the policy.
  func diagnostic(_ problem: StructuredTextError, in text: EditedText) -> (inout JSONWriter) -> Void {
    { writer in
      writer.object { diagnostic in
        diagnostic.range("range", problem.range, in: text)
        diagnostic.member("severity", Level.error.rawValue)
        diagnostic.member("code", "policy")
        diagnostic.member("source", "editorial")
        let sentences = [problem.message, problem.remedy].compactMap { $0 }
        diagnostic.member("message", DisplayText.safe(sentences.joined(separator: "; ")))
      }
    }
  }

  private func related(
    _ origin: (name: String, text: LocatedText, range: TextRange), at path: String, _ diagnostic: inout JSONWriter
  ) {
    diagnostic.key("relatedInformation")
    diagnostic.array { list in
      list.item()
      list.object { related in
        related.key("location")
        related.object { location in
          location.member("uri", FileAddress.address(of: path))
          location.range("range", origin.range, in: EditedText(origin.text.bytes, encoding: abilities.encoding))
        }
        related.member("message", "\(origin.name): \(origin.text.place(of: origin.range))")
      }
    }
  }

  /// A note that costs nothing is there to be looked up, and not to be mended.
  private static func level(of remark: Remark) -> Level {
    switch remark.severity {
    case .error: .error
    case .warning: .warning
    case .note: remark.isWeighty ? .information : .hint
    }
  }
}
