import Gatekeeping
import GitStore
import Newsroom
import Reports
import Scoring
import Wording

extension BoardPages {
  /// What was done a moment ago, by the words in the address.
  static func news(_ words: [String: String]) -> String? {
    words["done"].flatMap { news($0, isObserved: words["observed"] == "1") }
  }

  /// What was done, and whether it got in only because nothing is refused yet.
  static func news(_ word: String, isObserved: Bool) -> String? {
    guard isObserved else { return news(word) }
    let reminder = worded(
      "The gate would have refused this; observe mode is on, so it got in.",
      fr: "Le contrôle l'aurait refusé ; le mode d'observation est actif : c'est donc passé.")
    return news(word).map { "\($0) \(reminder)" }
  }

  private static func news(_ word: String) -> String? {
    switch word {
    case "promoted": worded("Promoted.", fr: "Promu.")
    case "accepted":
      worded(
        "The finding is accepted, with your name and reason.",
        fr: "Le constat est toléré, avec votre nom et votre motif.")
    case "saved": worded("Saved.", fr: "Enregistré.")
    case "demoted": worded("Sent back, with your reason.", fr: "Renvoyé, avec votre motif.")
    case "retracted": worded("Not published any more.", fr: "Retiré de la publication.")
    case "revised": worded("The draft is open again.", fr: "Le brouillon est rouvert.")
    case "claimed": worded("It is claimed in your name.", fr: "L'article est réservé à votre nom.")
    case "unclaimed": worded("It is free again.", fr: "L'article est de nouveau libre.")
    case "scheduled": worded("It is signed off for then.", fr: "Votre accord est donné pour cette date.")
    case "unscheduled": worded("It is not scheduled any more.", fr: "Il n'est plus programmé.")
    case "renamed":
      worded(
        "Renamed. Its files, branches and the links to it have followed.",
        fr: "Renommé. Ses fichiers, ses branches et les liens vers lui ont suivi.")
    case "released":
      worded("Published together.", fr: "Publiés ensemble.")
    case "undone": worded("Taken back.", fr: "Annulé.")
    case "unchanged": worded("Nothing was changed.", fr: "Rien n'a changé.")
    default: nil
    }
  }

  /// - Parameter last: the last thing that was done in the repository, when it was done to this article.
  func article(_ page: ArticlePage, news: String?, last: Operation?) -> String {
    let standing = page.shown.standing
    let notice = news.map { "<p class=\"notice good\" role=\"status\">\(e($0))</p>\n" } ?? ""
    let accepted = Set(page.shown.report?.waivers.keys.map { $0 } ?? [])
    let accepting: @Sendable (Finding) -> String = { [self] finding in
      accepted.contains(finding.id) ? "" : acceptance(of: finding, standing.slug)
    }
    let section = HTMLRenderer(afterFinding: accepting).article(page.shown)
    return document(
      page.title, body: notice + places(page) + step(page) + choices(page) + undoing(last, standing.slug) + section)
  }

  /// The stages that have the article, as links; the text of each can be opened.
  private func places(_ page: ArticlePage) -> String {
    let shown = page.shown.standing
    let items = page.places.map { place in
      let files = place.paths.isEmpty ? [""] : place.paths
      return files.map { path in
        let query =
          "?stage=\(WebForm.encoded(place.stage.name))" + (files.count > 1 ? "&path=\(WebForm.encoded(path))" : "")
        let isShown = place.stage == shown.stage && (path == shown.path || path.isEmpty)
        let name = files.count > 1 ? "\(place.stage.name): \(path)" : place.stage.name
        let link =
          "<a href=\"\(address(shown.slug, query))\"\(isShown ? " aria-current=\"page\"" : "")><bdi>\(e(name))</bdi></a>"
        return "<li>\(link)</li>"
      }.joined()
    }.joined()
    let query = "/edit?stage=\(WebForm.encoded(shown.stage.name))&path=\(WebForm.encoded(shown.path))"
    let edit =
      shown.stage.isShared || shown.path.isEmpty
      ? ""
      : "<p><a class=\"button\" href=\"\(address(shown.slug, query))\">\(worded("Edit the text", fr: "Modifier le texte"))</a></p>"
    return """
      <nav aria-label="\(worded("Stages", fr: "Étapes"))"><ul class="places">\(items)</ul></nav>
      \(edit)

      """
  }

  /// The form that takes the last thing back that was done to the article.
  private func undoing(_ last: Operation?, _ slug: Slug) -> String {
    guard let last else { return "" }
    let age = HTMLRenderer.age(from: last.person.time.seconds, to: now)
    return """
      <form class="undo" method="post" action="\(address(slug, "/undo"))">\(fields([("operation", last.id.hex)]))\
      <p><span class="faint">\(worded("Last done:", fr: "Dernière opération :")) <bdi>\(e(last.record.summary))</bdi> \
      (<bdi>\(e(last.person.name))</bdi>, \(e(age)))</span> \
      <button>\(worded("Take it back", fr: "Annuler"))</button></p></form>

      """
  }

  /// What can be done with the article next.
  private func step(_ page: ArticlePage) -> String {
    let slug = page.shown.standing.slug
    let title = "<h2 id=\"next\">\(worded("Next step", fr: "Étape suivante"))</h2>"
    let body: String
    switch page.next {
    case .nothing:
      body =
        "<p>\(worded("All that the article has is published.", fr: "Tout ce que l'article contient est publié."))</p>"
    case .hindered(let words):
      body = "<p class=\"bad\" dir=\"auto\">\(e(words))</p>"
    case .passes(let promotion):
      let to = e(promotion.to.name)
      body = """
        <p>\(worded("The gate of <bdi>\(to)</bdi> lets the article pass.", fr: "Le contrôle de <bdi>\(to)</bdi> laisse passer l'article."))</p>
        <form method="post" action="\(address(slug, "/promote"))">\(fields([("to", promotion.to.name), ("seen", page.state)]))\
        <button class="main">\(worded("Promote to <bdi>\(to)</bdi>", fr: "Promouvoir vers <bdi>\(to)</bdi>"))</button></form>
        """
    case .refused(let promotion, let judgement):
      body =
        refusal(
          worded(
            "The gate of \(promotion.to.name) would refuse the article.",
            fr: "Le contrôle de \(promotion.to.name) refuserait l'article."),
          judgement, slug: slug, besides: page.shown.report?.findings ?? [])
          + """
          <form method="post" action="\(address(slug, "/promote"))">\(fields([("to", promotion.to.name), ("seen", page.state)]))\
          <button>\(worded("Try to promote to <bdi>\(e(promotion.to.name))</bdi>", fr: "Essayer de promouvoir vers <bdi>\(e(promotion.to.name))</bdi>"))</button></form>
          """
    }
    return "<section class=\"step\" aria-labelledby=\"next\">\(title)\n\(body)\n</section>\n"
  }

  /// What a gate has against an update.
  ///
  /// - Parameters:
  ///   - isHeading: whether the title heads what follows; else something above it does.
  ///   - besides: findings that the page shows anyway.
  func refusal(
    _ title: String?, isHeading: Bool = false, _ judgement: Judgement, slug: Slug, besides: [Finding] = []
  ) -> String {
    let known = Set(besides.map(\.id))
    let tag = isHeading ? "h2" : "p"
    var html = title.map { "<\(tag) class=\"bad\" dir=\"auto\">\(e($0))</\(tag)>\n" } ?? ""
    html += judgement.refusals.map { "<p dir=\"auto\">\(e(HTMLRenderer.sentence(of: $0)))</p>\n" }.joined()
    for (number, article) in judgement.refusedArticles.enumerated() {
      let report = Report(article, stage: judgement.stage)
      let isKnown = Set(report.findings.map(\.id)).isSubset(of: known)
      html += HTMLRenderer().judged(
        report, anchor: "refused-\(number)", showsFindings: !isKnown,
        more: { report.waivers[$0.id] == nil ? self.acceptance(of: $0, slug) : "" })
    }
    return html
  }

  /// The form by which somebody answers for a finding, by name and with a reason.
  private func acceptance(of finding: Finding, _ slug: Slug) -> String {
    guard finding.points > .zero || finding.severity == .error, isAcceptable(finding.rule) else { return "" }
    let id = "reason-\(finding.id)"
    return """
      <details class="accept"><summary>\(worded("Accept this finding", fr: "Tolérer ce constat"))</summary>\
      <form method="post" action="\(address(slug, "/accept"))">\(fields([("finding", finding.id)]))\
      <label for="\(e(id))">\(worded("Why it is right here, for whoever reads it later", fr: "Pourquoi c'est juste ici, pour qui le lira plus tard"))</label>\
      <input id="\(e(id))" name="reason" required maxlength="500"> \
      <button>\(worded("Accept", fr: "Tolérer"))</button></form></details>
      """
  }

  func refusedPage(_ title: String, _ judgement: Judgement, slug: Slug, at stage: Stage) -> String {
    let query = "/edit?stage=\(WebForm.encoded(stage.name))"
    let mend =
      stage.isShared
      ? ""
      : "<p><a class=\"button\" href=\"\(address(slug, query))\">\(worded("Mend the text", fr: "Corriger le texte"))</a></p>"
    return document(
      title, isLive: false,
      body: """
        <h2>\(worded("What the gate asks for", fr: "Ce que le contrôle demande"))</h2>
        <p class="notice">\(worded("Nothing was moved.", fr: "Rien n'a bougé."))</p>
        \(refusal(nil, judgement, slug: slug))
        \(mend)
        <p><a href="\(address(slug))">\(worded("Back to the article", fr: "Retour à l'article"))</a></p>

        """)
  }
}
