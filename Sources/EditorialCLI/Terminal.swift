package import Reports
import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where output goes, and what the thing at the other end can show.
package struct Terminal: Sendable {
  package enum Stream: Sendable { case output, error }

  /// When to colour.
  package enum ColorMode: String, CaseIterable, Sendable { case auto, always, never }

  let colors: ColorMode
  /// Whether long output may be shown a page at a time.
  private let pages: Bool
  private let output: Int32
  private let error: Int32

  /// - Parameters:
  ///   - output: the descriptor that reports go to.
  ///   - error: the descriptor that everything else goes to.
  ///   - pages: whether long output may be shown a page at a time.
  package init(colors: ColorMode = .auto, output: Int32 = 1, error: Int32 = 2, pages: Bool = true) {
    self.colors = colors
    self.pages = pages
    self.output = output
    self.error = error
  }

  private func descriptor(of stream: Stream) -> Int32 { stream == .output ? output : error }

  /// Makes a reader that went away (`| head`) a failed write instead of the end of the process.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
  }

  package func paint(for stream: Stream) -> Paint {
    switch colors {
    case .always: .ansi
    case .never: .none
    case .auto: colorsByItself(stream) ? .ansi : .none
    }
  }

  /// https://no-color.org and https://bixense.com/clicolors: who wants no colour at all goes first.
  private func colorsByItself(_ stream: Stream) -> Bool {
    if hasVariable("NO_COLOR") { return false }
    if let forced = variable("CLICOLOR_FORCE"), !forced.isEmpty, forced != "0" { return true }
    return variable("CLICOLOR") != "0" && isInteractive(stream) && !isDumb
  }

  /// The columns that text is laid out for: the terminal's, but no line longer than can be read.
  package func width(for stream: Stream) -> Int {
    var size = winsize()
    guard ioctl(descriptor(of: stream), UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(Int(size.ws_col), 120)
  }

  package func renderer(for stream: Stream = .output) -> TextRenderer {
    TextRenderer(paint: paint(for: stream), width: width(for: stream))
  }

  /// Writes all of `text`; what nobody reads any more is dropped.
  ///
  /// - Returns: Whether somebody still reads.
  /// - Throws: `Failure` when the output cannot be written, a full disk for one.
  @discardableResult
  package func write(_ text: String, to stream: Stream = .output) throws -> Bool {
    var text = text
    let descriptor = descriptor(of: stream)
    let failed: Int32? = text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[offset...])
        let written = systemWrite(descriptor, rest)
        if written >= 0 {
          offset += written
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, 1000)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
    if failed == EPIPE { return false }
    if let failed {
      let target =
        stream == .output ? worded("the output", fr: "la sortie") : worded("the messages", fr: "les messages")
      throw Failure(worded("write \(target)", fr: "écrire \(target)"), because: FileReader.explanation(of: failed))
    }
    return true
  }

  /// Writes the report that a command is asked for, a page at a time where a person looks.
  package func show(_ text: String) throws {
    if pages, isInteractive(.output), !isDumb, let pager = Pager(), pager.show(text) { return }
    try write(text)
  }

  /// Writes a message to standard error; nothing can be done when even that fails.
  package func complain(_ text: String) {
    _ = try? write(text, to: .error)
  }

  /// Whether a person looks at the stream.
  func isInteractive(_ stream: Stream) -> Bool { isatty(descriptor(of: stream)) == 1 }

  /// Whether a variable is set and not empty, whatever the value.
  private func hasVariable(_ name: String) -> Bool { variable(name).map { !$0.isEmpty } ?? false }

  private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private var isDumb: Bool {
    guard let value = getenv("TERM") else { return true }
    return strcmp(value, "dumb") == 0
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
