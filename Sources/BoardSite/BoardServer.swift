import EditorialCLI
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Wording

/// The board's address: on this machine alone, unless another one was asked for.
///
/// What a client may ask for is bounded in size, number and time, before anybody knows whether it may ask at all.
final class BoardServer: Sendable {
  /// How many connections at once; browsers open six.
  static let mostConnections = 128
  /// The greatest form: the greatest article that is read, and its encoding.
  static let mostBytes = 8 << 20
  /// How long a request may take to arrive.
  static let patience = TimeAmount.seconds(10)
  /// How long a connection may rest between two requests, the next one's beginning included.
  static let rest = TimeAmount.seconds(60)

  let gate: BoardGuard
  private let channel: any Channel
  private let group: MultiThreadedEventLoopGroup
  private let threads: NIOThreadPool

  /// Opens the port.
  ///
  /// - Parameters:
  ///   - host: the name or number of this machine that is listened at, and under which browsers ask.
  ///   - port: 0 for one that is free.
  ///   - answer: called on several threads at once; only for requests that the guard let in.
  /// - Throws: `Failure`, such as when the port is taken.
  init(
    host: String = BoardSettings.thisMachine, port: Int,
    answer: @escaping @Sendable (BoardRequest, BoardGuard) -> BoardResponse
  ) throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let threads = NIOThreadPool(numberOfThreads: 8)
    threads.start()
    let entrance = Entrance()
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = 8 << 10
    limits.maxHeaderListSize = 16 << 10
    limits.maxHeaderFieldCount = 64
    let bounds = limits
    let connections = SharedCount()
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 128)
      .childChannelInitializer { channel in
        guard connections.add(atMost: Self.mostConnections) else { return channel.close() }
        channel.closeFuture.whenComplete { _ in connections.remove() }
        return channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: bounds)
          try pipeline.addHandler(
            BoardConnection(threads: threads, refusal: { entrance.gate?.refusal(ofHead: $0) }) { raw in
              guard let gate = entrance.gate else { return .text(.failed, "") }
              switch gate.decide(raw) {
              case .admitted(let request): return answer(request, gate)
              case .arriving: return gate.welcome
              case .refused(let response): return response
              }
            })
        }
      }
    do {
      channel = try bootstrap.bind(host: host, port: port).wait()
    } catch {
      try? group.syncShutdownGracefully()
      try? threads.syncShutdownGracefully()
      guard host == BoardSettings.thisMachine else {
        throw Failure(
          worded("open the board at \(host), port \(port)", fr: "ouvrir le tableau de bord à \(host), port \(port)"),
          because: worded(
            "this machine has no such name or number, or the port cannot be had",
            fr: "cette machine n'a ni ce nom ni ce numéro, ou le port n'est pas disponible"),
          remedy: worded(
            "See its numbers: hostname -I. Without --host, the board is for this machine alone",
            fr: "Voyez ses numéros : hostname -I. Sans --host, le tableau de bord est pour cette machine seule"))
      }
      throw Failure(
        worded("open the board on port \(port)", fr: "ouvrir le tableau de bord sur le port \(port)"),
        because: worded("the port cannot be had", fr: "le port n'est pas disponible"),
        remedy: worded("Leave --port out, and a free one is taken", fr: "Sans --port, un port libre est pris"))
    }
    gate = BoardGuard(host: host, port: channel.localAddress?.port ?? port)
    entrance.open(gate)
    self.group = group
    self.threads = threads
  }

  /// Closes the port and ends all connections.
  func stop() {
    try? channel.close().wait()
    try? group.syncShutdownGracefully()
    try? threads.syncShutdownGracefully()
  }
}

/// The guard, once the port is known that it stands at.
private final class Entrance: Sendable {
  private let held = Mutex<BoardGuard?>(nil)

  var gate: BoardGuard? { held.withLock { $0 } }
  func open(_ gate: BoardGuard) { held.withLock { $0 = gate } }
}

private final class SharedCount: Sendable {
  private let count = Mutex(0)

  func add(atMost most: Int) -> Bool {
    count.withLock { count in
      if count >= most { return false }
      count += 1
      return true
    }
  }

  func remove() { count.withLock { $0 -= 1 } }
}
