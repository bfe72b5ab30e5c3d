/// What the board answers.
struct BoardResponse: Sendable {
  enum Status: Int, Sendable {
    case ok = 200
    case seeOther = 303
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case conflict = 409
    case tooLarge = 413
    case misdirected = 421
    case refused = 422
    case failed = 500
  }

  enum Content: String, Sendable {
    case html = "text/html; charset=utf-8"
    case style = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case text = "text/plain; charset=utf-8"
  }

  var status: Status
  let content: Content
  let body: String
  var headers: [(name: String, value: String)] = []

  static func text(_ status: Status, _ words: String) -> BoardResponse {
    BoardResponse(status: status, content: .text, body: words + "\n")
  }

  static func seeOther(_ address: String) -> BoardResponse {
    BoardResponse(status: .seeOther, content: .text, body: "", headers: [("Location", address)])
  }

  /// What every answer says: nothing but the board's own style and script, in no frame, kept by nobody, read by no other
  /// page. Forms send the address that they come from: without it the guard could not tell whose they are.
  static let protections: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
  ]
}
