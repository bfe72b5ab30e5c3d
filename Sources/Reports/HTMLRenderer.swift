import Facts
import Gatekeeping
import Scoring

/// A newsroom's state as one web page: nothing is loaded, nothing runs, and every word of an article is only text.
package struct HTMLRenderer: Sendable {
  package init() {}

  /// Returns the whole page.
  package func page(_ page: NewsroomPage) -> String {
    let head = """
      <p>\(page.date) · \(TextRenderer.count(page.articles.count, "article"))</p>
      """
    let articles = page.articles.map { section(on: $0) }.joined()
    return document(
      title: "\(page.name): where the articles stand", head: head, skipping: "board",
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
      <html lang="en">
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
      <a class="skip" href="#\(skipping)">Skip to the content</a>
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
        <section id="board"><h2>Board</h2>
        <p>No articles yet. Start one: <code>editorial new &lt;slug&gt;</code></p></section>

        """
    }
    let rows = page.articles.map { row($0.standing, now: page.now) }.joined()
    return """
      <section id="board" aria-labelledby="board-title">
      <h2 id="board-title">Board</h2>
      <div class="scroll" role="group" aria-label="The board as a table" tabindex="0">
      <table>
      <thead><tr><th scope="col">Article</th><th scope="col">Stage</th><th scope="col" class="number">Integrity</th>\
      <th scope="col" class="number">Style</th><th scope="col" class="number">Change</th><th scope="col">Age</th>\
      <th scope="col">Author</th><th scope="col">Remarks</th></tr></thead>
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
      <td class="number">\(count)</td><td><span class="bar" style="--share:\(100 * count / max(1, most))%"></span></td></tr>

      """
    }.joined()
    let weeks = page.weeks.suffix(26)
    let percent = (1000 * refused + judged / 2) / judged
    return """
      <section aria-labelledby="trends-title">
      <h2 id="trends-title">Trends</h2>
      <p>\(refused) of \(TextRenderer.count(judged, "version")) at a gate (\(percent / 10).\(percent % 10)%) would be refused.</p>
      \(rows.isEmpty ? "" : """
        <table><caption>What refused versions lost most by</caption>
        <thead><tr><th scope="col">Rule</th><th scope="col" class="number">Versions</th><th scope="col">Share</th></tr></thead>
        <tbody>
        \(rows)</tbody></table>
        """)
      \(plot(of: weeks.map { ($0.median, "week of \($0.week): \($0.median), \(TextRenderer.count($0.count, "version"))") }, threshold: nil,
        label: "Median integrity of the versions of each week"))
      </section>

      """
  }

  // MARK: Parts

  static func anchor(_ slug: Slug) -> String { "article-\(HTMLText.escaped(slug.name))" }

  /// A score with the colour and, for those who see none, the word of its verdict.
  static func score(_ score: Tenths?, passed: Bool?) -> String {
    guard let score else { return "–" }
    switch passed {
    case true?: return "<span class=\"good\">\(score)<span class=\"word\"> passed</span></span>"
    case false?: return "<span class=\"bad\">\(score)<span class=\"word\"> refused</span></span>"
    case nil: return "\(score)"
    }
  }
}
