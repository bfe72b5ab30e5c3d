import Foundation
import Manuscripts
import Scoring

/// What it takes to score an article against its baseline in a process that runs already.
struct Cost {
  let runner: Runner

  /// The lengths that pairs are put together for, in bytes.
  private static let lengths = [10_000, 30_000, 100_000, 300_000, 1_000_000]
  /// How much is scored for each length, in bytes, so that a clock of some microseconds can measure it.
  private static let amount = 3_000_000

  /// A text, and its restyle.
  typealias Pair = (baseline: String, candidate: String)

  /// Returns one line for each length: the processor time of one pair, and of its kilobyte.
  func table(of specimens: [Specimen]) -> String {
    let pairs = specimens.map { runner.restyledPair(of: $0) }
    var lines = ["what scoring one pair costs, in processor time: the text, and a restyle of it"]
    for length in Self.lengths {
      let joined = Self.join(pairs, to: length)
      let bytes = joined.reduce(0) { $0 + $1.baseline.utf8.count }
      let rounds = max(1, Self.amount / bytes)
      // What a process does once has nothing to do with the pair.
      for pair in joined.prefix(3) { score(pair) }
      let start = Self.processorTime()
      for _ in 0..<rounds { for pair in joined { score(pair) } }
      let milliseconds = (Self.processorTime() - start) * 1000 / Double(rounds)
      lines.append(
        String(
          format: "%8.1f KB %9.2f ms %8.3f ms a KB   (%d pairs, %d times)",
          Double(bytes) / Double(joined.count) / 1000, milliseconds / Double(joined.count),
          milliseconds / Double(bytes) * 1000, joined.count, rounds))
    }
    return lines.joined(separator: "\n")
  }

  private func score(_ pair: Pair) {
    let parser = ArticleParser()
    let card = Scorer(isOneOfMany: true).scorecard(
      candidate: parser.article(from: Array(pair.candidate.utf8)),
      baseline: parser.article(from: Array(pair.baseline.utf8)))
    precondition(card.integrity.value <= 1000)
  }

  /// Joins articles in their order, and from the first again after the last, to as many texts of a length as they give; at
  /// least one.
  private static func join(_ pairs: [Pair], to length: Int) -> [Pair] {
    var joined: [Pair] = []
    var open: Pair = ("", "")
    func isFull() -> Bool { open.baseline.utf8.count >= length * 9 / 10 }
    func add(_ pair: Pair) {
      open =
        open.baseline.isEmpty
        ? pair : (open.baseline + "\n\n" + pair.baseline, open.candidate + "\n\n" + pair.candidate)
    }
    for pair in pairs {
      add(pair)
      guard isFull() else { continue }
      joined.append(open)
      open = ("", "")
    }
    guard joined.isEmpty else { return joined }
    while !isFull() { pairs.forEach(add) }
    return [open]
  }

  /// In seconds, of all threads.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
