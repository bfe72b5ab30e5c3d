import Scoring
import Testing

/// A quotation stands between marks of any kind, and may be shortened, but not in the midst of a phrase.
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

  /// The marks that a paper sets, and where it puts the speaker.
  private static let layouts: [@Sendable (String, String, String) -> String] = [
    { quote, name, role in "“\(quote),” said \(name), \(role)." },
    { quote, name, role in "“\(quote),” \(role), \(name), said." },
    { quote, name, role in "‘\(quote),’ said \(name), \(role)." },
    { quote, name, role in "‘\(quote)’, said \(name), \(role)." },
    { quote, name, role in "\(name), \(role), said: ‘\(quote).’" },
    { quote, name, role in "\(name), \(role): “\(quote).”" },
  ]
  private static let said = "The boats’ crews were promised two new gates, and we’re still waiting"

  private static func article(_ layout: Int, _ quote: String = said, _ name: String = "Ada Quill") -> String {
    """
    ---
    lang: en
    ---

    # The gate of the lower lock

    The gate is made of oak. Owen Brandt, the mayor, pays for the ropes.

    \(layouts[layout](quote, name, name == "Ada Quill" ? "the keeper" : "the mayor"))

    Nobody knows when the work will begin. The ‘green’ lamps burn all night.
    """
  }

  @Test(arguments: layouts.indices, layouts.indices)
  func singleMarksQuoteAsDoubleOnesDo(_ before: Int, _ after: Int) {
    let card = Judging.scorecard(Self.article(after), against: Self.article(before))
    #expect(card.integrity == .full, "\(card.findings)")
    let reworded = Self.said.replacing("still waiting", with: "still hoping")
    for changed in [Self.article(after, reworded), Self.article(after, Self.said, "Owen Brandt")] {
      let card = Judging.scorecard(changed, against: Self.article(before))
      #expect(card.integrity.value < 950, "\(card.findings)")
    }
  }
}
