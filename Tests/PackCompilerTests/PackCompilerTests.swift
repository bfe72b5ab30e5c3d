import Languages
import StructuredText
import TestSupport
import Testing

@testable import PackCompiler

/// The program that makes tables of language packs, and what it says to whoever wrote a pack wrong.
@Suite struct PackCompilerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func compile(_ packs: [(name: String, text: String)], output: String = "out.swift") throws -> Subprocess {
    for pack in packs { try folder.write(pack.name, pack.text) }
    return try Subprocess.run(
      [EditorialProgram.folder() + "/PackCompiler", output] + packs.map(\.name), in: folder.path, environment: [:])
  }

  @Test func packsBecomeTheNumbersOfTheirTables() throws {
    let text = "tag: en\nstop words: [the, a]\n"
    let result = try compile([("en.yml", text), ("fr.yml", "tag: fr\n")])
    #expect(result.status == 0 && result.everything.isEmpty, "\(result.everything)")
    let written = String(decoding: try folder.read("out.swift"), as: UTF8.self)
    let tag = try #require(LanguageTag("en"))
    let numbers = try WrittenPack.numbers(of: Array(text.utf8), tag: tag)
    #expect(!numbers.isEmpty)
    let found = written.split(separator: "static let ").first { $0.hasPrefix("en:") } ?? ""
    let listed = found.split { !$0.isNumber }.compactMap { UInt64($0) }
    // The first one is that of the type, UInt64.
    #expect(Array(listed.dropFirst()) == numbers, "\(written)")
    #expect(written.contains("static let fr: [UInt64]"))
  }

  @Test(arguments: [
    // Each with the place that has to be named.
    ("tag: en\nstop words: [the, a\nunits: {}\n", "en.yml:3:6: "),
    ("tag: en\nunits:\n  m: [km]\n m: [x]\n", "en.yml:4:2: "),
    ("tag: en\nlabels: \"open\n", "en.yml:3:1: "),
    ("tag: en\nunits: {}\nunits: {}\n", "en.yml:3:1: "),
    ("tag: &name en\nother: *nobody\n", "en.yml:1:6: "),
  ]) func wrongPackIsRefusedWithItsPlace(text: String, place: String) throws {
    let result = try compile([("en.yml", text)])
    #expect(result.status == 1)
    #expect(result.errorText.hasPrefix(place), "\(result.everything)")
    #expect(result.errorText.split(separator: "\n").count == 1, "\(result.everything)")
    #expect(throws: TestSupportError.self, "nothing is written of a pack that is wrong") {
      try folder.read("out.swift")
    }
  }

  @Test func whatIsNoPackIsSaid() throws {
    #expect(try compile([("english language.yml", "tag: en\n")]).errorText.contains("is no language"))
    let missing = try Subprocess.run(
      [EditorialProgram.folder() + "/PackCompiler", "out.swift", "fr.yml"], in: folder.path, environment: [:])
    #expect(missing.status == 1 && missing.errorText == "fr.yml: it cannot be read.\n", "\(missing.everything)")
    let unwritable = try compile([("en.yml", "tag: en\n")], output: "no/such/folder.swift")
    #expect(unwritable.status == 1 && unwritable.errorText.contains("cannot be written"), "\(unwritable.everything)")
    let nothing = try Subprocess.run(
      [EditorialProgram.folder() + "/PackCompiler"], in: folder.path, environment: [:])
    #expect(nothing.status == 1 && nothing.errorText.hasPrefix("Usage: "), "\(nothing.everything)")
  }
}
