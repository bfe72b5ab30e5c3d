#!/bin/bash
# What the gate costs: medians in milliseconds, and ratios to `git --version` and to a commit without hooks.
#   bash Tests/speed.sh [--articles folder] [runs]
# The articles of the folder, the project's examples when none is named, are scored in one batch; where cmark-gfm is
# installed, it reads each of the same files once, for comparison. What is compared with something else runs in turns with
# it, because a machine is not as fast at every moment. lefthook and rumdl, the linter that it starts, come from PyPI; where
# they cannot be had, they are left out.
set -euo pipefail
articles=
if [[ ${1:-} == --articles ]]; then
  articles=$(cd "$2" && pwd)
  shift 2
fi
cd "$(dirname "$0")/.."
articles=${articles:-$PWD/examples/articles}
runs=${1:-40}
sh Tests/prepare.sh
swift build -c release --product editorial >/dev/null
PATH="$(swift build -c release --show-bin-path):$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Writer
git config --global user.email writer@example.org
git config --global init.defaultBranch main
git config --global gc.auto 0

# article NAME PARAGRAPHS VERB: three paragraphs are a kilobyte.
article() {
  awk -v name="$1" -v count="$2" -v verb="$3" 'BEGIN {
    printf "---\ntitle: %s\nlang: en\n---\n\n# What %s counted\n\n", name, name
    for (i = 1; i <= count; i++)
      printf "## Ward %d\n\nIn ward %d, %d.%d%% of the %d households %s in %d (Source: Bureau %d). The cost was $%d,%03d, " \
        "and \"ward %d has waited for this since the flood of %d\", said Mary Field %d. Nobody there asked for more.\n\n",
        i, i, 10 + i, i % 10, 2000 + 37 * i, verb, 1990 + i, i % 5 + 1, 10 + i, 100 + 7 * i, i, 1950 + i, i
    printf "## Sources\n\n"
    for (i = 1; i <= 5; i++) printf "- [Bureau %d](https://bureau%d.org/report), 2024-03-0%d\n", i, i, i
  }'
}

# median SETUP COMMAND: runs both, times the command.
median() {
  local run start times=()
  for ((run = 0; run < runs; run++)); do
    eval "$1"
    start=$EPOCHREALTIME
    eval "$2" >/dev/null 2>"$work/errors" || { echo "failed: $2" >&2; cat "$work/errors" >&2; kill $$; }
    times+=($((${EPOCHREALTIME/./} - ${start/./})))
  done
  printf '%s\n' "${times[@]}" | sort -n | awk '{ t[NR] = $1 } END { printf "%.1f", t[int((NR + 1) / 2)] / 1000 }'
}
# medians COUNT SETUP COMMAND...: runs the setup and the first command, the setup and the second, and so on, COUNT times.
# Prints the median of each.
medians() {
  local count=$1 setup=$2 run which start
  shift 2
  rm -f "$work/times"
  for ((run = 0; run < count; run++)); do
    for ((which = 1; which <= $#; which++)); do
      eval "$setup"
      start=$EPOCHREALTIME
      eval "${!which}" >/dev/null 2>"$work/errors" || { echo "failed: ${!which}" >&2; cat "$work/errors" >&2; kill $$; }
      echo "$which $((${EPOCHREALTIME/./} - ${start/./}))" >>"$work/times"
    done
  done
  for ((which = 1; which <= $#; which++)); do
    sort -k2n "$work/times" | awk -v which="$which" '$1 == which { t[++n] = $2 } END { printf "%.1f ", t[int((n + 1) / 2)] / 1000 }'
  done
  echo
}
line() { awk -v what="$1" -v ms="$2" -v peer="$3" -v name="$4" \
  'BEGIN { printf "%-58s %7.1f ms   %6.2f x %s\n", what, ms, ms / peer, name }'; }

article base 43 'took part' >"$work/base.md"
article base 43 'joined in' >"$work/candidate.md"
git init --quiet "$work/news"
cd "$work/news"
mkdir articles
for ((i = 0; i < 1000; i++)); do article "article-$i" 20 'took part' >"articles/article-$i.md"; done
cp "$work/base.md" articles/ten.md
editorial init >/dev/null
git add --all
git commit --quiet --message 'A thousand articles'

turn=0
edit() { # VERB
  turn=$((turn + 1))
  article "article-$turn" 20 "$1" >"articles/article-$turn.md"
  git add --all
}
version=$(median : 'git --version')
plain=$(median 'edit "came along"' 'git commit --quiet --message Edit')
editorial hook install >/dev/null
hooked=$(median 'edit "joined in"' 'git commit --quiet --message Edit')
cp "$work/candidate.md" articles/ten.md
git add --all
hook=$(median 'rm -f .git/editorial-passed' 'editorial hook run pre-commit')
score=$(median : 'editorial score "$work/candidate.md" --against "$work/base.md"')
json() { awk '{ gsub(/\\/, "&&"); gsub(/"/, "\\\""); gsub(/\t/, "\\t"); gsub(/\r/, "\\r"); printf "%s\\n", $0 }' "$1"; }
pair="{\"id\":1,\"baseline\":\"$(json "$work/base.md")\",\"candidate\":\"$(json "$work/candidate.md")\"}"
for ((i = 0; i < 400; i++)); do printf '%s\n' "$pair"; done >"$work/pairs"
start=$EPOCHREALTIME
editorial score --batch <"$work/pairs" >"$work/answers" || { head -c 600 "$work/answers"; exit 1; }
batch=$((${EPOCHREALTIME/./} - ${start/./}))
mapfile -t files < <(find "$articles" -type f \( -name '*.md' -o -name '*.txt' \) | sort)
for file in "${files[@]}"; do printf '{"id":1,"candidate":"%s"}\n' "$(json "$file")"; done >"$work/articles"
each_by_cmark() { for file in "${files[@]}"; do cmark-gfm "$file"; done; }
scored=$(median : 'editorial score --batch <"$work/articles"')
read_by_cmark=
if command -v cmark-gfm >/dev/null; then read_by_cmark=$(median : each_by_cmark); fi

# What a writer waits for at a key: the whole article is sent, and the findings come back.
git branch --quiet factual/ten HEAD
coproc EDITOR { editorial lsp; }
exec {to_editor}>&"${EDITOR[1]}" {from_editor}<&"${EDITOR[0]}"
say() { printf 'Content-Length: %d\r\n\r\n%s' "${#1}" "$1" >&"$to_editor"; }
hear() { # What the next message must hold.
  local header length=0 body=
  until [[ $body == *"$1"* ]]; do
    while IFS= read -r -u "$from_editor" header && [[ $header != $'\r' ]]; do length=${header//[!0-9]/}; done
    LC_ALL=C IFS= read -r -N "$length" -u "$from_editor" body
  done
}
address="file://$work/news/articles/ten.md"
texts=("$(json "$work/base.md")" "$(json "$work/candidate.md")")
key() {
  say '{"method":"textDocument/didChange","params":{"textDocument":{"uri":"'"$address"'","version":'"$turn"'},"contentChanges":[{"text":"'"${texts[turn % 2]}"'"}]}}'
  hear '"version":'"$turn,"
}
say '{"id":1,"method":"initialize","params":{"capabilities":{}}}'
hear '"id":1'
say '{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"'"$address"'","languageId":"markdown","version":0,"text":""}}}'
hear publishDiagnostics
typed=$(runs=$((runs * 2)) median 'turn=$((turn + 1))' key)
say '{"id":2,"method":"shutdown"}'
say '{"method":"exit"}'
exec {to_editor}>&-
git branch --quiet --delete --force factual/ten

echo "An article of $(wc -c <"$work/base.md") bytes; a repository of 1,001 articles; $runs runs each."
line 'git --version' "$version" "$version" 'git --version'
line 'hook run pre-commit, one article against its baseline' "$hook" "$version" 'git --version'
line 'score, one article against its baseline' "$score" "$version" 'git --version'
line 'lsp, from a change of one article to its findings' "$typed" "$version" 'git --version'
line 'commit of one article, without hooks' "$plain" "$plain" 'without hooks'
line 'commit of one article, with hooks' "$hooked" "$plain" 'without hooks'
awk -v us="$batch" 'BEGIN { printf "%-58s %7.0f pairs a second\n", "score --batch", 400 * 1e6 / us }'
line "score --batch, ${#files[@]} articles" "$scored" "$version" 'git --version'
if [[ $read_by_cmark ]]; then
  line "cmark-gfm, once for each of the ${#files[@]} articles" "$read_by_cmark" "$scored" 'score --batch'
fi

# A repository of ten thousand articles: what a commit of one of them costs with all hooks, and without.
git init --quiet "$work/archive"
cd "$work/archive"
mkdir articles
article 'article-NUMBER' 20 'took part' >"$work/pattern.md"
awk 'BEGIN { for (i = 0; i < 10000; i++) print i }' | while read -r i; do
  printf '%s\n' "articles/article-$i.md"
done >"$work/names"
awk -v text="$(cat "$work/pattern.md")" '{
  name = $0; gsub(/.*article-|[.]md/, "", name); own = text; gsub(/NUMBER/, name, own); print own >$0; close($0)
}' "$work/names"
editorial init >/dev/null
lefthook=
if python3 -m venv "$work/venv" 2>/dev/null &&
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check lefthook==2.2.2 rumdl==0.3.0 2>/dev/null; then
  lefthook=$work/lefthook
  export PATH="$PATH:$work/venv/bin"
  # The command of that name is a Python script, which takes longer to start than all that it starts.
  LEFTHOOK_BIN=$(echo "$work"/venv/lib/python*/site-packages/lefthook/bin/lefthook-*/lefthook)
  export LEFTHOOK_BIN
  printf '%s\n' 'pre-commit:' '  commands:' '    lint:' '      glob: "*.md"' \
    '      run: rumdl check --disable MD013,MD025 {staged_files}' >lefthook.yml
  "$LEFTHOOK_BIN" install >/dev/null
  mv .git/hooks "$lefthook"
fi
git add --all
git commit --quiet --message 'Ten thousand articles'
git gc --quiet
editorial hook install >/dev/null
mkdir "$work/idle"
for hook in pre-commit commit-msg reference-transaction; do
  printf '#!/bin/sh\nexit 0\n' >"$work/idle/$hook"
  chmod +x "$work/idle/$hook"
done
# with HOOKS: a commit with the hooks of that folder.
with() { git -c core.hooksPath="$1" commit --quiet --message Edit; }
commits=('with /dev/null' 'with "$work/idle"' 'git commit --quiet --message Edit')
if [[ $lefthook ]]; then commits+=('with "$lefthook"'); fi
read -r plain idle hooked other < <(medians "$runs" 'edit "came along"' "${commits[@]}")
echo
echo "A repository of 10,000 articles in one folder."
line 'commit of one article, without hooks' "$plain" "$plain" 'without hooks'
line 'commit of one article, with hooks that only exit' "$idle" "$plain" 'without hooks'
line 'commit of one article, with all hooks' "$hooked" "$plain" 'without hooks'
if [[ $lefthook ]]; then line 'commit of one article, with lefthook and a linter' "$other" "$plain" 'without hooks'; fi

# A fetch of a thousand branches, with the hook that looks at every ref, and with one that only reads what it is told.
tip=$(git rev-parse HEAD)
for ((i = 0; i < 1000; i++)); do echo "create refs/heads/topic/$i $tip"; done | git -c core.hooksPath=/dev/null update-ref --stdin
git init --quiet "$work/fetched"
cd "$work/fetched"
git remote add origin "$work/archive"
git fetch --quiet origin main
editorial hook install >/dev/null
mkdir "$work/reading"
cat >"$work/reading/reference-transaction" <<'END'
#!/bin/sh
[ "$1" = prepared ] || exit 0
while read -r old new ref; do
  case $ref in refs/heads/*) exit 1 ;; esac
done
END
chmod +x "$work/reading/reference-transaction"
forget() { git for-each-ref --format='delete %(refname)' refs/remotes/origin/topic | git -c core.hooksPath=/dev/null update-ref --stdin; }
read -r none reading ours < <(medians 7 forget 'git -c core.hooksPath=/dev/null fetch --quiet origin' \
  'git -c core.hooksPath="$work/reading" fetch --quiet origin' 'git fetch --quiet origin')
echo
echo "A fetch of 1,000 branches."
line 'without hooks' "$none" "$reading" 'a hook that only reads'
line 'with a hook that only reads what it is told' "$reading" "$reading" 'a hook that only reads'
line 'with the hooks' "$ours" "$reading" 'a hook that only reads'
