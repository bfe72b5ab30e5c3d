import Wording

/// What is known of a page: whether it was there when somebody last asked.
package struct LinkStanding: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case there, moved, gone, refused, robots, timeout, unreachable, failed, invalid
    /// It lies on this machine or in a network of its own, and was not asked for.
    case inner = "private"

    /// Whether the page cannot be looked up by anybody.
    package var isDead: Bool { self == .gone || self == .unreachable || self == .invalid }
  }

  package let state: State
  /// The status of the answer; 0 without one.
  package let status: Int
  /// Where the page has moved.
  package let location: String?
  /// When it was asked for: `2026-11-22`.
  package let day: String

  package init(state: State, status: Int, location: String?, day: String) {
    self.state = state
    self.status = status
    self.location = location
    self.day = day
  }

  /// One clause, safe to show.
  var words: String {
    let place = location.map(DisplayText.safe) ?? ""
    let what =
      switch state {
      case .there: worded("the page is there", fr: "la page répond")
      case .moved: worded("the page has moved to \(place)", fr: "la page a déménagé : \(place)")
      case .gone: worded("the page is gone (\(status))", fr: "la page n'existe plus (\(status))")
      case .refused: worded("the site refuses programs (\(status))", fr: "le site refuse les programmes (\(status))")
      case .robots:
        worded("the site asks programs to leave the page alone", fr: "le site demande aux programmes d'éviter la page")
      case .inner:
        worded(
          "\(place.isEmpty ? "the page" : "\(place), where it leads to,") is on a private network and was not asked for",
          fr: """
            \(place.isEmpty ? "la page" : "\(place), où elle mène,") est sur un réseau privé et n'a pas été demandée
            """)
      case .timeout: worded("the site did not answer in time", fr: "le site n'a pas répondu à temps")
      case .unreachable: worded("there is no such site", fr: "ce site est introuvable")
      case .failed where status > 0:
        worded("the site is in trouble (\(status))", fr: "le site est en panne (\(status))")
      case .failed: worded("the site could not be asked", fr: "le site n'a pas pu être interrogé")
      case .invalid: worded("the address is none", fr: "l'adresse n'en est pas une")
      }
    return what + worded(", asked on \(day)", fr: ", le \(day)")
  }
}
