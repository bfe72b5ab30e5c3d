import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `doctor`: each thing that can be wrong is told, with a command that mends it, and `--fix` mends what it may.
@Suite struct DoctorTests {
  private let slug = SampleArticle.slug

  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.installHooks()
    return newsroom
  }

  /// Expects that the doctor says `words` of the newsroom, and nothing of it once it is mended.
  private func expect(
    _ words: String, in newsroom: TestNewsroom, isFixed: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let sick = try newsroom.editorial("doctor")
    #expect(sick.status == 1 && sick.text.contains(words), "\(sick.everything)", sourceLocation: sourceLocation)
    #expect(sick.text.contains("\n  "), "no command:\n\(sick.everything)", sourceLocation: sourceLocation)
    let fixed = try newsroom.editorial("doctor", "--fix")
    #expect(fixed.status == (isFixed ? 0 : 1), "\(fixed.everything)", sourceLocation: sourceLocation)
    let after = try newsroom.editorial("doctor")
    #expect(after.status == (isFixed ? 0 : 1), "\(after.everything)", sourceLocation: sourceLocation)
    #expect(after.text.contains(words) == !isFixed, "\(after.everything)", sourceLocation: sourceLocation)
  }

  @Test func aSoundNewsroomHasNothing() throws {
    let result = try newsroom().editorial("doctor")
    #expect(result.status == 0 && result.text == "Nothing is wrong here.\n", "\(result.everything)")
  }

  @Test func hooksThatWereNeverInstalledAreToldAndLeftToTheEditor() throws {
    try expect("No hook is installed", in: try TestNewsroom(), isFixed: false)
  }

  @Test func aPolicyThatWasNotCommittedIsTold() throws {
    let newsroom = try TestNewsroom(policy: nil)
    try newsroom.installHooks()
    #expect(try newsroom.editorial("doctor").status == 0, "no policy is no fault")
    #expect(try newsroom.editorial("init").status == 0)
    try expect("editorial.yml is not on the branch main yet", in: newsroom, isFixed: false)
    try newsroom.git("add", "editorial.yml")
    try newsroom.git("commit", "--quiet", "--message", "Adopt a policy")
    #expect(try newsroom.editorial("doctor").status == 0)
  }

  @Test func aMissingHookComesBack() throws {
    let newsroom = try newsroom()
    newsroom.folder.remove("repository/.git/hooks/reference-transaction")
    try expect("reference-transaction is missing", in: newsroom, isFixed: true)
  }

  @Test func aHookThatMayNotBeExecutedMayAgain() throws {
    let newsroom = try newsroom()
    chmod(newsroom.folder.path("repository/.git/hooks/pre-commit"), 0o644)
    try expect("may not be executed", in: newsroom, isFixed: true)
  }

  @Test func aHookOfAnotherToolIsKeptAndRunsFirst() throws {
    let newsroom = try newsroom()
    newsroom.folder.remove("repository/.git/hooks/pre-commit")
    try newsroom.git.write(".git/hooks/pre-commit", "#!/bin/sh\necho theirs >&2\n", executable: true)
    try expect("Another hook stands in the place", in: newsroom, isFixed: true)
    let commit = try newsroom.git.run(["commit", "--quiet", "--allow-empty", "--message", "x"])
    #expect(commit.status == 0 && commit.errorText.contains("theirs"), "\(commit.everything)")
  }

  @Test func aHookThatSomebodyChangedIsLeftToThem() throws {
    let newsroom = try newsroom()
    let text = try newsroom.git.read(".git/hooks/pre-push")
    try newsroom.git.write(".git/hooks/pre-push", text + "echo changed\n", executable: true)
    try expect("was changed by somebody", in: newsroom, isFixed: false)
    #expect(try newsroom.git.read(".git/hooks/pre-push").hasSuffix("echo changed\n"))
  }

  @Test func aProgramThatWentAwayIsReplaced() throws {
    let newsroom = try newsroom()
    let file = try newsroom.git.read(".git/hooks/editorial.install")
    let rest = file.split(separator: "\n", maxSplits: 1).dropFirst().joined()
    try newsroom.git.write(".git/hooks/editorial.install", "/no/such/editorial\n\(rest)")
    try expect("/no/such/editorial", in: newsroom, isFixed: true)
  }

  @Test func aRepositoryThatMovedGetsItsHooksBack() throws {
    let newsroom = try newsroom()
    try newsroom.folder.makeFolder("elsewhere")
    #expect(rename(newsroom.git.folder, newsroom.folder.path("elsewhere/moved")) == 0)
    let moved = newsroom.folder.path("elsewhere/moved")
    let sick = try newsroom.editorial(["doctor"], in: moved)
    #expect(sick.status == 1 && sick.text.contains("was moved"), "\(sick.everything)")
    #expect(try newsroom.editorial(["doctor", "--fix"], in: moved).status == 0)
    #expect(try newsroom.editorial(["doctor"], in: moved).status == 0)
  }

  @Test func aLockOfYesterdayIsTakenAwayAndAYoungOneIsNot() throws {
    let newsroom = try newsroom()
    func lock(_ path: String, hoursOld hours: Int) throws {
      let file = try newsroom.git.write(path, "")
      let then = time(nil) - hours * 3600
      var times = [timeval(tv_sec: then, tv_usec: 0), timeval(tv_sec: then, tv_usec: 0)]
      #expect(utimes(file, &times) == 0)
    }
    try lock(".git/refs/heads/main.lock", hoursOld: 30)
    try lock(".git/index.lock", hoursOld: 0)
    try expect("A lock has been in the way for 30 hours", in: newsroom, isFixed: true)
    #expect(newsroom.folder.exists("repository/.git/index.lock"))
    try lock(".git/index.lock", hoursOld: 2)
    try expect("for 2 hours", in: newsroom, isFixed: false)
  }

  @Test func aStyledBranchWithoutItsFactsIsTold() throws {
    let newsroom = try newsroom()
    try newsroom.plant(.faithful, on: "styled/\(slug)")
    try expect("no branch factual/\(slug)", in: newsroom, isFixed: false)
  }

  @Test func aManagerThatStartsEditorialAndIsNotInstalledIsTold() throws {
    let newsroom = try TestNewsroom()
    try newsroom.git.write(
      "lefthook.yml", "pre-commit:\n  commands:\n    editorial:\n      run: editorial hook run pre-commit\n")
    let result = try newsroom.editorial("doctor")
    #expect(result.status == 1 && result.text.contains("lefthook install"), "\(result.everything)")
  }

  @Test func aPolicyThatCannotBeReadIsToldByItsLine() throws {
    let newsroom = try TestNewsroom(policy: "version: 1\nartcles: []\n")
    let result = try newsroom.editorial("doctor")
    #expect(result.status == 2 && result.errorText.contains("editorial.yml:2:1"), "\(result.everything)")
  }

  @Test func hooksThatGitPassesOverAreInstalledWhereItLooks() throws {
    let newsroom = try newsroom()
    try newsroom.git("config", "core.hooksPath", try newsroom.folder.makeFolder("elsewhere"))
    try expect("Git passes over the hooks", in: newsroom, isFixed: true)
    #expect(newsroom.folder.exists("elsewhere/reference-transaction"))
  }

  @Test func anIndexThatIsDamagedIsTold() throws {
    let newsroom = try newsroom()
    try newsroom.git.write(".git/index", "DIRC and then nothing")
    try expect("index cannot be read", in: newsroom, isFixed: false)
  }

  @Test func anIndexThatCannotBeWrittenIsMendedByTheCommandThatIsTold() throws {
    let newsroom = try newsroom()
    try newsroom.git("update-index", "--split-index")
    let result = try newsroom.editorial("doctor")
    #expect(result.status == 1 && result.text.contains("git update-index --no-split-index"), "\(result.everything)")
    try newsroom.git("update-index", "--no-split-index", "--force-write-index")
    #expect(try newsroom.editorial("doctor").status == 0)
  }

  @Test func programsGetTheSame() throws {
    let result = try TestNewsroom().editorial("doctor", "--format", "json")
    #expect(result.status == 1 && result.text.contains("\"gravity\": \"error\""), "\(result.everything)")
    #expect(result.text.contains("\"command\": \"editorial hook install\""), "\(result.everything)")
  }
}
