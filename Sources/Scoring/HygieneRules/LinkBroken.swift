import Facts
import Languages
import Manuscripts
import StructuredText
import Wording

/// A link within the site leads nowhere.
enum LinkBroken: Rule {
  static let description = RuleDescription(
    id: "link-broken",
    summary: worded(
      "a link within the site leads to no file, or to no heading of the article",
      fr: "un lien interne au site ne mène à aucun fichier, ou à aucun titre de l'article"),
    rationale: worded(
      """
      Files are looked for in the same commit as the article, where one of the usual site generators would find them, \
      and anchors among the article’s own headings. A page that a generator may yet make is a note at most, and \
      links to other sites are not looked at.
      """,
      fr: """
        Les fichiers sont cherchés dans le même commit que l'article, là où un des générateurs de sites courants les \
        trouverait, et les ancres parmi les titres de l'article. Une page qu'un générateur peut encore faire n'est \
        qu'une note, et les liens vers d'autres sites ne sont pas regardés.
        """),
    defaultSeverity: .warning, points: nil, cap: nil,
    failing: RuleDescription.Example(
      files: ["articles/night-trains.md"],
      candidate: """
        [As we told](⟦night-train.md⟧), the line opened in spring (Source: Harbour office).

        ## Sources

        1. **Harbour office**
           - URL: https://harbour-office.org/line
        """),
    passing: RuleDescription.Example(
      files: ["articles/night-trains.md"],
      candidate: """
        [As we told](night-trains.md), the line opened in spring ([sources](#sources): Harbour office).

        ## Sources

        1. **Harbour office**
           - URL: https://harbour-office.org/line
        """))

  static func violations(in manuscript: Manuscript) -> [Violation] {
    let targets = manuscript.candidate.article.localTargets.filter { $0.kind == .link && $0.path.isEmpty }
    return manuscript.missing.filter { $0.target.kind == .link }.map(violation)
      + (targets.isEmpty ? [] : lostAnchors(targets, in: manuscript.candidate))
  }

  private static func violation(_ missing: MissingTarget) -> Violation {
    let target = missing.target
    return Violation(
      worded(
        "The link \(quoted(target.destination)) leads nowhere: \(missing.absence)",
        fr: "Le lien \(quoted(target.destination)) ne mène nulle part : \(missing.absence)"),
      remedy: target.path.hasPrefix("www.") ? addressRemedy : missing.isCertain ? fileRemedy : pageRemedy,
      candidate: target.range, key: target.destination, severity: missing.isCertain ? nil : .note)
  }

  // MARK: Anchors

  /// Anchors that no way of making them would make of a heading of the article.
  private static func lostAnchors(_ targets: [LocalTarget], in sheet: FactSheet) -> [Violation] {
    let headings = headings(in: sheet)
    let known = Set(headings.flatMap { [$0.letters, plainLetters(of: $0.text)] })
    let written = writtenAnchors(in: sheet.article)
    return targets.compactMap { target in
      guard let anchor = target.anchor else {
        return Violation(
          worded("The link has no address", fr: "Le lien n'a pas d'adresse"), remedy: emptyRemedy,
          candidate: target.range, key: "")
      }
      let spellings = [words(of: Array(anchor.utf8)).joined(), plainLetters(of: anchor.utf8)]
      guard !spellings.contains(""), !isMadeByProgram(anchor), !written.contains(anchor),
        !spellings.contains(where: { known.contains($0) || known.contains(withoutNumber($0)) })
      else { return nil }
      let nearest = Spelling.nearest(to: anchor, among: headings.map(\.anchor))
      // An anchor of one word may be a part of every page of the site, such as its comments.
      let isOwn = nearest != nil || anchor.utf8.contains(UInt8(ascii: "-"))
      return Violation(
        worded(
          "The link \(quoted("#" + anchor)) leads nowhere: no heading of the article has this name",
          fr: "Le lien \(quoted("#" + anchor)) ne mène nulle part : aucun titre de l'article ne porte ce nom"),
        remedy: nearest.map {
          worded(
            "Write “#\($0)”, or take the link out",
            fr: "Écrivez « #\($0) », ou retirez le lien")
        } ?? headingRemedy,
        candidate: target.range, key: "#" + anchor, severity: isOwn ? nil : .note)
    }
  }

  private struct Heading {
    let text: ArraySlice<UInt8>
    let words: [String]
    /// As most generators write it: `what-it-costs`.
    var anchor: String { words.joined(separator: "-") }
    var letters: String { words.joined() }
  }

  private static func headings(in sheet: FactSheet) -> [Heading] {
    let tree = sheet.article.tree
    return tree.blocks.compactMap { block in
      guard case .heading = block.kind else { return nil }
      let text = tree.text.bytes[block.text]
      return Heading(text: text, words: words(of: Array(text)))
    }
  }

  /// The words without accents and marks: generators differ in what they make of those, and of blanks.
  private static func words(of text: [UInt8]) -> [String] {
    WordBreaker.tokens(of: text).compactMap { token in
      let letters = token.folded.unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
      return letters.isEmpty ? nil : String(String.UnicodeScalarView(letters))
    }
  }

  /// What is left where a generator drops every letter that has an accent.
  private static func plainLetters(of text: some Sequence<UInt8>) -> String {
    String(
      decoding: text.compactMap { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: nil
        }
      }, as: UTF8.self)
  }

  /// A second heading of the same words has a number behind its anchor.
  private static func withoutNumber(_ letters: String) -> String {
    String(decoding: letters.utf8.reversed().drop { (0x30...0x39).contains($0) }.reversed(), as: UTF8.self)
  }

  /// The anchors of footnotes, and the top of a page.
  private static func isMadeByProgram(_ anchor: String) -> Bool {
    anchor == "top" || ["fn", "user-content-", ":~:"].contains { anchor.hasPrefix($0) }
  }

  /// The anchors that the article names itself: `<a id="…">`, `{#…}`.
  private static func writtenAnchors(in article: Article) -> Set<String> {
    let bytes = article.bytes
    var found: Set<String> = []
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "#") || byte == UInt8(ascii: "=") {
      guard index > 1 else { continue }
      var start = index + 1
      if byte == UInt8(ascii: "#") {
        guard bytes[index - 1] == UInt8(ascii: "{") else { continue }
      } else {
        guard bytes[..<index].suffix(2).elementsEqual("id".utf8) || bytes[..<index].suffix(4).elementsEqual("name".utf8)
        else { continue }
        if start < bytes.count, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") { start += 1 }
      }
      let name = bytes[start...].prefix(200).prefix { $0 > 0x20 && !Array("\"'>}".utf8).contains($0) }
      found.insert(String(decoding: name, as: UTF8.self))
    }
    return found
  }

  private static let fileRemedy = worded(
    "Add the file, or correct the address",
    fr: "Ajoutez le fichier, ou corrigez l'adresse")
  private static let pageRemedy = worded(
    "Correct the address, unless the site makes this page",
    fr: "Corrigez l'adresse, à moins que le site ne fasse cette page")
  private static let addressRemedy = worded(
    "Begin the address of another site with https://",
    fr: "Faites commencer l'adresse d'un autre site par https://")
  private static let headingRemedy = worded(
    "Name a heading that is there, or take the link out",
    fr: "Nommez un titre qui existe, ou retirez le lien")
  private static let emptyRemedy = worded(
    "Give the address, or take the link out",
    fr: "Donnez l'adresse, ou retirez le lien")
}
