import Gatekeeping
import Newsroom
import Reports
import Scoring
import Wording

/// The pages of the board. What they say of an article is what `report` says; forms are added.
struct BoardPages {
  let gate: BoardGuard
  /// What the page is made from.
  let state: String
  /// Seconds since 1970.
  let now: Int64
  /// Whether the person whose board it is may accept findings of a rule.
  var isAcceptable: @Sendable (RuleID) -> Bool = { _ in true }
  /// Whether an address is that of the person whose board it is.
  var isOwn: @Sendable (String) -> Bool = { _ in false }

  var folder: String { gate.folder }

  func e(_ text: String) -> String { HTMLRenderer.escaped(text) }

  func address(_ slug: Slug, _ rest: String = "") -> String {
    e("\(folder)article/\(WebForm.encoded(slug.name))\(rest)")
  }

  /// The fields that every form sends back.
  func fields(_ more: [(String, String)] = []) -> String {
    ([("key", gate.form.text)] + more).map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\(e($0.1))\">" }.joined()
  }

  func document(_ title: String, head: String = "", isLive: Bool = true, body: String) -> String {
    let home = "<p><a href=\"\(folder)\">\(worded("All articles", fr: "Tous les articles"))</a></p>"
    return HTMLRenderer().boardDocument(
      in: folder, state: isLive ? state : nil, title: title, head: head.isEmpty ? home : head, body: body)
  }

  // MARK: The columns

  /// Which cards somebody wants to see.
  struct Wish {
    let words: String
    let need: Standing.Need?
    let isWhole: Bool

    init(_ query: [String: String]) {
      words = query["q"] ?? ""
      need = BoardPages.needs.first { $0.name == query["need"] }?.need
      isWhole = query["all"] == "1"
    }

    func fits(_ card: BoardCard) -> Bool {
      if let need, card.standing.need != need { return false }
      let place = "\(card.title) \(card.standing.slug) \(card.standing.author)".lowercased()
      return words.lowercased().split(separator: " ").allSatisfy { place.contains($0) }
    }
  }

  static var needs: [(name: String, need: Standing.Need, label: String)] {
    [
      ("mending", .mending, worded("Refused by its gate", fr: "Refusé par son contrôle")),
      ("updating", .updating, worded("Behind an earlier stage", fr: "En retard sur une étape précédente")),
      ("promotion", .promotion, worded("Waiting for promotion", fr: "En attente de promotion")),
      ("nothing", .nothing, worded("Published, nothing to do", fr: "Publié, rien à faire")),
    ]
  }

  /// How many cards a column shows at first.
  private static let most = 60

  func columns(_ cards: [BoardCard], stages: [Stage], wish: Wish, name: String, news: String? = nil) -> String {
    let found = cards.filter { wish.fits($0) }
    let columns = stages.map { stage in
      column(stage, found.filter { $0.standing.stage == stage }, wish)
    }.joined()
    let options = Self.needs.map { name, need, label in
      "<option value=\"\(name)\"\(need == wish.need ? " selected" : "")>\(e(label))</option>"
    }.joined()
    let count = worded(
      "\(found.count) of \(cards.count) articles", fr: "\(found.count) sur \(cards.count) articles")
    let empty =
      cards.isEmpty
      ? worded(
        "<p>No articles yet. Start one: <code>editorial new &lt;slug&gt;</code></p>",
        fr: "<p>Pas encore d'article. Pour en commencer un : <code>editorial new &lt;slug&gt;</code></p>") : ""
    let notice = news.map { "<p class=\"notice good\" role=\"status\">\(e($0))</p>\n" } ?? ""
    let body = """
      \(notice)<form class="search" role="search" method="get" action="\(folder)">
      <label for="q">\(worded("Search", fr: "Rechercher"))</label>
      <input id="q" name="q" type="search" value="\(e(wish.words))">
      <label for="need">\(worded("Show", fr: "Afficher"))</label>
      <select id="need" name="need"><option value="">\(worded("Everything", fr: "Tout"))</option>\(options)</select>
      <button>\(worded("Find", fr: "Chercher"))</button>
      <span>\(count)</span>
      </form>
      \(releaseLink(cards, stages))\(empty)<div class="board">
      \(columns)</div>

      """
    return document(
      worded("\(name): the board", fr: "\(name) : le tableau de bord"),
      head:
        "<p>\(worded("Every article, by stage; what needs somebody most comes first.", fr: "Chaque article à son étape ; d'abord ceux qui attendent quelqu'un."))</p>",
      body: body)
  }

  private func column(_ stage: Stage, _ cards: [BoardCard], _ wish: Wish) -> String {
    let shown = wish.isWhole ? cards[...] : cards.prefix(Self.most)
    let hidden = cards.count - shown.count
    let need = Self.needs.first { $0.need == wish.need }?.name ?? ""
    let all = "\(folder)?all=1&q=\(WebForm.encoded(wish.words))&need=\(WebForm.encoded(need))"
    let more =
      hidden == 0
      ? ""
      : "<p><a href=\"\(e(all))\">\(worded("Show \(hidden) more", fr: "Afficher les \(hidden) autres"))</a></p>"
    let needed = stage.gate.map {
      "<p class=\"faint\">\(worded("integrity from \($0.integrity)", fr: "intégrité à partir de \($0.integrity.shown)"))</p>"
    }
    return """
      <section class="column" aria-labelledby="stage-\(e(stage.name))">
      <h2 id="stage-\(e(stage.name))"><bdi>\(e(stage.name))</bdi> <span class="count">\(cards.count)</span></h2>
      \(needed ?? "")<ul class="cards">
      \(shown.map { self.card($0) }.joined())</ul>\(more)
      </section>

      """
  }

  private func card(_ card: BoardCard) -> String {
    let standing = card.standing
    let age = HTMLRenderer.age(from: standing.time, to: now)
    let score = HTMLRenderer.scoreMark(standing.scorecard?.integrity, passed: standing.verdict?.isPassed)
    let style = standing.scorecard.map { " · style\u{A0}\($0.style.value)" } ?? ""
    let remarks = HTMLRenderer.remarks(on: standing).map { "<li dir=\"auto\">\(e($0))</li>" }.joined()
    return """
      <li class="card"><h3><a href="\(address(standing.slug))" dir="auto">\(e(card.title))</a></h3>
      <p class="faint"><bdi>\(e(standing.slug.name))</bdi></p>
      <p>\(worded("Integrity", fr: "Intégrité")) \(score)\(style)</p>
      <p class="faint"><bdi>\(e(standing.author))</bdi>, <span class="age">\(e(age))</span></p>
      \(remarks.isEmpty ? "" : "<ul class=\"remarks\">\(remarks)</ul>")</li>

      """
  }

  // MARK: What went wrong

  func trouble(_ words: [String], back: String?) -> String {
    trouble(markup: words.map { "<p dir=\"auto\">\(e($0))</p>" }.joined(separator: "\n"), back: back)
  }

  func trouble(markup: String, back: String?) -> String {
    let way =
      back.map { "<p><a href=\"\($0)\">\(worded("Back to the article", fr: "Retour à l'article"))</a></p>" } ?? ""
    return document(
      worded("This did not go", fr: "Cela n'a pas abouti"), isLive: false,
      body: "<div class=\"notice bad\" role=\"alert\">\(markup)</div>\n\(way)\n")
  }
}
