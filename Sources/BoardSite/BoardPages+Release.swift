import Gatekeeping
import Newsroom
import Reports
import Scoring
import Wording

extension BoardPages {
  /// The name of the field that says whether an article goes along.
  static func field(of slug: Slug) -> String { "article-\(slug)" }

  /// The link to the form by which several articles are published together; nothing while none waits for publication.
  func releaseLink(_ cards: [BoardCard], _ stages: [Stage]) -> String {
    guard cards.contains(where: { $0.waits(at: stages.dropLast().last) }) else { return "" }
    let words = worded("Publish several together", fr: "Publier plusieurs articles ensemble")
    return "<p><a class=\"button\" href=\"\(e(folder))release\">\(words)</a></p>\n"
  }

  /// The form by which several articles are published together.
  ///
  /// - Parameters:
  ///   - cards: those that wait for publication.
  ///   - source: where they wait.
  ///   - name: what was written into the form before.
  ///   - chosen: what was chosen before; `nil` when nobody was asked yet.
  ///   - notice: markup that says what became of it.
  func release(
    _ cards: [BoardCard], from source: Stage?, to stage: Stage?, name: String = "", chosen: Set<Slug>? = nil,
    notice: String = ""
  ) -> String {
    let items = cards.map { card in
      let slug = card.standing.slug
      let isChosen = chosen?.contains(slug) ?? false
      let id = e(Self.field(of: slug))
      let isRevision = card.standing.stage != source
      // The scores of an article that is published are not those of its revision.
      let mark =
        isRevision
        ? "<span class=\"faint\">\(worded("revision", fr: "révision"))</span>"
        : HTMLRenderer.scoreMark(card.standing.scorecard?.integrity, passed: card.standing.verdict?.isPassed)
      let place = isRevision ? address(slug, "?stage=\(WebForm.encoded(source?.name ?? ""))") : address(slug)
      return """
        <li><input type="checkbox" id="\(id)" name="\(id)" value="1"\(isChosen ? " checked" : "")> \
        <label for="\(id)"><bdi>\(e(card.title))</bdi> <span class="faint"><bdi>\(e(slug.name))</bdi></span></label> \
        \(mark) <a href="\(place)">\(worded("Read", fr: "Lire"))<span class="unseen"> <bdi>\(e(card.title))</bdi></span></a></li>

        """
    }.joined()
    let title = worded("Publish several articles together", fr: "Publier plusieurs articles ensemble")
    let body =
      items.isEmpty
      ? "<p>\(worded("No article waits for publication.", fr: "Aucun article n'attend d'être publié."))</p>\n"
      : """
      <form class="release" method="post" action="\(e(folder))release">\(fields([("seen", state)]))
      <p><label for="name">\(worded("What the release is called, such as spring-issue", fr: "Le nom de la parution, par exemple numero-de-printemps"))</label>
      <input id="name" name="name" value="\(e(name))" required maxlength="200"></p>
      <fieldset><legend>\(worded("Articles", fr: "Articles"))</legend>
      <ul class="choice">
      \(items)</ul></fieldset>
      <p>\(worded("They go to <bdi>\(e(stage?.name ?? ""))</bdi> in one step, all of them or none, and the name becomes a tag.", fr: "Ils passent à <bdi>\(e(stage?.name ?? ""))</bdi> en une fois, tous ou aucun, et le nom devient une étiquette."))</p>
      <p><button class="main">\(worded("Publish together", fr: "Publier ensemble"))</button></p>
      </form>

      """
    return document(title, isLive: false, body: notice + body)
  }

  /// What stands in the way of a release, article by article.
  func releaseRefused(_ results: [PromotionResult], _ publications: [Promotion]) -> String {
    let parts = zip(publications, results).compactMap { publication, result -> String? in
      let slug = publication.slug
      let title = worded("\(slug) cannot be published.", fr: "\(slug) ne peut pas être publié.")
      switch result {
      case .success(let outcome):
        return outcome.isPassed ? nil : refusal(title, isHeading: true, outcome.judgement, slug: slug)
      case .failure(let error):
        let words = e(error.sentences.joined(separator: " "))
        return "<h2 class=\"bad\" dir=\"auto\">\(e(title))</h2>\n<p dir=\"auto\">\(words)</p>\n"
      }
    }
    let held = worded("Nothing was moved.", fr: "Rien n'a bougé.")
    return "<div class=\"notice bad\" role=\"alert\"><p>\(held)</p>\n\(parts.joined())</div>\n"
  }
}

extension DeskError {
  /// What is said of it where there is room for whole sentences.
  var sentences: [String] { [message, remedy].compactMap { $0 }.map { $0 + "." } }
}
