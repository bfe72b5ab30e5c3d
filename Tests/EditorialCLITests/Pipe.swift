import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A pipe for texts that fit into it, so that nobody need read while somebody writes.
struct Pipe: ~Copyable {
  let reading: Int32
  private(set) var writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    if writing >= 0 { close(writing) }
  }

  /// Writes `text` and closes the writing end.
  mutating func fill(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
    finish()
  }

  mutating func finish() {
    close(writing)
    writing = -1
  }

  /// Returns everything that was written.
  mutating func drain() -> String {
    finish()
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(reading, &buffer, buffer.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
