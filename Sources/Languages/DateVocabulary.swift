/// The calendar words of a language, and how it writes dates; a shared object, because each token asks it.
final class DateVocabulary: Sendable {
  let months: PhraseTable<Int>
  /// Short names; months only beside a number.
  let abbreviations: PhraseTable<Int>
  let weekdays: PhraseTable<Bool>
  /// Whether the month stands before the day in `6/24/2025`.
  let isMonthFirst: Bool
  /// Whether month names have a capital, and which are also other words.
  let monthsAreCapitalized: Bool
  let onlyBesideNumbers: WordSet
  /// Between the first and the last day of a span; the value tells whether they tie two full dates to a list instead.
  let spans: PhraseTable<Bool>
  /// Between two years.
  let yearSpans: PhraseTable<Bool>
  /// Between day, month and year: « de », "of".
  let joiners: WordSet
  let takesCommaBeforeYear: Bool
  let quarterWords: WordSet
  let halfWords: WordSet
  /// « mois », "months", of which the first three or six of a year are a quarter or a half of it.
  let monthWords: WordSet
  let quarterLetters: WordSet
  let halfLetters: WordSet
  /// Words before a decade: « années », « década de ».
  let decadeWords: PhraseTable<Bool>
  /// Words after which four digits are a year.
  let yearOpeners: WordSet
  /// The words that a date can start with.
  let starters: HeadFilter

  init(_ tables: inout some PackTables, _ numbers: NumberVocabulary) {
    months = tables.table("months") { Int($0) }
    abbreviations = tables.table("month abbreviations") { Int($0) }
    weekdays = tables.table("weekdays") { _ in true }
    isMonthFirst = tables.words("date order").contains("month")
    monthsAreCapitalized = tables.words("months are capitalized").contains("yes")
    onlyBesideNumbers = tables.words("months only beside numbers")
    spans = tables.table("date spans") { $0 == "paired" }
    yearSpans = tables.table("year spans") { _ in true }
    joiners = tables.words("date joiners")
    takesCommaBeforeYear = tables.words("comma before year").contains("yes")
    quarterWords = tables.words("quarter words")
    halfWords = tables.words("half-year words")
    monthWords = tables.words("month words")
    quarterLetters = tables.words("quarter letters")
    halfLetters = tables.words("half-year letters")
    decadeWords = tables.table("decade words") { _ in true }
    yearOpeners = tables.words("year openers")
    var starters = numbers.starters
    months.addHeads(to: &starters)
    abbreviations.addHeads(to: &starters)
    weekdays.addHeads(to: &starters)
    decadeWords.addHeads(to: &starters)
    self.starters = starters
  }
}
