extension EditKind {
  static let harmful: [EditKind] =
    figureEdits + dateEdits + claimEdits + wordEdits + nameEdits + citationEdits + sourceEdits + additionEdits

  static let harmless: [EditKind] =
    notationEdits + fillerEdits + wordingEdits + orderEdits + layoutEdits + sourceFormatEdits
}
