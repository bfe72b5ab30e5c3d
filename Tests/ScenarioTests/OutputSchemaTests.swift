import TestSupport
import Testing

/// What programs are told is what `Sources/Reports/output.schema.json` says, member by member.
@Suite struct OutputSchemaTests {
  private let slug = SampleArticle.slug
  private let schema: OutputSchema

  init() throws { schema = try OutputSchema(try Self.description()) }

  /// The whole description.
  static func description() throws -> String {
    // This file is Tests/ScenarioTests/OutputSchemaTests.swift.
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    let file = try Subprocess.run(
      ["cat", "\(root)/Sources/Reports/output.schema.json"], in: "/", environment: Git.environment(home: "/"))
    return file.text
  }

  /// A refused article with an accepted finding and a history, and one that is published.
  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    let twice = SampleArticle.wrongFigure.text.replacing("2.4 million", with: "4.2 million")
    try newsroom.plant(Array(twice.utf8), on: "styled/\(slug)", from: "factual/\(slug)")
    let accepted = try newsroom.editorial("accept", slug, "figure-altered", "--reason", "the office corrected it")
    try #require(accepted.status == 0, "\(accepted.everything)")
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: "articles/night-trains.md", on: "main")
    try newsroom.plant([], at: "hugo.toml", on: "main")
    return newsroom
  }

  private static let commands: [(name: String, command: String)] = [
    ("score", "score solar-roofs@styled"), ("score", "score solar-roofs@styled night-trains"),
    ("check", "check --all"), ("check", "check --on styled/solar-roofs main..styled/solar-roofs"),
    ("diff", "diff factual/solar-roofs styled/solar-roofs"), ("diff", "diff styled/solar-roofs factual/solar-roofs"),
    ("diff", "diff styled/solar-roofs~1 styled/solar-roofs"), ("status", "status"), ("log", "log solar-roofs"),
    ("log", "log night-trains"), ("facts", "log solar-roofs --fact 40%"), ("waivers", "accept solar-roofs --list"),
    ("accept", "accept solar-roofs figure-lost --reason ok --dry-run"),
    ("accept", "accept solar-roofs figure-lost --reason ok"), ("accept", "accept solar-roofs figure-altered --remove"),
    ("promote", "promote solar-roofs --dry-run"), ("undo", "undo --dry-run"),
    ("demote", "demote solar-roofs --reason late"), ("retract", "retract night-trains --reason late --dry-run"),
    ("revise", "revise night-trains"), ("rename", "rename solar-roofs town-roofs --dry-run"), ("undo", "undo"),
    ("promote", "promote solar-roofs night-trains --dry-run"), ("release", "release spring solar-roofs --dry-run"),
    ("claim", "claim night-trains --reason ok --until 2099-12-01T08:00:00+01:00"),
    ("schedule", "schedule solar-roofs --at @4000000000"), ("schedules", "schedule --list"), ("tick", "tick"),
    ("preview", "preview night-trains"), ("operations", "undo --list"), ("new", "new winter-roads"),
    ("explain", "explain"),
    ("explain", "explain figure-altered"), ("doctor", "doctor"), ("init", "init"),
    ("prose", "diff factual/solar-roofs styled/solar-roofs --word-diff"),
    ("hooks", "hook status"), ("hooks", "hook install"), ("hooks", "hook uninstall"),
  ]

  @Test(arguments: commands)
  func whatACommandWritesIsDescribed(name: String, command: String) throws {
    let newsroom = try newsroom()
    let json = try newsroom.editorial(command.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(try schema.complaints(about: json.text, as: name) == [], "\(command)\n\(json.everything)")
  }

  @Test(arguments: [
    ("score", "report"), ("check --all", "branch"), ("diff factual/solar-roofs styled/solar-roofs", "difference"),
    ("status", "standing"), ("log solar-roofs", "version"), ("explain", "rule"),
  ])
  func eachLineIsDescribedToo(command: String, name: String) throws {
    let newsroom = try newsroom()
    let words = (command == "score" ? "score solar-roofs@styled night-trains" : command).split(separator: " ")
    let lines = try newsroom.editorial(words.map(String.init) + ["--format", "jsonl"]).lines
    #expect(!lines.isEmpty)
    for line in lines { #expect(try schema.complaints(about: line, as: name) == [], "\(line)") }
  }

  @Test func answersToABatchAreDescribed() throws {
    let newsroom = try TestNewsroom()
    let input =
      #"{"id":"a","candidate":"In 2024, 14 % came.\n"}"#
      + "\n{\"id\":7,\"candidate\":\"x\",\"baseline\":\"40 %\"}\nno\n"
    let lines = try newsroom.editorial(["score", "--batch"], input: Array(input.utf8)).lines
    #expect(lines.count == 3)
    for line in lines { #expect(try schema.complaints(about: line, as: "batch") == [], "\(line)") }
  }

  @Test func theDescriptionIsNoEmptyPromise() throws {
    #expect(try schema.complaints(about: "{}", as: "report").contains("report.integrity is missing"))
    #expect(try schema.complaints(about: "[{\"schema\": 2}]", as: "check").contains { $0.contains("schema") })
    let place = #"{"path": "a.md", "line": 0, "column": "1", "text": "x", "more": true}"#
    #expect(
      try schema.complaints(about: place, as: "place").sorted() == [
        "place.column: 1 is no integer", "place.line: 0 is out of bounds", "place.more is not described",
      ])
    #expect(Set(Self.commands.map(\.name)).union(["batch"]).isSubset(of: schema.names))
  }
}
