/// Which words the edits are made with.
enum Wording: String, Sendable, CaseIterable {
  /// The words that were before the eyes of those who mended the engine.
  case first
  /// Other words, fillers, questions and stand-ins, and passages rewritten by hand: written apart from the language packs,
  /// so that they tell what the engine knows of language and not what it knows of the first.
  case second
}

extension EditKind {
  /// Every kind of edit in a wording: a kind of the second takes the place of the first's of the same name.
  static func all(_ wording: Wording) -> [EditKind] {
    guard wording == .second else { return first }
    let names = Set(second.map(\.name))
    return first.filter { !names.contains($0.name) } + second
  }

  private static let first: [EditKind] =
    figureEdits + dateEdits + claimEdits + wordEdits + nameEdits + citationEdits + sourceEdits + additionEdits
    + notationEdits + fillerEdits + wordingEdits + orderEdits + layoutEdits + sourceFormatEdits

  private static let second: [EditKind] =
    secondWordEdits + secondClaimEdits + secondFigureEdits + secondAdditionEdits + passageEdits + secondFillerEdits
    + secondWordingEdits + secondNotationEdits + secondLayoutEdits
}
