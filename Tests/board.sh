#!/usr/bin/env bash
# Drives the board with a real browser, Chromium without a window: an article from its draft to publication, refused and
# mended on the way; without JavaScript, with the keyboard alone, in both languages, wide and narrow; and a hostile page.
#   bash Tests/board.sh            all of it
#   bash Tests/board.sh FOLDER     and leaves pictures of the pages there
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in chromium:chromium chromedriver:chromium-driver; do
  command -v "${tool%%:*}" >/dev/null || missing="${missing:-}${tool#*:} "
done
if [ -n "${missing:-}" ]; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "These are missing (Debian's names): $missing" >&2
    exit 1
  fi
  apt-get -qq update || echo "The list of packages could not be refreshed." >&2
  # shellcheck disable=SC2086 # $missing is a list of words.
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >/dev/null
fi
python3 -m venv "$work/venv"
# The second one carries axe-core, which looks for what people who do not see or use no mouse would miss.
"$work/venv/bin/pip" install --quiet --disable-pip-version-check selenium==4.51.0 axe-core-python==0.1.0

sh "$root/Tests/prepare.sh"
export EDITORIAL_BOARD=1
swift build --package-path "$root" --product editorial
swift build --package-path "$root" --product editorial-board
programs=$(swift build --package-path "$root" --show-bin-path)

mkdir "$work/home"
export PATH="$programs:$PATH" HOME="$work/home" XDG_CACHE_HOME="$work/home/.cache" XDG_CONFIG_HOME="$work/home/.config"
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$work/home/gitconfig" LC_ALL=C.UTF-8
git config --global user.name "Ada Author"
git config --global user.email ada@example.org

git init --quiet --initial-branch=main "$work/news"
cd "$work/news"
echo 'version: 1' >editorial.yml
git add --all
git commit --quiet --message "Begin"
# plant BRANCH START SLUG FILE
plant() {
  git switch --quiet --force-create "$1" "$2"
  mkdir -p articles
  cp "$root/examples/articles/$3/$4.md" "articles/$3.md"
  git add --all
  git commit --quiet --message "Write $3"
}
plant draft/library-of-things main library-of-things draft
plant factual/velos-cargos-livraison main velos-cargos-livraison factual
plant styled/velos-cargos-livraison factual/velos-cargos-livraison velos-cargos-livraison styled-wrong-figure
plant factual/school-heat-pumps main school-heat-pumps factual
plant styled/school-heat-pumps factual/school-heat-pumps school-heat-pumps styled
git switch --quiet main

"$work/venv/bin/python" "$root/Tests/Board/browser.py" "$root/examples/articles" "${1:-}"
[ -z "$(git status --porcelain)" ] || { git status; echo "FAILED: the work tree is not as committed" >&2; exit 1; }
git fsck --strict --no-dangling --no-progress
