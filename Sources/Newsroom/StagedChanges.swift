import GitStore
import Scoring

/// What the next commit will change.
struct StagedChanges {
  let repository: Repository
  let index: Index
  let changes: [ChangedPath]

  /// - Parameter tip: the commit that the next one will stand on; `nil` for the first one.
  init(in repository: Repository, since tip: ObjectID?) throws {
    self.repository = repository
    index = try repository.index()
    changes = try repository.stagedChanges(in: index, since: tip)
  }

  /// Names of files that may be articles, whatever the policy will say.
  private static let endings = [".md", ".markdown", ".mdx", ".txt"]
  /// In bytes; whoever writes more waits a little longer.
  private static let largestGuess = 1 << 20

  /// Starts to read the words that the first of the changed articles will be judged by.
  ///
  /// A guess, made before the policy is known: where it finds nothing, what is needed is read when it is asked for.
  func preparation() -> Preparation? {
    let versions = changes.lazy.compactMap { change in
      change.path.string.flatMap { path in Self.endings.contains { path.hasSuffix($0) } ? change.new : nil }
    }
    guard let version = versions.first(where: { $0.mode.isRegular }),
      let text = try? repository.blob(version.id, limit: Self.largestGuess)
    else { return nil }
    return Preparation(for: text)
  }
}
