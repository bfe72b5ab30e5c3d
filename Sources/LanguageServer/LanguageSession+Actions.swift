import Reports
import Scoring
import StructuredText

/// The remedies that take no writer, each tried before it is offered.
extension LanguageSession {
  /// More are not tried for one request: each is judged as a whole article is.
  private static let mostTrials = 8

  func actions(
    in range: TextRange, only: [String]?, of article: OpenArticle, _ judged: JudgedText?
  ) -> (inout JSONWriter) -> Void {
    // "quickfix" asks for every kind of it; kinds of kinds are divided by points.
    let isWanted = only?.contains { $0 == "quickfix" || $0.isEmpty } ?? true
    guard abilities.takesActions, isWanted, let judged else { return { $0.array { _ in } } }
    let touched = judged.marks.filter { $0.place.start <= range.end && range.start <= $0.place.end }
    let trials = touched.lazy.filter { $0.remark.waiver == nil }.flatMap { mark in
      (mark.remark.finding.map { Restoration.candidates(for: $0, in: judged) } ?? []).map { (mark, $0) }
    }
    let offers = trials.prefix(Self.mostTrials).filter { self.mends($0.1, article, judged) }
    return { [self] writer in
      writer.array { list in
        for (mark, restoration) in offers {
          list.item()
          write(restoration, for: mark, of: article, to: &list)
        }
      }
    }
  }

  /// Whether an edit takes its findings away, costs no point and brings nothing that costs one.
  private func mends(_ edit: Restoration, _ article: OpenArticle, _ judged: JudgedText) -> Bool {
    let mended = article.text.replacing(edit.range, with: edit.replacement)
    let text = ArticleDesk.Text(path: article.path, language: article.language, bytes: mended.bytes)
    guard case .report(let report, _) = desk.judge(text), let before = judged.report.integrity,
      let after = report.integrity, after >= before
    else { return false }
    let known = Set(judged.report.findings.map(\.id))
    return !report.findings.contains { finding in
      edit.mends.contains(finding.id) || (finding.points > .zero && !known.contains(finding.id))
    }
  }

  private func write(
    _ restoration: Restoration, for mark: JudgedText.Mark, of article: OpenArticle, to writer: inout JSONWriter
  ) {
    writer.object { action in
      action.member("title", restoration.title)
      action.member("kind", "quickfix")
      action.member("isPreferred", true)
      action.key("diagnostics")
      action.array { list in
        list.item()
        diagnostic(mark, in: article.text)(&list)
      }
      action.key("edit")
      action.object { edit in
        if abilities.takesVersions {
          edit.key("documentChanges")
          edit.array { changes in
            changes.item()
            changes.object { change in
              change.key("textDocument")
              change.object { text in
                text.member("uri", article.address)
                text.member("version", article.version)
              }
              change.key("edits")
              Self.write(restoration, in: article.text, to: &change)
            }
          }
        } else {
          edit.key("changes")
          edit.object { changes in
            changes.key(article.address)
            Self.write(restoration, in: article.text, to: &changes)
          }
        }
      }
    }
  }

  private static func write(_ restoration: Restoration, in text: EditedText, to writer: inout JSONWriter) {
    writer.array { edits in
      edits.item()
      edits.object { edit in
        edit.range("range", restoration.range, in: text)
        edit.member("newText", String(decoding: restoration.replacement, as: UTF8.self))
      }
    }
  }
}
