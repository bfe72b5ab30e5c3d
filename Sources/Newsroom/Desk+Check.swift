import Gatekeeping
package import GitStore
package import Scoring

extension Desk {
  /// Returns what the gate of the branch that is checked out says of what is staged; `nil` when there is no gate.
  package func judgeStaged(isMerge: Bool = false, after begun: Rehearsal? = nil) throws -> Judgement? {
    let waiting = program.map { _ in WaitingTrailers(in: repository) }
    waiting?.clear()
    let judged = caller.map { _ in JudgedCommit(in: repository) }
    judged?.clear()
    guard case .branch(let ref, let tip) = try repository.head() else { return nil }
    let branch = String(ref.description.dropFirst("refs/heads/".utf8.count))
    let isLikelyGated = Workflow.standard.place(ofBranch: branch)?.stage.gate != nil
    let rehearsal = isLikelyGated ? begun ?? Rehearsal() : nil
    func staged() throws -> (index: Index, changes: [ChangedPath]) {
      let index = try repository.index()
      return (index, try repository.stagedChanges(in: index, since: tip))
    }
    let likely = try isLikelyGated ? staged() : nil
    let early = likely.flatMap { EarlyReading(of: $0.changes, in: repository, interrupting: rehearsal) }
    let inForce: PolicyInForce
    do {
      // The first commit brings the policy that it is judged by.
      inForce = try tip == nil ? policyForReading() : policyInForce()
    } catch DeskError.brokenPolicy(let error, let label, let bytes) {
      let isGuarded = label.hasPrefix(branch + ":") || isLikelyGated
      let changes = try (likely ?? staged()).changes
      // The reference-transaction hook looks at the commit that mends it.
      if !isGuarded || changes.map(\.path) == [TreePath(Policy.path)] || changes.isEmpty { return nil }
      throw DeskError.brokenPolicy(error, label: label, bytes: bytes)
    }
    let policy = inForce.policy
    guard let place = policy.workflow.place(ofBranch: branch), let gate = place.stage.gate else { return nil }
    let (index, changes) = try likely ?? staged()
    let passed = passedArticles(under: inForce)
    let tips = Tips(repository)
    var judge = UpdateJudge(
      repository: repository, policy: policy, tips: tips, setting: .local, passed: passed,
      waivers: WaiverBook(repository, policy: policy, tips: tips, isShown: program == nil))
    judge.early = early
    let judgement = try judge.judge(
      UpdateJudge.Step(
        branch: branch, place: place, gate: gate, start: tip, isFirst: tip == nil,
        snapshot: Snapshot(repository, index), commit: tip, changes: changes))
    guard !judgement.isPassed else {
      passed?.save()
      var trailers = passed?.scores ?? ScoreTrailers()
      for card in judgement.articles.compactMap(\.scorecard) { trailers.add(card) }
      try waiting?.leave(trailers)
      if let judged, let caller, let tip, !isMerge {
        judged.leave(judgement, askedBy: caller, branch: ref, tip: tip, changes: changes)
      }
      return judgement
    }
    let finder = WayBackFinder(repository: repository, environment: environment)
    return judgement.with(try finder.wayBack(fromStaged: changes, isMerge: isMerge))
  }

  /// Returns what the gate would say if `head` became the tip of a branch that is at `base`.
  ///
  /// - Parameter branch: without `refs/heads/`; `nil` for the protected branch.
  /// - Throws: `DeskError.noSuchRevision`; `DeskError.shallow` when it is not known where both parted.
  package func judgeRange(from base: String, to head: String, on branch: String? = nil) throws -> Judgement? {
    let old = try commit(named: base)
    let new = try commit(named: head)
    let policy = try policyInForce().policy
    let branch = branch ?? policy.workflow.protectedBranch
    guard let place = policy.workflow.place(ofBranch: branch), let gate = place.stage.gate else { return nil }
    let tips = Tips(repository)
    var judge = UpdateJudge(
      repository: repository, policy: policy, tips: tips, setting: .reception,
      waivers: WaiverBook(repository, policy: policy, tips: tips))
    if policy.rules.comparesArticles {
      judge.library = { [repository] in try ArticleLibrary(of: [(nil, nil, new)], in: repository, policy: policy) }
    }
    // What the branch got since both parted is not part of the range.
    let parting = try repository.mergeBase(old, new)
    if parting == nil, repository.isShallow { throw DeskError.shallow(base, head, remote: try usualRemote()) }
    let start = parting ?? old
    return try judge.judge(branch, place, gate, from: start, to: new)
  }

  /// Returns what the gates say of every article at every gated tip, however it came there.
  ///
  /// - Parameter progress: told how many branches are done, and of how many.
  package func auditAll(progress: (Int, Int) -> Void = { _, _ in }) throws -> [Judgement] {
    let policy = try policyInForce().policy
    let tips = Tips(repository)
    let branches = try gatedBranches(of: policy)
    let history = try PublishedHistory(repository, policy: policy)
    let judge = ArticleJudge(
      repository: repository, policy: policy, tips: tips, history: history,
      waivers: WaiverBook(repository, policy: policy, tips: tips, history: history),
      library: policy.rules.comparesArticles
        ? try ArticleLibrary(of: branches.map { ($0.0, $0.1.slug, $0.2) }, in: repository, policy: policy) : nil)
    var judgements: [Judgement] = []
    for (number, (branch, place, tip)) in branches.enumerated() {
      progress(number, branches.count)
      guard let gate = place.stage.gate else { continue }
      let snapshot = Snapshot(repository, tip)
      let passage = ArticleJudge.Passage(
        gate: gate, candidate: snapshot, candidateLabel: branch, previous: nil, previousLabel: branch,
        commits: [tip], published: place.stage.isShared ? tip : nil)
      let entries =
        try place.slug.map { try snapshot.articles(of: $0, policy: policy) } ?? snapshot.allArticles(policy: policy)
      var refusals: [Refusal] = []
      switch place {
      case .invalid(_, let flaw): refusals.append(.invalidBranch(flaw))
      case .article(_, let slug): refusals += try foreignPaths(at: tip, of: slug, policy, tips, history)
      case .shared: break
      }
      judgements.append(
        Judgement(
          branch: branch, stage: place.stage, slug: place.slug,
          articles: place.slug == nil && !place.stage.isShared
            ? [] : try entries.map { try judge.judge($0, on: passage) },
          refusals: refusals))
    }
    progress(branches.count, branches.count)
    return judgements
  }

  /// What a branch of one article has changed beside it since it left the published articles.
  private func foreignPaths(
    at tip: ObjectID, of slug: Slug, _ policy: Policy, _ tips: Tips, _ history: PublishedHistory
  ) throws -> [Refusal] {
    guard let main = try tips.tip(of: policy.workflow.protectedBranch),
      // What is published as it stands has left nothing.
      history.tip != main || !history.contains(tip), let start = try repository.mergeBase(main, tip)
    else { return [] }
    return try ChangeScope(repository: repository, policy: policy, tips: tips)
      .foreignPaths(in: try repository.changedPaths(from: start, to: tip), since: tip, of: slug)
  }

  /// The branches that have a gate, the earlier stages first.
  private func gatedBranches(of policy: Policy) throws -> [(String, Workflow.Place, ObjectID)] {
    var found: [(String, Workflow.Place, ObjectID)] = []
    let references = try repository.references(under: "refs/heads/")
    for stage in policy.workflow.stages where stage.gate != nil {
      for reference in references {
        let branch = String(reference.name.description.dropFirst("refs/heads/".utf8.count))
        guard let place = policy.workflow.place(ofBranch: branch), place.stage == stage else { continue }
        found.append((branch, place, reference.target))
      }
    }
    return found
  }

  /// Returns the commit that a revision means; a branch comes before a tag of the same name.
  ///
  /// - Throws: `DeskError.noSuchRevision`, or `DeskError.notFetched`.
  package func commit(named revision: String) throws -> ObjectID {
    do throws(GitError) {
      if let tip = try repository.tip(of: try RefName(branch: revision)) { return tip }
    } catch {
      // Not a branch's name, but an expression such as HEAD~2.
      guard error.code == .invalidName else { throw error }
    }
    var found: ObjectID?
    do throws(GitError) {
      found = try repository.commit(named: revision)
    } catch {
      // Letters that could begin an object id, but too few.
      guard error.code == .ambiguous else { throw error }
    }
    if let found { return found }
    throw repository.isShallow
      ? DeskError.notFetched(revision, remote: try usualRemote()) : DeskError.noSuchRevision(revision)
  }
}
