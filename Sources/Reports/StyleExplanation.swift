package import Scoring
import StructuredText
import Wording

/// How the style score of one text comes about: each measure, what it aims at, and where the text has what it counts.
package struct StyleExplanation: Sendable {
  package let text: LocatedText
  package let style: StyleScore

  package init(_ style: StyleScore, of text: LocatedText) {
    self.text = text
    self.style = style
  }

  /// What stands at a place, on one line; a mark alone with the words that it belongs to.
  fileprivate func words(at place: TextRange) -> String {
    var range = place.range.clamped(to: 0..<text.bytes.count)
    if range.count < 3 {
      var start = range.lowerBound
      while start > 0, range.lowerBound - start < 200, !Self.endsSentence(text.bytes[start - 1]) { start -= 1 }
      var end = range.upperBound
      while end < text.bytes.count, end - range.upperBound < 60, text.bytes[end] > 0x20 { end += 1 }
      range = start..<end
    }
    let words = String(decoding: text.bytes[range].prefix(600), as: UTF8.self)
    return DisplayText.safe(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }
}

extension TextRenderer {
  /// How many places of one measure are shown.
  private static let mostPlaces = 8

  /// Returns each measure with its points, its target and the first places.
  package func text(_ explanation: StyleExplanation) -> String {
    let style = explanation.style
    let title = worded(
      "\(DisplayText.safe(explanation.text.path)): style \(style.value) of 100",
      fr: "\(DisplayText.safe(explanation.text.path)) : style \(style.value) sur 100")
    var lines = [paint(.strong, title) + " (\(DisplayText.safe(style.profile)))"]
    for measure in style.measures {
      let points = Tenths((measure.hundredths + 5) / 10)
      lines += [
        "",
        worded(
          "\(DisplayText.safe(measure.name)): \(points) of \(measure.most) points",
          fr: "\(DisplayText.safe(measure.name)) : \(points.shown) points sur \(measure.most)"),
      ]
      lines += wrapped(
        worded(
          "  \(Self.value(of: measure)); aim: \(DisplayText.safe(measure.target))",
          fr: "  \(Self.value(of: measure)) ; visé : \(DisplayText.safe(measure.target))"), hanging: 2)
      for place in measure.places.prefix(Self.mostPlaces) {
        let place = (name: explanation.text.place(of: place), words: explanation.words(at: place))
        let room = max(20, width - DisplayText.width(place.name) - 6)
        lines.append("  \(place.name)  \(DisplayText.clipped(place.words, to: room))")
      }
      let more = measure.places.count - Self.mostPlaces
      if more > 0 { lines.append(worded("  and \(more) more", fr: "  et \(counted(more, "other", fr: "autre"))")) }
    }
    return Self.joined(lines)
  }

  /// What was counted, and how often that is in the words that the target speaks of.
  private static func value(of measure: StyleScore.Measure) -> String {
    guard let words = measure.perWords else {
      return worded(
        "\(hundredths(measure.value)) here",
        fr: "\(hundredths(measure.value)) ici")
    }
    return worded(
      "\(measure.count) here, \(hundredths(measure.value)) in \(words) words",
      fr: "\(measure.count) ici, \(hundredths(measure.value)) pour \(words) mots")
  }

  private static func hundredths(_ value: Int) -> String {
    let decimals = value % 100
    if decimals == 0 { return String(value / 100) }
    let mark = worded(".", fr: ",")
    return decimals % 10 == 0
      ? "\(value / 100)\(mark)\(decimals / 10)" : "\(value / 100)\(mark)\(decimals < 10 ? "0" : "")\(decimals)"
  }
}

extension JSONRenderer {
  /// Returns one object for one text, and an array for several.
  package func json(_ explanations: [StyleExplanation]) -> String {
    var writer = JSONWriter(pretty: true)
    if explanations.count == 1 {
      write(explanations[0], to: &writer)
    } else {
      writer.array { list in
        for explanation in explanations {
          list.item()
          write(explanation, to: &list)
        }
      }
    }
    return writer.text + "\n"
  }

  /// Returns the text's object on one line.
  package func jsonLine(_ explanation: StyleExplanation) -> String {
    var writer = JSONWriter(pretty: false)
    write(explanation, to: &writer)
    return writer.text + "\n"
  }

  private func write(_ explanation: StyleExplanation, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("schema", Self.schema)
      object.member("path", explanation.text.path)
      object.member("profile", explanation.style.profile)
      object.member("style", explanation.style.value)
      object.list("measures", of: explanation.style.measures) { list, measure in
        list.object { object in
          object.member("name", measure.name)
          object.member("points", Tenths((measure.hundredths + 5) / 10))
          object.member("most", measure.most)
          object.member("count", measure.count)
          object.member("target", measure.target)
          object.key("places")
          object.array { list in
            for place in measure.places {
              let position = explanation.text.lines.position(of: place.start)
              list.item()
              list.object { object in
                object.member("line", position.line)
                object.member("column", position.column)
                object.member("text", explanation.words(at: place))
              }
            }
          }
        }
      }
    }
  }
}
