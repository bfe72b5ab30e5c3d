package import StructuredText
import Wording

/// Reads the profiles of a policy, strictly: what is wrong is reported with its place.
package enum StyleProfileDecoder {
  /// The most words that a count can be asked for in.
  private static let mostWords = 10_000

  /// Returns the profiles under `key` of `style`, in the order in which they stand.
  package static func profiles(_ key: String, of style: NodeDecoder) -> [StyleProfile] {
    guard let own = style.mapping(key) else { return [] }
    return own.keys.compactMap { name in
      if StyleProfile.shippedNames.contains(name.text) {
        own.report(
          worded(
            "the profile \"\(name.text)\" comes with the program, and cannot be another",
            fr: "le profil « \(name.text) » vient avec le programme, et ne peut en être un autre"), at: name.range,
          remedy: worded("choose a name of your own", fr: "choisissez un nom à vous"))
      }
      return profile(name, in: own)
    }
  }

  /// Returns the profile that a list of measures states; `nil` when the list says nothing that can be used.
  static func profile(_ name: Node.Scalar, in decoder: NodeDecoder) -> StyleProfile? {
    guard let items = decoder.mappings(name.text) else {
      decoder.require(name.text)
      return nil
    }
    let measures = items.compactMap(measure)
    // A measure that could not be read is reported already, and its points are not known.
    guard measures.count == items.count else { return nil }
    let sum = measures.reduce(0) { $0 + $1.most }
    if sum != 100 {
      decoder.report(
        worded(
          "the points of the measures of \"\(name.text)\" are \(sum) together, and must be 100",
          fr: "les points des mesures de « \(name.text) » font ensemble \(sum), et doivent faire 100"),
        at: decoder.range(of: name.text),
        remedy: sum > 100
          ? worded(
            "take \(sum - 100) away",
            fr: "retirez-en \(sum - 100)")
          : worded(
            "give \(100 - sum) more",
            fr: "donnez-en \(100 - sum) de plus"))
    }
    return StyleProfile(name: name.text, measures: measures)
  }

  private static func measure(_ item: NodeDecoder) -> StyleMeasure? {
    item.require("measure", "points")
    let kind = item.string("measure")
    let subject = kind.flatMap { counted($0, item) }
    let points = item.int("points", in: 1...100)
    let name = item.string("name")
    if let name, name.isEmpty || name.utf8.count > 60 {
      item.report(
        worded("the name of a measure has 1 to 60 letters", fr: "le nom d'une mesure a de 1 à 60 lettres"),
        at: item.range(of: "name"))
    }
    let target = aim(of: subject, item)
    guard let kind, let subject, let points, let target else { return nil }
    return StyleMeasure(name: name ?? kind, subject: subject, most: points, target: target)
  }

  private static func counted(_ kind: String, _ item: NodeDecoder) -> StyleSubject? {
    switch kind {
    case "questions": return .questions
    case "exclamation-marks": return .exclamationMarks
    case "contractions": return .contractions
    case "words": return .words
    case "short-sentences": return .shortSentences(words: item.int("shorter-than", in: 2...100) ?? 10)
    case "phrases":
      item.require("phrases")
      return item.strings("phrases").map { .phrases($0) }
    case "heavy-transitions": return .heavyTransitions
    case "cliches": return .cliches
    case "words-per-sentence": return .wordsPerSentence
    case "headings": return .headings(level: item.int("level", in: 1...6))
    case "lists": return .lists
    case "bold": return .boldSpans
    case "conclusion": return .conclusion
    case "word":
      item.require("word")
      return item.string("word").map { .word($0) }
    case "duplicate-sentences": return .duplicateSentences
    case "percentages": return .percentages
    case "sources": return .sources
    case "citations": return .citations
    case "reading-ease": return .readingEase
    case "lix": return .lix
    case "integrity": return .integrity
    default:
      item.report(
        worded("there is no measure \"\(kind)\"", fr: "il n'y a pas de mesure « \(kind) »"),
        at: item.range(of: "measure"),
        remedy: Spelling.nearest(to: kind, among: StyleSubject.names).map {
          worded(
            "did you mean \"\($0)\"?",
            fr: "vouliez-vous dire « \($0) » ?")
        }
          ?? worded(
            "see all measures: editorial explain style",
            fr: "voyez toutes les mesures : editorial explain style"))
      return nil
    }
  }

  private static func aim(of subject: StyleSubject?, _ item: NodeDecoder) -> StyleMeasure.Target? {
    let from = item.tenths("from", in: 1...1_000_000)
    let to = item.tenths("to", in: 0...1_000_000)
    let cost = item.tenths("each-costs", in: 1...1000)
    let isOfEach = item.node("each-costs") != nil
    let isRange = item.node("from") != nil || item.node("to") != nil
    guard isOfEach != isRange else {
      item.report(
        isRange
          ? worded(
            "a measure has either \"each-costs\" or limits, not both",
            fr: "une mesure a « each-costs » ou des limites, et non les deux")
          : worded(
            "the measure does not say what it aims at",
            fr: "la mesure ne dit pas ce qu'elle vise"),
        at: item.range,
        remedy: worded(
          "write 'from: …', 'to: …' or both, or 'each-costs: …'",
          fr: "écrivez 'from: …', 'to: …' ou les deux, ou bien 'each-costs: …'"))
      return nil
    }
    let isSpan = item.node("per-words") != nil
    let span = item.int("per-words", in: 1...mostWords)
    if isSpan, isOfEach || subject?.isCounted == false {
      item.report(
        worded(
          "\"per-words\" goes with limits of what is counted",
          fr: "« per-words » va avec les limites de ce qui est compté"), at: item.range(of: "per-words"),
        remedy: worded(
          "leave it out",
          fr: "retirez-le"))
      return nil
    }
    if let cost { return .none(eachCosts: cost) }
    if let from, let to, from > to {
      item.report(
        worded("\"from\" is more than \"to\"", fr: "« from » est plus grand que « to »"), at: item.range(of: "from"),
        remedy: worded(
          "exchange the two",
          fr: "échangez les deux"))
      return nil
    }
    guard from != nil || to != nil, span != nil || !isSpan else { return nil }
    return .range(from: from, to: to, perWords: span)
  }
}
