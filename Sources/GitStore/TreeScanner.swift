/// The entries of one stored tree, read one after the other out of its bytes.
///
/// libgit2's own tree objects parse every entry before the first is seen, which is what makes its diff slow.
struct TreeScanner {
  /// One entry: the range of its name in the tree's bytes, and what it holds.
  struct Item {
    let name: ArraySlice<UInt8>
    let version: FileVersion

    /// What git sorts a tree by: the name, and for a folder a slash after it.
    func sortsBefore(_ other: Item) -> Bool {
      let common = min(name.count, other.name.count)
      for offset in 0..<common {
        let mine = name[name.startIndex + offset]
        let theirs = other.name[other.name.startIndex + offset]
        if mine != theirs { return mine < theirs }
      }
      return byte(at: common) < other.byte(at: common)
    }

    private func byte(at offset: Int) -> UInt8 {
      if offset < name.count { return name[name.startIndex + offset] }
      return version.mode == .folder ? slash : 0
    }
  }

  private let content: [UInt8]
  private var position = 0
  private let id: ObjectID

  init(_ content: [UInt8], of id: ObjectID) {
    self.content = content
    self.id = id
  }

  /// Returns the next entry, or nil at the end.
  ///
  /// - Throws: `damaged` when the bytes are not those of a tree.
  mutating func next() throws(GitError) -> Item? {
    guard position < content.count else { return nil }
    var mode: UInt32 = 0
    while position < content.count, content[position] != UInt8(ascii: " ") {
      let digit = content[position] &- UInt8(ascii: "0")
      guard digit < 8, mode < 1 << 24 else { throw damaged }
      mode = mode << 3 | UInt32(digit)
      position += 1
    }
    let start = position + 1
    guard start < content.count, let end = content[start...].firstIndex(of: 0), end > start, content.count - end > 20,
      let object = ObjectID(in: content, at: end + 1)
    else { throw damaged }
    position = end + 21
    return Item(name: content[start..<end], version: FileVersion(id: object, mode: FileMode(raw: mode)))
  }

  /// Returns what the entry of a name holds, or nil when there is none. What the others hold is passed over unread.
  ///
  /// - Throws: `damaged` when the bytes are not those of a tree.
  mutating func version(named name: ArraySlice<UInt8>) throws(GitError) -> FileVersion? {
    while position < content.count {
      let entry = position
      guard let space = content[entry...].firstIndex(of: UInt8(ascii: " ")),
        let end = content[space...].firstIndex(of: 0), content.count - end > 20
      else { throw damaged }
      if end - space - 1 == name.count, content[(space + 1)..<end] == name { return try next()?.version }
      position = end + 21
    }
    return nil
  }

  private var damaged: GitError { GitError(.damaged, "read tree", id.hex, "it is not written as a tree is") }
}
