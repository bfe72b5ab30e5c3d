import TestSupport
import Testing

@testable import Newsroom

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct HookScriptTests {
  /// `hooks/` shows what the installer writes. After a change: EDITORIAL_RECORD=1 swift test --filter HookScriptTests
  @Test(arguments: HookName.allCases)
  func sourceTreeHoldsTheScripts(_ name: HookName) throws {
    let path = "\(hooksFolder)/\(name.rawValue)"
    let text = HookScript(name).text
    if getenv("EDITORIAL_RECORD") != nil, let file = fopen(path, "w") {
      fputs(text, file)
      fclose(file)
      chmod(path, 0o755)
      Issue.record("recorded \(name.rawValue)")
    }
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    #expect(String(decoding: bytes[..<count], as: UTF8.self) == text)
    #expect(access(path, X_OK) == 0)
  }

  @Test(arguments: HookName.allCases)
  func scriptsAreShellThatEveryShellReads(_ name: HookName) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("script", HookScript(name).text)
    let check = try Subprocess.run(
      ["sh", "-n", path], in: folder.path, environment: Git.environment(home: folder.path))
    #expect(check.status == 0, "\(check.errorText)")
  }

  @Test func scriptsAreToldFromOthers() {
    let own = Array(HookScript(.preCommit).text.utf8)
    #expect(HookScript(.preCommit).isOwn(own))
    #expect(!HookScript(.preReceive).isOwn(own))
    #expect(HookScript.claimsToBeOwn(own + Array("echo mine\n".utf8)))
    #expect(!HookScript.claimsToBeOwn(Array("#!/bin/sh\necho a hook\n".utf8)))
    #expect(!HookScript.claimsToBeOwn([]))
  }

  @Test func scriptsOfEarlierVersionsAreOwn() {
    // Nothing else has changed in this one since the first version.
    for number in 1...2 {
      let earlier = HookScript(.preCommit).text.replacing("editorial hook 3: ", with: "editorial hook \(number): ")
      #expect(HookScript(.preCommit).isOwn(Array(earlier.utf8)))
      #expect(!HookScript(.preMergeCommit).isOwn(Array(earlier.utf8)))
    }
  }

  private var hooksFolder: String {
    // This file is Tests/NewsroomTests/HookScriptTests.swift.
    String(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }) + "/hooks"
  }
}
