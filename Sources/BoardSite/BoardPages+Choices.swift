import Gatekeeping
import Newsroom
import Reports
import Wording

extension BoardPages {
  /// What can be done with an article beside its next step.
  func choices(_ page: ArticlePage) -> String {
    let standing = page.furthest
    let slug = standing.slug
    var items: [String] = standing.claims.map { "<p dir=\"auto\">\(e(HTMLRenderer.sentence(on: $0)))</p>" }
    items.append(claiming(page))
    items.append(scheduling(page))
    if let place = page.places.last(where: { !$0.stage.isShared && !$0.paths.isEmpty }),
      place.stage != page.places.first?.stage
    {
      let stage = "<bdi>\(e(place.stage.name))</bdi>"
      items.append(
        reasoned(
          page, "demote", worded("Send it back from \(stage)", fr: "Le renvoyer depuis \(stage)"),
          worded("Send back", fr: "Renvoyer")))
    }
    if standing.stage.isShared {
      items.append(
        "<form method=\"post\" action=\"\(address(slug, "/revise"))\">\(fields([("seen", page.state)]))"
          + "<button>\(worded("Open its draft again", fr: "Rouvrir son brouillon"))</button></form>")
      items.append(
        reasoned(
          page, "retract", worded("Take it from publication", fr: "Le retirer de la publication"),
          worded("Retract", fr: "Retirer")))
    }
    items.append(renaming(page))
    return """
      <details class="choices"><summary>\(worded("Claim, schedule, send back, rename", fr: "Réserver, programmer, renvoyer, renommer"))</summary>
      \(items.joined(separator: "\n"))
      </details>

      """
  }

  private func claiming(_ page: ArticlePage) -> String {
    let standing = page.furthest
    func button(_ verb: String, _ words: String, _ more: [(String, String)] = []) -> String {
      "<form method=\"post\" action=\"\(address(standing.slug, "/" + verb))\">\(fields([("seen", page.state)] + more))<button>\(words)</button></form>"
    }
    if standing.claims.contains(where: { isOwn($0.address) }) {
      return button("unclaim", worded("Give it back", fr: "Le rendre"))
    }
    return standing.claims.isEmpty
      ? button("claim", worded("I work on it", fr: "J'y travaille"))
      : button("claim", worded("Take it over", fr: "Le reprendre"), [("takes-over", "1")])
  }

  private func scheduling(_ page: ArticlePage) -> String {
    let slug = page.furthest.slug
    var html = page.furthest.scheduled.map { scheduled in
      "<form method=\"post\" action=\"\(address(slug, "/unschedule"))\">\(fields([("seen", page.state)]))"
        + "<span dir=\"auto\">\(e(HTMLRenderer.remark(on: scheduled)))</span> "
        + "<button>\(worded("Do not", fr: "Y renoncer"))</button></form>"
    }.joined()
    guard case .passes(let promotion) = page.next else { return html }
    let to = "<bdi>\(e(promotion.to.name))</bdi>"
    html += """
      <form method="post" action="\(address(slug, "/schedule"))">\
      \(fields([("to", promotion.to.name), ("seen", page.state)]))\
      <label for="at">\(worded("Promote to \(to) later, at", fr: "Promouvoir vers \(to) plus tard, le"))</label> \
      <input id="at" name="at" type="datetime-local" required> \
      <button>\(worded("Schedule", fr: "Programmer"))</button></form>
      """
    return html
  }

  private func renaming(_ page: ArticlePage) -> String {
    let slug = page.furthest.slug
    return """
      <form method="post" action="\(address(slug, "/rename"))">\(fields([("seen", page.state)]))\
      <label for="new-name">\(worded("Another name in paths and branches", fr: "Un autre nom dans les chemins et les branches"))</label> \
      <input id="new-name" name="name" value="\(e(slug.name))" required maxlength="200" autocapitalize="none" spellcheck="false"> \
      <button>\(worded("Rename", fr: "Renommer"))</button></form>
      """
  }

  /// What is told of links that were left as they are when an article was renamed.
  func renamed(_ slug: Slug, leaving links: [DoubtfulLink], news: String?) -> String {
    let items = links.map { "<li><bdi>\(e($0.path))</bdi>: <code dir=\"auto\">\(e($0.address))</code></li>\n" }.joined()
    return document(
      worded("\(slug): renamed", fr: "\(slug) : renommé"), isLive: false,
      body: """
        <p class="notice good" role="status">\(e(news ?? ""))</p>
        <p>\(worded("These links have the old name in them, and may lead elsewhere. They were left as they are:", fr: "Ces liens contiennent l'ancien nom, et mènent peut-être ailleurs. Ils n'ont pas été touchés :"))</p>
        <ul>
        \(items)</ul>
        <p><a href="\(address(slug))">\(worded("To the article", fr: "Vers l'article"))</a></p>

        """)
  }

  /// A form that asks why.
  private func reasoned(_ page: ArticlePage, _ verb: String, _ label: String, _ button: String) -> String {
    """
    <form method="post" action="\(address(page.furthest.slug, "/" + verb))">\(fields([("seen", page.state)]))\
    <label for="\(verb)-reason">\(label), \(worded("because", fr: "parce que"))</label> \
    <input id="\(verb)-reason" name="reason" required maxlength="500"> <button>\(button)</button></form>
    """
  }
}
