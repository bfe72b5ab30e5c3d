import StructuredText
import Manuscripts

/// A set of measures of style, each with the most points it can give; their sum is 100.
struct StyleProfile: Sendable {
  let name: String
  let measures: [StyleMeasure]

  /// The profile with this name; the one that ships when there is none.
  static func named(_ name: String) -> StyleProfile {
    all.first { $0.name == name } ?? conversational
  }

  static let all = [conversational]

  /// The profile of the pipeline whose stamps are in the articles; it recomputes every one of them.
  static let conversational = StyleProfile(
    name: "conversational",
    measures: [.questions, .shortSentences, .contractions, .heavyTransitions, .exclamationMarks])

  /// Measures the text after the provenance header.
  func score(of article: Article) -> StyleScore {
    let text = StyleText(article.bytes[min(article.body.start, article.bytes.count)...])
    let results = measures.map { measure in (measure, measure.count(text), measure.points(text)) }
    // Halves round up; every term is a fraction over the same number of words.
    let words = max(1, text.words)
    let sum = results.reduce(0) { $0 + $1.2 }
    return StyleScore(
      profile: name, value: max(0, min(100, (2 * sum + words) / (2 * words))),
      measures: results.map { measure, count, points in
        StyleScore.Measure(
          name: measure.name, count: count, hundredths: (200 * points + words) / (2 * words), most: measure.most)
      })
  }
}

/// One measure of style.
struct StyleMeasure: Sendable {
  let name: String
  let most: Int
  /// How often what is measured occurs.
  let count: @Sendable (StyleText) -> Int
  /// The points it gives, times the number of words of the text, so that sums stay exact.
  let points: @Sendable (StyleText) -> Int
}

extension StyleMeasure {
  /// More of something gives more points: `rate` points for one in each `span` words, up to `most`.
  private static func growing(
    _ name: String, most: Int, rate: Int, span: Int, count: @escaping @Sendable (StyleText) -> Int
  ) -> StyleMeasure {
    StyleMeasure(name: name, most: most, count: count) { text in
      min(most * max(1, text.words), rate * span * count(text))
    }
  }

  /// Each occurrence takes points away.
  private static func shrinking(
    _ name: String, most: Int, each: Int, count: @escaping @Sendable (StyleText) -> Int
  ) -> StyleMeasure {
    StyleMeasure(name: name, most: most, count: count) { text in
      (most - min(most, each * count(text))) * max(1, text.words)
    }
  }

  static let questions = growing("questions", most: 20, rate: 20, span: 150) { $0.questionMarks }
  static let shortSentences = growing("short-sentences", most: 30, rate: 50, span: 15) { $0.shortSentences }
  static let contractions = growing("contractions", most: 20, rate: 20, span: 100) { $0.contractions }
  static let heavyTransitions = shrinking("heavy-transitions", most: 20, each: 5) { $0.heavyTransitions }
  static let exclamationMarks = shrinking("exclamation-marks", most: 10, each: 2) { $0.exclamationMarks }
}
