import TestSupport
import Testing

/// Two people who work offline on the same articles, in every way that there is, meet at the push.
@Suite struct MeetingTests {
  private static let slug = SampleArticle.slug
  private static let trains = "night-trains"
  private static let roads = "winter-roads"
  private static let parks = "town-parks"

  /// Two clones with four articles at the stage styled, behind a server with the gate.
  private func team() throws -> Team {
    let team = try Team()
    let ada = team.ada
    try #require(try ada.editorial(["hook", "install", "--server"], in: ada.folder.path("server.git")).status == 0)
    for slug in [Self.trains, Self.roads, Self.parks] {
      let path = "articles/\(slug).md"
      try ada.plant(Array(SampleArticle.factual.text.utf8), at: path, on: "factual/\(slug)")
      try ada.plant(
        Array(SampleArticle.faithful.text.utf8), at: path, on: "styled/\(slug)", from: "factual/\(slug)")
      try ada.git("push", "--quiet", "origin", "factual/\(slug)", "styled/\(slug)")
      try team.ben.git("fetch", "--quiet", "origin")
      for branch in ["factual/\(slug)", "styled/\(slug)"] { try team.ben.git("branch", branch, "origin/\(branch)") }
    }
    for newsroom in [ada, team.ben] { try newsroom.installHooks() }
    return team
  }

  private func done(_ newsroom: TestNewsroom, _ arguments: String..., at: SourceLocation = #_sourceLocation) throws {
    let result = try newsroom.editorial(arguments)
    try #require(result.status == 0, "\(result.everything)", sourceLocation: at)
  }

  private let claims = "refs/editorial/team/claims/\(slug)"
  private let dates = "refs/editorial/team/schedule/\(trains)"
  private let sentBack = ["factual/\(parks)", "styled/\(parks)"]

  @Test func everythingThatTwoDidOfflineConvergesOrSaysWhyNot() throws {
    let team = try team()
    let (ada, ben) = (team.ada, team.ben)
    for (newsroom, day) in [(ada, "2099-12-01"), (ben, "2099-12-02")] {
      try done(newsroom, "claim", Self.slug, "--reason", "reading proofs until \(day)")
      try done(newsroom, "schedule", Self.trains, "--at", "\(day) 08:00")
      try done(newsroom, "promote", Self.roads)
      try done(newsroom, "demote", Self.parks, "--reason", "counted again on \(day)")
    }
    let made = try [ada, ben].flatMap { newsroom in
      try ([claims, dates, "main"] + sentBack).map { try newsroom.git("rev-parse", $0) }
    }
    try ada.git(["push", "--quiet", "origin", claims, dates, "main"] + sentBack)

    // Whatever Ben pushes is refused as Git refuses it, and nothing of Ada's goes.
    for ref in [claims, dates, "main"] + sentBack {
      let late = try ben.git.run(["push", "origin", ref])
      #expect(late.status != 0 && late.everything.contains("rejected"), "\(ref): \(late.everything)")
    }
    try ben.git("fetch", "--quiet", "origin")
    // Both are told, and none is taken for the truth.
    let status = try ben.editorial("status", "--format", "json").text
    for day in ["2099-12-01", "2099-12-02"] {
      #expect(status.contains("reading proofs until \(day)") && status.contains("\(day)T08:00"), "\(status)")
    }
    let claimed = try ben.editorial("claim", Self.slug)
    #expect(claimed.status != 0 && claimed.everything.contains("Ada Author"), "\(claimed.everything)")
    #expect(claimed.everything.contains("--take-over"), "\(claimed.everything)")
    // They settle it.
    try done(ben, "claim", Self.slug, "--take-over")
    try done(ben, "schedule", Self.trains, "--at", "2099-12-03 08:00")
    for branch in ["main"] + sentBack {
      try ben.git("switch", "--quiet", branch)
      try ben.git("pull", "--quiet", "--no-rebase", "--no-edit", "origin", branch)
    }
    try ben.git(["push", "--quiet", "origin", claims, dates, "main"] + sentBack)

    // Ada has all of it, and nothing that either of them did is lost.
    try ada.git("fetch", "--quiet", "origin")
    for branch in ["main"] + sentBack {
      try ada.git("switch", "--quiet", branch)
      try ada.git("pull", "--quiet", "--ff-only", "origin", branch)
    }
    let list = try ada.editorial("schedule", "--list").text
    #expect(list.contains("2099-12-03 08:00") && !list.contains("2099-12-01"), "\(list)")
    #expect(try ada.editorial("status", "--format", "json").text.contains("Ben Borrower"))
    let server = ada.folder.path("server.git")
    let tips = try ada.git("-C", server, "for-each-ref", "--format=%(objectname)").split(separator: "\n").map(
      String.init)
    for commit in made {
      let holding = try tips.contains {
        try ada.git.run(["-C", server, "merge-base", "--is-ancestor", commit, $0]).status == 0
      }
      #expect(holding, "\(commit) is lost")
    }
    #expect(try ada.content(of: "articles/\(Self.roads).md", in: "main").contains("forty per cent"))
    #expect(try ada.git.run(["cat-file", "-e", "styled/\(Self.parks):articles/\(Self.parks).md"]).status != 0)
    #expect(try ada.editorial(["check", "--all"], in: server).status == 0)
    for newsroom in [ada, ben] { #expect(try newsroom.damage() == "" && newsroom.changes() == "") }
  }

  @Test func whatWasSentBackElsewhereIsNotPromotedByWhoHasFetchedThat() throws {
    let team = try team()
    try done(team.ada, "demote", Self.slug, "--reason", "the office counts again")
    try team.ada.git("push", "--quiet", "origin", "factual/\(Self.slug)", "styled/\(Self.slug)")
    try team.ben.git("fetch", "--quiet", "origin")
    let main = try team.ben.tip("main")
    for more in [[], ["--dry-run"]] {
      let result = try team.ben.editorial(["promote", Self.slug] + more)
      #expect(result.status == 2, "\(result.everything)")
      #expect(result.errorText.contains("was sent back: “"), "\(result.everything)")
      #expect(result.errorText.contains("by Ada Author, was fetched"), "\(result.everything)")
      #expect(result.errorText.contains("git switch styled/\(Self.slug) && git pull"), "\(result.everything)")
    }
    #expect(try team.ben.tip("main") == main)
    // Several, or none.
    let both = try team.ben.editorial("promote", Self.trains, Self.slug)
    #expect(both.status == 2 && both.everything.contains("was sent back"), "\(both.everything)")
    #expect(try team.ben.tip("main") == main)
  }
}
