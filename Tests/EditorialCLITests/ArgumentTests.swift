import Gatekeeping
import Reports
import Scoring
import Testing

@testable import EditorialCLI

@Suite struct ArgumentTests {
  @Test(arguments: [
    (["-C", "site", "score", "a.md"], ["score", "a.md", "-C", "site"]),
    (["--format", "json", "--color=never", "explain"], ["explain", "--format", "json", "--color=never"]),
    (["-C", "site", "score", "--", "-a.md"], ["score", "-C", "site", "--", "-a.md"]),
    (["score", "-C", "site"], ["score", "-C", "site"]),
    (["-C", "site"], ["-C", "site"]),
    (["--help"], ["--help"]),
    ([], []),
  ]) func globalOptionsMayComeBeforeTheVerb(given: [String], expected: [String]) {
    #expect(ArgumentOrder.normalized(given) == expected)
  }

  @Test func colourIsKnownBeforeTheArgumentsAreRead() {
    #expect(ArgumentOrder.colors(in: ["score", "--color", "never"]) == .never)
    #expect(ArgumentOrder.colors(in: ["score", "--color=always"]) == .always)
    #expect(ArgumentOrder.colors(in: ["score", "--color"]) == .auto)
    #expect(ArgumentOrder.colors(in: ["score", "--", "--color=always"]) == .auto)
  }

  @Test(arguments: [
    ("scroe", "score"), ("stauts", "status"), ("Score", "score"), ("scor", "score"), ("explian", "explain"),
  ]) func typingErrorFindsTheNameThatWasMeant(typed: String, meant: String) {
    #expect(NearestName.of(typed, in: ["score", "status", "explain", "hook"]) == meant)
  }

  @Test(arguments: ["", "publish", "x", "zzzzzzzz"]) func strangeWordFindsNothing(word: String) {
    #expect(NearestName.of(word, in: ["score", "status", "explain"]) == nil)
  }

  @Test func failureSaysWhatWasTriedWhyAndWhatNext() {
    let failure = Failure("read \u{1B}a.md", because: "there is no such file", remedy: "Did you mean b.md?")
    #expect(
      failure.text(paint: .none)
        == "editorial: could not read \\u{001B}a.md: there is no such file.\n  Did you mean b.md?\n")
  }

  @Test(arguments: [
    ["score"], ["score", "--nonsense"], ["score", "--batch", "a.md"], ["score", "-", "--against", "-"], ["nonsense"],
    ["score", "a.md", "--format", "xml"], ["explain", "no-such-rule"],
  ]) func wrongUsageIsStatus64(arguments: [String]) {
    #expect(Program.run(arguments) == .usage)
  }

  @Test func unreadableFileIsStatus2() {
    #expect(Program.run(["score", "/nowhere/a.md"]) == .couldNotJudge)
    #expect(Program.run(["score", "/"]) == .couldNotJudge)
    #expect(Program.run(["-C", "/nowhere", "explain"]) == .couldNotJudge)
  }

  @Test func theProfileThatExplainShowsCanBeUsed() throws {
    let page = PolicyPages.style
    let start = try #require(page.firstRange(of: "\nstyle:\n")).lowerBound
    let end = try #require(page[start...].firstRange(of: "\n\n")).lowerBound
    let policy = try PolicyDecoder.policy(from: Array(page[start..<end].utf8))
    #expect(policy.rules.style.name == "house")
    let named = page.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
    for name in StyleProfile.measureNames {
      #expect(named.contains { $0.contains(name) }, "\(name)")
    }
  }

  @Test func everyVerbShowsAnExample() {
    for page in EditorialCommand.pages {
      #expect(page.discussion.contains("Example"), "\(page.name)")
      #expect(page.discussion.contains("editorial \(page.name)"), "\(page.name)")
    }
    #expect(EditorialCommand.pages.count > 1)
  }
}
