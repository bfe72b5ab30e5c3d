import TestSupport
import Testing

/// Images and links are looked up in the tree that the article is in: a commit, the index, or the work tree.
@Suite struct MissingFilesTests {
  private let slug = SampleArticle.slug
  private let path = SampleArticle.path
  /// The sample article with an image of its own and a link to a neighbour.
  private let text = SampleArticle.factual.text.replacing(
    "One household", with: "![The roofs](images/solar-roofs.png)\n\nOne [household](night-trains.md)")

  @Test func checkOfAllLooksInEachBranch() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(Array(text.utf8), on: "factual/\(slug)")
    let broken = try newsroom.editorial("check", "--all")
    #expect(broken.status == 0, "a warning refuses nothing:\n\(broken.everything)")
    for words in ["[image-missing ", "articles/images/solar-roofs.png", "[link-broken ", "articles/night-trains.md"] {
      #expect(broken.text.contains(words), "\(words) is not in:\n\(broken.text)")
    }
    try newsroom.plant([0x89], at: "articles/images/solar-roofs.png", on: "factual/\(slug)")
    try newsroom.plant(Array("Trains.\n".utf8), at: "articles/images/night.png", on: "main")
    let half = try newsroom.editorial("check", "--all")
    #expect(!half.text.contains("[image-missing ") && half.text.contains("[link-broken "), "\(half.text)")
  }

  @Test func scoreLooksInTheWorkTreeForAFileAndInTheCommitForARevision() throws {
    let newsroom = try TestNewsroom()
    try newsroom.git.commit("Write", [path: text])
    try newsroom.git.write("articles/images/solar-roofs.png", "png")
    let file = try newsroom.editorial("score", path, "--format", "json")
    #expect(!file.text.contains("image-missing") && file.text.contains("link-broken"), "\(file.everything)")
    let revision = try newsroom.editorial("score", "HEAD:\(path)")
    #expect(revision.text.contains("[image-missing "), "\(revision.everything)")
  }

  @Test func aPolicyCanMakeThemErrorsAndTheCommitIsRefusedUntilTheFileIsStaged() throws {
    let newsroom = try TestNewsroom(policy: "version: 1\nrules: {image-missing: error, link-broken: off}\n")
    try newsroom.plant(Array(text.utf8), on: "factual/\(slug)")
    try newsroom.installHooks()
    try newsroom.git.write(path, text)
    try newsroom.git.write("articles/images/solar-roofs.png", "png")
    try newsroom.git("add", path)
    let refused = try newsroom.git.run(["commit", "--quiet", "--message", "Without its image"])
    #expect(refused.status != 0 && refused.everything.contains("image-missing"), "\(refused.everything)")
    #expect(!refused.everything.contains("link-broken"), "\(refused.everything)")
    try newsroom.git("add", "--all")
    let passed = try newsroom.git.run(["commit", "--quiet", "--message", "With its image"])
    #expect(passed.status == 0, "\(passed.everything)")
    // The article is the same as the one that passed; what is around it is not.
    try newsroom.git("rm", "--quiet", "articles/images/solar-roofs.png")
    try newsroom.git.write(path, text + "\n")
    let removed = try newsroom.git.run(["commit", "--quiet", "--all", "--message", "Take the image away"])
    #expect(removed.status != 0 && removed.everything.contains("image-missing"), "\(removed.everything)")
  }

  @Test func nothingIsLookedUpOutsideARepository() throws {
    let folder = try TemporaryFolder()
    try folder.write("roofs.md", text)
    let result = try TestNewsroom().editorial(["score", "roofs.md"], in: folder.path)
    #expect(!result.text.contains("image-missing") && !result.text.contains("link-broken"), "\(result.text)")
  }

  @Test func explainShowsTheFilesOfItsExamples() throws {
    let page = try TestNewsroom().editorial("explain", "image-missing")
    #expect(page.status == 0 && page.text.contains("articles/images/bridge.jpg"), "\(page.everything)")
  }
}
