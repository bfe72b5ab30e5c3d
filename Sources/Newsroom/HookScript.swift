import GitStore

/// A hook that git knows and that this program takes part in.
package enum HookName: String, Hashable, Sendable, CaseIterable {
  case preCommit = "pre-commit"
  case preMergeCommit = "pre-merge-commit"
  case commitMsg = "commit-msg"
  case prePush = "pre-push"
  case referenceTransaction = "reference-transaction"
  case preReceive = "pre-receive"

  /// The hooks of a repository that people work in.
  package static let local: [HookName] = [.preCommit, .preMergeCommit, .commitMsg, .prePush, .referenceTransaction]
  /// The hooks of a repository that is pushed to. A refusal elsewhere would come too late, or kill the connection midway.
  package static let server: [HookName] = [.preReceive]

  /// Whether git writes lines to the hook's standard input.
  package var readsInput: Bool {
    switch self {
    case .preCommit, .preMergeCommit, .commitMsg: false
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
  func isOwn(_ bytes: [UInt8]) -> Bool {
    if bytes == Array(text.utf8) { return true }
    guard let id = try? ObjectID(ofBlob: bytes).hex else { return false }
    return earlierVersions.contains(id)
  }

  /// Whether `bytes` say that they are one of the scripts, whatever was changed in them since.
  static func claimsToBeOwn(_ bytes: [UInt8]) -> Bool {
    let second = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false).dropFirst()
      .first
    return second.map { String(decoding: $0, as: UTF8.self).hasPrefix(mark) } ?? false
  }

  /// The ids that git gives to the texts that earlier versions of the program wrote.
  private var earlierVersions: [String] {
    switch name {
    case .preCommit:
      ["e238344a4301a3546e603c6d5d6da1daf9974388", "874b7774714ef3e3c22c8c12a4f8f8f52d8f8759"]
    case .preMergeCommit:
      ["88bc43e0751ffa4e6b0a047e44af32cf5ea120cd", "d148d236d4fa5cd0a12984f4c626bc753ac12052"]
    case .commitMsg: ["105ee6dc3fc472fdf4160a2c4d961c82ecb74947"]
    case .prePush:
      ["8cef94ac7a70f9f6213ba398debc090e7788ff08", "4da5fc6deb7a3e441b0ffa4abc7aa8e589a27b5e"]
    case .referenceTransaction:
      ["3a4996fd8eacb5a94f5b0ae8e056b0dab0777db3", "948c68ccbc6cfbb18027a41ce6ceef7b89c73180"]
    case .preReceive:
      ["f44cdedfd6b8b3464223af4d25a02436e19d64d4", "7510630391fec36abad90a2d49d02714e5a5bd81"]
    }
  }

  private static let mark = "# editorial hook "

  /// The script.
  package var text: String {
    """
    #!/bin/sh
    \(Self.mark)3: \(name.rawValue)
    # Written by `editorial hook install`, taken away by `editorial hook uninstall`.
    \(purpose)

    here=${0%/*}
    before=$here/\(keptName)

    \(quickEnd)\(name == .commitMsg ? "" : judging)\(work)
    """
  }

  /// Git asks about every ref, and at several moments; most of it is to cost no more than to be asked, so it ends before
  /// the shell has read the rest.
  private var quickEnd: String {
    name == .referenceTransaction ? "[ \"$1\" = prepared ] || [ -x \"$before\" ] || exit 0\n\n" : ""
  }

  /// What every script has in common that asks the program.
  private var judging: String {
    """
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


    """
  }

  private var purpose: String {
    switch name {
    case .preCommit: "# Before a commit: judges the articles that are staged, when a stage's branch is checked out."
    case .preMergeCommit:
      "# Before a merge commit: judges the articles that are staged, when a stage's branch is checked out."
    case .commitMsg: "# When a commit's message is written: adds what its articles scored."
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
    case .commitMsg: Self.trailers
    case .prePush: lines(read: "local new ref old", filter: Self.branchFilter(), state: false)
    case .referenceTransaction: lines(read: "old new ref", filter: Self.transactionFilter, state: true)
    case .preReceive: lines(read: "old new ref", filter: Self.branchFilter(and: "refs/replace/*"), state: false)
    }
  }

  /// The body of a hook that reads lines: finds the first that matters without starting anything, and hands it over
  /// with the rest of the input.
  private func lines(read names: String, filter: String, state: Bool) -> String {
    let line = names.split(separator: " ").map { "$\($0)" }.joined(separator: " ")
    return """
      \(state ? Self.judgedBefore + "\n" : "")judge() {
        while read -r \(names); do
      \(filter)\(state ? "\n    if is_judged \"$old $ref\"; then continue; fi" : "")
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
      fi
      judge "$@"

      """
  }

  private static func branchFilter(and other: String? = nil) -> String {
    "    case $ref in refs/heads/*\(other.map { " | " + $0 } ?? "")) ;; *) continue ;; esac"
  }

  /// Whether an update is that of the commit which the hook before it has judged. See `JudgedCommit`.
  private static let judgedBefore = """
    # Whether this is the commit that was judged before it was made: the same run of git, and nothing has changed since.
    is_judged() {
      judged=${GIT_DIR:-.git}/\(JudgedCommit.file)
      [ -r "$judged" ] && [ -r "/proc/$PPID/stat" ] || return
      IFS= read -r process <"/proc/$PPID/stat" || return
      # The fields behind the name are numbered from 3, and 22 is when the process began.
      set -- "$1" . ${process##*)}
      while read -r key value; do
        case $key in
          by) [ "$value" = "$PPID ${22}" ] || return ;;
          moves) [ "$value" = "$1" ] || return ;;
          in)
            common=$value
            for file in "${GIT_DIR:-.git}/index" "$common/config" "$common/packed-refs"; do
              # Not older is not enough: file systems tell no moments apart that are a few milliseconds apart.
              [ ! -e "$file" ] || [ "$judged" -nt "$file" ] || return
            done
            ;;
          loose)
            [ -r "$common/${value#* }" ] && IFS= read -r id <"$common/${value#* }" || return
            [ "$id" = "${value%% *}" ] || return
            ;;
          packed) if [ -e "$common/$value" ]; then return 1; fi ;;
          end) return 0 ;;
        esac
      done <"$judged"
      return 1
    }

    """

  private static let trailers = """
    if [ -x "$before" ]; then "$before" "$@" || exit; fi
    # What the hook before the commit has left, if it has scored an article.
    scores=${1%/*}/\(WaitingTrailers.file)
    [ -s "$scores" ] || exit 0
    message=$1

    # Whether there is more than comments; without a message git makes no commit. Finds out too whether trailers can simply
    # be put at its end, because nothing there is a comment, the end of the message, or like a trailer.
    is_written() {
      found=
      unsure=
      simple=1
      title=1
      while
        IFS= read -r line || { [ "$line" ] && unended=1; }
      do
        case $line in
          '# ------------------------ >8 ------------------------')
            simple=
            break
            ;;
          '')
            title=
            last=
            continue
            ;;
          '#'*) simple= ;;
          [A-Za-z0-9]*) found=1 ;;
          *) unsure=1 ;;
        esac
        last=1
        case $line in *'>8'* | ' '* | '\t'*) simple= ;; esac
        # Git takes no first paragraph for trailers.
        [ "$title" ] || case $line in *[=#:'(']*) simple= ;; esac
      done <"$message"
      [ "$found" ] || { [ "$unsure" ] && [ "$(git stripspace --strip-comments <"$message")" ]; }
    }

    # Nor does it make one of a template that was left as it is.
    is_template() {
      [ -r "$1" ] && [ "$(git stripspace --strip-comments <"$message")" = "$(git stripspace --strip-comments <"$1")" ]
    }

    set --
    while IFS= read -r line; do
      case $line in
        'template '*) if is_template "${line#template }"; then exit 0; fi ;;
        *) set -- "$@" "$line" ;;
      esac
    done <"$scores"
    : >"$scores"
    unended=
    last=
    is_written || exit 0
    # The message of a merge has no line end, and a trailer would come right under it.
    if [ "$unended" ]; then echo >>"$message"; fi
    if [ "$simple" ] && [ "$last" ]; then
      printf '%s\\n' '' "$@" >>"$message"
      exit 0
    fi
    for line; do
      set -- "$@" --trailer "$line"
      shift
    done
    git interpret-trailers --in-place --no-divider --if-exists replace "$@" "$message"
    exit 0

    """

  private static let transactionFilter = """
        case $ref in refs/heads/*) ;; *) continue ;; esac
        case $new in
          # Nothing moves.
          "$old") case $old in *[!0]*) continue ;; esac ;;
          *[!0]*) ;;
          # A deletion states no old value. With one, it is git pack-refs or gc that tidies up, or only a question.
          *) case $old in *[!0]*) continue ;; esac ;;
        esac
    """
}
