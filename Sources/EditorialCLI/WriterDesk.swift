import Gatekeeping
import GitStore
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// Has a text written by a program, says how each try went, and commits the one that passes.
struct WriterDesk {
  let order: WritingOrder
  let options: WriterOptions
  let format: OutputFormat
  let terminal: Terminal
  /// What the command is about, as a verb phrase.
  let tried: String

  /// What became of a text that was to be committed.
  struct Committed {
    let articles: [JudgedArticle]
    let refusals: [Refusal]
    /// `nil` when the gate, asked again at the last moment, refused.
    let commit: ObjectID?
    let workTrees: [String]
  }

  typealias Judged = (articles: [JudgedArticle], refusals: [Refusal])

  /// - Parameters:
  ///   - judge: asks the gate about a text, and writes nothing.
  ///   - commit: commits a text with trailers.
  func run(
    judging judge: @escaping ([UInt8]) throws -> Judged, committing commit: ([UInt8], [String]) throws -> Committed
  ) throws -> ExitStatus {
    let profile =
      try options.profile.map { try StyleProfiles.profile(named: $0, order.settings, for: tried) }
      ?? order.settings.style
    // What was paid for is not lost because something else goes wrong.
    var latest: [UInt8]?
    let session = WriterSession(order: order, options: options, profile: profile, terminal: terminal) { bytes in
      latest = bytes
      let judged = try judge(bytes)
      guard let article = judged.articles.first(where: { $0.candidate.path == order.path.description }) else {
        throw Failure(
          tried, because: worded("no gate looks at \(order.path)", fr: "aucun contrôle ne regarde \(order.path)"))
      }
      return (article, judged.refusals)
    }
    var attempts: [WriterAttempt]
    do {
      attempts = try session.attempts { attempt in
        if format == .text { try terminal.write(line(on: attempt) + "\n") }
      }
    } catch {
      throw failure(error, keeping: latest)
    }
    var best: Int?
    for index in attempts.indices where attempts[index].isBetter(than: best.map { attempts[$0] }) { best = index }
    guard let index = best, let text = attempts[index].text else {
      throw Failure(
        tried, because: worded("the writer has not written any text", fr: "le rédacteur n'a écrit aucun texte"),
        remedy: worded(
          "Try “\(options.with)” by itself, with an article on its standard input",
          fr: "Essayez « \(options.with) » seul, avec un article sur son entrée standard"))
    }
    var committed: Committed?
    if attempts[index].isPassed, !options.dryRun {
      do {
        committed = try commit(text.bytes, attempts.map(\.trailer))
      } catch {
        throw failure(error, keeping: text.bytes)
      }
      if let done = committed, done.commit == nil {
        // What the text is measured against has moved while it was being written.
        attempts[index].refusals = done.refusals
        attempts[index].report = done.articles.first { $0.candidate.path == order.path.description }
          .map { Report($0, stage: order.stage) }
      }
    }
    let file = try committed?.commit == nil ? keep(text.bytes) : nil
    try say(attempts, best: attempts[index], committed, file)
    return attempts[index].isPassed ? .passed : .refused
  }

  /// Words what went wrong, and says where the text is that the writer had written by then.
  private func failure(_ error: any Error, keeping bytes: [UInt8]?) -> Failure {
    let failure = error as? Failure ?? DeskRoom.failure(error, trying: tried, on: terminal)
    guard let bytes else { return failure }
    do {
      let file = try keep(bytes)
      let place = worded(
        "The last text of the writer is in \(file)", fr: "Le dernier texte du rédacteur est dans \(file)")
      return Failure(
        failure.tried, because: failure.reason,
        remedy: [failure.remedy, place].compactMap(\.self).joined(separator: ". "), status: failure.status)
    } catch {
      // The first failure is the one to tell.
      return failure
    }
  }

  /// Keeps a text that is on no branch, and returns where.
  private func keep(_ bytes: [UInt8]) throws -> String {
    let folder = try DeskRoom.open().repository.commonDirectory + "/editorial-texts"
    try FileWriter.createFolder(folder)
    let path = "\(folder)/\(order.slug).md"
    try FileWriter.write(path, bytes, adds: false)
    let here = FileReader.realPath(of: ".").map { $0 + "/" }
    return here.flatMap { path.hasPrefix($0) ? String(path.dropFirst($0.utf8.count)) : nil } ?? path
  }
}

/// What is said.
extension WriterDesk {
  private func line(on attempt: WriterAttempt) -> String {
    let name = worded("Try \(attempt.number)", fr: "Essai \(attempt.number)")
    guard let report = attempt.report else {
      let flaw = attempt.flaw ?? ""
      return worded("\(name): no text: \(flaw)", fr: "\(name) : pas de texte : \(flaw)")
    }
    let integrity = report.integrity.map(\.shown) ?? "–"
    let style = attempt.style.map(String.init) ?? "–"
    let count = attempt.findings
    let verdict =
      attempt.isPassed
      ? worded("passed", fr: "accepté")
      : worded(
        "refused, \(count) \(count == 1 ? "finding" : "findings")",
        fr: "refusé, \(count) constat\(count > 1 ? "s" : "")")
    var text = worded(
      "\(name): integrity \(integrity), style \(style): \(verdict)",
      fr: "\(name) : intégrité \(integrity), style \(style) : \(verdict)")
    for piece in attempt.text?.leftOut ?? [] {
      let words = DisplayText.safe(piece.count > 60 ? piece.prefix(60) + "…" : piece)
      text += "\n  " + worded("left out: “\(words)”", fr: "laissé de côté : « \(words) »")
    }
    return text
  }

  private func say(
    _ attempts: [WriterAttempt], best: WriterAttempt, _ committed: Committed?, _ file: String?
  ) throws {
    switch format {
    case .json: try terminal.write(json(attempts, best: best, committed, file, pretty: true))
    case .jsonl: try terminal.write(json(attempts, best: best, committed, file, pretty: false))
    case .text: try terminal.write(text(best, committed, file))
    }
  }

  private func text(_ best: WriterAttempt, _ committed: Committed?, _ file: String?) -> String {
    var lines: [String] = []
    let branch = DisplayText.safe(order.branch)
    if let commit = committed?.commit {
      let id = "\(commit)".prefix(10)
      lines.append(
        worded(
          "\(order.slug): the text of try \(best.number) passed, and the branch \(branch) is now at \(id).",
          fr: "\(order.slug) : le texte de l'essai \(best.number) est accepté ; la branche \(branch) est à \(id)."))
      lines += MovedText.lines(on: committed?.workTrees ?? [])
      // What to read: what it made of the checked text, or the draft itself.
      let reading = order.original == nil ? ["git", "show", order.branch] : ["editorial", "diff", order.slug.name]
      lines += MovedText.next([reading, ["editorial", "promote", order.slug.name]])
    } else if let file {
      let place = DisplayText.safe(file)
      if best.isPassed {
        lines.append(
          worded(
            "The text of try \(best.number) would pass. This was a trial, nothing was committed.",
            fr: "Le texte de l'essai \(best.number) serait accepté. C'était un essai, aucun commit n'a été fait."))
      } else {
        if let report = best.report { lines += ["", terminal.renderer().text(report)] }
        for refusal in best.refusals { lines.append("- " + DisplayText.safe(refusal.message)) }
        lines.append(
          worded(
            "No text passed, so nothing was committed.", fr: "Aucun texte n'est accepté : aucun commit n'a été fait."))
      }
      lines.append(
        worded(
          "The best text (try \(best.number)) is in \(place)",
          fr: "Le meilleur texte (essai \(best.number)) est dans \(place)"))
      if let original = order.original {
        lines += MovedText.next([["editorial", "score", file, "--against", original.label]])
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(
    _ attempts: [WriterAttempt], best: WriterAttempt, _ committed: Committed?, _ file: String?, pretty: Bool
  ) -> String {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("article", order.slug.name)
      writer.member("stage", order.stage.name)
      writer.member("branch", order.branch)
      writer.member("path", order.path.description)
      writer.member("commit", committed?.commit.map { "\($0)" })
      writer.member("trial", options.dryRun)
      writer.member("passed", best.isPassed)
      writer.member("best", best.number)
      writer.member("file", file)
      writer.list("attempts", of: attempts) { writer, attempt in
        writer.object { writer in
          writer.member("number", attempt.number)
          writer.member("integrity", attempt.report?.integrity)
          writer.member("style", attempt.style)
          writer.member(
            "verdict", attempt.report == nil ? "unusable" : attempt.isPassed ? "passed" : "refused")
          writer.member("reason", attempt.recordedFlaw)
          writer.key("leftOut")
          writer.array { writer in
            for piece in attempt.text?.leftOut ?? [] {
              writer.item()
              writer.value(piece)
            }
          }
        }
      }
      writer.key("report")
      if let report = best.report { JSONRenderer().write(report, to: &writer) } else { writer.null() }
    }
    return writer.text + "\n"
  }
}
