/// Writes XML 1.0 that any reader accepts, whatever the words in it are.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// Writes an element with elements in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ children: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    text += ">\n"
    depth += 1
    children(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  /// Writes an element with nothing, or with words, in it.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, words: String = "") {
    open(name, attributes)
    text += words.isEmpty ? "/>\n" : ">\(Self.escaped(words))</\(name)>\n"
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value, isAttribute: true))\"" }
  }

  private mutating func indent() { text += String(repeating: "  ", count: depth) }

  /// Escapes what XML reads as markup, and spells out what it cannot hold.
  static func escaped(_ words: String, isAttribute: Bool = false) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      // So that no `]]>` comes about.
      case ">": result += "&gt;"
      case "\"" where isAttribute: result += "&quot;"
      // A reader makes a blank of these in an attribute.
      case "\n" where isAttribute: result += "&#10;"
      case "\t" where isAttribute: result += "&#9;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        if DisplayText.isObeyed(scalar) || scalar.value & 0xFFFE == 0xFFFE {
          result += "\\u{" + DisplayText.hexadecimal(scalar.value, digits: 4) + "}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
