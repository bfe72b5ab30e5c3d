/// A few sentences that were written in several ways by hand: what no rule can turn into one another.
struct Passage: Sendable {
  /// A text and the kind of edit that leads to it.
  typealias Form = (kind: String, text: String)

  /// Texts that say the same; the first is plain, and has no kind of its own.
  let same: [Form]
  /// Texts that say something else, or less.
  let other: [Form]

  init(_ plain: String, same: [Form], other: [Form]) {
    self.same = [("", plain)] + same
    self.other = other
  }

  static func all(_ isFrench: Bool) -> [Passage] { isFrench ? french : english }

  /// Which of the forms stands on a page, and where; `nil` when none does.
  fileprivate func place(on text: String) -> (form: Int, range: Range<Int>)? {
    for (index, form) in same.enumerated() {
      // A form may begin another: what follows it must be the end of its block.
      for found in text.ranges(of: form.text) where text[found.upperBound...].hasPrefix("\n\n") {
        let start = text[..<found.lowerBound].utf16.count
        return (index, start..<start + form.text.utf16.count)
      }
    }
    return nil
  }
}

extension EditKind {
  static let passageEdits: [EditKind] = {
    let all = Passage.french + Passage.english
    var names: [(String, Bool)] = []
    for (forms, isHarmful) in all.flatMap({ [($0.same, false), ($0.other, true)] }) {
      for form in forms where form.kind != "" && !names.contains(where: { $0.0 == form.kind }) {
        names.append((form.kind, isHarmful))
      }
    }
    return names.map { name, isHarmful in
      EditKind(name: name, isHarmful: isHarmful, touchesQuotations: true) { page, _ in
        let text = page.text
        return Passage.all(page.isFrench).flatMap { passage -> [Change] in
          guard let (form, range) = passage.place(on: text) else { return [] }
          let own = passage.same[form].kind
          let texts =
            isHarmful
            ? passage.other.filter { $0.kind == name }
            : passage.same.filter { $0.kind == name || $0.kind == "" && own == name }
          return texts.filter { $0.text != passage.same[form].text }.map {
            Change.narrowed(range, of: page, with: $0.text)
          }
        }
      }
    }
  }()
}

extension Change {
  /// The replacement of a range without the words at either end that stay.
  static func narrowed(_ range: Range<Int>, of page: Page, with words: String) -> Change {
    let (old, new) = (Array(page.units[range]), Array(words.utf16))
    let shorter = min(old.count, new.count)
    let isBlank = { (unit: UInt16) in unit == 32 || unit == 10 }
    var start = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    while start > 0, !isBlank(old[start - 1]) { start -= 1 }
    var end = (0..<shorter - start).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] } ?? shorter - start
    while end > 0, !isBlank(old[old.count - end]) { end -= 1 }
    return Change(
      range.lowerBound + start..<range.upperBound - end,
      with: String(decoding: new[start..<new.count - end], as: UTF16.self))
  }
}
