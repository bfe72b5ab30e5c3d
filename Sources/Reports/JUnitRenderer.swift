import Gatekeeping

/// Articles as the tests of a CI server: a suite for each branch, a test for each article. The places in the words of a
/// failure are those of the text format.
struct JUnitRenderer {
  private let text = TextRenderer(width: 100)

  func xml(_ bundle: ReportBundle) -> String {
    var writer = XMLWriter()
    let groups = bundle.groups
    let failures = groups.reduce(0) { $0 + Self.failures(in: $1) }
    let tests = groups.reduce(0) { $0 + Self.tests(in: $1) }
    writer.element(
      "testsuites", ["name": "editorial", "tests": "\(tests)", "failures": "\(failures)", "errors": "0"]
    ) { writer in
      for group in groups { write(group, to: &writer) }
    }
    return writer.text
  }

  private static func failures(in group: ReportBundle.Group) -> Int {
    group.articles.filter(\.isRefused).count + (group.remarks.isEmpty ? 0 : 1)
  }

  /// Every article is a test, and so is what is wrong with the update itself.
  private static func tests(in group: ReportBundle.Group) -> Int {
    group.articles.count + (group.remarks.isEmpty ? 0 : 1)
  }

  private func write(_ group: ReportBundle.Group, to writer: inout XMLWriter) {
    let suite = group.branch ?? "articles"
    let failures = Self.failures(in: group)
    writer.element(
      "testsuite",
      [
        "name": suite, "tests": "\(Self.tests(in: group))", "failures": "\(failures)", "errors": "0", "skipped": "0",
      ]
    ) { writer in
      if !group.remarks.isEmpty {
        let lines = group.remarks.map {
          ([Remark.ended($0.message)] + [$0.remedy].compactMap { $0 }).joined(separator: " ")
        }
        writer.element("testcase", ["name": "the update of \(suite)", "classname": suite]) { writer in
          writer.element(
            "failure", ["message": lines.first ?? "", "type": Remark.gateRule],
            words: lines.joined(separator: "\n") + "\n")
        }
      }
      for report in group.articles {
        writer.element("testcase", ["name": report.name, "classname": suite]) { writer in
          if report.isRefused {
            writer.element(
              "failure", ["message": text.headline(report), "type": Remark.gateRule], words: text.text(report))
          } else {
            writer.element("system-out", [:], words: text.text(report))
          }
        }
      }
    }
  }
}
