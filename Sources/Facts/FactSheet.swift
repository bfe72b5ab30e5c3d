import LanguagePacks
package import Languages
package import Manuscripts
package import StructuredText

/// Everything in one article that must survive a restyling.
///
/// A shared object: whoever compares takes one reference, and not one for each of the lists.
package final class FactSheet: Sendable {
  package let article: Article
  package let passage: Passage
  /// Whether the front matter names a language that there is a pack for.
  package let namesLanguage: Bool
  package let facts: [Fact]
  package let quotations: [Quotation]
  package let names: [NameMention]
  package let citations: [Citation]
  /// `nil` when the article lists no sources in any shape.
  package let sources: SourcesSection?
  /// For each token, whether it is part of a citation or of the sources section and asserts nothing itself.
  package let isApparatus: [Bool]
  /// For each sentence, its facts.
  let factsOfSentence: [Range<Int>]
  /// For each block, the block of the heading that it stands under; -1 before the first one.
  let headingOfBlock: [Int]
  /// For each sentence, its names.
  let namesOfSentence: [Range<Int>]
  /// What was read in each sentence by itself: where the sentence stands in another version, it is not read again.
  let factReadings: [FactReading]
  let factReadingsOfSentence: [Range<Int>]
  let nameReadings: [NameReading]
  let nameReadingsOfSentence: [Range<Int>]

  /// Reads the facts of `article`.
  ///
  /// - Parameters:
  ///   - language: the language of articles whose front matter names none; `nil`: detected.
  ///   - other: a version of the article that was read already: what did not change is not read again.
  package init(of article: Article, language: LanguageTag? = nil, knowing other: FactSheet? = nil) {
    self.article = article
    let known = other.map { KnownText(of: article.tree, in: $0) }
    let lines = known?.lines ?? []
    let tokens = WordBreaker.tokens(of: article.tree.text.bytes, knowing: lines, from: other?.passage.tokens ?? [])
    let named = article.frontMatter?.node?["lang"]?.text.flatMap { LanguageTag($0) }.flatMap(LanguagePack.pack(for:))
    namesLanguage = named != nil
    let words = Lexicon(tokens, knowing: lines, from: other?.passage.words)
    let pack = named ?? Self.pack(for: words, language: language)
    let text = Passage(tree: article.tree, tokens: tokens, words: words, pack: pack, knowing: other?.passage)
    let (sources, entryBlocks) = SourcesExtractor(article: article, passage: text).sources()
    let passage = Passage(text, sources: entryBlocks)
    var apart = [Bool](repeating: false, count: tokens.count)
    for block in entryBlocks {
      for index in passage.tokensOfBlock[block] { apart[index] = true }
    }
    var citationReader = CitationExtractor(passage: passage, sources: sources?.entries ?? [], apart: apart)
    let citations = citationReader.citations()
    let apparatus = citationReader.isApparatus
    let twins = known?.twins(of: passage, apart: apparatus)
    let factReader = FactExtractor(passage: passage, apart: apparatus)
    let factReadings = factReader.readings(knowing: twins)
    let facts = factReader.facts(among: factReadings)
    let nameReader = NameExtractor(passage: passage, apart: apparatus)
    let nameReadings = nameReader.readings(knowing: twins)
    let names = Self.names(nameReader.names(among: nameReadings), besides: facts)
    self.quotations = QuotationExtractor(passage: passage, apart: apparatus, names: names).quotations()
    self.facts = facts
    self.factReadings = factReadings
    self.nameReadings = nameReadings
    self.factReadingsOfSentence = Self.ranges(
      ofSentences: factReadings.map { passage.sentenceOfToken[$0.tokens.lowerBound] }, among: passage.sentences.count)
    self.nameReadingsOfSentence = Self.ranges(
      ofSentences: nameReadings.map(\.mention.sentence), among: passage.sentences.count)
    self.passage = passage
    self.names = names
    self.citations = citations
    self.sources = sources
    self.isApparatus = apparatus
    self.headingOfBlock = Self.headings(ofBlocks: article.tree.blocks)
    self.factsOfSentence = Self.ranges(ofSentences: facts.map(\.sentence), among: passage.sentences.count)
    self.namesOfSentence = Self.ranges(ofSentences: names.map(\.sentence), among: passage.sentences.count)
  }

  package func place(of fact: Fact) -> TextRange { passage.place(of: fact.tokens) }
  package func place(ofSentence sentence: Int) -> TextRange { passage.place(of: passage.sentences[sentence].tokens) }
  package func text(of fact: Fact) -> String { passage.text(of: fact.tokens) }

  /// The names that are no unit of an amount: "25 MB" names nothing. Both are in the order of the text.
  private static func names(_ names: some Sequence<NameMention>, besides facts: [Fact]) -> [NameMention] {
    var next = 0
    return names.filter { name in
      while next < facts.count, facts[next].tokens.upperBound <= name.tokens.lowerBound { next += 1 }
      guard next < facts.count, case let fact = facts[next].tokens, fact.contains(name.tokens.lowerBound),
        fact.contains(name.tokens.upperBound - 1)
      else { return true }
      return facts[next].figure?.unit == nil
    }
  }

  private static func headings(ofBlocks blocks: [MarkdownTree.Block]) -> [Int] {
    var heading = -1
    return blocks.enumerated().map { index, block in
      if case .heading(_) = block.kind { heading = index }
      return heading
    }
  }

  /// The range of items in each sentence, given the sentence of each item in the order of the text.
  private static func ranges(ofSentences sentences: [Int], among count: Int) -> [Range<Int>] {
    var result = [Range<Int>](repeating: 0..<0, count: count)
    var start = 0
    while start < sentences.count {
      var end = start + 1
      while end < sentences.count, sentences[end] == sentences[start] { end += 1 }
      result[sentences[start]] = start..<end
      start = end
    }
    return result
  }

  private static func pack(for words: Lexicon, language: LanguageTag?) -> LanguagePack {
    if let pack = language.flatMap(LanguagePack.pack(for:)) { return pack }
    let available = LanguagePack.available
    let detected = LanguageDetector.language(of: words, among: available) ?? available.first
    return detected.flatMap { LanguagePack.pack(for: $0) } ?? .empty
  }
}
