import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A promotion that is signed off for later is carried out once, when it is due, as the gate of then lets it.
@Suite struct ScheduleTests {
  private let slug = SampleArticle.slug
  private let styled = "styled/\(SampleArticle.slug)"
  private let ref = "refs/editorial/team/schedule/\(SampleArticle.slug)"

  @Test func dateIsSaidBackListedAndTakenAway() throws {
    let newsroom = try newsroom()
    let scheduled = try newsroom.editorial("schedule", slug, "--at", "2099-12-01 08:00")
    #expect(scheduled.status == 0, "\(scheduled.everything)")
    #expect(scheduled.text.contains("to published on 2099-12-01 08:00 +00:00"), "\(scheduled.text)")
    for arguments in [["schedule", "--list"], ["status"], ["status", "--format", "json"], ["tick"]] {
      let result = try newsroom.editorial(arguments)
      #expect(result.status == 0, "\(result.everything)")
      #expect(result.text.contains("2099-12-01"), "\(arguments): \(result.everything)")
    }
    #expect(try newsroom.content(of: "README.md", in: "main") == "The texts of our newsroom.\n")
    let away = try newsroom.editorial("unschedule", slug)
    #expect(away.status == 0, "\(away.everything)")
    #expect(try newsroom.editorial("schedule", "--list").text == "Nothing is scheduled.\n")
    #expect(try newsroom.editorial("unschedule", slug).status == 2)
    #expect(try newsroom.editorial("tick", "--quiet").everything == "")
    #expect(try newsroom.damage() == "")
  }

  @Test func summerTimeOfThatDayHoldsAndNotThatOfToday() throws {
    var newsroom = try newsroom()
    newsroom.git.environment["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
    for (day, zone) in [("2099-07-01", "+02:00"), ("2099-12-01", "+01:00")] {
      let result = try newsroom.editorial("schedule", slug, "--at", "\(day) 08:00")
      #expect(result.text.contains("\(day) 08:00 \(zone)"), "\(result.everything)")
    }
  }

  @Test(arguments: ["yesterday", "2099-02-29 08:00", "2099-13-01 08:00", "08:00", ""])
  func timeThatNoCalendarHasIsRefused(time: String) throws {
    let newsroom = try newsroom()
    #expect(try newsroom.editorial("schedule", slug, "--at", time).status == 64)
  }

  @Test func timeThatIsOverIsRefused() throws {
    let result = try newsroom().editorial("schedule", slug, "--at", "2001-12-01 08:00")
    #expect(result.status == 2)
    #expect(result.errorText.contains("is over"), "\(result.everything)")
  }

  @Test func whatTheGateRefusesIsNotSignedOff() throws {
    let newsroom = try newsroom(.wrongFigure)
    let before = try newsroom.git("for-each-ref")
    let result = try newsroom.editorial("schedule", slug, "--at", "2099-12-01 08:00")
    #expect(result.status == 1, "\(result.everything)")
    #expect(result.text.contains("14%"))
    #expect(try newsroom.git("for-each-ref") == before)
  }

  @Test func dueArticleIsPublishedOnceInTheNameOfWhoSignedItOff() throws {
    var newsroom = try newsroom()
    let start = try #require(try newsroom.tip("main"))
    newsroom.become("Ada Author", "ada@example.org")
    try schedule(newsroom)
    newsroom.become("Robot", "robot@example.org")
    let trial = try newsroom.editorial("tick", "--dry-run")
    #expect(trial.text.contains("would go to published"), "\(trial.everything)")
    #expect(try newsroom.tip("main") == start)
    let tick = try newsroom.editorial("tick")
    #expect(tick.status == 0, "\(tick.everything)")
    #expect(try newsroom.git("log", "-1", "--format=%an %cn", "main") == "Ada Author Robot")
    #expect(try newsroom.content(of: SampleArticle.path, in: "main").contains("forty per cent"))
    #expect(try newsroom.changes() == "")
    let again = try newsroom.editorial("tick")
    #expect(again.text == "Nothing is due.\n", "\(again.everything)")
    #expect(try newsroom.git("rev-list", "--count", "--first-parent", "\(start)..main") == "1")
    #expect(try newsroom.damage() == "")
  }

  @Test func articleThatChangedSinceIsLeftAndReported() throws {
    let newsroom = try newsroom()
    try schedule(newsroom)
    try newsroom.plant(Array(SampleArticle.faithful.text.replacing("Look up", with: "Look out").utf8), on: styled)
    let before = try newsroom.git("for-each-ref")
    let tick = try newsroom.editorial("tick")
    #expect(tick.status == 1, "\(tick.everything)")
    for words in ["has changed since Ada Author signed it off", "editorial schedule \(slug) --at"] {
      #expect(tick.errorText.contains(words), "no “\(words)” in \(tick.errorText)")
    }
    #expect(try newsroom.git("for-each-ref") == before, "it stays scheduled, and stays where it is")
    try schedule(newsroom)
    #expect(try newsroom.editorial("tick").status == 0)
  }

  @Test func dateOfATextThatIsThereNoMoreIsShownAsSuch() throws {
    let newsroom = try newsroom()
    let arguments = ["schedule", slug, "--at", "2099-12-01 08:00"]
    #expect(try newsroom.editorial(arguments).status == 0)
    func expectState(_ state: String, _ words: String) throws {
      for command in [["schedule", "--list"], ["status"], ["tick"]] {
        let result = try newsroom.editorial(command)
        #expect(result.status == 0, "\(result.everything)")
        // Long lines are wrapped.
        let text = result.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains(words), "\(command): \(result.text)")
      }
      for command in [["schedule", "--list"], ["status"]] {
        let json = try newsroom.editorial(command + ["--format", "json"])
        #expect(json.text.contains("\"state\": \"\(state)\""), "\(command): \(json.text)")
      }
    }
    try expectState("open", "signed off by Ada Author.")
    try newsroom.plant(Array(SampleArticle.faithful.text.replacing("Look up", with: "Look out").utf8), on: styled)
    try expectState("outdated", "has changed since, so it will not go: schedule it again, or take the date away")
    #expect(try newsroom.editorial(arguments).status == 0)
    try expectState("open", "signed off by Ada Author.")
    #expect(try newsroom.editorial("demote", slug, "--reason", "late").status == 0)
    try expectState("outdated", "has changed since, so it will not go")
    #expect(try newsroom.editorial("undo").status == 0)
    try expectState("open", "signed off by Ada Author.")
    #expect(try newsroom.editorial("promote", slug).status == 0)
    try expectState("done", "is there already, so nothing is left to do")
  }

  @Test func dateIsShownAsItStandsWhereTheArticleWasOnlyFetched() throws {
    let team = try Team()
    let (ada, ben) = (team.ada, team.ben)
    let ref = "refs/editorial/team/schedule/\(slug)"
    try #require(try ada.editorial("schedule", slug, "--at", "2099-12-01 08:00").status == 0)
    try ada.git("push", "--quiet", "origin", ref)
    try ben.git("branch", "--quiet", "-D", "factual/\(slug)", "styled/\(slug)")
    func state() throws -> String {
      try ben.git("fetch", "--quiet", "origin")
      let list = try ben.editorial("schedule", "--list")
      #expect(list.status == 0, "\(list.everything)")
      return list.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(try state().hasSuffix("signed off by Ada Author."))
    // Here nobody knows what was promoted there before that is fetched, and Ben's own main stays behind.
    try #require(try ada.editorial("promote", slug).status == 0)
    try ada.git("push", "--quiet", "origin", "main")
    #expect(try state().contains("is there already"))
    try ben.git("update-ref", "-d", "refs/remotes/origin/main")
    try ben.git("update-ref", "-d", "refs/remotes/origin/styled/\(slug)")
    let alone = try ben.editorial("schedule", "--list", "--format", "json")
    #expect(alone.text.contains("\"state\": \"notHere\""), "\(alone.everything)")
    #expect(try ben.editorial("schedule", "--list").text.contains("git fetch"))
  }

  /// Anybody can push what looks like a record.
  @Test func recordThatNobodyCanHaveWrittenKeepsNoOtherBack() throws {
    let newsroom = try newsroom()
    let path = try plant("other-roofs", in: newsroom)
    try schedule(newsroom, slug, "other-roofs")
    let record = try newsroom.git("cat-file", "commit", ref)
    let nameless = record.replacing("author Ada Author <", with: "author  <")
    try #require(nameless != record)
    let forged = try newsroom.git(
      ["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], input: Array((nameless + "\n").utf8))
    try newsroom.git("update-ref", ref, forged)
    let tick = try newsroom.editorial("tick")
    #expect(tick.status == 2, "\(tick.everything)")
    #expect(tick.errorText.contains("could not carry out the promotion of \(slug)"), "\(tick.everything)")
    #expect(try newsroom.content(of: path, in: "main").contains("forty per cent"), "\(tick.everything)")
  }

  @Test func recordOfAVersionThatIsNowhereGoesAlongWithARename() throws {
    let newsroom = try newsroom()
    try schedule(newsroom)
    let version = try newsroom.git("rev-parse", styled).prefix(40)
    let nowhere = String(version.reversed())
    let message = try newsroom.git("log", "-1", "--format=%B", ref)
    let record = try newsroom.git(
      "commit-tree", "\(ref)^{tree}", "-m", message.replacing(version, with: nowhere))
    try newsroom.git("update-ref", ref, record)
    let renamed = try newsroom.editorial("rename", slug, "town-roofs")
    #expect(renamed.status == 0, "\(renamed.everything)")
    let list = try newsroom.editorial("schedule", "--list", "--format", "json")
    #expect(list.text.contains("\"notHere\"") && list.text.contains("town-roofs"), "\(list.everything)")
  }

  @Test func changeElsewhereAndAcceptedFindingsAreNoChangeOfTheArticle() throws {
    let newsroom = try newsroom()
    try schedule(newsroom)
    try newsroom.git("switch", "--quiet", styled)
    try newsroom.git.commit("Nothing in particular")
    try newsroom.git("switch", "--quiet", "main")
    let tick = try newsroom.editorial("tick")
    #expect(tick.status == 0, "\(tick.everything)")
    #expect(try newsroom.git("merge-base", "--is-ancestor", styled, "main") == "")
  }

  @Test func articleIsJudgedByTheFactsAndThePolicyOfThen() throws {
    let newsroom = try newsroom()
    try schedule(newsroom)
    try newsroom.plant(
      Array(SampleArticle.factual.text.replacing("40%", with: "41%").utf8), on: "factual/\(slug)")
    let tick = try newsroom.editorial("tick")
    #expect(tick.status == 1, "\(tick.everything)")
    #expect(tick.text.contains("41%"), "\(tick.everything)")
    #expect(try newsroom.editorial("tick").status == 1, "it stays scheduled until somebody decides")
  }

  @Test func oneThatIsRefusedKeepsNoOtherBack() throws {
    let newsroom = try newsroom()
    let path = try plant("other-roofs", in: newsroom)
    try schedule(newsroom, slug, "other-roofs")
    try newsroom.plant(.wrongFigure, on: styled)
    let tick = try newsroom.editorial("tick", "--format", "json")
    #expect(tick.status == 1, "\(tick.everything)")
    #expect(tick.text.contains("\"promoted\"") && tick.text.contains("\"failed\""), "\(tick.text)")
    #expect(try newsroom.content(of: path, in: "main").contains("forty per cent"))
  }

  @Test func promotionBeforeItsTimeLeavesNothingToDo() throws {
    let newsroom = try newsroom()
    try schedule(newsroom)
    #expect(try newsroom.editorial("promote", slug).status == 0)
    let tip = try newsroom.tip("main")
    let tick = try newsroom.editorial("tick")
    #expect(tick.status == 0, "\(tick.everything)")
    #expect(try newsroom.tip("main") == tip)
    #expect(try newsroom.editorial("schedule", "--list").text == "Nothing is scheduled.\n")
  }

  @Test func undoTakesADateAndWhatTickDidBack() throws {
    let newsroom = try newsroom()
    let start = try newsroom.tip("main")
    try schedule(newsroom)
    #expect(try newsroom.editorial("tick").status == 0)
    let undone = try newsroom.editorial("undo")
    #expect(undone.status == 0, "\(undone.everything)")
    #expect(try newsroom.tip("main") == start)
    #expect(try !newsroom.editorial("schedule", "--list").text.contains("Nothing"), "it is scheduled again")
    #expect(try newsroom.changes() == "")
  }

  @Test func serverCarriesOutWhatAClonePushed() throws {
    let team = try Team()
    try schedule(team.ada)
    try team.ada.git("push", "--quiet", "origin", ref)
    let server = team.ada.folder.path("server.git")
    let tick = try team.ben.editorial(["tick"], in: server)
    #expect(tick.status == 0, "\(tick.everything)")
    try team.ada.git("fetch", "--quiet")
    #expect(try team.ada.content(of: SampleArticle.path, in: "origin/main").contains("forty per cent"))
    #expect(try team.ada.editorial("schedule", "--list").text == "Nothing is scheduled.\n")
  }

  /// The commands are those of README.md.
  @Test func jobOfACIServerCarriesOutWhatIsDue() throws {
    let team = try Team()
    try schedule(team.ada)
    try team.ada.git("push", "--quiet", "origin", ref)
    try team.ada.git("clone", "--quiet", "../server.git", "../job")
    let job = Git(team.ada.folder, in: "job")
    try job("switch", "--quiet", "--detach")
    try job("fetch", "--quiet", "origin", "+refs/heads/*:refs/heads/*", "+refs/editorial/team/*:refs/editorial/team/*")
    let tick = try team.ada.editorial(["tick"], in: job.folder)
    #expect(tick.status == 0, "\(tick.everything)")
    try job("push", "--quiet", "--atomic", "origin", "refs/heads/*", "refs/editorial/team/*")
    try team.ben.git("pull", "--quiet")
    #expect(try team.ben.content(of: SampleArticle.path, in: "main").contains("forty per cent"))
    #expect(try team.ben.editorial("schedule", "--list").text == "Nothing is scheduled.\n")
  }

  @Test func twoClonesThatScheduleAtOnceAreToldAndSettleIt() throws {
    let team = try Team()
    try schedule(team.ada)
    #expect(try team.ben.editorial("schedule", slug, "--at", "2099-12-01 08:00").status == 0)
    try team.ada.git("push", "--quiet", "origin", ref)
    #expect(try team.ben.git.run(["push", "origin", ref]).status != 0)
    try team.ben.git("fetch", "--quiet")
    let tip = try team.ben.tip("main")
    let tick = try team.ben.editorial("tick")
    #expect(tick.status == 1, "\(tick.everything)")
    for words in ["Ada Author", "Ben Borrower", "unschedule"] {
      #expect(tick.errorText.contains(words), "no “\(words)” in \(tick.errorText)")
    }
    #expect(try team.ben.tip("main") == tip)
    #expect(try team.ben.editorial("schedule", slug, "--at", "2099-12-02 08:00").status == 0)
    try team.ben.git("push", "--quiet", "origin", ref)
    try team.ada.git("fetch", "--quiet")
    let list = try team.ada.editorial("schedule", "--list").text
    #expect(list.contains("2099-12-02") && list.split(separator: "\n").count == 1, "\(list)")
  }

  @Test func clonesThatCarryOutTheSameAtOnceMeetAtThePush() throws {
    let team = try Team()
    try schedule(team.ada)
    try team.ada.git("push", "--quiet", "origin", ref)
    try team.ben.git("fetch", "--quiet")
    for newsroom in [team.ada, team.ben] { #expect(try newsroom.editorial("tick").status == 0) }
    try team.ada.git("push", "--quiet", "--atomic", "origin", "main", ref)
    let push = try team.ben.git.run(["push", "--atomic", "origin", "main", ref])
    #expect(push.status != 0)
    #expect(push.errorText.contains("rejected"), "\(push.everything)")
    try team.ben.git("fetch", "--quiet")
    try team.ben.git("reset", "--quiet", "--hard", "origin/main")
    let again = try team.ben.editorial("tick")
    #expect(again.status == 0, "\(again.everything)")
    #expect(try team.ben.tip("main") == team.ada.tip("main"))
  }

  /// Several of everything at once: whoever comes second waits, or is told.
  @Test func nothingIsLostWhenManyWorkAtOnce() throws {
    let newsroom = try newsroom()
    let start = try #require(try newsroom.tip("main"))
    let others = (1...3).map { "roofs-\($0)" }
    for name in others {
      try plant(name, in: newsroom)
    }
    try schedule(newsroom, slug)
    let commands =
      [["tick"], ["tick"], ["tick"], ["promote", others[0], others[1]], ["promote", others[1], others[0]]]
      + [
        ["release", "spring", others[2]], ["claim", slug], ["claim", others[0]], ["claim", others[2]], ["claim", slug],
      ]
    // All parts of a pipeline run at the same time.
    let script = commands.enumerated().map { number, arguments in
      "(\(newsroom.program) \(arguments.joined(separator: " ")) >../out.\(number) 2>&1; echo $? >>../out.\(number))"
    }
    let together = try Subprocess.run(
      ["sh", "-c", script.joined(separator: " | ")], in: newsroom.git.folder,
      environment: newsroom.git.environment, timeout: 600)
    try #require(together.status == 0)
    let ends = try commands.indices.map { number in
      let lines = try newsroom.folder.readText("out.\(number)").split(separator: "\n")
      return (status: lines.last.flatMap { Int($0) } ?? -1, everything: lines.joined(separator: "\n"))
    }
    let report = zip(commands, ends).map { "\($0): \($1.status) \($1.everything)" }.joined(separator: "\n")
    for (command, end) in zip(commands, ends) where command[0] != "promote" {
      #expect(end.status == 0, "\(command)\n\(report)")
    }
    #expect(ends[3...4].filter { $0.status == 0 }.count == 1, "\(report)")
    #expect(try newsroom.git("rev-list", "--count", "--first-parent", "\(start)..main") == "4", "\(report)")
    for name in [slug] + others {
      let path = SampleArticle.path.replacing(slug, with: name)
      #expect(try newsroom.content(of: path, in: "main").contains("forty per cent"), "\(name) is lost\n\(report)")
    }
    #expect(try newsroom.changes() == "", "\(report)")
    #expect(try newsroom.damage() == "")
    let operations = try newsroom.editorial("undo", "--list").lines.count
    #expect(operations >= 5, "\(report)")
  }

  private func newsroom(_ article: SampleArticle = .faithful) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(article, on: styled, from: "factual/\(slug)")
    return newsroom
  }

  /// Plants another article that is checked and restyled, and returns its path.
  @discardableResult
  private func plant(_ name: String, in newsroom: TestNewsroom) throws -> String {
    let path = SampleArticle.path.replacing(slug, with: name)
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: path, on: "factual/\(name)")
    try newsroom.plant(
      Array(SampleArticle.faithful.text.utf8), at: path, on: "styled/\(name)", from: "factual/\(name)")
    return path
  }

  /// Signs articles off for a moment that comes soon, and waits until it is over.
  private func schedule(_ newsroom: TestNewsroom, _ slugs: String...) throws {
    let due = time(nil) + 3
    for slug in slugs.isEmpty ? [slug] : slugs {
      let result = try newsroom.editorial("schedule", slug, "--at", "@\(due)")
      try #require(result.status == 0, "\(result.everything)")
    }
    while time(nil) <= due { usleep(50_000) }
  }
}
