import Dispatch
import Manuscripts
import Reports
import Scoring
import StructuredText
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
  private struct Pair {
    /// The caller's name for a pair, a string or a whole number; it goes back as it came.
    let id: JSONRenderer.BatchID
    let baseline: String?
    let candidate: String

    /// Why a line is no pair.
    enum Problem: Error {
      case noObject
      case missing(String)
      case noText(String)
    }

    init(_ bytes: [UInt8]) throws(Problem) {
      guard let node = try? JSONReader.node(in: bytes, isRepairing: false), node.entries != nil else {
        throw .noObject
      }
      guard let id = node["id"] else { throw .missing("id") }
      if let text = Self.text(id) {
        self.id = .text(text)
      } else if let number = id.text.flatMap({ text in Int(text) ?? Double(text).flatMap { Int(exactly: $0) } }) {
        self.id = .number(number)
      } else {
        throw .noText("id")
      }
      switch node["baseline"] {
      case .scalar(let scalar)? where scalar.isPlain && scalar.text == "null": baseline = nil
      case let node?:
        guard let text = Self.text(node) else { throw .noText("baseline") }
        baseline = text
      case nil: baseline = nil
      }
      guard let node = node["candidate"] else { throw .missing("candidate") }
      guard let text = Self.text(node) else { throw .noText("candidate") }
      candidate = text
    }

    private static func text(_ node: Node) -> String? {
      if case .scalar(let scalar) = node, !scalar.isPlain { scalar.text } else { nil }
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
      pair = try Pair(bytes)
    } catch {
      return self.error(line, Self.explanation(of: error))
    }
    let candidate = LocatedText(path: "candidate", bytes: Array(pair.candidate.utf8))
    let baseline = pair.baseline.map { LocatedText(path: "baseline", bytes: Array($0.utf8)) }
    let article = ArticleParser().article(from: candidate.bytes)
    let card = scorer.scorecard(
      candidate: article,
      baseline: baseline.map {
        $0.bytes == candidate.bytes ? article : ArticleParser().article(from: $0.bytes, knowing: article)
      },
      dossier: dossier)
    return Answer(
      text: JSONRenderer().batchLine(id: pair.id, candidate: candidate, baseline: baseline, scorecard: card),
      isError: false)
  }

  private func error(_ line: LineInput.Line, _ message: String) -> Answer {
    Answer(text: JSONRenderer().batchErrorLine(line: line.number, message: message), isError: true)
  }

  private static func explanation(of problem: Pair.Problem) -> String {
    switch problem {
    case .noObject:
      worded("this is no JSON object on one line", fr: "ceci n'est pas un objet JSON sur une ligne")
    case .missing(let key):
      worded("the object has no \"\(key)\"", fr: "l'objet n'a pas de « \(key) »")
    case .noText(let key):
      worded("\"\(key)\" is no text", fr: "« \(key) » n'est pas un texte")
    }
  }
}
