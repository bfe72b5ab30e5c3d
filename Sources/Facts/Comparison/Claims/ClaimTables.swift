import Languages

/// The claims of the sentences of two versions, each read once and only when it is asked for.
final class ClaimTables {
  let baseline: ClaimTable
  let candidate: ClaimTable

  init(baseline: FactSheet, candidate: FactSheet) {
    self.baseline = ClaimTable(baseline)
    self.candidate = ClaimTable(candidate)
  }

  /// Whether one of two sentences denies what the other affirms, by a denial or by an opposite, and not by both.
  func isDenial(baseline sentence: Int, candidate other: Int) -> Bool {
    // "Something other than" leaves what "not" leaves.
    let isNegation = { (claim: Claim) in claim.kind == .negation || claim.kind == .scope("company.except") }
    let differs = baseline[sentence].contains(where: isNegation) != candidate[other].contains(where: isNegation)
    return differs != turnsWord(baseline: sentence, candidate: other)
  }

  /// Whether words of one sentence were exchanged for their opposites in the other, and not twice.
  func turnsWord(baseline sentence: Int, candidate other: Int) -> Bool {
    var differs = false
    let before = baseline.words(of: sentence)
    let after = candidate.words(of: other)
    let pack = baseline.sheet.passage.pack
    let come = after.subtracting(before)
    for word in before.subtracting(after) {
      let mayTurn = pack.hasOpposite(word) || pack.hasOpposite(pack.stem(word))
      if come.contains(where: { pack.isDenial(word, $0) || mayTurn && pack.areOpposites(word, $0) }) {
        differs.toggle()
      }
    }
    return differs
  }
}

/// The claims of the sentences of one version.
final class ClaimTable {
  let sheet: FactSheet
  private var known: [[Claim]?]
  private var knownStages: [[Staged]?]
  private lazy var reader = ClaimReader(sheet: sheet)
  /// In which sentences words stand; made when it is first asked for.
  private(set) lazy var index = SentenceIndex(sheet.passage)

  init(_ sheet: FactSheet) {
    self.sheet = sheet
    known = Array(repeating: nil, count: sheet.passage.sentences.count)
    knownStages = Array(repeating: nil, count: known.count)
  }

  subscript(sentence: Int) -> [Claim] {
    if let claims = known[sentence] { return claims }
    let claims = reader.claims(ofSentence: sentence)
    known[sentence] = claims
    return claims
  }

  /// The words of a sentence that tell how far something has come.
  func stages(ofSentence sentence: Int) -> [Staged] {
    if let stages = knownStages[sentence] { return stages }
    let stages = StageReader(sheet: sheet).stages(ofSentence: sentence)
    knownStages[sentence] = stages
    return stages
  }

  /// The folded words of a sentence that say something; the bounds of figures do not.
  func words(of sentence: Int) -> Set<String> {
    let passage = sheet.passage
    return Set(
      passage.sentences[sentence].tokens.lazy.filter { !passage.stems[$0].isEmpty }.map { passage.tokens[$0].folded })
  }
}
