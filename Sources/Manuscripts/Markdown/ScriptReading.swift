import StructuredText

/// Tells the JavaScript of MDX from a sentence in braces, one piece after the other.
///
/// It knows no grammar, only what a sentence has and code has not: words beside each other, apostrophes, commas between
/// nothing. A text that the page would show is no code either: `{"45 %"}`, `{isOn && <b>45 %</b>}`.
struct ScriptReading {
  /// Where the code stands.
  enum Use {
    /// In running text: the page shows what comes of it.
    case shown
    /// In an attribute.
    case attribute
    /// In lines that import and export.
    case module
  }

  private let use: Use
  private var open: [UInt8] = []
  private var last: TemplateToken?
  private var isLastKeyword = false
  private var hasChoice = false

  init(_ use: Use) { self.use = use }

  /// How many brackets are open.
  var depth: Int { open.count }

  /// Returns whether the code goes on with `token`.
  mutating func takes(_ token: TemplateToken, in text: [UInt8]) -> Bool {
    let isKeyword = token.kind == .word && Self.keywords.contains(String(decoding: text[token.range], as: UTF8.self))
    defer { (last, isLastKeyword) = (token, isKeyword) }
    switch token.kind {
    case .mark: return takesMark(token, text)
    case .string: return !isAfterOperand && takesString(token, text)
    case .number:
      // {45} is shown as it is.
      return !isAfterOperand && !(use == .shown && last?.isMark("{", in: text) == true)
    case .word: return !isAfterOperand || isKeyword || isKey(token, text)
    }
  }

  private var isAfterOperand: Bool { last?.isOperand == true && !isLastKeyword }
  /// Whether what stands here is what the page shows.
  private var isAtTop: Bool { use == .shown && open.count == 1 }

  /// Whether an attribute of an element begins with the word.
  private func isKey(_ token: TemplateToken, _ text: [UInt8]) -> Bool {
    let next = token.range.upperBound
    return next + 1 < text.count && text[next] == UInt8(ascii: "=") && text[next + 1] != UInt8(ascii: "=")
  }

  private func takesString(_ token: TemplateToken, _ text: [UInt8]) -> Bool {
    let isValue = last?.isMark("=", in: text) == true && last?.isSpaced == false && !token.isSpaced
    switch use {
    case .attribute: return true
    case .module: return isValue || last?.isMark(":", in: text) == true || token.isHarmless(in: text)
    case .shown:
      let isShown = isAtTop || last?.isMark("{", in: text) == true
      return isValue || (isShown ? !token.holdsWord(in: text) : token.isHarmless(in: text))
    }
  }

  private mutating func takesMark(_ token: TemplateToken, _ text: [UInt8]) -> Bool {
    let mark = text[token.range.lowerBound]
    let next = token.range.upperBound < text.count ? text[token.range.upperBound] : 0
    switch mark {
    case UInt8(ascii: "{"):
      // In an element, `45 {unit}` is text; `<Chart {...data}>` is not.
      let isSpread = next == UInt8(ascii: ".")
      guard isSpread || !isAfterOperand, last?.isMark("%", in: text) != true else { return false }
      open.append(UInt8(ascii: "}"))
    case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
    case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): return open.popLast() == mark
    case UInt8(ascii: "<"):
      guard TreeBuilder.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">") else { break }
      // What stands before a tag is the text of an element.
      if isAfterOperand || last?.isMark("%", in: text) == true { return false }
      if next == UInt8(ascii: "/") { return last?.isMark("}", in: text) == true || last?.isMark(">", in: text) == true }
    case UInt8(ascii: "%"): return last?.kind != .number
    case UInt8(ascii: "/"): return next != UInt8(ascii: "/") && next != UInt8(ascii: "*")
    case UInt8(ascii: "."): return !LineScanner.isBlank(next)
    case UInt8(ascii: ","), UInt8(ascii: ";"): return !isAtTop
    case UInt8(ascii: ":"): return !isAtTop || hasChoice
    case UInt8(ascii: "?"): hasChoice = true
    default: return Self.marks.contains(mark)
    }
    return true
  }

  private static let marks = Set("!=>+-*&|^~".utf8)

  private static let keywords: Set<String> = [
    "as", "async", "await", "case", "class", "const", "default", "delete", "else", "export", "extends", "for", "from",
    "function", "if", "import", "in", "instanceof", "let", "new", "of", "return", "switch", "throw", "try", "typeof",
    "var", "void", "while", "yield",
  ]
}
