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

  /// What the log of operations says of the promotion.
  var record: OperationRecord {
    OperationRecord(verb: rewriting == nil ? "promote" : "restyle", summary: subject, articles: [promotion.slug.name])
  }

  private var subject: String {
    "\(rewriting == nil ? "Promote" : "Restyle") \(promotion.slug) from \(promotion.from.name) to \(promotion.to.name)"
  }

  /// The message, ending with the trailers that let anybody recompute what the gate saw.
  var text: String {
    var trailers = [
      "Editorial-Article: \(promotion.slug)", "Editorial-From: \(promotion.from.name)",
      "Editorial-To: \(promotion.to.name)",
    ]
    var scores = ScoreTrailers()
    for card in articles.compactMap(\.scorecard) { scores.add(card) }
    trailers += scores.lines
    for baseline in baselines.compactMap({ $0 }) { trailers.append("Editorial-Baseline: \(baseline)") }
    // Said again here, so that they are there where only the last commits are, as in a shallow clone, or only this message.
    let waivers = articles.flatMap(\.waivers.values).map(\.trailer)
    trailers += Set(waivers).sorted()
    trailers += rewriting?.trailers ?? []
    return "\(subject)\n\n\(trailers.joined(separator: "\n"))\n"
  }
}
