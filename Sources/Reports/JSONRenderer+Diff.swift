import Scoring

extension JSONRenderer {
  /// Returns one object: both versions' scores, then the points lost and won, fact by fact.
  package func json(_ diff: ScoreDiff, pretty: Bool) -> String {
    var writer = JSONWriter(pretty: pretty)
    write(diff, to: &writer)
    return writer.text + "\n"
  }

  /// Returns one object for one article, an array for any other number.
  package func json(_ diffs: [ScoreDiff]) -> String {
    if diffs.count == 1 { return json(diffs[0], pretty: true) }
    var writer = JSONWriter(pretty: true)
    writer.array { writer in
      for diff in diffs {
        writer.item()
        write(diff, to: &writer)
      }
    }
    return writer.text + "\n"
  }

  private func write(_ diff: ScoreDiff, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("article", diff.to.slug)
      for (name, report) in [("from", diff.from), ("to", diff.to)] {
        writer.key(name)
        writer.object { writer in
          writer.member("path", report.candidate.path)
          writer.member("integrity", report.integrity)
          if let accepted = report.integrityWithWaivers { writer.member("integrityWithWaivers", accepted) }
          writer.member("style", report.scorecard?.style.value)
        }
      }
      writer.member("baseline", diff.to.baseline?.path)
      for (name, changes) in [("lost", diff.lost), ("won", diff.won)] {
        writer.key(name)
        writer.array { writer in
          for change in changes { write(change, in: diff, to: &writer) }
        }
      }
      writer.list("unchanged", of: diff.unchanged) { writer, finding in
        write(
          finding, candidate: diff.to.candidate, baseline: diff.to.baseline, waiver: diff.to.waivers[finding.id],
          to: &writer)
      }
    }
  }

  private func write(_ change: ScoreDiff.Change, in diff: ScoreDiff, to writer: inout JSONWriter) {
    let report = change.isGone ? diff.from : diff.to
    writer.item()
    writer.object { writer in
      writer.member("change", change.points)
      writer.key("finding")
      write(
        change.finding, candidate: report.candidate, baseline: report.baseline, waiver: diff.waiver(of: change),
        to: &writer)
    }
  }
}
