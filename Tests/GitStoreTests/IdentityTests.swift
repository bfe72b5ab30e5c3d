import TestSupport
import Testing

@testable import GitStore

struct IdentityTests {
  private let now = Timestamp(seconds: 1_800_000_000, offset: 60)

  private func git(_ change: (inout [String: String]) -> Void = { _ in }) throws -> Git {
    var git = try Git.repository()
    for key in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE"] { git.environment[key] = nil }
    change(&git.environment)
    return git
  }

  @Test func environmentWinsOverTheConfiguration() throws {
    let git = try git {
      $0["GIT_AUTHOR_NAME"] = "From Environment"
      $0["GIT_AUTHOR_DATE"] = "@1750000000 -0330"
    }
    try git("config", "user.name", "From File")
    try git("config", "user.email", "user@example.org")
    try git("config", "author.email", "author@example.org")
    let identity = try git.open().identity(.author, now: now)
    #expect(
      identity
        == Identity(
          name: "From Environment", email: "author@example.org", time: Timestamp(seconds: 1_750_000_000, offset: -210)))
    #expect(try git("var", "GIT_AUTHOR_IDENT") == "From Environment <author@example.org> 1750000000 -0330")
  }

  @Test(arguments: ["user.name", "user.email"]) func missingIdentitySaysWhatToSet(_ key: String) throws {
    let git = try git()
    try git("config", key == "user.name" ? "user.email" : "user.name", "x@example.org")
    let error = #expect(throws: GitError.self) { try git.open().identity(.author, now: now) }
    #expect(error?.code == .noIdentity(key))
  }

  @Test func addressOfTheEnvironmentIsUsedUnlessItMustBeConfigured() throws {
    let git = try git { $0["EMAIL"] = "mail@example.org" }
    try git("config", "user.name", "Name")
    #expect(try git.open().identity(.author, now: now).email == "mail@example.org")
    try git("config", "user.useConfigOnly", "true")
    #expect(throws: GitError.self) { try git.open().identity(.author, now: now) }
  }

  @Test(arguments: [" Ada <A> ", "Ada.", "\"Ada\"", "<>", "A\nB", " ."]) func namesAreCleanedAsByGit(_ name: String)
    throws
  {
    let git = try git {
      $0["GIT_AUTHOR_NAME"] = name
      $0["GIT_AUTHOR_EMAIL"] = "a@example.org"
      $0["GIT_AUTHOR_DATE"] = "1750000000 +0000"
    }
    let said = try git.run(["var", "GIT_AUTHOR_IDENT"])
    if said.status == 0 {
      let expected = said.text.split(separator: "<").first?.dropLast().description
      #expect(try git.open().identity(.author, now: now).name == expected)
    } else {
      #expect(throws: GitError.self) { try git.open().identity(.author, now: now) }
    }
  }

  @Test(arguments: [
    "1750000000 +0200", "@1750000000", "@0 +0000", "1750000000", "2025-06-15T12:34:56+02:00",
    "2025-06-15 12:34:56 -0930",
    "2025-06-15T12:34:56Z", "2025-06-15T12:34:56.789+0100", "2024-02-29 00:00", "Sun, 15 Jun 2025 12:34:56 +0200",
    "15 Jun 2025 12:34:56 -0000", "2025-12-31T23:59:59", "2000-03-01T00:00:00 +0000",
  ]) func datesAreReadAsByGit(_ date: String) throws {
    let git = try git {
      $0["GIT_AUTHOR_NAME"] = "A"
      $0["GIT_AUTHOR_EMAIL"] = "a@example.org"
      $0["GIT_AUTHOR_DATE"] = date
    }
    let said = try git("var", "GIT_AUTHOR_IDENT").split(separator: " ")
    let time = try git.open().identity(.author, now: Timestamp(seconds: 0, offset: 0)).time
    #expect(String(time.seconds) == said[2], "\(date): \(said)")
    #expect((time.offset < 0 ? "-" : "+") == said[3].prefix(1), "\(date): \(said)")
    #expect(Int(said[3].dropFirst()) == abs(time.offset) / 60 * 100 + abs(time.offset) % 60)
  }

  @Test(arguments: ["yesterday", "2025-13-01 00:00", "2025-06-15", "1750000000 +9900", "now", "2025-06-15T25:00:00"])
  func otherDatesAreRefused(_ date: String) throws {
    let git = try git {
      $0["GIT_AUTHOR_NAME"] = "A"
      $0["GIT_AUTHOR_EMAIL"] = "a@example.org"
      $0["GIT_AUTHOR_DATE"] = date
    }
    let error = #expect(throws: GitError.self) { try git.open().identity(.author, now: now) }
    #expect(error?.code == .environment("GIT_AUTHOR_DATE"))
  }
}
