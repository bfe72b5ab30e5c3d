import Dispatch
import FoundationEssentials
import Manuscripts
import Reports
import Scoring
import Synchronization
import Wording

/// `score --batch`: pairs come in as JSON lines and go out as JSON lines, in the same order, while they come.
///
/// Memory is bounded by the lines in flight: what has been read ahead, at most `readAhead` bytes and one line.
struct BatchScoring {
  let scorer: Scorer
  let dossier: [Article]
  let terminal: Terminal

  private static let readAhead = 4 << 20

  /// One line of the input.
  private struct Pair: Decodable {
    let id: ID
    let baseline: String?
    let candidate: String

    /// The caller's name for a pair, a string or a whole number; it goes back as it came.
    enum ID: Decodable {
      case text(String)
      case number(Int)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }
  }

  /// - Returns: `couldNotJudge` when a line could not be read, else `passed`: a batch measures, no gate stands behind it.
  func run(input descriptor: Int32 = 0) throws -> ExitStatus {
    var input = LineInput(descriptor: descriptor, longestLine: FileReader.limit)
    var status = ExitStatus.passed
    while let lines = try input.next(upTo: Self.readAhead) {
      let answers = answers(to: lines)
      if answers.contains(where: \.isError) { status = .couldNotJudge }
      guard try terminal.write(answers.map(\.text).joined()) else { break }
    }
    return status
  }

  private struct Answer: Sendable {
    let text: String
    let isError: Bool
  }

  /// Answers the lines on all cores; each answer depends on its own line alone.
  private func answers(to lines: [LineInput.Line]) -> [Answer] {
    if lines.count == 1 { return [answer(to: lines[0])].compactMap { $0 } }
    let answers = Mutex<[Answer?]>(Array(repeating: nil, count: lines.count))
    DispatchQueue.concurrentPerform(iterations: lines.count) { index in
      let answer = self.answer(to: lines[index])
      answers.withLock { $0[index] = answer }
    }
    return answers.withLock { $0.compactMap { $0 } }
  }

  /// - Returns: `nil` for a blank line.
  private func answer(to line: LineInput.Line) -> Answer? {
    let bytes: [UInt8]
    switch line.content {
    case .tooLong:
      return error(
        line,
        worded(
          "the line is longer than 64 MB, which no pair of articles is",
          fr: "la ligne dépasse 64 Mo, ce qu'aucune paire d'articles ne fait"))
    case .bytes(let content): bytes = content
    }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    let pair: Pair
    do {
      pair = try JSONDecoder().decode(Pair.self, from: Data(bytes))
    } catch let error as DecodingError {
      return self.error(line, Self.explanation(of: error))
    } catch {
      return self.error(line, Self.notJSON)
    }
    let candidate = LocatedText(path: "candidate", bytes: Array(pair.candidate.utf8))
    let baseline = pair.baseline.map { LocatedText(path: "baseline", bytes: Array($0.utf8)) }
    let article = ArticleParser().article(from: candidate.bytes)
    let card = scorer.scorecard(
      candidate: article,
      baseline: baseline.map { $0.bytes == candidate.bytes ? article : ArticleParser().article(from: $0.bytes) },
      dossier: dossier)
    let id: JSONRenderer.BatchID =
      switch pair.id {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      }
    return Answer(
      text: JSONRenderer().batchLine(id: id, candidate: candidate, baseline: baseline, scorecard: card),
      isError: false)
  }

  private func error(_ line: LineInput.Line, _ message: String) -> Answer {
    Answer(text: JSONRenderer().batchErrorLine(line: line.number, message: message), isError: true)
  }

  private static let notJSON = worded(
    "this is no JSON object on one line",
    fr: "ceci n'est pas un objet JSON sur une ligne")

  private static func explanation(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _):
      worded(
        "the object has no \"\(key.stringValue)\"",
        fr: "l'objet n'a pas de « \(key.stringValue) »")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.last.map {
        worded(
          "\"\($0.stringValue)\" is no text",
          fr: "« \($0.stringValue) » n'est pas un texte")
      } ?? notJSON
    default: notJSON
    }
  }
}
