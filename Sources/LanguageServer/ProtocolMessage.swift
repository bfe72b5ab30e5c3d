import Reports
import StructuredText

/// The editor's name for a request; the answer bears it again.
enum RequestID: Hashable {
  case number(Int)
  case text(String)

  /// `nil` for what no request may be called.
  init?(_ node: Node?) {
    guard case .scalar(let scalar) = node else { return nil }
    if !scalar.isPlain {
      self = .text(scalar.text)
    } else if let number = Int(scalar.text) {
      self = .number(number)
    } else {
      return nil
    }
  }
}

/// Why a request got no result, as the protocol numbers it.
struct ProtocolError: Error {
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestCancelled = -32800
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// One message of an editor.
enum ProtocolMessage {
  case request(RequestID, method: String, params: Node?)
  case notification(method: String, params: Node?)
  /// The answer to a request of ours; there are none that need one.
  case answer
  /// Something that is no message, and the error to answer with.
  case invalid(RequestID?, ProtocolError)

  init(_ bytes: [UInt8]) {
    let node: Node
    do throws(StructuredTextError) {
      node = try JSONReader.node(in: bytes)
    } catch {
      self = .invalid(
        nil, ProtocolError(.parseError, "The message is no JSON: \(error.message), at byte \(error.range.start)."))
      return
    }
    let id = RequestID(node["id"])
    guard node.entries != nil else {
      self = .invalid(nil, ProtocolError(.invalidRequest, "A message is a JSON object; several at once are not."))
      return
    }
    guard case .scalar(let method) = node["method"], !method.isPlain else {
      if node["method"] == nil, node["result"] != nil || node["error"] != nil {
        self = .answer
      } else {
        self = .invalid(id, ProtocolError(.invalidRequest, "The message has no method."))
      }
      return
    }
    if let id {
      self = .request(id, method: method.text, params: node["params"])
    } else if let given = node["id"] {
      let what = given.isNull ? "null" : "neither a text nor a whole number"
      self = .invalid(nil, ProtocolError(.invalidRequest, "The id of a request cannot be \(what)."))
    } else {
      self = .notification(method: method.text, params: node["params"])
    }
  }
}

extension JSONWriter {
  /// Returns a message of the protocol as it goes over the wire.
  static func message(_ members: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(pretty: false)
    writer.object { message in
      message.member("jsonrpc", "2.0")
      members(&message)
    }
    return "Content-Length: \(writer.text.utf8.count)\r\n\r\n\(writer.text)"
  }

  static func notification(_ method: String, _ params: (inout JSONWriter) -> Void) -> String {
    message { message in
      message.member("method", method)
      message.key("params")
      message.object(params)
    }
  }

  static func result(of id: RequestID, _ value: (inout JSONWriter) -> Void) -> String {
    message { message in
      message.id(id)
      message.key("result")
      value(&message)
    }
  }

  static func error(of id: RequestID?, _ error: ProtocolError) -> String {
    message { message in
      message.id(id)
      message.key("error")
      message.object { object in
        object.member("code", error.code.rawValue)
        object.member("message", DisplayText.safe(error.message))
      }
    }
  }

  private mutating func id(_ id: RequestID?) {
    key("id")
    switch id {
    case .number(let number): value(number)
    case .text(let text): value(text)
    case nil: null()
    }
  }

  mutating func position(_ name: String, _ position: Position) {
    key(name)
    object { object in
      object.member("line", position.line)
      object.member("character", position.character)
    }
  }

  mutating func range(_ name: String, _ range: TextRange, in text: EditedText) {
    key(name)
    object { object in
      object.position("start", text.position(of: range.start))
      object.position("end", text.position(of: range.end))
    }
  }
}

extension Node {
  /// The value under a path of keys.
  subscript(path path: String...) -> Node? {
    path.reduce(Optional(self)) { $0?[$1] }
  }

  /// A whole number; `nil` for anything else.
  var number: Int? {
    guard case .scalar(let scalar) = self, scalar.isPlain else { return nil }
    return Int(scalar.text)
  }

  /// A text; `nil` for anything else, numbers and the like included.
  var string: String? {
    guard case .scalar(let scalar) = self, !scalar.isPlain else { return nil }
    return scalar.text
  }

  var isTrue: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.isPlain && scalar.text == "true"
  }
}

extension Position {
  /// `nil` when the node states no place.
  init?(_ node: Node?) {
    guard let line = node?["line"]?.number, let character = node?["character"]?.number else { return nil }
    self.init(line: line, character: character)
  }
}
