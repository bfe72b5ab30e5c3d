import Gatekeeping
import GitStore
import Scoring

/// The message of the commit that a promotion makes.
struct MergeMessage {
  let promotion: Promotion
  /// The text that came in the place of the earlier stage's.
  var rewriting: Rewriting? = nil
  let articles: [JudgedArticle]
  /// The objects that the articles were compared with, in the same order.
  let baselines: [ObjectID?]

  /// The first line.
  var subject: String {
    "\(rewriting == nil ? "Promote" : "Restyle") \(promotion.slug) from \(promotion.from.name) to \(promotion.to.name)"
  }

  /// The message, ending with the trailers that let anybody recompute what the gate saw.
  var text: String {
    let trailers =
      [
        "Editorial-Article: \(promotion.slug)", "Editorial-From: \(promotion.from.name)",
        "Editorial-To: \(promotion.to.name)",
      ] + findings
    return "\(subject)\n\n\(trailers.joined(separator: "\n"))\n"
  }

  /// What the gate saw of the article, one trailer a line.
  private var findings: [String] {
    var scores = ScoreTrailers()
    for card in articles.compactMap(\.scorecard) { scores.add(card) }
    var trailers = scores.lines
    for baseline in baselines.compactMap({ $0 }) { trailers.append("Editorial-Baseline: \(baseline)") }
    // Said again here, so that they are there where only the last commits are, as in a shallow clone, or only this message.
    let waivers = articles.flatMap(\.waivers.values).map(\.trailer)
    trailers += Set(waivers).sorted()
    return trailers + (rewriting?.trailers ?? [])
  }

  /// The message of a release: what the gate saw of each article stands behind the article's own trailer.
  static func release(_ name: String, of articles: [MergeMessage]) -> String {
    var trailers = articles.flatMap { ["Editorial-Article: \($0.promotion.slug)"] + $0.findings }
    if let promotion = articles.first?.promotion {
      trailers += [
        "Editorial-Release: \(name)", "Editorial-From: \(promotion.from.name)", "Editorial-To: \(promotion.to.name)",
      ]
    }
    return "Release \(name)\n\n\(list(of: articles.map(\.promotion)))\n\(trailers.joined(separator: "\n"))\n"
  }

  /// One line for each article.
  static func list(of promotions: [Promotion]) -> String { promotions.map { "- \($0.slug)\n" }.joined() }
}
