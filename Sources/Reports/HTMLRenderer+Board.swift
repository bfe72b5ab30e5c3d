package import Gatekeeping
package import Scoring
import Wording

/// What a page of the board is made of beside what `report` shows.
extension HTMLRenderer {
  /// The style of every page.
  package static var sheet: String { HTMLStyle.sheet }

  /// Returns `text` for the content of an element or a quoted attribute.
  package static func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  /// Returns a page whose style and script are files beside it, so that nothing in it can be either.
  ///
  /// - Parameters:
  ///   - folder: the address of the board, with a slash at its end.
  ///   - state: what the page was made from; the script asks whether it is still so. `nil`: it does not ask.
  ///   - title: plain text.
  ///   - head: markup under the title.
  ///   - body: markup.
  package func boardDocument(
    in folder: String, state: String?, title: String, head: String, body: String
  ) -> String {
    let title = HTMLText.escaped(title)
    let folder = HTMLText.escaped(folder)
    let asks = state.map { " data-folder=\"\(folder)\" data-state=\"\(HTMLText.escaped($0))\"" } ?? ""
    return """
      <!doctype html>
      <html lang="\(MessageLanguage.current.tag)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="\(folder)board.css">
      <script src="\(folder)board.js" defer></script>
      </head>
      <body\(asks)>
      <a class="skip" href="#content">\(worded("Skip to the content", fr: "Aller au contenu"))</a>
      <header>
      <h1 dir="auto">\(title)</h1>
      \(head)
      </header>
      <p id="news" role="status"></p>
      <main id="content" tabindex="-1">
      \(body)</main>
      </body>
      </html>

      """
  }

  /// Returns what `report` shows of one article.
  package func article(_ article: NewsroomPage.Article) -> String { section(on: article) }

  /// Returns what a gate says of an article: both scores, why it refuses, its findings, and the text beside its baseline.
  ///
  /// - Parameters:
  ///   - anchor: a prefix of the ids in it.
  ///   - showsFindings: whether to list them; without, somebody else does.
  ///   - more: markup that follows what is said of a finding.
  package func judged(
    _ report: Report, anchor: String, kept: [KeptFact] = [], showsFindings: Bool = true,
    more: (Finding) -> String = { _ in "" }
  ) -> String {
    let reasons = TextRenderer.reasons(of: report).map { "<p dir=\"auto\">\(HTMLText.escaped($0))</p>" }.joined()
    return """
      <p class="scores">\(scores(report))</p>
      \(reasons)\(showsFindings ? findings(in: report, anchor, more: more) + sideBySide(report, anchor, kept) : "")
      """
  }

  private func scores(_ report: Report) -> String {
    let score = Self.score(report.integrity, passed: report.isPassed)
    var text = worded("Integrity \(score)", fr: "Intégrité \(score)")
    if let needed = report.gate?.threshold { text += worded(", \(needed) needed", fr: ", \(needed.shown) exigé") }
    if let style = report.scorecard?.style.value { text += worded(" · style \(style)", fr: " · style \(style)") }
    return text
  }

  /// Returns a score with the colour and the word of its verdict.
  package static func scoreMark(_ score: Tenths?, passed: Bool?) -> String { Self.score(score, passed: passed) }

  /// Returns what an editor should know of an article beyond its scores, as plain sentences.
  package static func remarks(on standing: Standing) -> [String] { TextRenderer.remarks(on: standing) }

  /// Returns what a gate has against something, in plain sentences.
  package static func sentence(of refusal: Refusal) -> String { TextRenderer.sentence(of: refusal) }

  /// Returns whose claim it is, since when and why.
  package static func sentence(on claim: Claim) -> String {
    worded("Claimed by ", fr: "Réservé par ") + TextRenderer.sentence(on: claim)
  }

  /// Returns what is scheduled, and what came between when something did.
  package static func remark(on scheduled: ScheduledPromotion) -> String { TextRenderer.remark(on: scheduled) }

  /// Returns how long ago something was, in one unit.
  package static func age(from time: Int64, to now: Int64) -> String { TextRenderer.age(from: time, to: now) }
}
