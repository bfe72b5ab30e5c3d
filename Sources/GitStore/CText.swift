/// Returns bytes with a NUL at the end, for a C call. The caller has made sure that there is none inside.
func nulTerminated(_ bytes: [UInt8]) -> [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

/// Returns text for a C call, or throws `invalidName` when it has a NUL, at which C would cut it short.
func cString(_ text: String, _ operation: StaticString) throws(GitError) -> [CChar] {
  let bytes = Array(text.utf8)
  guard !bytes.contains(0) else { throw GitError(.invalidName, operation.description, text, "there is a NUL in it") }
  return nulTerminated(bytes)
}

/// Returns a copy of C text as bytes.
func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
  var length = 0
  while unsafe text[length] != 0 { length += 1 }
  return unsafe Array(UnsafeRawBufferPointer(start: text, count: length))
}
