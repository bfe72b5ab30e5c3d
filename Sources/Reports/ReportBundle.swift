import Gatekeeping
import Wording

/// What one command found: articles, or branches with their articles. Every format is made from it.
package enum ReportBundle: Sendable {
  case articles([Report])
  case branches([BranchReport])

  /// Returns the bundle in a format.
  ///
  /// - Parameters:
  ///   - text: lays out what is for people.
  ///   - version: of this program, for formats that name the tool.
  package func document(as format: ReportFormat, text: TextRenderer, version: String) -> String {
    switch (format, self) {
    case (.text, .articles(let reports)): text.text(reports)
    case (.text, .branches(let branches)): text.text(branches)
    case (.json, .articles(let reports)): JSONRenderer().json(reports)
    case (.json, .branches(let branches)): JSONRenderer().json(branches)
    case (.jsonl, .articles(let reports)): reports.map { JSONRenderer().jsonLine($0) }.joined()
    case (.jsonl, .branches(let branches)): branches.map { JSONRenderer().jsonLine($0) }.joined()
    case (.markdown, _): MarkdownRenderer().markdown(self)
    case (.github, _): GitHubRenderer().annotations(self)
    case (.sarif, _): SARIFRenderer(version: version).sarif(self)
    case (.junit, _): JUnitRenderer().xml(self)
    case (.checkstyle, _): CheckstyleRenderer().xml(self)
    case (.rdjson, _): RDJSONRenderer().json(self)
    }
  }

  /// Articles that were judged together.
  struct Group {
    /// `nil` for articles that no branch was asked about.
    let branch: String?
    let articles: [Report]
    let remarks: [Remark]

    /// What is said of one article, the gravest first.
    func remarks(on report: Report) -> [Remark] { Remark.all(on: report) }
  }

  /// The articles, by the branch whose gate was asked.
  var groups: [Group] {
    switch self {
    case .articles(let reports): [Group(branch: nil, articles: reports, remarks: [])]
    case .branches(let branches):
      branches.map { branch in
        Group(
          branch: branch.branch, articles: branch.articles,
          remarks: branch.refusals.map { Remark($0, on: nil, branch: branch.branch) })
      }
    }
  }

  var articles: [Report] { groups.flatMap(\.articles) }

  /// Everything that there is to say, branch by branch and article by article.
  var remarks: [Remark] {
    groups.flatMap { group in group.remarks + group.articles.flatMap { group.remarks(on: $0) } }
  }

  /// How many articles were judged and how many refused, as a sentence.
  var count: String {
    let articles = articles
    let refused = articles.filter(\.isRefused).count
    let updates = groups.filter { !$0.remarks.isEmpty }.count
    var text = counted(articles.count, "article", fr: "article") + colon + " "
    text += TextRenderer.verdicts(articles.count - refused, refused)
    if updates > 0 {
      text += worded(
        "; \(counted(updates, "branch", "branches", fr: "branche")) refused for other reasons",
        fr: """
           ; \(counted(updates, "branch", "branches", fr: "branche refusée", "branches refusées")) pour d'autres \
          raisons
          """)
    }
    return text + "."
  }
}

extension Report {
  /// Whether a gate refuses the article.
  var isRefused: Bool { !(gate?.verdict.isPassed ?? true) }
}
