import Scoring

extension JSONRenderer {
  /// Returns an array with an object for each version, the newest first.
  package func json(_ lines: [HistoryLine], of slug: String) -> String {
    array(lines) { write($0, of: slug, to: &$1) }
  }

  /// Returns one object a line.
  package func jsonLine(_ line: HistoryLine, of slug: String) -> String {
    self.line { write(line, of: slug, to: &$0) }
  }

  /// Returns an array with an object for each version that introduced, altered or lost the fact.
  package func json(_ lines: [FactLine], of slug: String) -> String {
    array(lines) { write($0, of: slug, to: &$1) }
  }

  /// Returns one object a line.
  package func jsonLine(_ line: FactLine, of slug: String) -> String {
    self.line { write(line, of: slug, to: &$0) }
  }

  /// Returns an array with what `write` makes of each item.
  func array<Item>(_ items: [Item], _ write: (Item, inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(pretty: true)
    writer.array { writer in
      for item in items {
        writer.item()
        write(item, &writer)
      }
    }
    return writer.text + "\n"
  }

  /// Returns what `write` makes, on one line.
  func line(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(pretty: false)
    write(&writer)
    return writer.text + "\n"
  }

  private func write(_ line: HistoryLine, of slug: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("article", slug)
      members(of: line, to: &writer)
      let report = line.score?.report
      writer.member("integrity", report?.integrity)
      writer.member("style", report?.scorecard?.style.value)
      writer.member("change", line.score?.gain)
      writer.member("baseline", report?.baseline?.path)
      writer.member("threshold", report?.gate?.threshold)
      writer.member("verdict", line.score?.report.isPassed.map { $0 ? "passed" : "refused" })
    }
  }

  private func write(_ line: FactLine, of slug: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("article", slug)
      writer.member("event", line.event)
      members(of: line.version, to: &writer)
      writer.key("place")
      write(line.place.range, in: line.place.text, to: &writer)
      writer.key("other")
      write(line.other?.range, in: line.other?.text, to: &writer)
    }
  }

  private func members(of line: HistoryLine, to writer: inout JSONWriter) {
    writer.member("commit", line.commit)
    writer.member("time", Int(line.time))
    writer.member("author", line.author)
    writer.member("subject", line.subject)
    writer.member("what", line.change)
    writer.member("stage", line.stage)
    writer.member("path", line.path)
    writer.member("oldPath", line.oldPath)
  }
}
