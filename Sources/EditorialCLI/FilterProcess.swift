import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One run of a program that reads what it is asked for, and writes its answer.
///
/// What it writes to standard error is for whoever is looking. It leads a process group of its own, and whatever is left
/// of that at the end is killed: a program that stays behind would keep a paid service busy, or the terminal.
struct FilterProcess {
  /// What it is started for, as a verb phrase.
  let tried: String
  /// As a shell reads it.
  let command: String
  let environment: [String: String]
  let seconds: Int
  /// The most bytes that are taken.
  let limit: Int

  /// How a run ended.
  enum End: Equatable {
    case written([UInt8])
    case failed(status: Int32)
    case signalled(Int32)
    case tooSlow
    case tooLong
  }

  /// The process group at work, for when this program is interrupted; 0 for none.
  private static let group = Atomic<Int32>(0)

  /// Runs the program to its end.
  ///
  /// - Throws: `Failure` when nothing can be started.
  func run(reading input: [UInt8]) throws -> End {
    let incoming = try pipe()
    let outgoing = try pipe()
    // An interruption waits until it is known whom to take along.
    var interruptions = sigset_t()
    sigemptyset(&interruptions)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&interruptions, number) }
    var usual = sigset_t()
    pthread_sigmask(SIG_BLOCK, &interruptions, &usual)
    let child = start(reading: incoming.readEnd, writing: outgoing.writeEnd, unblocking: usual)
    let failure = errno
    Self.group.store(child ?? 0, ordering: .relaxed)
    let signals = [SIGINT, SIGTERM, SIGHUP].map { number in
      (
        number,
        signal(number) { number in
          // Only what is safe at any moment: the program ends as if it had not noticed, and takes the other along.
          let group = FilterProcess.group.load(ordering: .relaxed)
          if group > 0 { kill(-group, SIGKILL) }
          signal(number, SIG_DFL)
          raise(number)
        }
      )
    }
    pthread_sigmask(SIG_SETMASK, &usual, nil)
    defer {
      Self.group.store(0, ordering: .relaxed)
      for (number, handler) in signals { signal(number, handler) }
    }
    close(incoming.readEnd)
    close(outgoing.writeEnd)
    guard let child else {
      close(incoming.writeEnd)
      close(outgoing.readEnd)
      throw Failure(tried, because: FileReader.explanation(of: failure))
    }
    var exchange = Exchange(input: input, inputEnd: incoming.writeEnd, outputEnd: outgoing.readEnd, limit: limit)
    let end = exchange.run(until: Surroundings.monotonicMilliseconds() + seconds * 1000, child: child)
    kill(-child, SIGKILL)
    exchange.closeAll()
    var status = exchange.status
    if status == nil {
      var found: Int32 = 0
      while waitpid(child, &found, 0) < 0, errno == EINTR {}
      status = found
    }
    if let end { return end }
    let code = status ?? 0
    let exit = code >> 8 & 0xFF
    // A shell tells by its own status which signal ended what it ran; 255 is what many programs end with by themselves.
    let ender = (129...192).contains(exit) ? exit - 128 : code & 0x7F
    if ender != 0 { return .signalled(ender) }
    return exit == 0 ? .written(exchange.output) : .failed(status: exit)
  }

  private func start(reading input: Int32, writing output: Int32, unblocking mask: sigset_t) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    // This program takes a reader that went away for a failed write; a shell must not.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var mask = mask
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", command].map { strdup($0 as String) } + [nil]
    var values: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for word in words { free(word) }
      for value in values { free(value) }
    }
    var child: pid_t = 0
    let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, &values)
    if failure != 0 { errno = failure }
    return failure == 0 ? child : nil
  }

  private func pipe() throws -> (readEnd: Int32, writeEnd: Int32) {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else {
      throw Failure(tried, because: FileReader.explanation(of: errno))
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

/// What goes in and comes out of a program at the same time, so that neither side waits for the other for ever.
private struct Exchange {
  let input: [UInt8]
  var inputEnd: Int32
  var outputEnd: Int32
  let limit: Int
  var sent = 0
  var output: [UInt8] = []
  /// How the program ended; `nil` while it runs.
  var status: Int32?

  init(input: [UInt8], inputEnd: Int32, outputEnd: Int32, limit: Int) {
    self.input = input
    self.inputEnd = inputEnd
    self.outputEnd = outputEnd
    self.limit = limit
    for end in [inputEnd, outputEnd] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  /// Returns why it was given up; `nil` when the program came to its end.
  mutating func run(until deadline: Int, child: pid_t) -> FilterProcess.End? {
    while true {
      if output.count > limit { return .tooLong }
      // Whoever the program left behind may hold its output open; what it wrote itself is there once it has ended.
      if status == nil {
        var found: Int32 = 0
        if waitpid(child, &found, WNOHANG) == child { status = found }
      }
      if status != nil {
        while outputEnd >= 0, output.count <= limit, drain() {}
        return output.count > limit ? .tooLong : nil
      }
      guard Surroundings.monotonicMilliseconds() < deadline else { return .tooSlow }
      var waiting = [
        pollfd(fd: inputEnd, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0),
      ]
      // Not to miss the end of a program that closed both long before.
      _ = poll(&waiting, 2, 20)
      if waiting[0].revents != 0 { feed() }
      if waiting[1].revents != 0 { _ = drain() }
    }
  }

  mutating func closeAll() {
    closeEnd(&inputEnd)
    closeEnd(&outputEnd)
  }

  private mutating func feed() {
    let count = input[sent...].withUnsafeBytes { systemWrite(inputEnd, $0) }
    if count > 0 { sent += count }
    if sent == input.count || (count < 0 && errno != EAGAIN && errno != EINTR) { closeEnd(&inputEnd) }
  }

  /// Returns whether there may be more at once.
  private mutating func drain() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { systemRead(outputEnd, $0) }
    if count > 0 {
      output += buffer[..<count]
      return true
    }
    if count < 0, errno == EINTR { return true }
    if count == 0 || errno != EAGAIN { closeEnd(&outputEnd) }
    return false
  }

  private func closeEnd(_ end: inout Int32) {
    if end >= 0 { close(end) }
    end = -1
  }
}

private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}
