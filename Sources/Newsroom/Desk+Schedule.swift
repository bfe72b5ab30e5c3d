package import Gatekeeping
import GitStore

/// What came of a wish to schedule a promotion.
package struct ScheduleOutcome: Sendable {
  package let scheduled: ScheduledPromotion
  /// What the gate says of it now; a promotion that it would refuse is not signed off.
  package let promotion: PromotionOutcome
  /// What was scheduled before, and is not any more.
  package let replaced: [ScheduledPromotion]
  /// The full name of the ref that says so.
  package let ref: String
  package let isWritten: Bool
}

/// What `tick` made of one promotion that was due.
package struct TickOutcome: Sendable {
  package enum Result: Sendable {
    /// Carried out, or judged and refused.
    case judged(PromotionOutcome)
    /// Somebody had promoted it before.
    case done
    /// It could not be carried out.
    case failed(any Error)
  }

  package let scheduled: ScheduledPromotion
  package let result: Result
}

extension Desk {
  /// Signs off a promotion, to be carried out by the first `tick` after a time.
  ///
  /// What is signed off is the version of now, as the gate of now lets it pass.
  ///
  /// - Parameter isTrial: whether to write nothing.
  /// - Throws: `DeskError.past`; what `promotion(of:to:)` and `promote` throw; never because of a gate.
  package func schedule(_ promotion: Promotion, at time: Moment, isTrial: Bool = false) throws -> ScheduleOutcome {
    try whileOthersWrite { desk in
      let author = try desk.repository.identity(.author, now: desk.now)
      guard time.seconds > desk.now.seconds else { throw DeskError.past(time) }
      let book = try ScheduleBook(desk)
      let outcome = try desk.promote(promotion, isTrial: true)
      let policy = try desk.policyInForce().policy
      guard let version = try desk.tip(of: promotion.slug, at: promotion.from, policy) else {
        throw DeskError.notAtStage(promotion.slug, promotion.from)
      }
      let scheduled = ScheduledPromotion(
        slug: promotion.slug, from: promotion.from.name, to: promotion.to.name, time: time, version: version.hex,
        name: author.name, address: author.email)
      let standing = try book.scheduled(promotion.slug)
      let replaced = standing.filter { $0 != scheduled }
      // The same again says nothing, but for what others have said at the same time.
      let isOld = try standing == [scheduled] && book.records.newest(of: promotion.slug).count == 1
      let isWritten = outcome.isPassed && !isTrial && !isOld
      if isWritten {
        try desk.write(
          try book.record(of: scheduled, version), verb: "schedule", "Schedule \(promotion.slug)", of: promotion.slug)
      }
      return ScheduleOutcome(
        scheduled: scheduled, promotion: outcome, replaced: replaced,
        ref: try book.records.ref(of: promotion.slug).description, isWritten: isWritten)
    }
  }

  /// Takes the scheduled promotion of an article away.
  ///
  /// - Returns: what was scheduled, and the ref that says that it is not any more.
  /// - Throws: `DeskError.notScheduled`.
  package func unschedule(
    _ slug: Slug, isTrial: Bool = false
  ) throws -> (scheduled: [ScheduledPromotion], ref: String) {
    try whileOthersWrite { desk in
      let book = try ScheduleBook(desk)
      let scheduled = try book.scheduled(slug)
      guard !scheduled.isEmpty else { throw DeskError.notScheduled(slug) }
      if !isTrial {
        try desk.write(
          try book.recordOfEnd("withdrawn", of: slug), verb: "unschedule", "Take the date of \(slug) away", of: slug)
      }
      return (scheduled, try book.records.ref(of: slug).description)
    }
  }

  /// Returns what is scheduled, the next one first. Of an article that several people have scheduled at once, each.
  package func scheduledPromotions() throws -> [ScheduledPromotion] {
    let book = try ScheduleBook(self)
    return try book.records.slugs().flatMap { try book.scheduled($0) }
      .sorted { ($0.time.seconds, $0.slug, $0.address) < ($1.time.seconds, $1.slug, $1.address) }
  }

  /// Carries out the promotions that are due, each by itself: judged now, by the policy of now.
  ///
  /// An article that changed since it was signed off is left as it is, and so is one that the gate refuses; both stay
  /// scheduled, so that the next tick tells it again. Doing it twice, or two at once, does it once.
  ///
  /// - Parameter isTrial: whether to write nothing.
  package func tick(isTrial: Bool = false) throws -> [TickOutcome] {
    var outcomes: [TickOutcome] = []
    var seen: Set<Slug> = []
    for scheduled in try scheduledPromotions() where scheduled.time.seconds <= now.seconds {
      guard seen.insert(scheduled.slug).inserted else { continue }
      do {
        let outcome = try whileOthersWrite { try $0.carryOut(scheduled.slug, isTrial: isTrial) }
        if let outcome { outcomes.append(outcome) }
      } catch DeskError.brokenPolicy(let error, let label, let bytes) {
        throw DeskError.brokenPolicy(error, label: label, bytes: bytes)
      } catch {
        // What is wrong with one, such as a record that somebody has written by hand, keeps no other back.
        outcomes.append(TickOutcome(scheduled: scheduled, result: .failed(error)))
      }
    }
    return outcomes
  }

  /// Returns what came of the promotion of an article that is due; `nil` when somebody else was quicker.
  private func carryOut(_ slug: Slug, isTrial: Bool) throws -> TickOutcome? {
    let book = try ScheduleBook(self)
    let all = try book.scheduled(slug)
    guard let scheduled = all.first, scheduled.time.seconds <= now.seconds else { return nil }
    guard all.count == 1 else { throw DeskError.severalSchedules(slug, all) }
    let policy = try policyInForce().policy
    guard let from = policy.workflow.stage(named: scheduled.from) else { throw noSuchStage(scheduled.from, policy) }
    guard let to = policy.workflow.stage(named: scheduled.to) else { throw noSuchStage(scheduled.to, policy) }
    guard let version = ObjectID(hex: scheduled.version), try repository.header(of: version)?.kind == .commit else {
      throw DeskError.noSuchRevision(scheduled.version)
    }
    if try book.isPromoted(version, of: slug, to: to) {
      if !isTrial {
        try write(try book.recordOfEnd("done", of: slug), verb: "tick", "\(slug) was promoted before", of: slug)
      }
      return TickOutcome(scheduled: scheduled, result: .done)
    }
    guard let source = try tip(of: slug, at: from, policy) else { throw DeskError.notAtStage(slug, from) }
    guard try book.isSame(source, as: version, of: slug) else {
      throw DeskError.changedSinceSignOff(scheduled, now: try repository.commit(source))
    }
    let signer = Identity(
      name: scheduled.name, email: scheduled.address, time: try repository.identity(.author, now: now).time)
    let promoter = Promoter(
      desk: self, promotions: [Promotion(slug: slug, from: from, to: to)], author: signer, verb: "tick",
      isTrial: isTrial
    ) { repository, commit in
      // What was looked at above is what is promoted.
      guard try repository.parents(of: commit).contains(source) else {
        let ref = try RefName(branch: policy.workflow.branch(of: slug, at: from))
        throw GitError(.moved(ref, expected: source, actual: source), "move ref", ref.description, "it has moved")
      }
      return [try book.recordOfEnd("done", of: slug)]
    }
    guard let result = try promoter.run().first else { return nil }
    // Somebody else promoted it a moment ago, and has said so, or this one will.
    if case .failure(.nothingToPromote) = result { return try carryOut(slug, isTrial: isTrial) }
    return TickOutcome(scheduled: scheduled, result: .judged(try result.get()))
  }
}

/// Which promotions are signed off, as the records say.
struct ScheduleBook {
  let records: TeamRecords
  private let repository: Repository
  private let policy: Policy
  private let now: Timestamp

  init(_ desk: Desk) throws {
    repository = desk.repository
    policy = try desk.policyForReading().policy
    records = TeamRecords(repository: desk.repository, kind: .schedule)
    now = desk.now
  }

  /// Returns what is scheduled for an article; several when people have said different things at once.
  func scheduled(_ slug: Slug) throws -> [ScheduledPromotion] {
    var found: [ScheduledPromotion] = []
    for record in try records.newest(of: slug) {
      let trailers = record.trailers
      guard trailers[Key.state] == Key.signedOff, let from = trailers[Key.from], let to = trailers[Key.to],
        let version = trailers[Key.version], let time = trailers[Key.time].flatMap({ Moment(written: $0) })
      else { continue }
      let person = try repository.mapped(record.person)
      let scheduled = ScheduledPromotion(
        slug: slug, from: from, to: to, time: time, version: version, name: person.name, address: person.email,
        state: try state(of: version, of: slug, from: from, to: to))
      if !found.contains(where: { $0.to == to && $0.time.seconds == time.seconds && $0.version == version }) {
        found.append(scheduled)
      }
    }
    return found.sorted { ($0.time.seconds, $0.address) < ($1.time.seconds, $1.address) }
  }

  /// Returns what has become of a version since it was signed off.
  private func state(
    of version: String, of slug: Slug, from: String, to: String
  ) throws -> ScheduledPromotion.State {
    guard let from = policy.workflow.stage(named: from), let to = policy.workflow.stage(named: to),
      let version = ObjectID(hex: version)
    else { return .outdated }
    guard try repository.header(of: version)?.kind == .commit else { return .notHere }
    if try isPromoted(version, of: slug, to: to) { return .done }
    guard let source = try Tips(repository).tip(of: policy.workflow.branch(of: slug, at: from)) else { return .notHere }
    return try isSame(source, as: version, of: slug) ? .open : .outdated
  }

  /// Whether a version has come to a stage already.
  func isPromoted(_ version: ObjectID, of slug: Slug, to stage: Stage) throws -> Bool {
    try Tips(repository).allTips(of: policy.workflow.branch(of: slug, at: stage)).contains {
      try repository.isAncestor(version, of: $0)
    }
  }

  /// Whether a commit has of the article what another one before it had; what was merged or accepted since is no change.
  func isSame(_ commit: ObjectID, as version: ObjectID, of slug: Slug) throws -> Bool {
    if commit == version { return true }
    guard try repository.isAncestor(version, of: commit) else { return false }
    return try !repository.changedPaths(from: version, to: commit).contains { change in
      change.path.string.map { policy.isOwn($0, of: slug) } ?? false
    }
  }

  /// - Parameters:
  ///   - version: what is signed off; it is kept as long as the record is, where it is here.
  ///   - signer: whoever signed it off, if not whoever runs the program.
  func record(of scheduled: ScheduledPromotion, _ version: ObjectID, by signer: Identity? = nil) throws -> RefMove {
    // A record that somebody has written by hand may name what is nowhere.
    let kept = try repository.header(of: version)?.kind == .commit ? version : nil
    return try records.record(
      "Schedule \(scheduled.slug) for \(scheduled.time.shown)",
      [
        "\(Key.state): \(Key.signedOff)", "\(Key.from): \(scheduled.from)", "\(Key.to): \(scheduled.to)",
        "\(Key.time): \(scheduled.time.written)", "\(Key.version): \(scheduled.version)",
      ], of: scheduled.slug, by: try signer ?? repository.identity(.author, now: now),
      try repository.identity(.committer, now: now), keeping: kept)
  }

  /// - Parameter state: why nothing is scheduled any more.
  func recordOfEnd(_ state: String, of slug: Slug) throws -> RefMove {
    try records.record(
      "Nothing is scheduled for \(slug): \(state)", ["\(Key.state): \(state)"], of: slug,
      by: try repository.identity(.author, now: now), try repository.identity(.committer, now: now))
  }

  private enum Key {
    static let state = "Editorial-Schedule"
    static let signedOff = "signed-off"
    static let from = "Editorial-From"
    static let to = "Editorial-To"
    static let time = "Editorial-At"
    static let version = "Editorial-Version"
  }
}
