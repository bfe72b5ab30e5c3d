#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program that shows long output a page at a time, chosen by git's rules: `GIT_PAGER`, `core.pager`, `PAGER`, then
/// what git was built with; none when `pager.editorial` is false.
struct Pager {
  private let command: String

  /// - Returns: `nil` when the output is to be shown as it is.
  init?() {
    // Git knows its own rules best. Without it there is no repository to read anything of either.
    let question = """
      [ "$(git config --type=bool pager.editorial 2>/dev/null)" = false ] || git var GIT_PAGER 2>/dev/null
      """
    guard let answer = Self.output(of: question), !answer.isEmpty, answer != "cat" else { return nil }
    command = answer
  }

  /// Shows text, and returns when the reader has seen enough.
  ///
  /// - Returns: whether there was such a program; if not, nothing was shown.
  func show(_ text: String) -> Bool {
    // What git tells less: end at once if all fits, keep colours, leave the screen as it is.
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    // A pager stops by SIGPIPE like any program; this one takes a reader who went away for a failed write.
    signal(SIGPIPE, SIG_DFL)
    guard let pipe = popen(command, "w") else { return false }
    signal(SIGPIPE, SIG_IGN)
    // An interrupt is for the pager, which has the terminal.
    let interrupted = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, interrupted) }
    var text = text
    _ = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, pipe) }
    // The shell says 127 when there is no such program.
    let status = pclose(pipe)
    return status >> 8 & 0xFF != 127
  }

  private static func output(of command: String) -> String? {
    guard let pipe = popen(command, "r") else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 || bytes.count > 1 << 16 { break }
      bytes += buffer[..<count]
    }
    pclose(pipe)
    while let last = bytes.last, last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
