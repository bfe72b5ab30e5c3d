package import Gatekeeping
import Scoring

extension JSONRenderer {
  /// Returns an array with an object for each article.
  package func json(_ standings: [Standing]) -> String {
    array(standings) { write($0, to: &$1) }
  }

  /// Returns one object a line.
  package func jsonLine(_ standing: Standing) -> String {
    line { write(standing, to: &$0) }
  }

  private func write(_ standing: Standing, to writer: inout JSONWriter) {
    let card = standing.scorecard
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("article", standing.slug.name)
      writer.member("path", standing.path)
      writer.member("stage", standing.stage.name)
      writer.member("branch", standing.branch)
      writer.member("integrity", card?.integrity)
      writer.member("style", card?.style.value)
      writer.member("threshold", standing.stage.gate?.integrity)
      writer.member("verdict", standing.verdict.map { $0.isPassed ? "passed" : "refused" })
      writer.member("previousIntegrity", standing.previousIntegrity)
      writer.member("stale", standing.isStale)
      writer.list("ahead", of: standing.ahead) { $0.value($1) }
      writer.member("reopened", standing.reopened)
      writer.member("author", standing.author)
      writer.member("time", Int(standing.time))
      writer.key("claims")
      write(standing.claims, to: &writer)
      writer.key("scheduled")
      write(standing.scheduled, to: &writer)
    }
  }
}
