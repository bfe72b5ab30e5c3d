import Gatekeeping
import GitStore
import Scoring

/// What people have accepted, as the commits say.
///
/// Three histories are read: that of the protected branch as it was before the update, that of the commit that is
/// judged, and those of the article's own branches. The last are what is left of a waiver when a host squashes the
/// branch that carried it. Nothing is ever read from a work tree.
final class WaiverBook {
  /// Whether reports are to name waivers that decide nothing.
  let isShown: Bool

  private let repository: Repository
  private let policy: Policy
  private let tips: Tips
  private let history: PublishedHistory?
  private var published: [RecordedWaiver]?
  /// The lines of renames, and whether somebody had said so before.
  private var saidAgain: [Said: Bool] = [:]

  private struct Said: Hashable {
    let waiver: Waiver
    let commit: ObjectID
  }

  /// How many commits are read at most; a waiver further back counts no more, which refuses rather than lets pass.
  private static let mostCommits = 20_000
  /// How many times one finding may be accepted and taken back.
  private static let mostTurns = 50
  /// How many renames an acceptance is followed through; beyond them it counts no more, as above.
  private static let mostRenames = 64

  /// - Parameter history: for the waivers of many articles; `nil`: what they need of it is walked for each.
  init(
    _ repository: Repository, policy: Policy, tips: Tips, history: PublishedHistory? = nil, isShown: Bool = true
  ) {
    self.repository = repository
    self.policy = policy
    self.tips = tips
    self.history = history
    self.isShown = isShown
  }

  /// Returns the waivers that cover findings of one version, by the findings' identifiers.
  ///
  /// - Parameter commits: those that are judged.
  func accepted(
    _ findings: [Finding], in candidate: ArticleText, against baseline: ArticleText?, of slug: Slug,
    at commits: [ObjectID]
  ) throws -> [String: Waiver] {
    guard !findings.isEmpty else { return [:] }
    let waivers = try waivers(of: slug, at: commits)
    guard !waivers.isEmpty else { return [:] }
    let known = Set(waivers.map(\.mark.finding))
    var accepted: [String: Waiver] = [:]
    for finding in findings where known.contains(finding.id) {
      let mark = try Waiver.Mark(of: finding, in: candidate, against: baseline)
      accepted[finding.id] = waivers.first { $0.mark == mark && $0.rule == finding.rule }
    }
    return accepted
  }

  /// Returns the waivers of an article that are in force, whatever they cover now, the oldest last.
  func waivers(of slug: Slug, at commits: [ObjectID]) throws -> [Waiver] {
    let all = try allEntries(of: slug, at: commits)
    let entries = all.filter { $0.waiver.article == slug.name }
    let said = Sayings(all)
    var turns: [Key: (grants: [RecordedWaiver], withdrawals: [RecordedWaiver])] = [:]
    var order: [Key] = []
    for entry in entries {
      let key = Key(rule: entry.waiver.rule, mark: entry.waiver.mark)
      if turns[key] == nil { order.append(key) }
      if entry.waiver.isWithdrawal {
        turns[key, default: ([], [])].withdrawals.append(entry)
      } else if turns[key]?.grants.count ?? 0 < Self.mostTurns, try counts(entry, among: said, renames: 0) {
        turns[key, default: ([], [])].grants.append(entry)
      } else if turns[key] == nil {
        turns[key] = ([], [])
      }
    }
    return try order.compactMap { key in
      guard let turn = turns[key], turn.withdrawals.count <= Self.mostTurns else { return nil }
      // Whoever takes a waiver back takes back all that were given before, on whatever branch; only one that was given
      // in full knowledge of that stands. Clocks do not come into it.
      return try turn.grants.last { grant in
        try turn.withdrawals.allSatisfy { try isKnown($0.commit, to: grant.commit) }
      }?.waiver
    }
  }

  private struct Key: Hashable {
    let rule: RuleID
    let mark: Waiver.Mark
  }

  /// What was said, in the order of the history, found by what it says.
  private struct Sayings {
    private(set) var grants: [Waiver: [RecordedWaiver]] = [:]
    private(set) var withdrawals: [Subject: [RecordedWaiver]] = [:]

    struct Subject: Hashable {
      let article: String
      let key: Key
    }

    init(_ entries: [RecordedWaiver]) {
      for entry in entries {
        if entry.waiver.isWithdrawal {
          withdrawals[Self.subject(of: entry.waiver), default: []].append(entry)
        } else {
          grants[entry.waiver, default: []].append(entry)
        }
      }
    }

    static func subject(of waiver: Waiver) -> Subject {
      Subject(article: waiver.article, key: Key(rule: waiver.rule, mark: waiver.mark))
    }
  }

  /// Where only some people's waivers count, the line must be in a commit of their own: anybody can write a line that
  /// names another.
  ///
  /// - Parameter renames: how many renames lead from here to the article that is asked for.
  private func counts(_ entry: RecordedWaiver, among said: Sayings, renames: Int) throws -> Bool {
    guard policy.waivers.obstacle(to: entry.waiver.rule, by: entry.waiver.address) == nil else { return false }
    if policy.waivers.people == nil || entry.committer.lowercased() == entry.waiver.address.lowercased() { return true }
    return try renames < Self.mostRenames && isSaidAgain(entry, among: said, renames: renames)
  }

  /// Whether the line is one of a rename, by which what others have said of the article under its old slug goes on.
  private func isSaidAgain(_ entry: RecordedWaiver, among said: Sayings, renames: Int) throws -> Bool {
    let key = Said(waiver: entry.waiver, commit: entry.commit)
    if let known = saidAgain[key] { return known }
    // Whatever leads back here has said nothing of its own.
    saidAgain[key] = false
    guard let old = try renamedFrom(entry) else { return false }
    let before = entry.waiver.carried(to: old.name)
    let withdrawals = said.withdrawals[Sayings.subject(of: before)] ?? []
    let isSaid = try (said.grants[before] ?? []).prefix(Self.mostTurns).contains { grant in
      try repository.isAncestor(grant.commit, of: entry.commit) && counts(grant, among: said, renames: renames + 1)
        && withdrawals.prefix(Self.mostTurns).allSatisfy { try isKnown($0.commit, to: grant.commit) }
    }
    saidAgain[key] = isSaid && withdrawals.count <= Self.mostTurns
    return saidAgain[key] ?? false
  }

  /// Returns the slug that the article had before this commit, when that has really given it another one.
  private func renamedFrom(_ entry: RecordedWaiver) throws -> Slug? {
    let name = Trailers(try repository.commit(entry.commit).message)[Renaming.trailer]
    guard let name, let old = Self.slug(name), let new = Self.slug(entry.waiver.article),
      let parent = try repository.parents(of: entry.commit).first,
      // The parent of the last commit of a shallow clone is not here.
      try repository.header(of: parent) != nil
    else { return nil }
    let (before, after) = (Snapshot(repository, parent), Snapshot(repository, entry.commit))
    let isRenamed =
      try !before.articles(of: old, policy: policy).isEmpty && before.articles(of: new, policy: policy).isEmpty
      && after.articles(of: old, policy: policy).isEmpty && !after.articles(of: new, policy: policy).isEmpty
    return isRenamed ? old : nil
  }

  private static func slug(_ name: String) -> Slug? {
    do throws(Slug.Invalid) { return try Slug(name) } catch { return nil }
  }

  private func isKnown(_ withdrawal: ObjectID, to grant: ObjectID) throws -> Bool {
    if withdrawal == grant { return false }
    do throws(GitError) {
      return try repository.isAncestor(withdrawal, of: grant)
    } catch {
      // Beyond the end of a shallow clone nobody can tell.
      if error.code == .notFound { return false }
      throw error
    }
  }

  /// Returns what the histories say of any article.
  private func allEntries(of slug: Slug, at commits: [ObjectID]) throws -> [RecordedWaiver] {
    let main = try repository.tip(of: try RefName(branch: policy.workflow.protectedBranch))
    if published == nil { published = try main.map { try archive(upTo: $0) } ?? [] }
    var heads = commits
    for stage in policy.workflow.stages where !stage.isShared {
      if let tip = try tips.tip(of: policy.workflow.branch(of: slug, at: stage)) { heads.append(tip) }
    }
    if let history, history.tip == main { heads.removeAll { history.contains($0) } }
    let own = try read(Array(Set(heads)), notFrom: main.map { [$0] } ?? []).entries
    return own + (published ?? [])
  }

  /// Returns what the history of the published branch holds, and keeps it.
  private func archive(upTo tip: ObjectID) throws -> [RecordedWaiver] {
    // Of a shallow clone more may be fetched, which would be behind what was read.
    if repository.isShallow { return try read([tip], notFrom: []).entries }
    let known = WaiverArchive(in: repository)
    if let known, known.tip == tip { return known.entries }
    if let known, try repository.header(of: known.tip)?.kind == .commit, try repository.isAncestor(known.tip, of: tip) {
      let new = try read([tip], notFrom: [known.tip])
      let all = new.entries + known.entries
      if new.count >= WaiverArchive.leastCommits / 10 { WaiverArchive(tip: tip, entries: all).save(in: repository) }
      return all
    }
    let all = try read([tip], notFrom: [])
    if all.count >= WaiverArchive.leastCommits { WaiverArchive(tip: tip, entries: all.entries).save(in: repository) }
    return all.entries
  }

  /// Returns the waivers in a part of the history, and how many commits that has.
  private func read(
    _ heads: [ObjectID], notFrom hidden: [ObjectID]
  ) throws -> (entries: [RecordedWaiver], count: Int) {
    // What is pushed elsewhere may not be here.
    let heads = try heads.filter { try repository.header(of: $0)?.kind == .commit }
    guard !heads.isEmpty else { return ([], 0) }
    var entries: [RecordedWaiver] = []
    let commits = try repository.commits(reachableFrom: heads, notFrom: hidden, limit: Self.mostCommits)
    for id in commits {
      let commit = try repository.commit(id)
      for waiver in Waiver.all(inMessage: commit.message) {
        entries.append(RecordedWaiver(waiver: waiver, commit: id, committer: commit.committer.email))
      }
    }
    return (entries, commits.count)
  }
}

extension Waiver.Mark {
  /// Returns what a waiver of this finding covers: the finding, and the sentence in which the fact stands.
  ///
  /// That is the sentence of the baseline, which a restyling leaves alone; without one, that of the candidate.
  init(of finding: Finding, in candidate: ArticleText, against baseline: ArticleText?) throws {
    var sentence: [UInt8] = []
    if let range = finding.baseline, let baseline {
      sentence = FactContext(baseline.bytes).sentence(around: range)
    } else if let range = finding.candidate {
      sentence = FactContext(candidate.bytes).sentence(around: range)
    }
    let text = Array("\(finding.rule)\n\(finding.id)\n".utf8) + sentence
    self.init(finding: finding.id, seal: String(try ObjectID(ofBlob: text).hex.prefix(16)))
  }
}
