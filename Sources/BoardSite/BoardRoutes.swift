import EditorialCLI
import Gatekeeping
import GitStore
import Newsroom
import Reports
import Scoring
import Wording

/// From a request to its answer. Each opens a desk of its own, and does what the command line does.
struct BoardRoutes: Sendable {
  private let memory = BoardMemory()

  func answer(_ request: BoardRequest, behind gate: BoardGuard) -> BoardResponse {
    switch (request.method, request.path) {
    case (.get, ["board.css"]): return BoardResponse(status: .ok, content: .style, body: BoardStyle.sheet)
    case (.get, ["board.js"]): return BoardResponse(status: .ok, content: .script, body: BoardScript.text)
    default: break
    }
    do {
      let desk = try DeskRoom.open()
      let state = try BoardState(of: desk)
      let visit = BoardVisit(desk: desk, state: state, request: request, gate: gate, memory: memory)
      return try visit.answer()
    } catch {
      return trouble(error, request, gate)
    }
  }

  /// Says what went wrong in the words of the command line.
  private func trouble(_ error: any Error, _ request: BoardRequest, _ gate: BoardGuard) -> BoardResponse {
    let failure = Failure(error, trying: "")
    let status: BoardResponse.Status =
      switch error {
      case DeskError.noSuchArticle, DeskError.noSuchStage, DeskError.invalidSlug, DeskError.notAtStage: .notFound
      case is DeskError, is GitError, is OperationError, is Failure: .conflict
      default: .failed
      }
    let pages = BoardPages(gate: gate, state: "", now: 0)
    var back: String?
    if request.path.first == "article", request.path.count > 1, let slug = try? Slug(request.path[1]),
      status == .conflict
    {
      back = pages.address(slug)
    }
    let words = [failure.reason, failure.remedy].compactMap { $0 }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return BoardResponse(status: status, content: .html, body: pages.trouble(words, back: back))
  }
}

/// One request at one state of the repository.
private struct BoardVisit {
  let desk: Desk
  let state: BoardState
  let request: BoardRequest
  let gate: BoardGuard
  let memory: BoardMemory

  func answer() throws -> BoardResponse {
    let path = request.path
    switch (request.method, path.first, path.count) {
    case (.get, "", 1): return html(try board())
    case (.get, "state", 1):
      let slug = try request.query["article"].map { try Slug($0) }
      return .text(.ok, try slug.map { try state.text(of: $0, at: desk) } ?? state.text)
    case (.get, "release", 1): return html(try releaseForm())
    case (.post, "release", 1): return try release()
    case (_, "article", 2...3):
      let slug = try desk.slug(named: path[1])
      return try answer(on: slug, path.count == 3 ? path[2] : "")
    default:
      return BoardResponse(
        status: .notFound, content: .html,
        body: pages(state.text).trouble(
          [worded("There is nothing at this address.", fr: "Il n'y a rien à cette adresse.")], back: nil))
    }
  }

  private func answer(on slug: Slug, _ verb: String) throws -> BoardResponse {
    switch (request.method, verb) {
    case (.get, ""): return html(try article(slug))
    case (.get, "edit"): return html(try editor(slug))
    case (.post, "edit"): return try save(slug)
    case (.post, "score"): return try score(slug)
    case (.post, "promote"): return try promote(slug)
    case (.post, "accept"): return try accept(slug)
    case (.post, "undo"): return try undo(slug)
    case (.post, "demote"), (.post, "retract"): return try sendBack(slug, verb)
    case (.post, "revise"), (.post, "claim"), (.post, "unclaim"), (.post, "unschedule"): return try simply(verb, slug)
    case (.post, "schedule"): return try schedule(slug)
    case (.post, "rename"): return try rename(slug)
    default:
      return BoardResponse(
        status: .notFound, content: .html,
        body: pages(state.text).trouble(
          [worded("There is nothing at this address.", fr: "Il n'y a rien à cette adresse.")], back: nil))
    }
  }

  private func html(_ body: String, _ status: BoardResponse.Status = .ok) -> BoardResponse {
    BoardResponse(status: status, content: .html, body: body)
  }

  private func pages(_ state: String) -> BoardPages {
    var pages = BoardPages(gate: gate, state: state, now: desk.now.seconds)
    if let rules = try? desk.policyInForce().policy.waivers,
      let person = try? desk.repository.identity(.author, now: desk.now).email
    {
      pages.isAcceptable = { rules.obstacle(to: $0, by: person) == nil }
      pages.isOwn = { $0.lowercased() == person.lowercased() }
    }
    return pages
  }

  private func done(
    _ word: String, _ slug: Slug, at stage: Stage? = nil, observing judgements: [Judgement] = []
  ) -> BoardResponse {
    let place = stage.map { "&stage=\(WebForm.encoded($0.name))" } ?? ""
    let news = words(word, judgements)
    return .seeOther("\(gate.folder)article/\(WebForm.encoded(slug.name))?\(news)\(place)")
  }

  /// What an address says of what was done, for `BoardPages.news`.
  private func words(_ word: String, _ judgements: [Judgement]) -> String {
    "done=\(word)\(judgements.isEmpty ? "" : "&observed=1")"
  }

  /// Keeps what observe mode let in, as the command of that name does.
  private func observe(_ judgements: [Judgement], _ command: String) {
    Observation.record(judgements, of: command, at: desk, on: Terminal())
  }

  // MARK: Reading

  private func board() throws -> String {
    let name = desk.repository.workTree ?? desk.repository.commonDirectory
    return pages(state.text).columns(
      try memory.cards(desk, at: state), stages: try stages(),
      wish: BoardPages.Wish(request.query), name: name.split(separator: "/").last.map(String.init) ?? name,
      news: BoardPages.news(request.query))
  }

  private func stages() throws -> [Stage] { try desk.policyForReading().policy.workflow.stages }

  /// The articles that wait for publication.
  private func waiting() throws -> [BoardCard] {
    let last = try stages().dropLast().last
    return try memory.cards(desk, at: state).filter { $0.waits(at: last) }
  }

  private func releaseForm(name: String = "", chosen: Set<Slug>? = nil, notice: String = "") throws -> String {
    let stages = try stages()
    return pages(state.text).release(
      try waiting(), from: stages.dropLast().last, to: stages.last, name: name, chosen: chosen, notice: notice)
  }

  private func article(_ slug: Slug) throws -> String {
    let (stage, path) = (request.query["stage"], request.query["path"])
    let own = try state.text(of: slug, at: desk)
    let key = [slug.name, stage ?? "", path ?? "", own, "\(state.shared)"].joined(separator: "\n")
    let page = try memory.page(key, at: desk.now.seconds) {
      try ArticlePage(of: slug, at: stage, path: path, desk, state: own)
    }
    let last = try desk.operations(limit: 1).first { $0.record.articles.contains(slug.name) }
    return pages(own).article(page, news: BoardPages.news(request.query), last: last)
  }

  private func editor(_ slug: Slug) throws -> String {
    let opened = try opened(slug, request.query)
    guard let text = String(validating: opened.bytes, as: UTF8.self), !opened.bytes.contains(0) else {
      throw DeskError.notAnArticle(
        opened.path,
        reason: worded(
          "is not plain UTF-8 text; mend it in an editor", fr: "n'est pas un texte UTF-8 ; corrigez-le dans un éditeur")
      )
    }
    let (judged, stage) = try desk.judge(opened.bytes, inPlaceOf: opened)
    let pages = pages(state.text)
    return pages.editor(opened, text: text, judged: pages.judged(judged, at: stage))
  }

  private func opened(_ slug: Slug, _ fields: [String: String]) throws -> OpenedText {
    let stage = try desk.stage(named: fields["stage"] ?? "")
    // What is published is revised as a draft; nobody writes on the branch that all articles share.
    if stage.isShared { throw DeskError.notAtStage(slug, stage) }
    return try desk.open(slug, at: stage, path: fields["path"])
  }

  // MARK: Doing

  private func promote(_ slug: Slug) throws -> BoardResponse {
    if let changed = try changedSinceSeen(slug) { return changed }
    try desk.clearUp()
    let outcome = try desk.promote(try desk.promotion(of: slug, to: request.form["to"]))
    let promotion = outcome.promotion
    observe(outcome.observed, "promote")
    if outcome.isPassed { return done("promoted", slug, observing: outcome.observed) }
    let title = worded(
      "\(slug) was not promoted to \(promotion.to.name)", fr: "\(slug) n'a pas été promu vers \(promotion.to.name)")
    return html(
      pages(state.text).refusedPage(title, outcome.judgement, slug: slug, at: promotion.from), .refused)
  }

  /// What whoever acts on a page is told when the article is not any more what the page showed.
  private func changedSinceSeen(_ slug: Slug) throws -> BoardResponse? {
    if request.form["seen"] == (try state.text(of: slug, at: desk)) { return nil }
    return html(
      pages(state.text).trouble(
        [
          worded(
            "The article has changed since you opened the page, so nothing was done. See how it stands now.",
            fr: "L'article a changé depuis que vous avez ouvert la page ; rien n'a été fait. Voyez où il en est.")
        ], back: pages(state.text).address(slug)), .conflict)
  }

  private func sendBack(_ slug: Slug, _ verb: String) throws -> BoardResponse {
    // The button named a stage, and goes for no other one.
    if let changed = try changedSinceSeen(slug) { return changed }
    try desk.clearUp()
    let reason = request.form["reason"] ?? ""
    let isRetraction = verb == "retract"
    let outcome = isRetraction ? try desk.retract(slug, because: reason) : try desk.demote(slug, because: reason)
    observe(outcome.observed, verb)
    if outcome.isPassed {
      return done(isRetraction ? "retracted" : "demoted", slug, observing: outcome.observed)
    }
    return refused(
      slug, outcome.judgements,
      worded("\(slug) was not sent back", fr: "\(slug) n'a pas été renvoyé"))
  }

  /// What needs no more than to be said.
  private func simply(_ verb: String, _ slug: Slug) throws -> BoardResponse {
    if let changed = try changedSinceSeen(slug) { return changed }
    try desk.clearUp()
    switch verb {
    case "revise": _ = try desk.revise(slug)
    case "claim": _ = try desk.claim(slug, takesOver: request.form["takes-over"] == "1")
    case "unclaim": _ = try desk.unclaim(slug)
    default: _ = try desk.unschedule(slug)
    }
    return done(verb == "revise" ? "revised" : verb == "unschedule" ? "unscheduled" : "\(verb)ed", slug)
  }

  private func schedule(_ slug: Slug) throws -> BoardResponse {
    if let changed = try changedSinceSeen(slug) { return changed }
    let time: Moment
    do {
      time = try NamedMoment.read(request.form["at"] ?? "")
    } catch {
      return html(
        pages(state.text).trouble(["\(error)"], back: pages(state.text).address(slug)), .badRequest)
    }
    try desk.clearUp()
    let outcome = try desk.schedule(try desk.promotion(of: slug, to: request.form["to"]), at: time)
    if outcome.promotion.isPassed { return done("scheduled", slug) }
    return refused(
      slug, [outcome.promotion.judgement],
      worded("\(slug) was not scheduled", fr: "\(slug) n'a pas été programmé"))
  }

  private func rename(_ slug: Slug) throws -> BoardResponse {
    if let changed = try changedSinceSeen(slug) { return changed }
    let new: Slug
    do throws(Slug.Invalid) {
      new = try Slug(request.form["name"] ?? "")
    } catch {
      return html(
        pages(state.text).trouble(DeskError.invalidSlug(error).sentences, back: pages(state.text).address(slug)),
        .badRequest)
    }
    try desk.clearUp()
    let outcome = try desk.rename(slug, to: new)
    observe(outcome.observed, "rename")
    if outcome.isPassed {
      if outcome.doubtful.isEmpty { return done("renamed", new, observing: outcome.observed) }
      let news = BoardPages.news("renamed", isObserved: !outcome.observed.isEmpty)
      return html(pages(state.text).renamed(new, leaving: outcome.doubtful, news: news))
    }
    return refused(
      slug, outcome.judgements, worded("\(slug) was not renamed", fr: "\(slug) n'a pas été renommé"))
  }

  private func release() throws -> BoardResponse {
    let name = request.form["name"] ?? ""
    let chosen = try waiting().map(\.standing.slug).filter { request.form[BoardPages.field(of: $0)] != nil }
    func again(_ words: [String], _ status: BoardResponse.Status) throws -> BoardResponse {
      let lines = words.map { "<p dir=\"auto\">\(pages(state.text).e($0))</p>" }.joined(separator: "\n")
      return html(
        try releaseForm(
          name: name, chosen: Set(chosen), notice: "<div class=\"notice bad\" role=\"alert\">\(lines)</div>\n"), status)
    }
    if request.form["seen"] != state.text {
      return try again(
        [
          worded(
            "Articles have changed since you opened the page, so nothing was done. Look at them, and publish again.",
            fr:
              "Des articles ont changé depuis que vous avez ouvert la page ; rien n'a été fait. Voyez-les, puis recommencez."
          )
        ], .conflict)
    }
    guard !chosen.isEmpty else {
      return try again([worded("Choose at least one article.", fr: "Choisissez au moins un article.")], .badRequest)
    }
    try desk.clearUp()
    let publications = try chosen.map { try desk.publication(of: $0) }
    let outcome: ReleaseOutcome
    do {
      outcome = try desk.release(name, publications)
    } catch let error as DeskError {
      return try again(error.sentences, .conflict)
    }
    observe(outcome.observed, "release")
    if outcome.commit != nil { return .seeOther("\(gate.folder)?\(words("released", outcome.observed))") }
    let refused = pages(state.text).releaseRefused(outcome.results, publications)
    return html(try releaseForm(name: name, chosen: Set(chosen), notice: refused), .refused)
  }

  private func refused(_ slug: Slug, _ judgements: [Judgement], _ title: String) -> BoardResponse {
    let pages = pages(state.text)
    let reasons = judgements.map { pages.refusal(title, isHeading: true, $0, slug: slug) }.joined()
    return html(pages.trouble(markup: reasons, back: pages.address(slug)), .refused)
  }

  private func accept(_ slug: Slug) throws -> BoardResponse {
    try desk.clearUp()
    _ = try desk.accept(request.form["finding"] ?? "", of: slug, because: request.form["reason"] ?? "")
    return done("accepted", slug)
  }

  private func undo(_ slug: Slug) throws -> BoardResponse {
    try desk.clearUp()
    let outcome = try desk.undo(request.form["operation"] ?? "none")
    observe(outcome.observed, "undo")
    if outcome.isPassed {
      for name in [slug.name] + outcome.operation.record.articles {
        do {
          return done("undone", try desk.slug(named: name), observing: outcome.observed)
        } catch is DeskError {
          // What a renaming made is gone with it.
        }
      }
      return .seeOther("\(gate.folder)?\(words("undone", outcome.observed))")
    }
    return refused(
      slug, outcome.judgements,
      worded(
        "“\(outcome.operation.record.summary)” was not taken back",
        fr: "« \(outcome.operation.record.summary) » n'a pas été annulé"))
  }

  private func score(_ slug: Slug) throws -> BoardResponse {
    let opened = try opened(slug, request.form)
    let bytes = BoardPages.bytes(ofField: request.form["text"] ?? "", replacing: opened.bytes)
    let (judged, stage) = try desk.judge(bytes, inPlaceOf: opened)
    return html(pages(state.text).judged(judged, at: stage))
  }

  private func save(_ slug: Slug) throws -> BoardResponse {
    let there = try opened(slug, request.form)
    let text = request.form["text"] ?? ""
    let bytes = BoardPages.bytes(ofField: text, replacing: there.bytes)
    let pages = pages(state.text)
    guard let id = ObjectID(hex: request.form["opened"] ?? "") else { return .text(.badRequest, "opened") }
    let opened = OpenedText(
      slug: there.slug, stage: there.stage, branch: there.branch, path: there.path, id: id, bytes: there.bytes)
    switch try desk.save(bytes, inPlaceOf: opened) {
    case .unchanged: return done("unchanged", slug, at: opened.stage)
    case .saved(_, let judgement):
      let observed = judgement.isPassed ? [] : [judgement]
      observe(observed, "mend")
      return done("saved", slug, at: opened.stage, observing: observed)
    case .refused(let judgement):
      let notice = """
        <div class="notice bad" role="alert">\(pages.refusal(worded("Nothing was saved: the gate refuses this text.", fr: "Rien n'a été enregistré : le contrôle refuse ce texte."), judgement, slug: slug, besides: judgement.articles.flatMap { $0.scorecard?.findings ?? [] }))</div>

        """
      return html(pages.editor(opened, text: text, notice: notice, judged: try judged(bytes, opened, pages)), .refused)
    case .overtaken(let other):
      return html(
        pages.overtaken(opened, by: other, text: text, judged: try judged(bytes, opened, pages)), .conflict)
    }
  }

  private func judged(_ bytes: [UInt8], _ opened: OpenedText, _ pages: BoardPages) throws -> String {
    let (judged, stage) = try desk.judge(bytes, inPlaceOf: opened)
    return pages.judged(judged, at: stage)
  }
}
