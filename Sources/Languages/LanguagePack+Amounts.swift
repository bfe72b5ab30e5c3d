/// Small words around amounts.
extension LanguagePack {
  /// Words for a minus in front of degrees alone: « moins ».
  package var minusBeforeDegrees: WordSet { numbers.minusBeforeDegrees }
  /// Words behind degrees: "below zero".
  package var belowZero: PhraseTable<Bool> { numbers.belowZero }
  /// "Noon", "midnight", in hours.
  package var hoursOfDay: PhraseTable<ExactNumber> { numbers.hoursOfDay }

  /// Whether the word at `index` is "a": one, where a unit follows.
  package func isArticle(_ tokens: [Token], at index: Int) -> Bool { numbers.isArticle(tokens, at: index) }
}
