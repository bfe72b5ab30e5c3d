#!/usr/bin/env bash
# Makes one system call that writes go wrong, in every command and hook that writes, at every such call in turn, and looks
# whether anything was lost.
#
#   bash Tests/faults.sh              all of them
#   bash Tests/faults.sh 300          so many, chosen at random
#   bash Tests/faults.sh 300 17       chosen by the seed 17; a failure prints what runs it alone
#   bash Tests/faults.sh uninstall    all of one command
#   bash Tests/faults.sh promote kill 12      one alone: the twelfth writing call of `promote`, killed
#
# Faults: kill (before the call), torn (after half of a write), eio and eacces (the call fails), enospc (it and all that
# follow fail, as on a full disk), erofs (all writing below objects/ fails, as where it is read-only).
# After each fault: `git fsck --strict` finds nothing, every branch is where it was or where it should be, an article that
# a gate refuses is nowhere, and the same command brings it to its end, with clean files and no lock left.
#
# EDITORIAL_PROGRAM names the program; else it is the one that `swift build` made. Exit status 77: this machine has no
# C compiler, or lets nobody trace.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
program=${EDITORIAL_PROGRAM:-$(cd "$root" && swift build --show-bin-path)/editorial}
[ -x "$program" ] || { echo "faults: no program $program; build it: swift build" >&2; exit 2; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/editorial-faults.XXXXXX")
trap 'rm -rf "$folder"' EXIT
command -v cc >/dev/null || { echo "faults: no C compiler" >&2; exit 77; }
cc -O2 -Wall -o "$folder/inject" "$root/Tests/FaultInjection/inject.c" || exit 77
mkdir "$folder/bin"
ln -s "$program" "$folder/bin/editorial"
export PATH="$folder/bin:$PATH" HOME="$folder" LC_ALL=C TZ=UTC GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_AUTHOR_DATE='1750000000 +0200'
export GIT_COMMITTER_NAME=Carl GIT_COMMITTER_EMAIL=carl@example.org GIT_COMMITTER_DATE='1750000060 +0200'
export GIT_TERMINAL_PROMPT=0 GIT_EDITOR=:
name=$(basename "$(readlink -f "$program")")
article=articles/library-of-things.md
texts=$root/examples/articles/library-of-things
faults="kill torn eio eacces enospc erofs"

# What is tried: the command, in a repository that `make_<name>` has prepared.
declare -A commands=(
  [promote]='editorial promote library-of-things'
  [promote-elsewhere]='editorial promote library-of-things'
  [promote-first]='editorial promote library-of-things --to styled'
  [promote-packed]='editorial promote library-of-things'
  [promote-several]='editorial promote library-of-things second-article'
  [accept]='editorial accept library-of-things figure-altered --reason "the council corrected it"'
  [accept-remove]='editorial accept library-of-things figure-altered --remove'
  [new]='editorial new night-trains'
  [commit]='git commit --quiet --all --message Restyle'
  [commit-refused]='git commit --quiet --all --message Restyle'
  [merge-refused]='git merge --quiet --ff-only bad'
  [push]='git push --quiet server styled/library-of-things'
  [push-refused]='git push --quiet --no-verify server bad:styled/library-of-things'
  [release]='editorial release spring library-of-things second-article'
  [claim]='editorial claim library-of-things --reason "checking the figures"'
  [schedule]='editorial schedule library-of-things --at @4000000000'
  [tick]='editorial tick'
  [rename]='editorial rename library-of-things borrowing'
  [undo]='editorial undo "$(cat ../operation)"'
  # Once it is back at factual, the same again would send it further.
  [demote]='if git cat-file -e styled/library-of-things:articles/library-of-things.md; then editorial demote library-of-things --reason late; else editorial retract library-of-things --reason late; fi'
  [retract]='editorial retract library-of-things --reason late'
  [revise]='editorial revise library-of-things'
  [observe]='git commit --quiet --all --message Restyle'
  [install]='editorial hook install'
  [uninstall]='editorial hook uninstall'
)

plain() { git -c core.hooksPath=/dev/null "$@"; }

# write <file of the example> <branch> <from>: commits it on the branch, past all hooks.
write() {
  plain switch --quiet "$2" 2>/dev/null || plain switch --quiet --create "$2" "$3"
  mkdir -p articles
  cp "$texts/$1" "${4:-$article}"
  git add --all && plain commit --quiet --allow-empty --message "Write $1"
}

newsroom() { # [policy]
  git init --quiet --initial-branch=main repository && cd repository || exit 2
  printf 'version: 1\n%s' "${1:-}" >editorial.yml
  git add --all && git commit --quiet --message Begin
  write factual.md factual/library-of-things main
  write styled.md styled/library-of-things factual/library-of-things
}

make_promote() { newsroom; plain switch --quiet main; }
make_promote-elsewhere() { newsroom; plain switch --quiet --create desk main; }
make_promote-first() { newsroom; plain switch --quiet main; plain branch --quiet -D styled/library-of-things; }
make_promote-packed() { newsroom; plain switch --quiet main; git gc --quiet; }
make_promote-several() {
  newsroom
  write factual.md factual/second-article main articles/second-article.md
  write styled.md styled/second-article factual/second-article articles/second-article.md
  plain switch --quiet main
}
make_release() { make_promote-several; }
make_claim() { make_promote; }
make_schedule() { make_promote; }
make_tick() {
  make_promote
  editorial schedule library-of-things --at "@$(($(date +%s) + 2))" >/dev/null
  sleep 3
}
make_accept() { newsroom; write styled-wrong-figure.md styled/library-of-things -; }
make_accept-remove() { make_accept; editorial accept library-of-things figure-altered --reason "so they say" >/dev/null; }
make_new() { newsroom; }
make_demote() { newsroom; }
make_retract() { make_promote; editorial promote library-of-things >/dev/null; }
make_rename() {
  newsroom
  editorial claim library-of-things >/dev/null
}
make_revise() { make_retract; }
make_undo() {
  make_promote
  editorial promote library-of-things >/dev/null
  git rev-parse refs/editorial/operations >../operation
}
make_commit() {
  newsroom
  editorial hook install >/dev/null
  echo 'They all came back.' >>"$article"
}
make_commit-refused() {
  newsroom
  editorial hook install >/dev/null
  cp "$texts/styled-wrong-figure.md" "$article"
}
make_merge-refused() {
  newsroom
  write styled-wrong-figure.md bad styled/library-of-things
  plain switch --quiet styled/library-of-things
  editorial hook install >/dev/null
}
make_push() {
  newsroom
  git clone --quiet --bare . ../server.git && git remote add server ../server.git
  editorial -C ../server.git hook install --server >/dev/null
  git commit --quiet --allow-empty --message More
}
make_push-refused() { make_push; write styled-wrong-figure.md bad styled/library-of-things; }
make_observe() {
  newsroom 'mode: observe
'
  editorial hook install >/dev/null
  cp "$texts/styled-wrong-figure.md" "$article"
}
make_install() {
  newsroom
  printf '#!/bin/sh\nexit 0\n' >.git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
}
make_uninstall() { make_install; editorial hook install >/dev/null; }

# Where everything is: all refs of all repositories. The log of what was done moves last; a process that is killed right
# before leaves that to the next command, so it counts only at the end.
state() { # <folder> [whole]
  local repository what=objectname
  [ -n "${only_trees:-}" ] && what=tree
  for repository in "$1"/repository "$1"/server.git; do
    [ -d "$repository" ] || continue
    git -C "$repository" for-each-ref --format="%(refname) %($what)" |
      grep -v "^refs/editorial/operations${2:+ never}"
  done
}

# In which order two articles came does not matter, nor whether a commit could be given the scores in its message.
trees_alone() { # <case>
  case $1 in promote-several | commit | observe) echo 1 ;; esac
}

# What the installer has to leave whole: each hook with its content, and whether it can run.
hooks() {
  local file
  for file in "$1"/repository/.git/hooks/*; do
    case $file in *.sample | *'/*') continue ;; esac
    echo "$(basename "$file") $([ -x "$file" ] && echo x) $(cksum <"$file")"
  done
}

damage() { # <folder>
  local repository
  for repository in "$1"/repository "$1"/server.git; do
    [ -d "$repository" ] || continue
    git -C "$repository" fsck --strict --no-dangling --no-progress 2>&1 || echo "fsck failed in $repository"
  done | grep -v '^notice:'
}

locks() { find "$1" -name '*.lock' -not -path '*/worktrees/*/locked'; }

prepare() { # <case>: its beginning, its end, and the number of its writing calls
  local case=$1 old=$folder/$1/old new=$folder/$1/new
  mkdir -p "$old"
  (cd "$old" && "make_$case") >"$folder/$case/log" 2>&1
  cp -a "$old" "$new"
  sed -i "s|$old/|$new/|" "$new/repository/.git/config"
  (
    cd "$new/repository" || exit
    "$folder/inject" --at 0 --only "$name" --report "$folder/$case/calls" -- sh -c "${commands[$case]}"
    echo $? >"$folder/$case/status"
  ) 2>&1 | cat >>"$folder/$case/log"
  [ "$(cat "$folder/$case/status")" = 77 ] && exit 77
  local only_trees
  only_trees=$(trees_alone "$case")
  state "$old" >"$folder/$case/old.state"
  state "$new" >"$folder/$case/new.state"
  state "$new" whole >"$folder/$case/new.whole"
  hooks "$new" >"$folder/$case/new.hooks"
  git -C "$new/repository" status --porcelain >"$folder/$case/new.status"
  cp "$folder/$case/old.state" "$folder/$case/middle.state"
  # Killed between two refs, it is brought to its end by the next command; what is said of a branch comes after the branch.
  case $case in
  release) grep -v '^refs/tags/' "$folder/$case/new.state" >"$folder/$case/middle.state" ;;
  tick)
    local team=refs/editorial/team/
    { grep "^$team" "$folder/$case/old.state"; grep -v "^$team" "$folder/$case/new.state"; } >"$folder/$case/middle.state"
    ;;
  esac
}

# Runs one fault, and prints one line: case, fault, number, call, how it ended; and what is wrong.
run_one() { # <case> <fault> <number> <work folder>
  local case=$1 fault=$2 number=$3 work=$4 paths=() status end problems="" before only_trees
  only_trees=$(trees_alone "$case")
  rm -rf "$work" && cp -a "$folder/$case/old" "$work"
  # The setting of the hooks' folder is absolute.
  sed -i "s|$folder/$case/old/|$work/|" "$work"/repository/.git/config
  # Files that were copied look changed to git until it has looked at them once.
  git -C "$work/repository" update-index -q --refresh
  [ "$fault" = erofs ] && paths=(--path /objects/)
  before=$(cat "$folder/$case/status")
  (
    cd "$work/repository" || exit
    timeout 60 "$folder/inject" --at "$number" --fault "$fault" --only "$name" "${paths[@]}" \
      --report "$work/report" -- sh -c "${commands[$case]}"
    echo $? >"$work/status"
  ) 2>&1 | cat >"$work/output" # Into a file, its words would count as writing.
  status=$(cat "$work/status")
  local counted call
  read -r counted call <"$work/report" || problems+="no report (status $status); "
  state "$work" >"$work/state"
  if cmp -s "$work/state" "$folder/$case/new.state"; then end=new
  elif cmp -s "$work/state" "$folder/$case/old.state"; then end=old
  elif cmp -s "$work/state" "$folder/$case/middle.state"; then
    end=middle
  elif [ -s "$work/repository/.git/editorial-turn" ]; then
    # Between the first of several branches and the last: the next command brings it to its end.
    end=middle
  else
    end=other
    problems+="refs are neither where they were nor where they should be; "
  fi
  # Where nothing moves, as after a refusal, both states are one.
  cmp -s "$folder/$case/old.state" "$folder/$case/new.state" && end=same
  local found
  found=$(damage "$work")
  [ -z "$found" ] || problems+="damage: $found; "
  if [ "$call" != none ]; then
    [ "$before" != 0 ] && [ "$status" = 0 ] && problems+="what is refused got in; "
    [ "$before" = 0 ] && [ "$status" = 0 ] && [ "$end" = old ] && problems+="says it is done, and nothing is; "
    [ "$status" != 0 ] && [ "$status" != 137 ] && [ ! -s "$work/output" ] && problems+="fails and says nothing; "
  fi
  # The way forward: the same command again.
  (cd "$work/repository" && sh -c "${commands[$case]}") >"$work/again" 2>&1
  local again=$?
  state "$work" whole >"$work/state"
  if ! cmp -s "$work/state" "$folder/$case/new.whole"; then problems+="again ($again) does not bring it to its end; "; fi
  if [ "$end" = old ] && [ $again != "$before" ]; then problems+="again ends with $again, not $before; "; fi
  git -C "$work/repository" status --porcelain >"$work/status"
  cmp -s "$work/status" "$folder/$case/new.status" || problems+="files: $(tr '\n' ' ' <"$work/status"); "
  if [ "$case" = install ] || [ "$case" = uninstall ]; then
    hooks "$work" | cmp -s - "$folder/$case/new.hooks" || problems+="hooks: $(hooks "$work" | tr '\n' ' '); "
  fi
  found=$(locks "$work")
  [ -z "$found" ] || problems+="locks: $found; "
  found=$(damage "$work")
  [ -z "$found" ] || problems+="damage after the way forward: $found; "
  echo "$case $fault $number ${call:-none} $end $status ${problems:+PROBLEM $problems}"
  if [ -n "$problems" ]; then
    { echo "--- bash Tests/faults.sh $case $fault $number"; cat "$work/output" "$work/again"; } >>"$folder/problems"
  fi
}

if [ $# = 3 ]; then
  prepare "$1"
  run_one "$1" "$2" "$3" "$folder/work"
  cat "$folder/work/output" "$folder/work/again"
  exit
fi

cases=("${!commands[@]}")
[ $# = 1 ] && [ -n "${commands[$1]:-}" ] && cases=("$1") && shift
for case in "${cases[@]}"; do
  prepare "$case"
  read -r counted _ <"$folder/$case/calls"
  for fault in $faults; do
    if [ "$fault" = erofs ]; then
      echo "$case erofs 1"
    else
      for ((number = 1; number <= counted; number++)); do echo "$case $fault $number"; done
    fi
  done
done | sort >"$folder/all"
# Cases that were prepared in the subshell of the pipe are on the disk.
if [ $# -gt 0 ]; then
  seed=${2:-$RANDOM}
  shuf --random-source=<(yes "$seed") "$folder/all" | head -n "$1" >"$folder/chosen"
  echo "seed $seed, $(wc -l <"$folder/chosen") of $(wc -l <"$folder/all") faults"
else
  cp "$folder/all" "$folder/chosen"
  echo "$(wc -l <"$folder/all") faults"
fi

# What happens beside a command, and not in it. Each prints one line for a round.

note() { # <what> <problems>
  echo "$1 - - - round 0 ${2:+PROBLEM $2}"
  [ -z "$2" ] || { echo "--- $1"; cat output* 2>/dev/null; } >>"$folder/problems"
}

# Whoever was killed, git itself included, may have left any lock: the program says which, and moves nothing.
stale_locks() {
  local lock problems case=promote
  for lock in refs/heads/main.lock index.lock HEAD.lock packed-refs.lock config.lock objects/maintenance.lock; do
    rm -rf "$folder/beside" && cp -a "$folder/$case/old" "$folder/beside" && cd "$folder/beside/repository" || exit
    mkdir -p "$(dirname ".git/$lock")" && : >".git/$lock"
    problems=""
    editorial promote library-of-things >output 2>&1
    local status=$?
    state .. >state
    if [ $status = 0 ]; then
      cmp -s state "$folder/$case/new.state" || problems+="says it is done, and nothing is; "
    else
      cmp -s state "$folder/$case/old.state" || problems+="fails, and moves something; "
      grep -q "$lock" output || problems+="does not name $lock; "
    fi
    [ -e ".git/$lock" ] || problems+="takes away a lock that is not its own; "
    rm -f ".git/$lock"
    editorial promote library-of-things >>output 2>&1
    state .. | cmp -s - "$folder/$case/new.state" || problems+="does not go on without the lock; "
    problems+=$(damage ..)
    note "stale-$(basename $lock)" "$problems"
  done
}

# The dates of the commits jump, and so does the clock while the program runs.
clock_jumps() {
  local date problems
  cc -O2 -shared -fPIC -o "$folder/clock.so" "$root/Tests/FaultInjection/clock.c" -ldl 2>/dev/null
  for date in '100000000 +0000' '4102444800 +1400' '1750000000 -1200' jumping; do
    rm -rf "$folder/beside" && cp -a "$folder/accept/old" "$folder/beside" && cd "$folder/beside/repository" || exit
    problems=""
    (
      if [ "$date" = jumping ]; then
        unset GIT_AUTHOR_DATE GIT_COMMITTER_DATE
        export LD_PRELOAD="$folder/clock.so"
      else
        export GIT_AUTHOR_DATE=$date GIT_COMMITTER_DATE=$date
      fi
      editorial accept library-of-things figure-altered --reason "they say so" && editorial promote library-of-things
    ) >output 2>&1 || problems+="does not go on at $date; "
    # Taken back at a moment that lies before: what counts is which commit knows which.
    GIT_AUTHOR_DATE='1000000000 +0000' GIT_COMMITTER_DATE='1000000000 +0000' \
      editorial accept library-of-things figure-altered --remove >>output 2>&1 || problems+="does not take back; "
    editorial check --all >>output 2>&1 && problems+="what was taken back still holds; "
    problems+=$(damage ..)
    note clock-jump "$problems"
  done
}

# `git gc --prune=now` without a break, while articles are promoted and findings accepted.
collected() { # <rounds>
  local round case problems collector status
  for ((round = 0; round < $1; round++)); do
    case=promote
    [ $((round % 4)) = 3 ] && case=accept
    rm -rf "$folder/beside" && cp -a "$folder/$case/old" "$folder/beside" && cd "$folder/beside/repository" || exit
    : >"$folder/collecting"
    (while [ -e "$folder/collecting" ]; do git gc --quiet --prune=now >/dev/null 2>&1; done) &
    collector=$!
    sleep "0.0$((round % 10))"
    problems=""
    # With objects taken away without end it may give up; then nothing has moved, and it goes on when that is over.
    sh -c "${commands[$case]}" >output 2>&1
    status=$?
    rm "$folder/collecting"
    wait $collector
    if [ $status != 0 ]; then
      state .. | cmp -s - "$folder/$case/old.state" || problems+="fails, and moves something; "
      sh -c "${commands[$case]}" >>output 2>&1 || problems+="does not go on; "
    fi
    state .. | cmp -s - "$folder/$case/new.state" || problems+="is not where it should be; "
    problems+=$(damage ..)
    note "gc-during-$case" "$problems"
  done
}

# Two processes promote overlapping sets; each article gets in once.
overlapping() { # <rounds>
  local round problems
  for ((round = 0; round < $1; round++)); do
    rm -rf "$folder/beside" && cp -a "$folder/promote-several/old" "$folder/beside" && cd "$folder/beside/repository" || exit
    editorial promote library-of-things second-article >output1 2>&1 &
    editorial promote second-article library-of-things >output2 2>&1
    wait $!
    problems=""
    only_trees=1 state .. | cmp -s - "$folder/promote-several/new.state" || problems+="is not where it should be; "
    [ "$(git rev-list --count --first-parent --merges main)" = 2 ] || problems+="not two promotions; "
    [ -z "$(git status --porcelain | grep -v output)" ] || problems+="files: $(git status --porcelain); "
    [ -z "$(locks ..)" ] || problems+="locks; "
    problems+=$(damage ..)
    note overlapping "$problems"
  done
}

workers=${EDITORIAL_WORKERS:-2}
for ((worker = 0; worker < workers; worker++)); do
  awk -v n=$workers -v w=$worker 'NR % n == w' "$folder/chosen" | while read -r case fault number; do
    run_one "$case" "$fault" "$number" "$folder/work$worker"
  done >"$folder/results$worker" &
done
wait
for case in accept promote promote-several; do [ -d "$folder/$case" ] || prepare "$case"; done
rounds=$(($(wc -l <"$folder/chosen") / 40 + 2))
(stale_locks; clock_jumps; collected "$rounds"; overlapping "$rounds") >"$folder/results-beside"
cat "$folder"/results* >"$folder/all-results" && mv "$folder/all-results" "$folder/results"
awk '
  $2 == "-" { beside[$1]++; if (/PROBLEM/) bad++; next }
  { total[$2]++; by[$1]++; end[$2 " " $5]++; if ($4 != "none") struck++; if (/PROBLEM/) bad++ }
  END {
    printf "%-20s %6s %6s %6s %6s %6s\n", "fault", "runs", "old", "new", "middle", "same"
    for (f in total)
      printf "%-20s %6d %6d %6d %6d %6d\n", f, total[f], end[f " old"], end[f " new"], end[f " middle"], end[f " same"]
    print ""
    for (c in by) { printf "%-20s %6d\n", c, by[c]; runs += by[c] }
    print ""
    for (c in beside) { printf "%-20s %6d\n", c, beside[c]; rounds += beside[c] }
    printf "\n%d runs, %d faults struck; %d rounds beside others; %d problems\n", runs, struck, rounds, bad
  }' "$folder/results"
if grep -q PROBLEM "$folder/results"; then
  grep PROBLEM "$folder/results" | head -n 40
  head -c 20000 "$folder/problems"
  exit 1
fi
