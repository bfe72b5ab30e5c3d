import Facts
import Gatekeeping
import Reports
import Scoring
import StructuredText
import Wording

/// What is shown about the words under the pointer: the findings there, and what the baseline says in its own words.
extension LanguageSession {
  /// How many findings at one place a hover tells.
  private static let mostShown = 5

  func hover(at offset: Int, of article: OpenArticle, _ judged: JudgedText?) -> (inout JSONWriter) -> Void {
    let words = HoverWords(isMarkdown: abilities.readsMarkdown)
    guard let judged, let (text, place) = hoverText(at: offset, judged, words) else { return { $0.null() } }
    return { writer in
      writer.object { hover in
        hover.key("contents")
        hover.object { contents in
          contents.member("kind", words.isMarkdown ? "markdown" : "plaintext")
          contents.member("value", text)
        }
        hover.range("range", place, in: article.text)
      }
    }
  }

  private func hoverText(
    at offset: Int, _ judged: JudgedText, _ words: HoverWords
  ) -> (String, TextRange)? {
    let touched = judged.marks.filter { $0.place.start <= offset && offset <= $0.place.end }
    if let first = touched.first {
      let baseline = touched.contains { $0.remark.origin != nil } ? judged.baseline : nil
      let shown = touched.prefix(Self.mostShown).map { words.text(of: $0.remark, baseline) }
      let more = touched.count - shown.count
      return (
        words.joined(shown + (more > 0 ? [worded("and \(more) more here.", fr: "et \(more) de plus ici.")] : [])),
        first.place
      )
    }
    guard let baseline = judged.baseline else { return nil }
    let candidate = judged.candidate
    guard
      let fact = candidate.facts.indices.first(where: { index in
        let place = candidate.place(of: candidate.facts[index])
        return place.start <= offset && offset <= place.end
      })
    else { return nil }
    let comparison = FactComparison(candidate: candidate, baseline: baseline)
    guard let origin = comparison.amounts.restatements.firstIndex(where: { $0.contains(fact) }),
      baseline.facts.indices.contains(origin), let text = judged.report.baseline
    else { return nil }
    let place = baseline.place(of: baseline.facts[origin])
    return (
      words.quotation(of: place, in: text, baseline, called: worded("the baseline", fr: "l'article d'origine")),
      candidate.place(of: candidate.facts[fact])
    )
  }
}

/// Words for a hover, as Markdown or as plain text.
private struct HoverWords {
  let isMarkdown: Bool

  func joined(_ parts: [String]) -> String { parts.joined(separator: isMarkdown ? "\n\n---\n\n" : "\n\n") }

  func text(of remark: Remark, _ baseline: FactSheet?) -> String {
    var parts = [isMarkdown ? "**\(escaped(remark.title))**" : remark.title, escaped(Remark.ended(remark.message))]
    if let origin = remark.origin {
      let isBaseline = origin.range == remark.finding?.baseline
      parts.append(quotation(of: origin.range, in: origin.text, isBaseline ? baseline : nil, called: origin.name))
    }
    if let waiver = remark.waiver {
      parts.append(escaped(worded("It is ", fr: "Constat ") + Remark.ended(waiver.sentence)))
    }
    if let remedy = remark.remedy {
      let toDo = worded("Mend it:", fr: "À faire :")
      parts.append((isMarkdown ? "*\(toDo)* " : toDo + " ") + escaped(Remark.ended(remedy)))
    }
    return parts.joined(separator: "\n\n")
  }

  /// Returns the sentence around `place`, its words marked, and where it stands.
  func quotation(of place: TextRange, in text: LocatedText, _ sheet: FactSheet?, called name: String) -> String {
    let whole = sheet.flatMap { Self.sentence(around: place, in: $0) } ?? place
    let mark = isMarkdown ? "**" : ""
    let sentence =
      escaped(Self.words(whole.start..<max(whole.start, place.start), in: text.bytes))
      + mark + escaped(Self.words(place.range, in: text.bytes)) + mark
      + escaped(Self.words(place.end..<max(place.end, whole.end), in: text.bytes))
    let heading = "\(worded("In", fr: "Dans")) \(name), \(text.place(of: place))\(colon)"
    return isMarkdown ? "\(escaped(heading))\n\n> \(sentence)" : "\(heading)\n\n  \(sentence)"
  }

  private static func sentence(around place: TextRange, in sheet: FactSheet) -> TextRange? {
    let found = sheet.passage.sentences.indices.lazy.map { sheet.place(ofSentence: $0) }
      .first { $0.start <= place.start && place.start < $0.end }
    return found.map { TextRange(min($0.start, place.start), max($0.end, place.end)) }
  }

  /// The words of an article, a longest hover's worth at most, with every run of blanks as one.
  private static func words(_ range: Range<Int>, in bytes: [UInt8]) -> String {
    let range = range.clamped(to: 0..<bytes.count).prefix(2000)
    return String(decoding: bytes[range], as: UTF8.self).reduce(into: "") { words, character in
      if !character.isWhitespace {
        words.append(character)
      } else if words.last != " " {
        words.append(" ")
      }
    }
  }

  /// Escapes what Markdown could take for markup; the colon of an address too, so that it does not become a link.
  private func escaped(_ text: String) -> String {
    let text = DisplayText.safe(text)
    guard isMarkdown else { return text }
    return text.replacing("://", with: ":\u{0}//").unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\u{0}": escaped += "\\"
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&": escaped += "\\\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
