import Languages

/// How reliable an entry says its source to be: in a number, in words or in stars.
extension SourceEntryReader {
  /// Whether what stands there says by itself that it rates something: `8/10`, `80 %`, « élevée », `A` alone.
  func isRating(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    if tokens[index].kind == .word {
      return pack.reliabilityGrades.match(tokens, at: index) != nil
        || tokens[index].isCapitalized && tokens[index].range.count == 1
          && (index + 1 == tokens.count || tokens[index + 1].kind == .mark || tokens[index + 1].gap == .lineBreak)
    }
    guard tokens[index].kind == .digits, index + 1 < tokens.count else { return false }
    if tokens[index + 1].isCharacter("%") { return true }
    return index + 2 < tokens.count && tokens[index + 1].isCharacter("/") && tokens[index + 2].kind == .digits
  }

  /// `8/10`, `4.5/5`, `80 %`, `8`.
  func rating(_ value: Range<Int>) -> ExactNumber? {
    let numbers = NumberReader(pack)
    guard let first = value.first(where: { tokens[$0].kind == .digits }),
      let amount = numbers.number(in: tokens, at: first), !amount.value.isNegative
    else { return nil }
    let behind = amount.tokens.upperBound
    var whole = ExactNumber(10)
    if value.contains(behind), tokens[behind].isCharacter("%") {
      whole = .hundred
    } else if let next = value.first(where: { $0 >= behind && tokens[$0].kind == .digits }) {
      guard let most = numbers.number(in: tokens, at: next) else { return nil }
      whole = most.value
    }
    guard whole > .zero, whole <= .hundred, amount.value <= whole else { return nil }
    return amount.value.divided(by: whole)
  }

  /// `★★★★☆`, `●●○`; of five where no mark is empty.
  func stars(_ range: Range<Int>) -> ExactNumber? {
    guard let run = run(ofStarsIn: range), run.count > 1 else { return nil }
    let full = run.count { Self.fullStars.contains(tokens[$0].folded) }
    return ExactNumber(full).divided(by: ExactNumber(full < run.count ? run.count : max(full, Self.mostStars)))
  }

  /// The marks that rate something, from the first full one on.
  private func run(ofStarsIn range: Range<Int>) -> Range<Int>? {
    guard let first = range.first(where: { Self.fullStars.contains(tokens[$0].folded) }) else { return nil }
    let isStar = { (index: Int) in
      Self.fullStars.contains(self.tokens[index].folded) || Self.emptyStars.contains(self.tokens[index].folded)
    }
    return first..<first + (first..<range.upperBound).prefix(while: isStar).count
  }

  private static let fullStars: Set<String> = ["★", "⭐", "●", "■"]
  private static let emptyStars: Set<String> = ["☆", "○", "□"]
  private static let mostStars = 5

  /// « élevée », "low": the grade, and of words that no pack knows themselves.
  func grade(_ value: Range<Int>) -> String? {
    let words = value.filter { tokens[$0].kind == .word }
    for index in words {
      if let match = pack.reliabilityGrades.match(tokens, at: index) { return match.value }
    }
    return words.isEmpty ? nil : words.map { tokens[$0].folded }.joined(separator: " ")
  }

  /// `★★★★☆` or `8/10`, which need no label, and a grade that stands alone between two marks: "30 June 2021, low."
  func readRating(anywhereIn lines: [Range<Int>], into source: inout Source) {
    for line in lines {
      guard let place = place(ofRatingIn: line) else { continue }
      source.rating = stars(place) ?? rating(place)
      source.reliability = part(place)
      return
    }
    for line in lines {
      guard let place = place(ofGradeIn: line) else { continue }
      source.reliabilityGrade = grade(place)
      source.reliability = part(place)
      return
    }
  }

  /// The last grade of a line that has a mark before it and one, or the line's end or its address, behind it.
  private func place(ofGradeIn line: Range<Int>) -> Range<Int>? {
    let isMark = { (index: Int) in tokens[index].kind == .mark }
    for index in line.dropFirst().reversed() where tokens[index].kind == .word && isMark(index - 1) {
      guard let match = pack.reliabilityGrades.match(tokens, at: index), index + match.count <= line.upperBound else {
        continue
      }
      let end = index + match.count
      if end == line.upperBound || isMark(end) || tokens[end].kind == .address { return index..<end }
    }
    return nil
  }

  private func place(ofRatingIn line: Range<Int>) -> Range<Int>? {
    if stars(line) != nil { return run(ofStarsIn: line) }
    let isStroke = { (index: Int) in line.contains(index) && tokens[index].isCharacter("/") }
    return line.first { index in
      tokens[index].kind == .digits && isStroke(index + 1) && !isStroke(index - 1) && !isStroke(index + 3)
        && line.contains(index + 2) && ["5", "10"].contains(tokens[index + 2].folded)
    }.map { $0..<$0 + 3 }
  }
}
