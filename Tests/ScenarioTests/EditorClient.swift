import StructuredText
import TestSupport
import Testing

/// An editor at the other end of `editorial lsp`: it writes messages, and reads what comes back.
final class EditorClient {
  /// Kept because its folder goes when nobody holds it, and the program is about to start there.
  private let newsroom: TestNewsroom
  private var process: RunningSubprocess?
  private var received: [UInt8] = []
  private var waiting: [Node] = []
  private var requests = 0
  /// What the program shows the writer, in the order in which it came.
  private(set) var shown: [String] = []

  /// Starts the program, and shakes hands.
  init(_ newsroom: TestNewsroom, in folder: String? = nil, encodings: [String] = ["utf-16"], locale: String = "en")
    throws
  {
    self.newsroom = newsroom
    process = try RunningSubprocess(
      [newsroom.program, "lsp", "--stdio"], in: folder ?? newsroom.git.folder, environment: newsroom.git.environment)
    let offered = encodings.map { "\"\($0)\"" }.joined(separator: ",")
    let answer = try request(
      "initialize",
      """
      {"locale": "\(locale)", "capabilities": {"general": {"positionEncodings": [\(offered)]}, "textDocument": {
        "hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {"relatedInformation": true},
        "codeAction": {"codeActionLiteralSupport": {}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}}
      """)
    #expect(answer["result"]?["capabilities"]?["positionEncoding"]?.text == (encodings.first ?? "utf-16"))
    notify("initialized", "{}")
  }

  /// Starts the program without a word.
  init(silentIn newsroom: TestNewsroom) throws {
    self.newsroom = newsroom
    process = try RunningSubprocess(
      [newsroom.program, "lsp"], in: newsroom.git.folder, environment: newsroom.git.environment)
  }

  // MARK: Writing

  func send(raw text: String) { process?.write(Array(text.utf8)) }

  static func frame(_ body: String) -> String { "Content-Length: \(body.utf8.count)\r\n\r\n\(body)" }

  func send(_ body: String) { send(raw: Self.frame(body)) }

  func notify(_ method: String, _ params: String) {
    send(#"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(params)}"#)
  }

  /// Sends a request, and waits for its answer.
  func request(_ method: String, _ params: String) throws -> Node {
    requests += 1
    let id = String(requests)
    send(#"{"jsonrpc": "2.0", "id": \#(id), "method": "\#(method)", "params": \#(params)}"#)
    return try message { $0["id"]?.text == id && $0["method"] == nil }
  }

  func open(_ address: String, _ text: String, language: String = "markdown") {
    notify(
      "textDocument/didOpen",
      #"{"textDocument": {"uri": "\#(address)", "languageId": "\#(language)", "version": 1, "text": \#(Self.quoted(text))}}"#
    )
  }

  /// Changes a text; without a place, the whole of it.
  func change(_ address: String, version: Int, _ text: String, at range: String? = nil) {
    let place = range.map { #""range": \#($0), "# } ?? ""
    notify(
      "textDocument/didChange",
      #"{"textDocument": {"uri": "\#(address)", "version": \#(version)}, "contentChanges": [{\#(place)"text": \#(Self.quoted(text))}]}"#
    )
  }

  static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }

  static func range(_ line: Int, _ start: Int, _ end: Int) -> String {
    #"{"start": {"line": \#(line), "character": \#(start)}, "end": {"line": \#(line), "character": \#(end)}}"#
  }

  // MARK: Reading

  /// Waits for the findings of one version of a text.
  func findings(of address: String, version: Int) throws -> [Node] {
    let message = try message { message in
      message["method"]?.text == "textDocument/publishDiagnostics" && message["params"]?["uri"]?.text == address
        && message["params"]?["version"]?.text == String(version)
    }
    return message["params"]?["diagnostics"]?.items ?? []
  }

  /// Waits for a message; those before it are kept.
  func message(where isWanted: (Node) -> Bool) throws -> Node {
    let deadline = secondsNow() + 60
    while true {
      if let index = waiting.firstIndex(where: isWanted) { return waiting.remove(at: index) }
      while let node = try takeMessage() {
        if node["method"]?.text == "window/showMessage" { shown.append(node["params"]?["message"]?.text ?? "") }
        waiting.append(node)
      }
      if waiting.contains(where: isWanted) { continue }
      let bytes = process?.read(timeout: max(0, deadline - secondsNow())) ?? []
      if bytes.isEmpty { throw TestSupportError("the awaited message did not come; there are \(waiting.count) others") }
      received += bytes
    }
  }

  private func takeMessage() throws -> Node? {
    let text = String(decoding: received, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
    let head = text[..<end.lowerBound]
    let length = try #require(Int(head.drop { $0 != " " }.dropFirst()), "a header that no editor reads: \(head)")
    let start = head.utf8.count + 4
    guard received.count >= start + length else { return nil }
    defer { received.removeFirst(start + length) }
    return try JSONReader.node(in: Array(received[start..<start + length]))
  }

  // MARK: The end

  /// Says good-bye, and returns how the program ended.
  func leave() throws -> Subprocess {
    _ = try request("shutdown", "null")
    notify("exit", "null")
    return try hangUp()
  }

  /// Closes the program's input, and returns how it ended.
  func hangUp() throws -> Subprocess {
    guard let process = process.take() else { throw TestSupportError("the editor has left already") }
    return try process.finish()
  }
}

extension Node {
  /// The lines and characters of a range of the protocol: start line, start character, end line, end character.
  var span: [Int] {
    ["start", "end"].flatMap { end in ["line", "character"].map { Int(self[end]?[$0]?.text ?? "") ?? -1 } }
  }
}
