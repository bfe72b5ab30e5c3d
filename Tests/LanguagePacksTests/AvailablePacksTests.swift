import Languages
import Testing

@testable import LanguagePacks

/// The packs that are built into the program, and what is asked of all of them at once.
@Suite struct AvailablePacksTests {
  private static let tags = LanguagePack.available

  private func tokens(_ text: String) -> [Token] { WordBreaker.tokens(of: Array(text.utf8)) }

  @Test func eachLanguageIsThereOnce() throws {
    #expect(Self.tags.count >= 3 && Set(Self.tags).count == Self.tags.count)
    #expect(LanguagePack.heads.map(\.tag) == Self.tags)
    for tag in Self.tags { #expect(LanguagePack.pack(for: tag)?.tag == tag) }
    #expect(LanguagePack.pack(for: .undetermined) == nil)
  }

  /// A stamp that the program has written would otherwise be a stranger's to it.
  @Test(arguments: tags) func whatIsWrittenInALanguageIsReadInIt(tag: LanguageTag) throws {
    let labels = ArticleLabels.labels(for: tag)
    #expect(labels.tag == tag)
    for label in ArticleLabel.allCases {
      let written = labels[label]
      #expect(!written.isEmpty, "\(label)")
      #expect(labels.label(of: tokens(written)) == label, "\(written)")
      // In any case, and whatever language it is looked for in first.
      let found = try #require(ArticleLabel.read(written.uppercased()), "\(written)")
      #expect(found == label, "\(written)")
    }
  }

  @Test func otherWordsAreNoLabel() {
    for text in ["", "Score", "Score intégrité : 100", "Version : 2", "sources of the river"] {
      #expect(ArticleLabel.read(text) == nil, "\(text)")
    }
    #expect(ArticleLabels.labels(for: nil).tag == Self.tags.first, "the first language's, where none is known")
  }

  /// The first one whose votes come within a fifth of the most.
  @Test func ofLanguagesThatComeCloseTheFirstWins() throws {
    let (english, french) = (try #require(LanguageTag("en")), try #require(LanguageTag("fr")))
    let even = tokens("the and with from le dans pour avec")
    for order in [[english, french], [french, english]] {
      #expect(LanguageDetector.language(of: Lexicon(even), among: order) == order.first)
      #expect(LanguageDetector.language(of: Lexicon(tokens("le chat est dans la maison the")), among: order) == french)
    }
    #expect(LanguageDetector.language(of: Lexicon(tokens("le chat est dans la maison the")), among: [english]) == nil)
  }
}

extension ArticleLabel {
  /// The label that a text is in any language.
  fileprivate static func read(_ text: String) -> ArticleLabel? {
    ArticleLabels.label(writtenAs: Array(text.utf8))?.label
  }
}
