import StructuredText

/// Tells the code of a tag from a sentence in braces, one piece after the other.
///
/// A generator stops at a tag that it does not know or cannot read, and other programs show it as it is written; so what
/// looks like a sentence is one. A name and one plain word behind it are a tag (`youtube 12345`), and so is more where
/// the generator itself brings the tag.
struct TagReading {
  /// What is read.
  enum Kind {
    /// `{{< name … >}}`: texts, or attributes.
    case shortcode(String)
    /// `{% name … %}`: an expression, or attributes.
    case tag(String)
    /// `{{ … }}`: a variable and what is done to it.
    case value
  }

  private let kind: Kind
  private let hasKeywords: Bool
  private let name: String
  private var last: TemplateToken?
  /// The piece before the last.
  private var before: TemplateToken?
  private var count = 0
  /// Whether something was read that arguments may follow: `|`, `(`, `[`, `?`.
  private var isOpen = false
  /// How many more operands may stand beside each other.
  private var operands = 4
  private var plainOperands: Int
  /// The texts, between their quotation marks, that the page may show.
  private(set) var shown: [Range<Int>] = []

  init(_ kind: Kind) {
    self.kind = kind
    switch kind {
    case .shortcode(let name), .tag(let name): self.name = name
    case .value: name = ""
    }
    hasKeywords = if case .tag = kind { Self.expressions.contains(name) } else { false }
    plainOperands = Self.plainWords[name] ?? 1
  }

  /// How the pieces are written.
  var spelling: TemplateToken.Spelling { if case .shortcode = kind { .shortcode } else { .tag } }

  /// Returns whether the tag goes on as code with `token`.
  mutating func takes(_ token: TemplateToken, in text: [UInt8], before limit: Int) -> Bool {
    defer { (before, last, count) = (last, token, count + 1) }
    switch token.kind {
    case .mark: return takesMark(token, text)
    case .string: return takesString(token, text)
    case .word, .number:
      if isKey(token, text, limit) { return true }
      if hasKeywords, token.kind == .word, Self.keywords.contains(String(decoding: text[token.range], as: UTF8.self)) {
        plainOperands = Self.plainWords[name] ?? 1
        return true
      }
      // A number alone is shown as it is.
      if token.kind == .number, last == nil, case .value = kind { return false }
      return isApart(text) || takesOperand(isPlain: token.isPlain(in: text))
    }
  }

  /// Whether a mark, a keyword or nothing stands before the next piece, so that it is no word behind a word.
  private func isApart(_ text: [UInt8]) -> Bool {
    guard let last else { if case .value = kind { return true } else { return false } }
    guard last.kind == .word, hasKeywords else { return last.kind == .mark }
    return Self.keywords.contains(String(decoding: text[last.range], as: UTF8.self))
  }

  private mutating func takesOperand(isPlain: Bool) -> Bool {
    if case .value = kind { return false }
    operands -= 1
    if isPlain { plainOperands -= 1 }
    return operands >= 0 && plainOperands >= 0
  }

  /// Whether the word is the name of an attribute, whose value follows.
  private func isKey(_ token: TemplateToken, _ text: [UInt8], _ limit: Int) -> Bool {
    var next = token.range.upperBound
    if case .shortcode = kind {
      while next < limit, text[next] == UInt8(ascii: " ") { next += 1 }
    }
    guard next + 1 < limit else { return false }
    if case .tag = kind, text[next] == UInt8(ascii: ":") { return true }
    return text[next] == UInt8(ascii: "=") && text[next + 1] != UInt8(ascii: "=")
  }

  /// Takes a text; what is more than a name or an address is left in sight.
  private mutating func takesString(_ token: TemplateToken, _ text: [UInt8]) -> Bool {
    if isValueOfKey(token, text) { return true }
    var isHidden = token.isHarmless(in: text)
    if case .value = kind, last == nil {
      // An address that is made complete: {{ "/a.png" | relative_url }}.
      isHidden = isHidden && text[token.range].contains(UInt8(ascii: "/"))
    }
    if !isHidden { shown.append((token.range.lowerBound + 1)..<(token.range.upperBound - 1)) }
    return isApart(text) || takesOperand(isPlain: false)
  }

  /// Whether the text is what an attribute holds, and no filter's argument.
  private func isValueOfKey(_ token: TemplateToken, _ text: [UInt8]) -> Bool {
    guard let last, let before else { return false }
    switch kind {
    case .shortcode: return last.isMark("=", in: text)
    case .tag:
      if last.isMark("=", in: text) { return !last.isSpaced && !token.isSpaced && before.isOperand }
      return last.isMark(":", in: text) && before.kind == .word && !isOpen
    case .value: return false
    }
  }

  private mutating func takesMark(_ token: TemplateToken, _ text: [UInt8]) -> Bool {
    let mark = text[token.range.lowerBound]
    switch kind {
    case .shortcode:
      return mark == UInt8(ascii: "=") && last?.kind == .word
    case .tag:
      if Self.openers.contains(mark) { isOpen = true }
      // "taux : 45" is a label.
      return Self.marks.contains(mark) && !(count == 0 && Self.separators.contains(mark))
    case .value:
      guard count > 0 else { return false }
      if Self.openers.contains(mark) { isOpen = true }
      return Self.marks.contains(mark) && (isOpen || !Self.separators.contains(mark))
    }
  }

  private static let openers = Set("|([?".utf8)
  private static let separators = Set(":,".utf8)
  private static let marks = Set("|,:()[]=!<>+-*&?".utf8)

  /// How many plain words stand beside each other in tags that generators bring themselves.
  private static let plainWords = ["gist": 3, "highlight": 3, "tweet": 2, "x": 2]

  /// Tags of Liquid and Nunjucks in which an expression stands.
  private static let expressions: Set<String> = [
    "if", "elsif", "elif", "elseif", "unless", "for", "tablerow", "case", "when", "set", "assign", "import", "from",
    "include", "render", "extends", "macro", "call", "cycle", "each", "with",
  ]

  private static let keywords: Set<String> = [
    "and", "or", "not", "in", "is", "contains", "if", "else", "with", "without", "as", "for", "import", "context",
    "ignore", "missing", "reversed",
  ]
}
