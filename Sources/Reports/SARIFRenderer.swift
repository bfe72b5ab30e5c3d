import Gatekeeping
import Scoring

/// Findings as SARIF 2.1.0. Columns are UTF-16 code units, and the file says so.
struct SARIFRenderer {
  let version: String

  func sarif(_ bundle: ReportBundle) -> String {
    var writer = JSONWriter(pretty: true)
    let rules = Array(Set(bundle.remarks.map(\.rule))).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let index = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    writer.object { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.key("runs")
      writer.array { writer in
        writer.item()
        writer.object { writer in
          write(rules, to: &writer)
          writer.member("columnKind", "utf16CodeUnits")
          writer.key("results")
          writer.array { writer in
            for group in bundle.groups {
              for remark in group.remarks { write(remark, nil, index, group.branch, to: &writer) }
              for report in group.articles {
                let spans = SpanTable(report.candidate, counting: .utf16)
                for remark in group.remarks(on: report) { write(remark, spans, index, group.branch, to: &writer) }
              }
            }
          }
        }
      }
    }
    return writer.text + "\n"
  }

  /// Writes the tool, with the rules that the results name.
  private func write(_ rules: [String], to writer: inout JSONWriter) {
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.member("name", "editorial")
        writer.member("version", version)
        writer.list("rules", of: rules) { writer, name in write(name, RuleCatalog.rule(RuleID(name)), to: &writer) }
      }
    }
  }

  private func write(_ name: String, _ rule: RuleDescription?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", name)
      writer.key("shortDescription")
      let summary = rule?.summary ?? "a gate refuses the article or the update"
      Self.write(message: Remark.ended(summary.prefix(1).uppercased() + summary.dropFirst()), to: &writer)
      writer.key("fullDescription")
      Self.write(
        message: rule?.rationale ?? "What the policy asks of the stage is not met; the message says what.", to: &writer)
      writer.key("defaultConfiguration")
      writer.object { $0.member("level", (rule?.defaultSeverity ?? .error).rawValue) }
    }
  }

  private func write(
    _ remark: Remark, _ spans: SpanTable?, _ index: [String: Int], _ branch: String?, to writer: inout JSONWriter
  ) {
    writer.item()
    writer.object { writer in
      writer.member("ruleId", remark.rule)
      writer.member("ruleIndex", index[remark.rule] ?? 0)
      writer.member("level", remark.severity.rawValue)
      writer.key("message")
      Self.write(message: remark.sentences.joined(separator: "\n"), to: &writer)
      writer.key("locations")
      writer.array { writer in
        writer.item()
        // GitHub shows nothing of a result without a region.
        let span = remark.range.flatMap { range in spans?.span(of: range) }
        writer.object { writer in Self.write(remark.path, span, to: &writer) }
      }
      if let origin = remark.origin {
        writer.key("relatedLocations")
        writer.array { writer in
          writer.item()
          writer.object { writer in
            writer.member("id", 1)
            let span = SpanTable(origin.text, counting: .utf16).span(of: origin.range)
            Self.write(origin.text.file, span, to: &writer)
            writer.key("message")
            Self.write(message: "in \(origin.name), \(DisplayText.safe(origin.text.path))", to: &writer)
          }
        }
      }
      if let finding = remark.finding {
        writer.key("partialFingerprints")
        writer.object { $0.member("editorialFinding/v1", finding.id) }
      }
      if let waiver = remark.waiver {
        writer.key("suppressions")
        writer.array { writer in
          writer.item()
          writer.object { writer in
            writer.member("kind", "external")
            writer.member("status", "accepted")
            writer.member("justification", DisplayText.safe("\(waiver.reason) (\(waiver.person), \(waiver.day))"))
          }
        }
      }
      if let waiver = remark.waiver {
        writer.key("suppressions")
        writer.array { writer in
          writer.item()
          writer.object { writer in
            writer.member("kind", "external")
            writer.member("justification", DisplayText.safe(waiver.sentence))
          }
        }
      }
      writer.key("properties")
      writer.object { writer in
        if let report = remark.report { writer.member("article", report.name) }
        if let branch { writer.member("branch", branch) }
        if let finding = remark.finding { writer.member("points", finding.points) }
      }
    }
  }

  /// Writes the member `physicalLocation`.
  private static func write(_ path: String, _ span: Span?, to writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { writer in
      writer.key("artifactLocation")
      writer.object { $0.member("uri", uri(of: path)) }
      writer.key("region")
      writer.object { writer in
        writer.member("startLine", span?.startLine ?? 1)
        guard let span else { return }
        writer.member("startColumn", span.startColumn)
        writer.member("endLine", span.endLine)
        writer.member("endColumn", span.endColumn)
      }
    }
  }

  private static func write(message: String, to writer: inout JSONWriter) {
    writer.object { $0.member("text", message) }
  }

  /// Returns a reference relative to the repository's root, or an absolute one for an absolute path.
  static func uri(of path: String) -> String {
    let plain = path.utf8.reduce(into: path.hasPrefix("/") ? "file://" : "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + DisplayText.hexadecimal(UInt32(byte), digits: 2)
      }
    }
    return plain
  }
}
