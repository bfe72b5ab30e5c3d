import TestSupport

/// An editor's browser, as far as a board can tell; or anybody else.
struct BoardClient: Sendable {
  let host: String
  let port: UInt16
  let folder: String
  let cookie: String
  let key: String

  func get(_ path: String) throws -> WebAnswer {
    try ask(
      "GET \(folder)\(path) HTTP/1.1\r\nHost: \(host):\(port)\r\nCookie: \(cookie)\r\nConnection: close\r\n\r\n")
  }

  func post(_ path: String, fields: [(String, String)], origin: String?, more: String = "") throws -> WebAnswer {
    let body = fields.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
    return try ask(
      "POST \(folder)\(path) HTTP/1.1\r\nHost: \(host):\(port)\r\nCookie: \(cookie)\r\n"
        + (origin.map { "Origin: \($0)\r\n" } ?? "") + more
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
        + "Connection: close\r\n\r\n\(body)")
  }

  /// Sends a form of a page as a browser does.
  func post(_ path: String, _ fields: [(String, String)]) throws -> WebAnswer {
    try post(path, fields: fields + [("key", key)], origin: "http://\(host):\(port)")
  }

  /// Sends bytes, and reads to the end of the connection.
  func ask(_ bytes: String) throws -> WebAnswer {
    let socket = try Connection(to: port, at: host)
    socket.write(Array(bytes.utf8))
    return WebAnswer(socket.rest())
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
