import TestSupport

/// The second wording's ways to lay the same text out.
extension EditKind {
  static let secondLayoutEdits: [EditKind] = [
    .harmless("heading underlined") { page, _ in
      headings(page).compactMap { block in
        guard page.text(block.start..<block.range.lowerBound).hasPrefix("## ") else { return nil }
        return Change(
          block.start..<block.range.upperBound,
          with: page.text(block.range).trimmed + "\n" + String(repeating: "-", count: 12))
      }
    },
    .harmless("heading a level lower") { page, _ in
      headings(page).filter { page.text($0.start..<$0.range.lowerBound).hasPrefix("## ") }.map {
        Change($0.start..<$0.start, with: "#")
      }
    },
    .harmless("list numbered") { page, _ in
      lists(page).compactMap { items in
        guard let first = items.first, case .item(_, false) = first.kind else { return nil }
        return Change(
          items.enumerated().map { index, item in
            let indent = page.text(item.start..<item.range.lowerBound).prefix { $0 == " " || $0 == "\t" }
            return (item.start..<item.range.lowerBound, indent + "\(index + 1). ")
          })
      }
    },
    .harmless("numbers of a list taken away") { page, _ in
      lists(page).compactMap { items in
        guard let first = items.first, case .item(_, true) = first.kind else { return nil }
        return Change(
          items.map { item in
            let indent = page.text(item.start..<item.range.lowerBound).prefix { $0 == " " || $0 == "\t" }
            return (item.start..<item.range.lowerBound, indent + "- ")
          })
      }
    },
    .harmless("list turned into one sentence") { page, _ in
      lists(page).compactMap { items in
        guard let first = items.first, let last = items.last, items.count < 9,
          items.allSatisfy({ item in
            let words = page.text(item.range)
            return item.range.count < 140 && !words.dropLast().contains { ".:;?!\n".contains($0) }
              && words.first?.isLetter == true
          })
        else { return nil }
        let words = items.map { item in
          let text = page.text(item.range).trimmed
          return text.last.map { ";,.".contains($0) } == true ? String(text.dropLast()) : text
        }
        return Change(
          first.start..<last.range.upperBound, with: "\n" + words.joined(separator: page.isFrench ? " ; " : "; ") + ".")
      }
    },
    sentencesJoined(french: ", et ", english: ", and "),
    .harmless("sentence set off as a pull quote") { page, _ in
      page.plainSentences.compactMap { sentence in
        guard let block = page.block(around: sentence), !page.isQuestion(sentence), !page.isQuoted(sentence),
          !pointsBack(sentence, on: page), !page.text(sentence).contains("[")
        else { return nil }
        let words = page.text(sentence).replacing("\n", with: " ")
        return Change(block.range.upperBound..<block.range.upperBound, with: "\n\n> **" + words + "**\n\n")
      }
    },
    .harmless("emphasis added") { page, random in
      let marks = [("__", "__"), ("<strong>", "</strong>"), ("***", "***")]
      return page.sentences.compactMap { sentence in
        guard !page.masked(sentence).contains(where: { "*_\u{E000}<[`".contains($0) }),
          let (open, close) = random.pick(marks)
        else { return nil }
        return Change(sentence, with: open + page.text(sentence) + close)
      }
    },
    .harmless("no-break spaces as entities") { page, _ in
      page.replacing(countedSpace) { _ in "&nbsp;" }
    },
    .harmless("link written out") { page, _ in
      page.links.filter { page.text($0.address).hasPrefix("http") && !page.text($0.label).contains("http") }.map {
        Change($0.range, with: "\(page.text($0.label)) (<\(page.text($0.address))>)")
      }
    },
    .harmless("link given a title") { page, _ in
      page.links.filter { page.units[$0.range.upperBound - 2] != 34 }.map { link in
        Change(
          link.address.upperBound..<link.address.upperBound, with: page.isFrench ? " \"nouvel onglet\"" : " \"new tab\""
        )
      }
    },
    .harmless("table set anew") { page, _ in
      tableRow.matches(in: page.text).compactMap { groups in
        guard let range = groups[0] else { return nil }
        let cells = page.text(range).split(separator: "|").map(\.trimmed)
        return cells.isEmpty ? nil : Change(range, with: "|   " + cells.joined(separator: " | ") + "   |")
      }
    },
  ]

  private static let countedSpace = Pattern("(?<=\\d)([ \\u00A0\\u202F])(?=[\\p{Ll}%€])")
  private static let tableRow = Pattern("^\\|[^\\n]+\\|$")

  private static func headings(_ page: Page) -> [Page.Block] {
    page.blocks.filter {
      $0.kind == .heading && $0.range != page.sources?.heading && !page.text($0.range).contains("\n")
    }
  }
}
