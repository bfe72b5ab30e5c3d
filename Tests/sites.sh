#!/usr/bin/env bash
# Takes an article through its stages in new sites of real static site generators, builds the pages, and lets the
# command that `editorial preview` prints show them. Everything is made in a temporary folder.
#   bash Tests/sites.sh           all of it
#   bash Tests/sites.sh jekyll    one part: hugo, jekyll
#
# Eleventy and Astro come from npm alone; their layouts are tested without them (swift test --filter SiteArticleTests).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
parts=${*:-hugo jekyll}
work=$(mktemp -d)
server=
trap 'rm -rf "$work"' EXIT

# --- What is needed ---

# shellcheck source=Tests/driving.sh
. "$root/Tests/driving.sh"
needs hugo:hugo jekyll:jekyll curl:curl jekyll-theme-minima ruby-jekyll-feed ruby-webrick
export HUGO_CACHEDIR="$work/cache/hugo" TZ=UTC

# --- What the parts share ---

# holds <file> <words>…: they stand in the file.
holds() {
  local file=$1
  shift
  [ -s "$file" ] || fail "there is no $file"
  for words in "$@"; do grep -qF -- "$words" "$file" || { cp "$file" "$work/out"; fail "$file does not hold: $words"; }; done
  ok "${file#"$work"/} holds the article"
}
# lacks <file> <words>…: none of them stands in it.
lacks() {
  local file=$1
  shift
  for words in "$@"; do ! grep -qF -- "$words" "$file" || { cp "$file" "$work/out"; fail "$file holds: $words"; }; done
}

slug=library-of-things
title="Borrow, don't buy: what libraries of things have learned"
example() { cat "$root/examples/articles/$slug/$1.md"; }
# The example's text, without its front matter, with what only the generator understands behind the first paragraph.
# The figures in there are none of the article's.
body() { example "$1" | awk -v extra="$2" 'n < 2 { if (/^---$/) n++; next } { print } /In 2024/ && !done { print "\n" extra; done = 1 }'; }

picture() { base64 -d >"$1" <<<iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==; }

# same <file> <revision>: the file there is the one that was written, byte for byte, but for the scores.
same() {
  git show "$2:$1" | grep -v -E '^(integrityScore|styleScore)( =|:) [0-9.]+$' >"$work/kept"
  cmp -s "$work/kept" "$1.written" || { diff "$1.written" "$work/kept" >"$work/out" || true; fail "$2 changed more than the scores"; }
  git show "$2:$1" | grep -qE '^integrityScore( =|:) 100\.0$' || fail "$2 has no score"
  ok "$2 keeps every byte but the scores"
}

# goes <file>: takes the article, which `article_<generator>` writes, from its draft to main, refused on the way.
goes() {
  local file=$1 write=$2
  printf '%s\n' '*.written' >>.git/info/exclude
  expect 0 "a draft is opened" editorial new "$slug"
  says "$file"
  git switch --quiet "draft/$slug"
  [ -s "$file" ] || fail "the draft is not in $file"
  "$write" factual >"$file"
  cp "$file" "$file.written"
  git add . && git commit --quiet -m "Write"
  expect 0 "the draft is promoted" editorial promote "$slug"
  same "$file" "factual/$slug"
  expect 0 "the checked version is promoted" editorial promote "$slug"
  git switch --quiet "styled/$slug"
  "$write" styled-wrong-figure >"$file"
  git add . && expect 1 "a wrong figure is refused" git commit -m "Restyle"
  says "41,300"
  # The place of a finding is that of the whole file, whatever stands above it.
  says "$file:$(grep -n '43,100' "$file" | cut -d: -f1):"
  if grep -qE '(17|83) ?%' "$work/out"; then fail "what the generator replaces is taken for a figure"; fi
  "$write" styled >"$file"
  cp "$file" "$file.written"
  git add . && expect 0 "a faithful version gets in" git commit -m "Restyle"
  expect 0 "it is published" editorial promote "$slug"
  git switch --quiet main
  same "$file" main
}

# shows <stage> <page> <words>…: the command that `preview` prints serves the page.
shows() {
  local stage=$1 page=$2 address='' before tries=0
  shift 2
  before=$(git status --porcelain --branch && git for-each-ref)
  expect 0 "a preview at $stage is printed" editorial preview "$slug" --stage "$stage"
  editorial preview "$slug" --stage "$stage" 2>/dev/null >"$work/command"
  setsid sh "$work/command" >"$work/out" 2>&1 </dev/null &
  server=$!
  while [ -z "$address" ]; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || fail "nothing is served"
    kill -0 "$server" 2>/dev/null || fail "the command ended"
    sleep 0.2
    address=$(grep -oE 'http://(localhost|127\.0\.0\.1):[0-9]+' "$work/out" | head -n 1 || true)
  done
  curl --silent --show-error --fail --retry 20 --retry-connrefused --retry-delay 1 --max-time 60 "$address/$page" \
    >"$work/page.html" 2>>"$work/out" || fail "the page is not served at $address/$page"
  holds "$work/page.html" "$@"
  kill -- "-$server" && wait "$server" 2>/dev/null || true
  server=
  [ "$(git status --porcelain --branch && git for-each-ref)" = "$before" ] || fail "the preview touched something"
  ok "the preview touches nothing"
}

# --- The parts ---

hugo_extra='{{< figure src="shelf.png" title="17 % of the shelves, 83% of the drills" >}}

![A shelf](shelf.png)'
article_hugo() {
  cat <<FRONT
+++
title = "$title"
description = "What the first audited figures say" # for the list
date = 2025-04-08T09:00:00Z
lastmod = 2025-04-09
author = "The Commons Desk"
lang = "en"
tags = ["sharing", "libraries"]
weight = 7

[params]
  accent = "teal"

[[resources]]
  src = "shelf.png"
+++

FRONT
  body "$1" "$hugo_extra" | sed 1d
}

hugo() {
  expect 0 "Hugo makes a new site" command hugo new site "$work/hugo"
  cd "$work/hugo" && git init --quiet
  printf 'public/\nresources/\n.hugo_build.lock\n' >.gitignore
  expect 0 "a new site is known" editorial init --format json
  says '"generator": "Hugo"'
  says '"content/posts/{slug}.md"'
  rm editorial.yml
  # A bundle is there, so bundles are what will come; and a page of the simplest theme.
  mkdir -p content/posts/old layouts/_default
  printf -- '---\ntitle: Old\ndate: 2024-01-01\n---\n\nAn old post.\n' >content/posts/old/index.md
  echo '<h1>{{ .Title }}</h1><p class="accent">{{ .Params.accent }}{{ .Params.params.accent }}</p>{{ .Content }}' >layouts/_default/single.html
  echo '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Summary }}{{ end }}' >layouts/_default/list.html
  git add . && git commit --quiet -m "Begin the site"
  expect 0 "its bundles are known" editorial init --hooks
  says 'content/posts/{slug}/index.md  (1 there now)'
  git add . && git commit --quiet -m "Adopt a policy"
  git switch --quiet -c picture && mkdir -p "content/posts/$slug" && picture "content/posts/$slug/shelf.png"
  git add . && git commit --quiet -m "A picture" && git switch --quiet main && git merge --quiet picture
  goes "content/posts/$slug/index.md" article_hugo
  expect 0 "Hugo builds what is published" command hugo --destination "$work/hugo-main"
  page="posts/$slug/index.html"
  # shellcheck disable=SC2016 # Nothing is to be expanded.
  holds "$work/hugo-main/$page" "<h1>Borrow, don" "41,300 loans" "teal" '<img src="shelf.png"' "<figure>" "17 % of the shelves"
  lacks "$work/hugo-main/$page" "{{<" "integrityScore" "<!--"
  cmp -s "content/posts/$slug/shelf.png" "$work/hugo-main/posts/$slug/shelf.png" || fail "the picture is not beside the page"
  holds "$work/hugo-main/posts/index.html" "sixty-two public libraries"
  git switch --quiet "factual/$slug"
  expect 0 "Hugo builds a stage" command hugo --destination "$work/hugo-factual"
  holds "$work/hugo-factual/$page" "41,300 loans" "<figure>"
  git switch --quiet main
  shows styled "posts/$slug/" "41,300 loans" "<figure>"
  shows factual "posts/$slug/" "Wear is lower than the libraries had feared"
}

jekyll_extra='{% include shelf.html caption="17 % of the shelves" %}
{: .wide }

![A shelf]({{ site.baseurl }}/assets/library-of-things/shelf.png)

{% comment %}
83 % of the drills
{% endcomment %}'
article_jekyll() {
  cat <<FRONT
---
layout: post
title:  "$title"   # as on the cover
date:   2025-04-08 09:00:00 +0000
description: 'What the first audited figures say'
author: The Commons Desk
lang: en
categories: [guides, sharing]
mood: {colour: teal}
---

FRONT
  # The theme writes the title.
  body "$1" "$jekyll_extra" | sed -e 1d -e '/^# /,+1d'
}

jekyll() {
  expect 0 "Jekyll makes a new site" command jekyll new "$work/jekyll" --skip-bundle
  cd "$work/jekyll" && git init --quiet
  # Debian's minima has another version, and Ruby 3 has no web server of its own.
  sed -i 's/"minima", ".*"/"minima"/' Gemfile && echo 'gem "webrick"' >>Gemfile
  # Of two Bundlers, the one inside Debian's Ruby takes some of Debian's gems for missing; the package's own does not.
  bundler=$(gem list --exact bundler | sed -n 's/.*default: [^,]*, \([0-9.]*\).*/\1/p')
  if [ "$bundler" ]; then export BUNDLER_VERSION="$bundler"; fi
  expect 0 "its parts are there" bundle install --local
  mkdir -p _includes "assets/$slug" && picture "assets/$slug/shelf.png"
  # shellcheck disable=SC2016 # Nothing is to be expanded.
  echo '<figure>{{ include.caption }}</figure>' >_includes/shelf.html
  echo "show_excerpts: true" >>_config.yml
  git add . && git commit --quiet -m "Begin the site"
  expect 0 "a new site is known" editorial init --hooks
  says "Jekyll: _config.yml is there"
  # shellcheck disable=SC2016 # Nothing is to be expanded.
  says '_posts/{date}-{slug}.markdown  (1 there now)'
  git add . && git commit --quiet -m "Adopt a policy"
  goes "_posts/$(date +%F)-$slug.markdown" article_jekyll
  expect 0 "Jekyll builds what is published" bundle exec jekyll build --destination "$work/jekyll-main"
  page="guides/sharing/2025/04/08/$slug.html"
  holds "$work/jekyll-main/$page" "Borrow, don" "41,300 loans" "<figure>17 % of the shelves</figure>" \
    'src="/assets/library-of-things/shelf.png"'
  lacks "$work/jekyll-main/$page" "83 % of the drills" "{%" "integrityScore" "Integrity score"
  [ -s "$work/jekyll-main/assets/$slug/shelf.png" ] || fail "the picture is not there"
  # The first paragraph, and no comment above it, is what the front page quotes.
  holds "$work/jekyll-main/index.html" "sixty-two public libraries"
  git switch --quiet "factual/$slug"
  expect 0 "Jekyll builds a stage" bundle exec jekyll build --destination "$work/jekyll-factual"
  holds "$work/jekyll-factual/$page" "41,300 loans"
  git switch --quiet main
  shows styled "$page" "41,300 loans"
  shows factual "$page" "Wear is lower than the libraries had feared"
}

for part in $parts; do
  case $part in
    hugo | jekyll) ;;
    *)
      echo "There is no part $part." >&2
      exit 64
      ;;
  esac
  echo "== $part"
  (
    trap '[ -z "$server" ] || kill -- "-$server" 2>/dev/null || true' EXIT
    cd "$work"
    "$part"
    echo "$passed" >"$work/passed"
  )
  total=$((${total:-0} + $(cat "$work/passed")))
done
echo
echo "$total passed, 0 failed"
