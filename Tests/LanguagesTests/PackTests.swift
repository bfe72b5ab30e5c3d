import Foundation
import StructuredText
import Testing

@testable import LanguagePacks
@testable import Languages
@testable import PackCompiler

struct PackTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/LanguagePacks/Packs")
  private static let codes = LanguagePack.available.map(\.code)

  private func text(_ code: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: "\(code).yml"), encoding: .utf8)
  }

  @Test(arguments: codes) func eachPackHasEverySectionAndNoOther(_ code: String) throws {
    #expect(PackCheck.problems(in: try text(code), file: "\(code).yml") == [])
    #expect(try text(code).hasPrefix("tag: \(code)\n"))
  }

  /// What is built into the program is what the packs say.
  @Test(arguments: codes) func tablesAreMadeOfThePacks(_ code: String) throws {
    let tag = try #require(LanguageTag(code))
    #expect(try WrittenPack.numbers(of: Array(try text(code).utf8), tag: tag) == LanguagePack.numbers(for: tag))
  }

  /// A pack that is compiled and has no line among those available would be known to nobody.
  @Test func everyPackInTheFolderIsAvailable() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(files.filter { $0.hasSuffix(".yml") }.sorted() == Self.codes.map { "\($0).yml" }.sorted())
  }

  /// A table read back from its numbers finds what the one finds that is made of phrases.
  @Test func tablesAreReadBackAsTheyWereWritten() throws {
    let text = """
      tag: en
      stop words: [the, a]
      labels:
        version: ["Version:"]
      clitics: []
      units:
        length km 1000: [km, kilometre*]
        no unit: [x]
        duration h 3600: [h, "hour … long"]
      antonyms: [big = small, ease / speed = hamper / slow]
      contraries: [precise = vague]
      """
    let tag = try #require(LanguageTag("en"))
    let pack = LanguagePack(try WrittenPack.numbers(of: Array(text.utf8), tag: tag), tag: tag)
    let tokens = WordBreaker.tokens(of: Array("The kilometres of an hour that is long, x km".utf8))
    #expect(pack.stopWords.contains(tokens[0]))
    #expect(pack.units.match(tokens, at: 1)?.value.name == "km")
    let hour = try #require(pack.units.match(tokens, at: 4))
    #expect(hour.value.name == "h" && hour.count == 4)
    #expect(pack.units.match(tokens, at: tokens.count - 2) == nil)
    #expect(pack.areOpposites("small", "big") && !pack.areOpposites("small", "small"))
    #expect(["hamper", "slow"].allSatisfy { pack.areOpposites("ease", $0) && pack.areOpposites($0, "speed") })
    #expect(!pack.areOpposites("ease", "speed") && !pack.areOpposites("ease", "small"))
    #expect(pack.areOpposites("vague", "precise") && pack.hasOpposite("vague"))
    #expect(pack.isSecondOpposite("small") && !pack.isSecondOpposite("vague"))
    #expect(pack.negations.isEmpty && pack.partitives.isEmpty)
  }

  struct Fault: Sendable, CustomStringConvertible {
    let original: String
    let faulty: String
    let told: String
    var description: String { told }
  }

  static let faults = [
    Fault(original: "\nratios:", faulty: "\nratio:", told: "unknown section “ratio”; did you mean “ratios”?"),
    Fault(original: "  moreThan:", faulty: "  moreThn:", told: "unknown group “moreThn”; did you mean “moreThan”?"),
    Fault(original: "  1/3: [un", faulty: "  1/x: [un", told: "unknown group “1/x”"),
    Fault(original: "  length km 1000:", faulty: "  length 1000:", told: "unknown group “length 1000”"),
    Fault(original: "  12: [diciembre]", faulty: "  13: [diciembre]", told: "unknown group “13”; did you mean “1”?"),
    Fault(original: "legal = ilegal", faulty: "legal, ilegal", told: "an item of “antonyms” cannot be read: legal"),
    Fault(original: "decimal mark: \",\"", faulty: "decimal mark: \";\"", told: "“decimal mark” cannot be read"),
    Fault(original: "ratios: [", faulty: "ratios: [de cada, ", told: "“ratios” lists “de cada” twice"),
    Fault(original: "article ones: []", faulty: "article ones: un", told: "“article ones” must be a list"),
  ]

  @Test(arguments: faults) func faultIsToldWithItsLine(fault: Fault) throws {
    let whole = try text("es")
    let place = try #require(whole.firstRange(of: fault.original))
    let faulty = whole.replacingCharacters(in: place, with: fault.faulty)
    let before = whole[..<place.lowerBound].utf8.filter { $0 == 0x0A }.count
    let line = before + (fault.original.hasPrefix("\n") ? 2 : 1)
    #expect(PackCheck.problems(in: faulty, file: "es.yml").contains("es.yml:\(line): \(fault.told)"))
  }

  @Test func missingSectionAndMissingGroupAreTold() throws {
    let whole = try text("es")
    let start = try #require(whole.firstRange(of: "\ndate joiners:")).lowerBound
    let end = try #require(whole[start...].dropFirst().firstIndex(of: "\n"))
    let problems = PackCheck.problems(in: String(whole[..<start] + whole[end...]), file: "es.yml")
    #expect(problems == ["es.yml:1: the section “date joiners” is missing; where there is nothing to say, write “[]”"])
    let without = whole.replacing("  stable: [", with: "  steady: [")
    #expect(
      PackCheck.problems(in: without, file: "es.yml").contains { $0.hasSuffix("“stable” of “directions” is missing") })
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
