/// The text of a language pack, read without copying: sections of named groups of items.
///
/// Packs are YAML, of a small strict part of it, because every start of a hook reads one: `section: value`,
/// `section: [items]`, and under `section:` lines `group: [items]` or `group: value`, indented. A list may run over several lines; an item that
/// holds a comma, a bracket or a mark that YAML reserves stands in double quotes. `#` starts a comment at the start of
/// a line or after a blank.
struct PackText: Sendable {
  struct Group: Sendable {
    let name: String
    /// Which of the pack's items are its own.
    let items: Range<Int>
  }

  struct Section: Sendable {
    let name: String
    /// Which of the pack's groups are its own; one nameless group when the section has none.
    fileprivate(set) var groups: Range<Int>
  }

  let bytes: [UInt8]
  /// The bytes of each item, without quotes; those of a section stand together, and so do those of a group.
  private(set) var items: [Range<Int>] = []
  private var groups: [Group] = []
  private(set) var sections: [Section] = []

  /// Reads the sections up to and including the one named `last`, or all of them.
  init(_ bytes: [UInt8], upTo last: String? = nil) {
    self.bytes = bytes
    items.reserveCapacity(last == nil ? bytes.count / 16 : 256)
    groups.reserveCapacity(last == nil ? 512 : 32)
    sections.reserveCapacity(128)
    let text = bytes.span
    var position = 0
    while position < text.count {
      let isSection = text[position] != 0x20 && text[position] != 0x0A && text[position] != 0x23
      if isSection, let last, sections.last?.name == last { break }
      readLine(text, &position)
    }
  }

  /// The groups of a section; none when the pack lacks it.
  subscript(section: String) -> ArraySlice<Group> {
    groups[sections.first { $0.name == section }?.groups ?? 0..<0]
  }

  /// The items of all groups of a section.
  func items(of section: String) -> ArraySlice<Range<Int>> {
    let groups = self[section]
    guard let first = groups.first, let last = groups.last else { return [] }
    return items[first.items.lowerBound..<last.items.upperBound]
  }

  /// The text of an item.
  func text(_ item: Range<Int>) -> String { String(decoding: bytes[item], as: UTF8.self) }

  /// Reads one line, or several when a list runs over them.
  private mutating func readLine(_ text: Span<UInt8>, _ position: inout Int) {
    let start = position
    while position < text.count, text[position] == 0x20 { position += 1 }
    let indent = position - start
    guard position < text.count else { return }
    if text[position] == 0x23 || text[position] == 0x0A { return Self.skipLine(text, &position) }
    let name = self.text(Self.readName(text, &position))
    let first = items.count
    let hasItems = readItems(text, &position)
    Self.skipLine(text, &position)
    if indent == 0 { sections.append(Section(name: name, groups: groups.count..<groups.count)) }
    guard indent > 0 || hasItems, var section = sections.popLast() else { return }
    groups.append(Group(name: indent == 0 ? "" : name, items: first..<items.count))
    section.groups = section.groups.lowerBound..<groups.count
    sections.append(section)
  }

  private static func skipLine(_ text: Span<UInt8>, _ position: inout Int) {
    while position < text.count, text[position] != 0x0A { position += 1 }
    position += 1
  }

  /// Reads a key and steps over its colon.
  private static func readName(_ text: Span<UInt8>, _ position: inout Int) -> Range<Int> {
    if text[position] == 0x22 {
      let item = readQuoted(text, &position)
      if position < text.count, text[position] == 0x3A { position += 1 }
      return item
    }
    let start = position
    while position < text.count, text[position] != 0x0A {
      let next = position + 1 < text.count ? text[position + 1] : 0x0A
      if text[position] == 0x3A, next == 0x20 || next == 0x0A {
        position += 1
        return start..<position - 1
      }
      position += 1
    }
    return start..<position
  }

  /// Reads what follows a colon: a list, a value, or nothing.
  ///
  /// - Returns: Whether there was anything.
  private mutating func readItems(_ text: Span<UInt8>, _ position: inout Int) -> Bool {
    while position < text.count, text[position] == 0x20 { position += 1 }
    guard position < text.count, text[position] != 0x0A, text[position] != 0x23 else { return false }
    guard text[position] == 0x5B else {
      let item = Self.readItem(text, &position, inList: false)
      if !item.isEmpty { items.append(item) }
      return true
    }
    position += 1
    while position < text.count, text[position] != 0x5D {
      switch text[position] {
      case 0x20, 0x0A, 0x2C: position += 1
      case 0x23: Self.skipLine(text, &position)
      default:
        let before = position
        let item = Self.readItem(text, &position, inList: true)
        if !item.isEmpty { items.append(item) }
        if position == before { position += 1 }
      }
    }
    return true
  }

  @inline(__always)
  private static func readItem(_ text: Span<UInt8>, _ position: inout Int, inList: Bool) -> Range<Int> {
    if text[position] == 0x22 { return readQuoted(text, &position) }
    let start = position
    var end = start
    while end < text.count {
      let byte = text[end]
      if byte == 0x0A || inList && (byte == 0x2C || byte == 0x5D) || byte == 0x23 && text[end - 1] == 0x20 { break }
      end += 1
    }
    position = end
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  private static func readQuoted(_ text: Span<UInt8>, _ position: inout Int) -> Range<Int> {
    position += 1
    let start = position
    while position < text.count, text[position] != 0x22, text[position] != 0x0A { position += 1 }
    let end = position
    if position < text.count, text[position] == 0x22 { position += 1 }
    return start..<end
  }
}
