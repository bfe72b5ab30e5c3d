# What the scripts that push to real servers share: they source it with $root set to the project's folder.
# A program of their own is built, unless EDITORIAL_PROGRAM names one; everything happens in a temporary folder, $work.

# Installs Debian packages that provide programs: program:package …
need() {
  missing=
  for pair; do command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair#*:}"; done
  [ -n "$missing" ] || return 0
  as_root=
  if [ "$(id -u)" -ne 0 ]; then as_root='sudo -n'; fi
  echo "Installing$missing"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update ||
    echo "The list of packages could not be refreshed; trying with the one that is there." >&2
  # shellcheck disable=SC2086 # $missing is a list of words.
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >/dev/null || {
    echo "These packages are missing. Please run this, then try again: apt-get install$missing" >&2
    exit 1
  }
}

broken() {
  printf '\nThis should not be: %s.\n' "$1" >&2
  exit 1
}

# Shows a command, runs it, and ends the script when it fails.
run() {
  printf '\n$ %s\n' "$1"
  eval "$1" || broken "this should have worked (exit status $?)"
}

# Shows a command that the server must refuse with words that hold a pattern, and runs it.
refused() {
  printf '\n$ %s\n' "$2"
  if eval "$2" >"$work/answer" 2>&1; then
    cat "$work/answer"
    broken "this should have been refused"
  fi
  cat "$work/answer"
  grep -q "^remote: .*$1" "$work/answer" || broken "the refusal does not say “$1”"
}

# Runs a command that the README tells, word for word, with its places below $work.
as_written() {
  grep -qxF "$1" "$root/README.md" || broken "the README does not say: $1"
  run "$(printf %s "${1%%#*}" | sed "s|/srv/|$work/srv/|g")"
}

if [ -z "${EDITORIAL_PROGRAM:-}" ]; then
  (cd "$root" && swift build --product editorial >/dev/null)
  EDITORIAL_PROGRAM=$(cd "$root" && swift build --show-bin-path)/editorial
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/editorial-server.XXXXXX")
mkdir -p "$work/bin" "$work/srv/git" "$work/home"
ln -s "$EDITORIAL_PROGRAM" "$work/bin/editorial"
PATH=$work/bin:$PATH
HOME=$work/home
GIT_CONFIG_NOSYSTEM=1
export PATH HOME GIT_CONFIG_NOSYSTEM
git config --global user.name 'Robin Editor'
git config --global user.email robin@the-commons-desk.org
git config --global init.defaultBranch main
git config --global advice.detachedHead false

# Makes a writer's repository, $work/newsroom, without hooks: a policy and a checked article wait to be pushed.
slug=library-of-things
write_newsroom() {
  git init --quiet "$work/newsroom"
  cd "$work/newsroom"
  editorial init >/dev/null
  git add --all
  git commit --quiet --message 'Adopt an editorial policy'
  git switch --quiet --create "factual/$slug"
  mkdir -p articles
  cp "$root/examples/articles/$slug/factual.md" "articles/$slug.md"
  git add --all
  git commit --quiet --message 'Check the article'
}

# Writes a version of the article, styled or styled-wrong-figure, on the branch of its stage.
write_styled() {
  git switch --quiet --force-create "styled/$slug" "factual/$slug"
  cp "$root/examples/articles/$slug/$1.md" "articles/$slug.md"
  git commit --quiet --all --message 'Restyle the article'
}

# Pushes to the remote "origin" of $work/newsroom what a gate lets in and what it does not.
push_both() {
  run "git push origin main factual/$slug"
  write_styled styled-wrong-figure
  refused 'editorial refuses the push to styled/library-of-things' "git push origin styled/$slug"
  refused 'figure-altered' "git push --force origin styled/$slug:main"
  write_styled styled
  run "git push origin styled/$slug"
}
