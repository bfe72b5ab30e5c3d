import CCurl

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks whether pages are there: many sites at once, each site for one page at a time, with a pause between, and nothing
/// that the site's `robots.txt` asks to be left alone.
final class LinkChecker {
  /// What is known of a page: a word for the state, the status, and where it has moved.
  struct Finding {
    let address: String
    let state: String
    let status: Int
    let location: String?
  }

  /// A scheme, a host and a port, and what is still to be asked there.
  private struct Site {
    var waiting: [String]
    var rules: RobotRules?
    /// A page whose head the server would not tell, and that is asked for as a whole.
    var again: String?
    /// Not before this moment.
    var next = 0
    var isBusy = false
  }

  private enum Question { case robots, head(String), whole(String) }

  /// How many sites are asked at the same time.
  private static let most = 8

  private let pause: Int
  private let seconds: Int
  private let multi: UnsafeMutableRawPointer
  private var sites: [String: Site] = [:]
  private var order: [String] = []
  private var running: [UnsafeMutableRawPointer: (transfer: Transfer, site: String, question: Question)] = [:]
  private let tell: (Finding) -> Void

  /// - Parameters:
  ///   - pause: between two questions to a site, in milliseconds.
  ///   - seconds: how long one may take.
  init?(pause: Int, seconds: Int, telling tell: @escaping (Finding) -> Void) {
    guard curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK, let multi = curl_multi_init() else { return nil }
    self.multi = multi
    self.pause = pause
    self.seconds = seconds
    self.tell = tell
  }

  deinit { curl_multi_cleanup(multi) }

  /// Asks for each of the addresses, and returns when all is known.
  func check(_ addresses: [String]) {
    for address in addresses {
      guard let (site, _) = Self.parts(of: address) else {
        tell(Finding(address: address, state: "invalid", status: 0, location: nil))
        continue
      }
      if sites[site] == nil { order.append(site) }
      sites[site, default: Site(waiting: [])].waiting.append(address)
    }
    while start() || !running.isEmpty {
      var active: Int32 = 0
      curl_multi_perform(multi, &active)
      finish()
      curl_multi_poll(multi, nil, 0, 50, nil)
    }
  }

  /// Starts what may be started now.
  ///
  /// - Returns: whether a site has something waiting.
  private func start() -> Bool {
    let now = Self.milliseconds()
    var waits = false
    for name in order {
      guard var site = sites[name], !site.isBusy, !site.waiting.isEmpty || site.again != nil else { continue }
      waits = true
      guard running.count < Self.most, site.next <= now else { continue }
      if let address = site.again {
        sites[name]?.again = nil
        ask(.whole(address), address, of: name, most: 0, isWhole: true)
      } else if let rules = site.rules {
        let address = site.waiting.removeFirst()
        sites[name] = site
        guard rules.allows(Self.parts(of: address)?.path ?? "/") else {
          tell(Finding(address: address, state: "robots", status: 0, location: nil))
          continue
        }
        ask(.head(address), address, of: name, most: 0, isWhole: false)
      } else {
        ask(.robots, name + "/robots.txt", of: name, most: 512 << 10, isWhole: true)
      }
    }
    return waits
  }

  private func ask(_ question: Question, _ address: String, of site: String, most: Int, isWhole: Bool) {
    sites[site]?.isBusy = true
    guard let transfer = Transfer(address, most: most, isWhole: isWhole) else {
      return conclude(
        question, Transfer.Answer(status: 0, address: "", redirects: 0, failure: .other, body: []), at: site)
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
    case .robots: conclude(robots: answer, at: site)
    case .head(let address):
      // Not every server knows how to answer a question for the head alone.
      if answer.failure == nil, answer.status >= 400 {
        sites[site]?.again = address
      } else {
        tell(finding(address, answer))
      }
    case .whole(let address): tell(finding(address, answer))
    }
  }

  private func conclude(robots answer: Transfer.Answer, at site: String) {
    if answer.failure == .unreachable || answer.failure == .timeout {
      // No page of a site that does not answer is asked for.
      for address in sites[site]?.waiting ?? [] { tell(finding(address, answer)) }
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

  private func finding(_ address: String, _ answer: Transfer.Answer) -> Finding {
    let state: String
    switch (answer.failure, answer.status) {
    case (.timeout?, _): state = "timeout"
    case (.unreachable?, _): state = "unreachable"
    case (.other?, _): state = "failed"
    case (nil, 200..<300): state = answer.redirects > 0 ? "moved" : "there"
    case (nil, 404), (nil, 410): state = "gone"
    case (nil, 400..<500): state = "refused"
    default: state = "failed"
    }
    return Finding(
      address: address, state: state, status: answer.status,
      location: answer.redirects > 0 && answer.failure == nil ? answer.address : nil)
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

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
