import GitStore
import Manuscripts
import Scoring

/// The first of the staged articles, read on another core before the policy says whether it will be judged.
///
/// A guess: where it is wrong, what is needed is read when it is asked for.
struct EarlyReading {
  let blob: ObjectID
  let bytes: [UInt8]
  let reading: Reading

  /// Names of files that may be articles, whatever the policy will say.
  private static let endings = [".md", ".markdown", ".mdx", ".txt"]
  /// In bytes; whoever writes more waits a little longer.
  private static let largest = 1 << 20

  /// - Returns: `nil` when none of the changes seems to be an article's.
  init?(of changes: [ChangedPath], in repository: Repository, interrupting rehearsal: Rehearsal? = nil) {
    let versions = changes.lazy.compactMap { change in
      change.path.string.flatMap { path in Self.endings.contains { path.hasSuffix($0) } ? change.new : nil }
    }
    guard let version = versions.first(where: { $0.mode.isRegular }) else { return nil }
    let bytes: [UInt8]
    do throws(GitError) {
      bytes = try repository.blob(version.id, limit: Self.largest)
    } catch {
      // Nobody has asked for it yet: whoever does reads it again, and says why that cannot be done.
      return nil
    }
    blob = version.id
    self.bytes = bytes
    reading = Reading(interrupting: rehearsal) { ArticleParser().article(from: bytes) }
  }
}
