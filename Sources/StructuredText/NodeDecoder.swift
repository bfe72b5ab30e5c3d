import Wording

/// Reads one mapping of a keyed text strictly: each key by name and type, everything else an error.
///
/// A wrong value is reported and read as absent, so that one run tells all that is wrong. The decoders of the mappings
/// inside report to the same list; `finish` on the outermost one returns it, with every key that nobody asked for.
package final class NodeDecoder {
  /// The bytes of the mapping.
  package let range: TextRange
  private let entries: [Node.Entry]
  private let log: Log
  /// Every key that was asked for, whether it is there or not.
  private var known: [String] = []
  private var takesAnyKey = false

  /// What the decoders of one text share.
  private final class Log {
    var errors: [StructuredTextError] = []
    var decoders: [NodeDecoder] = []
  }

  /// Begins to read `node`, which an empty text does not have.
  package convenience init(_ node: Node?) {
    self.init(node, Log())
  }

  private init(_ node: Node?, _ log: Log) {
    range = node?.range ?? TextRange(0, 0)
    entries = node?.entries ?? []
    self.log = log
    if let node, node.entries == nil, !node.isNull {
      log.errors.append(
        StructuredTextError(
          worded(
            "expected keys with values",
            fr: "des clés avec des valeurs étaient attendues"), at: node.range,
          remedy: worded(
            "write 'key: value'",
            fr: "écrivez 'key: value'")))
    }
    log.decoders.append(self)
  }

  /// The keys in the order of the text. Asking for them makes every key a known one.
  package var keys: [Node.Scalar] {
    takesAnyKey = true
    return entries.map(\.key)
  }

  /// Returns the value of `key`; `nil` when the key is missing, or has no value.
  package func node(_ key: String) -> Node? {
    if !known.contains(key) { known.append(key) }
    guard let value = entries.first(where: { $0.key.text == key })?.value, !value.isNull else { return nil }
    return value
  }

  /// The bytes of the value of `key`, or of the whole mapping when the key is missing.
  package func range(of key: String) -> TextRange {
    entries.first { $0.key.text == key }?.value.range ?? range
  }

  /// Says that something is wrong.
  package func report(_ message: String, at range: TextRange, remedy: String? = nil) {
    log.errors.append(StructuredTextError(message, at: range, remedy: remedy))
  }

  /// Reports each of `keys` that is missing or has no value.
  package func require(_ keys: String...) {
    for key in keys where node(key) == nil {
      report(
        worded("the key \"\(key)\" is missing", fr: "il manque la clé « \(key) »"), at: range,
        remedy: worded(
          "add '\(key): …'",
          fr: "ajoutez '\(key): …'"))
    }
  }

  /// Returns everything that is wrong, in the order of the text.
  package func finish() -> [StructuredTextError] {
    for decoder in log.decoders { decoder.reportUnknownKeys() }
    log.decoders = []
    return log.errors.sorted { $0.range < $1.range }
  }

  private func reportUnknownKeys() {
    guard !takesAnyKey else { return }
    for entry in entries where !known.contains(entry.key.text) {
      report(
        worded("unknown key \"\(entry.key.text)\"", fr: "clé inconnue « \(entry.key.text) »"), at: entry.key.range,
        remedy: Self.suggestion(for: entry.key.text, among: known))
    }
  }

  private static func suggestion(for name: String, among names: [String]) -> String? {
    if let nearest = Spelling.nearest(to: name, among: names) {
      return worded(
        "did you mean \"\(nearest)\"?",
        fr: "vouliez-vous dire « \(nearest) » ?")
    }
    return names.isEmpty ? nil : "use one of: \(names.joined(separator: ", "))"
  }
}

/// Values by type.
extension NodeDecoder {
  /// Returns the text of a scalar, quoted or not.
  package func string(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.text else {
      report(
        worded(
          "\"\(key)\" must be one value, not a list or a mapping",
          fr: "« \(key) » doit être une seule valeur, et non une liste ou une table"), at: node.range)
      return nil
    }
    return text
  }

  package func bool(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node, scalar.isPlain {
      if scalar.text == "true" { return true }
      if scalar.text == "false" { return false }
    }
    report(
      worded("\"\(key)\" must be true or false", fr: "« \(key) » doit être true ou false"), at: node.range,
      remedy: worded(
        "write '\(key): true' or '\(key): false'",
        fr: "écrivez '\(key): true' ou '\(key): false'"))
    return nil
  }

  /// Returns a whole number in `allowed`.
  package func int(_ key: String, in allowed: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node, scalar.isPlain, let value = Int(scalar.text), scalar.text.first != "+",
      allowed.contains(value)
    {
      return value
    }
    report(
      worded(
        "\"\(key)\" must be a whole number from \(allowed.lowerBound) to \(allowed.upperBound)",
        fr: "« \(key) » doit être un nombre entier de \(allowed.lowerBound) à \(allowed.upperBound)"), at: node.range,
      remedy: isQuotedNumber(node) ? worded("remove the quotes", fr: "retirez les guillemets") : nil)
    return nil
  }

  /// Returns a number with at most one decimal, in tenths: `97.5` is 975.
  package func tenths(_ key: String, in allowed: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node, scalar.isPlain, let value = Self.tenths(scalar.text), allowed.contains(value) {
      return value
    }
    let text = node.text ?? ""
    report(
      worded(
        "\"\(key)\" must be a number from \(Self.decimal(allowed.lowerBound)) to \(Self.decimal(allowed.upperBound)), ",
        fr: """
          « \(key) » doit être un nombre de \(Self.decimal(allowed.lowerBound)) à \
          \(Self.decimal(allowed.upperBound)), 
          """)
        + worded("with at most one decimal", fr: "avec une décimale au plus"), at: node.range,
      remedy: text.contains(",")
        ? worded("write the decimal after a point: 97.5", fr: "écrivez la décimale après un point : 97.5")
        : isQuotedNumber(node)
          ? worded(
            "remove the quotes",
            fr: "retirez les guillemets") : nil)
    return nil
  }

  /// Returns the texts of a list; one value alone counts as a list of one.
  package func strings(_ key: String) -> [String]? {
    guard let node = node(key) else { return nil }
    if let text = node.text { return [text] }
    guard let items = node.items else {
      report(
        worded("\"\(key)\" must be a list", fr: "« \(key) » doit être une liste"), at: node.range,
        remedy: worded(
          "write '\(key): [first, second]'",
          fr: "écrivez '\(key): [first, second]'"))
      return nil
    }
    return items.compactMap { item in
      if item.text == nil {
        report(
          worded(
            "each item of \"\(key)\" must be one value",
            fr: "chaque élément de « \(key) » doit être une seule valeur"), at: item.range)
      }
      return item.text
    }
  }

  /// Returns what the value means among `choices`.
  package func choice<Value>(_ key: String, among choices: KeyValuePairs<String, Value>) -> Value? {
    guard let node = node(key) else { return nil }
    return choice(node, key, choices.map { ($0.key, $0.value) })
  }

  /// Returns the case whose raw value the text is.
  package func choice<Value: CaseIterable & RawRepresentable<String>>(_ key: String, of type: Value.Type) -> Value? {
    guard let node = node(key) else { return nil }
    return choice(node, key, type.allCases.map { ($0.rawValue, $0) })
  }

  /// Returns the cases whose raw values the texts of a list are.
  package func choices<Value: CaseIterable & RawRepresentable<String>>(_ key: String, of type: Value.Type) -> [Value]? {
    guard let node = node(key) else { return nil }
    let items = node.text == nil ? node.items : [node]
    guard let items else {
      report(
        worded("\"\(key)\" must be a list", fr: "« \(key) » doit être une liste"), at: node.range,
        remedy: worded(
          "write '\(key): [first, second]'",
          fr: "écrivez '\(key): [first, second]'"))
      return nil
    }
    return items.compactMap { choice($0, key, type.allCases.map { ($0.rawValue, $0) }) }
  }

  private func choice<Value>(_ node: Node, _ key: String, _ choices: [(name: String, value: Value)]) -> Value? {
    if let text = node.text, let match = choices.first(where: { $0.name == text }) { return match.value }
    let names = choices.map(\.name)
    let nearest = node.text.flatMap { Spelling.nearest(to: $0, among: names) }
    let list = names.joined(separator: ", ")
    report(
      worded("\"\(key)\" must be one of: \(list)", fr: "« \(key) » doit être l'un de : \(list)"), at: node.range,
      remedy: nearest.map { worded("did you mean \"\($0)\"?", fr: "vouliez-vous dire « \($0) » ?") })
    return nil
  }

  /// Returns a decoder for the mapping at `key`.
  package func mapping(_ key: String) -> NodeDecoder? {
    node(key).map { NodeDecoder($0, log) }
  }

  /// Returns a decoder for each mapping of the list at `key`.
  package func mappings(_ key: String) -> [NodeDecoder]? {
    guard let node = node(key) else { return nil }
    guard let items = node.items else {
      report(
        worded("\"\(key)\" must be a list", fr: "« \(key) » doit être une liste"), at: node.range,
        remedy: worded(
          "begin each item with '- '",
          fr: "commencez chaque élément par '- '"))
      return nil
    }
    return items.map { NodeDecoder($0, log) }
  }

  private func isQuotedNumber(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return !scalar.isPlain && Self.tenths(scalar.text) != nil
  }

  private static func tenths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, !first.isEmpty,
      first.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let whole = Int(first), whole < 1_000_000_000
    else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard let tenth = parts[1].utf8.first, (0x30...0x39).contains(tenth),
      parts[1].utf8.dropFirst().allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return whole * 10 + Int(tenth - 0x30)
  }

  private static func decimal(_ tenths: Int) -> String {
    tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}

extension Node {
  /// Whether this is what YAML and JSON write for no value.
  package var isNull: Bool {
    guard case .scalar(let scalar) = self, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }
}
