import TestSupport

extension EditKind {
  static let layoutEdits: [EditKind] = [
    EditKind.harmless("rewrapped") { page, random in
      page.blocks.filter {
        $0.kind == .paragraph && !page.text($0.range).contains("  \n") && !page.text($0.range).contains("\\")
      }.compactMap { block in
        let limit = random.pick([60, 72, 100]) ?? 72
        var width = 0
        let words = page.text(block.range).split { $0 == " " || $0 == "\n" }.map { word in
          width += word.count + 1
          // A line that began otherwise could become a list, a heading or a rule.
          guard width > limit, word.first?.isLetter == true else { return " " + word }
          width = word.count
          return "\n" + word
        }
        let text = words.joined().trimmed
        return text == page.text(block.range)
          ? Change(block.range, with: text.replacing("\n", with: " ")) : Change(block.range, with: text)
      }
    }.insideQuotations,
    EditKind.harmless("emphasis added") { page, _ in
      WrittenFigure.all(on: page).filter { countableOrPercent(page, $0) }.map {
        Change($0.range, with: "**" + page.text($0.range) + "**")
      }
        + WrittenName.all(on: page).map { Change($0.range, with: "*" + $0.text + "*") }
    },
    EditKind.harmless("emphasis removed") { page, _ in
      page.replacing(bold) { $0.text.filter { $0 != "*" } }
    }.insideQuotations,
    EditKind.harmless("typographic marks") { page, random in
      page.blocks.filter { $0.kind != .heading }.compactMap { block in
        let words = page.masked(block.range)
        guard !words.contains("\u{E000}"), words.contains(where: { "'’«»“”\"…".contains($0) }) else { return nil }
        var new = words.contains("’") ? words.replacing("’", with: "'") : words.replacing("'", with: "’")
        if random.below(2) == 0 { new = new.replacing("...", with: "…") } else { new = new.replacing("…", with: "...") }
        if words.contains("«"), words.count(where: { $0 == "«" }) == words.count(where: { $0 == "»" }) {
          for (old, mark) in [
            ("«\u{A0}", "“"), ("« ", "“"), ("«\u{202F}", "“"), ("«", "“"), ("\u{A0}»", "”"), (" »", "”"),
            ("\u{202F}»", "”"), ("»", "”"),
          ] {
            new = new.replacing(old, with: mark)
          }
        } else if words.contains("“"), words.count(where: { $0 == "“" }) == words.count(where: { $0 == "”" }) {
          new = new.replacing("“", with: page.isFrench ? "« " : "\"").replacing("”", with: page.isFrench ? " »" : "\"")
        }
        return Change(block.range, with: new)
      }
    }.insideQuotations,
    EditKind.harmless("spaces before punctuation") { page, random in
      guard page.isFrench else { return [] }
      return page.blocks.filter { $0.kind != .heading }.compactMap { block in
        let words = page.text(block.range)
        let space = random.pick(["\u{A0}", "\u{202F}", " "]) ?? " "
        var new = words
        for old in [" ", "\u{A0}", "\u{202F}"] {
          for mark in ["?", "!", ";", "%", "€", "»"] { new = new.replacing(old + mark, with: space + mark) }
          new = new.replacing("«" + old, with: "«" + space)
        }
        return new == words ? nil : Change(block.range, with: new)
      }
    }.insideQuotations,
    EditKind.harmless("dashes") { page, _ in
      page.replacing(dash) { $0.text(1) == " – " ? " — " : " – " }
    }.insideQuotations,
    linkByReference,
    linkByReference.reversed(as: "link by reference inlined"),
    .harmless("front matter reordered") { page, _ in
      guard let range = page.frontMatter else { return [] }
      let lines = page.text(range).split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count > 5, lines[0] == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return [] }
      // A key and what is indented below it stay together.
      var entries: [[Substring]] = []
      for line in lines[1..<end] {
        if line.first?.isLetter == true {
          entries.append([line])
        } else if entries.isEmpty {
          return []
        } else {
          entries[entries.count - 1].append(line)
        }
      }
      return [
        Change(range, with: (["---"] + entries.reversed().flatMap { $0 } + lines[end...]).joined(separator: "\n"))
      ]
    },
    .harmless("list marks changed") { page, _ in
      let items = page.blocks.filter { block in if case .item(_, false) = block.kind { true } else { false } }
      guard !items.isEmpty else { return [] }
      return [
        Change(
          items.compactMap { item in
            let mark = page.text(item.start..<item.range.lowerBound)
            return (
              item.start..<item.range.lowerBound,
              mark.contains("-")
                ? mark.replacing("-", with: "*") : mark.replacing("*", with: "-").replacing("+", with: "-")
            )
          })
      ]
    },
    .harmless("blank lines added") { page, _ in
      page.blocks.filter { $0.kind != .heading && !$0.isItem }.map { Change($0.start..<$0.start, with: "\n\n") }
    },
  ]

  private static let linkByReference = EditKind.harmless("link by reference") { page, _ in
    page.links.enumerated().map { index, link in
      Change([
        (link.range, "[\(page.text(link.label))][ref-\(index)]"),
        (page.units.count..<page.units.count, "\n\n[ref-\(index)]: \(page.text(link.address))\n"),
      ])
    }
  }

  private static let bold = Pattern(
    "\\*\\*[^*\\n\\uE000]+\\*\\*(?![\\p{L}])|(?<![*\\p{L}])\\*[^*\\n\\uE000]+\\*(?![*\\p{L}])")
  private static let dash = Pattern("(?<=\\p{L})( – | — )(?=\\p{L})")

  private static func countableOrPercent(_ page: Page, _ figure: WrittenFigure) -> Bool {
    let around = page.masked(max(0, figure.range.lowerBound - 1)..<figure.range.upperBound + 1)
    return around.first?.isWhitespace == true && (around.last?.isWhitespace == true || around.last == "%")
      && !around.contains("*")
  }
}
