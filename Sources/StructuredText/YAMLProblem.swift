import Wording

/// libyaml's complaint, said again for someone who writes articles.
struct YAMLProblem {
  private let problem: StructuredTextError
  private let bytes: [UInt8]

  init(_ problem: StructuredTextError, in bytes: [UInt8]) {
    self.problem = problem
    self.bytes = bytes
  }

  var explained: StructuredTextError {
    let line = self.line
    switch problem.message {
    case "mapping values are not allowed in this context":
      return StructuredTextError(
        worded(
          "a colon followed by a space inside a value ends it",
          fr: "un deux-points suivi d'une espace dans une valeur y met fin"), at: problem.range, remedy: quoting(line))
    case "found character that cannot start any token":
      return startsWithTab(line)
        ? StructuredTextError(
          worded(
            "a line is indented with a tab",
            fr: "une ligne est mise en retrait par une tabulation"), at: problem.range,
          remedy: worded(
            "indent with spaces",
            fr: "mettez en retrait par des espaces"))
        : StructuredTextError(
          worded(
            "a value cannot start with this character unless it is quoted",
            fr: "une valeur ne peut commencer par ce caractère qu'entre guillemets droits"), at: problem.range,
          remedy: quoting(line))
    case "did not find expected key", "could not find expected ':'",
      "did not find expected alphabetic or numeric character":
      return StructuredTextError(
        worded("this is not a key and a value", fr: "ce n'est pas une clé avec une valeur"), at: problem.range,
        remedy: quoting(line)
          ?? worded(
            "write each key as 'key: value', with the same indentation as its neighbours",
            fr: "écrivez chaque clé comme 'key: value', avec le même retrait que ses voisines"))
    case "found unexpected end of stream", "found unexpected document indicator":
      return StructuredTextError(
        worded(
          "a quoted value is not closed",
          fr: "une valeur entre guillemets n'est pas fermée"), at: problem.range,
        remedy: worded(
          "add the missing quote",
          fr: "ajoutez le guillemet qui manque"))
    case "did not find expected ',' or ']'":
      return StructuredTextError(
        worded("a list is not closed", fr: "une liste n'est pas fermée"), at: problem.range,
        remedy: worded(
          "add the missing ']' or ','",
          fr: "ajoutez le ']' ou la ',' qui manque"))
    case "did not find expected ',' or '}'":
      return StructuredTextError(
        worded("a mapping is not closed", fr: "une table n'est pas fermée"), at: problem.range,
        remedy: worded(
          "add the missing '}' or ','",
          fr: "ajoutez le '}' ou la ',' qui manque"))
    case "control characters are not allowed":
      return StructuredTextError(
        worded(
          "there is a control character here",
          fr: "il y a ici un caractère de contrôle"), at: problem.range,
        remedy: worded(
          "remove it",
          fr: "retirez-le"))
    default:
      return StructuredTextError(
        worded(
          "not valid YAML: \(problem.message)",
          fr: "ce n'est pas du YAML valide : \(problem.message)"), at: problem.range)
    }
  }

  /// The bytes of the line with the problem.
  private var line: Range<Int> {
    var start = min(problem.range.start, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
    return start..<end
  }

  private func startsWithTab(_ line: Range<Int>) -> Bool {
    bytes[line].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "\t")
  }

  /// Shows the line as it reads with its value quoted; French puts a space before a colon, so this is the usual fault.
  private func quoting(_ line: Range<Int>) -> String? {
    guard line.count < 400 else {
      return worded(
        "put the value between quotes",
        fr: "mettez la valeur entre guillemets droits")
    }
    let text = bytes[line]
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound else { return nil }
    let key = text[..<colon]
    guard key.allSatisfy({ $0 >= 0x80 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || isAlphanumeric($0) })
    else { return nil }
    var value = text[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }
    while value.last == UInt8(ascii: " ") { value.removeLast() }
    if let first = value.first, first == UInt8(ascii: "'") || first == UInt8(ascii: "\""), value.last == first,
      value.count > 1
    {
      value = value.dropFirst().dropLast()
    }
    guard !value.isEmpty else { return nil }
    let quoted = String(decoding: value, as: UTF8.self).reduce(into: "") { result, character in
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return worded(
      "put the value between quotes: \(String(decoding: key, as: UTF8.self)): \"\(quoted)\"",
      fr: "mettez la valeur entre guillemets droits : \(String(decoding: key, as: UTF8.self)): \"\(quoted)\"")
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
