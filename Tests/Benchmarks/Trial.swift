/// One edited article and what the program made of it.
struct Trial: Sendable {
  enum Setting: String, Sendable { case alone, inRestyle, wholeRestyle }

  let article: String
  let isFrench: Bool
  let kind: String
  let isHarmful: Bool
  let setting: Setting
  /// In tenths.
  let score: Int
  /// Of the unedited article against its baseline: itself, or the article that the restyle was made of.
  let parentScore: Int
  /// Whether a finding lies on the changed words.
  let isCovered: Bool
  let findings: [String]
  let before: String
  let after: String
  let context: String

  /// The default threshold, in tenths.
  static let gate = 950
  /// The kind of the trial of an article against itself.
  static let itself = "itself"
  var isRefused: Bool { score < Self.gate }
  /// Whether a harmful edit scores below what it was made of, and a harmless one as much.
  var isRankedRightly: Bool { isHarmful ? score < parentScore || parentScore == 0 : score == parentScore }
}
