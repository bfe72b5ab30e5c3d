import Wording

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard input as it comes from an editor.
struct EditorInput {
  /// Waits for bytes; an empty array is the end.
  func read() throws -> [UInt8] {
    var failure: Int32 = 0
    while true {
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let read = systemRead(buffer)
        failure = read < 0 ? errno : 0
        count = max(0, read)
      }
      if failure == 0 { return bytes }
      if failure != EINTR {
        throw Failure(
          worded("read from the editor", fr: "lire ce que dit l'éditeur"), because: FileReader.explanation(of: failure))
      }
    }
  }

  /// Whether a read would return at once.
  var isReady: Bool {
    var status = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&status, 1, 0) > 0
  }
}

private func systemRead(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
  read(0, buffer.baseAddress, buffer.count)
}
