#!/bin/sh
# Installs what is missing, builds, and runs every test. Arguments go to `swift test`:
#   sh Tests/run.sh --filter ScenarioTests
set -eu
cd "$(dirname "$0")/.."
sh Tests/prepare.sh
export EDITORIAL_BOARD=1 # Package.swift leaves the board out unless it is asked for.

# Built apart, so that a compiler error is not mistaken for a failing test.
swift build --build-tests

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# POSIX sh has no pipefail: the status is kept beside the output.
{
  swift test --skip-build --disable-xctest "$@" 2>&1 && echo 0 >"$work/status" || echo 1 >"$work/status"
} | tee "$work/log"

# Swift Testing's closing line: "Test run with 12 tests in 3 suites passed after 0.1 seconds."
count=$(sed -n 's/.*Test run with \([0-9][0-9]*\) tests*.*/\1/p' "$work/log" | tail -n 1)
# A test can record several issues; it is named on one closing line of its own.
failed=$(grep -E '^[^ ]+ +Test .* failed after [0-9.]+ seconds' "$work/log" | grep -cv ' Test run with ' || true)
echo
if [ "$(cat "$work/status")" -eq 0 ] && [ "${count:-0}" -gt 0 ]; then
  echo "$count tests ran, and all passed."
  echo "$count passed, 0 failed"
else
  [ "${count:-0}" -gt 0 ] || echo "No test ran to its end."
  [ "$failed" -gt 0 ] || failed=1
  echo "$((${count:-0} > failed ? count - failed : 0)) passed, $failed failed"
  exit 1
fi
