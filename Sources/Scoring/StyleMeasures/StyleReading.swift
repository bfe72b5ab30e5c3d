import Facts
import Languages
import Manuscripts
import StructuredText

/// One text, counted for a profile. What no measure asks for is not looked at.
struct StyleReading {
  private let sheet: FactSheet
  private let text: StyleText
  private let integrity: Tenths

  init(of sheet: FactSheet, integrity: Tenths) {
    self.sheet = sheet
    text = StyleText(sheet.article.bytesWithoutTemplates, from: sheet.article.body.start)
    self.integrity = integrity
  }

  /// How many words the text has, and one for a text without.
  var words: Int { max(1, text.words) }

  private var passage: Passage { sheet.passage }
  private var tree: MarkdownTree { passage.tree }

  func count(_ subject: StyleSubject) -> StyleCount {
    switch subject {
    case .questions: StyleCount(places: text.questionMarks)
    case .exclamationMarks: StyleCount(places: text.exclamationMarks)
    case .contractions: StyleCount(places: text.contractions)
    case .words: StyleCount(hundredths: 100 * text.words)
    case .shortSentences(let limit): StyleCount(places: text.pieces.filter { $0.words < limit }.map(\.range))
    case .phrases(let phrases): StyleCount(places: text.places(of: phrases))
    case .heavyTransitions: StyleCount(places: places(of: passage.pack.heavyTransitions))
    case .cliches: StyleCount(places: places(of: passage.pack.cliches))
    case .word(let word): StyleCount(places: places(of: PhraseTable([(word, true)])))
    case .headings(let level):
      StyleCount(
        places: ownBlocks { block in
          if case .heading(let own) = block.kind { level == nil || level == own } else { false }
        }.map(\.range))
    case .lists: StyleCount(places: lists)
    case .boldSpans: StyleCount(places: boldSpans)
    case .conclusion: StyleCount(places: conclusion.map { [$0] } ?? [])
    case .duplicateSentences:
      StyleCount(places: SentenceDuplicated.repetitions(in: sheet).map(sheet.place(ofSentence:)))
    case .percentages: StyleCount(places: percentages)
    case .sources: StyleCount(places: (sheet.sources?.entries ?? []).map(\.range))
    case .citations: StyleCount(places: sheet.citations.map { sheet.passage.place(of: $0.tokens) })
    case .wordsPerSentence: StyleCount(hundredths: prose.words * 100 / max(1, prose.sentences))
    case .readingEase: StyleCount(hundredths: prose.readingEase(passage.pack))
    case .lix: StyleCount(hundredths: prose.lix)
    case .integrity: StyleCount(hundredths: integrity.value * 10)
    }
  }

  private var sourcesRange: TextRange { sheet.sources?.range ?? TextRange(0, 0) }

  /// The blocks outside of the sources section that `isWanted`.
  private func ownBlocks(_ isWanted: (MarkdownTree.Block) -> Bool) -> [MarkdownTree.Block] {
    tree.blocks.filter { isWanted($0) && !sourcesRange.contains($0.range) }
  }

  private func places(of phrases: PhraseTable<Bool>) -> [TextRange] {
    var places: [TextRange] = []
    var index = 0
    while index < passage.tokens.count {
      if !sheet.isApparatus[index], let (_, count) = phrases.match(passage.tokens, at: index), count > 0 {
        places.append(passage.place(of: index..<index + count))
        index += count
      } else {
        index += 1
      }
    }
    return places
  }

  /// The first items of the lists.
  private var lists: [TextRange] {
    var seen: Set<Int> = []
    return ownBlocks { _ in true }.compactMap { block in
      guard let item = block.listItem, item.parent == nil, seen.insert(item.list).inserted else { return nil }
      return block.range
    }
  }

  private var boldSpans: [TextRange] {
    tree.spans.filter { $0.kind == .strong }.map { tree.text.source(of: $0.text) }
      .filter { !sourcesRange.contains($0) }
  }

  private var percentages: [TextRange] {
    sheet.facts.filter { $0.figure?.unit?.dimension == .percent }.map(sheet.place(of:))
  }

  /// A heading that begins with the words of an end, or the last paragraph when it does.
  private var conclusion: TextRange? {
    let begins = { (block: MarkdownTree.Block, index: Int) -> Bool in
      guard let first = passage.tokensOfBlock[index].first, !sourcesRange.contains(block.range) else { return false }
      return passage.pack.conclusions.match(passage.tokens, at: first) != nil
    }
    let blocks = Array(zip(tree.blocks, tree.blocks.indices))
    let heading = blocks.last { block, index in
      if case .heading = block.kind { begins(block, index) } else { false }
    }
    if let heading { return heading.0.range }
    let last = blocks.last { block, _ in block.kind == .paragraph && !sourcesRange.contains(block.range) }
    return last.flatMap { begins($0.0, $0.1) ? $0.0.range : nil }
  }

  // MARK: Ease of reading

  private var prose: Prose { Prose(of: sheet) }
}

/// What the formulas of readability are made of.
private struct Prose {
  private(set) var sentences = 0
  private(set) var words = 0
  private(set) var syllables = 0
  /// Words of more than six letters.
  private(set) var longWords = 0

  init(of sheet: FactSheet) {
    let passage = sheet.passage
    let syllabary = passage.pack.syllables
    for sentence in passage.sentences where sentence.role == .prose {
      let before = words
      for index in sentence.tokens where !sheet.isApparatus[index] {
        let token = passage.tokens[index]
        switch token.kind {
        case .digits:
          words += 1
          syllables += 1
        case .word:
          // An article without its vowel, as in « l'eau », is no word of its own.
          let count = syllabary.count(in: token.folded)
          guard count > 0 else { continue }
          words += 1
          syllables += count
          if token.folded.utf8.count > 6 { longWords += 1 }
        case .mark, .address: continue
        }
      }
      if words > before { sentences += 1 }
    }
  }

  /// In hundredths.
  func readingEase(_ pack: LanguagePack) -> Int {
    guard words > 0, sentences > 0, let formula = pack.readingEase else { return 0 }
    let thousandths = formula.base - formula.perWord * words / sentences - formula.perSyllable * syllables / words
    return max(0, thousandths / 10)
  }

  /// In hundredths.
  var lix: Int {
    guard words > 0, sentences > 0 else { return 0 }
    return 100 * words / sentences + 10_000 * longWords / words
  }
}
