import EditorialCLI
import Wording

/// Lets in whoever was given the board's address, and nobody else: not other users of the machine, and not other web
/// pages in the editor's own browser.
struct BoardGuard: Sendable {
  /// In the address that the board prints. It is traded for the cookie.
  let token = Secret()
  /// In the cookie.
  let session = Secret()
  /// In every form.
  let form = Secret()
  /// The board's folder. Browsers keep cookies for a host and forget the port: a server of another user, on another port
  /// of this machine, would be sent the cookie but for its path, which nobody else knows.
  let folderName = Secret()
  let port: Int
  /// The name under which browsers reach it, as it stands in addresses.
  let host: String

  init(host: String = BoardSettings.thisMachine, port: Int) {
    self.host = host.contains(":") ? "[\(host)]" : host
    self.port = port
  }

  /// The address below which everything lies, with a slash at its end.
  var folder: String { "/\(folderName.text)/" }
  var origin: String { "http://\(authority(host))" }
  /// What to open in a browser.
  var entrance: String { "\(origin)\(folder)enter?token=\(token.text)" }

  /// A name of this machine with the port, as browsers write it: they leave out the one that HTTP has anyway.
  private func authority(_ name: String) -> String { port == 80 ? name : "\(name):\(port)" }

  static let cookieName = "editorial-board"

  enum Decision {
    case admitted(BoardRequest)
    /// Whoever came has the address.
    case arriving
    case refused(BoardResponse)
  }

  /// Returns what whoever may not ask at all is told, before anything that is sent along is read.
  func refusal(ofHead raw: RawRequest) -> BoardResponse? {
    switch approach(raw) {
    case .arriving, .near: nil
    case .refused(let response): response
    }
  }

  func decide(_ raw: RawRequest) -> Decision {
    switch approach(raw) {
    case .arriving: .arriving
    case .refused(let response): .refused(response)
    case .near(let request, let host): admitted(raw, request, host: host)
    }
  }

  /// What the head of a request says of who asks.
  private enum Approach {
    case near(BoardRequest, host: String)
    case arriving
    case refused(BoardResponse)
  }

  private func approach(_ raw: RawRequest) -> Approach {
    // A page of another site whose name was made to lead here (DNS rebinding) still says that name.
    let hosts = raw.values("host")
    let names = host == BoardSettings.thisMachine ? [host, "localhost"] : [host]
    guard hosts.count == 1, names.contains(where: { hosts[0].lowercased() == authority($0).lowercased() }) else {
      return .refused(.text(.misdirected, worded("This is not that host.", fr: "Ce n'est pas cet hôte.")))
    }
    let method: BoardRequest.Method
    switch raw.method {
    case "GET", "HEAD": method = .get
    case "POST": method = .post
    default: return .refused(.text(.methodNotAllowed, "GET, HEAD, POST"))
    }
    let target = raw.target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = target.first, let parts = WebForm.path(first) else { return .refused(Self.notFound) }
    guard let query = WebForm.fields(target.count > 1 ? Array(target[1].utf8) : []) else {
      return .refused(Self.unreadable)
    }
    guard let name = parts.first, parts.count > 1, folderName.equals(name) else { return .refused(Self.notFound) }
    let path = Array(parts.dropFirst())
    if method == .get, path == ["enter"] {
      return query["token"].map { token.equals($0) } ?? false ? .arriving : .refused(Self.stranger)
    }
    guard hasCookie(raw) else { return .refused(Self.stranger) }
    return .near(BoardRequest(method: method, path: path, query: query, form: [:]), host: hosts[0])
  }

  private func admitted(_ raw: RawRequest, _ request: BoardRequest, host: String) -> Decision {
    guard request.method == .post else { return .admitted(request) }
    let sites = raw.values("sec-fetch-site")
    guard raw.values("origin") == ["http://\(host)"], sites.isEmpty || sites == ["same-origin"] else {
      return .refused(
        .text(.forbidden, worded("This form is of another page.", fr: "Ce formulaire vient d'une autre page.")))
    }
    let kind = raw.values("content-type").first?.split(separator: ";").first?.lowercased()
    guard kind == "application/x-www-form-urlencoded", let form = WebForm.fields(raw.body) else {
      return .refused(Self.unreadable)
    }
    guard let key = form["key"], self.form.equals(key) else {
      return .refused(
        .text(
          .forbidden,
          worded(
            "This form is of another run of the board. Load the page again.",
            fr: "Ce formulaire date d'un autre lancement du tableau de bord. Rechargez la page.")))
    }
    return .admitted(BoardRequest(method: .post, path: request.path, query: request.query, form: form))
  }

  private func hasCookie(_ raw: RawRequest) -> Bool {
    let cookies = raw.values("cookie").flatMap { $0.split(separator: ";") }
    return cookies.contains { cookie in
      let halves = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      return halves.count == 2 && halves[0] == Self.cookieName && session.equals(String(halves[1]))
    }
  }

  /// Hands over the cookie. A page and not a redirection: a browser that was sent here from elsewhere would not yet send
  /// a `SameSite=Strict` cookie with it.
  var welcome: BoardResponse {
    let go = worded("Open the board", fr: "Ouvrir le tableau de bord")
    return BoardResponse(
      status: .ok, content: .html,
      body: """
        <!doctype html>
        <html lang="\(MessageLanguage.current.tag)"><head><meta charset="utf-8"><title>editorial</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="0;url=\(folder)"></head>
        <body><p><a href="\(folder)">\(go)</a></p></body></html>

        """,
      headers: [
        ("Set-Cookie", "\(Self.cookieName)=\(session.text); Path=\(folder); HttpOnly; SameSite=Strict")
      ])
  }

  private static var stranger: BoardResponse {
    .text(
      .forbidden,
      worded(
        "The board is open to whoever started it. Open the address that `editorial board` printed.",
        fr: "Le tableau de bord est ouvert à qui l'a lancé. Ouvrez l'adresse que `editorial board` a affichée."))
  }

  private static var notFound: BoardResponse {
    .text(.notFound, worded("There is nothing at this address.", fr: "Il n'y a rien à cette adresse."))
  }

  private static var unreadable: BoardResponse {
    .text(.badRequest, worded("This request cannot be read.", fr: "Cette demande est illisible."))
  }
}

/// Something that only this process and those whom it tells know: 128 random bits.
struct Secret: Sendable {
  let text: String

  init() {
    var generator = SystemRandomNumberGenerator()
    var digits = ""
    for _ in 0..<2 {
      let part = String(generator.next() as UInt64, radix: 16)
      digits += String(repeating: "0", count: 16 - part.count) + part
    }
    text = digits
  }

  /// Compares in a time that does not tell where a guess went wrong.
  func equals(_ guess: String) -> Bool {
    let own = Array(text.utf8)
    let other = Array(guess.utf8)
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
  }
}
