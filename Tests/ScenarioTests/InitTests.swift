import TestSupport
import Testing

/// A repository with a past is adopted as it is: nothing that is there blocks anybody, and what comes is judged.
@Suite struct InitTests {
  /// A site of 300 posts that no gate would let in, with a hook of its own.
  private func site() throws -> TestNewsroom {
    let newsroom = try TestNewsroom(policy: nil)
    try newsroom.git.write("hugo.toml", "title = 'Old site'\n")
    for number in 1...300 {
      try newsroom.git.write(
        "content/posts/old-\(number).md",
        "---\ntitle: Old post \(number)\n---\n\nIn 2019, \(number) schools had panels, and nobody says who counted.\n")
    }
    try newsroom.git.commit("Years of posts")
    try newsroom.git.write(".git/hooks/pre-commit", "#!/bin/sh\necho our own hook >&2\n", executable: true)
    return newsroom
  }

  @Test func aSiteWithHundredsOfPostsIsAdoptedAndBlocksNobody() throws {
    let newsroom = try site()
    let result = try newsroom.editorial("init", "--hooks")
    #expect(result.status == 0, "\(result.everything)")
    #expect(result.text.contains("Hugo: hugo.toml is there"), "\(result.text)")
    #expect(result.text.contains("content/posts/{slug}.md  (300 there now)"), "\(result.text)")
    #expect(result.text.contains("after the hook that was there before"), "\(result.text)")
    let adopted = try newsroom.git.run(["add", "editorial.yml"])
    #expect(adopted.status == 0)
    let policy = try newsroom.git.run(["commit", "--quiet", "--message", "Adopt a policy"])
    #expect(policy.status == 0 && policy.errorText.contains("our own hook"), "\(policy.everything)")

    // An old post may be mended a little without being put in order.
    let old = try newsroom.git.read("content/posts/old-7.md")
    try newsroom.git.write("content/posts/old-7.md", old.replacing("nobody says", with: "nobody tells"))
    let mended = try newsroom.git.run(["commit", "--quiet", "--all", "--message", "Mend a word"])
    #expect(mended.status == 0, "\(mended.everything)")
    // But it may not lose a fact.
    try newsroom.git.write("content/posts/old-8.md", old.replacing(" 7 schools", with: " 70 schools"))
    let altered = try newsroom.git.run(["commit", "--quiet", "--all", "--message", "Change a figure"])
    #expect(altered.status == 1 && altered.errorText.contains("old-8"), "\(altered.everything)")
    try newsroom.git("checkout", "--quiet", "HEAD", "--", ".")
    // A new one is judged by its sources.
    try newsroom.git.write("content/posts/new.md", SampleArticle.withoutSources.text)
    try newsroom.git("add", "content/posts/new.md")
    let new = try newsroom.git.run(["commit", "--quiet", "--message", "A new post"])
    #expect(new.status == 1 && new.errorText.contains("sources-placeholder"), "\(new.everything)")
    try newsroom.git.write("content/posts/new.md", SampleArticle.factual.text)
    try newsroom.git("add", "content/posts/new.md")
    let sourced = try newsroom.git.run(["commit", "--quiet", "--message", "A new post"])
    #expect(sourced.status == 0, "\(sourced.everything)")
  }

  @Test func theNextCommandsOfInitWork() throws {
    let newsroom = try site()
    let result = try newsroom.editorial("init", "--hooks")
    let commands = result.text.split(separator: "\n").drop { $0 != "Next:" }.dropFirst().prefix { $0.hasPrefix("  ") }
    #expect(commands.count == 2, "\(result.text)")
    for command in commands {
      let done = try Subprocess.run(
        ["sh", "-c", String(command)], in: newsroom.git.folder, environment: newsroom.git.environment)
      #expect(done.status == 0, "\(command)\n\(done.everything)")
    }
    let audit = try newsroom.editorial("check", "--all", "--baseline-file", "known-findings.txt")
    #expect(audit.status == 0 && audit.text.contains("300 passed, 0 refused"), "\(audit.everything)")
    #expect(try newsroom.editorial("doctor").status == 0)
  }
}
