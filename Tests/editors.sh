#!/usr/bin/env bash
# Drives the language server with editors' own clients: Neovim, set up with the lines that examples/editors ships, and
# a client that checks each message against the protocol's types.
#   bash Tests/editors.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck source=Tests/driving.sh
. "$root/Tests/driving.sh"
needs nvim:neovim
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pygls==2.1.1
mkdir "$work/tmp"
export XDG_CONFIG_HOME="$work/home/.config" XDG_DATA_HOME="$work/home/.local" XDG_STATE_HOME="$work/home/.state"
export TMPDIR="$work/tmp"

git init --quiet "$work/news"
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
  expect 0 "$(nvim --version | head -n 1) finds, shows and mends the figure of $slug" \
    timeout 60 nvim --headless -u "$root/examples/editors/neovim.lua" "articles/$slug.md" \
    -c "luafile $root/Tests/Editors/neovim.lua"
done

git switch --quiet styled/library-of-things
"$work/venv/bin/python" "$root/Tests/Editors/client.py" "$work/news"
ls "$work/tmp" >"$work/out"
[ ! -s "$work/out" ] || fail "files are left behind"
ok "no file is left behind"
