import TestSupport
import Testing

/// The same question has the same answer wherever it is asked, byte for byte.
@Suite struct DeterminismTests {
  @Test func aBatchIsAnsweredAlikeInAnyPlaceAndOrder() throws {
    try withTemporaryFolder { folder in
      let lines = Self.lines
      let reference = try answers(to: lines, in: folder.path, [:])
      try #require(reference.count == lines.count)
      let places = [
        ["LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8", "TZ": "Pacific/Kiritimati"],
        ["LC_ALL": "C", "TZ": "America/St_Johns"], ["LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"],
      ]
      for (seed, place) in places.enumerated() {
        var random = SeededGenerator(seed: UInt64(seed))
        let order = random.pick(lines.count, of: Array(lines.indices))
        let found = try answers(to: order.map { lines[$0] }, in: folder.path, place)
        for (position, index) in order.enumerated() {
          #expect(found[position] == reference[index], "seed \(seed), \(place), line \(index)")
        }
      }
    }
  }

  /// One line at a time is scored on one thread, many on as many as there are cores.
  @Test func aLineAloneIsAnsweredAsAmongOthers() throws {
    try withTemporaryFolder { folder in
      let lines = Self.lines
      let together = try answers(to: lines, in: folder.path, [:])
      for (index, line) in lines.enumerated().prefix(6) {
        #expect(try answers(to: [line], in: folder.path, [:]) == [together[index]])
      }
    }
  }

  /// Pairs of versions of the sample article, and each version alone.
  private static var lines: [String] {
    let versions = SampleArticle.allCases.map(\.text)
    var lines: [String] = []
    for (a, candidate) in versions.enumerated() {
      for (b, baseline) in versions.enumerated() {
        lines.append("{\"id\": \"\(a)-\(b)\", \"candidate\": \(quoted(candidate)), \"baseline\": \(quoted(baseline))}")
      }
      lines.append("{\"id\": \"\(a)\", \"candidate\": \(quoted(candidate))}")
    }
    return lines
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }

  private func answers(to lines: [String], in folder: String, _ place: [String: String]) throws -> [String] {
    let environment = Git.environment(home: folder).merging(place) { $1 }
    let result = try Subprocess.run(
      [EditorialProgram.path(), "score", "--batch"], in: folder, environment: environment,
      input: Array((lines.joined(separator: "\n") + "\n").utf8), timeout: 120)
    #expect(result.status == 0, "\(result.errorText)")
    return result.lines
  }
}
