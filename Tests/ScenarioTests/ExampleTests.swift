import TestSupport
import Testing

/// The articles of `examples/` do what the tour and the README say of them.
@Suite struct ExampleTests {
  private static let slugs = [
    "cantines-gaspillage", "library-of-things", "school-heat-pumps", "velos-cargos-livraison",
  ]
  private static let restyledBadly = ["library-of-things", "velos-cargos-livraison"]

  @Test(arguments: slugs)
  func checkedVersionIsSourcedAndSupportedByItsDossier(slug: String) throws {
    let result = try score("factual.md", of: slug, "--dossier", "sources/\(slug)")
    #expect(result.status == 0, "\(result.everything)")
    #expect(result.text.contains("100.0"), "\(result.everything)")
  }

  @Test(arguments: slugs)
  func faithfulRestylingLosesNothing(slug: String) throws {
    let result = try score("styled.md", of: slug, "--against", "articles/\(slug)/factual.md")
    #expect(result.status == 0, "\(result.everything)")
    #expect(result.text.contains("100.0"), "\(result.everything)")
  }

  @Test(arguments: restyledBadly)
  func restylingWithoutSourcesScoresNothing(slug: String) throws {
    let result = try score("styled-without-sources.md", of: slug, "--against", "articles/\(slug)/factual.md")
    #expect(result.status == 1)
    #expect(result.text.contains(" 0.0"), "\(result.everything)")
  }

  @Test(arguments: zip(restyledBadly, [["43,100", "41,300"], ["43 %", "34 %"]]))
  func restylingWithAnotherFigureShowsBoth(slug: String, figures: [String]) throws {
    let result = try score("styled-wrong-figure.md", of: slug, "--against", "articles/\(slug)/factual.md")
    #expect(result.status == 1)
    for figure in figures { #expect(result.text.contains(figure), "\(result.everything)") }
  }

  @Test(arguments: slugs)
  func articleAgainstItselfIsWhole(slug: String) throws {
    for version in ["factual.md", "styled.md"] {
      let result = try score(version, of: slug, "--against", "articles/\(slug)/\(version)")
      #expect(result.text.contains("100.0"), "\(version): \(result.everything)")
    }
  }

  @Test func policyIsOneThatTheProgramReads() throws {
    let folder = try examples()
    let newsroom = try TestNewsroom(policy: nil)
    let policy = try Subprocess.run(
      ["cat", "editorial.yml"], in: folder, environment: newsroom.git.environment
    ).text
    try newsroom.git.commit("Adopt the example's policy", ["editorial.yml": policy])
    let result = try newsroom.editorial("check", "--all")
    #expect(result.status == 0, "\(result.everything)")
  }

  private func score(_ version: String, of slug: String, _ more: String...) throws -> Subprocess {
    let environment = try TestNewsroom.environment(home: "/nonexistent")
    return try Subprocess.run(
      [try EditorialProgram.path(), "score", "articles/\(slug)/\(version)"] + more, in: try examples(),
      environment: environment)
  }

  /// The folder of the examples, found from this file.
  private func examples(file: String = #filePath) throws -> String {
    let parts = file.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/examples"
  }
}
