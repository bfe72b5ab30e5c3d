import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A finished program: how it ended and what it wrote.
package struct Subprocess: Sendable {
  /// The exit status; 128 plus the number of the signal when one ended it, as a shell says it.
  package let status: Int32
  /// What it wrote to standard output.
  package let output: [UInt8]
  /// What it wrote to standard error.
  package let errorOutput: [UInt8]
  /// Whether it was killed because its time was up.
  package let timedOut: Bool

  /// Standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  package var errorText: String { String(decoding: errorOutput, as: UTF8.self) }
  /// The lines of standard output, without their ends.
  package var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// Runs a program to its end, with exactly this environment.
  ///
  /// The program leads a process group of its own, and the whole group is killed when the time is up.
  ///
  /// - Parameters:
  ///   - arguments: the program, searched in the `PATH` of `environment` unless it has a slash, then its arguments.
  ///   - folder: where it runs.
  ///   - input: what it can read from standard input.
  ///   - timeout: seconds.
  /// - Throws: `TestSupportError` when nothing can be started. How it ends is never an error here: a program that
  ///   does not exist ends with 127.
  package static func run(
    _ arguments: [String], in folder: String, environment: [String: String], input: [UInt8] = [], timeout: Double = 60
  ) throws -> Subprocess {
    try RunningSubprocess(arguments, in: folder, environment: environment, input: input).finish(timeout: timeout)
  }
}

/// A program that was started and not yet waited for, for races and for kills at a random moment.
package struct RunningSubprocess: ~Copyable {
  /// The process id, which is also the id of its process group.
  package let id: Int32
  private let input: [UInt8]
  private let inputEnd: Int32
  private let outputEnd: Int32
  private let errorEnd: Int32

  /// Starts a program, as `Subprocess.run` does.
  package init(_ arguments: [String], in folder: String, environment: [String: String], input: [UInt8] = []) throws {
    let program = arguments.first ?? ""
    _ = ignoringBrokenPipes
    self.input = input
    let stdin = try Pipe()
    let stdout = try Pipe()
    let stderr = try Pipe()

    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, stdin.readEnd, 0)
    posix_spawn_file_actions_adddup2(&actions, stdout.writeEnd, 1)
    posix_spawn_file_actions_adddup2(&actions, stderr.writeEnd, 2)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // The threads that tests run on take no signals; a program that a person starts does.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var started = pid_t()
    // The C library's own "change folder" for spawning is an extension that Swift does not import.
    let failure = withCStrings(["env", "-C", folder, program] + arguments.dropFirst()) { arguments in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }.sorted()) { environment in
        starting.withLock { _ in posix_spawn(&started, "/usr/bin/env", &actions, &attributes, arguments, environment) }
      }
    }
    close(stdin.readEnd)
    close(stdout.writeEnd)
    close(stderr.writeEnd)
    guard failure == 0 else {
      for end in [stdin.writeEnd, stdout.readEnd, stderr.readEnd] { close(end) }
      throw TestSupportError("cannot start \(program)", failure)
    }
    id = started
    inputEnd = stdin.writeEnd
    outputEnd = stdout.readEnd
    errorEnd = stderr.readEnd
  }

  /// Sends a signal to the program alone, or to its whole process group.
  package func send(_ signal: Int32, toGroup: Bool = false) { kill(toGroup ? -id : id, signal) }

  /// Hands the program more input at once, for a conversation; what it does not read is dropped.
  package func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(inputEnd, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits for output, and returns what has come; nothing at the end of it, or when the time is up.
  package func read(timeout: Double) -> [UInt8] {
    var waiting = pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(timeout * 1000)) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { readBytes(outputEnd, $0.baseAddress, $0.count) }
    return Array(buffer.prefix(max(0, count)))
  }

  /// Feeds the input, gathers the output, and waits for the end.
  package consuming func finish(timeout: Double = 60) throws -> Subprocess {
    var gathered = Transfer(input: input, inputEnd: inputEnd, outputEnd: outputEnd, errorEnd: errorEnd)
    let inTime = gathered.run(until: secondsNow() + timeout)
    if !inTime { kill(-id, SIGKILL) }
    gathered.closeAll()
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return Subprocess(
      status: signal == 0 ? (status >> 8) & 0xff : 128 + signal,
      output: gathered.output, errorOutput: gathered.errorOutput, timedOut: !inTime)
  }
}

/// Moves bytes between this process and the three standard streams of another without ever blocking on one of them.
private struct Transfer {
  let input: [UInt8]
  var inputEnd: Int32
  var outputEnd: Int32
  var errorEnd: Int32
  var sent = 0
  var output: [UInt8] = []
  var errorOutput: [UInt8] = []

  init(input: [UInt8], inputEnd: Int32, outputEnd: Int32, errorEnd: Int32) {
    self.input = input
    self.inputEnd = inputEnd
    self.outputEnd = outputEnd
    self.errorEnd = errorEnd
    _ = fcntl(inputEnd, F_SETFL, O_NONBLOCK)
  }

  /// Returns false when the time was up first.
  mutating func run(until deadline: Double) -> Bool {
    if input.isEmpty { closeInput() }
    while outputEnd >= 0 || errorEnd >= 0 {
      let left = deadline - secondsNow()
      guard left > 0 else { return false }
      // poll ignores negative descriptors, which is what a closed one is here.
      var waiting = [
        pollfd(fd: inputEnd, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: outputEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorEnd, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, nfds_t(waiting.count), Int32(min(left * 1000 + 1, 60_000))) > 0 else { continue }
      if waiting[0].revents != 0 { feed() }
      if waiting[1].revents != 0, !drain(outputEnd, into: &output) { closeEnd(&outputEnd) }
      if waiting[2].revents != 0, !drain(errorEnd, into: &errorOutput) { closeEnd(&errorEnd) }
    }
    return true
  }

  mutating func closeAll() {
    closeInput()
    closeEnd(&outputEnd)
    closeEnd(&errorEnd)
  }

  private mutating func feed() {
    let count = input[sent...].withUnsafeBytes { writeBytes(inputEnd, $0.baseAddress, $0.count) }
    if count > 0 { sent += count }
    if sent == input.count || (count < 0 && errno != EAGAIN && errno != EINTR) { closeInput() }
  }

  /// Returns false at the end of the stream.
  private func drain(_ end: Int32, into gathered: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { readBytes(end, $0.baseAddress, $0.count) }
    if count > 0 { gathered += buffer[..<count] }
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
  }

  private mutating func closeInput() { closeEnd(&inputEnd) }

  private func closeEnd(_ end: inout Int32) {
    if end >= 0 { close(end) }
    end = -1
  }
}

/// The two ends of a pipe, closed in programs that are started meanwhile.
private struct Pipe {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    // No program may be started between the two steps, or it would inherit the ends and keep the pipe open.
    let failure = starting.withLock { _ in
      let failure = pipe(&ends)
      for end in ends where failure == 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return failure
    }
    guard failure == 0 else { throw TestSupportError("no pipe", errno) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }
}

private let starting = Mutex(())

/// A program that ends without reading its input must not end this one.
private let ignoringBrokenPipes: Bool = {
  signal(SIGPIPE, SIG_IGN)
  return true
}()

/// Seconds on a clock that never jumps.
package func secondsNow() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  var pointers = strings.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}

func writeBytes(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(file, bytes, count) }

func readBytes(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, bytes, count) }
