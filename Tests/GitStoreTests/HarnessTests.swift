import Testing
import TestSupport

struct HarnessTests {
  @Test func gitRunsWithFixedNamesAndDates() throws {
    let git = try Git.repository()
    let first = try git.commit("First", ["a.txt": "one\n"])
    #expect(first == "bf266574dff3377667ff2a4f3547c3b490b0d2ff")
    #expect(try git("log", "--format=%an <%ae> %ad", "--date=raw") == "Ada Author <ada@example.org> 1750000000 +0200")
  }

  @Test func largeInputAndOutputDoNotBlockEachOther() throws {
    let folder = try TemporaryFolder()
    let input = [UInt8](repeating: 65, count: 3_000_000)
    let result = try Subprocess.run(
      ["cat"], in: folder.path, environment: Git.environment(home: folder.path), input: input)
    #expect(result.output == input)
    #expect(result.status == 0)
  }

  @Test func programThatNeverEndsIsKilled() throws {
    let folder = try TemporaryFolder()
    let result = try Subprocess.run(
      ["sh", "-c", "sleep 100 & wait"], in: folder.path, environment: Git.environment(home: folder.path), timeout: 0.2)
    #expect(result.timedOut)
    #expect(result.status == 137)
  }

  @Test func temporaryFolderIsRemovedWithItsContent() throws {
    let path = try withTemporaryFolder { folder in
      try folder.write("a/b/c.txt", "x")
      return folder.path
    }
    #expect(try Subprocess.run(["test", "-e", path], in: "/", environment: ["PATH": "/usr/bin:/bin"]).status == 1)
  }
}
