import Scoring
import Testing

@testable import Gatekeeping

struct WorkflowTests {
  @Test func standardWorkflowIsOne() throws {
    let standard = Workflow.standard
    let checked = try Workflow(stages: standard.stages)
    #expect(checked == standard)
    #expect(standard.stages.map(\.name) == ["draft", "factual", "styled", "published"])
    #expect(standard.protectedBranch == "main")
    #expect(standard.stage(named: "styled")?.gate == Gate(integrity: Tenths(950), against: "factual"))
    for stage in standard.stages {
      #expect(try BranchPattern(stage.branch.description) == stage.branch)
    }
  }

  @Test func branchNamesGiveTheirPlace() throws {
    let workflow = Workflow.standard
    let styled = try #require(workflow.stage(named: "styled"))
    let published = try #require(workflow.stage(named: "published"))
    #expect(try workflow.place(ofBranch: "styled/ia-pme") == .article(styled, Slug("ia-pme")))
    #expect(workflow.place(ofBranch: "main") == .shared(published))
    #expect(workflow.place(ofBranch: "topic") == nil)
    #expect(workflow.place(ofBranch: "styled") == nil)
    #expect(workflow.place(ofBranch: "main/x") == nil)
    #expect(workflow.place(ofBranch: "styled/a/b")?.slug == nil)
    #expect(workflow.place(ofBranch: "styled/a/b")?.stage == styled)
    #expect(try workflow.branch(of: Slug("a"), at: styled) == "styled/a")
    #expect(workflow.stage(after: styled) == published)
    #expect(workflow.stage(after: published) == nil)
  }

  @Test(arguments: [
    ["draft/{slug}"],
    ["main", "trunk"],
    ["a/{slug}", "a/{slug}", "main"],
    ["a/{slug}", "a/b-{slug}", "main"],
    ["a/{slug}", "a/b/{slug}", "main"],
    ["a/{slug}", "a/{slug}/b", "main"],
    ["main/{slug}", "main"],
    ["x-{slug}", "x-main"],
  ])
  func branchesThatCannotBeToldApartAreRefused(_ branches: [String]) throws {
    let stages = try branches.enumerated().map { index, branch in
      Stage(name: "s\(index)", branch: try BranchPattern(branch))
    }
    #expect(throws: Workflow.Invalid.self) { try Workflow(stages: stages) }
  }

  @Test func suffixesKeepBranchesApart() throws {
    let workflow = try Workflow(stages: [
      Stage(name: "a", branch: BranchPattern("w/{slug}/a")), Stage(name: "b", branch: BranchPattern("w/{slug}/b")),
      Stage(name: "c", branch: BranchPattern("main")),
    ])
    #expect(workflow.place(ofBranch: "w/x/b")?.stage.name == "b")
    #expect(try workflow.place(ofBranch: "w/x/b")?.slug == Slug("x"))
    #expect(workflow.place(ofBranch: "w/x/c") == nil)
  }

  @Test func baselineIsAnEarlierStageWithABranchPerArticle() throws {
    let draft = Stage(name: "draft", branch: try BranchPattern("draft/{slug}"))
    for against in ["nowhere", "published"] {
      let main = Stage(
        name: "published", branch: try BranchPattern("main"), gate: Gate(integrity: .full, against: against))
      #expect(throws: Workflow.Invalid.self) { try Workflow(stages: [draft, main]) }
    }
    #expect(throws: Workflow.Invalid.self) { try Workflow(stages: []) }
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", "-a", "HEAD", "a b", "a..b", "a.lock", ".a", "{slug}", "a{slug}b{slug}", "a/{name}", "a~",
  ])
  func otherNamesAreNoBranchPattern(_ text: String) {
    #expect(throws: BranchPattern.Invalid.self) { try BranchPattern(text) }
  }
}
