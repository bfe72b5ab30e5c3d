import Facts
import Gatekeeping
package import Scoring
import Wording

/// A newsroom's state as one web page: nothing is loaded, nothing runs, and every word of an article is only text.
package struct HTMLRenderer: Sendable {
  /// Markup that follows what is said of a finding.
  let afterFinding: @Sendable (Finding) -> String

  package init(afterFinding: @escaping @Sendable (Finding) -> String = { _ in "" }) {
    self.afterFinding = afterFinding
  }

  /// Returns the whole page.
  package func page(_ page: NewsroomPage) -> String {
    let head = """
      <p>\(page.date) · \(counted(page.articles.count, "article", fr: "article"))</p>
      """
    let articles = page.articles.map { section(on: $0) }.joined()
    return document(
      title: worded("\(page.name): where the articles stand", fr: "\(page.name) : où en sont les articles"), head: head,
      skipping: "board",
      body: board(page) + trends(page) + articles)
  }

  /// Returns a page that loads nothing and runs nothing.
  ///
  /// - Parameters:
  ///   - head: markup under the title.
  ///   - skipping: the id of what a keyboard should come to first.
  ///   - body: markup.
  func document(title: String, head: String, skipping: String, body: String) -> String {
    let title = HTMLText.escaped(title)
    return """
      <!doctype html>
      <html lang="\(MessageLanguage.current.tag)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <a class="skip" href="#\(skipping)">\(worded("Skip to the content", fr: "Aller au contenu"))</a>
      <header>
      <h1 dir="auto">\(title)</h1>
      \(head)
      </header>
      <main>
      \(body)</main>
      </body>
      </html>

      """
  }

  private func board(_ page: NewsroomPage) -> String {
    if page.articles.isEmpty {
      return """
        <section id="board"><h2>\(board)</h2>
        <p>\(worded("No articles yet. Start one:", fr: "Pas encore d'article. Pour en commencer un :")) <code>editorial new &lt;slug&gt;</code></p></section>

        """
    }
    let rows = page.articles.map { row($0.standing, now: page.now) }.joined()
    let head = HTMLText.head(
      "Article", worded("Stage", fr: "Étape"), worded("Integrity", fr: "Intégrité"), "Style",
      worded("Change", fr: "Écart"), worded("Age", fr: "Âge"), worded("Author", fr: "Auteur"),
      worded("Remarks", fr: "Remarques"), numbers: [2, 3, 4])
    return """
      <section id="board" aria-labelledby="board-title">
      <h2 id="board-title">\(board)</h2>
      <div class="scroll" role="group" aria-label="\(worded("The board as a table", fr: "Le tableau de bord"))" tabindex="0">
      <table>
      \(head)
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      </section>

      """
  }

  private func row(_ standing: Standing, now: Int64) -> String {
    let card = standing.scorecard
    let change = card.flatMap { card in
      standing.previousIntegrity.map { TextRenderer.signed(card.integrity - $0) }
    }
    let remarks = TextRenderer.remarks(on: standing).map { "<li>\(HTMLText.escaped($0))</li>" }.joined()
    return """
      <tr><th scope="row"><a href="#\(Self.anchor(standing.slug))"><bdi>\(HTMLText.escaped(standing.slug.name))</bdi></a></th>\
      <td>\(HTMLText.escaped(standing.stage.name))</td>\
      <td class="number">\(Self.score(card?.integrity, passed: standing.verdict?.isPassed))</td>\
      <td class="number">\(card.map { "\($0.style.value)" } ?? "–")</td><td class="number">\(change ?? "")</td>\
      <td>\(TextRenderer.age(from: standing.time, to: now))</td><td><bdi>\(HTMLText.escaped(standing.author))</bdi></td>\
      <td>\(remarks.isEmpty ? "" : "<ul>\(remarks)</ul>")</td></tr>

      """
  }

  private func trends(_ page: NewsroomPage) -> String {
    let (judged, refused, rules) = page.refusals
    guard judged > 0 else { return "" }
    let most = rules.first?.count ?? 1
    let rows = rules.prefix(12).map { rule, count in
      """
      <tr><th scope="row"><code>\(HTMLText.escaped(rule))</code></th>\
      <td class="number">\(count)</td><td>\(Self.bar(100 * count / max(1, most)))</td></tr>

      """
    }.joined()
    let weeks = page.weeks.suffix(26)
    let percent = Tenths((1000 * refused + judged / 2) / judged).shown
    let versions = counted(judged, "version", fr: "version")
    let told = worded(
      "\(refused) of \(versions) at a gate (\(percent)%) would be refused.",
      fr: "\(refused) sur \(versions) soumises à un contrôle (\(percent) %) seraient refusées.")
    let caption = worded(
      "What refused versions lost most by", fr: "Ce qui a le plus coûté aux versions refusées")
    let head = HTMLText.head(
      worded("Rule", fr: "Règle"), "Versions", worded("Share", fr: "Part"), numbers: [1])
    return """
      <section aria-labelledby="trends-title">
      <h2 id="trends-title">\(worded("Trends", fr: "Tendances"))</h2>
      <p>\(told)</p>
      \(rows.isEmpty ? "" : """
        <table><caption>\(caption)</caption>
        \(head)
        <tbody>
        \(rows)</tbody></table>
        """)
      \(plot(of: weeks.map { ($0.median, "\(worded("week of", fr: "semaine du")) \($0.week)\(colon) \($0.median.shown), \(counted($0.count, "version", fr: "version"))") }, threshold: nil,
        label: worded("Median integrity of the versions of each week", fr: "Intégrité médiane des versions de chaque semaine")))
      </section>

      """
  }

  // MARK: Parts

  private var board: String { worded("Board", fr: "Tableau de bord") }

  /// A share as a bar: a drawing and no style, so that a page may forbid styles that stand in its elements.
  static func bar(_ percent: Int) -> String {
    "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "<rect width=\"\(percent)\" height=\"10\"></rect></svg>"
  }

  static func anchor(_ slug: Slug) -> String { "article-\(HTMLText.escaped(slug.name))" }

  /// A score with the colour and, for those who see none, the word of its verdict.
  static func score(_ score: Tenths?, passed: Bool?) -> String {
    guard let score else { return "–" }
    switch passed {
    case true?: return "<span class=\"good\">\(score.shown)<span class=\"word\"> \(TextRenderer.passed)</span></span>"
    case false?: return "<span class=\"bad\">\(score.shown)<span class=\"word\"> \(TextRenderer.refused)</span></span>"
    case nil: return score.shown
    }
  }
}
