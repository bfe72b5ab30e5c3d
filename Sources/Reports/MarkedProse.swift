package import Facts
import Manuscripts
import Scoring
import StructuredText
import Wording

/// The prose of an article with what became of the baseline's facts marked where it stands.
struct MarkedProse {
  enum Piece: Equatable {
    case plain(String)
    /// Words of the baseline that are not here.
    case old(String)
    /// Words that the baseline does not have.
    case new(String)
    /// A fact of the baseline that is here.
    case kept(String)
  }

  struct Paragraph {
    /// The heading that it stands under.
    let heading: String?
    let pieces: [Piece]
  }

  /// Those in which a fact is not as it was, in the order of the text.
  let paragraphs: [Paragraph]
  /// Words of the baseline that no place of the text answers.
  let homeless: [String]
  /// How many other paragraphs there are.
  let untouched: Int

  private struct Mark {
    let range: Range<Int>
    let pieces: [Piece]
    let isFault: Bool
  }

  init(_ report: Report, candidate: FactSheet, baseline: FactSheet) {
    let comparison = FactComparison(candidate: candidate, baseline: baseline)
    let sentences = baseline.passage.sentences.indices.map { (place: baseline.place(ofSentence: $0), index: $0) }
      .sorted { ($0.place.start, $0.index) < ($1.place.start, $1.index) }
    let text = { (range: TextRange, bytes: [UInt8]) in
      String(decoding: bytes[range.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    var marks: [Mark] = []
    var homeless: [String] = []
    for finding in report.findings where TextRenderer.weighs(finding) && finding.elsewhere == nil {
      let old = finding.baseline.map { text($0, baseline.article.bytes) }
      let isLoss = finding.candidate == nil || finding.rule.name.hasSuffix("-lost")
      if let range = finding.candidate, !isLoss {
        let new = Piece.new(text(range, candidate.article.bytes))
        let isPair = finding.rule.name.hasSuffix("-altered") || finding.rule.name.hasSuffix("-shortened")
        let shown = old.flatMap { isPair ? [.old($0), new] : nil } ?? [new]
        marks.append(Mark(range: range.range, pieces: shown, isFault: true))
      } else if let old, let origin = finding.baseline {
        let next = sentences.partitioningIndex { $0.place.start > origin.start }
        let sentence = next > 0 && origin.start < sentences[next - 1].place.end ? sentences[next - 1].index : nil
        if let end = sentence.flatMap({ Self.counterpart(of: $0, in: comparison) }) {
          marks.append(Mark(range: end..<end, pieces: [.plain(" "), .old(old)], isFault: true))
        } else {
          homeless.append(old)
        }
      }
    }
    for fact in Set(comparison.amounts.restatements.joined()) where !candidate.facts[fact].isIncidental {
      let range = candidate.place(of: candidate.facts[fact])
      marks.append(Mark(range: range.range, pieces: [.kept(text(range, candidate.article.bytes))], isFault: false))
    }
    // A fault is told rather than what was kept, and the first of two at one place.
    marks.sort { ($0.range.lowerBound, $0.isFault ? 0 : 1) < ($1.range.lowerBound, $1.isFault ? 0 : 1) }
    let found = Self.paragraphs(of: candidate, marks)
    paragraphs = found.paragraphs
    untouched = found.untouched
    self.homeless = homeless
  }

  /// The end of the sentence that answers one of the baseline.
  private static func counterpart(of sentence: Int, in comparison: FactComparison) -> Int? {
    comparison.alignment.ofBaseline[sentence].first.map { comparison.candidate.place(ofSentence: $0.sentence).end }
  }

  private static func paragraphs(
    of sheet: FactSheet, _ marks: [Mark]
  ) -> (paragraphs: [Paragraph], untouched: Int) {
    let bytes = sheet.article.bytes
    var result: [Paragraph] = []
    var untouched = 0
    var heading: String?
    var next = 0
    for block in sheet.passage.tree.blocks.sorted(by: { $0.range < $1.range }) {
      let range = block.range.range.clamped(to: 0..<bytes.count)
      var pieces: [Piece] = []
      var done = range.lowerBound
      var isTouched = false
      while next < marks.count, marks[next].range.lowerBound < range.lowerBound { next += 1 }
      while next < marks.count, marks[next].range.lowerBound <= range.upperBound {
        let mark = marks[next]
        next += 1
        guard mark.range.lowerBound >= done, mark.range.upperBound <= range.upperBound else { continue }
        pieces.append(.plain(String(decoding: bytes[done..<mark.range.lowerBound], as: UTF8.self)))
        pieces += mark.pieces
        done = mark.range.upperBound
        isTouched = isTouched || mark.isFault
      }
      pieces.append(.plain(String(decoding: bytes[done..<range.upperBound], as: UTF8.self)))
      let isHeading = if case .heading = block.kind { true } else { false }
      if isTouched {
        result.append(Paragraph(heading: isHeading ? nil : heading, pieces: pieces))
      } else if !isHeading {
        untouched += 1
      }
      if isHeading { heading = String(decoding: bytes[range], as: UTF8.self) }
    }
    return (result, untouched)
  }
}

extension TextRenderer {
  /// Returns the change of both scores, then the prose of the later version with its facts marked in place.
  ///
  /// - Parameters:
  ///   - candidate: the facts of the later version.
  ///   - baseline: the facts that both are measured against.
  package func wordDiff(_ diff: ScoreDiff, candidate: FactSheet, baseline: FactSheet) -> String {
    let prose = MarkedProse(diff.to, candidate: candidate, baseline: baseline)
    var lines = heading(diff)
    var heading: String?
    for paragraph in prose.paragraphs {
      lines.append("")
      if let own = paragraph.heading, own != heading {
        lines += wrapped(paint(.strong, DisplayText.safe(own)), hanging: 2)
        heading = own
      }
      lines += flowed(paragraph.pieces)
    }
    if !prose.homeless.isEmpty {
      lines += ["", paint(.strong, worded("With no place in the text:", fr: "Sans place dans le texte :"))]
      lines += prose.homeless.flatMap { flowed([.old($0)]) }
    }
    if prose.paragraphs.isEmpty, prose.homeless.isEmpty {
      lines += [
        "",
        worded(
          "Every fact is as it was.",
          fr: "Tous les faits sont comme ils étaient."),
      ]
    }
    if prose.untouched > 0 {
      lines += [
        "",
        worded(
          "\(counted(prose.untouched, "other paragraph", fr: "autre paragraphe", "autres paragraphes")): no fact is lost or changed there.",
          fr: """
            \(counted(prose.untouched, "other paragraph", fr: "autre paragraphe", "autres paragraphes")) : aucun fait \
            n'y est perdu ni modifié.
            """),
      ]
    }
    return Self.joined(lines)
  }

  /// Returns pieces as one paragraph, broken at blanks, each word in the colour of its piece.
  private func flowed(_ pieces: [MarkedProse.Piece]) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var gap = ""
    for piece in pieces {
      let (role, open, words, close): (Paint.Role?, String, String, String) =
        switch piece {
        case .plain(let words): (nil, "", words, "")
        case .old(let words): (.error, "[-", words, "-]")
        case .new(let words): (.passed, "{+", words, "+}")
        case .kept(let words): (.strong, "", words, "")
        }
      let marked = open + words + close
      if marked.first?.isWhitespace == true, !line.isEmpty { gap = " " }
      for word in marked.split(whereSeparator: \.isWhitespace) {
        let safe = DisplayText.safe(String(word))
        let width = DisplayText.width(safe)
        if used > 0, used + gap.utf8.count + width > self.width, gap == " " {
          lines.append(line)
          (line, used, gap) = ("", 0, "")
        }
        line += gap + (role.map { paint($0, safe) } ?? safe)
        used += gap.utf8.count + width
        gap = " "
      }
      gap = marked.last?.isWhitespace == true ? " " : ""
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension MarkdownRenderer {
  /// Returns the same for a comment on a pull request: what is not there any more is struck through, what is new is bold.
  package func wordDiff(_ diff: ScoreDiff, candidate: FactSheet, baseline: FactSheet) -> String {
    let prose = MarkedProse(diff.to, candidate: candidate, baseline: baseline)
    var text = "#### \(MarkdownText.escaped(diff.to.name))\n\n"
    text += worded(
      "integrity \(diff.from.integrity?.description ?? "–") → \(diff.to.integrity?.description ?? "–")\n",
      fr: "intégrité \(diff.from.integrity?.shown ?? "–") → \(diff.to.integrity?.shown ?? "–")\n")
    var omitted = 0
    for paragraph in prose.paragraphs + prose.homeless.map({ .init(heading: nil, pieces: [.old($0)]) }) {
      let words = paragraph.pieces.map(Self.markdown).joined()
        .split(whereSeparator: \.isNewline).joined(separator: " ")
      if text.utf8.count + words.utf8.count > Self.most { omitted += 1 } else { text += "\n> \(words)\n" }
    }
    if prose.paragraphs.isEmpty, prose.homeless.isEmpty {
      text += worded(
        "\nEvery fact is as it was.\n",
        fr: "\nTous les faits sont comme ils étaient.\n")
    }
    if omitted > 0 {
      text += worded(
        "\nand \(counted(omitted, "more paragraph", fr: "autre paragraphe", "autres paragraphes")).\n",
        fr: "\net \(counted(omitted, "more paragraph", fr: "autre paragraphe", "autres paragraphes")).\n")
    }
    return text
  }

  private static func markdown(_ piece: MarkedProse.Piece) -> String {
    func flat(_ words: String) -> String {
      MarkdownText.escaped(words.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    switch piece {
    case .plain(let words): return flat(words)
    case .old(let words): return "<del>\(flat(words))</del>"
    case .new(let words): return "<ins>**\(flat(words))**</ins>"
    case .kept(let words): return "**\(flat(words))**"
    }
  }
}
