extension LanguagePack {
  /// Reads `length km 1000`: dimension, name, factor.
  static func unit(_ group: String) -> Unit? {
    let bytes = group.utf8
    guard let first = bytes.firstIndex(of: 0x20), let last = bytes.lastIndex(of: 0x20), first < last,
      let factor = ratio(String(group[bytes.index(after: last)...]))
    else { return nil }
    let name = String(group[bytes.index(after: first)..<last])
    return Unit(dimension: Unit.Dimension(String(group[..<first])), name: name, factor: factor)
  }

  /// Reads `3`, `0.001` or `2/3`.
  static func ratio(_ text: String) -> ExactNumber? {
    if let whole = Int(text), whole >= 0 { return ExactNumber(whole) }
    guard let sign = text.utf8.firstIndex(of: 0x2F) else { return decimal(text[...]) }
    guard let top = decimal(text[..<sign]), let bottom = decimal(text[text.utf8.index(after: sign)...]) else {
      return nil
    }
    return top.divided(by: bottom)
  }

  private static func decimal(_ text: Substring) -> ExactNumber? {
    let digits = text.utf8.filter { $0 != 0x2E }
    let fraction = text.utf8.firstIndex(of: 0x2E).map { text.utf8[$0...].count - 1 } ?? 0
    return ExactNumber(decimalDigits: digits, fractionDigits: fraction)
  }
}
