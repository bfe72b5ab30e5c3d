import Languages

/// The claims of the sentences of two versions, each read once and only when it is asked for.
final class ClaimTables {
  let baseline: ClaimTable
  let candidate: ClaimTable

  init(baseline: FactSheet, candidate: FactSheet) {
    self.baseline = ClaimTable(baseline)
    self.candidate = ClaimTable(candidate)
  }

  /// In how many sentences of the baseline a stem stands; counted once, when it is first asked for.
  private lazy var uses: [String: Int] = {
    var uses: [String: Int] = [:]
    let passage = baseline.sheet.passage
    for sentence in passage.sentences where sentence.role != .source && sentence.role != .code {
      for stem in Set(sentence.tokens.lazy.map { passage.stems[$0] }) { uses[stem, default: 0] += 1 }
    }
    return uses
  }()

  /// In how many sentences of the baseline a stem stands.
  func uses(of stem: String) -> Int { uses[stem] ?? 0 }

  /// Whether a sentence of the baseline has both stems, so that they are two things.
  func isUsedBeside(_ stem: String, _ other: String) -> Bool {
    let passage = baseline.sheet.passage
    return passage.sentences.contains { sentence in
      sentence.tokens.contains { passage.stems[$0] == stem } && sentence.tokens.contains { passage.stems[$0] == other }
    }
  }

  /// Whether one of two sentences denies what the other affirms, by a denial or by an opposite, and not by both.
  func isDenial(baseline sentence: Int, candidate other: Int) -> Bool {
    let isNegation = { (claim: Claim) in claim.kind == .negation }
    var differs = baseline[sentence].contains(where: isNegation) != candidate[other].contains(where: isNegation)
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

  init(_ sheet: FactSheet) {
    self.sheet = sheet
    known = Array(repeating: nil, count: sheet.passage.sentences.count)
  }

  subscript(sentence: Int) -> [Claim] {
    if let claims = known[sentence] { return claims }
    let claims = ClaimReader(sheet: sheet).claims(ofSentence: sentence)
    known[sentence] = claims
    return claims
  }

  /// The folded words of a sentence that say something; the bounds of figures do not.
  func words(of sentence: Int) -> Set<String> {
    let passage = sheet.passage
    return Set(
      passage.sentences[sentence].tokens.lazy.filter { !passage.stems[$0].isEmpty }.map { passage.tokens[$0].folded })
  }
}
