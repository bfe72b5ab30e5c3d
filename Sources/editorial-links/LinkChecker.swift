import CCurl

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks whether pages are there: many sites at once, each site for one page at a time, with a pause between, and nothing
/// that the site's `robots.txt` asks to be left alone. Where a page leads elsewhere, that site is asked in the same way.
final class LinkChecker {
  /// What is known of a page: a word for the state, the status, and where it has moved.
  struct Finding {
    let address: String
    let state: String
    let status: Int
    let location: String?
  }

  /// A page that is asked for, and where that has led.
  private struct Inquiry {
    let address: String
    var place: String
    var redirects = 0
    /// The status that led on.
    var status = 0
    /// Whether the server would not tell the head alone.
    var isWhole = false
  }

  /// A scheme, a host and a port, and what is still to be asked there.
  private struct Site {
    var waiting: [Inquiry] = []
    var rules: RobotRules?
    /// Not before this moment.
    var next = 0
    var isBusy = false
  }

  private enum Question {
    /// The site's rules, and how often they have led on.
    case robots(redirects: Int)
    case page(Inquiry)
  }

  /// How often a page may lead on.
  private static let mostRedirects = 10
  /// How often a site's rules may (RFC 9309, 2.3.1.2).
  private static let mostRedirectsOfRules = 5

  /// How many sites are asked at the same time.
  private static let most = 8

  private let pause: Int
  private let seconds: Int
  private let goesInside: Bool
  private let multi: UnsafeMutableRawPointer
  private var sites: [String: Site] = [:]
  private var order: [String] = []
  private var running: [UnsafeMutableRawPointer: (transfer: Transfer, site: String, question: Question)] = [:]
  private let tell: (Finding) -> Void

  /// - Parameters:
  ///   - pause: between two questions to a site, in milliseconds.
  ///   - seconds: how long one may take.
  ///   - goesInside: whether to ask what only this machine and its networks can reach.
  init?(pause: Int, seconds: Int, goesInside: Bool, telling tell: @escaping (Finding) -> Void) {
    guard curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK, let multi = curl_multi_init() else { return nil }
    self.multi = multi
    self.pause = pause
    self.seconds = seconds
    self.goesInside = goesInside
    self.tell = tell
  }

  deinit { curl_multi_cleanup(multi) }

  /// Asks for each of the addresses, and returns when all is known.
  func check(_ addresses: [String]) {
    for address in addresses {
      let inquiry = Inquiry(address: address, place: address)
      if !wait(inquiry, first: false) { tell(inquiry, "invalid") }
    }
    while start() || !running.isEmpty {
      var active: Int32 = 0
      curl_multi_perform(multi, &active)
      finish()
      curl_multi_poll(multi, nil, 0, 50, nil)
    }
  }

  /// Puts a question where it is to be asked.
  ///
  /// - Returns: whether there is such a place.
  private func wait(_ inquiry: Inquiry, first isFirst: Bool) -> Bool {
    guard let (site, _) = Self.parts(of: inquiry.place) else { return false }
    if sites[site] == nil { order.append(site) }
    if isFirst {
      sites[site, default: Site()].waiting.insert(inquiry, at: 0)
    } else {
      sites[site, default: Site()].waiting.append(inquiry)
    }
    return true
  }

  /// Starts what may be started now.
  ///
  /// - Returns: whether a site has something waiting.
  private func start() -> Bool {
    let now = Self.milliseconds()
    var waits = false
    for name in order {
      guard var site = sites[name], !site.isBusy, let inquiry = site.waiting.first else { continue }
      waits = true
      guard running.count < Self.most, site.next <= now else { continue }
      guard mayAsk(name) else {
        site.waiting.removeFirst()
        sites[name] = site
        tell(inquiry, "private")
        continue
      }
      guard let rules = site.rules else {
        ask(.robots(redirects: 0), name + "/robots.txt", of: name)
        continue
      }
      site.waiting.removeFirst()
      sites[name] = site
      guard rules.allows(Self.parts(of: inquiry.place)?.path ?? "/") else {
        tell(inquiry, "robots")
        continue
      }
      ask(.page(inquiry), inquiry.place, of: name)
    }
    return waits
  }

  private func ask(_ question: Question, _ address: String, of site: String) {
    sites[site]?.isBusy = true
    let (most, isWhole) =
      switch question {
      case .robots: (512 << 10, true)
      case .page(let inquiry): (0, inquiry.isWhole)
      }
    guard let transfer = Transfer(address, most: most, isWhole: isWhole, goesInside: goesInside) else {
      return conclude(question, Transfer.Answer(status: 0, next: nil, failure: .other, body: []), at: site)
    }
    transfer.limit(seconds: seconds)
    running[transfer.handle] = (transfer, site, question)
    curl_multi_add_handle(multi, transfer.handle)
  }

  private func finish() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
        let (transfer, site, question) = running.removeValue(forKey: handle)
      else { continue }
      let answer = transfer.answer(editorial_curl_result(message))
      curl_multi_remove_handle(multi, handle)
      sites[site]?.next = Self.milliseconds() + pause
      conclude(question, answer, at: site)
    }
  }

  private func conclude(_ question: Question, _ answer: Transfer.Answer, at site: String) {
    sites[site]?.isBusy = false
    switch question {
    case .robots(let redirects): conclude(robots: answer, after: redirects, at: site)
    case .page(var inquiry):
      // Not every server knows how to answer a question for the head alone.
      if answer.failure == nil, answer.status >= 400, !inquiry.isWhole {
        inquiry.isWhole = true
        sites[site]?.waiting.insert(inquiry, at: 0)
        return
      }
      guard answer.failure == nil, let next = answer.next, inquiry.redirects < Self.mostRedirects else {
        return tell(inquiry, answer)
      }
      inquiry.redirects += 1
      inquiry.status = answer.status
      let before = inquiry
      inquiry.place = next
      inquiry.isWhole = false
      guard wait(inquiry, first: true) else { return tell(before, answer) }
      // On the same site it goes on at once, as with a browser.
      if Self.parts(of: next)?.site == site { sites[site]?.next = 0 }
    }
  }

  private func conclude(robots answer: Transfer.Answer, after redirects: Int, at site: String) {
    // Where a site keeps its rules is its own affair; where a page is, its own site has to say.
    if answer.failure == nil, let next = answer.next, redirects < Self.mostRedirectsOfRules,
      let (place, _) = Self.parts(of: next), mayAsk(place)
    {
      return ask(.robots(redirects: redirects + 1), next, of: site)
    }
    if answer.failure != nil, redirects > 0 {
      // It is there, and its rules are where nobody can read them.
      sites[site]?.rules = .closed
      return
    }
    if let failure = answer.failure, failure != .other {
      // No page of a site that does not answer is asked for.
      for inquiry in sites[site]?.waiting ?? [] { tell(inquiry, answer) }
      sites[site]?.waiting = []
      return
    }
    switch answer.status {
    case 200..<300:
      sites[site]?.rules = RobotRules(String(decoding: answer.body, as: UTF8.self), agent: Transfer.agent)
    case 500...: sites[site]?.rules = .closed
    default: sites[site]?.rules = RobotRules()
    }
  }

  private func tell(_ inquiry: Inquiry, _ answer: Transfer.Answer) {
    switch (answer.failure, answer.status) {
    case (.timeout?, _): tell(inquiry, "timeout", answer.status)
    case (.unreachable?, _): tell(inquiry, "unreachable", answer.status)
    case (.inner?, _): tell(inquiry, "private", answer.status)
    case (.other?, _): tell(inquiry, "failed", answer.status)
    case (nil, 200..<300): tell(inquiry, inquiry.redirects > 0 ? "moved" : "there", answer.status)
    case (nil, 404), (nil, 410): tell(inquiry, "gone", answer.status)
    case (nil, 400..<500): tell(inquiry, "refused", answer.status)
    default: tell(inquiry, "failed", answer.status)
    }
  }

  /// - Parameter status: that of the last answer; without one, that of the answer that led on.
  private func tell(_ inquiry: Inquiry, _ state: String, _ status: Int = 0) {
    tell(
      Finding(
        address: inquiry.address, state: state, status: status > 0 ? status : inquiry.status,
        location: inquiry.place == inquiry.address ? nil : inquiry.place))
  }

  /// Returns the site of an address, and the path with its query.
  private static func parts(of address: String) -> (site: String, path: String)? {
    let lower = address.lowercased()
    guard let scheme = ["http://", "https://"].first(where: lower.hasPrefix) else { return nil }
    let rest = address.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    // A name and a password are not handed to anybody.
    guard !host.isEmpty, !host.contains("@"), !address.utf8.contains(where: { $0 < 0x20 }) else { return nil }
    let path = rest.dropFirst(host.count).prefix { $0 != "#" }
    return (scheme + host.lowercased(), path.hasPrefix("/") ? String(path) : "/" + path)
  }

  /// Whether a site that `parts` gives is one to be asked, as far as its name tells.
  private func mayAsk(_ site: String) -> Bool {
    guard !goesInside, let scheme = site.firstRange(of: "://") else { return true }
    return !InnerAddress.contains(host: String(site[scheme.upperBound...]))
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
