import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program as it is run behind a proxy, which looks names up by itself and may reach what nobody else is to reach.
@Suite struct ProxyTests {
  /// A proxy that has every site of the tests, and writes down what it is asked for.
  private static let proxy = """
    import http.server, os, socket, sys
    host = "127.0.0.1"
    try: host = socket.gethostbyname(socket.gethostname())
    except OSError: pass
    log = open("asked", "a", buffering=1)
    moved = {
        "http://led.example/robots.txt": "http://rules.example/for-led.txt",
        "http://trap.example/robots.txt": "http://10.0.0.1/robots.txt",
        "http://lost.example/robots.txt": "http://broken.example/robots.txt",
        "http://ring.example/robots.txt": "http://ring.example/robots.txt",
        "http://trap.example/page": "http://printer.local/page",
    }
    class Proxy(http.server.BaseHTTPRequestHandler):
        def answer(self):
            log.write(f"{self.command} {self.path}\\n")
            if "broken.example" in self.path: self.connection.close(); return
            body = b"User-agent: *\\nDisallow: /secret\\n" if self.path.endswith("for-led.txt") else b""
            self.send_response(302 if self.path in moved else 200)
            if self.path in moved: self.send_header("Location", moved[self.path])
            self.send_header("Content-Length", str(len(body))); self.end_headers()
            if self.command == "GET": self.wfile.write(body)
        do_GET = do_HEAD = answer
        def log_message(self, *words): pass
    server = http.server.ThreadingHTTPServer((host, 0), Proxy)
    open("place.new", "w").write(f"{host}:{server.server_port}\\n")
    os.rename("place.new", "place")
    server.serve_forever()
    """

  /// Returns what the program says of addresses, sorted, and what the proxy was asked for.
  ///
  /// - Parameter variable: what says for which addresses it is a proxy.
  private func check(
    _ addresses: (_ port: Substring) -> [String], by variable: String = "http_proxy"
  ) throws -> (said: [String], asked: [String]) {
    let folder = try TemporaryFolder()
    try folder.write("proxy.py", Self.proxy)
    var environment = Git.environment(home: folder.path)
    let running = try RunningSubprocess(
      ["python3", folder.path("proxy.py")], in: folder.path, environment: environment)
    defer { running.send(SIGKILL, toGroup: true) }
    var place = ""
    for _ in 0..<1000 where place.isEmpty {
      usleep(20_000)
      place = (try? folder.readText("place")) ?? ""
    }
    let proxy = try #require(place.split(separator: "\n").first)
    let addresses = addresses(proxy.split(separator: ":").last ?? "")
    environment[variable] = "http://\(proxy)"
    let result = try Subprocess.run(
      [try EditorialProgram.folder() + "/editorial-links", "--pause", "0", "--timeout", "20"], in: folder.path,
      environment: environment, input: Array(addresses.map { $0 + "\n" }.joined().utf8))
    #expect(result.status == 0, "\(result.everything)")
    return (result.lines.sorted(), try folder.readText("asked").split(separator: "\n").map(String.init))
  }

  private func check(_ addresses: [String]) throws -> (said: [String], asked: [String]) {
    try check({ _ in addresses })
  }

  /// The name of this machine leads inside, as any name may that somebody else has made.
  @Test func proxyForOtherAddressesOpensNoWayInside() throws {
    let name = try Subprocess.run(["hostname"], in: "/", environment: Git.environment(home: "/")).lines.first ?? ""
    let (said, asked) = try check({ port in ["http://\(name):\(port)/page"] }, by: "https_proxy")
    // Where the name leads nowhere, nothing can be asked.
    #expect(
      said.count == 1 && said.allSatisfy { $0.hasPrefix("private\t") || $0.hasPrefix("unreachable\t") }, "\(said)")
    #expect(asked.isEmpty, "\(asked)")
  }

  @Test func rulesAreReadWhereTheSiteKeepsThem() throws {
    let (said, asked) = try check(["http://led.example/page", "http://led.example/secret"])
    #expect(
      said == ["robots\t0\t-\thttp://led.example/secret", "there\t200\t-\thttp://led.example/page"])
    #expect(
      asked == [
        "GET http://led.example/robots.txt", "GET http://rules.example/for-led.txt", "HEAD http://led.example/page",
      ])
  }

  @Test func nothingLeadsTheProxyInside() throws {
    let (said, asked) = try check(["http://trap.example/page", "http://trap.example/other", "http://10.0.0.1/page"])
    #expect(
      said == [
        "private\t0\t-\thttp://10.0.0.1/page",
        "private\t302\thttp://printer.local/page\thttp://trap.example/page",
        "there\t200\t-\thttp://trap.example/other",
      ])
    #expect(asked.allSatisfy { $0.contains("trap.example") }, "\(asked)")
  }

  @Test func siteWhoseRulesAreOutOfReachIsLeftAlone() throws {
    let (said, asked) = try check(["http://lost.example/page"])
    #expect(said == ["robots\t0\t-\thttp://lost.example/page"])
    #expect(!asked.contains("HEAD http://lost.example/page"))
  }

  @Test func rulesThatLeadInARingAreNone() throws {
    let (said, asked) = try check(["http://ring.example/page"])
    #expect(said == ["there\t200\t-\thttp://ring.example/page"])
    #expect(asked.count { $0.hasSuffix("robots.txt") } == 6)
  }
}
