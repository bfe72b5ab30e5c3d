package import Gatekeeping
package import GitStore
package import Scoring
import StructuredText

/// A finding of an article that a gate sees, now or at the next promotion.
package struct GatedFinding: Sendable {
  package let finding: Finding
  package let article: JudgedArticle
  /// The stage whose gate sees it.
  package let stage: Stage
  /// The branch on which a waiver of it belongs, without `refs/heads/`.
  package let branch: String
  /// The tip of that branch.
  let tip: ObjectID
  let mark: Waiver.Mark
}

/// What came of a wish to accept a finding, or to take that back.
package struct WaiverOutcome: Sendable {
  package let waiver: Waiver
  /// The branch that has the record, or would.
  package let branch: String
  /// The commit with the record; `nil` in a trial, and when there was nothing to do.
  package let commit: ObjectID?
  /// `nil` for a waiver that covers nothing any more.
  package let finding: GatedFinding?
  /// The waiver stood already, so nothing was written.
  package let isOld: Bool
  /// What the gate that saw the finding says now; `nil` in a trial, and for a waiver that covers nothing any more.
  package var judged: (article: JudgedArticle, stage: Stage)?
}

/// A waiver that is in force, and whether it still covers something.
package struct WaiverStanding: Sendable {
  package let waiver: Waiver
  /// `nil` when the fact it covered has changed, or the finding is mended.
  package let finding: GatedFinding?
}

extension Desk {
  /// Records that somebody accepts a finding: an empty commit on the article's branch, with the waiver in its message.
  ///
  /// - Parameters:
  ///   - name: the finding's identifier, the beginning of one, or the name of a rule that has only one finding.
  ///   - revision: where the finding is, when it is neither staged nor on a branch of the article.
  ///   - isTrial: whether to write nothing.
  /// - Throws: `DeskError`, `GitError`.
  package func accept(
    _ name: String, of slug: Slug, because reason: String, in revision: String? = nil, isTrial: Bool = false
  ) throws -> WaiverOutcome {
    guard reason.contains(where: { $0.isLetter || $0.isNumber }) else { throw DeskError.noReason }
    var outcome = try whileOthersWrite { desk in
      let findings = try desk.gatedFindings(of: slug, in: revision)
      let found = try Self.finding(name, of: slug, in: findings)
      if let waiver = found.article.waivers[found.finding.id] {
        return WaiverOutcome(waiver: waiver, branch: found.branch, commit: nil, finding: found, isOld: true)
      }
      let author = try desk.repository.identity(.author, now: now)
      if let obstacle = try desk.policyInForce().policy.waivers.obstacle(to: found.finding.rule, by: author.email) {
        throw DeskError.notWaivable(found.finding.rule, obstacle)
      }
      let waiver = Waiver(
        article: slug.name, rule: found.finding.rule, mark: found.mark, name: author.name, address: author.email,
        day: Moment(author.time).day, reason: reason)
      let commit =
        isTrial ? nil : try desk.record(waiver, on: found.branch, at: found.tip, about: found.finding.message)
      return WaiverOutcome(waiver: waiver, branch: found.branch, commit: commit, finding: found, isOld: false)
    }
    if !isTrial, let found = outcome.finding {
      let now = try gatedFindings(of: slug, in: revision).first { $0.mark == found.mark && $0.stage == found.stage }
      outcome.judged = now.map { ($0.article, $0.stage) }
    }
    return outcome
  }

  /// Records that a waiver does not hold any more.
  ///
  /// - Parameter name: as in `accept`, of the findings that are accepted.
  package func withdrawWaiver(
    _ name: String, of slug: Slug, because reason: String?, isTrial: Bool = false
  ) throws -> WaiverOutcome {
    try whileOthersWrite { desk in
      let standings = try desk.waivers(of: slug)
      let ids = standings.map(\.waiver.mark.finding)
      let matching = Self.matches(name, ids: ids, rules: standings.map(\.waiver.rule))
      guard matching.count <= 1 else { throw DeskError.severalFindings(name, matching.map { ids[$0] }) }
      guard let index = matching.first else {
        throw DeskError.noSuchWaiver(name, slug, suggestion: desk.nearest(name, ids))
      }
      let old = standings[index].waiver
      // On the branch of the latest stage: what is recorded there is seen by every gate the article has yet to pass.
      guard let version = try desk.versions(of: slug).last else {
        throw try desk.noSuchArticle(slug.name, desk.policyInForce().policy)
      }
      let author = try desk.repository.identity(.author, now: now)
      let waiver = Waiver(
        article: slug.name, rule: old.rule, mark: old.mark, name: author.name, address: author.email,
        day: Moment(author.time).day, reason: reason ?? "not accepted any more", isWithdrawal: true)
      let commit =
        isTrial ? nil : try desk.record(waiver, on: version.branch, at: version.commit, about: old.sentence)
      return WaiverOutcome(
        waiver: waiver, branch: version.branch, commit: commit, finding: standings[index].finding, isOld: false)
    }
  }

  /// Returns the waivers of an article that are in force, the newest first.
  package func waivers(of slug: Slug) throws -> [WaiverStanding] {
    let policy = try policyInForce().policy
    let book = WaiverBook(repository, policy: policy, tips: Tips(repository))
    let findings = try gatedFindings(of: slug)
    return try book.waivers(of: slug, at: try versions(of: slug, policy).map(\.commit)).map { waiver in
      WaiverStanding(waiver: waiver, finding: findings.first { $0.mark == waiver.mark })
    }
  }

  /// Returns every finding that a gate sees in the article, each once: in what is staged, in what the next promotion
  /// would bring, and at the tips of the article's branches.
  ///
  /// - Parameter revision: looks there instead, as every gate would.
  package func gatedFindings(of slug: Slug, in revision: String? = nil) throws -> [GatedFinding] {
    let search = try FindingSearch(desk: self, slug: slug)
    return try revision.map { try search.findings(in: try commit(named: $0), called: $0) } ?? search.findings()
  }

  private static func finding(_ name: String, of slug: Slug, in all: [GatedFinding]) throws -> GatedFinding {
    let ids = all.map(\.finding.id)
    let matching = matches(name, ids: ids, rules: all.map(\.finding.rule))
    // The same words can be found twice by two gates, against two baselines; the first gate is the one to pass.
    guard let index = matching.first else {
      let known = all.filter { $0.finding.points > .zero || $0.finding.severity != .note }
      throw DeskError.noSuchFinding(
        name, slug, suggestion: Spelling.nearest(to: name, among: ids + known.map(\.finding.rule.name)),
        known: known.map { "\($0.finding.id) (\($0.finding.rule))" })
    }
    guard Set(matching.map { ids[$0] }).count == 1 else {
      throw DeskError.severalFindings(name, matching.map { ids[$0] })
    }
    return all[index]
  }

  private static func matches(_ name: String, ids: [String], rules: [RuleID]) -> [Int] {
    let wanted = name.lowercased()
    let exact = ids.indices.filter { ids[$0] == wanted }
    if !exact.isEmpty { return exact }
    let ruled = ids.indices.filter { rules[$0].name == wanted }
    if !ruled.isEmpty { return ruled }
    return wanted.utf8.count < 4 ? [] : ids.indices.filter { ids[$0].hasPrefix(wanted) }
  }

  /// Makes the commit, and moves the branch to it if it still is where it was.
  private func record(
    _ waiver: Waiver, on branch: String, at tip: ObjectID, about matter: String
  ) throws -> ObjectID {
    let ref = try RefName(branch: branch)
    let mover = BranchMover(repository: repository, folder: folder)
    // Before anybody is asked to sign.
    _ = try mover.workTrees(following: [RefMove(ref, from: tip, to: tip)])
    let verb = waiver.isWithdrawal ? "Withdraw the waiver of" : "Accept"
    let subject = "\(verb) a finding of \(waiver.rule) in \(waiver.article)"
    // The matter can quote an article, and must not become lines of its own.
    let quoted = matter.split { $0.isNewline }.joined(separator: " ")
    let unsigned = try repository.createCommit(
      tree: try repository.tree(of: tip), parents: [tip], author: try repository.identity(.author, now: now),
      committer: try repository.identity(.committer, now: now),
      message: "\(subject)\n\n\(quoted)\n\nEditorial-Article: \(waiver.article)\n\(waiver.trailer)\n")
    let commit = try repository.signedIfAsked(unsigned)
    let copies = try repository.copies(of: commit, since: tip, and: nil)
    let turn = try WritingTurn(in: repository)
    try mover.move(
      [RefMove(ref, from: tip, to: commit)],
      as: OperationRecord(
        verb: waiver.isWithdrawal ? "withdraw" : "accept", summary: subject, articles: [waiver.article]),
      in: turn, at: now, securing: copies)
    return commit
  }
}
