/// The entries of one stored tree, read one after the other out of its bytes.
///
/// libgit2's own tree objects parse every entry before the first is seen, which is what makes its diff slow.
struct TreeScanner {
  /// One entry: the range of its name in the tree's bytes, and what it holds.
  struct Item {
    let name: Slice<RawBytes>
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

  private let content: RawBytes
  private var position = 0
  private let id: ObjectID

  init(_ content: RawBytes, of id: ObjectID) {
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
    guard start < content.count, let end = content.firstNul(in: start..<content.count), end > start,
      let object = content.id(at: end + 1)
    else { throw damaged }
    position = end + 21
    return Item(name: content[start..<end], version: FileVersion(id: object, mode: FileMode(raw: mode)))
  }

  /// Passes over the next entry when it is a file of this name and version, and returns whether it is.
  ///
  /// A tree whose names have slashes was not written by git; then files below a folder can seem to be such entries.
  ///
  /// - Parameter name: where in `bytes` the name is.
  mutating func passes(_ name: Range<Int>, of bytes: RawBytes, holding version: FileVersion) -> Bool {
    let start = position + 7
    guard start + name.count + 21 <= content.count, content[start - 1] == UInt8(ascii: " "),
      content[start + name.count] == 0
    else { return false }
    var mode: UInt32 = 0
    for index in position..<(start - 1) {
      let digit = content[index] &- UInt8(ascii: "0")
      guard digit < 8 else { return false }
      mode = mode << 3 | UInt32(digit)
    }
    guard mode == version.mode.rawValue, content.id(at: start + name.count + 1) == version.id else {
      return false
    }
    guard bytes.order(of: name, to: start..<(start + name.count), in: content) == 0 else { return false }
    position = start + name.count + 21
    return true
  }

  /// Passes over the entries that come next in both trees, to the byte, and returns how many they are.
  static func passSame(_ one: inout TreeScanner, _ other: inout TreeScanner) -> Int {
    var passed = 0
    while let end = one.content.firstNul(in: one.position..<one.content.count) {
      let length = end + 21 - one.position
      guard one.content.count - one.position >= length, other.content.count - other.position >= length else { break }
      let mine = one.position..<(one.position + length)
      let theirs = other.position..<(other.position + length)
      guard one.content.order(of: mine, to: theirs, in: other.content) == 0 else { break }
      one.position = mine.upperBound
      other.position = theirs.upperBound
      passed += 1
    }
    return passed
  }

  /// Returns what the entry of a name holds, or nil when there is none. What the others hold is passed over unread.
  ///
  /// - Throws: `damaged` when the bytes are not those of a tree.
  mutating func version(named name: ArraySlice<UInt8>) throws(GitError) -> FileVersion? {
    while position < content.count {
      let entry = position
      guard let end = content.firstNul(in: entry..<content.count), content.count - end > 20 else { throw damaged }
      let start = end - name.count
      if start > entry, content[start - 1] == UInt8(ascii: " "), content.order(of: start..<end, to: name) == 0,
        let found = try next(), found.name.startIndex == start
      {
        return found.version
      }
      position = end + 21
    }
    return nil
  }

  private var damaged: GitError { GitError(.damaged, "read tree", id.hex, "it is not written as a tree is") }
}
