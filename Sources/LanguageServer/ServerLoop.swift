import StructuredText

/// Reads what an editor sends, hands it to a session in order, and writes the answers.
package struct ServerLoop {
  /// Waits for bytes; an empty array is the end of the input.
  let read: () throws -> [UInt8]
  /// Whether `read` would return at once.
  let isReady: () -> Bool
  /// Writes all of a text; false when nobody reads any more.
  let write: (String) throws -> Bool

  /// How much is read before what is there is answered.
  private static let readAhead = 4 << 20

  package init(
    read: @escaping () throws -> [UInt8], isReady: @escaping () -> Bool, write: @escaping (String) throws -> Bool
  ) {
    self.read = read
    self.isReady = isReady
    self.write = write
  }

  /// Runs a session to its end.
  ///
  /// - Returns: whether the editor said good-bye as the protocol asks: `shutdown`, then `exit`.
  package func run(_ session: LanguageSession) throws -> Bool {
    var frames = FrameReader()
    var isAtEnd = false
    while !isAtEnd, session.hasEndedWell == nil {
      var size = 0
      repeat {
        let bytes = try read()
        frames.add(bytes)
        size += bytes.count
        isAtEnd = bytes.isEmpty
      } while !isAtEnd && size < Self.readAhead && isReady()
      answer(&frames, session)
      // A text that changes again at once need not be judged before.
      if session.hasEndedWell == nil, !isReady() || isAtEnd { session.judgeAll() }
      guard try write(session.takeOutgoing()) else { return false }
    }
    return session.hasEndedWell ?? false
  }

  private func answer(_ frames: inout FrameReader, _ session: LanguageSession) {
    var waiting: [FrameReader.Frame] = []
    while let frame = frames.next() { waiting.append(frame) }
    let messages = waiting.map { frame -> Result<ProtocolMessage, BrokenFrame> in
      switch frame {
      case .message(let bytes): .success(ProtocolMessage(bytes))
      case .broken(let flaw): .failure(BrokenFrame(flaw: flaw))
      }
    }
    // What is taken back behind a request is known before the request is looked at.
    var cancelled: [RequestID: Int] = [:]
    for (index, message) in messages.enumerated() {
      if case .success(.notification("$/cancelRequest", let params)) = message, let id = RequestID(params?["id"]) {
        cancelled[id] = index
      }
    }
    for (index, message) in messages.enumerated() {
      switch message {
      case .failure(let broken): session.complain(of: broken.flaw)
      case .success(let message):
        var isCancelled = false
        if case .request(let id, _, _) = message { isCancelled = index < cancelled[id] ?? -1 }
        session.receive(message, isCancelled: isCancelled)
      }
    }
  }

  private struct BrokenFrame: Error { let flaw: String }
}
