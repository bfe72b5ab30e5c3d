import StructuredText
import TestSupport
import Testing

/// `editorial lsp` with an editor that does not keep to the protocol.
@Suite struct EditorProtocolTests {
  private func code(_ answer: Node) -> String? { answer["error"]?["code"]?.text }

  @Test func nothingIsAnsweredBeforeInitializeAndAfterShutdown() throws {
    let editor = try EditorClient(silentIn: TestNewsroom())
    #expect(code(try editor.request("textDocument/hover", "{}")) == "-32002")
    editor.notify("textDocument/didOpen", #"{"textDocument": {"uri": "untitled:x", "text": "14%"}}"#)
    #expect(try editor.request("initialize", "{}")["result"]?["serverInfo"]?["name"]?.text == "editorial")
    #expect(code(try editor.request("initialize", "{}")) == "-32600")
    #expect(code(try editor.request("workspace/nothing", "{}")) == "-32601")
    #expect(code(try editor.request("$/nothing", "{}")) == "-32601")
    editor.notify("$/nothing", "{}")
    #expect(try editor.request("shutdown", "null")["result"]?.isNull == true)
    #expect(code(try editor.request("textDocument/hover", "{}")) == "-32600")
    editor.notify("exit", "null")
    #expect(try editor.hangUp().status == 0)
  }

  @Test func leavingWithoutAWordIsAFailure() throws {
    let newsroom = try TestNewsroom()
    let silent = try EditorClient(silentIn: newsroom)
    #expect(try silent.hangUp().status == 1)
    let hasty = try EditorClient(newsroom)
    hasty.notify("exit", "null")
    #expect(try hasty.hangUp().status == 1)
  }

  @Test(
    arguments: [
      ("Content-Length: 900000000\r\n\r\n{}", "-32700"), ("Content-Length: -1\r\n\r\n", "-32700"),
      ("no header at all\r\n\r\n", "-32700"), (EditorClient.frame("{"), "-32700"), (EditorClient.frame(""), "-32700"),
      (EditorClient.frame("[]"), "-32600"), (EditorClient.frame("12"), "-32600"), (EditorClient.frame("{}"), "-32600"),
      (EditorClient.frame(#"{"jsonrpc": "2.0", "id": 99, "method": 3}"#), "-32600"),
      (EditorClient.frame(#"{"jsonrpc": "2.0", "id": null, "method": "x"}"#), "-32600"),
      (EditorClient.frame(#"{"jsonrpc": "2.0", "id": 1.5, "method": "x"}"#), "-32600"),
      (EditorClient.frame(String(repeating: "[", count: 100_000)), "-32700"),
      (EditorClient.frame(#"{"jsonrpc": "2.0", "id": 99, "method": "textDocument/hover"}"#), "-32602"),
      (
        EditorClient.frame(#"{"id": 99, "method": "textDocument/hover", "params": {"textDocument": {"uri": "x"}}}"#),
        "-32602"
      ),
      (
        EditorClient.frame(#"{"id": 99, "method": "textDocument/codeAction", "params": {"textDocument": 3}}"#), "-32602"
      ),
    ])
  func malformedMessagesAreAnsweredAndTheNextOneIsRead(bytes: String, expected: String) throws {
    let editor = try EditorClient(TestNewsroom())
    editor.send(raw: bytes)
    let answer = try editor.message { $0["error"] != nil }
    #expect(code(answer) == expected)
    #expect(["99", "null"].contains(answer["id"]?.text))
    #expect(code(try editor.request("nothing", "{}")) == "-32601")
    #expect(try editor.leave().status == 0)
  }

  @Test func notificationsThatMakeNoSenseChangeNothing() throws {
    let newsroom = try TestNewsroom()
    let editor = try EditorClient(newsroom)
    for params in [
      "null", "[]", "3", "{}", #"{"textDocument": {"uri": "untitled:x"}}"#,
      #"{"textDocument": {"uri": "untitled:x", "version": 2}, "contentChanges": [{"text": "a"}]}"#,
      #"{"textDocument": {"uri": 3, "text": 4}, "contentChanges": {"range": 3}}"#,
    ] {
      for method in ["didOpen", "didChange", "didClose", "didSave"] { editor.notify("textDocument/\(method)", params) }
    }
    editor.open("untitled:x", "Traffic fell by 12% in 2024.\n")
    editor.change("untitled:x", version: 2, "x", at: EditorClient.range(99, -5, 1_000_000_000))
    editor.change("untitled:x", version: 3, "y", at: #"{"start": {"line": 5}, "end": 3}"#)
    editor.change("untitled:x", version: 4, "Traffic fell by 12%.\n")
    let findings = try editor.findings(of: "untitled:x", version: 4)
    #expect(findings.contains { $0["code"]?.text == "sources-missing" })
    #expect(try editor.leave().status == 0)
  }

  @Test func requestsThatAreTakenBackAreNotAnswered() throws {
    let editor = try EditorClient(TestNewsroom())
    editor.open("untitled:x", "Traffic fell by 12% in 2024.\n")
    let request =
      #"{"id": "a", "method": "textDocument/documentSymbol", "params": {"textDocument": {"uri": "untitled:x"}}}"#
    let cancel = #"{"method": "$/cancelRequest", "params": {"id": "a"}}"#
    editor.send(raw: EditorClient.frame(request) + EditorClient.frame(cancel))
    #expect(code(try editor.message { $0["id"]?.text == "a" }) == "-32800")
    // Too late, and for nothing that was asked: both are passed over, and a name can be used again.
    editor.send(cancel)
    editor.send(#"{"method": "$/cancelRequest", "params": {"id": 77}}"#)
    #expect(
      try editor.request("textDocument/documentSymbol", #"{"textDocument": {"uri": "untitled:x"}}"#)["result"] != nil)
    #expect(try editor.leave().status == 0)
  }
}
