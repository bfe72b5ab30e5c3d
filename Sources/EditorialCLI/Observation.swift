import Gatekeeping
import GitStore
package import Newsroom
import Reports
import Scoring
import Wording

/// What is told and kept, in observe mode, of an update that a gate would have refused.
package struct Observation {
  let judgement: Judgement
  /// How it came about: the name of a hook, or of a command.
  let event: String

  /// One line for standard error, without its line end.
  var notice: String {
    let articles = judgement.refusedArticles.map { article in
      let name = article.slug?.name ?? article.candidate.path
      return name
        + (article.integrityWithWaivers.map { worded(" (integrity \($0))", fr: " (intégrité \($0.shown))") } ?? "")
    }
    let subject = articles.isEmpty ? "" : "\(colon) " + articles.prefix(5).joined(separator: ", ")
    return DisplayText.safe(
      worded(
        "editorial would refuse this update of \(judgement.branch)\(subject). Observe mode is on, so it gets in.",
        fr: """
          editorial refuserait cette mise à jour de \(judgement.branch)\(subject). Le mode d'observation est actif : \
          elle passe donc.
          """))
  }

  /// One object on one line, without its line end.
  ///
  /// - Parameter time: seconds since 1970.
  func line(at time: Int64) -> String {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      writer.member("schema", JSONRenderer.schema)
      writer.member("time", Int(time))
      writer.member("event", event)
      writer.member("branch", judgement.branch)
      writer.member("stage", judgement.stage?.name)
      writer.key("reasons")
      Self.write(judgement.refusals.map(\.message), to: &writer)
      writer.list("articles", of: judgement.refusedArticles) { writer, article in
        writer.object { writer in
          writer.member("article", article.slug?.name)
          writer.member("path", article.candidate.path)
          writer.member("integrity", article.integrityWithWaivers)
          writer.key("reasons")
          Self.write(article.verdict.refusals.map(\.message), to: &writer)
        }
      }
    }
    return writer.text
  }

  private static func write(_ texts: [String], to writer: inout JSONWriter) {
    writer.array { writer in
      for text in texts.prefix(20) {
        writer.item()
        writer.value(text)
      }
    }
  }

  /// Tells and keeps what would have been refused, when a command moved branches in observe mode.
  ///
  /// - Parameter event: the name of the command.
  package static func record(_ judgements: [Judgement], of event: String, at desk: Desk, on terminal: Terminal) {
    for judgement in judgements { Observation(judgement: judgement, event: event).record(at: desk, on: terminal) }
  }

  /// Tells and keeps what would have been refused.
  func record(at desk: Desk, on terminal: Terminal) {
    terminal.complain(notice + "\n")
    desk.keepObservation(line(at: desk.now.seconds))
  }

  /// What commands say of a repository in observe mode.
  static func reminder(of desk: Desk) -> String {
    let count = desk.observationCount()
    let kept =
      count == 0
      ? worded("nothing has been so far", fr: "rien ne l'aurait été jusqu'ici")
      : worded(
        "\(count) update\(count == 1 ? "" : "s") would have been, see \(Desk.observationsFile) in the Git folder",
        fr: """
          \(counted(count, "update", fr: "mise à jour l'aurait été", "mises à jour l'auraient été")), voyez \
          \(Desk.observationsFile) dans le dossier de Git
          """)
    return worded(
      "Observe mode is on: gates refuse nothing; \(kept).",
      fr: "Le mode d'observation est actif : les contrôles ne refusent rien ; \(kept).")
  }
}
