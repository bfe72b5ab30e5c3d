import StructuredText
import Testing

/// `Sources/Reports/output.schema.json`, as far as it uses JSON Schema: types, required and known members, values, references.
struct OutputSchema {
  private let root: Node

  init(_ text: String) throws { root = try JSONReader.node(in: Array(text.utf8)) }

  /// The commands and things that it describes.
  var names: [String] { (root["$defs"]?.entries ?? []).map(\.key.text) }

  /// Returns what does not fit the description of that name; empty when all does.
  func complaints(about text: some StringProtocol, as name: String) throws -> [String] {
    guard let schema = root["$defs"]?[name] else { return ["there is no description of \(name)"] }
    return check(try JSONReader.node(in: Array(text.utf8)), by: schema, at: name, depth: 0)
  }

  private func check(_ value: Node, by schema: Node, at place: String, depth: Int) -> [String] {
    guard depth < 64 else { return ["\(place): the description leads in a circle"] }
    if let name = schema["$ref"]?.text {
      guard name.hasPrefix("#/$defs/"), let other = root["$defs"]?[String(name.dropFirst(8))] else {
        return ["\(place): nothing is described as \(name)"]
      }
      return check(value, by: other, at: place, depth: depth + 1)
    }
    if let choices = schema["anyOf"]?.items {
      let found = choices.map { check(value, by: $0, at: place, depth: depth + 1) }
      return found.contains { $0.isEmpty } ? [] : found.min { $0.count < $1.count } ?? []
    }
    if let values = schema["enum"]?.items ?? schema["const"].map({ [$0] }),
      !values.contains(where: { Self.isSame($0, value) })
    {
      return ["\(place): \(value.text ?? "it") is none of the values"]
    }
    if let type = schema["type"] {
      let types = type.items?.compactMap(\.text) ?? [type.text ?? ""]
      guard types.contains(where: { Self.is(value, $0) }) else {
        return ["\(place): \(value.text ?? "it") is no \(types.joined(separator: " or "))"]
      }
    }
    switch value {
    case .mapping(let entries, _): return check(entries, of: value, by: schema, at: place, depth: depth)
    case .sequence(let items, _):
      guard let each = schema["items"] else { return ["\(place): an array is not described"] }
      return items.enumerated().flatMap { check($1, by: each, at: "\(place)[\($0)]", depth: depth + 1) }
    case .scalar(let scalar):
      guard let number = Double(scalar.text), scalar.isPlain else { return [] }
      let least = schema["minimum"]?.text.flatMap { Double($0) } ?? -.infinity
      let most = schema["maximum"]?.text.flatMap { Double($0) } ?? .infinity
      return number < least || number > most ? ["\(place): \(scalar.text) is out of bounds"] : []
    }
  }

  private func check(_ entries: [Node.Entry], of value: Node, by schema: Node, at place: String, depth: Int) -> [String]
  {
    guard let known = schema["properties"] else { return ["\(place): an object is not described"] }
    var complaints = (schema["required"]?.items ?? []).compactMap(\.text).filter { value[$0] == nil }
      .map { "\(place).\($0) is missing" }
    for entry in entries {
      let name = entry.key.text
      guard let own = known[name] else {
        complaints.append("\(place).\(name) is not described")
        continue
      }
      complaints += check(entry.value, by: own, at: "\(place).\(name)", depth: depth + 1)
    }
    return complaints
  }

  private static func isSame(_ one: Node, _ other: Node) -> Bool {
    guard case .scalar(let one) = one, case .scalar(let other) = other else { return false }
    return one.text == other.text && one.isPlain == other.isPlain
  }

  private static func `is`(_ value: Node, _ type: String) -> Bool {
    switch value {
    case .mapping: type == "object"
    case .sequence: type == "array"
    case .scalar(let scalar):
      switch type {
      case "string": !scalar.isPlain
      case "null": scalar.isPlain && scalar.text == "null"
      case "boolean": scalar.isPlain && ["true", "false"].contains(scalar.text)
      case "integer": scalar.isPlain && Int(scalar.text) != nil
      case "number": scalar.isPlain && Double(scalar.text) != nil
      default: false
      }
    }
  }
}
