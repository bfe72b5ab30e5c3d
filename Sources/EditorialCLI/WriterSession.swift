import Gatekeeping
import Manuscripts
import Newsroom
import Reports
import Scoring
import Wording

/// One text of a writer, and what became of it.
struct WriterAttempt {
  let number: Int
  /// `nil` when nothing could be made of what was written.
  var text: WrittenText?
  /// Why nothing could be made of it, as a clause.
  var flaw: String?
  /// The same for the commit's message, which is English.
  var recordedFlaw: String?
  /// What the gate says.
  var report: Report?
  /// What the gate says beside the article.
  var refusals: [Refusal] = []
  var style: Int?

  var isPassed: Bool { report?.gate?.verdict.isPassed == true && refusals.isEmpty }

  var findings: Int { report.map { Remark.all(on: $0).filter { $0.finding != nil && $0.isWeighty }.count } ?? 0 }

  /// As it is recorded: `Editorial-Attempt: 1 refused, integrity 60.0, style 85`.
  var trailer: String {
    guard let report else { return "Editorial-Attempt: \(number) unusable, \(recordedFlaw ?? "no text")" }
    let scores = [report.integrity.map { "integrity \($0)" }, style.map { "style \($0)" }].compactMap { $0 }
    return "Editorial-Attempt: " + (["\(number) \(isPassed ? "passed" : "refused")"] + scores).joined(separator: ", ")
  }

  /// Whether it is nearer to what is asked than another one.
  func isBetter(than other: WriterAttempt?) -> Bool {
    guard let report else { return false }
    guard let other, let best = other.report else { return true }
    if isPassed != other.isPassed { return isPassed }
    let (score, most) = (report.integrity ?? .zero, best.integrity ?? .zero)
    return score == most ? (style ?? 0) > (other.style ?? 0) : score > most
  }
}

/// Asks a writer that is a program for a text until one passes, and hands back what was wrong each time.
struct WriterSession {
  let order: WritingOrder
  let options: WriterOptions
  let profile: StyleProfile
  let terminal: Terminal
  /// Asks the gate about a text, and writes nothing.
  let judge: ([UInt8]) throws -> (article: JudgedArticle, refusals: [Refusal])

  /// Returns all attempts, the last of which may have passed.
  ///
  /// - Parameter told: is called after each.
  func attempts(telling told: (WriterAttempt) throws -> Void) throws -> [WriterAttempt] {
    let prompt = WriterPrompt(order: order, profile: profile) { attempt in
      guard let report = attempt.report else { return "" }
      switch options.feedback {
      case .markdown: return MarkdownRenderer().remarksForWriter(on: report, and: attempt.refusals)
      case .json: return JSONRenderer().json([report])
      }
    }
    var attempts: [WriterAttempt] = []
    var best: WriterAttempt?
    for number in 1...options.tries {
      let input = prompt.text(after: best, last: attempts.last)
      if terminal.isInteractive(.error) {
        terminal.complain(
          worded(
            "The writer is at work, try \(number) of \(options.tries)…\n",
            fr: "Le rédacteur travaille, essai \(number) sur \(options.tries)…\n"))
      }
      let attempt = try attempt(number, reading: Array(input.utf8))
      attempts.append(attempt)
      if attempt.isBetter(than: best) { best = attempt }
      try told(attempt)
      if attempt.isPassed { break }
    }
    return attempts
  }

  private func attempt(_ number: Int, reading input: [UInt8]) throws -> WriterAttempt {
    var environment = Surroundings.environment()
    environment["EDITORIAL_ARTICLE"] = order.slug.name
    environment["EDITORIAL_ATTEMPT"] = "\(number)"
    let process = FilterProcess(
      tried: worded("run the writer", fr: "lancer le rédacteur"), command: options.with, environment: environment,
      seconds: options.timeout, limit: ArticleParser.sizeLimit)
    var attempt = WriterAttempt(number: number)
    switch try process.run(reading: input) {
    case .failed(let status) where status == 126 || status == 127:
      // The shell has said why; another try would say the same.
      throw Failure(
        worded("run the writer", fr: "lancer le rédacteur"),
        because: worded("the shell finds no such program", fr: "le shell ne trouve pas ce programme"),
        remedy: worded("Try “\(options.with)” by itself", fr: "Essayez « \(options.with) » seul"))
    case .failed(let status):
      attempt.flaw = worded(
        "the program ended with status \(status)", fr: "le programme s'est terminé avec le code \(status)")
      attempt.recordedFlaw = "exit status \(status)"
    case .signalled(let signal):
      attempt.flaw = worded(
        "the program was ended by signal \(signal)", fr: "le programme a été arrêté par le signal \(signal)")
      attempt.recordedFlaw = "signal \(signal)"
    case .tooSlow:
      let seconds = options.timeout
      attempt.flaw = worded("it took longer than \(seconds) s", fr: "elle a pris plus de \(seconds) s")
      attempt.recordedFlaw = "timeout"
    case .tooLong:
      attempt.flaw = Self.words(for: .tooLarge).said
      attempt.recordedFlaw = Self.words(for: .tooLarge).recorded
    case .written(let output):
      do throws(WrittenText.Flaw) {
        attempt.text = try order.text(from: output)
      } catch {
        (attempt.flaw, attempt.recordedFlaw) = Self.words(for: error)
      }
    }
    guard let text = attempt.text else { return attempt }
    let judged = try judge(text.bytes)
    let report = Report(judged.article, stage: order.stage)
    attempt.report = report
    attempt.refusals = judged.refusals
    attempt.style = report.scorecard.map { card in
      card.style.profile == profile.name
        ? card.style.value
        : StyleProfiles.style(of: report, by: profile, order.settings, integrity: card.integrity).value
    }
    return attempt
  }

  private static func words(for flaw: WrittenText.Flaw) -> (said: String, recorded: String) {
    switch flaw {
    case .empty: (worded("it is empty", fr: "elle est vide"), "empty")
    case .tooLarge:
      (worded("it is larger than 16 MB", fr: "elle dépasse 16 Mo"), "too large")
    case .binary(let byte, let offset):
      (
        worded(
          "it is no text: byte \(offset) has the value \(byte)",
          fr: "ce n'est pas un texte : l'octet \(offset) vaut \(byte)"), "no text"
      )
    case .notUTF8: (worded("it is not UTF-8", fr: "elle n'est pas en UTF-8"), "not UTF-8")
    }
  }
}
