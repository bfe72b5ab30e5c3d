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
    let both = try newsroom.plant(.wrongFigure, on: "desk")
    let refusals = try newsroom.judgement(of: "main", to: both)?.everyRefusal ?? []
    #expect(refusals.contains(.policyWithArticles(policy: "editorial.yml")))
    #expect(refusals.count > 1)
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
