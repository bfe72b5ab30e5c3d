import TestSupport
import Testing

/// Killed at any call that writes, on a full disk, or where nothing may be written: nothing is lost.
@Suite struct FaultTests {
  /// A few faults of those that `bash Tests/faults.sh` tries, the same ones each time.
  @Test func nothingIsLostByWhatevertGoesWrong() throws {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    var environment = Git.environment(home: "/tmp")
    environment["EDITORIAL_PROGRAM"] = try EditorialProgram.path()
    let run = try Subprocess.run(
      ["bash", "/\(tests)/faults.sh", "20", "7"], in: "/", environment: environment, timeout: 900)
    // Not every machine has a C compiler, or lets a program be traced.
    if run.status == 77 { return }
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.text.contains(" 0 problems"), "\(run.everything)")
  }
}
