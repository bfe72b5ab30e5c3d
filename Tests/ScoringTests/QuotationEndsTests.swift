import Scoring
import Testing

/// A quotation may be shortened, but not in the midst of a phrase.
@Suite struct QuotationEndsTests {
  static let kept = [
    Rewording(
      "en", "“The gate was greased before the flood, and nobody told us,” says Ada Quill.",
      "“The gate was greased before the flood,” says Ada Quill."),
    Rewording(
      "en", "“The gate was greased before the flood of August,” says Ada Quill.",
      "“The gate was greased before the …,” says Ada Quill."),
    Rewording(
      "fr", "« La vanne a été graissée avant la crue, et personne ne l'a su », dit Ada Quill.",
      "« La vanne a été graissée avant la crue », dit Ada Quill."),
  ]
  static let changed = [
    Rewording(
      "en", "“The gate was greased before the flood,” says Ada Quill.",
      "“The gate was greased before the,” says Ada Quill."),
    Rewording(
      "fr", "« La vanne a été graissée avant la crue », dit Ada Quill.",
      "« La vanne a été graissée avant la », dit Ada Quill."),
    Rewording(
      "fr", "« La vanne a été graissée à l'initiative de l'éclusier », dit Ada Quill.",
      "« La vanne a été graissée à l'initiative de », dit Ada Quill."),
  ]

  @Test(arguments: kept) func quotationCutAtTheEndOfAPhraseIsShortened(pair: Rewording) {
    let card = pair.scorecardAmongOthers
    #expect(!card.findings.contains { $0.rule == "quotation-altered" }, "\(card.findings)")
  }

  @Test(arguments: changed) func quotationBrokenOffIsAltered(pair: Rewording) {
    let card = pair.scorecardAmongOthers
    #expect(card.findings.contains { $0.rule == "quotation-altered" }, "\(card.findings)")
  }
}
