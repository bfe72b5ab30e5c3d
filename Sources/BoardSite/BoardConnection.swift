import NIOCore
import NIOHTTP1
import NIOPosix

/// One connection: gathers a request within its bounds, has it answered on another thread, and writes the answer.
final class BoardConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let threads: NIOThreadPool
  private let refusal: @Sendable (RawRequest) -> BoardResponse?
  private let answer: @Sendable (RawRequest) -> BoardResponse
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var deadline: Scheduled<Void>?

  /// - Parameters:
  ///   - refusal: says no to a head; quick, for nobody else is served meanwhile.
  ///   - answer: answers the whole request, on one of the threads.
  init(
    threads: NIOThreadPool, refusal: @escaping @Sendable (RawRequest) -> BoardResponse?,
    answer: @escaping @Sendable (RawRequest) -> BoardResponse
  ) {
    self.threads = threads
    self.refusal = refusal
    self.answer = answer
  }

  func channelActive(context: ChannelHandlerContext) {
    closeUnlessDone(in: BoardServer.patience, context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
      closeUnlessDone(in: BoardServer.patience, context)
      let length = head.headers.first(name: "content-length").flatMap { Int($0) }
      if let length, length > BoardServer.mostBytes { return refuseSize(context) }
      // What strangers send along would fill the memory that editors need.
      if let no = refusal(RawRequest(head, body: [])) { refuse(no, context) }
    case .body(var buffer):
      guard head != nil else { return }
      if body.count + buffer.readableBytes > BoardServer.mostBytes { return refuseSize(context) }
      body += buffer.readBytes(length: buffer.readableBytes) ?? []
    case .end:
      guard let head else { return }
      self.head = nil
      deadline?.cancel()
      hand(head, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // The handler before this one has answered what it could not read.
    context.close(promise: nil)
  }

  private func hand(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let raw = RawRequest(head, body: body)
    body = []
    let answer = self.answer
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    threads.runIfActive(eventLoop: context.eventLoop) { answer(raw) }.whenComplete { result in
      let (connection, context) = bound.value
      switch result {
      case .success(let response): connection.write(response, to: head, context)
      case .failure: context.close(promise: nil)
      }
    }
  }

  private func write(
    _ response: BoardResponse, to request: HTTPRequestHead, _ context: ChannelHandlerContext, thenCloses: Bool = false
  ) {
    let keepsAlive = request.isKeepAlive && !thenCloses
    var headers = HTTPHeaders((response.headers + BoardResponse.protections).map { ($0.name, $0.value) })
    headers.add(name: "Content-Type", value: response.content.rawValue)
    headers.add(name: "Content-Length", value: "\(response.body.utf8.count)")
    if !keepsAlive { headers.add(name: "Connection", value: "close") }
    let status = HTTPResponseStatus(statusCode: response.status.rawValue)
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: response.body)))), promise: nil)
    }
    // A client that does not read its answer is not waited for any longer than one that does not ask.
    closeUnlessDone(in: BoardServer.rest, context)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { result in
      if case .success = result, keepsAlive { return }
      bound.value.close(promise: nil)
    }
  }

  private func refuseSize(_ context: ChannelHandlerContext) { refuse(.text(.tooLarge, "413"), context) }

  /// Answers before the request has come to its end.
  private func refuse(_ response: BoardResponse, _ context: ChannelHandlerContext) {
    guard let head else { return }
    self.head = nil
    body = []
    write(response, to: head, context, thenCloses: true)
  }

  private func closeUnlessDone(in time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
  }
}

extension RawRequest {
  fileprivate init(_ head: HTTPRequestHead, body: [UInt8]) {
    self.init(
      method: head.method.rawValue, target: head.uri, headers: head.headers.map { ($0.name, $0.value) }, body: body)
  }
}
