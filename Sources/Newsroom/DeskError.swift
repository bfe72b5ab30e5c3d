package import Gatekeeping
package import GitStore
package import Scoring
import Wording

/// Why the desk could not do what was asked. A refusal of a gate is none of these: it is an answer.
package enum DeskError: Error, Sendable {
  /// The policy that is in force cannot be read. The bytes are those of the file, for line and column.
  case brokenPolicy(PolicyError, label: String, bytes: [UInt8])
  /// No branch and no path has such an article.
  case noSuchArticle(String, suggestion: String?)
  case noSuchStage(String, suggestion: String?)
  case noSuchRevision(String)
  /// The clone is shallow, and the revision may be among what it lacks.
  case notFetched(String)
  /// The clone is shallow, and the commit where the two parted is not in it.
  case shallow(String, String)
  case invalidSlug(Slug.Invalid)
  /// The article is not at the stage that it should leave.
  case notAtStage(Slug, Stage)
  /// Everything that the stages have is in the next ones already.
  case nothingToPromote(Slug, Stage)
  /// The first stage is entered by writing, not by a promotion.
  case notAPromotion(Stage)
  /// Both stages changed the same lines. Nothing was written.
  case conflicts(Promotion, [MergeConflict])
  /// No stage has a branch of its own and a gate that measures against an earlier one.
  case noStageForRestyling
  /// The target branch is checked out, and files there would be lost.
  case wouldOverwrite(workTree: String, [Obstacle])
  /// The target branch is in the middle of a rebase or a bisection.
  case branchBusy(String, workTree: String)
  /// There is a draft of this name.
  case slugTaken(Slug, branch: String)
  /// No pattern of the policy says where such an article would lie.
  case noPlaceForArticle(Slug)
  /// The article has several files, and the question is about one.
  case severalArticles(Slug, [String])
  /// Nothing in it can be read as an article.
  case notAnArticle(String, reason: String)
  /// The words hold nothing that an article could state.
  case noFact(String)
  case noCommit
  /// The ref moved again and again meanwhile.
  case movedMeanwhile(String)
  /// Another promotion in this repository does not end.
  case othersPromote
  /// No gate sees such a finding in the article. Known are those that can be meant.
  case noSuchFinding(String, Slug, suggestion: String?, known: [String])
  /// The name fits several findings, or waivers.
  case severalFindings(String, [String])
  case noSuchWaiver(String, Slug, suggestion: String?)
  /// Nobody, or not this person, can accept findings of the rule.
  case notWaivable(RuleID, WaiverRules.Obstacle)
  /// A waiver must say why.
  case noReason

  /// One sentence, without a final full stop.
  package var message: String {
    switch self {
    case .brokenPolicy(let error, let label, _): "The policy \(label) cannot be read: \(error.message)"
    case .noSuchArticle(let name, _): "There is no article “\(name)”"
    case .noSuchStage(let name, _): "There is no stage “\(name)”"
    case .noSuchRevision(let name): "There is no revision “\(name)”"
    case .notFetched(let name): "There is no revision “\(name)” in this clone, which has only a part of the history"
    case .shallow(let one, let other):
      "This clone has only a part of the history, and the commit where \(one) and \(other) parted is not in it"
    case .invalidSlug(let flaw): "“\(flaw.name)” cannot be an article's slug because it \(flaw.reason)"
    case .notAtStage(let slug, let stage): "\(slug) is not at the stage \(stage.name)"
    case .nothingToPromote(let slug, let stage):
      "There is nothing to promote: all that \(slug) has is at the stage \(stage.name) already"
    case .notAPromotion(let stage): "Nothing is promoted to the first stage, \(stage.name)"
    case .noStageForRestyling:
      worded(
        "The policy has no stage where an article is restyled",
        fr: "La politique ne prévoit aucune étape où un article est réécrit")
    case .conflicts(let promotion, let conflicts):
      "Promoting \(promotion.slug) to \(promotion.to.name) gives a conflict in "
        + conflicts.map { "\($0.path)" }.joined(separator: ", ")
    case .wouldOverwrite(let workTree, let obstacles):
      "The branch is checked out in \(workTree), and changes there would be lost: "
        + obstacles.map { "\($0.path)" }.joined(separator: ", ")
    case .branchBusy(let branch, let workTree): "A rebase or bisection of \(branch) is not finished in \(workTree)"
    case .slugTaken(let slug, let branch): "\(slug) is being written already, on the branch \(branch)"
    case .noPlaceForArticle(let slug): "The policy's patterns do not say where the article \(slug) would lie"
    case .severalArticles(let slug, let paths): "\(slug) has several files: \(paths.joined(separator: ", "))"
    case .notAnArticle(let name, let reason): "\(name) \(reason)"
    case .noFact(let words): "“\(words)” holds no word and no number to look for"
    case .noCommit: "The repository has no commit yet"
    case .movedMeanwhile(let branch): "Others keep moving \(branch)"
    case .othersPromote: "Another promotion is at work in this repository, and does not end"
    case .noSuchFinding(let name, let slug, _, _): "No gate sees a finding “\(name)” in \(slug)"
    case .severalFindings(let name, let ids): "“\(name)” fits several: \(Set(ids).sorted().joined(separator: ", "))"
    case .noSuchWaiver(let name, let slug, _): "No waiver “\(name)” is in force for \(slug)"
    case .notWaivable(let rule, .sources):
      "A finding of \(rule) cannot be accepted: without its sources, nobody can check the article"
    case .notWaivable(let rule, .rule): "The policy lets nobody accept findings of \(rule)"
    case .notWaivable(_, .nobody): "The policy lets nobody accept findings"
    case .notWaivable(_, .person(let address)): "The policy lets others accept findings, and not \(address)"
    case .noReason: "A waiver needs a reason, for whoever reads it later"
    }
  }

  /// What to do or type next.
  package var remedy: String? {
    switch self {
    case .brokenPolicy: "Mend editorial.yml on the main branch, in an update that changes nothing else"
    case .noSuchArticle(_, let suggestion?), .noSuchStage(_, let suggestion?): "Did you mean “\(suggestion)”?"
    case .noSuchArticle: "See all articles: editorial status"
    case .noSuchStage: "The stages are in editorial.yml"
    case .invalidSlug: "Use letters, digits and hyphens"
    case .notAtStage: "See where it is: editorial status"
    case .nothingToPromote: nil
    case .notAPromotion: "Begin an article: editorial new"
    case .noStageForRestyling:
      worded(
        "Give one a branch of its own and a gate such as {integrity: 95, against: factual}, in editorial.yml",
        fr:
          "Donnez à l'une d'elles une branche et un seuil tel que {integrity: 95, against: factual} dans editorial.yml")
    case .conflicts(let promotion, _):
      "Merge the branches with git, mend the conflict, and promote again: "
        + "git switch \(promotion.from.branch.name(for: promotion.slug) ?? "") && git merge "
        + "\(promotion.to.branch.name(for: promotion.slug) ?? "")"
    case .wouldOverwrite: "Commit or stash them, then promote again"
    case .branchBusy: "Finish or abort it first"
    case .slugTaken(_, let branch): "Go on there: git switch \(branch)"
    case .noPlaceForArticle: "Put a pattern such as articles/{slug}.md first in editorial.yml"
    case .severalArticles: "Name one of them"
    case .noFact: "Name a figure, a date or a few words: --fact \"13 %\""
    case .noCommit: "Commit something first"
    case .movedMeanwhile, .othersPromote: "Try again"
    case .noSuchFinding(_, _, let suggestion?, _), .noSuchWaiver(_, _, let suggestion?):
      "Did you mean “\(suggestion)”?"
    case .noSuchFinding(_, _, nil, let known) where known.isEmpty:
      "There is nothing to accept. A version on another branch: add --in <branch>"
    case .noSuchFinding(_, _, nil, let known): "There are: \(known.prefix(12).joined(separator: ", "))"
    case .severalFindings: "Write more of it"
    case .noSuchWaiver(_, let slug, nil): "See which are: editorial accept \(slug) --list"
    case .notWaivable(_, .sources): "List the sources, each with its name and URL"
    case .notWaivable: "Mend it, or change `waivers` in editorial.yml first, in an update of its own"
    case .noReason: "Say why: --reason \"the agency corrected the figure, see its letter of 3 May\""
    case .noSuchRevision: "See what there is: git branch --all"
    case .notFetched, .shallow: "Fetch the rest: git fetch --unshallow origin '+refs/heads/*:refs/remotes/origin/*'"
    case .notAnArticle: nil
    }
  }
}
