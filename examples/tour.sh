#!/bin/sh
# An article goes from its draft to publication, is refused twice on the way, and is mended.
#
#   sh examples/tour.sh                           an English article
#   sh examples/tour.sh velos-cargos-livraison    a French one
#
# Everything is real: a Git repository and its server are made in a temporary folder, and each command runs as it is
# shown. The tour fails when something passes that should be refused, or the other way round.
set -eu

slug=${1:-library-of-things}
root=$(cd "$(dirname "$0")/.." && pwd)
examples=$root/examples
if [ ! -f "$examples/articles/$slug/styled-wrong-figure.md" ]; then
  echo "There is no tour of '$slug'. Try library-of-things or velos-cargos-livraison." >&2
  exit 64
fi

bold= plain=
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); fi

# Announces a step.
say() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }

# Shows a command, runs it, and ends the tour when it fails.
run() {
  printf '\n$ %s\n' "$1"
  eval "$1" || broken "this should have worked (exit status $?)"
}

# Shows a command, runs it, and ends the tour when it works.
refused() {
  printf '\n$ %s\n' "$1"
  status=0
  eval "$1" || status=$?
  [ "$status" -ne 0 ] || broken "this should have been refused"
  printf '(exit status %s)\n' "$status"
}

# Ends the tour unless what must be true is true.
check() { eval "$2" >/dev/null 2>&1 || broken "$1"; }

broken() {
  printf '\nThe tour is broken: %s.\nThe repository is in %s\n' "$1" "${place:-no place yet}" >&2
  exit 1
}

sh "$root/Tests/prepare.sh"
say "Building editorial. The first time this takes a few minutes."
(cd "$root" && swift build --configuration release --product editorial)
programs=$(cd "$root" && swift build --configuration release --show-bin-path)
PATH=$programs:$PATH
export PATH

place=$(mktemp -d "${TMPDIR:-/tmp}/editorial-tour.XXXXXX")
# A pager would stop the tour and wait for a key.
GIT_PAGER=cat PAGER=cat
export GIT_PAGER PAGER

say "1. A newsroom: a Git repository with a policy, and hooks that ask it before any branch moves."
cd "$place"
run "git init --quiet --initial-branch=main newsroom"
cd newsroom
run "git config user.name 'Robin Editor'"
run "git config user.email robin@the-commons-desk.org"
run "editorial init"
run "git add --all"
run "git commit --quiet --message 'Adopt an editorial policy'"
run "editorial hook install"

say "2. Its server, which nobody gets past: there the gate runs at every push."
run "git init --quiet --bare --initial-branch=main ../server.git"
run "git remote add origin ../server.git"
run "git push --quiet origin main"
run "editorial -C ../server.git hook install --server"

say "3. A writer opens a draft. Drafts have no gate: anything may be committed there."
run "editorial new $slug"
run "git switch --quiet draft/$slug"
run "cp $examples/articles/$slug/draft.md articles/$slug.md"
run "git add --all"
run "git commit --quiet --message 'First notes'"

say "4. Notes are not a checked article: they name no source, so they cannot become the factual version."
refused "editorial promote $slug"
check "there is no factual version yet" "! git rev-parse --verify --quiet refs/heads/factual/$slug"

say "5. The facts are checked. The article now cites its sources, and their excerpts lie beside it."
run "cp $examples/articles/$slug/factual.md articles/$slug.md"
run "mkdir -p sources"
run "cp -R $examples/sources/$slug sources/$slug"
run "git add --all"
run "git commit --quiet --message 'Check the facts, list the sources'"
run "editorial promote $slug"

say "6. The checked version is what every later version is measured against. It opens the styled stage."
run "editorial promote $slug"
run "git push --quiet origin factual/$slug styled/$slug"

say "7. Somebody has the text restyled, on a branch of their own. It reads well, and claims a score of 100 for itself."
run "git switch --quiet --create restyled styled/$slug"
run "cp $examples/articles/$slug/styled-without-sources.md articles/$slug.md"
run "git commit --quiet --all --message 'Make it a pleasure to read'"
run "grep -i 'score' articles/$slug.md"
run "tail -n 5 articles/$slug.md"

say "8. But a sentence stands where the sources were. A plain git merge is refused, and nothing has moved."
run "git switch --quiet styled/$slug"
before=$(git rev-parse HEAD)
refused "git merge restyled"
check "styled/$slug stays where it was" "[ \$(git rev-parse refs/heads/styled/$slug) = $before ]"

say "9. The work tree is brought back the way the refusal says, and the repository is sound."
run "git reset --merge"
run "git status --short"
check "nothing is left over in the work tree" '[ -z "$(git status --porcelain)" ]'
run "git fsck --strict --no-dangling --no-progress"

say "10. The sources are put back, but one figure was changed on the way. This time it is pushed past the local hooks."
run "git switch --quiet restyled"
run "cp $examples/articles/$slug/styled-wrong-figure.md articles/$slug.md"
run "git commit --quiet --all --message 'Bring the sources back'"
refused "git push --no-verify origin restyled:styled/$slug"
check "the server stays where it was" "[ \$(git -C ../server.git rev-parse refs/heads/styled/$slug) = $before ]"

say "11. What exactly did the restyling cost? Each lost point belongs to a fact, with its place in both versions."
# diff answers with the exit status of a diff: 1 where points were lost.
refused "editorial diff styled/$slug restyled"

say "12. The figure is mended. The same merge passes, because nothing of the checked version is lost any more."
run "cp $examples/articles/$slug/styled.md articles/$slug.md"
run "git commit --quiet --all --message 'Mend the figure'"
run "editorial diff restyled~1 restyled"
run "git switch --quiet styled/$slug"
run "git merge restyled"

say "13. It is published: promote merges it into main, and writes down what the gate saw."
run "editorial promote $slug"
run "git push origin main styled/$slug"
check "the server has published it" "[ \$(git -C ../server.git rev-parse main) = \$(git rev-parse main) ]"
run "git show --no-patch --format='%an, %s%n%n%b' main"
run "editorial status"
run "git log --graph --oneline main"

say "That was the tour. The repository is yours to play with:"
cat <<END

  cd $place/newsroom
  export PATH="$programs:\$PATH"

Change a figure in articles/$slug.md on main, commit, and see what happens. The server is $place/server.git
END
