import Reports
import StructuredText

/// One conversation with an editor, from `initialize` to `exit`: messages in, messages out.
///
/// Texts are judged when nothing more waits to be read, so that a writer who types fast is answered for the last key.
package final class LanguageSession {
  /// What the editor can show and do.
  struct Abilities {
    var encoding = PositionEncoding.utf16
    /// Hovers may be Markdown.
    var readsMarkdown = false
    /// An edit can name the version that it is made for.
    var takesVersions = false
    /// A symbol may hold others.
    var nestsSymbols = false
    var takesActions = false
    var showsRelated = false
  }

  private enum State { case new, ready, shutDown }

  let desk: ArticleDesk
  private let version: String
  private let heedLocale: (String) -> Void
  private(set) var abilities = Abilities()
  private var state = State.new
  private var articles: [String: OpenArticle] = [:]
  /// What was last told about texts that could not be judged.
  private var complaint: String?
  private var outgoing: [String] = []
  /// How the conversation ended: whether `exit` came after `shutdown`. `nil` while it goes on.
  package private(set) var hasEndedWell: Bool?

  /// - Parameters:
  ///   - version: of this program.
  ///   - heedLocale: is told in which language the editor speaks, before anything is judged.
  package init(desk: ArticleDesk, version: String, heedLocale: @escaping (String) -> Void = { _ in }) {
    self.desk = desk
    self.version = version
    self.heedLocale = heedLocale
  }

  /// Returns what has been said since the last call, as it goes over the wire.
  package func takeOutgoing() -> String {
    defer { outgoing = [] }
    return outgoing.joined()
  }

  // MARK: Messages

  /// Answers bytes that are no message.
  func complain(of frame: String) {
    outgoing.append(JSONWriter.error(of: nil, ProtocolError(.parseError, "The bytes cannot be read: \(frame).")))
  }

  /// - Parameter isCancelled: whether the editor has taken the request back before it was looked at.
  func receive(_ message: ProtocolMessage, isCancelled: Bool = false) {
    guard hasEndedWell == nil else { return }
    switch message {
    case .answer: break
    case .invalid(let id, let error): outgoing.append(JSONWriter.error(of: id, error))
    case .notification(let method, let params): receive(method, params)
    case .request(let id, let method, let params):
      if isCancelled {
        outgoing.append(JSONWriter.error(of: id, ProtocolError(.requestCancelled, "The request was taken back.")))
        return
      }
      do throws(ProtocolError) {
        outgoing.append(JSONWriter.result(of: id, try result(of: method, params)))
      } catch {
        outgoing.append(JSONWriter.error(of: id, error))
      }
    }
  }

  private func result(of method: String, _ params: Node?) throws(ProtocolError) -> (inout JSONWriter) -> Void {
    switch (state, method) {
    case (.new, "initialize"):
      state = .ready
      if let locale = params?["locale"]?.string { heedLocale(locale) }
      abilities = Abilities(params?["capabilities"])
      return welcome
    case (.new, _):
      throw ProtocolError(.serverNotInitialized, "The first request must be initialize.")
    case (.shutDown, _):
      throw ProtocolError(.invalidRequest, "After shutdown only exit may follow.")
    case (.ready, "initialize"):
      throw ProtocolError(.invalidRequest, "initialize was answered already.")
    case (.ready, "shutdown"):
      judgeAll()
      state = .shutDown
      return { $0.null() }
    case (.ready, "textDocument/hover"):
      let (article, judged) = try judgedArticle(params)
      let place = try position(params?["position"])
      return hover(at: article.text.offset(of: place), of: article, judged)
    case (.ready, "textDocument/codeAction"):
      let (article, judged) = try judgedArticle(params)
      let start = try position(params?[path: "range", "start"])
      let end = try position(params?[path: "range", "end"])
      let only = params?[path: "context", "only"]?.items?.compactMap(\.string)
      return actions(in: article.text.range(from: start, to: end), only: only, of: article, judged)
    case (.ready, "textDocument/documentSymbol"):
      let (article, judged) = try judgedArticle(params)
      return symbols(of: article, judged)
    case (.ready, _):
      throw ProtocolError(.methodNotFound, "There is no method \(method) here.")
    }
  }

  private func receive(_ method: String, _ params: Node?) {
    if method == "exit" {
      hasEndedWell = state == .shutDown
      return
    }
    guard state == .ready else { return }
    let address = params?[path: "textDocument", "uri"]?.string
    switch method {
    case "textDocument/didOpen":
      guard let address, let text = params?[path: "textDocument", "text"]?.string else { return }
      articles[address] = OpenArticle(
        address: address, language: params?[path: "textDocument", "languageId"]?.string ?? "",
        version: params?[path: "textDocument", "version"]?.number,
        text: EditedText(Array(text.utf8), encoding: abilities.encoding))
    case "textDocument/didChange":
      guard let address, let changes = params?["contentChanges"]?.items else { return }
      change(address, to: params?[path: "textDocument", "version"]?.number, by: changes)
    case "textDocument/didClose":
      guard let address, articles.removeValue(forKey: address) != nil else { return }
      publish([], of: address, version: nil)
    case "textDocument/didSave", "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration":
      // Policy, baseline or branch may be others by now.
      for address in articles.keys { articles[address]?.isJudged = false }
    default: break
    }
  }

  private func change(_ address: String, to version: Int?, by changes: [Node]) {
    guard var article = articles[address] else { return }
    for change in changes {
      guard let text = change["text"]?.string else { continue }
      let words = Array(text.utf8)
      if let range = change["range"], let start = Position(range["start"]), let end = Position(range["end"]) {
        article.text = article.text.replacing(article.text.range(from: start, to: end), with: words)
      } else {
        article.text = EditedText(words, encoding: abilities.encoding)
      }
    }
    article.version = version
    article.isJudged = false
    articles[address] = article
  }

  // MARK: Judging

  /// Judges every text that has changed, and tells what was found.
  func judgeAll() {
    guard state == .ready else { return }
    for address in articles.keys.sorted() { _ = judged(address) }
  }

  /// Judges a text unless that was done, and tells what was found; `nil` when there is nothing to say of it.
  private func judged(_ address: String) -> JudgedText? {
    guard let article = articles[address] else { return nil }
    if article.isJudged { return article.judged }
    let text = ArticleDesk.Text(path: article.path, language: article.language, bytes: article.text.bytes)
    var judged: JudgedText?
    var diagnostics: [(inout JSONWriter) -> Void] = []
    switch desk.judge(text) {
    case .report(let report, let language):
      let found = JudgedText(report, language: language)
      diagnostics = found.marks.map { diagnostic($0, in: article.text) }
      judged = found
      complaint = nil
    case .policy(let problems): diagnostics = problems.map { diagnostic($0, in: article.text) }
    case .noArticle: break
    case .failure(let sentence): complain(sentence)
    }
    articles[address]?.judged = judged
    articles[address]?.isJudged = true
    publish(diagnostics, of: address, version: article.version)
    return judged
  }

  /// Tells the writer once what keeps texts from being judged.
  private func complain(_ sentence: String) {
    guard complaint != sentence else { return }
    complaint = sentence
    outgoing.append(
      JSONWriter.notification("window/showMessage") { params in
        params.member("type", 1)
        params.member("message", DisplayText.safe(sentence))
      })
  }

  private func publish(_ diagnostics: [(inout JSONWriter) -> Void], of address: String, version: Int?) {
    outgoing.append(
      JSONWriter.notification("textDocument/publishDiagnostics") { params in
        params.member("uri", address)
        if let version { params.member("version", version) }
        params.key("diagnostics")
        params.array { list in
          for diagnostic in diagnostics {
            list.item()
            diagnostic(&list)
          }
        }
      })
  }

  // MARK: Parameters

  private func judgedArticle(_ params: Node?) throws(ProtocolError) -> (OpenArticle, JudgedText?) {
    guard let address = params?[path: "textDocument", "uri"]?.string else {
      throw ProtocolError(.invalidParams, "The request names no text: textDocument.uri is missing.")
    }
    guard let article = articles[address] else {
      throw ProtocolError(.invalidParams, "The text \(address) is not open.")
    }
    return (article, judged(address))
  }

  private func position(_ node: Node?) throws(ProtocolError) -> Position {
    guard let position = Position(node) else {
      throw ProtocolError(.invalidParams, "A place needs a line and a character, both whole numbers.")
    }
    return position
  }

  // MARK: Initialization

  private func welcome(_ writer: inout JSONWriter) {
    writer.object { result in
      result.key("capabilities")
      result.object { capabilities in
        capabilities.member("positionEncoding", abilities.encoding.rawValue)
        capabilities.key("textDocumentSync")
        capabilities.object { sync in
          sync.member("openClose", true)
          sync.member("change", 2)  // incremental
          sync.member("save", true)
        }
        capabilities.member("hoverProvider", true)
        capabilities.member("documentSymbolProvider", true)
        capabilities.key("codeActionProvider")
        capabilities.object { actions in
          actions.key("codeActionKinds")
          actions.array { kinds in
            kinds.item()
            kinds.value("quickfix")
          }
        }
      }
      result.key("serverInfo")
      result.object { info in
        info.member("name", "editorial")
        info.member("version", version)
      }
    }
  }
}

extension LanguageSession.Abilities {
  fileprivate init(_ capabilities: Node?) {
    let text = capabilities?["textDocument"]
    let encodings = capabilities?[path: "general", "positionEncodings"]?.items ?? []
    if encodings.contains(where: { $0.string == PositionEncoding.utf8.rawValue }) { encoding = .utf8 }
    readsMarkdown = text?[path: "hover", "contentFormat"]?.items?.contains { $0.string == "markdown" } ?? false
    takesVersions = capabilities?[path: "workspace", "workspaceEdit", "documentChanges"]?.isTrue ?? false
    nestsSymbols = text?[path: "documentSymbol", "hierarchicalDocumentSymbolSupport"]?.isTrue ?? false
    takesActions = text?[path: "codeAction", "codeActionLiteralSupport"] != nil
    showsRelated = text?[path: "publishDiagnostics", "relatedInformation"]?.isTrue ?? false
  }
}
