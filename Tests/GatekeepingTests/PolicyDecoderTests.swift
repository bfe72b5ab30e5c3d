import Languages
import Manuscripts
import Scoring
import StructuredText
import Testing

@testable import Gatekeeping

struct PolicyDecoderTests {
  private func policy(_ text: String) throws -> Policy { try PolicyDecoder.policy(from: Array(text.utf8)) }

  /// The messages of all problems, each with its line and column.
  private func problems(_ text: String) -> [String] {
    let lines = LineTable(Array(text.utf8))
    do throws(PolicyError) {
      _ = try PolicyDecoder.policy(from: Array(text.utf8))
      return []
    } catch {
      return error.problems.map { problem in
        let place = lines.position(of: problem.range.start)
        return "\(place.line):\(place.column) \(problem.message)\(problem.remedy.map { " (\($0))" } ?? "")"
      }
    }
  }

  @Test(arguments: ["", "# nothing\n", "version: 1\n", "---\n"])
  func emptyPolicyIsTheDefault(_ text: String) throws {
    let policy = try policy(text)
    #expect(policy.articles.map(\.text) == ["articles/{slug}.md"])
    #expect(policy.dossier?.text == "sources/{slug}/*.md")
    #expect(policy.workflow == Workflow.standard)
    #expect(policy.stamp == .header)
    #expect(policy.rules.language == nil)
  }

  @Test func templateStatesTheDefault() throws {
    let policy = try policy(PolicyTemplate().text)
    #expect(policy.workflow == Workflow.standard)
    #expect(policy.articles == Policy().articles)
    #expect(policy.dossier == Policy().dossier)
    #expect(policy.rules.requiredFrontMatter.isEmpty)
    let french = try self.policy(
      PolicyTemplate(articles: [try ArticlePattern("content/{slug}/\"index\".md")], language: LanguageTag("fr")).text)
    #expect(french.rules.language == LanguageTag("fr"))
    #expect(french.articles.map(\.text) == ["content/{slug}/\"index\".md"])
  }

  @Test func whatTheTemplateOnlyMentionsIsRightToo() throws {
    let text = PolicyTemplate().text.split(separator: "\n").map { line in
      ["# front-matter:", "# rules:", "# preview:"].contains(where: line.hasPrefix)
        ? String(line.dropFirst(2)) : String(line)
    }.joined(separator: "\n")
    let policy = try policy(text)
    #expect(!policy.rules.requiredFrontMatter.isEmpty)
    #expect(!policy.rules.levels.isEmpty)
    #expect(policy.preview?.line { "<\($0)>" } == "make -C <worktree> serve")
  }

  @Test func templateSaysWhereTheScoresGo() throws {
    #expect(try policy(PolicyTemplate(stamp: .frontMatter).text).stamp == .frontMatter)
  }

  @Test func anArticleOfMDXTakesNoComment() throws {
    #expect(try policy("stamp: header").stampPlace(at: "a/b.mdx") == .frontMatter)
    #expect(try policy("stamp: header").stampPlace(at: "a/b.md") == .header)
    #expect(try policy("stamp: none").stampPlace(at: "a/b.mdx") == .none)
  }

  @Test(arguments: [
    ("open 'https://p.example/'{branch}?a=${HOME}&b={a,b}", "open 'https://p.example/'<branch>?a=${HOME}&b={a,b}"),
    ("{slug} {path} {worktree}", "<slug> <path> <worktree>"), ("awk '{ print }' {path}", "awk '{ print }' <path>"),
  ])
  func commandOfThePreviewIsFilled(text: String, expected: String) throws {
    #expect(try PreviewTemplate(text).line { "<\($0)>" } == expected)
  }

  @Test(arguments: [
    ("preview: make {slugs}", "1:10 the command of \"preview\" has the unknown name {slugs} (did you mean {slug}?)"),
    (
      "preview: make {x}",
      "1:10 the command of \"preview\" has the unknown name {x} (there are {slug}, {path}, {branch} and {worktree})"
    ),
    ("preview: \" \"", "1:10 the command of \"preview\" is empty (write one such as \"make -C {worktree} serve\")"),
    (
      "preview: \"a\\nb\"",
      "1:10 the command of \"preview\" is not one line of visible text (write one such as \"make -C {worktree} serve\")"
    ),
    (
      "preview: \"echo a\\u202e {slug}\"",
      "1:10 the command of \"preview\" is not one line of visible text (write one such as \"make -C {worktree} serve\")"
    ),
    (
      "preview: 'make \"{path}\"'",
      """
      1:10 the command of "preview" has {path} between quotation marks (take the quotation marks away: what takes the \
      place of {path} is quoted as the shell needs it)
      """
    ),
  ])
  func commandOfThePreviewIsReadStrictly(text: String, expected: String) {
    #expect(problems(text) == [expected])
  }

  @Test func everyKeyIsRead() throws {
    let policy = try policy(
      """
      version: 1
      articles: ["posts/{date}-{slug}.md", "pages/{slug}/index.{lang}.md"]
      dossier: none
      language: en-GB
      stages:
        - {name: write, branch: "write/{slug}"}
        - {name: check, branch: "check/{slug}", gate: {integrity: 82.5, style: 60, max-drop: 5}}
        - {name: live, branch: trunk, gate: {integrity: 97, against: check}}
      style: {profile: conversational}
      sources: {require: [name, date], min: 3, reliability: 7}
      front-matter: {require: [title, author]}
      stamp: front-matter
      """)
    #expect(policy.articles.count == 2)
    #expect(policy.dossier == nil)
    #expect(policy.workflow.protectedBranch == "trunk")
    #expect(
      policy.workflow.stage(named: "check")?.gate
        == Gate(integrity: Tenths(825), style: 60, maxDrop: Tenths(50), against: nil))
    #expect(policy.workflow.stage(named: "live")?.gate == Gate(integrity: Tenths(970), against: "check"))
    #expect(policy.rules.language == LanguageTag("en"))
    #expect(policy.rules.requiredSourceFields == [.name, .date])
    #expect(policy.rules.minimumSources == 3)
    #expect(policy.rules.minimumReliability == 7)
    #expect(policy.rules.requiredFrontMatter == ["title", "author"])
    #expect(policy.stamp == .frontMatter)
  }

  @Test func stageSaysWhatBecomesOfFindingsThere() throws {
    let policy = try PolicyDecoder.policy(
      from: Array(
        """
        rules: {name-lost: warning, source-unused: refuse, sources-missing: refuse}
        stages:
          - {name: styled, branch: "styled/{slug}", gate: {integrity: 95, rules: {name-lost: off}}}
          - {name: published, branch: main, gate: {integrity: 95}}
        mode: observe
        waivers: {by: ann@example.org, never: [quotation-altered]}
        """.utf8))
    let gates = policy.workflow.stages.map(\.gate)
    #expect(policy.rules(at: gates[0]).levels["name-lost"] == .off)
    #expect(policy.rules(at: gates[0]).levels["source-unused"] == .error)
    #expect(policy.rules(at: gates[1]).levels["name-lost"] == .warning)
    #expect(policy.mode == .observe)
    #expect(policy.waivers.people == ["ann@example.org"])
    #expect(policy.waivers.never == ["quotation-altered"])
  }

  @Test func allProblemsAreToldAtTheirPlaces() {
    let found = problems(
      """
      version: 2
      artikles: []
      language: 1
      stages:
        - {name: published, branch: main, gate: {integrity: 195}}
      stamp: heder
      """)
    #expect(found.count == 5)
    #expect(found.contains { $0.hasPrefix("1:10 ") && $0.contains("version 2") })
    #expect(
      found.contains { $0.hasPrefix("2:1 ") && $0.contains("artikles") && $0.contains("did you mean \"articles\"") })
    #expect(found.contains { $0.hasPrefix("3:11 ") })
    #expect(found.contains { $0.hasPrefix("5:") && $0.contains("integrity") })
    #expect(found.contains { $0.hasPrefix("6:8 ") && $0.contains("header") })
  }

  @Test(arguments: [
    ("rules: {figure-alterd: error}\n", "figure-alterd"), ("articles: []\n", "articles"),
    ("articles: [\"a.md\"]\n", "{slug}"), ("articles: {a: b}\n", "articles"), ("dossier: \"x.md\"\n", "dossier"),
    ("stages: []\n", "last stage"), ("stages: [{name: a}]\n", "branch"),
    ("stages: [{name: a, branch: \"{slug}\"}]\n", "branch"),
    ("stages: [{name: a b, branch: main}]\n", "name"), ("stages: [{name: a, branch: main, gate: {}}]\n", "integrity"),
    ("stages: [{name: a, branch: main, gate: {integrity: 95, against: b}}]\n", "against b"),
    ("stages: [{name: a, branch: main, gate: {integrity: 95, aginst: b}}]\n", "against"),
    ("sources: {require: [nam]}\n", "name"), ("sources: {reliability: 11}\n", "10"),
    ("style: {profile: conv}\n", "profile"), ("mode: observ\n", "did you mean \"observe\""),
    ("rules: {figure-altered: refuze}\n", "did you mean \"refuse\""),
    ("rules: {sources-missing: off}\n", "cannot be lowered"),
    ("stages: [{name: a, branch: main, gate: {integrity: 95, rules: {sources-placeholder: warning}}}]\n", "lowered"),
    ("stages: [{name: a, branch: main, gate: {integrity: 95, rules: {name-lots: off}}}]\n", "name-lost"),
    ("waivers: {by: [Ann]}\n", "Ann"), ("waivers: {never: [figure-alterd]}\n", "figure-altered"),
    ("waivers: {bye: []}\n", "\"by\""), ("waivers: []\n", "keys"),
    ("version: [", ""), ("\u{0}", ""), ("- a\n", "keys"), ("a: &a 1\nb: *a\n", ""),
    ("version: 1\nversion: 1\n", "version"),
  ])
  func otherPoliciesAreRefused(text: String, word: String) {
    let found = problems(text)
    #expect(!found.isEmpty)
    #expect(word.isEmpty || found.contains { $0.contains(word) }, "\(found)")
  }

  @Test func aTeamWritesItsOwnStyleProfile() throws {
    let policy = try policy(
      """
      style:
        profile: house
        profiles:
          house:
            - {measure: words, points: 60, from: 600, to: 1500}
            - {name: jargon, measure: phrases, phrases: [synergies], points: 40, each-costs: 2.5}
      """)
    #expect(policy.rules.style.name == "house")
    #expect(policy.rules.ownProfiles == [policy.rules.style])
    #expect(try self.policy("style: {profile: plain}").rules.style.name == "plain")
    #expect(try self.policy("").rules.style.name == "conversational")
  }

  @Test(arguments: [
    ("style: {profile: plan}", "1:18 there is no style profile \"plan\" (did you mean \"plain\"?)"),
    (
      "style: {profiles: {plain: [{measure: words, points: 100, from: 5}]}}",
      "1:20 the profile \"plain\" comes with the program, and cannot be another (choose a name of your own)"
    ),
    (
      "style:\n  profiles:\n    a:\n      - {measure: quesions, points: 100, from: 1}",
      "4:19 there is no measure \"quesions\" (did you mean \"questions\"?)"
    ),
    (
      "style:\n  profiles:\n    a:\n      - {measure: words, points: 90, from: 1}",
      "4:7 the points of the measures of \"a\" are 90 together, and must be 100 (give 10 more)"
    ),
    (
      "style:\n  profiles:\n    a:\n      - {measure: questions, points: 100}",
      "4:9 the measure does not say what it aims at (write 'from: …', 'to: …' or both, or 'each-costs: …')"
    ),
    (
      "style:\n  profiles:\n    a:\n      - {measure: questions, points: 100, from: 3, to: 2}",
      "4:49 \"from\" is more than \"to\" (exchange the two)"
    ),
    (
      "style:\n  profiles:\n    a:\n      - {measure: words, points: 100, from: 3, per-words: 100}",
      "4:59 \"per-words\" goes with limits of what is counted (leave it out)"
    ),
    (
      "style:\n  profiles:\n    a:\n      - {measure: lists, points: 100, from: 3, level: 2}",
      "4:48 unknown key \"level\""
    ),
  ])
  func whatIsWrongWithAProfileIsToldWithItsPlace(text: String, problem: String) {
    let found = problems(text)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix(problem) == true, "\(found)")
  }
}
