import TestSupport
import Testing

/// A claim says who works on an article, and keeps nobody from anything.
@Suite struct ClaimTests {
  private let slug = SampleArticle.slug
  private let ref = "refs/editorial/team/claims/\(SampleArticle.slug)"

  @Test func claimIsOnTheBoardUntilItIsGivenBack() throws {
    let newsroom = try newsroom()
    let claim = try newsroom.editorial("claim", slug, "--reason", "checking the figures")
    #expect(claim.status == 0, "\(claim.everything)")
    for format in ["text", "json", "jsonl"] {
      let status = try newsroom.editorial("status", "--format", format)
      for words in ["Ada", "checking the figures"] { #expect(status.text.contains(words), "\(status.everything)") }
    }
    let page = try newsroom.editorial("report", "--html", newsroom.folder.path("page.html"))
    #expect(page.status == 0, "\(page.everything)")
    #expect(try newsroom.folder.readText("page.html").contains("checking the figures"))

    let back = try newsroom.editorial("unclaim", slug)
    #expect(back.status == 0, "\(back.everything)")
    #expect(try !newsroom.editorial("status").text.contains("Claimed"))
    let nobody = try newsroom.editorial("unclaim", slug)
    #expect(nobody.status == 2)
    #expect(nobody.errorText.contains("Nobody has claimed \(slug)"), "\(nobody.everything)")
    #expect(try newsroom.damage() == "")
  }

  @Test func secondClaimSaysWhoHasItAndHowToTakeItOver() throws {
    var newsroom = try newsroom()
    #expect(try newsroom.editorial("claim", slug, "--reason", "my turn").status == 0)
    newsroom.become("Ben Borrower", "ben@example.org")
    let refused = try newsroom.editorial("claim", slug)
    #expect(refused.status == 2, "\(refused.everything)")
    for words in ["Ada", "since 20", "my turn", "editorial claim \(slug) --take-over"] {
      #expect(refused.errorText.contains(words), "no “\(words)” in \(refused.errorText)")
    }
    #expect(try newsroom.editorial("unclaim", slug).status == 2, "it is not theirs to give back")
    let taken = try newsroom.editorial("claim", slug, "--take-over")
    #expect(taken.status == 0, "\(taken.everything)")
    let status = try newsroom.editorial("status").text
    #expect(status.contains("Claimed by Ben Borrower"), "\(status)")
    #expect(!status.contains("Claimed by Ada"), "\(status)")
  }

  @Test func claimKeepsNobodyFromPromoting() throws {
    var newsroom = try newsroom()
    #expect(try newsroom.editorial("claim", slug).status == 0)
    newsroom.become("Ben Borrower", "ben@example.org")
    #expect(try newsroom.editorial("promote", slug).status == 0)
  }

  @Test(arguments: [true, false])
  func claimEndsWithPublicationByWhateverCommand(isMerged: Bool) throws {
    let newsroom = try newsroom()
    try newsroom.installHooks()
    #expect(try newsroom.editorial("claim", slug).status == 0)
    let published =
      isMerged
      ? try newsroom.git.run(["merge", "--no-edit", "styled/\(slug)"]) : try newsroom.editorial("promote", slug)
    #expect(published.status == 0, "\(published.everything)")
    #expect(try !newsroom.editorial("status").text.contains("Claimed"))
    #expect(try newsroom.editorial("claim", slug).status == 0, "and it can be claimed anew")
    #expect(try newsroom.editorial("status").text.contains("Claimed"))
  }

  @Test func claimEndsWhenItsTimeIsOver() throws {
    var newsroom = try newsroom()
    let claim = try newsroom.editorial("claim", slug, "--until", "2099-12-31 18:00 +0100")
    #expect(claim.text.replacing("\n", with: " ").contains("until 2099-12-31 18:00 +01:00"), "\(claim.everything)")
    let past = try newsroom.editorial("claim", slug, "--until", "2001-12-31 18:00")
    #expect(past.status == 2, "\(past.everything)")
    for nonsense in ["2099-02-31 08:00", "soon", ""] {
      #expect(try newsroom.editorial("claim", slug, "--until", nonsense).status == 64)
    }
    // Written by another program, with a time that is over.
    let record = try newsroom.git(
      "commit-tree", "\(ref)^{tree}", "-p", ref, "-m",
      "Claim\n\nEditorial-Claim: taken\nEditorial-Until: 2001-12-31T18:00:00+01:00")
    try newsroom.git("update-ref", ref, record)
    #expect(try !newsroom.editorial("status").text.contains("Claimed"))
    newsroom.become("Ben Borrower", "ben@example.org")
    #expect(try newsroom.editorial("claim", slug).status == 0)
  }

  @Test func trialWritesNothingAndUndoTakesAClaimBack() throws {
    let newsroom = try newsroom()
    let before = try newsroom.git("for-each-ref")
    #expect(try newsroom.editorial("claim", slug, "--dry-run").status == 0)
    #expect(try newsroom.git("for-each-ref") == before)
    #expect(try newsroom.editorial("claim", slug).status == 0)
    #expect(try newsroom.editorial("unclaim", slug, "--dry-run").status == 0)
    #expect(try newsroom.editorial("status").text.contains("Claimed"))
    let undone = try newsroom.editorial("undo")
    #expect(undone.status == 0, "\(undone.everything)")
    #expect(try !newsroom.editorial("status").text.contains("Claimed"))
  }

  @Test func whatIsNoRecordIsNoClaim() throws {
    let newsroom = try newsroom()
    let blob = try newsroom.git(["hash-object", "-w", "--stdin"], input: Array("Editorial-Claim: taken\n".utf8))
    for object in [blob, "main"] {
      try newsroom.git("update-ref", ref, object)
      let status = try newsroom.editorial("status")
      #expect(status.status == 0, "\(status.everything)")
      #expect(!status.text.contains("Claimed"))
    }
    #expect(try newsroom.editorial("claim", slug).status == 0)
  }

  @Test func twoClonesThatClaimAtOnceSeeBothAndSettleIt() throws {
    let team = try Team()
    #expect(try team.ada.editorial("claim", slug, "--reason", "figures").status == 0)
    #expect(try team.ben.editorial("claim", slug, "--reason", "quotations").status == 0)
    try team.ada.git("push", "--quiet", "origin", ref)
    let push = try team.ben.git.run(["push", "origin", ref])
    #expect(push.status != 0)
    #expect(push.errorText.contains("rejected"), "\(push.everything)")

    try team.ben.git("fetch", "--quiet")
    let both = try team.ben.editorial("status").text
    for words in ["figures", "quotations"] { #expect(both.contains(words), "\(both)") }
    #expect(try team.ben.editorial("unclaim", slug).status == 0)
    try team.ben.git("push", "--quiet", "origin", ref)
    try team.ada.git("fetch", "--quiet")
    let settled = try team.ada.editorial("status").text
    #expect(settled.contains("figures"), "\(settled)")
    #expect(!settled.contains("quotations"), "\(settled)")
    #expect(
      try team.ada.git("log", "--format=%B", "refs/editorial/fetched/origin/claims/\(slug)").contains("quotations"))
    #expect(try team.ben.editorial("claim", slug).status == 2, "it is Ada's now")
  }

  @Test func claimThatOthersKnowOfIsNoMoreTakenBackInSilence() throws {
    let team = try Team()
    #expect(try team.ada.editorial("claim", slug).status == 0)
    #expect(try team.ada.editorial("undo").status == 0, "nobody has it yet")
    #expect(try team.ada.editorial("claim", slug).status == 0)
    try team.ada.git("push", "--quiet", "origin", ref)
    let before = try team.ada.git("for-each-ref")
    let refused = try team.ada.editorial("undo")
    #expect(refused.status == 2, "\(refused.everything)")
    #expect(refused.errorText.contains("was pushed") && refused.errorText.contains("editorial unclaim"))
    #expect(try team.ada.git("for-each-ref") == before)
    #expect(try team.ada.editorial("unclaim", slug).status == 0)
    try team.ada.git("push", "--quiet", "origin", ref)
  }

  @Test func doctorTellsWhenNobodyElsesClaimsAreFetched() throws {
    let team = try Team(isSharing: false)
    #expect(try !team.ada.editorial("doctor").text.contains("claim"))
    let claim = try team.ada.editorial("claim", slug)
    for words in ["git push origin \(ref)", "remote.origin.fetch"] {
      #expect(claim.text.contains(words), "\(claim.text)")
    }
    #expect(try team.ada.editorial("doctor").text.contains("not fetched from origin"))
  }

  private func newsroom() throws -> TestNewsroom {
    let newsroom = try TestNewsroom()
    try newsroom.plant(.factual, on: "factual/\(slug)")
    try newsroom.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    return newsroom
  }
}

/// Two clones of one repository, and who works in them.
struct Team {
  let ada: TestNewsroom
  let ben: TestNewsroom

  /// - Parameter isSharing: whether what they say of articles is fetched.
  init(isSharing: Bool = true) throws {
    let slug = SampleArticle.slug
    var ada = try TestNewsroom()
    try ada.plant(.factual, on: "factual/\(slug)")
    try ada.plant(.faithful, on: "styled/\(slug)", from: "factual/\(slug)")
    try ada.git("clone", "--quiet", "--bare", ".", "../server.git")
    var ben = ada
    try ada.git("clone", "--quiet", "../server.git", "../ben")
    ben.git = Git(ada.folder, in: "ben")
    ben.git.environment = ada.git.environment
    try ada.git("remote", "add", "origin", "../server.git")
    ada.become("Ada Author", "ada@example.org")
    ben.become("Ben Borrower", "ben@example.org")
    for newsroom in [ada, ben] {
      if isSharing {
        try newsroom.git(
          "config", "--add", "remote.origin.fetch", "+refs/editorial/team/*:refs/editorial/fetched/origin/*")
      }
      try newsroom.git("fetch", "--quiet", "origin")
    }
    for branch in ["factual/\(slug)", "styled/\(slug)"] { try ben.git("branch", branch, "origin/\(branch)") }
    self.ada = ada
    self.ben = ben
  }
}

extension TestNewsroom {
  /// From now on this person works in the repository.
  mutating func become(_ name: String, _ address: String) {
    for role in ["AUTHOR", "COMMITTER"] {
      git.environment["GIT_\(role)_NAME"] = name
      git.environment["GIT_\(role)_EMAIL"] = address
      git.environment["GIT_\(role)_DATE"] = nil
    }
  }
}
