import Gatekeeping
import GitStore
import Manuscripts
import Newsroom
import TestSupport
import Testing

struct PolicyInForceTests {
  @Test func updateIsJudgedByThePolicyBeforeIt() throws {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(SampleArticle.slug)")
    let lax = "version: 1\nstages: [{name: published, branch: main}]\n"
    let policy = try newsroom.plant(Array(lax.utf8), at: "editorial.yml", on: "desk")
    #expect(try newsroom.judgement(of: "main", to: policy)?.isPassed == true)
    // The bar is not lowered for what comes with it.
    let after = try newsroom.plant(.wrongFigure, on: "desk")
    let refusals = try newsroom.judgement(of: "main", to: after)?.everyRefusal ?? []
    #expect(refusals.contains { if case .integrityBelow = $0 { true } else { false } }, "\(refusals)")
    let good = try newsroom.plant(.faithful, on: "desk")
    #expect(try newsroom.judgement(of: "main", to: good)?.everyRefusal == [])
  }

  @Test func policyChangesInACommitOfItsOwn() throws {
    let newsroom = try TestNewsroom()
    let git = newsroom.git
    try git("switch", "--quiet", "--create", "desk")
    let mixed = try git.commit(
      "Change both", ["editorial.yml": "version: 1\n# Ours.\n", SampleArticle.path: SampleArticle.factual.text])
    #expect(
      try newsroom.judgement(of: "main", to: mixed)?.everyRefusal
        == [.policyWithArticles(policy: "editorial.yml", commit: mixed)])
    // Later commits do not make it two.
    let later = try git.commit("More", ["CONTACT.md": "Ask the desk.\n"])
    #expect(
      try newsroom.judgement(of: "main", to: later)?.everyRefusal
        == [.policyWithArticles(policy: "editorial.yml", commit: mixed)])
  }

  @Test func mergeOfPolicyAndArticlesIsNoChangeOfBoth() throws {
    let newsroom = try TestNewsroom()
    let git = newsroom.git
    try newsroom.plant(Array("version: 1\n# Ours.\n".utf8), at: "editorial.yml", on: "desk/policy")
    try newsroom.plant(.factual, on: "desk/article")
    try git("switch", "--quiet", "--detach", "main")
    try git("merge", "--quiet", "--no-ff", "--no-edit", "desk/policy", "desk/article")
    #expect(try newsroom.judgement(of: "main", to: git("rev-parse", "HEAD"))?.everyRefusal == [])
    // What the merge itself changes is a change of its own.
    try git.write("editorial.yml", "version: 1\n# Mine.\n")
    try git.write(SampleArticle.path, SampleArticle.faithful.text)
    try git("commit", "--quiet", "--all", "--amend", "--no-edit")
    let refusals = try newsroom.judgement(of: "main", to: git("rev-parse", "HEAD"))?.refusals ?? []
    #expect(refusals.count == 1, "\(refusals)")
  }

  @Test func stagedPolicyWithAnArticleIsRefused() throws {
    let newsroom = try TestNewsroom()
    try newsroom.git.write("editorial.yml", "version: 1\n# Ours.\n")
    try newsroom.git.write(SampleArticle.path, SampleArticle.factual.text)
    try newsroom.git("add", "--all")
    #expect(
      try newsroom.desk().judgeStaged()?.refusals == [.policyWithArticles(policy: "editorial.yml", commit: nil)])
  }

  @Test func branchOfTheOtherUsualNameBringsNoPolicy() throws {
    let newsroom = try TestNewsroom(policy: nil)
    try newsroom.plant(
      Array("stages: [{name: published, branch: master}]\n".utf8), at: "editorial.yml", on: "master")
    #expect(try newsroom.desk().policyInForce().policy.workflow == Workflow.standard)
    try newsroom.git("clone", "--quiet", "--bare", ".", "../bare.git")
    #expect(
      try newsroom.desk(in: newsroom.folder.path("bare.git")).policyInForce().policy.workflow == Workflow.standard)
  }

  @Test func firstPushOfAllBringsThePolicyForAll() throws {
    let newsroom = try TestNewsroom(
      policy: "stages: [{name: checked, branch: \"checked/{slug}\", gate: {integrity: 80}}, "
        + "{name: published, branch: trunk, gate: {integrity: 95}}]\n")
    try newsroom.git("branch", "--move", "main", "trunk")
    let trunk = try #require(try newsroom.tip("trunk"))
    let checked = try newsroom.plant(
      .withoutSources, on: "checked/\(SampleArticle.slug)", from: "trunk")
    let server = try Git.repository("empty.git", bare: true, in: newsroom.folder)
    try server("symbolic-ref", "HEAD", "refs/heads/trunk")
    let objects = newsroom.git.folder + "/.git/objects"
    let zero = ObjectID.zero.hex
    let event = try HookEvent(
      .preReceive, arguments: ["\(zero) \(checked) refs/heads/checked/\(SampleArticle.slug)"],
      input: Array("\(zero) \(trunk) refs/heads/trunk\n".utf8))
    var environment = newsroom.git.environment
    environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = objects
    let desk = try Desk(at: server.folder, environment: environment, now: Timestamp(seconds: 0, offset: 0))
    let judgements = try desk.judge(event)
    #expect(judgements.map(\.branch) == ["checked/\(SampleArticle.slug)", "trunk"])
    #expect(judgements.map(\.isPassed) == [false, true])
  }

  @Test func cloneWithoutThePublishedBranchKnowsItsPolicy() throws {
    let newsroom = try TestNewsroom(policy: "stamp: none\n")
    try newsroom.plant(.factual, on: "draft/\(SampleArticle.slug)")
    try newsroom.git("clone", "--quiet", "--branch", "draft/\(SampleArticle.slug)", ".", "../clone")
    let desk = try newsroom.desk(in: newsroom.folder.path("clone"))
    #expect(try desk.policyInForce().policy.stamp == .none)
    #expect(try desk.policyInForce().policy.workflow.protectedBranch == "main")
  }

  @Test func policyThatCannotBeReadGetsNoEntry() throws {
    let newsroom = try TestNewsroom()
    let broken = try newsroom.plant(Array("stagess: []\n".utf8), at: "editorial.yml", on: "desk")
    let refusals = try newsroom.judgement(of: "main", to: broken)?.refusals ?? []
    #expect(refusals.count == 1 && refusals[0].message.contains("stagess"), "\(refusals)")
  }

  @Test func brokenPolicyStopsGatedBranchesUntilItIsMended() throws {
    let newsroom = try TestNewsroom(policy: "stagess: []\n")
    let article = try newsroom.plant(.faithful, on: "desk")
    #expect(throws: DeskError.self) { try newsroom.judgement(of: "main", to: article) }
    #expect(throws: DeskError.self) { try newsroom.judgement(of: "factual/x", to: article) }
    #expect(try newsroom.judgement(of: "desk", to: article) == nil)
    let start = try #require(try newsroom.tip("main"))
    #expect(try newsroom.judgement(of: "main", to: start) == nil)
    let mended = try newsroom.plant(Array("version: 1\n".utf8), at: "editorial.yml", on: "mend")
    #expect(try newsroom.judgement(of: "main", to: mended) == nil)
    let more = try newsroom.plant(.faithful, on: "mend")
    #expect(throws: DeskError.self) { try newsroom.judgement(of: "main", to: more) }
  }

  @Test func defaultsProtectTheBranchThatIsThere() throws {
    let newsroom = try TestNewsroom(policy: nil)
    #expect(try newsroom.desk().policyInForce().origin == .defaults)
    try newsroom.git("branch", "--move", "main", "master")
    #expect(try newsroom.desk().policyInForce().policy.workflow.protectedBranch == "master")
    try newsroom.git("switch", "--quiet", "--create", "topic")
    #expect(try newsroom.desk().policyInForce().policy.workflow.protectedBranch == "master")
  }

  @Test func policyNamesItsOwnBranch() throws {
    let newsroom = try TestNewsroom(policy: "stages: [{name: published, branch: trunk, gate: {integrity: 95}}]\n")
    #expect(try newsroom.desk().policyInForce().policy.workflow.protectedBranch == "trunk")
    try newsroom.git("branch", "--move", "main", "trunk")
    let policy = try newsroom.desk().policyInForce()
    #expect(policy.policy.workflow.stages.count == 1)
  }

  @Test func topicBranchHasNoSay() throws {
    let newsroom = try TestNewsroom()
    try newsroom.git("switch", "--quiet", "--create", "topic")
    try newsroom.git.commit("Take over", ["editorial.yml": "stages: [{name: published, branch: topic}]\n"])
    #expect(try newsroom.desk().policyInForce().policy.workflow == Workflow.standard)
  }

  @Test func stagedPolicyIsForReadingOnly() throws {
    let newsroom = try TestNewsroom(policy: nil)
    try newsroom.git.write("editorial.yml", "stamp: none\n")
    try newsroom.git("add", "--all")
    #expect(try newsroom.desk().policyForReading().policy.stamp == .none)
    #expect(try newsroom.desk().policyInForce().policy.stamp == .header)
  }

  @Test func firstCommitIsJudgedByThePolicyItBrings() throws {
    let git = try Git.repository()
    try git.write("editorial.yml", "articles: [\"posts/{slug}.md\"]\n")
    try git.write("posts/a.md", SampleArticle.withoutSources.text)
    try git("add", "--all")
    let tree = try git("write-tree")
    let commit = try git("commit-tree", tree, "-m", "Begin")
    let desk = try Desk(at: git.folder, environment: git.environment, now: Timestamp(seconds: 0, offset: 0))
    let id = try #require(ObjectID(hex: commit))
    let main = try RefName(branch: "main")
    let judgement = try desk.judge(RefUpdate(ref: main, old: nil, new: .id(id)))
    #expect(judgement?.articles.map(\.slug?.name) == ["a"])
    #expect(judgement?.refusals == [])
    #expect(judgement?.isPassed == false)
  }
}
