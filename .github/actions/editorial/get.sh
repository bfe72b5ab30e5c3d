#!/usr/bin/env bash
# Finds the program, or builds it from the source that this action came with, and writes its path where the next step
# of the action looks.
set -euo pipefail

program=${EDITORIAL_PROGRAM:-}
if [ -z "$program" ]; then
  program=$(command -v editorial || true)
fi
if [ -z "$program" ]; then
  source=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
  sh "$source/Tests/prepare.sh"
  swift build --package-path "$source" -c release --product editorial
  program=$(swift build --package-path "$source" -c release --show-bin-path)/editorial
fi
"$program" --version
echo "EDITORIAL_PROGRAM=$program" >>"$GITHUB_ENV"
