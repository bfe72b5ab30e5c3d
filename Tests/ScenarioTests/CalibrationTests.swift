import TestSupport
import Testing

/// What is said of the default threshold is what the benchmark measures, and its goals hold on the examples.
@Suite struct CalibrationTests {
  @Test func statedSharesAreTheMeasuredOnes() throws {
    let environment = try TestNewsroom.environment(home: "/nonexistent")
    let project = try Self.project()
    let run = { (arguments: [String]) in
      try Subprocess.run(arguments, in: project, environment: environment, timeout: 600)
    }
    let measured = try run([
      EditorialProgram.folder() + "/Benchmarks", "--articles", "examples", "--edits", "Tests/Benchmarks/Edits",
      "--calibration",
    ])
    #expect(measured.status == 0, "a goal is missed: \(measured.errorText)")
    try #require(measured.lines.count == 3, "\(measured.everything)")
    let explained = try run([EditorialProgram.path(), "explain", "score"]).text
    let inFrench = try run([EditorialProgram.path(), "explain", "score", "--lang", "fr"]).text
    let readme = try run(["cat", "README.md"]).text
    for line in measured.lines {
      let share = line.drop { $0 != ":" }.dropFirst(2)
      let places = [("README.md", readme), ("Sources/EditorialCLI/Calibration.swift", explained)]
      for (place, text) in places {
        #expect(oneLine(text).contains(share), "\(place) must say, for the \(line)")
      }
      let numbers = share.split { !$0.isNumber }
      try #require(numbers.count == 2 || numbers.count == 3, "\(line)")
      let wholly = numbers.count == 3 ? " et \(numbers[2]) % des réécritures complètes" : ""
      let french = """
        \(numbers[0]) % des modifications nuisibles refusées, \(numbers[1]) % des modifications sans danger\(wholly) \
        arrêtées
        """
      #expect(oneLine(inFrench).contains(french), "the French must say the same, for the \(line)")
    }
  }

  /// The words apart from where lines end.
  private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The folder of the project, found from this file.
  private static func project(file: String = #filePath) throws -> String {
    "/" + file.split(separator: "/").dropLast(3).joined(separator: "/")
  }
}
