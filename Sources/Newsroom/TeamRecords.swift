import Gatekeeping
import GitStore

/// What people of a team tell each other of articles: who works on one, and which promotion is signed off for later.
///
/// Each article has a ref of its own for each of the two, `refs/editorial/team/claims/solar-roofs`. It leads to a chain of
/// commits without files, one for each thing that was said; what was taken back is said too, and nothing is ever
/// deleted. So a push is a fast-forward, or it is refused because somebody else has said something meanwhile. What was
/// fetched lies beside it, under `refs/editorial/fetched/<remote>/`, and the next record has both as parents.
struct TeamRecords {
  enum Kind: String {
    case claims, schedule
  }

  let repository: Repository
  let kind: Kind

  /// One thing that somebody said.
  struct Record {
    let id: ObjectID
    let person: Identity
    let trailers: Trailers
  }

  /// What was fetched to where, for `remote.<name>.fetch`.
  static func refspec(of remote: String) -> String {
    "+refs/editorial/team/*:refs/editorial/fetched/\(remote)/*"
  }

  private static let prefix = "refs/editorial/team/"

  func ref(of slug: Slug) throws(GitError) -> RefName { try RefName("\(Self.prefix)\(kind.rawValue)/\(slug)") }

  /// Returns where a ref of a team stands that was fetched from another repository; `nil` for any other ref.
  static func fetched(_ ref: RefName, from remote: String) -> RefName? {
    let name = ref.description
    guard name.hasPrefix(prefix) else { return nil }
    do throws(GitError) {
      return try RefName("refs/editorial/fetched/\(remote)/\(name.dropFirst(prefix.count))")
    } catch {
      // Not every name of a remote can be a part of a ref's.
      return nil
    }
  }

  /// Returns the articles that something was ever said of, here or where it was fetched from, sorted.
  func slugs() throws -> [Slug] {
    var found: Set<Slug> = []
    for reference in try repository.references(under: "refs/editorial/team/\(kind.rawValue)/") {
      found.formUnion(Self.slug(in: reference.name))
    }
    for reference in try repository.references(under: "refs/editorial/fetched/") {
      let parts = reference.name.description.split(separator: "/")
      guard parts.count > 2, parts[parts.count - 2] == kind.rawValue else { continue }
      found.formUnion(Self.slug(in: reference.name))
    }
    return found.sorted()
  }

  /// Returns the last records, none of which knows of another: usually one, and two when people said something at once.
  func newest(of slug: Slug) throws -> [Record] {
    let tips = try tips(of: slug)
    return try newest(among: tips)
  }

  /// Returns the records that a record knows of, none of which knows of another.
  func parents(of record: Record) throws -> [Record] {
    // Anybody can push anything there.
    try newest(
      among: try repository.parents(of: record.id).prefix(Self.most).filter { try repository.header(of: $0) != nil })
  }

  /// More people do not claim an article at once.
  private static let most = 64

  private func newest(among tips: [ObjectID]) throws -> [Record] {
    let newest = try tips.filter { tip in
      try !tips.contains { other in try other != tip && repository.isAncestor(tip, of: other) }
    }
    return try newest.map { id in
      let commit = try repository.commit(id)
      return Record(id: id, person: commit.author, trailers: Trailers(commit.message))
    }
  }

  /// Stores a record that knows of all that was said before, and returns the move that makes it count.
  ///
  /// - Parameter kept: a commit that the record speaks of, and that is to stay as long as the record.
  func record(
    _ subject: String, _ trailers: [String], of slug: Slug, by author: Identity, _ committer: Identity,
    keeping kept: ObjectID? = nil
  ) throws -> RefMove {
    let ref = try ref(of: slug)
    let commit = try commit(
      subject, trailers, of: slug, by: author, committer,
      after: try newest(of: slug).map(\.id) + [kept].compactMap { $0 })
    return RefMove(ref, from: try repository.tip(of: ref), to: commit)
  }

  /// Stores a record that knows of these.
  func commit(
    _ subject: String, _ trailers: [String], of slug: Slug, by author: Identity, _ committer: Identity,
    after parents: [ObjectID]
  ) throws -> ObjectID {
    // A line end in one of them would make a trailer of what follows.
    let lines = (["Editorial-Article: \(slug)"] + trailers).map { line in
      line.split { $0.isNewline }.joined(separator: " ") + "\n"
    }
    return try repository.createCommit(
      tree: try repository.writeTree(from: nil, edits: []), parents: parents, author: author, committer: committer,
      message: "\(subject)\n\n\(lines.joined())")
  }

  /// Where the article's ref is here, and where it was in other repositories.
  private func tips(of slug: Slug) throws -> [ObjectID] {
    var tips = [try repository.tip(of: try ref(of: slug))].compactMap { $0 }
    let own = try ref(of: slug)
    for remote in try repository.remoteNames() {
      guard let ref = Self.fetched(own, from: remote) else { continue }
      if let tip = try repository.tip(of: ref), !tips.contains(tip) { tips.append(tip) }
    }
    // Anybody can push anything there.
    return try tips.filter { try repository.header(of: $0)?.kind == .commit }
  }

  private static func slug(in ref: RefName) -> [Slug] {
    guard let name = ref.description.split(separator: "/").last else { return [] }
    do throws(Slug.Invalid) { return [try Slug(String(name))] } catch { return [] }
  }
}

/// What a team says of articles of which most have nothing said of them.
struct TeamBoard {
  private let book: ClaimBook
  private let schedule: ScheduleBook
  private let claimed: Set<Slug>
  private let dated: Set<Slug>

  init(_ desk: Desk) throws {
    book = try ClaimBook(desk)
    schedule = try ScheduleBook(desk)
    claimed = Set(try book.records.slugs())
    dated = Set(try schedule.records.slugs())
  }

  func claims(on slug: Slug) throws -> [Claim] { claimed.contains(slug) ? try book.claims(on: slug) : [] }

  func scheduled(_ slug: Slug) throws -> [ScheduledPromotion] {
    dated.contains(slug) ? try schedule.scheduled(slug) : []
  }
}

/// The lines `Key: value` at the end of a commit's message.
struct Trailers {
  private var values: [String: [String]] = [:]

  init(_ message: String) {
    let paragraph = message.split(separator: "\n", omittingEmptySubsequences: false)
      .reversed().drop { $0.isEmpty }.prefix { !$0.isEmpty }
    for line in paragraph.reversed() {
      guard let colon = line.firstRange(of: ": ") else { continue }
      values[String(line[..<colon.lowerBound]), default: []].append(String(line[colon.upperBound...]))
    }
  }

  subscript(key: String) -> String? { values[key]?.last }

  func all(_ key: String) -> [String] { values[key] ?? [] }
}
