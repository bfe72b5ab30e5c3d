import TestSupport
import Testing

@testable import BoardSite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The board is open to whoever was given its address, and shut to other web pages and other users of the machine.
@Suite struct BoardGuardTests {
  private let newsroom: TestNewsroom
  private let board: RunningBoard

  init() throws {
    newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "draft/\(SampleArticle.slug)")
    board = try RunningBoard(in: newsroom)
  }

  private func ask(_ line: String, host: String? = nil, more: String = "") throws -> WebAnswer {
    try board.client.ask(
      "\(line) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(board.port)")\r\n\(more)Connection: close\r\n\r\n")
  }

  @Test func addressIsTradedForACookieThatNoScriptAndNoOtherSiteGets() throws {
    let welcome = try board.get("enter?token=\(board.token)")
    #expect(welcome.status == 200)
    let cookie = welcome.header("set-cookie")
    for part in ["HttpOnly", "SameSite=Strict", "Path=\(board.folder)"] { #expect(cookie.contains(part), "\(cookie)") }
    #expect(!cookie.contains(board.token), "the address would be in the cookie")
    let page = try board.get("")
    #expect(page.status == 200 && page.body.contains(SampleArticle.slug), "\(page)")
  }

  @Test func strangersAreTurnedAway() throws {
    let folder = board.folder
    let doors = [
      "GET \(folder)", "GET \(folder)article/\(SampleArticle.slug)", "GET \(folder)board.js", "GET \(folder)state",
      "GET \(folder)enter", "GET \(folder)enter?token=", "GET \(folder)enter?token=\(String(board.token.reversed()))",
      "POST \(folder)article/\(SampleArticle.slug)/promote",
    ]
    for door in doors {
      let answer = try ask(door, more: "Content-Length: 0\r\n")
      #expect(answer.status == 403, "\(door): \(answer)")
      #expect(!answer.body.contains(SampleArticle.slug) && answer.header("set-cookie").isEmpty, "\(answer)")
    }
    let wrong = try ask("GET \(folder)", more: "Cookie: editorial-board=\(String(repeating: "0", count: 32))\r\n")
    #expect(wrong.status == 403)
    for path in ["/", "/index.html", "/\(String(repeating: "0", count: 32))/enter?token=\(board.token)"] {
      #expect(try ask("GET \(path)").status == 404)
    }
  }

  @Test func nameOfAnotherHostLeadsNowhere() throws {
    let line = "GET \(board.folder)"
    let hosts = [
      "evil.example", "evil.example:\(board.port)", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:\(board.port).evil.example",
    ]
    for host in hosts {
      let answer = try ask(line, host: host, more: "Cookie: \(board.cookie)\r\n")
      #expect(answer.status == 421, "\(host): \(answer)")
    }
    let twice = try ask(line, more: "Host: evil.example\r\nCookie: \(board.cookie)\r\n")
    #expect([400, 421].contains(twice.status), "\(twice)")
    let none = try board.client.ask(
      "GET \(board.folder) HTTP/1.1\r\nCookie: \(board.cookie)\r\nConnection: close\r\n\r\n")
    #expect([400, 421].contains(none.status), "\(none)")
    #expect(try ask(line, host: "localhost:\(board.port)", more: "Cookie: \(board.cookie)\r\n").status == 200)
  }

  @Test func nameThatWasAskedForLeadsThereAndNoOther() throws {
    let board = try RunningBoard(in: newsroom, host: "127.0.0.2")
    #expect(try board.get("").status == 200)
    for host in ["127.0.0.1", "localhost", "evil.example"] {
      let answer = try board.client.ask(
        "GET \(board.folder) HTTP/1.1\r\nHost: \(host):\(board.port)\r\nCookie: \(board.cookie)\r\n"
          + "Connection: close\r\n\r\n")
      #expect(answer.status == 421, "\(answer)")
    }
    let page = try board.get("article/\(SampleArticle.slug)").body
    let fields = [("to", "factual"), ("seen", try #require(page.value(of: "seen")))]
    #expect(try board.post("article/\(SampleArticle.slug)/promote", fields).status == 303)
    // The usual number of the machine is not served.
    #expect(throws: (any Error).self) { try Connection(to: board.port, at: "127.0.0.1") }
  }

  @Test func placesThatCannotBeListenedAtAreNamed() throws {
    func start(_ host: String) throws -> Subprocess {
      try Subprocess.run(
        [EditorialProgram.folder() + "/editorial-board", "--no-browser", "--host", host], in: newsroom.git.folder,
        environment: newsroom.git.environment)
    }
    for host in ["0.0.0.0", "::", "", "a b", "http://x"] {
      let answer = try start(host)
      #expect(answer.status == 64 && answer.errorText.contains("--host takes"), "\(answer.everything)")
    }
    // A number that no machine has (RFC 5737).
    let nowhere = try start("192.0.2.1")
    #expect(nowhere.status == 2 && nowhere.errorText.contains("this machine has no such name"), "\(nowhere.everything)")
  }

  @Test func whatListeningElsewhereMeansIsSaidFirst() throws {
    let name = try Subprocess.run(["hostname"], in: newsroom.git.folder, environment: newsroom.git.environment).text
      .split(whereSeparator: \.isWhitespace).first.map(String.init)
    let process = try RunningSubprocess(
      [EditorialProgram.folder() + "/editorial-board", "--no-browser", "--host", try #require(name)],
      in: newsroom.git.folder, environment: newsroom.git.environment)
    _ = process.read(timeout: 30)
    process.send(SIGTERM)
    let ended = try process.finish(timeout: 20)
    // Where the name of the machine leads nowhere, that is said.
    #expect(
      ended.errorText.contains("It uses no encryption") || ended.errorText.contains("this machine has no such name"),
      "\(ended.everything)")
  }

  /// Only root may listen there, so nobody listens.
  @Test func browsersLeaveOutThePortThatHTTPHasAnyway() {
    let gate = BoardGuard(host: "desk.example", port: 80)
    #expect(gate.entrance.hasPrefix("http://desk.example\(gate.folder)enter?token="))
    for (host, status) in [("desk.example", 200), ("desk.example:8080", 421), ("evil.example", 421)] {
      let request = RawRequest(
        method: "GET", target: "\(gate.folder)enter?token=\(gate.token.text)", headers: [("Host", host)], body: [])
      #expect(gate.refusal(ofHead: request)?.status.rawValue ?? 200 == status, "\(host)")
    }
  }

  @Test func formsOfOtherPagesMoveNothing() throws {
    let page = try board.get("article/\(SampleArticle.slug)").body
    let key = try #require(page.value(of: "key"))
    let fields = [("to", "factual"), ("seen", try #require(page.value(of: "seen")))]
    let path = "article/\(SampleArticle.slug)/promote"
    let own = "http://127.0.0.1:\(board.port)"
    for origin in [nil, "null", "https://evil.example", "http://127.0.0.1:1", "http://localhost:\(board.port)"] {
      let answer = try board.client.post(path, fields: fields + [("key", key)], origin: origin)
      #expect(answer.status == 403, "\(origin ?? "no origin"): \(answer)")
    }
    let crossing = try board.client.post(
      path, fields: fields + [("key", key)], origin: own, more: "Sec-Fetch-Site: cross-site\r\n")
    #expect(crossing.status == 403)
    #expect(try board.client.post(path, fields: fields, origin: own).status == 403, "a form without its key")
    let guess = String(repeating: "0", count: 32)
    #expect(try board.client.post(path, fields: fields + [("key", guess)], origin: own).status == 403)
    #expect(try board.get("\(path)?key=\(key)&to=factual").status == 404, "a link must not act")
    #expect(try newsroom.tip("factual/\(SampleArticle.slug)") == nil)
    #expect(try board.client.post(path, fields: fields + [("key", key)], origin: own).status == 303)
  }

  @Test func pathsThatLeadElsewhereLeadNowhere() throws {
    let folder = board.folder
    let paths = [
      "\(folder)../etc/passwd", "\(folder)article/../../etc/passwd", "\(folder)article/%2e%2e/%2e%2e/etc/passwd",
      "\(folder)article/..%2f..%2feditorial.yml", "\(folder)article/%00", "\(folder)article/..%5c", "\(folder)/state",
      "\(folder)article/%ff", "\(folder)article/%", "\(folder)article/-x", "\(folder)article/nothing-here",
      "\(folder)article/" + String(repeating: "a", count: 3000),
    ]
    for path in paths {
      let answer = try ask("GET \(path)", more: "Cookie: \(board.cookie)\r\n")
      #expect([400, 404].contains(answer.status), "\(path): \(answer)")
      #expect(!answer.body.contains("root:") && !answer.body.contains("version: 1"))
    }
  }

  @Test func requestsThatAreTooLargeAreCutOff() throws {
    let cookie = "Cookie: \(board.cookie)\r\n"
    let long = try ask("GET \(board.folder)", more: cookie + "X-Long: \(String(repeating: "x", count: 100_000))\r\n")
    #expect([0, 400, 431].contains(long.status), "\(long)")
    let many = try ask("GET \(board.folder)", more: cookie + String(repeating: "X-Many: x\r\n", count: 5000))
    #expect([0, 400, 431].contains(many.status), "\(many)")
    let announced = try board.client.ask(
      "POST \(board.folder)article/x/edit HTTP/1.1\r\nHost: 127.0.0.1:\(board.port)\r\nContent-Length: 999999999\r\n\r\n"
    )
    #expect(announced.status == 413, "\(announced)")
    // What is not announced is counted.
    let socket = try Connection(to: board.port)
    socket.write(
      Array(
        "POST \(board.folder)article/x/edit HTTP/1.1\r\nHost: 127.0.0.1:\(board.port)\r\n\(cookie)Transfer-Encoding: chunked\r\n\r\n"
          .utf8))
    let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 97, count: 65_536) + Array("\r\n".utf8)
    for _ in 0..<200 { socket.write(chunk) }
    #expect([0, 413].contains(WebAnswer(socket.rest()).status))
    #expect(try board.get("state").status == 200, "the board goes on")
  }

  /// Nobody waits for what strangers send along: the answer comes before the body does.
  @Test func bodyOfAStrangerIsNotRead() throws {
    let answer = try board.client.ask(
      "POST \(board.folder)article/x/edit HTTP/1.1\r\nHost: 127.0.0.1:\(board.port)\r\nContent-Length: 8000000\r\n\r\n")
    #expect(answer.status == 403, "\(answer)")
    #expect(try board.get("state").status == 200)
  }

  @Test func portThatIsTakenIsSaid() throws {
    let second = try Subprocess.run(
      [EditorialProgram.folder() + "/editorial-board", "--no-browser", "--port", "\(board.port)"],
      in: newsroom.git.folder, environment: newsroom.git.environment)
    #expect(second.status == 2, "\(second.everything)")
    #expect(second.errorText.contains("open the board on port \(board.port): the port cannot be had"))
  }

  @Test func garbageIsRefused() throws {
    for bytes in [
      "\u{0}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n",
    ] {
      #expect([0, 400, 421, 505].contains(try board.client.ask(bytes + "\r\n").status), "\(bytes)")
    }
    #expect(try ask("DELETE \(board.folder)", more: "Cookie: \(board.cookie)\r\n").status == 405)
    let smuggled = try board.client.ask(
      "POST \(board.folder)state HTTP/1.1\r\nHost: 127.0.0.1:\(board.port)\r\nContent-Length: 4\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
    #expect([0, 400].contains(smuggled.status), "\(smuggled)")
    #expect(try board.get("state").status == 200)
  }

  @Test func whoeverSendsTooSlowlyIsCutOff() throws {
    let silent = try Connection(to: board.port)
    let slow = try Connection(to: board.port)
    slow.write(Array("GET \(board.folder) HTTP/1.1\r\nHost: 127".utf8))
    let body = try Connection(to: board.port)
    body.write(
      Array(
        "POST \(board.folder)article/x/edit HTTP/1.1\r\nHost: 127.0.0.1:\(board.port)\r\nCookie: \(board.cookie)\r\nContent-Length: 100\r\n\r\nkey="
          .utf8))
    // Each of these waits until the board hangs up, however long the machine takes.
    for connection in [silent, slow, body] { #expect(connection.isClosed()) }
    #expect(try board.get("state").status == 200)
  }

  @Test func connectionsAreCounted() throws {
    var held: [Connection] = []
    for _ in 0..<160 { held.append(try Connection(to: board.port)) }
    // The last ones were hung up on at once; the first ones are not waited for.
    let last = try #require(held.last)
    #expect(last.isClosed())
    held = []
    var answer = try board.get("state")
    for _ in 0..<1000 where answer.status != 200 {
      usleep(50_000)
      answer = try board.get("state")
    }
    #expect(answer.status == 200, "the board is there again when others go")
  }

  @Test func everyPageForbidsWhatItDoesNotNeed() throws {
    for path in [
      "", "article/\(SampleArticle.slug)", "article/\(SampleArticle.slug)/edit?stage=draft", "nothing", "board.css",
    ] {
      let page = try board.get(path)
      let policy = page.header("content-security-policy")
      for rule in ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"] {
        #expect(policy.contains(rule), "\(path): \(policy)")
      }
      #expect(!policy.contains("unsafe"), "\(policy)")
      #expect(page.header("x-frame-options") == "DENY" && page.header("x-content-type-options") == "nosniff")
      #expect(page.header("cache-control") == "no-store" && page.header("access-control-allow-origin").isEmpty)
      #expect(!page.body.contains(" style=") && !page.body.contains(" onclick") && !page.body.contains("<style"))
    }
  }

  @Test func boardListensOnThisMachineAlone() throws {
    let listening = try Subprocess.run(
      ["sh", "-c", "cat /proc/net/tcp /proc/net/tcp6"], in: "/", environment: newsroom.git.environment)
    let digits = String(board.port, radix: 16, uppercase: true)
    let port = String(repeating: "0", count: 4 - digits.count) + digits
    let own = listening.lines.compactMap { line -> String? in
      let fields = line.split(separator: " ")
      return fields.count > 3 && fields[3] == "0A" && fields[1].hasSuffix(":\(port)") ? String(fields[1]) : nil
    }
    #expect(own == ["0100007F:\(port)"])
  }

  @Test func interruptedBoardEndsInOrder() throws {
    let end = try board.stop()
    #expect(end.status == 0, "\(end.everything)")
  }
}
