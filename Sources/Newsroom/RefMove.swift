package import GitStore

/// A ref on its way from one object to another; zero stands for "no such ref".
package struct RefMove: Hashable, Sendable {
  package let ref: RefName
  package let old: ObjectID
  package let new: ObjectID

  /// - Parameters:
  ///   - old: `nil` when there is no such ref.
  ///   - new: `nil` to delete it.
  package init(_ ref: RefName, from old: ObjectID?, to new: ObjectID?) {
    self.ref = ref
    self.old = old ?? .zero
    self.new = new ?? .zero
  }

  /// The name for a person: a branch's without `refs/heads/`.
  package var name: String { ref.branch ?? ref.description }

  /// The way back.
  var reversed: RefMove { RefMove(ref, from: new, to: old) }

  /// As in `<old> <new> <ref>`, which `init(line:)` reads.
  var line: String { "\(old.hex) \(new.hex) \(ref)" }

  /// Reads a line; `nil` when it is none.
  init?(line: some StringProtocol) {
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count == 3, let old = ObjectID(hex: words[0]), let new = ObjectID(hex: words[1]) else { return nil }
    do throws(GitError) {
      self.init(try RefName(String(words[2])), from: old, to: new)
    } catch {
      return nil
    }
  }
}
