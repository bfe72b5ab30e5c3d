package import Scoring

extension JSONRenderer {
  /// Returns one object for one rule, an array for any other number.
  package func json(_ rules: [RuleDescription]) -> String {
    var writer = JSONWriter(pretty: true)
    if rules.count == 1, let rule = rules.first {
      write(rule, to: &writer)
    } else {
      writer.array { writer in
        for rule in rules {
          writer.item()
          write(rule, to: &writer)
        }
      }
    }
    return writer.text + "\n"
  }

  /// Returns one rule on one line.
  package func jsonLine(_ rule: RuleDescription) -> String {
    var writer = JSONWriter(pretty: false)
    write(rule, to: &writer)
    return writer.text + "\n"
  }

  private func write(_ rule: RuleDescription, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rule", rule.id.name)
      writer.member("summary", rule.summary)
      writer.member("rationale", rule.rationale)
      writer.member("severity", rule.defaultSeverity.rawValue)
      writer.member("points", rule.points)
      writer.member("cap", rule.cap)
      for (name, example) in [("failing", rule.failing), ("passing", rule.passing)] {
        writer.key(name)
        writer.object { writer in
          writer.member("baseline", example.baseline)
          writer.member("candidate", example.candidate)
          if let earlier = example.earlier { writer.member("earlier", earlier) }
          if !example.files.isEmpty {
            writer.list("files", of: example.files) { $0.value($1) }
          }
        }
      }
    }
  }
}
