import Gatekeeping
import Scoring
import Wording

/// Reports as Markdown for a comment on a pull request: a table of the articles, then what weighs in each that has
/// something to mend.
///
/// GitHub takes no more than 65,536 characters, so a long report ends with a count of what was left out.
package struct MarkdownRenderer {
  static let most = 60_000
  /// So that the findings find room under the table.
  static let mostRows = 200

  package init() {}

  func markdown(_ bundle: ReportBundle) -> String {
    let groups = bundle.groups
    let isPassed = groups.allSatisfy { $0.remarks.isEmpty && !$0.articles.contains(where: \.isRefused) }
    var text = worded(
      "### editorial: \(isPassed ? TextRenderer.passed : TextRenderer.refused)\n\n\(bundle.count)\n",
      fr: "### editorial : \(isPassed ? TextRenderer.passed : TextRenderer.refused)\n\n\(bundle.count)\n")
    text += Self.table(groups)
    var room = Self.most - text.utf8.count
    var omitted = 0
    for group in groups {
      for (title, remarks) in sections(of: group) {
        var section = "\n#### \(title)\n\n"
        for (index, remark) in remarks.enumerated() {
          let item = room > 0 ? Self.item(remark) : ""
          guard section.utf8.count + item.utf8.count <= room else {
            // What is less grave is not told in the place of what is.
            omitted += remarks.count - index
            if index == 0 { section = "" }
            break
          }
          section += item
        }
        text += section
        room -= section.utf8.count
        if omitted > 0 { room = 0 }
      }
    }
    if omitted > 0 {
      text += worded(
        "\nand \(counted(omitted, "more remark", fr: "autre remarque", "autres remarques")); a comment has no room for all. ",
        fr: """
          \net \(counted(omitted, "more remark", fr: "autre remarque", "autres remarques")) ; un commentaire n'a pas \
          la place pour toutes. 
          """)
      text += worded(
        "The format `text` has them, and `json`.\n",
        fr: "Le format `text` les donne, et `json` aussi.\n")
    }
    return text
  }

  /// Returns what there is to say, under the branch or the article that it is about.
  private func sections(of group: ReportBundle.Group) -> [(String, [Remark])] {
    let update =
      group.remarks.isEmpty
      ? []
      : [
        (
          worded(
            "The update of \(MarkdownText.code(group.branch ?? ""))",
            fr: "La mise à jour de \(MarkdownText.code(group.branch ?? ""))"), group.remarks
        )
      ]
    return update
      + group.articles.compactMap { report in
        let remarks = group.remarks(on: report).filter(\.isWeighty)
        return remarks.isEmpty ? nil : (MarkdownText.escaped(report.name), remarks)
      }
  }

  private static func table(_ groups: [ReportBundle.Group]) -> String {
    let rows = groups.flatMap { group in group.articles.map { row(for: $0, on: group.branch) } }
    if rows.isEmpty { return "" }
    var text = worded(
      "\n| article | branch | integrity | needed | style | verdict |\n|---|---|--:|--:|--:|---|\n",
      fr: "\n| article | branche | intégrité | exigé | style | verdict |\n|---|---|--:|--:|--:|---|\n")
    var shown = 0
    for row in rows.prefix(mostRows) {
      let line = "| " + row.joined(separator: " | ") + " |\n"
      if text.utf8.count + line.utf8.count > most / 2 { break }
      text += line
      shown += 1
    }
    if shown < rows.count {
      text += worded(
        "\nand \(counted(rows.count - shown, "more article", fr: "autre article", "autres articles")).\n",
        fr: "\net \(counted(rows.count - shown, "more article", fr: "autre article", "autres articles")).\n")
    }
    return text
  }

  private static func row(for report: Report, on branch: String?) -> [String] {
    let unknown = "–"
    let verdict = report.isRefused ? "**\(TextRenderer.refused)**" : TextRenderer.passed
    return [
      MarkdownText.escaped(report.name),
      branch.map { MarkdownText.escaped($0) } ?? "",
      report.integrity.map {
        "\($0)"
          + (report.integrityWithWaivers.map {
            worded(
              " (\($0) with what is accepted)",
              fr: " (\($0.shown) avec ce qui est toléré)")
          } ?? "")
      }
        ?? unknown,
      report.gate?.threshold?.shown ?? unknown,
      report.scorecard.map { String($0.style.value) } ?? unknown,
      report.gate == nil ? unknown : verdict,
    ]
  }

  private static func item(_ remark: Remark) -> String {
    var place = ""
    if let report = remark.report {
      place = remark.range.map { report.candidate.place(of: $0) } ?? DisplayText.safe(report.candidate.path)
      place = worded(" at ", fr: " à ") + MarkdownText.code(place)
    }
    var text = "- **\(remark.severity.noun)** \(MarkdownText.code(remark.title))\(place)<br>\n"
    text += "  \(MarkdownText.escaped(Remark.ended(remark.message)))"
    if let origin = remark.origin {
      text += worded(
        "<br>\n  In \(origin.name): \(MarkdownText.code(origin.text.place(of: origin.range)))",
        fr: "<br>\n  Dans \(origin.name) : \(MarkdownText.code(origin.text.place(of: origin.range)))")
    }
    if let waiver = remark.waiver {
      text += worded(
        "<br>\n  It is \(MarkdownText.escaped(Remark.ended(waiver.sentence)))",
        fr: "<br>\n  Constat \(MarkdownText.escaped(Remark.ended(waiver.sentence)))")
    }
    if let remedy = remark.remedy {
      text += worded(
        "<br>\n  *Mend it:* \(MarkdownText.escaped(Remark.ended(remedy)))",
        fr: "<br>\n  *À faire :* \(MarkdownText.escaped(Remark.ended(remedy)))")
    }
    return text + "\n"
  }
}

/// Words as Markdown that shows them, and does nothing else: no markup, no link, nobody who is called.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DisplayText.safe(text).unicodeScalars {
      switch scalar {
      // Hosts make links of names, numbers and addresses after the Markdown was read, so an escape does not help.
      case "@", "#": result += "\\\(scalar)<!-- -->"
      case ":": result += ":<!-- -->"
      case ",", ";", "%", "?", "'", "\"", "/": result.unicodeScalars.append(scalar)
      case "!"..."/", "<"..."?", "["..."`", "{"..."~": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Returns the text as code, between more backticks than it has in a row.
  static func code(_ text: String) -> String {
    let text = DisplayText.safe(text)
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let blank = text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ") || text.isEmpty ? " " : ""
    return fence + blank + text + blank + fence
  }
}
