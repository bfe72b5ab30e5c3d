import Synchronization
import TestSupport
import Testing

/// What the board answered to all of them.
private final class Tally: Sendable {
  /// The words that were saved, by article.
  let saved = Mutex<[String: Set<String>]>([:])
  let statuses = Mutex<[Int: Int]>([:])
}

/// Fifty editors on the board, and others at the command line, in one repository at once.
@Suite struct BoardRaceTests {
  private func path(_ slug: String) -> String { "articles/\(slug).md" }

  @Test func nothingIsLostAmongFiftyEditors() async throws {
    let newsroom = try TestNewsroom()
    let slugs = [SampleArticle.slug] + (1..<10).map { "roofs-\($0)" }
    for slug in slugs {
      try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path(slug), on: "factual/\(slug)")
      try newsroom.plant(
        Array(SampleArticle.faithful.text.utf8), at: path(slug), on: "styled/\(slug)", from: "factual/\(slug)")
    }
    let board = try RunningBoard(in: newsroom)
    _ = try board.post("article/\(SampleArticle.slug)/score", [("stage", "styled"), ("text", "x")])
    let client = board.client
    let tally = Tally()
    let program = newsroom.program
    let (place, environment) = (newsroom.git.folder, newsroom.git.environment)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<50 {
        let slug = slugs[number % slugs.count]
        group.addTask {
          for round in 0..<2 {
            let page = try client.get("article/\(slug)/edit?stage=styled").body
            guard let opened = page.value(of: "opened") else { continue }
            // In a comment, which states nothing that a gate could miss in the baseline.
            let words = "<!-- editor \(number), round \(round) -->"
            let text = SampleArticle.faithful.text.replacing("Look up when", with: "\(words)\n\nLook up when")
            let answer = try client.post(
              "article/\(slug)/edit",
              [("stage", "styled"), ("path", "articles/\(slug).md"), ("opened", opened), ("text", text)])
            tally.statuses.withLock { $0[answer.status, default: 0] += 1 }
            if answer.status == 303, answer.header("location").contains("done=saved") {
              tally.saved.withLock { _ = $0[slug, default: []].insert(words) }
            }
            _ = try client.get("")
            let article = try client.get("article/\(slug)").body
            if number % 5 == 0, let to = article.value(of: "to"), let seen = article.value(of: "seen") {
              let answer = try client.post("article/\(slug)/promote", [("to", to), ("seen", seen)])
              tally.statuses.withLock { $0[answer.status, default: 0] += 1 }
            }
          }
        }
      }
      for slug in slugs {
        group.addTask {
          let end = try Subprocess.run([program, "promote", slug], in: place, environment: environment, timeout: 200)
          #expect([0, 2].contains(end.status), "\(end.everything)")
        }
      }
      try await group.waitForAll()
    }
    let counts = tally.statuses.withLock { $0 }
    #expect(Set(counts.keys).isSubset(of: [303, 409, 422]), "\(counts)")
    // Whatever the board said was saved is in the history.
    for (slug, words) in tally.saved.withLock({ $0 }) {
      let history = try newsroom.git.run(["log", "-p", "--format=", "styled/\(slug)"]).text
      for word in words { #expect(history.contains(word), "\(slug) lost “\(word)”") }
    }
    #expect(tally.saved.withLock { $0.values.reduce(0) { $0 + $1.count } } > 0, "\(counts)")
    #expect(try newsroom.damage() == "")
    #expect(try newsroom.changes() == "")
  }
}
