/// Every rule there is, sorted by id.
package enum RuleCatalog {
  static let rules: [any Rule.Type] = [
    ArticleUnreadable.self,
    AssistantChatter.self,
    CitationAltered.self,
    CitationLost.self,
    CitationUnresolved.self,
    ComparatorFlipped.self,
    DateAltered.self,
    DateLost.self,
    DateUnsupported.self,
    DirectionFlipped.self,
    EncodingBroken.self,
    FactUngrounded.self,
    FieldMissing.self,
    FigureAltered.self,
    FigureConflict.self,
    FigureLost.self,
    FigureUncited.self,
    FigureUnsupported.self,
    FrontMatterBroken.self,
    HedgeRemoved.self,
    ImageMissing.self,
    LinkAltered.self,
    LinkBroken.self,
    LinkLost.self,
    NameAltered.self,
    NameLost.self,
    NameUnsupported.self,
    NegationChanged.self,
    OppositeStated.self,
    PlaceholderText.self,
    QuantifierChanged.self,
    QuotationAltered.self,
    QuotationLost.self,
    QuotationMisattributed.self,
    QuotationShortened.self,
    QuotationUnmarked.self,
    QuotationUnsupported.self,
    ScopeChanged.self,
    SentenceDuplicated.self,
    SourceAltered.self,
    SourceConflict.self,
    SourceIncomplete.self,
    SourceLost.self,
    SourceUnreliable.self,
    SourceUnsupported.self,
    SourceUnused.self,
    SourceURLInvalid.self,
    SourcesMissing.self,
    SourcesPlaceholder.self,
    StampMismatch.self,
    TitleUnsupported.self,
  ]

  package static let all: [RuleDescription] = rules.map { $0.description }

  /// The rule with the id `id`.
  package static func rule(_ id: RuleID) -> RuleDescription? {
    all.first { $0.id == id }
  }
}
