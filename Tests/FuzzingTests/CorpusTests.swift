import Foundation
import Fuzzing
import Testing

/// What the fuzzer found is read again in every test run: inputs that reach far, and all that ever failed.
@Suite struct CorpusTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzzing/Corpus")

  @Test(arguments: FuzzEntry.allCases) func everyInputKeepsTheLaws(_ entry: FuzzEntry) throws {
    let inputs = try FileManager.default.contentsOfDirectory(
      at: Self.corpus.appending(path: entry.rawValue), includingPropertiesForKeys: nil)
    try #require(!inputs.isEmpty)
    for input in inputs {
      #expect(entry.flaws(in: Array(try Data(contentsOf: input))) == [], "\(entry)/\(input.lastPathComponent)")
    }
  }

  @Test func corpusHasAFolderForEveryEntryAndNoOther() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
    #expect(Set(folders) == Set(FuzzEntry.allCases.map(\.rawValue)))
  }
}
