package import Facts
import Manuscripts
import StructuredText
import Wording

/// A way to write, as measures that can be counted; the points of all of them are 100.
package struct StyleProfile: Sendable, Hashable {
  package let name: String
  let measures: [StyleMeasure]

  package init(name: String, measures: [StyleMeasure]) {
    self.name = name
    self.measures = measures
  }

  /// Measures the text after the provenance header.
  ///
  /// - Parameter integrity: the article's integrity score, which a profile can count too.
  package func score(of sheet: FactSheet, integrity: Tenths) -> StyleScore {
    let reading = StyleReading(of: sheet, integrity: integrity)
    let results = measures.map { measure in (measure, reading.count(measure.subject), words: reading.words) }
    let unit = StyleMeasure.Target.unit * reading.words
    let points = results.map { $0.0.points(for: $0.1, words: $0.words) }
    // Halves round up.
    let sum = points.reduce(0, +)
    return StyleScore(
      profile: name, value: max(0, min(100, (2 * sum + unit) / (2 * unit))),
      measures: zip(results, points).map { result, points in
        let (measure, count, words) = result
        return StyleScore.Measure(
          name: measure.name, count: count.hundredths / 100, hundredths: (200 * points + unit) / (2 * unit),
          most: measure.most, value: measure.target.value(of: count, words: words),
          perWords: measure.target.perWords, target: measure.target.description, places: count.places)
      })
  }
}

/// One measure of style: what is counted, what is aimed at, and the most points that it gives.
package struct StyleMeasure: Sendable, Hashable {
  package let name: String
  let subject: StyleSubject
  let most: Int
  let target: Target

  /// What a count should be. Limits are in tenths.
  package enum Target: Sendable, Hashable {
    /// Between two limits, of which one can be missing, in so many words or in the whole text.
    case range(from: Int?, to: Int?, perWords: Int?)
    /// Not at all: each one takes points, in tenths.
    case none(eachCosts: Int)
  }

  /// The points that a count gives, in `Target.unit`s, times the number of words of the text, so that sums stay exact.
  func points(for count: StyleCount, words: Int) -> Int {
    let full = most * Target.unit * words
    switch target {
    case .none(let cost):
      // No count is so great that it matters whether it is greater.
      let lost = min(count.hundredths / 100, 100_000) * cost * (Target.unit / 10)
      return max(0, most * Target.unit - lost) * words
    case .range(let from, let to, let perWords):
      let amount = count.hundredths * (perWords ?? 1)
      let scale = perWords == nil ? 1 : words
      if let from, amount < from * 10 * scale {
        return share(of: amount, in: from * 10 * scale, full, words, scale)
      }
      if let to, amount > to * 10 * scale {
        let limit = to * 10 * scale
        return amount >= 2 * limit ? 0 : share(of: 2 * limit - amount, in: limit, full, words, scale)
      }
      return full
    }
  }

  /// `full` times a fraction that is less than one; where its base has the number of words in it, this is cancelled.
  private func share(of part: Int, in whole: Int, _ full: Int, _ words: Int, _ scale: Int) -> Int {
    guard scale == words else { return most * Target.unit * part / whole * words }
    return most * Target.unit * part / (whole / scale)
  }
}

extension StyleMeasure.Target {
  /// Points are counted in thousandths before they are added up.
  static let unit = 1000

  var perWords: Int? {
    if case .range(_, _, let perWords) = self { perWords } else { nil }
  }

  /// The count as the target looks at it, in hundredths.
  func value(of count: StyleCount, words: Int) -> Int {
    perWords.map { count.hundredths * $0 / words } ?? count.hundredths
  }

  /// What is aimed at, in words: `at least 1 in 150 words`.
  var description: String {
    switch self {
    case .none(let cost):
      return worded(
        "none; each costs \(Self.decimal(cost))",
        fr: "zéro ; chacun coûte \(Self.decimal(cost))")
    case .range(let from, let to, let perWords):
      let span = perWords.map { worded(" in \($0) words", fr: " pour \($0) mots") } ?? ""
      switch (from, to) {
      case (let from?, let to?) where from == to: return "\(Self.decimal(from))\(span)"
      case (let from?, let to?):
        return worded(
          "\(Self.decimal(from)) to \(Self.decimal(to))\(span)",
          fr: "\(Self.decimal(from)) à \(Self.decimal(to))\(span)")
      case (let from?, nil):
        return worded(
          "at least \(Self.decimal(from))\(span)",
          fr: "au moins \(Self.decimal(from))\(span)")
      case (nil, let to?):
        return worded(
          "at most \(Self.decimal(to))\(span)",
          fr: "au plus \(Self.decimal(to))\(span)")
      case (nil, nil): return "any"
      }
    }
  }

  private static func decimal(_ tenths: Int) -> String {
    tenths % 10 == 0
      ? String(tenths / 10)
      : worded(
        "\(tenths / 10).\(tenths % 10)",
        fr: "\(tenths / 10),\(tenths % 10)")
  }
}
