package import Facts
import Scoring
import Wording

extension HTMLRenderer {
  /// Returns a page with the prose of later versions: what is not there any more is struck through, what is new underlined.
  ///
  /// - Parameter sheets: the facts of the later version, and those that both are measured against.
  package func wordDiff(_ diffs: [(diff: ScoreDiff, sheets: (candidate: FactSheet, baseline: FactSheet))]) -> String {
    let sections = diffs.enumerated().map { number, pair in
      let prose = MarkedProse(pair.diff.to, candidate: pair.sheets.candidate, baseline: pair.sheets.baseline)
      return section(on: pair.diff, prose, number: number)
    }
    return document(title: title(of: diffs.map(\.diff)), head: "", skipping: "change-0", body: sections.joined())
  }

  private func section(on diff: ScoreDiff, _ prose: MarkedProse, number: Int) -> String {
    var body = ""
    var heading: String?
    for paragraph in prose.paragraphs {
      if let own = paragraph.heading, own != heading {
        // The article's own mark of a heading; the page has another.
        body += "<h3 dir=\"auto\">\(HTMLText.escaped(String(own.drop { $0 == "#" || $0 == " " })))</h3>\n"
        heading = own
      }
      body += "<p dir=\"auto\">\(paragraph.pieces.map(Self.html).joined())</p>\n"
    }
    if !prose.homeless.isEmpty {
      let title = worded("With no place in the text", fr: "Sans place dans le texte")
      body += "<h3>\(title)</h3>\n"
      body += prose.homeless.map { "<p dir=\"auto\">\(Self.html(.old($0)))</p>\n" }.joined()
    }
    if body.isEmpty {
      body = "<p>\(worded("Every fact is as it was.", fr: "Tous les faits sont comme ils étaient."))</p>\n"
    }
    return """
      <section class="article" id="change-\(number)" aria-labelledby="change-\(number)-title">
      <h2 id="change-\(number)-title" dir="auto">\(HTMLText.escaped(diff.to.name))</h2>
      <p>\(worded("integrity", fr: "intégrité")) \(diff.from.integrity?.shown ?? "–") → \
      \(Self.score(diff.to.integrity, passed: diff.to.isPassed))</p>
      \(body)</section>

      """
  }

  private static func html(_ piece: MarkedProse.Piece) -> String {
    switch piece {
    case .plain(let words): HTMLText.escaped(words)
    case .old(let words): "<del class=\"bad\">\(HTMLText.escaped(words))</del>"
    case .new(let words): "<ins class=\"good\">\(HTMLText.escaped(words))</ins>"
    case .kept(let words): "<strong>\(HTMLText.escaped(words))</strong>"
    }
  }
}

extension JSONRenderer {
  /// Returns the prose of a later version, piece by piece.
  package func wordDiff(_ diff: ScoreDiff, candidate: FactSheet, baseline: FactSheet, pretty: Bool) -> String {
    let prose = MarkedProse(diff.to, candidate: candidate, baseline: baseline)
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("article", diff.to.slug)
      writer.list("paragraphs", of: prose.paragraphs) { writer, paragraph in
        writer.object { writer in
          writer.member("heading", paragraph.heading)
          writer.key("pieces")
          writer.array { writer in
            for piece in paragraph.pieces { Self.write(piece, to: &writer) }
          }
        }
      }
      writer.list("homeless", of: prose.homeless) { $0.value($1) }
      writer.member("untouched", prose.untouched)
    }
    return writer.text + "\n"
  }

  private static func write(_ piece: MarkedProse.Piece, to writer: inout JSONWriter) {
    let (kind, words) =
      switch piece {
      case .plain(let words): ("plain", words)
      case .old(let words): ("old", words)
      case .new(let words): ("new", words)
      case .kept(let words): ("kept", words)
      }
    if words.isEmpty { return }
    writer.item()
    writer.object { writer in
      writer.member("kind", kind)
      writer.member("words", words)
    }
  }
}
