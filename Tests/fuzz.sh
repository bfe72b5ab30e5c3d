#!/bin/sh
# Fuzzes one entry with libFuzzer and the address sanitizer, in a build of its own:
#   sh Tests/fuzz.sh article        for a minute; also: sources, figures, comparison, policy, hook
#   sh Tests/fuzz.sh article 1800   for half an hour
# It starts from Tests/Fuzzing/Corpus and the examples, and keeps the inputs that reach further in .build/fuzz/found. One
# that fails is told at the end. When the cause is mended, it goes to Tests/Fuzzing/Corpus under a name that says what it shows, and
# every test run reads it from then on.
set -eu
cd "$(dirname "$0")/.."
entry=${1:-}
seconds=${2:-60}
if [ ! -d "Tests/Fuzzing/Corpus/$entry" ] || [ -z "$entry" ]; then
  echo "Usage: sh Tests/fuzz.sh ENTRY [SECONDS], where ENTRY is one of:" $(ls Tests/Fuzzing/Corpus) >&2
  exit 64
fi
sh Tests/prepare.sh

export EDITORIAL_FUZZ="$entry"
found=.build/fuzz/found/$entry
failing=.build/fuzz/failing/$entry
mkdir -p "$found" "$failing"
build() {
  swift build -c release --scratch-path .build/fuzz --product Fuzz --sanitize address -Xswiftc -sanitize=fuzzer "$@"
}
# A linker that knows no sanitizer warns of each of its symbols: shown only when the build fails.
build >.build/fuzz/log 2>&1 || {
  cat .build/fuzz/log >&2
  exit 1
}

# Swift's own account of a trap would hold up each start.
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no
status=0
"$(build --show-bin-path 2>/dev/null)/Fuzz" -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 \
  -max_total_time="$seconds" -timeout=20 -report_slow_units=3 -rss_limit_mb=2048 -max_len=8192 \
  -dict=Tests/Fuzzing/dictionary -artifact_prefix="$failing/" "$found" "Tests/Fuzzing/Corpus/$entry" examples || status=$?
if [ -n "$(ls "$failing")" ]; then
  echo "These inputs fail, or are slow:"
  ls -d "$failing"/*
  exit 1
fi
[ "$status" -eq 0 ] && echo "No input failed."
exit "$status"
