/// Who works on an article. A word among colleagues: it keeps nobody from anything.
package struct Claim: Hashable, Sendable {
  package let name: String
  package let address: String
  /// Since when.
  package let since: Moment
  /// Until when; `nil` for as long as it takes.
  package let until: Moment?
  package let reason: String?

  package init(name: String, address: String, since: Moment, until: Moment?, reason: String?) {
    self.name = name
    self.address = address
    self.since = since
    self.until = until
    self.reason = reason
  }

  /// Whether it is that of somebody who is known by this address.
  package func isOf(_ address: String) -> Bool { self.address.lowercased() == address.lowercased() }
}

/// A promotion that somebody has signed off, to be carried out when its time has come.
package struct ScheduledPromotion: Hashable, Sendable {
  /// What has become of the version that was signed off.
  package enum State: String, Sendable {
    /// It waits for its time.
    case open
    /// The article has another text now, or is not at that stage any more: it stays where it is.
    case outdated
    /// Nothing tells: the article's branch at that stage is not in this repository, nor among what was fetched.
    case notHere
    /// Somebody has promoted it before its time.
    case done
  }

  package let slug: Slug
  /// The names of the stages.
  package let from: String
  package let to: String
  /// When it is due.
  package let time: Moment
  /// The commit that was signed off, in hexadecimal.
  package let version: String
  package let name: String
  package let address: String
  package let state: State

  package init(
    slug: Slug, from: String, to: String, time: Moment, version: String, name: String, address: String,
    state: State = .open
  ) {
    self.slug = slug
    self.from = from
    self.to = to
    self.time = time
    self.version = version
    self.name = name
    self.address = address
    self.state = state
  }
}
