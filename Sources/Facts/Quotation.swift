/// Words that the article gives as somebody's own.
package struct Quotation: Sendable {
  /// From the opening mark to the closing one, in the sheet's tokens.
  package let tokens: Range<Int>
  package let sentence: Int
  /// The quoted words, folded, without marks: what must survive to the letter.
  package let words: [String]
  /// Which of the words may describe the speaker, who is named between the marks, or how it was said: « …, écrit X, le maire,
  /// dans une lettre, … »; up to each of the next commas. Mostly empty.
  package let appositions: [Range<Int>]
  /// Who is said to have said it, folded; empty when nobody is named.
  package let speaker: [String]
  /// Whether the speaker is a name; else words beside a verb of saying, which prove nothing.
  package let isSpeakerNamed: Bool
  /// Everybody who is named where the speaker is: « la directrice de X, Y ».
  package let namesBeside: [[String]]
  /// Whether the words are a question, as writers put into their readers' mouths.
  package let isQuestion: Bool
  /// Whether a label says that the words set apart are the article's own: `> **In short:** …`, `> [!NOTE]`.
  package let isCallout: Bool

  package init(
    tokens: Range<Int>, sentence: Int, words: [String], appositions: [Range<Int>], speaker: [String],
    isSpeakerNamed: Bool, namesBeside: [[String]], isQuestion: Bool, isCallout: Bool = false
  ) {
    self.tokens = tokens
    self.sentence = sentence
    self.words = words
    self.appositions = appositions
    self.speaker = speaker
    self.isSpeakerNamed = isSpeakerNamed
    self.namesBeside = namesBeside
    self.isQuestion = isQuestion
    self.isCallout = isCallout
  }
}

/// A person, organisation, place or product that the text names.
package struct NameMention: Hashable, Sendable {
  package let tokens: Range<Int>
  package let sentence: Int
  /// Its words, folded.
  package let words: [String]

  package init(tokens: Range<Int>, sentence: Int, words: [String]) {
    self.tokens = tokens
    self.sentence = sentence
    self.words = words
  }
}
