import TestSupport

/// Names in running text: words with a capital that do not owe it to the sentence.
struct WrittenName {
  let range: Range<Int>
  let text: String

  private static let pattern = Pattern(
    "(?<![\\p{L}\\p{N}_.'’\\-/@#])\\p{Lu}[\\p{L}\\p{N}&.]*[\\p{L}\\p{N}](?:(?:[ -]|~(?:de|du|des|of|for)~)\\p{Lu}[\\p{L}\\p{N}&-]*[\\p{L}\\p{N}])*(?![\\p{L}\\p{N}_\\-/@'’])"
  )
  private static let common: Set<String> = Set(
    Months.french + Months.english + [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mr", "Mrs", "Ms", "Dr", "OK", "TV",
      "FAQ", "French", "English", "American", "European", "Français", "PDF", "URL", "URLs", "HTML", "CSS", "TODO",
      "However", "Because", "Elle", "Il", "Au", "Aux", "Ils", "Elles", "The", "This", "It", "We", "They", "Le", "La",
      "Les", "Un", "Une", "Des", "En", "Nous", "A", "In", "On", "If", "You", "Our", "And", "But",
    ])

  static func all(on page: Page) -> [WrittenName] {
    let lower = page.mask
    var known: [String: Bool] = [:]
    return pattern.matches(in: page).compactMap { match in
      let text = page.text(match.range)
      guard let sentence = page.sentence(around: match.range), match.range.lowerBound > sentence.lowerBound + 3 else {
        return nil
      }
      // Behind a colon, a quotation mark or emphasis the capital may be the sentence's.
      let before = page.masked(max(0, match.range.lowerBound - 2)..<match.range.lowerBound)
      guard !before.contains(where: { ":\"“«*_.?!>([•\t".contains($0) }), before.last != "\u{E000}" else { return nil }
      guard !common.contains(text), text.count > 1, !text.contains(where: { $0 == "\n" || $0 == "." || $0.isNumber })
      else { return nil }
      let isCommon =
        known[text]
        ?? (!text.contains(" ") && lower.contains(" " + text.lowercased() + " ") && text != text.uppercased())
      known[text] = isCommon
      return isCommon ? nil : WrittenName(range: match.range, text: text)
    }
  }

  enum Shape { case acronym, word, words }
  var shape: Shape { text.contains(" ") ? .words : text == text.uppercased() ? .acronym : .word }

  /// Whether the two may be one: a part of the other, or its initials.
  func mayBe(_ other: WrittenName) -> Bool {
    let (a, b) = (text.lowercased(), other.text.lowercased())
    let initials = { (text: String) in
      String(text.split { " -'’".contains($0) }.compactMap(\.first).filter(\.isUppercase)).lowercased()
    }
    return a.contains(b) || b.contains(a) || initials(text) == b || initials(other.text) == a
      || a.prefix(5) == b.prefix(5)
  }
}

extension EditKind {
  static let nameEdits: [EditKind] = [
    .harmful("name replaced by another of the article") { page, random in
      let names = WrittenName.all(on: page)
      return names.compactMap { name in
        guard !page.isQuestion(name.range), let sentence = page.sentence(around: name.range) else { return nil }
        let around = page.text(sentence).lowercased()
        let others = names.filter {
          $0.shape == name.shape && !$0.mayBe(name) && !around.contains($0.text.lowercased())
        }
        return random.pick(others).map { Change(name.range, with: $0.text) }
      }
    },
    .harmful("names exchanged") { page, _ in
      let names = WrittenName.all(on: page).filter { !page.isQuestion($0.range) }
      var changes: [Change] = []
      for (index, first) in names.enumerated() {
        guard let sentence = page.sentence(around: first.range) else { continue }
        for second in names[(index + 1)...].prefix(8) where first.shape == second.shape && !first.mayBe(second) {
          guard let other = page.sentence(around: second.range) else { continue }
          // In one sentence "A and B" turned round says the same.
          guard sentence != other, !page.text(sentence).contains(second.text), !page.text(other).contains(first.text)
          else { continue }
          changes.append(Change([(first.range, second.text), (second.range, first.text)]))
        }
      }
      return changes
    },
    .harmful("quotation reworded") { page, random in
      long(page).flatMap { quotation -> [Change] in
        let words = word.matches(in: page.mask, quotation).compactMap { $0[0] }
        let others = word.matches(in: page).map { page.text($0.range) }
        return random.pick(2, of: Array(words)).compactMap { range in
          switch random.below(2) {
          case 0: return Change(range.lowerBound..<range.lowerBound, with: page.isFrench ? "vraiment " : "really ")

          default:
            let old = page.text(range)
            return random.pick(others.filter { $0.lowercased() != old.lowercased() }).map {
              Change(range, with: $0.lowercased())
            }
          }
        }
      }
    },
    .harmful("word dropped from a quotation") { page, random in
      long(page).flatMap { quotation in
        random.pick(
          2,
          of: word.matches(in: page.mask, quotation).compactMap { $0[0] }.filter {
            $0.upperBound < quotation.upperBound - 2
          }
        )
        .map { Change($0.lowerBound..<$0.upperBound + 1, with: "") }
      }
    },
    .harmful("quotation given to another speaker") { page, random in
      let names = WrittenName.all(on: page).filter { person.occurs(in: $0.text) }
      return long(page).flatMap { quotation -> [Change] in
        guard let block = page.block(around: quotation) else { return [] }
        let near = names.filter { name in
          name.range.lowerBound >= quotation.upperBound && name.range.lowerBound < quotation.upperBound + 60
            && name.range.upperBound <= block.range.upperBound
            || name.range.upperBound <= quotation.lowerBound && name.range.upperBound > quotation.lowerBound - 60
              && name.range.lowerBound >= block.range.lowerBound
        }
        return near.prefix(1).compactMap { name in
          let from = max(block.range.lowerBound, min(name.range.lowerBound, quotation.upperBound) - 40)
          let to = min(block.range.upperBound, max(name.range.upperBound, quotation.lowerBound) + 40)
          guard speech.occurs(in: page.masked(from..<to)) else { return nil }
          let others = names.filter { !$0.mayBe(name) && !near.map(\.text).contains($0.text) }
          return Change(
            name.range, with: random.pick(others)?.text ?? (page.isFrench ? "Camille Verdier" : "Alice Warden"))
        }
      }
    },
  ]

  private static let person = Pattern("^\\p{Lu}\\p{Ll}+[ -]\\p{Lu}[\\p{L}-]+$")
  private static let speech = Pattern(
    "\\b(?:dit|déclare|déclaré|explique|affirme|souligne|précise|rappelle|commente|estime|ajoute|conclut|indique|témoigne|selon|said|says|explains|explained|notes|noted|adds|added|told|wrote|commented|according)\\b",
    anyCase: true)
  private static let word = Pattern("(?<![\\p{L}'\\-*_\\uE000])\\p{Ll}{5,}(?![\\p{L}'\\-*_\\uE000])")

  /// Quotations long enough to be somebody's words and not a term.
  private static func long(_ page: Page) -> [Range<Int>] {
    page.quotations.filter { page.text($0).split(whereSeparator: \.isWhitespace).count > 6 }
  }
}
