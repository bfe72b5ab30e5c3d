/// A piece of keyed text with the place it was read from.
///
/// Scalars stay text: whether `1.10` is a number or a version is for the reader of the key to say.
package indirect enum Node: Sendable {
  case scalar(Scalar)
  case sequence([Node], TextRange)
  case mapping([Entry], TextRange)

  /// A scalar's text after unescaping.
  package struct Scalar: Sendable {
    package let text: String
    /// Whether the text stood without quotes, so that `true`, `12` or `null` may be meant as such.
    package let isPlain: Bool
    package let range: TextRange

    package init(text: String, isPlain: Bool, range: TextRange) {
      self.text = text
      self.isPlain = isPlain
      self.range = range
    }
  }

  /// One key of a mapping and its value, in the order of the text.
  package struct Entry: Sendable {
    package let key: Scalar
    package let value: Node

    package init(key: Scalar, value: Node) {
      self.key = key
      self.value = value
    }
  }

  package var range: TextRange {
    switch self {
    case .scalar(let scalar): scalar.range
    case .sequence(_, let range), .mapping(_, let range): range
    }
  }

  /// The text of a scalar; `nil` for a sequence or a mapping.
  package var text: String? {
    if case .scalar(let scalar) = self { scalar.text } else { nil }
  }

  /// The value of the first entry with the key `key`; `nil` when this is no mapping or has no such key.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries, _) = self else { return nil }
    return entries.first { $0.key.text == key }?.value
  }

  /// The items of a sequence; `nil` for anything else.
  package var items: [Node]? {
    if case .sequence(let items, _) = self { items } else { nil }
  }

  /// The entries of a mapping; `nil` for anything else.
  package var entries: [Entry]? {
    if case .mapping(let entries, _) = self { entries } else { nil }
  }
}
