import StructuredText

extension StyleProfile {
  /// The profiles that come with the program, each as a policy would write it.
  package static let shipped: KeyValuePairs = [
    "conversational": conversationalText, "plain": plainText, "newsletter": newsletterText,
  ]

  package static let shippedNames = shipped.map(\.key)

  /// The names under which a profile can speak of what it counts.
  package static let measureNames = StyleSubject.names

  /// The profile of the pipeline whose stamps are in the articles; it recomputes every one of them.
  package static let conversational = named("conversational") ?? StyleProfile(name: "conversational", measures: [])

  /// Returns the shipped profile of that name.
  package static func named(_ name: String) -> StyleProfile? {
    guard let text = shipped.first(where: { $0.key == name })?.value else { return nil }
    let bytes = Array((name + ":\n" + text).utf8)
    do throws(StructuredTextError) {
      guard let node = try YAMLReader.node(in: bytes, range: TextRange(0, bytes.count)) else { return nil }
      let decoder = NodeDecoder(node)
      let profile = decoder.keys.first.flatMap { StyleProfileDecoder.profile($0, in: decoder) }
      return decoder.finish().isEmpty ? profile : nil
    } catch {
      return nil
    }
  }

  /// Its heavy transitions are those five in any language: that is what the stamps count.
  private static let conversationalText = """
    - {measure: questions, points: 20, from: 1, per-words: 150}
    - {measure: short-sentences, points: 30, from: 1, per-words: 25}
    - {measure: contractions, points: 20, from: 1, per-words: 100}
    - name: heavy-transitions
      measure: phrases
      phrases: [par ailleurs, en outre, de surcroît, qui plus est, nonobstant]
      points: 20
      each-costs: 5
    - {measure: exclamation-marks, points: 10, each-costs: 2}

    """

  private static let plainText = """
    - {measure: words-per-sentence, points: 25, from: 8, to: 20}
    - {measure: reading-ease, points: 15, from: 45}
    - {measure: headings, points: 10, from: 1, per-words: 400}
    - {measure: cliches, points: 20, each-costs: 4}
    - {measure: heavy-transitions, points: 10, each-costs: 2}
    - {measure: exclamation-marks, points: 10, each-costs: 5}
    - {measure: duplicate-sentences, points: 10, each-costs: 5}

    """

  private static let newsletterText = """
    - {measure: words, points: 20, from: 200, to: 900}
    - {measure: words-per-sentence, points: 15, to: 18}
    - {measure: short-sentences, points: 15, from: 1, per-words: 40}
    - {measure: questions, points: 10, from: 1, per-words: 250}
    - {measure: headings, points: 10, from: 1, per-words: 250}
    - {measure: bold, points: 10, from: 1, per-words: 200}
    - {measure: conclusion, points: 5, from: 1}
    - {measure: cliches, points: 15, each-costs: 5}

    """
}
