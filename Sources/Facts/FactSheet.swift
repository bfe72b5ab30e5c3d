package import Languages
package import Manuscripts
package import StructuredText

/// Everything in one article that must survive a restyling.
package struct FactSheet: Sendable {
  package let article: Article
  package let passage: Passage
  package let facts: [Fact]
  package let quotations: [Quotation]
  package let names: [NameMention]
  package let citations: [Citation]
  /// `nil` when the article lists no sources in any shape.
  package let sources: SourcesSection?
  /// For each token, whether it is part of a citation or of the sources section and asserts nothing itself.
  package let isApparatus: [Bool]

  /// Reads the facts of `article`.
  ///
  /// - Parameter language: the language of articles whose front matter names none; `nil`: detected.
  package init(of article: Article, language: LanguageTag? = nil) {
    self.article = article
    let tokens = WordBreaker.tokens(of: article.tree.text.bytes)
    let pack = Self.pack(for: article, tokens: tokens, language: language)
    var passage = Passage(tree: article.tree, tokens: tokens, pack: pack)
    let (sources, entryBlocks) = SourcesExtractor(article: article, passage: passage).sources()
    var apart = [Bool](repeating: false, count: tokens.count)
    for block in entryBlocks {
      passage.assignToSources(block: block)
      for index in passage.tokensOfBlock[block] { apart[index] = true }
    }
    var citationReader = CitationExtractor(passage: passage, sources: sources?.entries ?? [], apart: apart)
    let citations = citationReader.citations()
    let apparatus = citationReader.isApparatus
    let names = NameExtractor(passage: passage, apart: apparatus).names()
    self.quotations = QuotationExtractor(passage: passage, apart: apparatus, names: names).quotations()
    self.facts = FactExtractor(passage: passage, apart: apparatus).facts()
    self.passage = passage
    self.names = names
    self.citations = citations
    self.sources = sources
    self.isApparatus = apparatus
  }

  package func place(of fact: Fact) -> TextRange { passage.place(of: fact.tokens) }
  package func place(ofSentence sentence: Int) -> TextRange { passage.place(of: passage.sentences[sentence].tokens) }
  package func text(of fact: Fact) -> String { passage.text(of: fact.tokens) }

  private static func pack(for article: Article, tokens: [Token], language: LanguageTag?) -> LanguagePack {
    let stated = article.frontMatter?.node?["lang"]?.text.flatMap { LanguageTag($0) }
    for tag in [stated, language] {
      if let pack = tag.flatMap({ LanguagePack.pack(for: $0) }) { return pack }
    }
    let available = LanguagePack.available
    let detected = LanguageDetector.language(of: Array(tokens.prefix(2000)), among: available) ?? available.first
    return detected.flatMap { LanguagePack.pack(for: $0) } ?? .empty
  }
}
