import TestSupport
import Testing

/// `check --all --baseline-file`: what was wrong before stays, and nothing comes to it.
@Suite struct RatchetTests {
  private let file = "known-findings.txt"
  private let check = ["check", "--all", "--baseline-file", "known-findings.txt"]

  /// A newsroom whose published articles were never judged: one in order, one with a placeholder, one without sources.
  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: "articles/good.md", on: "main")
    try newsroom.plant(Array(SampleArticle.withoutSources.text.utf8), at: "articles/old.md", on: "main")
    try newsroom.plant(Array("# A note\n\nIn 2023, 412 schools had panels.\n".utf8), at: "articles/note.md", on: "main")
    return newsroom
  }

  @Test func whatWasThereIsListedAndDoesNotRefuseAnyMore() throws {
    let newsroom = try newsroom()
    #expect(try newsroom.editorial("check", "--all").status == 1)
    let written = try newsroom.editorial(check + ["--update"])
    #expect(written.status == 0, "\(written.everything)")
    let list = try newsroom.git.read(file)
    let lines = list.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.contains { $0.hasSuffix(" sources-placeholder articles/old.md") }, "\(list)")
    #expect(lines.contains { $0.hasSuffix(" sources-missing articles/note.md") }, "\(list)")
    #expect(!list.contains("good.md"), "\(list)")
    let paths = lines.compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(paths == paths.sorted(), "\(list)")
    let after = try newsroom.editorial(check)
    #expect(after.status == 0, "\(after.everything)")
    #expect(after.errorText.contains("2 more would be refused"), "\(after.everything)")
    #expect(try newsroom.editorial(check + ["--update"]).status == 0)
    #expect(try newsroom.git.read(file) == list, "written again, the list is the same")
  }

  @Test func whatComesLaterRefuses() throws {
    let newsroom = try newsroom()
    #expect(try newsroom.editorial(check + ["--update"]).status == 0)
    try newsroom.plant(
      Array("# A note\n\nIn 2023, 412 schools had panels. [insert figure]\n".utf8), at: "articles/note.md", on: "main")
    let worse = try newsroom.editorial(check)
    #expect(worse.status == 1 && worse.text.contains("placeholder-text"), "\(worse.everything)")
    #expect(worse.text.contains("2 passed, 1 refused"), "\(worse.everything)")
  }

  @Test func aFindingThatMovedIsTheSameFinding() throws {
    let newsroom = try newsroom()
    #expect(try newsroom.editorial(check + ["--update"]).status == 0)
    try newsroom.plant(
      Array("# A note\n\nFirst, a paragraph of words.\n\nIn 2023, 412 schools had panels.\n".utf8),
      at: "articles/note.md", on: "main")
    let moved = try newsroom.editorial(check)
    #expect(moved.status == 0, "\(moved.everything)")
  }

  @Test func linesThatFitNothingAreToldAndTakenAway() throws {
    let newsroom = try newsroom()
    #expect(try newsroom.editorial(check + ["--update"]).status == 0)
    try newsroom.plant(Array(SampleArticle.factual.text.utf8), at: "articles/old.md", on: "main")
    let mended = try newsroom.editorial(check)
    #expect(mended.status == 0 && mended.errorText.contains("nothing any more"), "\(mended.everything)")
    #expect(mended.errorText.contains("sources-placeholder articles/old.md"), "\(mended.everything)")
    let updated = try newsroom.editorial(check + ["--update"])
    #expect(updated.errorText.contains("taken away"), "\(updated.everything)")
    #expect(try !newsroom.git.read(file).contains("old.md"))
  }

  @Test func aListThatIsMissingOrBrokenIsNoVerdict() throws {
    let newsroom = try newsroom()
    let missing = try newsroom.editorial(check)
    #expect(missing.status == 2 && missing.errorText.contains("--update"), "\(missing.everything)")
    try newsroom.git.write(file, "# fine\n<<<<<<< HEAD\n")
    let broken = try newsroom.editorial(check)
    #expect(broken.status == 2 && broken.errorText.contains("line 2"), "\(broken.everything)")
    let kept = try newsroom.editorial(check + ["--update"])
    #expect(kept.status == 2, "a file that is something else is not written over:\n\(kept.everything)")
    #expect(try newsroom.git.read(file) == "# fine\n<<<<<<< HEAD\n")
  }

  @Test func theOptionsGoTogether() throws {
    let newsroom = try newsroom()
    #expect(try newsroom.editorial("check", "--baseline-file", file).status == 64)
    #expect(try newsroom.editorial("check", "--all", "--update").status == 64)
  }
}
