extension EditKind {
  /// What no goal names, but an engine should see.
  private static let extras: Set = [
    "with and without exchanged", "before and after exchanged", "frequency changed", "approximation removed",
    "word dropped from a quotation", "link addresses exchanged",
    "source invented in the text", "names exchanged",
  ]

  static let harmful: [EditKind] =
    (figureEdits + dateEdits + claimEdits + wordEdits + nameEdits + citationEdits + sourceEdits + additionEdits).map {
      extras.contains($0.name) ? $0.extra : $0
    }

  static let harmless: [EditKind] =
    notationEdits + fillerEdits + wordingEdits + orderEdits + layoutEdits + sourceFormatEdits
}
