/// A hook that git knows and that this program takes part in.
package enum HookName: String, Hashable, Sendable, CaseIterable {
  case preCommit = "pre-commit"
  case preMergeCommit = "pre-merge-commit"
  case prePush = "pre-push"
  case referenceTransaction = "reference-transaction"
  case preReceive = "pre-receive"

  /// The hooks of a repository that people work in.
  package static let local: [HookName] = [.preCommit, .preMergeCommit, .prePush, .referenceTransaction]
  /// The hooks of a repository that is pushed to. A refusal elsewhere would come too late, or kill the connection midway.
  package static let server: [HookName] = [.preReceive]

  /// Whether git writes lines to the hook's standard input.
  package var readsInput: Bool {
    switch self {
    case .preCommit, .preMergeCommit: false
    case .prePush, .referenceTransaction, .preReceive: true
    }
  }
}

/// The shell script that stands in a hooks folder under a hook's name.
///
/// The script is the same in every repository, to the byte: what is known only at install time stands beside it in the
/// file `editorial.install`. It starts the program only when a branch is about to move; which branches are gated is the
/// policy's to say, and the policy may change, so the script does not know. The patterns in `editorial.install` serve
/// one case only: the program is gone, and what it guarded must be refused.
package struct HookScript: Sendable {
  package let name: HookName

  package init(_ name: HookName) { self.name = name }

  /// Under this name, beside the script, lies the hook that was there before; it runs first.
  package var keptName: String { name.rawValue + ".before-editorial" }

  /// The file beside the scripts that holds what was known when they were installed.
  package static let installFile = "editorial.install"

  /// Whether `bytes` are this script, as it is or as an earlier version of the program wrote it.
  func isOwn(_ bytes: [UInt8]) -> Bool { allVersions.contains { Array($0.utf8) == bytes } }

  /// Whether `bytes` say that they are one of the scripts, whatever was changed in them since.
  static func claimsToBeOwn(_ bytes: [UInt8]) -> Bool {
    let second = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false).dropFirst()
      .first
    return second.map { String(decoding: $0, as: UTF8.self).hasPrefix(mark) } ?? false
  }

  /// Every text that a version of the program wrote, the present one first.
  private var allVersions: [String] { [text] }

  private static let mark = "# editorial hook "

  /// The script.
  package var text: String {
    """
    #!/bin/sh
    \(Self.mark)1: \(name.rawValue)
    # Written by `editorial hook install`, taken away by `editorial hook uninstall`.
    \(purpose)

    here=${0%/*}
    before=$here/\(keptName)

    # Hands over to the program, and returns only when there is none.
    start() {
      if command -v editorial >/dev/null 2>&1; then exec editorial hook run \(name.rawValue) -- "$@"; fi
      program=
      if [ -r "$here/\(Self.installFile)" ]; then IFS= read -r program <"$here/\(Self.installFile)"; fi
      if [ -f "$program" ] && [ -x "$program" ]; then exec "$program" hook run \(name.rawValue) -- "$@"; fi
    }

    # Without the program nothing can be judged: refuses what was guarded when the hooks were installed.
    refuse_guarded() {
      found=
      if [ -r "$here/\(Self.installFile)" ]; then
        while read -r key pattern; do
          [ "$key" = guards ] || continue
          found=1
          case $1 in $pattern) complain "$1" ;; esac
        done <"$here/\(Self.installFile)"
      fi
      [ "$found" ] && return
      case $1 in refs/heads/main | refs/heads/factual/* | refs/heads/styled/*) complain "$1" ;; esac
    }

    complain() {
      {
        echo "editorial: could not judge $1, so it is refused."
        echo "  There is no program \\"editorial\\" on this hook's PATH, nor at ${program:-the place it was installed from}."
        echo "  Install it, then run: editorial hook install"
      } >&2
      exit 2
    }

    \(work)
    """
  }

  private var purpose: String {
    switch name {
    case .preCommit: "# Before a commit: judges the articles that are staged, when a stage's branch is checked out."
    case .preMergeCommit:
      "# Before a merge commit: judges the articles that are staged, when a stage's branch is checked out."
    case .prePush: "# Before a push: judges the branches as they would be on the other side."
    case .referenceTransaction: "# Whenever refs are about to move, whatever moves them: judges stages' branches."
    case .preReceive: "# On a server, before a push takes effect: judges stages' branches."
    }
  }

  private var work: String {
    switch name {
    case .preCommit, .preMergeCommit:
      """
      if [ -x "$before" ]; then "$before" "$@" || exit; fi
      start "$@"
      refuse_guarded "$(git symbolic-ref --quiet HEAD)"
      exit 0

      """
    case .prePush: lines(read: "local new ref old", filter: Self.branchFilter(), state: false)
    case .referenceTransaction: lines(read: "old new ref", filter: Self.transactionFilter, state: true)
    case .preReceive: lines(read: "old new ref", filter: Self.branchFilter(and: "refs/replace/*"), state: false)
    }
  }

  /// The body of a hook that reads lines: finds the first that matters without starting anything, and hands it over
  /// with the rest of the input.
  private func lines(read names: String, filter: String, state: Bool) -> String {
    let line = names.split(separator: " ").map { "$\($0)" }.joined(separator: " ")
    let onlyPrepared = state ? "\n[ \"$1\" = prepared ] || exit 0" : ""
    return """
      judge() {
        while read -r \(names); do
      \(filter)
          start "$@" "\(line)"
          refuse_guarded "$ref"
        done
        exit 0
      }

      if [ -x "$before" ]; then
        input=$(cat && echo .)
        printf %s "${input%.}" | "$before" "$@" || exit\(state ? "\n  [ \"$1\" = prepared ] || exit 0" : "")
        printf %s "${input%.}" | judge "$@"
        exit
      fi\(onlyPrepared)
      judge "$@"

      """
  }

  private static func branchFilter(and other: String? = nil) -> String {
    "    case $ref in refs/heads/*\(other.map { " | " + $0 } ?? "")) ;; *) continue ;; esac"
  }

  private static let transactionFilter = """
        case $ref in refs/heads/*) ;; *) continue ;; esac
        case $new in
          *[!0]*) ;;
          # A deletion states no old value. With one, it is git pack-refs or gc that tidies up, or only a question.
          *) case $old in *[!0]*) continue ;; esac ;;
        esac
    """
}
