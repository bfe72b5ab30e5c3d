import TestSupport
import Testing

/// The program that serves the board, as `editorial board` starts it or somebody alone: what it says before it serves.
@Suite struct CommandLineTests {
  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Subprocess {
    try Subprocess.run(
      [EditorialProgram.folder() + "/editorial-board"] + arguments, in: folder.path,
      environment: TestNewsroom.environment(home: folder.path), timeout: 60)
  }

  @Test func helpIsThatOfTheCommand() throws {
    let folder = try TemporaryFolder()
    let own = try run(["--help"], in: folder)
    let command = try Subprocess.run(
      [EditorialProgram.path(), "board", "--help"], in: folder.path,
      environment: TestNewsroom.environment(home: folder.path))
    #expect(own.status == 0 && command.status == 0, "\(own.everything)")
    let usages = [own, command].map { $0.lines.first { $0.hasPrefix("USAGE:") } ?? "" }
    #expect(
      usages[0].hasPrefix("USAGE: editorial-board [") && usages[1].hasPrefix("USAGE: editorial board ["), "\(usages)")
    #expect(
      usages[0].replacing("editorial-board", with: "editorial board") == usages[1].replacing(" [--version]", with: ""),
      "\(usages)")
    // The version is that of `editorial`.
    let others = command.lines.filter { !$0.hasPrefix("USAGE:") && !$0.contains("--version") }
    #expect(own.lines.contains("OPTIONS:") && own.lines.filter { !$0.hasPrefix("USAGE:") } == others, "\(own.text)")
  }

  @Test(arguments: [["--port", "70000"], ["--port", "x"], ["--bort"], ["more"]])
  func whatCannotBeMeantIsRefused(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try run(["--no-browser"] + arguments, in: folder)
    #expect(result.status == 64 && result.text.isEmpty && !result.errorText.isEmpty, "\(result.everything)")
    #expect(result.errorText.contains("Usage: editorial-board "), "\(result.everything)")
    #expect(result.errorText.contains("See 'editorial-board --help'"), "\(result.everything)")
  }

  @Test func folderWithoutARepositoryIsNamedInBothLanguages() throws {
    let folder = try TemporaryFolder()
    for (language, words) in [("en", "could not open the board"), ("fr", "impossible d'ouvrir le tableau de bord")] {
      let result = try run(["--no-browser", "--lang", language], in: folder)
      #expect(result.status == 2 && result.text.isEmpty, "\(result.everything)")
      #expect(result.errorText.contains(words), "\(result.everything)")
    }
  }
}
