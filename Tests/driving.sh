# What scripts share that drive the program beside other tools; sourced by them, with $root and $work set.
#
# Leaves the program on PATH, a home of its own in $work, and the steps that say what went well.

# needs <tool>:<package>…: installs Debian's packages of the tools that are not there; a package alone is always looked for.
needs() {
  local tool missing=
  for tool; do
    case $tool in
      *:*) command -v "${tool%%:*}" >/dev/null || missing="$missing${tool#*:} " ;;
      *) dpkg --status "$tool" >/dev/null 2>&1 || missing="$missing$tool " ;;
    esac
  done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "These are missing (Debian's names): $missing" >&2
    exit 1
  fi
  apt-get -qq update || echo "The list of packages could not be refreshed." >&2
  # shellcheck disable=SC2086 # $missing is a list of words.
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >/dev/null
}

program=${EDITORIAL_PROGRAM:-}
if [ -z "$program" ]; then
  sh "$root/Tests/prepare.sh"
  swift build --package-path "$root" --product editorial
  program=$(swift build --package-path "$root" --show-bin-path)/editorial
fi
unset EDITORIAL_PROGRAM
mkdir "$work/bin" "$work/home"
ln -s "$program" "$work/bin/editorial"
export PATH="$work/bin:$PATH" HOME="$work/home" XDG_CACHE_HOME="$work/cache"
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$work/home/gitconfig" LC_ALL=C.UTF-8
git config --global user.name "Ada Author"
git config --global user.email ada@example.org
git config --global init.defaultBranch main

passed=0
ok() { passed=$((passed + 1)); echo "ok: $1"; }
fail() { echo "FAILED: $1" >&2; [ ! -s "$work/out" ] || cat "$work/out" >&2; exit 1; }

# expect <status> <what> <command>…: runs the command, keeps what it writes, and fails on any other status.
expect() {
  local wanted=$1 what=$2 status=0
  shift 2
  "$@" >"$work/out" 2>&1 </dev/null || status=$?
  [ "$status" -eq "$wanted" ] || fail "$what (status $status, and not $wanted)"
  ok "$what"
}
# says <words>: the last command wrote them.
says() { grep -qF -- "$1" "$work/out" || fail "it does not say: $1"; }
