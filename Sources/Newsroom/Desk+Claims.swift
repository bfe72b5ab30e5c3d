package import Gatekeeping
import GitStore
import Wording

/// What came of a wish to claim an article, or to give it back.
package struct ClaimOutcome: Sendable {
  /// The claim that stands now, or would; the one that ends, when it is given back.
  package let claim: Claim
  /// Whose claims ended by it.
  package let ended: [Claim]
  /// The full name of the ref that says so.
  package let ref: String
  /// Whether something was written.
  package let isWritten: Bool
}

extension Desk {
  /// Says that whoever runs the program works on an article.
  ///
  /// A claim keeps nobody from anything. It ends when it is given back, when its time is over, or when another version of
  /// the article is published, by whatever command.
  ///
  /// - Parameters:
  ///   - takesOver: whether the claims of others end by it.
  ///   - isTrial: whether to write nothing.
  /// - Throws: `DeskError.claimed` when others have it; `GitError`.
  package func claim(
    _ slug: Slug, because reason: String? = nil, until: Moment? = nil, takesOver: Bool = false, isTrial: Bool = false
  ) throws -> ClaimOutcome {
    try whileOthersWrite { desk in
      let book = try ClaimBook(desk)
      let author = try desk.repository.identity(.author, now: desk.now)
      let standing = try book.claims(on: slug)
      let others = standing.filter { !$0.isOf(author.email) }
      if let other = others.first, !takesOver { throw DeskError.claimed(slug, other) }
      let mine = standing.first { $0.isOf(author.email) }
      if let until, until.seconds <= desk.now.seconds { throw DeskError.past(until) }
      let claim = Claim(
        name: author.name, address: author.email, since: mine?.since ?? Moment(author.time),
        until: until ?? mine?.until,
        reason: reason ?? mine?.reason)
      let ref = try book.records.ref(of: slug).description
      // The same again says nothing, but for what others have said at the same time.
      if let mine, claim == mine, others.isEmpty, try book.records.newest(of: slug).count == 1 {
        return ClaimOutcome(claim: mine, ended: [], ref: ref, isWritten: false)
      }
      if !isTrial { try desk.write(book.record(of: claim, on: slug), verb: "claim", "Claim \(slug)", of: slug) }
      return ClaimOutcome(claim: claim, ended: others, ref: ref, isWritten: !isTrial)
    }
  }

  /// Says that an article is free again.
  ///
  /// - Throws: `DeskError.notClaimed`; `DeskError.claimed` when others have it.
  package func unclaim(_ slug: Slug, isTrial: Bool = false) throws -> ClaimOutcome {
    try whileOthersWrite { desk in
      let book = try ClaimBook(desk)
      let author = try desk.repository.identity(.author, now: desk.now)
      let standing = try book.claims(on: slug)
      guard let mine = standing.first(where: { $0.isOf(author.email) }) else {
        throw standing.first.map { DeskError.claimed(slug, $0) } ?? DeskError.notClaimed(slug)
      }
      let ref = try book.records.ref(of: slug).description
      if !isTrial {
        // Others who claimed it at the same time have it now.
        let heirs = standing.filter { !$0.isOf(author.email) }
        let move = try heirs.isEmpty ? book.recordOfEnd(of: slug) : book.record(of: heirs, on: slug)
        try desk.write(move, verb: "unclaim", "Give \(slug) back", of: slug)
      }
      return ClaimOutcome(claim: mine, ended: [mine], ref: ref, isWritten: !isTrial)
    }
  }

  /// Returns the claims on an article that stand, the first one first; more than one when people claimed it at once.
  package func claims(on slug: Slug) throws -> [Claim] { try ClaimBook(self).claims(on: slug) }

  /// Returns the names of the repositories whose claims and schedules are not fetched from there.
  package func remotesWithoutTeam() throws -> [String] {
    try repository.remoteNames().filter { remote in
      try !repository.configEntries("remote.\(remote).fetch").contains {
        $0.value?.contains(":refs/editorial/fetched/\(remote)/") ?? false
      }
    }
  }

  /// Returns the words of the command that makes `git fetch` bring what a team says of its articles.
  package func fetchingTeam(from remote: String) -> [String] {
    ["git", "config", "--add", "remote.\(remote).fetch", TeamRecords.refspec(of: remote)]
  }

  /// Who says nothing of the kind needs nothing to be told.
  func teamAilments() throws -> [Ailment] {
    guard try !repository.references(under: "refs/editorial/team/").isEmpty else { return [] }
    return try remotesWithoutTeam().map { remote in
      Ailment(
        .warning,
        worded(
          "What others claim and schedule is not fetched from \(remote)",
          fr: "Ce que les autres réservent et programment n'est pas récupéré depuis \(remote)"),
        command: fetchingTeam(from: remote))
    }
  }

  /// Moves the ref of a record, and nothing else.
  func write(_ move: RefMove, verb: String, _ summary: String, of slug: Slug) throws {
    let copies = try repository.copies(of: move.new, since: nil, and: nil)
    let record = OperationRecord(verb: verb, summary: summary, articles: [slug.name])
    let turn = try WritingTurn(in: repository)
    try BranchMover(repository: repository, folder: folder).move(
      [move], as: record, in: turn, at: now, securing: copies)
  }
}

/// Who works on which article, as the records say.
struct ClaimBook {
  let records: TeamRecords
  private let repository: Repository
  private let policy: Policy
  private let author: (Repository.Role) throws -> Identity
  private let now: Int64
  private let published: ObjectID?

  /// - Parameter published: the commit of the protected branch, where it is about to move.
  init(_ desk: Desk, published: ObjectID? = nil) throws {
    repository = desk.repository
    policy = try desk.policyForReading().policy
    records = TeamRecords(repository: desk.repository, kind: .claims)
    let time = desk.now
    author = { [repository] in try repository.identity($0, now: time) }
    now = time.seconds
    self.published = try published ?? repository.tip(of: try RefName(branch: policy.workflow.protectedBranch))
  }

  /// Returns the claims on an article that stand, the first one first.
  func claims(on slug: Slug) throws -> [Claim] {
    let newest = try records.newest(of: slug)
    guard !newest.isEmpty else { return [] }
    let versions = try self.versions(of: slug)
    var claims: [Claim] = []
    for record in try newest.flatMap({ try said(in: $0) }) where record.trailers[Key.state] == Key.taken {
      let until = record.trailers[Key.until].flatMap { Moment(written: $0) }
      guard until.map({ $0.seconds > now }) ?? true, record.trailers.all(Key.published) == versions else { continue }
      let person = try repository.mapped(
        Identity(
          name: record.trailers[Key.name] ?? record.person.name,
          email: record.trailers[Key.address] ?? record.person.email, time: record.person.time))
      let claim = Claim(
        name: person.name, address: person.email,
        since: record.trailers[Key.since].flatMap { Moment(written: $0) } ?? Moment(record.person.time), until: until,
        reason: record.trailers[Key.reason])
      if !claims.contains(where: { $0.isOf(claim.address) }) { claims.append(claim) }
    }
    return claims.sorted { ($0.since.seconds, $0.address) < ($1.since.seconds, $1.address) }
  }

  /// Returns what a record says: one thing, or what several before it say, which stands side by side.
  private func said(in record: TeamRecords.Record) throws -> [TeamRecords.Record] {
    record.trailers[Key.state] == Key.several ? try records.parents(of: record) : [record]
  }

  /// Stores the claims of people who have claimed an article at once.
  func record(of claims: [Claim], on slug: Slug) throws -> RefMove {
    let moves = try claims.map { try record(of: $0, on: slug) }
    guard moves.count != 1, let move = moves.first else { return try moves.first ?? recordOfEnd(of: slug) }
    // None of them knows of another, as when each had been said in a repository of its own.
    let commit = try records.commit(
      "Claim \(slug), several at once", ["\(Key.state): \(Key.several)"], of: slug, by: try author(.author),
      try author(.committer), after: moves.map(\.new))
    return RefMove(move.ref, from: move.old, to: commit)
  }

  func record(of claim: Claim, on slug: Slug) throws -> RefMove {
    var trailers = [
      "\(Key.state): \(Key.taken)", "\(Key.name): \(claim.name)", "\(Key.address): \(claim.address)",
      "\(Key.since): \(claim.since.written)",
    ]
    if let until = claim.until { trailers.append("\(Key.until): \(until.written)") }
    if let reason = claim.reason { trailers.append("\(Key.reason): \(reason)") }
    trailers += try versions(of: slug).map { "\(Key.published): \($0)" }
    return try records.record(
      "Claim \(slug)", trailers, of: slug, by: try author(.author), try author(.committer))
  }

  func recordOfEnd(of slug: Slug) throws -> RefMove {
    try records.record(
      "Give \(slug) back", ["\(Key.state): free"], of: slug, by: try author(.author), try author(.committer))
  }

  /// What of the article is published: a claim ends when this changes.
  private func versions(of slug: Slug) throws -> [String] {
    guard let published else { return [] }
    return try Snapshot(repository, published).articles(of: slug, policy: policy).map(\.version.id.hex)
  }

  private enum Key {
    static let state = "Editorial-Claim"
    static let taken = "taken"
    static let several = "several"
    static let name = "Editorial-Name"
    static let address = "Editorial-Address"
    static let since = "Editorial-Since"
    static let until = "Editorial-Until"
    static let reason = "Editorial-Reason"
    static let published = "Editorial-Published"
  }
}

extension Moment {
  init(_ time: Timestamp) { self.init(seconds: time.seconds, offset: time.offset) }

  /// Reads what `written` gives.
  init?(written text: String) {
    guard let time = Timestamp(reading: text, offset: 0) else { return nil }
    self.init(time)
  }
}
