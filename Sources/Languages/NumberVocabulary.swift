/// What a word is in a number that is written out.
enum NumberWord: Sendable {
  /// A number below one hundred.
  case small(Int)
  /// "a" before a hundred or a scale.
  case article
  case hundred
  /// One thousand, one million …
  case scale(ExactNumber)
  case ordinal(Int)
  case ordinalHundred
  case ordinalScale(ExactNumber)
  /// « douzaine », "hundreds".
  case vague(ExactNumber)
  /// What ties two parts: « et », "and".
  case joiner
  case decimalMark
  /// « de », "of" between two vague numbers.
  case of

  /// Whether a number can start with this word.
  var canStart: Bool {
    switch self {
    case .joiner, .decimalMark, .of: false
    default: true
    }
  }
}

/// The number words of a language, and how they are put together; a shared object, because each token asks it.
final class NumberVocabulary: Sendable {
  let decimalMark: UInt8
  let words: PhraseTable<NumberWord>
  let joinsAfterTens: Bool
  let joinsAfterHundreds: Bool
  /// The numbers that a joiner after tens can stand before.
  let takenAfterTens: Set<Int>
  /// The tens to which ten to nineteen can be added: 60 and 80 in French.
  let vigesimal: Set<Int>
  /// Hundreds and scales that are an exact number when nothing stands before them.
  let alone: WordSet
  let rangeOpeners: WordSet
  /// What makes an ordinal of the digits that it is glued to: « 2e », "3rd", « 1.º ».
  private let ordinalSuffixes: PhraseTable<Bool>
  /// Scales that are written so after digits only: « Md », "bn".
  let signScales: PhraseTable<ExactNumber>
  let letterScales: PhraseTable<ExactNumber>
  let halvesAfter: PhraseTable<Bool>
  let halvesBefore: PhraseTable<Bool>
  /// Words for a minus in front of degrees alone: « moins ».
  let minusBeforeDegrees: WordSet
  /// Words behind degrees: "below zero".
  let belowZero: PhraseTable<Bool>
  /// "Noon", "midnight", in hours.
  let hoursOfDay: PhraseTable<ExactNumber>
  /// Wordings whose number word is none.
  private let idioms: PhraseTable<Bool>
  let onlyBeforeWords: WordSet
  /// The words that a number in words can start with.
  let starters: HeadFilter

  init(_ tables: inout some PackTables) {
    decimalMark = tables.items(of: "decimal mark").first?.utf8.first ?? 0x2E
    words = tables.merged(
      [
        ("numbers", { Int($0).map(NumberWord.small) }), ("article ones", { _ in .article }),
        ("hundreds", { _ in .hundred }), ("scales", { LanguagePack.ratio($0).map(NumberWord.scale) }),
        ("vague", { LanguagePack.ratio($0).map(NumberWord.vague) }),
        ("ordinals", { Int($0).map(NumberWord.ordinal) }), ("ordinal hundreds", { _ in .ordinalHundred }),
        ("ordinal scales", { LanguagePack.ratio($0).map(NumberWord.ordinalScale) }),
        ("and after tens", { _ in .joiner }), ("and after hundreds", { _ in .joiner }),
        ("decimal words", { _ in .decimalMark }), ("of", { _ in .of }),
      ])
    joinsAfterTens = !tables.words("and after tens").isEmpty
    joinsAfterHundreds = !tables.words("and after hundreds").isEmpty
    takenAfterTens = tables.numbers("and after tens takes")
    vigesimal = tables.numbers("vigesimal")
    alone = tables.words("numbers alone")
    rangeOpeners = tables.words("range openers")
    ordinalSuffixes = tables.table("ordinal suffixes") { _ in true }
    signScales = tables.table("sign scales") { LanguagePack.ratio($0) }
    letterScales = tables.table("letter scales") { LanguagePack.ratio($0) }
    halvesAfter = tables.table("half after") { _ in true }
    halvesBefore = tables.table("half before") { _ in true }
    minusBeforeDegrees = tables.words("minus before degrees")
    belowZero = tables.table("below zero") { _ in true }
    hoursOfDay = tables.table("hours of day") { LanguagePack.ratio($0) }
    idioms = tables.table("no numbers") { _ in true }
    onlyBeforeWords = tables.words("numbers before words")
    var starters = HeadFilter()
    words.addHeads(to: &starters) { $0.canStart }
    halvesBefore.addHeads(to: &starters)
    self.starters = starters
  }

  /// Whether the word at `index` is "a" or « un ».
  func isArticle(_ tokens: [Token], at index: Int) -> Bool {
    if case .article = words.match(tokens, at: index)?.value { true } else { false }
  }

  /// Whether the word at `index` is part of a wording in which it counts nothing.
  func isIdiom(_ tokens: [Token], at index: Int) -> Bool {
    for start in max(0, index - 2)...max(0, index) {
      if let (_, count) = idioms.match(tokens, at: start), start + count > index { return true }
    }
    return false
  }

  /// How many tokens from `index` make an ordinal of the digits before them; `nil` when none do.
  func ordinalSuffix(_ tokens: [Token], at index: Int) -> Int? {
    guard index < tokens.count, tokens[index].gap == .none, tokens[index].kind != .digits,
      let (_, count) = ordinalSuffixes.match(tokens, at: index),
      tokens[index + 1..<index + count].allSatisfy({ $0.gap == .none })
    else { return nil }
    // « 25ºC » is a temperature.
    let end = index + count
    let goesOn = end < tokens.count && tokens[end].gap == .none && tokens[end].kind == .word
    return goesOn && tokens[end - 1].kind == .mark ? nil : count
  }

  /// The value of a digits token, and its places after the decimal mark.
  ///
  /// A mark before exactly three digits groups them, unless it is the decimal mark of the language.
  func value(ofDigits text: String) -> (value: ExactNumber, places: Int)? {
    var count = 0
    var marks = 0
    var lastMark: UInt8 = 0
    var (sinceLast, firstGroup, isRepeated) = (0, 0, false)
    for byte in text.utf8 {
      if byte == 0x2E || byte == 0x2C {
        isRepeated = isRepeated || marks > 0 && byte == lastMark
        if marks == 0 { firstGroup = count }
        (marks, lastMark, sinceLast) = (marks + 1, byte, 0)
      } else {
        count += 1
        sinceLast += 1
      }
    }
    var places = 0
    if marks > 0, !isRepeated {
      let couldGroup = sinceLast == 3 && (1...3).contains(firstGroup) && text.utf8.first != 0x30
      if !couldGroup || marks > 1 || lastMark == decimalMark { places = sinceLast }
    }
    let digits = text.utf8.lazy.filter { $0 != 0x2E && $0 != 0x2C }
    return ExactNumber(decimalDigits: digits, fractionDigits: places).map { ($0, places) }
  }
}
