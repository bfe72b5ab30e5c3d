/// A place at which history breaks off although it goes on, and the repository is no shallow clone.
package struct HistoryGap: Hashable, Sendable {
  /// The commit that is not there, or cannot be read.
  package let missing: ObjectID
  /// The commit that names it as its parent.
  package let child: ObjectID
  /// A branch with that history, without `refs/heads/`; nil when no branch was found that has it.
  package let branch: String?
}

extension Repository {
  /// Runs `look`, which follows the history of `tips`.
  ///
  /// The library says only that it could not, or at most which object it wanted.
  ///
  /// - Throws: `notFound`, where one of the tips is missing; `gap`, where a commit on the way is; else what `look` throws.
  func following<Result>(
    _ tips: [ObjectID], _ look: () throws(GitError) -> Result
  ) throws(GitError) -> Result {
    do {
      return try look()
    } catch {
      switch error.code {
      case .notFound, .damaged: break
      default: throw error
      }
      for tip in tips where try header(of: tip) == nil {
        throw GitError(.notFound, error.operation, tip.hex, "there is no such object")
      }
      guard let gap = gap(below: tips) else { throw error }
      throw GitError(
        .gap(gap), error.operation, gap.missing.hex,
        "the parent of \(gap.child.short) is not there" + (gap.branch.map { ", in the history of \($0)" } ?? ""))
    }
  }

  private func gap(below tips: [ObjectID]) -> HistoryGap? {
    var seen = Set<ObjectID>()
    guard let gap = gap(below: tips, skipping: &seen, of: nil) else { return nil }
    seen = []
    let branches: [Reference]
    do { branches = try references(under: "refs/heads/") } catch { return gap }
    // A branch that was looked at is a better answer than another one that has the same history.
    for branch in branches.filter({ tips.contains($0.target) }) + branches
    where self.gap(below: [branch.target], skipping: &seen, of: gap.missing) != nil {
      return HistoryGap(missing: gap.missing, child: gap.child, branch: branch.name.branch)
    }
    return gap
  }

  /// - Parameter missing: what is looked for; nil for anything.
  private func gap(below tips: [ObjectID], skipping seen: inout Set<ObjectID>, of missing: ObjectID?) -> HistoryGap? {
    var waiting = tips
    while seen.count < Self.mostFollowed, let id = waiting.popLast() {
      guard seen.insert(id).inserted else { continue }
      for parent in readableParents(of: id) ?? [] where !seen.contains(parent) {
        if readableParents(of: parent) != nil {
          waiting.append(parent)
        } else if missing == nil || missing == parent {
          return HistoryGap(missing: parent, child: id, branch: nil)
        }
      }
    }
    return nil
  }

  private func readableParents(of id: ObjectID) -> [ObjectID]? {
    do { return try parents(of: id) } catch { return nil }
  }

  /// Who has a longer history is told less, and not kept waiting.
  private static let mostFollowed = 100_000
}
