import StructuredText

/// What a measure of style counts.
enum StyleSubject: Sendable, Hashable {
  case questions, exclamationMarks, contractions, words
  /// Pieces of fewer words than this between full stops, question marks and exclamation marks.
  case shortSentences(words: Int)
  /// Wordings that stand in the text letter for letter, ASCII letters in either case.
  case phrases([String])
  /// Connectives that weigh a text down, by the list of its language.
  case heavyTransitions
  /// Worn-out wordings, by the list of its language.
  case cliches
  case wordsPerSentence
  /// Headings of one level, or of any.
  case headings(level: Int?)
  case lists, boldSpans
  /// One when the text says that it comes to its end, by the list of its language.
  case conclusion
  /// A word or a wording, in any case and with any accents.
  case word(String)
  case duplicateSentences, percentages, sources, citations
  /// How easily the text is read: 0 hard, 100 easy, by the formula of its language.
  case readingEase
  /// How hard the text is to read, by the length of sentences and words in any language.
  case lix
  /// The integrity score, 0 to 100.
  case integrity

  /// The names under which profiles speak of what is counted.
  static let names = [
    "questions", "exclamation-marks", "contractions", "words", "short-sentences", "phrases", "heavy-transitions",
    "cliches", "words-per-sentence", "headings", "lists", "bold", "conclusion", "word", "duplicate-sentences",
    "percentages", "sources", "citations", "reading-ease", "lix", "integrity",
  ]

  /// Whether so many in a number of words can be asked for.
  var isCounted: Bool {
    switch self {
    case .words, .wordsPerSentence, .conclusion, .readingEase, .lix, .integrity: false
    default: true
    }
  }
}

/// What was counted, and where it stands.
struct StyleCount {
  /// Averages and scores have decimals.
  let hundredths: Int
  let places: [TextRange]

  init(places: [TextRange]) {
    hundredths = 100 * places.count
    self.places = places
  }

  init(hundredths: Int) {
    self.hundredths = max(0, hundredths)
    places = []
  }
}
