import StructuredText
import Testing

@testable import Languages

struct PackTests {
  private static let codes = LanguagePack.available.map(\.code)

  private func text(_ code: String) throws -> String {
    let pack = try #require(LanguagePack.texts.first { $0.tag?.code == code })
    return String(decoding: pack.text(), as: UTF8.self)
  }

  @Test(arguments: codes) func eachPackHasEverySectionAndNoOther(_ code: String) throws {
    #expect(PackCheck.problems(in: try text(code), file: "\(code).yml") == [])
    #expect(try text(code).hasPrefix("tag: \(code)\n"))
  }

  /// What the program reads of a pack is what YAML says.
  @Test(arguments: codes) func packsAreReadAsYAML(_ code: String) throws {
    let bytes = Array(try text(code).utf8)
    let pack = PackText(bytes)
    let entries = try #require(try YAMLReader.node(in: bytes, range: TextRange(0, bytes.count))?.entries)
    #expect(pack.sections.map(\.name) == entries.map(\.key.text))
    for (section, entry) in zip(pack.sections, entries) {
      let groups = entry.value.entries?.map { ($0.key.text, $0.value) } ?? [("", entry.value)]
      #expect(pack[section.name].map(\.name) == groups.map(\.0), "\(section.name)")
      for (group, node) in zip(pack[section.name], groups.map(\.1)) {
        #expect(pack.items[group.items].map(pack.text) == (node.items ?? [node]).compactMap(\.text), "\(section.name)")
      }
    }
  }

  @Test(arguments: codes) func headOfAPackIsReadWithoutTheRest(_ code: String) throws {
    let bytes = Array(try text(code).utf8)
    let head = PackText(bytes, upTo: "labels")
    #expect(head.sections.map(\.name) == ["tag", "decimal mark", "labels"])
    #expect(head["labels"].map(\.name) == ArticleLabel.allCases.map(\.rawValue))
    #expect(
      PackText(bytes, upTo: "stop words")["stop words"].map(\.items.count)
        == PackText(bytes)["stop words"].map(\.items.count))
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
