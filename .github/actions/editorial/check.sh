#!/usr/bin/env bash
# Asks the gate of a branch about the commit that is checked out. Exit status 1: it refuses; 2: it could not judge.
set -euo pipefail

head=$(git rev-parse HEAD)

# The policy lies on the main branch and the facts on the factual branches, so all branches are needed, whole.
deepen=()
if [ "$(git rev-parse --is-shallow-repository)" = true ]; then deepen=(--unshallow); fi
git fetch --quiet --no-tags --update-head-ok "${deepen[@]}" origin '+refs/heads/*:refs/heads/*'

# A pull request starts where its branch would go, a push where the branch was.
from=${EDITORIAL_BEFORE:-}
case $from in
  *[!0]*) ;;
  *) from=$EDITORIAL_ON ;;
esac
if ! git cat-file -e "$from^{commit}" 2>/dev/null || [ "$(git rev-parse "$from^{commit}")" = "$head" ]; then
  # A new branch, or one that was rewritten: from where it left the default branch.
  git remote set-head origin --auto >/dev/null
  from=$(git symbolic-ref --short refs/remotes/origin/HEAD)
  from=${from#origin/}
fi

reports=()
if [ -n "${EDITORIAL_SARIF:-}" ]; then reports+=(--report "sarif=$EDITORIAL_SARIF"); fi
if [ -n "${EDITORIAL_MARKDOWN:-}" ]; then reports+=(--report "markdown=$EDITORIAL_MARKDOWN"); fi
exec "${EDITORIAL_PROGRAM:-editorial}" check --on "$EDITORIAL_ON" "$from..$head" \
  --format github --step-summary "${reports[@]}"
