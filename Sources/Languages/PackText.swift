/// The text of a language pack, read without copying: sections of named groups of items.
///
/// Packs are YAML, of a small strict part of it, because every start of a hook reads one: `section: value`,
/// `section: [items]`, and under `section:` lines `group: [items]` or `group: value`, indented. A list may run over several lines; an item that
/// holds a comma, a bracket or a mark that YAML reserves stands in double quotes. `#` starts a comment at the start of
/// a line or after a blank.
struct PackText: Sendable {
  struct Group: Sendable {
    let name: String
    /// The bytes of each item, without quotes.
    let items: [Range<Int>]
  }

  struct Section: Sendable {
    let name: String
    /// One nameless group when the section has no groups.
    fileprivate(set) var groups: [Group] = []
  }

  let bytes: [UInt8]
  private(set) var sections: [Section] = []

  /// Reads the sections up to and including the one named `last`, or all of them.
  init(_ bytes: [UInt8], upTo last: String? = nil) {
    self.bytes = bytes
    var position = 0
    while position < bytes.count {
      let isSection = bytes[position] != 0x20 && bytes[position] != 0x0A && bytes[position] != 0x23
      if isSection, let last, sections.last?.name == last { break }
      readLine(&position)
    }
  }

  /// The groups of a section; none when the pack lacks it.
  subscript(section: String) -> [Group] {
    sections.first { $0.name == section }?.groups ?? []
  }

  /// The text of an item.
  func text(_ item: Range<Int>) -> String { String(decoding: bytes[item], as: UTF8.self) }

  /// Reads one line, or several when a list runs over them.
  private mutating func readLine(_ position: inout Int) {
    let start = position
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    let indent = position - start
    guard position < bytes.count else { return }
    if bytes[position] == 0x23 || bytes[position] == 0x0A { return skipLine(&position) }
    let name = readName(&position)
    let items = readItems(&position)
    skipLine(&position)
    if indent == 0 {
      sections.append(Section(name: name))
      if let items { sections[sections.count - 1].groups.append(Group(name: "", items: items)) }
    } else if !sections.isEmpty {
      sections[sections.count - 1].groups.append(Group(name: name, items: items ?? []))
    }
  }

  private func skipLine(_ position: inout Int) {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    position += 1
  }

  /// Reads a key and steps over its colon.
  private func readName(_ position: inout Int) -> String {
    if bytes[position] == 0x22 {
      let item = readQuoted(&position)
      if position < bytes.count, bytes[position] == 0x3A { position += 1 }
      return text(item)
    }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A {
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0x0A
      if bytes[position] == 0x3A, next == 0x20 || next == 0x0A {
        position += 1
        return text(start..<position - 1)
      }
      position += 1
    }
    return text(start..<position)
  }

  /// Reads what follows a colon: a list, a value, or nothing.
  private func readItems(_ position: inout Int) -> [Range<Int>]? {
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    guard position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x23 else { return nil }
    guard bytes[position] == 0x5B else { return [readItem(&position, inList: false)].filter { !$0.isEmpty } }
    position += 1
    var items: [Range<Int>] = []
    while position < bytes.count, bytes[position] != 0x5D {
      switch bytes[position] {
      case 0x20, 0x0A, 0x2C: position += 1
      case 0x23: skipLine(&position)
      default:
        let before = position
        let item = readItem(&position, inList: true)
        if !item.isEmpty { items.append(item) }
        if position == before { position += 1 }
      }
    }
    return items
  }

  private func readItem(_ position: inout Int, inList: Bool) -> Range<Int> {
    if bytes[position] == 0x22 { return readQuoted(&position) }
    let start = position
    var end = start
    while position < bytes.count, bytes[position] != 0x0A {
      let byte = bytes[position]
      if inList, byte == 0x2C || byte == 0x5D { break }
      if byte == 0x23, bytes[position - 1] == 0x20 { break }
      position += 1
      if byte != 0x20 { end = position }
    }
    return start..<end
  }

  private func readQuoted(_ position: inout Int) -> Range<Int> {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x0A { position += 1 }
    let end = position
    if position < bytes.count, bytes[position] == 0x22 { position += 1 }
    return start..<end
  }
}
