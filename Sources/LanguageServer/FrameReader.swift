/// Cuts the bytes that an editor sends into messages: a header with `Content-Length`, an empty line, and so many bytes.
///
/// A header that cannot be used is told once. The reader goes on at the next `Content-Length: <digits>` that ends a line,
/// which cannot be part of a message: inside of JSON strings there are no line ends.
struct FrameReader {
  enum Frame: Equatable {
    case message([UInt8])
    /// What cannot be read, as a clause.
    case broken(String)
  }

  /// No article is longer, escaped or not.
  static let longestMessage = 64 << 20
  private static let longestHeader = 8 << 10

  private var bytes: [UInt8] = []
  private var start = 0
  /// The length of the message whose header has been read.
  private var length: Int?
  private var isLost = false

  mutating func add(_ more: [UInt8]) {
    if start > 1 << 16 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes += more
  }

  /// Returns the next message; `nil` when it has not arrived as a whole.
  mutating func next() -> Frame? {
    if isLost, !findHeader() { return nil }
    if length == nil {
      guard let end = headerEnd() else {
        guard bytes.count - start > Self.longestHeader else { return nil }
        return lose("the header of a message is longer than \(Self.longestHeader) bytes")
      }
      switch Self.length(in: bytes[start..<end]) {
      case .success(let length):
        self.length = length
        start = end + 4
      case .failure(let flaw): return lose(flaw.message)
      }
    }
    guard let length, bytes.count - start >= length else { return nil }
    defer {
      start += length
      self.length = nil
    }
    return .message(Array(bytes[start..<start + length]))
  }

  private mutating func lose(_ message: String) -> Frame {
    isLost = true
    // Else a header that is too long would be found again where it begins.
    start += 1
    return .broken(message)
  }

  /// Where the empty line stands that ends the header.
  private func headerEnd() -> Int? {
    let limit = min(bytes.count, start + Self.longestHeader + 4)
    guard limit - start >= 4 else { return nil }
    return (start...limit - 4).first { at in
      bytes[at] == 0x0D && bytes[at + 1] == 0x0A && bytes[at + 2] == 0x0D && bytes[at + 3] == 0x0A
    }
  }

  private struct Flaw: Error { let message: String }

  private static func length(in header: ArraySlice<UInt8>) -> Result<Int, Flaw> {
    for line in header.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isName(line[..<colon]) else { continue }
      let value = line[(colon + 1)...].filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      guard let length = number(value[...]) else {
        return .failure(Flaw(message: "Content-Length must be a number of bytes, at most \(longestMessage)"))
      }
      return .success(length)
    }
    return .failure(Flaw(message: "a message came without a Content-Length"))
  }

  /// The field's name as bytes.
  private static let name = Array("content-length".utf8)

  private static func isName(_ text: ArraySlice<UInt8>) -> Bool { text.map { $0 | 0x20 } == name }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return number <= longestMessage ? number : nil
  }

  /// Goes to the next header that can be used; false when more bytes are needed to find it.
  private mutating func findHeader() -> Bool {
    while start < bytes.count {
      // A hyphen inside of the name is rarer in a text than the name's first letter.
      guard bytes[start] | 0x20 == Self.name[0] else {
        start += 1
        continue
      }
      let line = bytes[start...].prefix(Self.name.count + 32)
      if let end = line.firstIndex(of: 0x0D) {
        let colon = line.index(line.startIndex, offsetBy: Self.name.count, limitedBy: end) ?? end
        if colon < end, bytes[colon] == UInt8(ascii: ":"), Self.isName(line[..<colon]),
          Self.number(line[(colon + 1)..<end].drop { $0 == 0x20 }) != nil
        {
          guard end + 1 < bytes.count else { return false }
          if bytes[end + 1] == 0x0A {
            isLost = false
            return true
          }
        }
      } else if line.count < Self.name.count + 32, Self.mayBegin(line) {
        return false
      }
      start += 1
    }
    return false
  }

  /// Whether more bytes can make a header of what is here.
  private static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    zip(line, name).allSatisfy { $0 | 0x20 == $1 }
  }
}
