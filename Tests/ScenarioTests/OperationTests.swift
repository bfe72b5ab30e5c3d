import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Every verb that moves something can be tried first, taken back, and done again.
@Suite struct OperationTests {
  private static let slug = SampleArticle.slug

  /// One thing that moves refs.
  struct Case: CustomTestStringConvertible, Sendable {
    let command: [String]
    /// What is done before.
    var before: [[String]] = []
    var article = SampleArticle.faithful

    var testDescription: String { command.prefix(2).joined(separator: " ") }
    var verb: String { command[0] }
  }

  /// `FOLDER` stands for the folder with the texts, `SOON` for a moment that is over when the command is given.
  static let cases = [
    Case(command: ["new", "night-trains"]),
    Case(command: ["new", slug], before: [["promote", slug]]),
    Case(command: ["promote", slug]),
    Case(command: ["release", "spring", slug]),
    Case(command: ["demote", slug, "--reason", "late"]),
    Case(command: ["retract", slug, "--reason", "late"], before: [["promote", slug]]),
    Case(command: ["revise", slug], before: [["promote", slug]]),
    Case(command: ["rename", slug, "town-roofs"]),
    Case(command: ["accept", slug, "figure-altered", "--reason", "so they say"], article: .wrongFigure),
    Case(
      command: ["accept", slug, "figure-altered", "--remove"],
      before: [["accept", slug, "figure-altered", "--reason", "so they say"]], article: .wrongFigure),
    Case(command: ["claim", slug]),
    Case(command: ["unclaim", slug], before: [["claim", slug]]),
    Case(command: ["schedule", slug, "--at", "2099-12-01 08:00"]),
    Case(command: ["unschedule", slug], before: [["schedule", slug, "--at", "2099-12-01 08:00"]]),
    Case(command: ["tick"], before: [["schedule", slug, "--at", "SOON"]]),
    Case(command: ["restyle", slug, "--with", "cat FOLDER/faithful.md"], article: .wrongFigure),
    Case(command: ["draft", "night-trains", "--with", "cat FOLDER/factual.md", "--dossier", "FOLDER/notes"]),
    Case(command: [
      "sources", "add", slug, "https://www.larkfield-energy.org/more", "--title", "More", "--excerpt", "x",
    ]),
    Case(command: ["sources", "import", slug, "FOLDER/sources.json"]),
  ]

  /// Verbs that move no ref: they read, or write files of yours or the hooks, which Git does not keep.
  static let others: Set<String> = [
    "init", "status", "score", "check", "preview", "diff", "facts", "log", "report", "board", "explain", "hook",
    "doctor", "lsp", "undo",
  ]

  private func newsroom(_ item: Case) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(Self.slug)")
    try newsroom.plant(item.article, on: "styled/\(Self.slug)", from: "factual/\(Self.slug)")
    for article in SampleArticle.allCases { try newsroom.folder.write("\(article.rawValue).md", article.text) }
    try newsroom.folder.write(
      "notes/office.md",
      """
      ---
      name: "Larkfield Energy Office"
      url: https://www.larkfield-energy.org/reports/roofs
      date: "2025-02-03"
      ---

      > \(SampleArticle.factual.text.split(separator: "\\n").filter { !$0.hasPrefix("#") }.joined(separator: " "))

      """)
    try newsroom.folder.write(
      "sources.json",
      #"[{"id": "more", "type": "report", "title": "More", "URL": "https://www.larkfield-energy.org/more"}]"#)
    return newsroom
  }

  /// Where everything is, but for the log of what was done.
  private func state(_ newsroom: TestNewsroom) throws -> [Substring] {
    try newsroom.git("for-each-ref", "--format=%(refname) %(objectname)").split(separator: "\n")
      .filter { !$0.hasPrefix("refs/editorial/operations") }
  }

  @Test(arguments: cases)
  func whatWasDoneIsTriedFirstTakenBackAndDoneAgain(item: Case) throws {
    let newsroom = try newsroom(item)
    let soon = time(nil) + 3
    func run(_ words: [String]) throws -> Subprocess {
      try newsroom.editorial(
        words.map { $0.replacing("FOLDER", with: newsroom.folder.path).replacing("SOON", with: "@\(soon)") })
    }
    for command in item.before {
      let result = try run(command)
      try #require(result.status == 0, "\(result.everything)")
      if command.contains("SOON") { while time(nil) <= soon { usleep(50_000) } }
    }
    let before = try state(newsroom)
    let count = try newsroom.editorial("undo", "--list").lines.count

    let trial = try run(item.command + ["--dry-run"])
    #expect(trial.status == 0, "\(trial.everything)")
    #expect(try state(newsroom) == before, "a trial moves something")
    #expect(try newsroom.editorial("undo", "--list").lines.count == count, "a trial is listed")

    let done = try run(item.command)
    try #require(done.status == 0, "\(done.everything)")
    let after = try state(newsroom)
    #expect(after != before)
    for expected in [before, after] {
      let trial = try newsroom.editorial("undo", "--dry-run")
      #expect(trial.status == 0, "\(trial.everything)")
      #expect(try state(newsroom) != expected)
      let undone = try newsroom.editorial("undo")
      #expect(undone.status == 0, "\(undone.everything)")
      #expect(try state(newsroom) == expected, "\(undone.everything)")
      #expect(try newsroom.changes() == "")
    }
    #expect(try newsroom.damage() == "")
  }

  @Test func noVerbIsLeftOut() throws {
    let help = try TestNewsroom().editorial("--help", "--lang", "en").lines
    let verbs = help.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { $0.hasPrefix("  ") && !$0.hasPrefix("  See ") }
      .filter { !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(verbs.count > 20, "\(help)")
    #expect(Set(verbs).subtracting(Self.others) == Set(Self.cases.map(\.verb)))
  }
}
