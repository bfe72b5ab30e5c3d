import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The real program, serving a repository, until the last reference to it goes.
final class RunningBoard {
  let port: UInt16
  let host: String
  /// `/folder/`
  let folder: String
  let token: String
  /// What an editor's browser sends with every request once the door was passed.
  private(set) var cookie = ""
  /// What the board's own forms hold.
  private(set) var key = ""
  private var process: RunningSubprocess?
  /// Kept as long as it is served.
  private let newsroom: TestNewsroom

  /// - Parameter host: a number of this machine that it listens at; `nil` for what it chooses.
  init(in newsroom: TestNewsroom, host: String? = nil) throws {
    self.newsroom = newsroom
    let program = try EditorialProgram.folder() + "/editorial-board"
    let process = try RunningSubprocess(
      [program, "--no-browser"] + (host.map { ["--host", $0] } ?? []), in: newsroom.git.folder,
      environment: newsroom.git.environment)
    var said = ""
    while !said.contains("token=") || !said.hasSuffix("\n") {
      let more = process.read(timeout: 30)
      if more.isEmpty { break }
      said += String(decoding: more, as: UTF8.self)
    }
    let start = "http://\(host ?? "127.0.0.1"):"
    let address = said.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix(start) } ?? ""
    let parts = address.dropFirst(start.count).split(separator: "/")
    self.host = host ?? "127.0.0.1"
    self.process = consume process
    guard parts.count == 3, let port = UInt16(parts[0]), let mark = parts[2].firstIndex(of: "=") else {
      throw TestSupportError("the board did not say where it is: \(said)")
    }
    self.port = port
    folder = "/\(parts[1])/"
    token = String(parts[2][parts[2].index(after: mark)...])
    let welcome = try get("enter?token=\(token)")
    cookie = String(welcome.header("set-cookie").prefix { $0 != ";" })
  }

  deinit {
    guard let process = process.take() else { return }
    process.send(SIGTERM)
    _ = try? process.finish(timeout: 20)
  }

  /// Ends the board as Ctrl-C does.
  func stop() throws -> Subprocess {
    guard let process = process.take() else { throw TestSupportError("it was stopped already") }
    process.send(SIGINT)
    return try process.finish(timeout: 20)
  }

  /// What asks it with the cookie, and with the key that stands in its forms.
  var client: BoardClient { BoardClient(host: host, port: port, folder: folder, cookie: cookie, key: key) }

  func get(_ path: String) throws -> WebAnswer { try client.get(path) }

  /// Sends a form of a page as a browser does.
  func post(_ path: String, _ fields: [(String, String)]) throws -> WebAnswer {
    if key.isEmpty {
      let page = try get("article/\(SampleArticle.slug)/edit?stage=draft").body
      let other = try get("article/\(SampleArticle.slug)/edit?stage=styled").body
      key = try #require(page.value(of: "key") ?? other.value(of: "key"), "no form on the page\n\(page)")
    }
    return try client.post(path, fields)
  }
}

/// A connection to a port of this machine.
final class Connection {
  private let descriptor: Int32

  init(to port: UInt16, at host: String = "127.0.0.1") throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw TestSupportError("\(host) is no number") }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw TestSupportError("no connection to port \(port): \(errno)") }
    // Nothing that a test waits for takes as long.
    var patience = timeval(tv_sec: 100, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Sends all of it, unless the other side hangs up.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags: Int32 = 0
      #endif
      let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// What the other side sends until it hangs up.
  func rest() -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return result }
      result += buffer[..<count]
    }
  }

  /// Whether the other side has hung up, or does so now.
  func isClosed() -> Bool {
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, 0) <= 0 && errno != EAGAIN
  }
}

/// What the board answered.
struct WebAnswer: CustomStringConvertible {
  /// 0 when it hung up without a word.
  let status: Int
  let head: String
  let body: String

  init(_ bytes: [UInt8]) {
    let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))
    head = String(decoding: bytes[..<(end?.lowerBound ?? bytes.endIndex)], as: UTF8.self)
    body = String(decoding: bytes[(end?.upperBound ?? bytes.endIndex)...], as: UTF8.self)
    status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  /// The first header of that name, in lower case; empty when there is none.
  func header(_ name: String) -> String {
    for line in head.split(separator: "\r\n").dropFirst() where line.lowercased().hasPrefix(name + ":") {
      return String(line.dropFirst(name.count + 1).drop { $0 == " " })
    }
    return ""
  }

  var description: String { "\(head)\n\n\(body)" }
}

extension String {
  /// The value of a hidden field.
  func value(of field: String) -> String? {
    guard let start = firstRange(of: "name=\"\(field)\" value=\"")?.upperBound else { return nil }
    return String(self[start...].prefix { $0 != "\"" })
  }
}
