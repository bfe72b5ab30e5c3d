package import GitStore
import Wording

/// What git tells a hook.
package enum HookEvent: Sendable {
  /// The index is about to become a commit on the branch that is checked out.
  case commit(isMerge: Bool)
  /// Refs are about to move here.
  case movement([RefUpdate])
  /// Refs are about to move in another repository, from what this one knows of it.
  case push([RefUpdate])
  /// Refs are about to move in this repository, by a push; this is the last word.
  case reception([RefUpdate])
  /// Nothing to judge: another state of a transaction.
  case nothing

  /// Reads an event.
  ///
  /// The scripts hand over the first line that matters as the last argument, because they have read it already; the rest
  /// of git's lines follow on standard input.
  ///
  /// - Parameters:
  ///   - arguments: those of git, then the line.
  ///   - input: what is left of standard input; empty for hooks that read none.
  /// - Throws: `HookEvent.Malformed` when that is nothing that git says.
  package init(_ name: HookName, arguments: [String], input: [UInt8]) throws(Malformed) {
    switch name {
    // The script does the work by itself.
    case .commitMsg: self = .nothing
    case .preCommit, .preMergeCommit:
      self = .commit(isMerge: name == .preMergeCommit)
    case .prePush:
      self = .push(try Self.updates(arguments.dropFirst(2).last, input, order: .push))
    case .preReceive:
      self = .reception(try Self.updates(arguments.last, input, order: .receive))
    case .referenceTransaction:
      guard let state = arguments.first else { throw Malformed(text: worded("no state", fr: "pas d'état")) }
      guard state == "prepared" else {
        self = .nothing
        return
      }
      self = .movement(try Self.updates(arguments.dropFirst().last, input, order: .receive))
    }
  }

  /// Something that git does not say to a hook.
  package struct Malformed: Error, Hashable, Sendable {
    /// The line that could not be read.
    package let text: String
  }

  private enum Order { case push, receive }

  private static func updates(_ first: String?, _ input: [UInt8], order: Order) throws(Malformed) -> [RefUpdate] {
    var lines = first.map { [Array($0.utf8)[...]] } ?? []
    lines += input.split(separator: UInt8(ascii: "\n"))
    var updates: [RefUpdate] = []
    for line in lines {
      let words = line.split(separator: UInt8(ascii: " "))
      let shown = String(decoding: line, as: UTF8.self)
      let (old, new, name): (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>)
      switch order {
      case .push where words.count == 4: (old, new, name) = (words[3], words[1], words[2])
      case .receive where words.count == 3: (old, new, name) = (words[0], words[1], words[2])
      default: throw Malformed(text: shown)
      }
      // The root refs are listed beside the branch that they follow.
      guard name.starts(with: Array("refs/".utf8)) else { continue }
      do {
        let ref = try RefName(bytes: Array(name))
        guard let value = RefUpdate.Value(new) else { throw Malformed(text: shown) }
        let known = RefUpdate.Value(old)
        updates.append(RefUpdate(ref: ref, old: known?.id, new: value))
      } catch {
        throw Malformed(text: shown)
      }
    }
    return updates
  }
}

/// A ref that is about to move.
package struct RefUpdate: Hashable, Sendable {
  package let ref: RefName
  /// `nil` when it was not stated; the ref may or may not exist then.
  package let old: ObjectID?
  package let new: Value

  package init(ref: RefName, old: ObjectID?, new: Value) {
    self.ref = ref
    self.old = old
    self.new = new
  }

  /// What a ref is to become.
  package enum Value: Hashable, Sendable {
    case id(ObjectID)
    case deleted
    /// It would follow another ref.
    case symbolic(String)

    /// Reads 40 digits, all zeros for a deletion, or `ref:` and a name.
    init?(_ text: ArraySlice<UInt8>) {
      let string = String(decoding: text, as: UTF8.self)
      if string.hasPrefix("ref:") {
        self = .symbolic(String(string.dropFirst(4)))
      } else if let id = ObjectID(hex: string) {
        self = id.isZero ? .deleted : .id(id)
      } else {
        return nil
      }
    }

    package var id: ObjectID? {
      if case .id(let id) = self { id } else { nil }
    }
  }
}
