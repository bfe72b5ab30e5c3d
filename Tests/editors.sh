#!/usr/bin/env bash
# Drives the language server with editors' own clients: Neovim, set up with the lines that examples/editors ships, and
# a client that checks each message against the protocol's types.
#   bash Tests/editors.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v nvim >/dev/null; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "This is missing (Debian's name): neovim" >&2
    exit 1
  fi
  apt-get -qq update || echo "The list of packages could not be refreshed." >&2
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install neovim >/dev/null
fi
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pygls==2.1.1

program=${EDITORIAL_PROGRAM:-}
if [ -z "$program" ]; then
  sh "$root/Tests/prepare.sh"
  swift build --package-path "$root" --product editorial
  program=$(swift build --package-path "$root" --show-bin-path)/editorial
fi
unset EDITORIAL_PROGRAM
mkdir "$work/bin" "$work/home" "$work/tmp"
ln -s "$program" "$work/bin/editorial"
export PATH="$work/bin:$PATH" HOME="$work/home" XDG_CONFIG_HOME="$work/home/.config" XDG_DATA_HOME="$work/home/.local"
export XDG_STATE_HOME="$work/home/.state" XDG_CACHE_HOME="$work/home/.cache" TMPDIR="$work/tmp"
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$work/home/gitconfig" LC_ALL=C.UTF-8
git config --global user.name "Ada Author"
git config --global user.email ada@example.org

git init --quiet --initial-branch=main "$work/news"
cd "$work/news"
echo 'version: 1' >editorial.yml
git add --all
git commit --quiet --message "Begin"
for slug in library-of-things velos-cargos-livraison; do
  git switch --quiet --create "factual/$slug" main
  mkdir -p articles
  cp "$root/examples/articles/$slug/factual.md" "articles/$slug.md"
  git add --all
  git commit --quiet --message "Check $slug"
  git switch --quiet --create "styled/$slug"
  cp "$root/examples/articles/$slug/styled-wrong-figure.md" "articles/$slug.md"
  git commit --quiet --all --message "Restyle $slug"
done

for slug in library-of-things velos-cargos-livraison; do
  git switch --quiet "styled/$slug"
  status=0
  timeout 60 nvim --headless -u "$root/examples/editors/neovim.lua" "articles/$slug.md" \
    -c "luafile $root/Tests/Editors/neovim.lua" >"$work/out" 2>&1 || status=$?
  [ "$status" -eq 0 ] || { cat "$work/out"; echo "FAILED: Neovim, $slug" >&2; exit 1; }
  echo "ok: $(nvim --version | head -n 1) finds, shows and mends the figure of $slug"
done

git switch --quiet styled/library-of-things
"$work/venv/bin/python" "$root/Tests/Editors/client.py" "$work/news"
[ -z "$(ls "$work/tmp")" ] || { ls "$work/tmp"; echo "FAILED: files are left behind" >&2; exit 1; }
echo "ok: no file is left behind"
