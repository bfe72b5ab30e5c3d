import TestSupport
import Testing

/// What is printed is a command that lays the right version out and touches nothing else. Tests/sites.sh lets real
/// generators run.
@Suite struct PreviewTests {
  private let slug = SampleArticle.slug

  /// An article at two stages, in a repository whose policy shows it by a command that a test can read.
  private func newsroom(_ preview: String? = "cat {worktree}/{path}") throws -> TestNewsroom {
    let newsroom = try TestNewsroom(policy: "version: 1\n" + (preview.map { "preview: \"\($0)\"\n" } ?? ""))
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    return newsroom
  }

  /// Runs what was printed, as `| sh` would.
  private func run(_ printed: Subprocess, _ newsroom: TestNewsroom) throws -> Subprocess {
    try Subprocess.run(
      ["sh"], in: newsroom.git.folder, environment: newsroom.git.environment, input: Array(printed.text.utf8))
  }

  @Test func theFurthestStageIsShownAndNothingIsTouched() throws {
    let newsroom = try newsroom()
    try newsroom.installHooks()
    try newsroom.git.write("README.md", "Being written.\n")
    let before = try newsroom.git("for-each-ref")
    let printed = try newsroom.editorial("preview", slug)
    #expect(
      printed.status == 0 && printed.errorText.contains("at the stage styled, by the command"), "\(printed.everything)")
    #expect(printed.errorText.contains("worktree remove --force"))
    let shown = try run(printed, newsroom)
    #expect(shown.status == 0 && shown.text == SampleArticle.faithful.text, "\(shown.everything)")
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.changes() == "M README.md" || newsroom.changes() == " M README.md")
    #expect(try newsroom.git("symbolic-ref", "HEAD") == "refs/heads/main")
  }

  @Test func theNextPreviewBringsTheFolderUpToDate() throws {
    let newsroom = try newsroom()
    #expect(
      try run(newsroom.editorial("preview", slug, "--stage", "factual"), newsroom).text == SampleArticle.factual.text)
    #expect(try run(newsroom.editorial("preview", slug), newsroom).text == SampleArticle.faithful.text)
    try newsroom.plant(.wrongFigure, on: "styled/\(slug)")
    #expect(try run(newsroom.editorial("preview", slug), newsroom).text == SampleArticle.wrongFigure.text)
    // Where the folder was thrown away by hand, Git still remembers it.
    try newsroom.git("config", "gc.worktreePruneExpire", "never")
    let thrown = try Subprocess.run(
      ["rm", "-r", newsroom.git.folder + "-preview"], in: "/", environment: newsroom.git.environment)
    #expect(thrown.status == 0, "\(thrown.everything)")
    #expect(try run(newsroom.editorial("preview", slug), newsroom).text == SampleArticle.wrongFigure.text)
  }

  @Test func branchesThatWereOnlyFetchedAreShownToo() throws {
    let newsroom = try newsroom()
    try newsroom.git("clone", "--quiet", ".", "../clone")
    let clone = newsroom.git.folder + "/../clone"
    let printed = try newsroom.editorial(["preview", slug], in: clone)
    let shown = try Subprocess.run(
      ["sh"], in: clone, environment: newsroom.git.environment, input: Array(printed.text.utf8))
    #expect(shown.text == SampleArticle.faithful.text, "\(printed.everything) \(shown.everything)")
  }

  @Test func aTagOfTheSameNameDoesNotMislead() throws {
    let newsroom = try newsroom()
    try newsroom.git("tag", "styled/\(slug)", "factual/\(slug)")
    #expect(try run(newsroom.editorial("preview", slug), newsroom).text == SampleArticle.faithful.text)
  }

  @Test func withoutTheNameOfTheFolderNoneIsMade() throws {
    let newsroom = try newsroom("echo {branch} {slug}")
    let printed = try newsroom.editorial("preview", slug)
    #expect(printed.text == "echo styled/\(slug) \(slug)\n", "\(printed.everything)")
    #expect(!printed.errorText.contains("worktree"))
  }

  @Test(
    arguments: [
      ("hugo.toml", "hugo server --source FOLDER --buildDrafts --buildFuture"),
      ("site/_config.yml", nil),
      (
        "_config.yml",
        "jekyll serve --source FOLDER --destination FOLDER/_site --drafts --future --unpublished"
      ),
      ("astro.config.mjs", "npm --prefix FOLDER install && npm --prefix FOLDER run dev"),
      ("eleventy.config.js", "npm --prefix FOLDER install && (cd FOLDER && npx @11ty/eleventy --serve)"),
      ("articles/hugo.toml", "hugo server --source FOLDER/articles --buildDrafts --buildFuture"),
    ] as [(String, String?)])
  func theGeneratorIsKnownByItsFiles(file: String, expected: String?) throws {
    let newsroom = try newsroom(nil)
    try newsroom.plant([], at: file, on: "styled/\(slug)")
    let result = try newsroom.editorial("preview", slug, "--format", "json")
    guard let expected else {
      #expect(result.status == 2 && result.errorText.contains("no site generator is known"), "\(result.everything)")
      #expect(result.errorText.contains("editorial explain preview"))
      return
    }
    let folder = newsroom.git.folder + "-preview/" + slug
    #expect(result.text.contains("&& " + expected.replacing("FOLDER", with: folder) + "\""), "\(result.everything)")
  }

  @Test func aSiteWithSubmodulesAndAGemfileGetsThem() throws {
    let newsroom = try newsroom(nil)
    for file in ["_config.yml", "Gemfile", ".gitmodules"] {
      try newsroom.plant([], at: file, on: "styled/\(slug)")
    }
    let lines = try newsroom.editorial("preview", slug).lines
    let folder = newsroom.git.folder + "-preview/" + slug
    #expect(lines.count == 3 && lines[1] == "git -C \(folder) submodule update --init --recursive &&", "\(lines)")
    #expect(lines.last?.hasPrefix("BUNDLE_GEMFILE=\(folder)/Gemfile bundle exec jekyll serve ") == true, "\(lines)")
  }

  /// The shell takes `'NAME=value'` for the name of a program.
  @Test func aGemfileInAFolderWithASpaceIsFound() throws {
    let newsroom = try newsroom(nil)
    for file in ["my site/_config.yml", "my site/Gemfile"] { try newsroom.plant([], at: file, on: "styled/\(slug)") }
    let policy = "version: 1\narticles: [\"my site/{slug}.md\"]\n"
    try newsroom.plant(Array(policy.utf8), at: "editorial.yml", on: "main")
    try newsroom.plant(Array(SampleArticle.faithful.text.utf8), at: "my site/\(slug).md", on: "styled/\(slug)")
    let line = try #require(try newsroom.editorial("preview", slug).lines.last)
    let script = "bundle() { printf '%s' \"$BUNDLE_GEMFILE\"; }\n" + line
    let shell = try Subprocess.run(
      ["sh", "-c", script], in: newsroom.folder.path, environment: newsroom.git.environment)
    #expect(shell.text == newsroom.git.folder + "-preview/\(slug)/my site/Gemfile", "\(line)\n\(shell.everything)")
  }

  @Test func whatIsNotThereIsSaid() throws {
    let newsroom = try newsroom()
    let draft = try newsroom.editorial("preview", slug, "--stage", "draft")
    #expect(draft.status == 2 && draft.text == "", "\(draft.everything)")
    let misspelled = try newsroom.editorial("preview", "solar-rofs")
    #expect(misspelled.status == 2 && misspelled.errorText.contains("solar-roofs"), "\(misspelled.everything)")
    let stage = try newsroom.editorial("preview", slug, "--stage", "stiled")
    #expect(stage.errorText.contains("styled"), "\(stage.everything)")
  }

  @Test func itSpeaksFrench() throws {
    let printed = try newsroom().editorial("preview", slug, "--lang", "fr")
    #expect(
      printed.errorText.contains("à l'étape styled, par la commande de la charte\u{A0}:"), "\(printed.everything)")
  }
}
