/// A line on a terminal that tells how far long work has come; nothing where nobody looks, and nothing for quick work.
struct Progress {
  private let terminal: Terminal
  private let work: String
  private let start = Surroundings.monotonicMilliseconds()
  private var shown = 0
  private var isShown = false

  init(_ terminal: Terminal, _ work: String) {
    self.terminal = terminal
    self.work = work
  }

  /// Shows that `done` of `all` are done, ten times a second at most, and only after half a second.
  mutating func show(_ done: Int, of all: Int) {
    guard terminal.isInteractive(.error), all > 0 else { return }
    let now = Surroundings.monotonicMilliseconds()
    guard now - start > 500, now - shown > 100 else { return }
    shown = now
    isShown = true
    let filled = 30 * done / all
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    terminal.complain("\r\(work) [\(bar)] \(100 * done / all)%")
  }

  /// Takes the line away.
  mutating func end() {
    if isShown { terminal.complain("\r\u{1B}[K") }
    isShown = false
  }
}
