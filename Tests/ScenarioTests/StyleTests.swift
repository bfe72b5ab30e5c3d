import StructuredText
import TestSupport
import Testing

/// The style score, its profiles, and what is said of how it comes about.
@Suite struct StyleTests {
  @Test func eachMeasureIsExplainedWithItsTargetAndItsPlaces() throws {
    let newsroom = try TestNewsroom()
    let path = try newsroom.folder.write(
      "note.md", "---\nlang: fr\n---\n\nC'est révolutionnaire. Été ou hiver, est-ce une « cerise sur le gâteau » ?\n")
    let result = try newsroom.editorial(["score", path, "--explain-style", "--profile", "plain"])
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.contains("(plain)"))
    #expect(result.text.contains("cliches: 12.0 of 20 points\n  2 here; aim: none; each costs 4\n"), "\(result.text)")
    #expect(result.text.contains("note.md:5:7  révolutionnaire\n"))
    #expect(result.text.contains("note.md:5:51  cerise sur le gâteau\n"))

    let json = try newsroom.editorial(["score", path, "--explain-style", "--format", "json"])
    let node = try JSONReader.node(in: json.output)
    #expect(node["profile"]?.text == "conversational")
    let questions = node["measures"]?.items?.first
    #expect(questions?["name"]?.text == "questions")
    #expect(questions?["target"]?.text == "at least 1 in 150 words")
    #expect(questions?["places"]?.items?.first?["text"]?.text?.hasSuffix("cerise sur le gâteau » ?") == true)
  }

  @Test func namesThatAreNoProfileAreCorrected() throws {
    let newsroom = try TestNewsroom()
    let path = try newsroom.folder.write("note.md", "Un mot.\n")
    let wrong = try newsroom.editorial(["score", path, "--explain-style", "--profile", "newsleter"])
    #expect(wrong.status == 64)
    #expect(wrong.errorText.contains("Did you mean newsletter?"))
    #expect(try newsroom.editorial(["score", path, "--profile", "plain"]).status == 64)
    #expect(try newsroom.editorial(["score", path, "--explain-style", "--format", "sarif"]).status == 64)
  }

  @Test func aGateAsksForTheTeamsOwnProfile() throws {
    let newsroom = try TestNewsroom(
      policy: """
        version: 1
        stages:
          - {name: draft, branch: "draft/{slug}"}
          - {name: published, branch: main, gate: {integrity: 10, style: 60}}
        style:
          profile: house
          profiles:
            house: [{name: roofs, measure: word, word: panels, points: 100, each-costs: 25}]

        """)
    try newsroom.plant(.factual, on: "draft/\(SampleArticle.slug)")
    let refused = try newsroom.editorial("promote", SampleArticle.slug)
    #expect(refused.status == 1, "\(refused.everything)")
    #expect(refused.everything.contains("The style score is 50, and this stage asks for 60"), "\(refused.everything)")
    let explained = try newsroom.editorial("score", SampleArticle.slug, "--explain-style")
    #expect(explained.text.contains("style 50 of 100 (house)"), "\(explained.everything)")
    #expect(explained.text.contains("roofs: 50.0 of 100 points"))
  }

  @Test func theScorecardOfTenPointsThatIsShippedPassesAtSeven() throws {
    let examples = try repositoryRoot() + "/examples"
    let newsroom = try TestNewsroom(policy: String(decoding: try read("\(examples)/scorecard.yml"), as: UTF8.self))
    let article = try read("\(examples)/articles/library-of-things/styled.md")
    let checked = try read("\(examples)/articles/library-of-things/factual.md")
    let path = "articles/library-of-things.md"
    try newsroom.plant(checked, at: path, on: "factual/library-of-things")
    try newsroom.plant(article, at: path, on: "styled/library-of-things", from: "factual/library-of-things")
    let good = try newsroom.editorial("promote", "library-of-things", "--dry-run")
    #expect(good.status == 0, "\(good.everything)")
    // What has no voice and no structure left keeps its facts, and fails.
    let flat = String(decoding: checked, as: UTF8.self).replacing("\n## ", with: "\n**").replacing(
      "**Sources", with: "## Sources")
    try newsroom.plant(Array(flat.utf8), at: path, on: "styled/library-of-things")
    let dull = try newsroom.editorial("score", "library-of-things", "--explain-style")
    #expect(dull.text.contains("headings: 0.0 of 10 points"), "\(dull.everything)")
    #expect(dull.text.contains("faithfulness: 20.0 of 20 points"), "\(dull.everything)")
  }

  private func read(_ path: String) throws -> [UInt8] {
    try Subprocess.run(["cat", path], in: "/", environment: ["PATH": "/usr/bin:/bin"]).output
  }

  private func repositoryRoot() throws -> String {
    let here = #filePath
    let end = try #require(here.firstRange(of: "/Tests/ScenarioTests/")).lowerBound
    return String(here[..<end])
  }
}
