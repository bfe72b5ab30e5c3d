import TestSupport
import Testing

@testable import GitStore

struct GitCommandTests {
  @Test func outputIsWholeAndFailureIsNone() throws {
    let git = try Git.repository()
    let text = (0..<40_000).map { "\($0)\n" }.joined()
    try git.commit("First", ["a.txt": text])
    let repository = try git.open()
    #expect(repository.git(["cat-file", "blob", "HEAD:a.txt"]).map { String(decoding: $0, as: UTF8.self) } == text)
    #expect(repository.git(["cat-file", "-e", String(repeating: "1", count: 40)]) == nil)
  }

  @Test func runsOnTheRepositoryWhateverTheEnvironmentNames() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.txt": "1"])
    var environment = git.environment
    environment["GIT_DIR"] = ".git"
    let repository = try Repository.open(at: git.folder, environment: environment)
    #expect(repository.git(["rev-parse", "--show-toplevel"]) == Array((git.folder + "\n").utf8))
  }

  @Test func blobThatAPartialCloneLeftAtItsServerIsFetched() throws {
    let git = try Git.repository()
    let blob = try git.id(git.commit("First", ["a.txt": "one\n"]) + ":a.txt")
    try git.commit("Second", ["a.txt": "two\n"])
    try git("config", "uploadpack.allowFilter", "true")
    try git("config", "uploadpack.allowAnySHA1InWant", "true")
    try git("clone", "--quiet", "--filter=blob:none", "file://" + git.folder, "../partial")
    let partial = Git(git.temporaryFolder, in: "partial")
    let repository = try partial.open()
    #expect(try repository.header(of: blob) == nil)
    #expect(try repository.blobSize(blob) == 4)
    #expect(try repository.blob(blob) == Array("one\n".utf8))
    // Where the server is gone, the reason is told.
    let other = try ObjectID(ofBlob: Array("three\n".utf8))
    let error = #expect(throws: GitError.self) { try repository.blob(other) }
    #expect(error?.code == .notFound)
    #expect(error?.message.contains("partial clone") == true)
  }

  @Test func wholeCloneFetchesNothing() throws {
    let git = try Git.repository()
    try git.commit("First", ["a.txt": "one\n"])
    let other = try ObjectID(ofBlob: Array("three\n".utf8))
    let error = #expect(throws: GitError.self) { try git.open().blob(other) }
    #expect(error?.message == "there is no such object")
  }
}
