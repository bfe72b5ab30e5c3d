/// A short article about solar roofs, as it was checked and as it may be restyled.
package enum SampleArticle: String, CaseIterable, Sendable {
  /// The checked version.
  case factual
  /// Says all that the checked version says, in other words.
  case faithful
  /// As faithful, but `40%` became `14%`.
  case wrongFigure
  /// As faithful, but a sentence stands in the place of the sources.
  case withoutSources

  package static let slug = "solar-roofs"
  package static let path = "articles/solar-roofs.md"
  /// The sentence that stands in the place of the sources.
  package static let placeholder = "[The same sources as in the original article, presented in the same way]"

  /// The versions that no gate may let in.
  package static let refused: [SampleArticle] = [.wrongFigure, .withoutSources]

  /// The whole file.
  package var text: String {
    switch self {
    case .factual: Self.frontMatter + Self.checkedBody + Self.sources
    case .faithful: Self.frontMatter + Self.restyledBody(share: "forty per cent") + Self.sources
    case .wrongFigure: Self.frontMatter + Self.restyledBody(share: "14%") + Self.sources
    case .withoutSources:
      Self.frontMatter + Self.restyledBody(share: "40%") + "## Sources and references\n\n\(Self.placeholder)\n"
    }
  }

  /// What the words that a refusal must show are: in the candidate, and in the baseline when it is there.
  package var evidence: [String] {
    switch self {
    case .factual, .faithful: []
    case .wrongFigure: ["14%", "40%", "\(Self.path):\(line(of: "14%"))"]
    case .withoutSources: ["\(Self.path):\(line(of: Self.placeholder))"]
    }
  }

  /// The number of the first line that holds `words`, from 1.
  package func line(of words: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.firstIndex { $0.contains(words) } ?? -2) + 1
  }

  private static let frontMatter = """
    ---
    title: "Solar roofs: what the town counted"
    description: "What a town learned by putting panels on its roofs"
    date: "2025-06-02"
    author: "The Town Desk"
    lang: en
    ---


    """

  private static let checkedBody = """
    # Solar roofs: what the town counted

    Solar panels now cover 40% of the public roofs of Larkfield (Source: Larkfield Energy Office). They cost \
    £2.4 million and were finished on 12 May 2024 (Source: Larkfield Energy Office).

    "The panels have paid for the new roof of the library," says Judith Amory, who runs the office (Source: Larkfield \
    Energy Office).

    One household in five has asked for advice since then (Source: Citizens Advice Larkfield).


    """

  private static func restyledBody(share: String) -> String {
    """
    # Solar roofs: what the town counted

    Look up when you walk through Larkfield. Solar panels now cover \(share) of the public roofs of the town (Source: \
    Larkfield Energy Office). What did they cost? 2.4 million pounds. The work was finished on May 12, 2024 (Source: \
    Larkfield Energy Office).

    Was it worth it? "The panels have paid for the new roof of the library," says Judith Amory, who runs the office \
    (Source: Larkfield Energy Office).

    And it's catching: since then, one household in five has asked for advice (Source: Citizens Advice Larkfield).


    """
  }

  private static let sources = """
    ## Sources and references

    1. **Larkfield Energy Office – Report** - Report
       - Date: 03/02/2025
       - URL: https://www.larkfield-energy.org/reports/roofs
       - Reliability: 9/10

    2. **Citizens Advice Larkfield – Annual figures** - Survey
       - Date: 14/01/2025
       - URL: https://www.citizens-advice-larkfield.org/figures/2024
       - Reliability: 8/10

    """
}
