import CYAML
import Wording

/// One step of a YAML text, copied out of libyaml.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd
    case documentStart, documentEnd
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case scalar(text: String, isPlain: Bool, isBlock: Bool)
    case alias
  }
  var kind: Kind
  var range: TextRange
  var hasAnchor = false
  var hasTag = false
  var isFlow = false
}

/// A libyaml parser at work on a borrowed buffer, which must outlive it.
@safe struct YAMLEvents: ~Copyable {
  // The parser keeps a pointer to itself, so it has to stay where it is.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool
  private let offsets: ScalarOffsets

  @unsafe init(_ input: UnsafeBufferPointer<UInt8>, offsets: ScalarOffsets) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    isReady = unsafe yaml_parser_initialize(parser) == 1
    self.offsets = offsets
    guard isReady else { return }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
  }

  /// Returns the next event.
  ///
  /// - Throws: what libyaml found wrong, in its words, with its place.
  borrowing func next() throws(StructuredTextError) -> YAMLEvent {
    guard isReady else {
      throw StructuredTextError(
        worded(
          "there is no memory left to read the text",
          fr: "il n'y a plus de mémoire pour lire le texte"), at: TextRange(0, 0))
    }
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&event) }
    let range = unsafe TextRange(
      offsets.offset(ofScalar: Int(event.start_mark.index)), offsets.offset(ofScalar: Int(event.end_mark.index)))
    return unsafe copy(event, range)
  }

  private borrowing func copy(_ event: yaml_event_t, _ range: TextRange) -> YAMLEvent {
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, range: range)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, range: range)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, range: range)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, range: range)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, range: range)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, range: range)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe YAMLEvent(
        kind: .sequenceStart, range: range, hasAnchor: start.anchor != nil, hasTag: start.tag != nil,
        isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe YAMLEvent(
        kind: .mappingStart, range: range, hasAnchor: start.anchor != nil, hasTag: start.tag != nil,
        isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isBlock = unsafe scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
      return unsafe YAMLEvent(
        kind: .scalar(text: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, isBlock: isBlock),
        range: range, hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    default: return YAMLEvent(kind: .streamEnd, range: range)
    }
  }

  private borrowing func failure() -> StructuredTextError {
    let state = unsafe parser.pointee
    guard unsafe state.error != YAML_MEMORY_ERROR else {
      return StructuredTextError(
        worded(
          "there is no memory left to read the text",
          fr: "il n'y a plus de mémoire pour lire le texte"), at: TextRange(0, 0))
    }
    let problem =
      unsafe state.problem.map { unsafe String(cString: $0) }
      ?? worded(
        "not valid YAML",
        fr: "ce n'est pas du YAML valide")
    let start =
      if unsafe state.error == YAML_READER_ERROR {
        offsets.offset(ofByte: unsafe Int(state.problem_offset))
      } else {
        offsets.offset(ofScalar: unsafe Int(state.problem_mark.index))
      }
    return StructuredTextError(problem, at: TextRange(start, start))
  }
}
