extension EditKind {
  static let harmful: [EditKind] = figureEdits + dateEdits + sourceEdits

  static let harmless: [EditKind] = fillerEdits
}
