#!/bin/sh
# Installs what the build needs and this machine lacks: Tests/run.sh and examples/tour.sh both start here.
# Nothing is downloaded when nothing is missing. Programs that a test drives where they are can be named as arguments.
set -eu

if ! command -v swift >/dev/null 2>&1; then
  echo "Swift 6.2 or later is needed to build editorial: see https://www.swift.org/install" >&2
  exit 1
fi

missing=
command -v git >/dev/null 2>&1 || missing="$missing git"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
for pair in libgit2:libgit2-dev md4c:libmd4c-dev yaml-0.1:libyaml-dev libcurl:libcurl4-openssl-dev; do
  pkg-config --exists "${pair%%:*}" 2>/dev/null || missing="$missing ${pair#*:}"
done
for program; do
  command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "These packages are missing (Debian's names):$missing" >&2
  echo "With Homebrew: brew install git pkgconf libgit2 md4c libyaml curl" >&2
  exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then
    as_root="sudo"
  else
    echo "These packages are missing. Please run this, then try again:" >&2
    echo "  sudo apt-get install$missing" >&2
    exit 1
  fi
fi

echo "Installing$missing"
# The package list of a fresh machine is empty or old; a mirror that fails here may still serve the packages.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update ||
  echo "The list of packages could not be refreshed; trying with the one that is there." >&2
# shellcheck disable=SC2086 # $missing is a list of words.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >/dev/null
# How the programs are linked depends on the libraries that were there when Package.swift was read, and SwiftPM keeps what
# it has read.
swift package purge-cache >/dev/null 2>&1 || :
