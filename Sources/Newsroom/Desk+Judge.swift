import Gatekeeping
import GitStore
package import Scoring

extension Desk {
  /// How an update comes about, which decides what may be made of it.
  enum Setting {
    /// In this repository, by whoever works here. Going back to an earlier commit is theirs to do.
    case local
    /// In another repository, as far as it is known here.
    case push
    /// In this repository, from outside.
    case reception
  }

  /// Begins to rehearse for a commit, before the repository is open, where the branch is likely to have a gate.
  package static func rehearsal(for event: HookEvent, environment: [String: String]) -> Rehearsal? {
    guard case .commit = event, let branch = Repository.likelyBranch(environment: environment),
      Workflow.standard.place(ofBranch: branch)?.stage.gate != nil
    else { return nil }
    return Rehearsal()
  }

  /// Returns what the gates say of everything that git asks about; nothing for branches without a gate.
  ///
  /// - Parameter rehearsal: as `rehearsal` began it.
  /// - Throws: when a gated branch cannot be judged. The caller refuses then, and says why.
  package func judge(_ event: HookEvent, after rehearsal: Rehearsal? = nil) throws -> [Judgement] {
    switch event {
    case .nothing: return []
    case .commit(let isMerge): return try [judgeStaged(isMerge: isMerge, after: rehearsal)].compactMap { $0 }
    case .movement(let updates): return try judge(updates, .local)
    case .push(let updates): return try judge(updates, .push)
    case .reception(let updates): return try judge(updates, .reception)
    }
  }

  /// Returns what the gate of the branch says of one update here; `nil` when there is no gate.
  package func judge(_ update: RefUpdate) throws -> Judgement? {
    try judge([update], .local).first
  }

  func judge(_ updates: [RefUpdate], _ setting: Setting) throws -> [Judgement] {
    var judgements: [Judgement] = []
    if setting == .reception {
      for update in updates where update.ref.description.hasPrefix("refs/replace/") && update.new != .deleted {
        judgements.append(
          Judgement(
            branch: update.ref.description, stage: nil, slug: nil, articles: [],
            refusals: [.replaceReference(update.ref.description)]))
      }
    }
    let updates = try updates.map { try setting == .reception ? direct($0) : $0 }
      .filter { $0.ref.description.hasPrefix("refs/heads/") }
    guard !updates.isEmpty else { return judgements }
    let inForce: PolicyInForce
    do {
      inForce = try PolicyReader(repository: repository, founding: setting == .push ? [] : updates).inForce()
    } catch DeskError.brokenPolicy(let error, let label, let bytes) {
      return try judgements + judge(updates, underBroken: error, label, bytes)
    }
    let policy = inForce.policy
    let tips = Tips(repository, with: updates, remotes: setting != .reception)
    let passed = setting == .local ? passedArticles(under: inForce) : nil
    let waivers = WaiverBook(repository, policy: policy, tips: tips, isShown: program == nil)
    for update in updates {
      let judge = UpdateJudge(
        repository: repository, policy: policy, tips: tips, setting: setting, passed: passed, waivers: waivers)
      guard let judgement = try judge.judge(update) else { continue }
      guard !judgement.isPassed, setting == .local, let new = update.new.id else {
        judgements.append(judgement)
        continue
      }
      let finder = WayBackFinder(repository: repository, environment: environment)
      judgements.append(judgement.with(try finder.wayBack(from: judgement, to: new, on: update.ref)))
    }
    return judgements
  }

  /// Returns what a push moves: where a branch is another name of a second one, git moves that.
  private func direct(_ update: RefUpdate) throws -> RefUpdate {
    RefUpdate(ref: try repository.directName(of: update.ref), old: update.old, new: update.new)
  }

  /// What a hook of the same program let pass a moment ago; `nil` for a caller that shows scores.
  func passedArticles(under policy: PolicyInForce) -> PassedArticles? {
    program.map { PassedArticles(in: repository, policy: policy, program: $0) }
  }

  /// Nothing can be judged by a policy that cannot be read, but for the update that mends it.
  private func judge(
    _ updates: [RefUpdate], underBroken error: PolicyError, _ label: String, _ bytes: [UInt8]
  ) throws -> [Judgement] {
    let branch = label.split(separator: ":").first.map(String.init) ?? ""
    for update in updates {
      let name = update.ref.branch ?? update.ref.description
      if name == branch, case .id(let new) = update.new, try mendsPolicy(update, new) { continue }
      let isGuarded = name == branch || Workflow.standard.place(ofBranch: name)?.stage.gate != nil
      if isGuarded, try !changesNothing(update) { throw DeskError.brokenPolicy(error, label: label, bytes: bytes) }
    }
    return []
  }

  private func mendsPolicy(_ update: RefUpdate, _ new: ObjectID) throws -> Bool {
    guard let old = try update.old ?? repository.tip(of: update.ref) else { return false }
    let changes = try repository.changedPaths(from: old, to: new)
    guard changes.map(\.path) == [TreePath(Policy.path)] else { return false }
    do {
      _ = try PolicyReader(repository: repository).policy(at: new, label: Policy.path)
      return true
    } catch is DeskError {
      return false
    }
  }

  private func changesNothing(_ update: RefUpdate) throws -> Bool {
    try update.new.id == repository.tip(of: update.ref) && update.new != .deleted
  }
}
