import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `editorial sources --check-links` asks for pages, politely, and records what it learns.
@Suite struct LinkTests {
  /// A site on loopback, which writes down what it is asked for.
  private static let site = """
    import http.server, sys, threading, time
    log = open(sys.argv[1], "a", buffering=1)
    class Site(http.server.BaseHTTPRequestHandler):
        def answer(self):
            host = self.headers["Host"].split(":")[0]
            log.write(f"{time.monotonic():.3f} {host} {self.command} {self.path}\\n")
            path = self.path.split("?")[0]
            if path == "/robots.txt":
                body = b"User-agent: *\\nDisallow: /private\\nAllow: /private/open$\\n"
                self.send_response(200); self.send_header("Content-Length", str(len(body))); self.end_headers()
                self.wfile.write(body); return
            if path == "/slow": time.sleep(30)
            if path == "/head" and self.command == "HEAD": self.send_response(405)
            elif path == "/gone": self.send_response(404)
            elif path == "/closed": self.send_response(403)
            elif path == "/broken": self.send_response(500)
            elif path == "/moved": self.send_response(301); self.send_header("Location", "/page?new")
            elif path == "/loop": self.send_response(302); self.send_header("Location", "/loop")
            elif path == "/away": self.send_response(302); self.send_header("Location", f"http://localhost:{self.server.server_port}/private/x")
            elif path == "/elsewhere": self.send_response(302); self.send_header("Location", f"http://localhost:{self.server.server_port}/page")
            elif path == "/file": self.send_response(302); self.send_header("Location", "file:///etc/passwd")
            else: self.send_response(200)
            self.send_header("Content-Length", "0"); self.end_headers()
        do_GET = do_HEAD = answer
        def log_message(self, *words): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    open(sys.argv[2] + ".new", "w").write(str(server.server_port) + "\\n")
    import os; os.rename(sys.argv[2] + ".new", sys.argv[2])
    server.serve_forever()
    """

  /// Runs `body` with a site at an address.
  private func withSite(_ newsroom: TestNewsroom, _ body: (String) throws -> Void) throws {
    try newsroom.folder.write("site.py", Self.site)
    let running = try RunningSubprocess(
      ["python3", newsroom.folder.path("site.py"), newsroom.folder.path("asked"), newsroom.folder.path("port")],
      in: newsroom.folder.path, environment: newsroom.git.environment)
    defer { running.send(SIGKILL, toGroup: true) }
    var port = ""
    for _ in 0..<1000 where port.isEmpty {
      usleep(20_000)
      port = (try? newsroom.folder.readText("port")) ?? ""
    }
    try body("http://127.0.0.1:\(try #require(port.split(separator: "\n").first))")
  }

  private func asked(_ newsroom: TestNewsroom) throws -> [String] {
    try newsroom.folder.readText("asked").split(separator: "\n").map(String.init)
  }

  @Test func eachPageIsAskedForOnceAndWithPauses() throws {
    let newsroom = try TestNewsroom()
    try withSite(newsroom) { site in
      let other = site.replacing("127.0.0.1", with: "localhost")
      let expected = [
        ("/page", "there\t200\t-"), ("/gone", "gone\t404\t-"), ("/closed", "refused\t403\t-"),
        ("/broken", "failed\t500\t-"), ("/moved", "moved\t200\t\(site)/page?new"), ("/loop", "failed\t302\t-"),
        ("/file", "failed\t302\t-"), ("/head", "there\t200\t-"), ("/private/x", "robots\t0\t-"),
        ("/private/open", "there\t200\t-"), ("/été?q=é", "there\t200\t-"),
        ("/elsewhere", "moved\t200\t\(other)/page"), ("/away", "robots\t302\t\(other)/private/x"),
      ]
      let addresses = expected.map { site + $0.0 } + ["http://127.0.0.1:1/x", "no address", "http://a:b@127.0.0.1/x"]
      let program = newsroom.program + "-links"
      let result = try Subprocess.run(
        [program, "--pause", "100", "--timeout", "10", "--private"], in: newsroom.folder.path,
        environment: newsroom.git.environment,
        input: Array((addresses + addresses).map { $0 + "\n" }.joined().utf8))
      #expect(result.status == 0, "\(result.everything)")
      var lines = Set(result.lines)
      for (path, words) in expected {
        #expect(lines.remove("\(words)\t\(site)\(path)") != nil, "\(path):\n\(result.text)")
      }
      #expect(
        lines == [
          "unreachable\t0\t-\thttp://127.0.0.1:1/x", "invalid\t0\t-\tno address",
          "invalid\t0\t-\thttp://a:b@127.0.0.1/x",
        ])
      let asked = try asked(newsroom)
      #expect(asked.first?.hasSuffix("GET /robots.txt") == true)
      // A page that leads to another site asks that one, too, what it wants to be left alone.
      #expect(asked.filter { $0.hasSuffix("robots.txt") }.count == 2)
      #expect(!asked.contains { $0.contains("/private/x") })
      #expect(asked.contains { $0.hasSuffix("HEAD /%C3%A9t%C3%A9?q=%C3%A9") }, "\(asked)")
      // A redirection is followed at once; all else keeps its distance.
      let times = asked.filter {
        $0.contains("localhost") == false && !$0.contains("loop") && !$0.hasSuffix("page?new")
      }
      .compactMap { $0.split(separator: " ").first.flatMap { Double($0) } }
      for (one, next) in zip(times, times.dropFirst()) { #expect(next - one >= 0.09) }
    }
  }

  @Test func pagesOfThisMachineAreNotAskedForUnasked() throws {
    let newsroom = try TestNewsroom()
    try withSite(newsroom) { site in
      let port = site.split(separator: ":").last ?? ""
      // By number, in every notation, and by name, which is looked up first.
      let hosts = ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0", "[::1]", "[::ffff:127.0.0.1]", "localhost"]
      let addresses = hosts.map { "http://\($0):\(port)/page" }
      let result = try Subprocess.run(
        [newsroom.program + "-links", "--pause", "0", "--timeout", "10"], in: newsroom.folder.path,
        environment: newsroom.git.environment, input: Array(addresses.map { $0 + "\n" }.joined().utf8))
      #expect(Set(result.lines) == Set(addresses.map { "private\t0\t-\t\($0)" }), "\(result.everything)")
      #expect(try asked(newsroom).isEmpty)
    }
  }

  @Test func slowSiteIsGivenUp() throws {
    let newsroom = try TestNewsroom()
    try withSite(newsroom) { site in
      let result = try Subprocess.run(
        [newsroom.program + "-links", "--pause", "0", "--timeout", "1", "--private"], in: newsroom.folder.path,
        environment: newsroom.git.environment, input: Array("\(site)/slow\n".utf8))
      #expect(result.lines == ["timeout\t0\t-\t\(site)/slow"])
    }
  }

  @Test func whatIsLearnedIsShownAndKept() throws {
    let newsroom = try TestNewsroom()
    try withSite(newsroom) { site in
      let text = SampleArticle.factual.text
        .replacing("https://www.larkfield-energy.org/reports/roofs", with: "\(site)/gone")
        .replacing("https://www.citizens-advice-larkfield.org/figures/2024", with: "\(site)/moved")
      try newsroom.plant(Array(text.utf8), on: "factual/\(SampleArticle.slug)")
      let silent = try newsroom.editorial("sources", SampleArticle.slug)
      #expect(silent.status == 0)
      #expect(try asked(newsroom).isEmpty, "nobody is asked unasked")
      let outside = try newsroom.editorial("sources", SampleArticle.slug, "--check-links")
      #expect(outside.status == 0, "\(outside.everything)")
      #expect(outside.text.contains("the page is on a private network and was not asked for"), "\(outside.everything)")
      #expect(try asked(newsroom).isEmpty, "an article does not reach what only this machine can reach")
      #expect(try newsroom.editorial("sources", SampleArticle.slug, "--private").status == 64)
      let result = try newsroom.editorial("sources", SampleArticle.slug, "--check-links", "--private")
      #expect(result.status == 1, "\(result.everything)")
      #expect(result.text.contains("the page is gone (404)"), "\(result.everything)")
      #expect(result.text.contains("the page has moved to \(site)/page?new"), "\(result.everything)")
      let count = try asked(newsroom).count
      let again = try newsroom.editorial("sources", SampleArticle.slug, "--check-links", "--format", "json")
      #expect(again.status == 1)
      #expect(try asked(newsroom).count == count, "what was asked for today is known")
      let schema = try OutputSchema(OutputSchemaTests.description())
      #expect(try schema.complaints(about: again.text, as: "sources") == [], "\(again.text)")
      #expect(again.text.contains("\"state\": \"gone\""), "\(again.text)")
      #expect(try newsroom.editorial("sources", SampleArticle.slug).text.contains("the page is gone"))
      #expect(
        try newsroom.editorial("sources", SampleArticle.slug, "--check-links", "--again", "--private").status == 1)
      #expect(try asked(newsroom).count > count)
      #expect(try newsroom.changes() == "")
    }
  }
}
