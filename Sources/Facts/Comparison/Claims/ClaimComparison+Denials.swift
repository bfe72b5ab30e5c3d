import Languages

/// Denials, cautions and words that mean somebody alone, where they stand elsewhere than in the baseline.
extension ClaimComparison {
  /// Whether a sentence beside the counterpart makes the same claim of the same, and for no other sentence of the baseline:
  /// « sans faire de victimes » told as a sentence, "Nobody expected it to last" as "Who expected it to last? Nobody."
  func isClaimedBeside(_ claim: Claim, _ sentence: Int) -> Bool {
    let isSame = { (other: Claim) in other.kind == claim.kind || claim.kind.isDenial && other.kind.isDenial }
    let links = alignment.ofBaseline[sentence]
    let words = baseline.passage.neighbours(of: claim.tokens, behind: true)
    let places = surroundings(links, in: candidate, linkedBy: alignment.ofCandidate)
    if claim.kind.isDenial, places.contains(where: { isAnsweredWithDenial($0, of: words) }) { return true }
    return places.contains { place in
      let origin = alignment.ofCandidate[place].first?.sentence ?? sentence
      // A question right before its answer is one statement with it.
      let isAsked = place + 1 == links.first?.sentence && candidate.passage.sentences[place].isQuestion
      guard place != links.first?.sentence, tables.candidate[place].contains(where: isSame),
        isAsked || origin == sentence || !tables.baseline[origin].contains(where: isSame)
      else { return false }
      if answers(place, links.first?.sentence) { return true }
      return candidate.passage.sentences[place].tokens.contains { token in
        !candidate.passage.stems[token].isEmpty && words.contains(candidate.passage.stems[token])
      }
    }
  }

  /// Whether both versions have as many denials, or cautions, in the sentence and in those around it: then the one that it
  /// lost may have gone into a neighbour, and the one that it got may have come from there.
  func isCountKept(_ change: ClaimChange, _ sentence: Int, _ link: FactAlignment.Link) -> Bool {
    let isCounted = { (claim: Claim) in
      change.kind == .hedgeRemoved ? claim.kind == .hedge : claim.kind.isDenial
    }
    let count = { (table: ClaimTable, middle: Int, linked: [Int]) in
      Set(middle - 1...middle + 1).union(linked).filter(table.sheet.passage.sentences.indices.contains)
        .reduce(0) { $0 + table[$1].count(where: isCounted) }
    }
    let before = { count(tables.baseline, sentence, alignment.ofCandidate[link.sentence].map(\.sentence)) }
    let after = { count(tables.candidate, link.sentence, alignment.ofBaseline[sentence].map(\.sentence)) }
    switch change.kind {
    case .negationAdded:
      return tables.candidate[link.sentence].contains { isCounted($0) && $0.tokens == change.candidate }
        && after() <= before()
    case .negationRemoved, .hedgeRemoved:
      return tables.baseline[sentence].contains { isCounted($0) && $0.tokens == change.baseline }
        && before() <= after()
    default: return false
    }
  }

  /// « 87 % n'utilisent pas » restates « 13 % utilisent »: its negation is right.
  func statesComplement(_ sentence: Int, _ other: Int) -> Bool {
    let original = baseline.facts[baseline.factsOfSentence[sentence]].compactMap(\.figure)
    let restated = candidate.facts[candidate.factsOfSentence[other]].compactMap(\.figure)
    return restated.contains { figure in
      original.contains { figure != $0 && figure.isComplement(of: $0) } || isRest(figure, of: original, in: restated)
    }
  }

  /// Whether a new count is what one count leaves of another: « 38 signalements, dont deux graves », « les 36 autres non ».
  private func isRest(_ figure: Figure, of counts: [Figure], in restated: [Figure]) -> Bool {
    guard figure.kind == .count, !figure.isOrdinal, counts.count <= Self.mostCounts, !counts.contains(figure) else {
      return false
    }
    return counts.contains { whole in
      counts.contains { part in
        whole.value > part.value && whole.value.subtracting(part.value) == figure.value
          && restated.contains { $0.value == part.value }
      }
    }
  }

  private static let mostCounts = 8

  /// Whether a sentence asks for what some words are about, and the next one begins with a denial: "Written by hand? Never."
  private func isAnsweredWithDenial(_ place: Int, of words: [String]) -> Bool {
    let passage = candidate.passage
    guard passage.sentences[place].isQuestion, place + 1 < passage.sentences.count,
      passage.sentences[place].tokens.contains(where: { words.contains(passage.stems[$0]) })
    else { return false }
    let answer = passage.sentences[place + 1].tokens
    guard let match = passage.pack.negations.match(passage.tokens, at: answer.lowerBound) else { return false }
    let end = answer.lowerBound + match.count
    return end >= answer.upperBound || passage.tokens[end].kind == .mark
  }

  /// Whether a few words answer the question right before them: "Has it been easy? It hasn't."
  private func answers(_ place: Int, _ question: Int?) -> Bool {
    guard let question, place == question + 1, candidate.passage.sentences[question].isQuestion else { return false }
    return candidate.passage.sentences[place].tokens.count <= Self.fewAnswering
  }

  /// How many tokens a short answer has at most, its full stop included.
  private static let fewAnswering = 5

  /// Whether nothing says that somebody or something is meant alone: no such word, no denial of the others.
  func isUnrestricted(_ sentence: Int, _ places: [Int]) -> Bool {
    let isDenial = { (claim: Claim) in
      claim.kind == .negation || claim.kind == .scope("company.except") || claim.kind == .scope("link.except")
    }
    let mine = tables.baseline[sentence].count(where: isDenial)
    return places.allSatisfy { place in
      !tables.candidate[place].contains { claim in
        // "And only then", "leave it until".
        if case .scope(let scope) = claim.kind {
          Self.classOfScope(scope) == "focus"
            || Self.isStillAhead(scope) && !tables.baseline[sentence].contains { $0.kind == claim.kind }
        } else {
          false
        }
      } && tables.candidate[place].count(where: isDenial) <= mine && !restricts(place)
        && bounds(of: place, in: candidate) <= bounds(of: sentence, in: baseline)
    }
  }

  /// How often a sentence tells of the most there is, in figures or not: "no more than a new hall".
  private func bounds(of sentence: Int, in sheet: FactSheet) -> Int {
    let passage = sheet.passage
    return passage.sentences[sentence].tokens.count {
      passage.pack.comparators.match(passage.tokens, at: $0)?.value == .atMost
    }
  }

  /// Whether something comes first by such a scope: "until", "once".
  static func isStillAhead(_ scope: String) -> Bool {
    ["bound.until", "order.before", "gate.once", "link.except"].contains(scope)
  }

  /// Whether a partner of a denial stands there without one: « nous ne sommes que 12 ».
  private func restricts(_ sentence: Int) -> Bool {
    let passage = candidate.passage
    let partners = passage.sentences[sentence].tokens.count { index in
      passage.pack.negations.match(passage.tokens, at: index)?.value == .partner
    }
    return partners > tables.candidate[sentence].count { $0.kind == .negation }
  }
}

extension Claim.Kind {
  /// Whether the claim denies: « aucun » counts none, and denies as « pas » does.
  var isDenial: Bool { self == .negation || self == .quantifier(.none) }

  /// Whether something hangs on what stands behind: "if", "unless".
  var isCondition: Bool { self == .scope("link.condition") || self == .scope("link.except") }
}
