import TestSupport
import Testing

/// `editorial draft` commits a program's draft with its source material when the next gate would let it pass.
@Suite struct DraftTests {
  private let slug = SampleArticle.slug
  private let draft = "draft/\(SampleArticle.slug)"

  private static let office = """
    ---
    name: "Larkfield Energy Office – Report"
    url: https://www.larkfield-energy.org/reports/roofs
    date: "2025-02-03"
    ---

    > Solar panels now cover 40% of the public roofs of Larkfield. They cost £2.4 million and were finished on 12 May 2024.

    > "The panels have paid for the new roof of the library," says Judith Amory, who runs the office.

    """

  private static let advice = """
    ---
    name: "Citizens Advice Larkfield – Annual figures"
    url: https://www.citizens-advice-larkfield.org/figures/2024
    date: "2025-01-14"
    ---

    > One household in five has asked for advice since then.

    """

  private func newsroom(writer: String) throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.folder.write("notes/office.md", Self.office)
    try newsroom.folder.write("notes/advice.md", Self.advice)
    try newsroom.folder.write("factual.md", SampleArticle.factual.text)
    try newsroom.folder.write("writer.sh", "cd '\(newsroom.folder.path)'\n\(writer)\n")
    return newsroom
  }

  private func draft(_ newsroom: TestNewsroom, _ more: String...) throws -> Subprocess {
    try newsroom.editorial(["draft", slug, "--with", "sh '\(newsroom.folder.path("writer.sh"))'"] + more)
  }

  @Test func draftOfAnArticleThatIsAFolderLiesInIt() throws {
    let newsroom = try newsroom(writer: "cat >/dev/null; cat factual.md")
    try newsroom.git.write(
      "editorial.yml",
      "version: 1\narticles: [\"content/{slug}/index.md\", \"content/{slug}/index.{lang}.md\"]\ndossier: \"sources/{slug}/*.md\"\n"
    )
    try newsroom.git("commit", "--quiet", "--all", "--message", "Adopt folders")
    let notes = newsroom.folder.path("notes")
    let result = try draft(newsroom, "--dossier", notes)
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.content(of: "content/\(slug)/index.md", in: draft).contains("40%"))
    let french = try draft(newsroom, "--dossier", notes, "--path", "content/\(slug)/index.fr.md")
    #expect(french.status == 0, "\(french.everything)")
    #expect(try newsroom.content(of: "content/\(slug)/index.fr.md", in: draft).contains("40%"))
    let unclear = try draft(newsroom)
    #expect(unclear.status == 2 && unclear.errorText.contains("--path content/"), "\(unclear.everything)")
    let foreign = try draft(newsroom, "--path", "content/other/index.md")
    #expect(foreign.status == 2 && foreign.errorText.contains("is no file of the article"), "\(foreign.everything)")
  }

  @Test func draftStandsOnItsBranchWithItsDossierAndCanBePromoted() throws {
    // At first a figure that no source has.
    let newsroom = try newsroom(
      writer: "cat >request; grep -q '<findings>' request && cat factual.md || sed 's/40%/45%/' factual.md")
    let main = try #require(try newsroom.tip("main"))
    let result = try draft(newsroom, "--dossier", newsroom.folder.path("notes"))
    #expect(result.status == 0, "\(result.everything)")
    #expect(result.text.contains("Try 1: ") && result.text.contains("Try 2: integrity 100.0"), "\(result.everything)")
    let request = try newsroom.folder.readText("request")
    #expect(request.contains("<source path=\"sources/\(slug)/advice.md\">\n---\nname: \"Citizens"), "\(request)")
    #expect(request.contains("45%") && request.contains("fact-ungrounded"), "\(request)")
    #expect(try newsroom.git("rev-list", "--no-walk", "--parents", draft).split(separator: " ").last ?? "" == main)
    #expect(try newsroom.content(of: SampleArticle.path, in: draft) == SampleArticle.factual.text)
    #expect(try newsroom.content(of: "sources/\(slug)/office.md", in: draft) == Self.office)
    let message = try newsroom.git("log", "-1", "--format=%B", draft)
    #expect(message.contains("\nEditorial-Attempt: 2 passed, integrity 100.0"), "\(message)")
    #expect(try newsroom.damage() == "")
    let promoted = try newsroom.editorial("promote", slug)
    #expect(promoted.status == 0, "\(promoted.everything)")
  }

  @Test func draftThatIsThereIsWrittenOnAndItsFilesFollow() throws {
    let newsroom = try newsroom(writer: "cat factual.md")
    #expect(try newsroom.editorial("new", slug).status == 0)
    try newsroom.git("switch", draft)
    let before = try #require(try newsroom.tip(draft))
    let trial = try draft(newsroom, "--dossier", newsroom.folder.path("notes"), "--dry-run")
    #expect(trial.status == 0, "\(trial.everything)")
    #expect(try newsroom.tip(draft) == before)
    let result = try draft(newsroom, "--dossier", newsroom.folder.path("notes"))
    #expect(result.status == 0, "\(result.everything)")
    #expect(try newsroom.git("rev-parse", "\(draft)~1") == before)
    #expect(try newsroom.git.read(SampleArticle.path) == SampleArticle.factual.text)
    #expect(try newsroom.changes() == "")
    // The dossier is on the branch now, and need not be named again.
    #expect(try draft(newsroom, "--format", "json").status == 0)
  }

  @Test func unsavedTextIsNotOverwritten() throws {
    let newsroom = try newsroom(writer: "cat factual.md")
    #expect(try newsroom.editorial("new", slug).status == 0)
    try newsroom.git("switch", draft)
    try newsroom.git.write(SampleArticle.path, "My unsaved notes.\n")
    let before = try newsroom.tip(draft)
    let result = try draft(newsroom, "--dossier", newsroom.folder.path("notes"))
    #expect(result.status == 2, "\(result.everything)")
    #expect(try newsroom.git.read(SampleArticle.path) == "My unsaved notes.\n")
    #expect(try newsroom.tip(draft) == before)
  }

  @Test func noFileOfTheSourceMaterialIsLostToAnotherOfItsName() throws {
    let newsroom = try newsroom(writer: "echo asked >asked; cat factual.md")
    try newsroom.folder.write("letters/office.md", Self.advice)
    let notes = ["notes", "letters"].flatMap { ["--dossier", newsroom.folder.path($0)] }
    let result = try newsroom.editorial(["draft", slug, "--with", "sh '\(newsroom.folder.path("writer.sh"))'"] + notes)
    #expect(result.status == 2, "\(result.everything)")
    #expect(result.errorText.contains("two files of the source material are named office.md"), "\(result.everything)")
    #expect(throws: TestSupportError.self) { try newsroom.folder.readText("asked") }
  }

  @Test func withoutSourcesNothingIsAsked() throws {
    let newsroom = try newsroom(writer: "touch asked; cat factual.md")
    let result = try draft(newsroom)
    #expect(result.status == 2)
    #expect(result.errorText.contains("--dossier"), "\(result.everything)")
    #expect(try newsroom.tip(draft) == nil)
    #expect(throws: (any Error).self) { try newsroom.folder.read("asked") }
  }
}
