import TestSupport
import Testing

@testable import GitStore

struct TreeTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func differencesAreThoseOfGit(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    let repository = try history.git.open()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      guard let old = history.commits.randomElement(using: &random),
        let new = history.commits.randomElement(using: &random)
      else { continue }
      let expected = try history.git.changes([
        "diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", old, new,
      ])
      #expect(try repository.changedPaths(from: id(old), to: id(new)) == expected, "seed \(seed): \(old) \(new)")
    }
  }

  @Test func differenceFromNothingIsEveryFile() throws {
    let history = try RandomHistory(seed: 9, count: 10)
    let repository = try history.git.open()
    let tip = try id(history.commits[9])
    let files = try repository.files(in: tip)
    #expect(try repository.changedPaths(from: nil, to: tip).map(\.path) == files.map(\.path))
    #expect(try repository.changedPaths(from: tip, to: nil).map(\.old) == files.map(\.version))
    let listed = try history.git.run(["ls-tree", "-r", "-z", "--name-only", history.commits[9]]).output.split(
      separator: 0)
    #expect(files.map(\.path.bytes) == listed.map { Array($0) }.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func differenceBelowAFolderLeavesOutTheRest() throws {
    let git = try Git.repository()
    let old = try git.commit("First", ["a/x.md": "1", "a/y/z.md": "1", "b.md": "1"])
    let new = try git.commit("Second", ["a/x.md": "2", "a/y/z.md": "2", "b.md": "2", "ab": "2"])
    let found = try git.open().changedPaths(from: id(old), to: id(new), under: "a")
    #expect(found.map(\.path) == ["a/x.md", "a/y/z.md"])
  }

  @Test func foldersThatAreNotEnteredAreNotListed() throws {
    let git = try Git.repository()
    let tip = try git.commit("First", ["articles/x.md": "1", "images/y.png": "1", "top.md": "1"])
    let found = try git.open().files(
      in: id(tip), entering: { $0 == "articles" }, where: { $0.description.hasSuffix(".md") })
    #expect(found.map(\.path) == ["articles/x.md", "top.md"])
  }

  @Test func entryKnowsWhatKindOfThingItIs() throws {
    let git = try Git.repository()
    try git.write("run.sh", "#!/bin/sh\n", executable: true)
    try git("-c", "core.symlinks=true", "init", "--quiet")
    _ = try Subprocess.run(["ln", "-s", "run.sh", "link"], in: git.folder, environment: git.environment)
    let tip = try id(git.commit("First", ["a/b.md": "text"]))
    let repository = try git.open()
    #expect(try repository.entry(at: "run.sh", in: tip)?.mode == .executable)
    #expect(try repository.entry(at: "link", in: tip)?.mode == .symbolicLink)
    #expect(try repository.entry(at: "a", in: tip)?.mode == .folder)
    #expect(try repository.entry(at: "a/b.md", in: tip)?.id == git.id("HEAD:a/b.md"))
    #expect(try repository.entry(at: "a/b.md/c", in: tip) == nil)
    #expect(try repository.entry(at: "nowhere", in: tip) == nil)
    #expect(try repository.entry(at: "", in: tip)?.id == git.id("HEAD^{tree}"))
  }

  @Test(arguments: ["../etc/passwd", "/etc/passwd", "a//b", "a/./b", "a\0b"]) func pathOutsideTheRepositoryIsRefused(
    _ path: String
  ) throws {
    let git = try Git.repository()
    let tip = try id(git.commit("First", ["a/b": "1"]))
    let repository = try git.open()
    let error = #expect(throws: GitError.self) { try repository.entry(at: TreePath(path), in: tip) }
    #expect(error?.code == .invalidName)
    let write = #expect(throws: GitError.self) { try repository.writeTree(from: tip, edits: [.remove(TreePath(path))]) }
    #expect(write?.code == .invalidName)
  }

  @Test func treeThatIsDamagedIsSaid() throws {
    let git = try Git.repository()
    let repository = try git.open()
    for content in ["100644 a", "100644 \0aaaaaaaaaaaaaaaaaaaa", "9 a\0aaaaaaaaaaaaaaaaaaaa", "100644 a\0short"] {
      let hex = try git("hash-object", "-t", "tree", "--literally", "-w", "--stdin", input: content)
      let error = #expect(throws: GitError.self) { try repository.files(in: id(hex)) }
      #expect(error?.code == .damaged, "\(content)")
    }
  }

  @Test func treeThatNamesMoreFilesThanThereAreAtomsIsRefused() throws {
    let git = try Git.repository()
    let repository = try git.open()
    var version = FileVersion(id: try repository.writeBlob([65]), mode: .file)
    for _ in 0..<30 {
      let names = (0..<10).map { TreeEdit.put(TreePath("f\($0)"), version) }
      version = FileVersion(id: try repository.writeTree(from: nil, edits: names), mode: .folder)
    }
    let top = version.id
    let error = #expect(throws: GitError.self) { try repository.files(in: top, where: { _ in false }, limit: 100_000) }
    #expect(error?.code == .tooLarge)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) func writtenTreesAreThoseOfGit(_ seed: UInt64) throws {
    let history = try RandomHistory(seed: seed)
    let repository = try history.git.open()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      guard let old = history.commits.randomElement(using: &random),
        let new = history.commits.randomElement(using: &random)
      else { continue }
      let edits = try repository.changedPaths(from: id(old), to: id(new)).map { change in
        change.new.map { TreeEdit.put(change.path, $0) } ?? .remove(change.path)
      }
      let written = try repository.writeTree(from: id(old), edits: edits.shuffled(using: &random))
      #expect(try written == repository.tree(of: id(new)), "seed \(seed): \(old) \(new)")
    }
  }

  @Test func fileInTheWayOfAFolderIsSaid() throws {
    let git = try Git.repository()
    let tip = try id(git.commit("First", ["a": "1"]))
    let repository = try git.open()
    let blob = FileVersion(id: try repository.writeBlob([1]), mode: .file)
    let error = #expect(throws: GitError.self) { try repository.writeTree(from: tip, edits: [.put("a/b", blob)]) }
    #expect(error?.code == .exists)
  }

  @Test func treeWithAMissingBlobIsNotWritten() throws {
    let git = try Git.repository()
    let repository = try git.open()
    let missing = FileVersion(id: try id(String(repeating: "1", count: 40)), mode: .file)
    #expect(throws: GitError.self) { try repository.writeTree(from: nil, edits: [.put("a", missing)]) }
  }

  @Test func namesThatGitRefusesAreNotWritten() throws {
    let git = try Git.repository()
    let repository = try git.open()
    let blob = FileVersion(id: try repository.writeBlob([1]), mode: .file)
    #expect(throws: GitError.self) { try repository.writeTree(from: nil, edits: [.put(".git/config", blob)]) }
  }

  @Test func emptiedTreeIsTheEmptyTree() throws {
    let git = try Git.repository()
    let tip = try id(git.commit("First", ["a/b": "1"]))
    let repository = try git.open()
    #expect(try repository.writeTree(from: tip, edits: [.remove("a/b")]) == .emptyTree)
    #expect(try repository.writeTree(from: nil, edits: []) == .emptyTree)
  }
}
