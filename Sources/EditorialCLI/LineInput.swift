import StructuredText
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads lines from a descriptor as they come, without waiting for more than there is.
struct LineInput {
  struct Line: Sendable {
    enum Content: Sendable {
      case bytes([UInt8])
      /// The line was longer than allowed, and was skipped.
      case tooLong
    }
    /// 1-based.
    let number: Int
    /// Without its line feed.
    let content: Content
  }

  private let descriptor: Int32
  private let longestLine: Int
  private var pending: [UInt8] = []
  /// How many bytes of `pending` were searched for a line feed already.
  private var searched = 0
  private var number = 0
  private var isSkipping = false
  private var isAtEnd = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)

  init(descriptor: Int32, longestLine: Int) {
    self.descriptor = descriptor
    self.longestLine = longestLine
  }

  /// Waits for at least one line, and returns it with those that follow at once, up to about `limit` bytes.
  ///
  /// - Returns: `nil` at the end of the input.
  mutating func next(upTo limit: Int) throws -> [Line]? {
    var lines: [Line] = []
    var size = 0
    while !isAtEnd, size < limit, lines.isEmpty || isReady {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(
          worded("read standard input", fr: "lire l'entrée standard"), because: FileReader.explanation(of: errno))
      }
      isAtEnd = count == 0
      size += count
      pending += chunk[..<count]
      takeLines(into: &lines)
    }
    return lines.isEmpty ? nil : lines
  }

  private mutating func takeLines(into lines: inout [Line]) {
    var start = 0
    while let end = pending.firstIndex(of: UInt8(ascii: "\n"), in: max(start, searched)..<pending.count) {
      append(pending[start..<end], to: &lines)
      start = end + 1
      searched = start
    }
    if isAtEnd, start < pending.count || isSkipping {
      append(pending[start...], to: &lines)
      start = pending.count
    }
    pending.removeFirst(start)
    searched = pending.count
    if pending.count > longestLine {
      isSkipping = true
      pending.removeAll()
      searched = 0
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, to lines: inout [Line]) {
    number += 1
    let isTooLong = isSkipping || bytes.count > longestLine
    lines.append(Line(number: number, content: isTooLong ? .tooLong : .bytes(Array(bytes))))
    isSkipping = false
  }

  /// Whether a read would return at once.
  private var isReady: Bool {
    var status = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&status, 1, 0) > 0
  }
}
