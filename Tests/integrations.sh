#!/usr/bin/env bash
# Drives the program together with the tools that it is made to work with: readers of its reports, pre-commit, lefthook,
# and the scripts that run in GitHub Actions and GitLab. Everything is installed into a temporary folder.
#   bash Tests/integrations.sh            all of it
#   bash Tests/integrations.sh lefthook   one part: formats, sources, pre-commit, lefthook, github, gitlab
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
parts=${*:-formats sources pre-commit lefthook github gitlab}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# --- What is needed ---

# shellcheck source=Tests/driving.sh
. "$root/Tests/driving.sh"
needs xmllint:libxml2-utils cmark-gfm:cmark-gfm pandoc:pandoc
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  check-jsonschema==0.39.0 jsonschema==4.26.0 pydantic-sarif==0.1.1 sarif-tools==3.0.5 junitparser==5.0.3 \
  diff-cover==11.0.1 citeproc-py==0.11.1 bibtexparser==2.1.0 ruff==0.17.6 pre-commit==4.7.0 lefthook==2.2.2
export PATH="$work/venv/bin:$PATH"
git config --global protocol.file.allow always
git config --global uploadpack.allowAnySHA1InWant true

# --- What the parts share ---

slug=library-of-things
article=articles/$slug.md
version() { cp "$root/examples/articles/$slug/$1.md" "$article"; git add "$article"; }

# Makes a repository with the example's policy on main and its article on factual/…, checks out a branch at the
# article's next stage, and enters it.
newsroom() {
  git init --quiet "$work/$1"
  cd "$work/$1"
  mkdir articles
  cp "$root/examples/editorial.yml" .
  git add . && git commit --quiet -m "Adopt a policy"
  git switch --quiet -c "factual/$slug"
  version factual && git commit --quiet -m "Check the article"
  git switch --quiet -c "styled/$slug"
}

# --- The parts ---

formats() {
  newsroom formats
  version styled-wrong-figure
  # Letters of several bytes, and everything that a format could take for its own.
  {
    sed '/^## Sources/,$d' "$article"
    printf 'À 🎉 77 %% of them came back, says the mayor: '
    # shellcheck disable=SC2016 # Nothing is to be expanded.
    printf '“it is | <b> `x` ]]> @team #1 https://evil.invalid ::error::y\xe2\x80\xae\x1b[31m for all”, www.evil.invalid\n\n'
    sed -n '/^## Sources/,$p' "$article"
  } >restyled.md
  mv restyled.md "$article"
  echo x >'not,ours: é`.txt'
  git add . && git commit --quiet -m "Restyle"
  expect 1 "one judgement in every format" editorial check --on "styled/$slug" main..HEAD --format json \
    --report sarif=r.sarif --report junit=r.xml --report checkstyle=r.checkstyle.xml --report rdjson=r.rdjson \
    --report github=r.github --report markdown=r.md
  expect 0 "schemas and readers accept the formats" python3 "$root/Tests/Integrations/formats.py" . "$article"
  grep '^ok' "$work/out"
  passed=$((passed + $(grep -c '^ok' "$work/out")))
  # What somebody has accepted stays in the file for code scanning, and is suppressed there.
  id=$(python3 -c 'import json
print(next(found["partialFingerprints"]["editorialFinding/v1"] for found in json.load(open("r.sarif"))["runs"][0]["results"]
           if found["ruleId"] == "figure-altered"))')
  expect 0 "a finding is accepted" editorial accept "$slug" "$id" --reason "The council corrected it"
  expect 1 "the other findings stay" editorial check --on "styled/$slug" main..HEAD --report sarif=w.sarif
  expect 0 "SARIF with what was accepted fits the schema" python3 -c 'import json
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif
log = json.load(open("w.sarif"))
Sarif.model_validate(log)
assert [found["ruleId"] for found in log["runs"][0]["results"] if "suppressions" in found] == ["figure-altered"]'
}

sources() {
  newsroom sources
  # The dossier lies with the checked version, where sources are added.
  git switch --quiet "factual/$slug"
  mkdir -p "sources/$slug" && cp "$root"/examples/sources/$slug/* "sources/$slug"
  git add . && git commit --quiet -m "Keep the dossier"
  expect 0 "a source is added" editorial sources add "$slug" https://example.org/Été_100%25 \
    --title 'Tools & {Towns}: 100 % of "what" counts' --date 2025-03-01 --excerpt "One in two."
  expect 0 "sources are exported as CSL-JSON" editorial sources export "$slug"
  cp "$work/out" sources.json
  expect 0 "sources are exported as BibTeX" editorial sources export "$slug" --format bibtex
  cp "$work/out" sources.bib
  expect 0 "other programs read them" python3 "$root/Tests/Integrations/sources.py" .
  grep '^ok' "$work/out"
  passed=$((passed + $(grep -c '^ok' "$work/out")))
  # What pandoc has written is read, too.
  pandoc --from csljson --to biblatex sources.json >theirs.bib
  expect 0 "what pandoc writes is understood" editorial sources import "$slug" theirs.bib --dry-run
  if grep -q '^added' "$work/out"; then fail "a source is taken for a new one"; fi
}

# Commits that a hook manager must refuse and let pass. $1: its name.
meets_the_gate() {
  version styled-wrong-figure
  expect 1 "$1 refuses a commit" git commit -m "Restyle"
  says "41,300"
  version styled
  expect 0 "$1 lets a faithful commit pass" git commit -m "Restyle"
}

pre-commit() {
  newsroom pre-commit
  expect 0 "the manifest is valid" command pre-commit validate-manifest "$root/.pre-commit-hooks.yaml"
  # The hooks as another repository takes them, at a tag.
  mkdir "$work/hooks" && cp "$root/.pre-commit-hooks.yaml" "$work/hooks"
  git -C "$work/hooks" init --quiet && git -C "$work/hooks" add . && git -C "$work/hooks" commit --quiet -m Hooks
  git -C "$work/hooks" tag v0.1.0
  cat >.pre-commit-config.yaml <<CONFIG
default_install_hook_types: [pre-commit, pre-merge-commit, pre-push]
repos:
  - repo: file://$work/hooks
    rev: v0.1.0
    hooks: [{id: editorial}, {id: editorial-push}]
CONFIG
  expect 0 "pre-commit installs its hooks" command pre-commit install
  meets_the_gate pre-commit
  git switch --quiet -c restyled "factual/$slug"
  version styled-wrong-figure && git commit --quiet -m "Restyle badly"
  git init --quiet --bare "$work/shared.git" && git remote add origin "$work/shared.git"
  git push --quiet --no-verify origin main "factual/$slug"
  expect 1 "pre-commit refuses a push to a gated branch" git push origin "restyled:styled/$slug"
  says "41,300"
  expect 0 "pre-commit lets a faithful push pass" git push origin "styled/$slug:styled/$slug"
}

lefthook() {
  newsroom lefthook
  cp "$root/examples/ci/lefthook.yml" .
  expect 0 "the recipe is valid" command lefthook validate
  expect 0 "lefthook installs its hooks" command lefthook install
  meets_the_gate lefthook
  git switch --quiet -c restyled "factual/$slug"
  version styled-wrong-figure && git commit --quiet -m "Restyle badly"
  git init --quiet --bare "$work/lefthook.git" && git remote add origin "$work/lefthook.git"
  LEFTHOOK=0 git push --quiet --no-verify origin main "factual/$slug"
  expect 1 "lefthook refuses a push to a gated branch" git push origin "restyled:styled/$slug"
  says "41,300"
  expect 0 "lefthook lets a faithful push pass" git push origin "styled/$slug:styled/$slug"
  git switch --quiet -c elsewhere
  tip=$(git rev-parse "styled/$slug")
  expect 128 "lefthook refuses to move a branch" git branch --force "styled/$slug" restyled
  [ "$(git rev-parse "styled/$slug")" = "$tip" ] || fail "the branch was moved"
}

# Makes a bare repository to pull from, with one good and one bad branch to pull.
hosted() {
  newsroom "$1"
  git switch --quiet -c good && version styled && git commit --quiet -m "Restyle"
  git switch --quiet -c bad "factual/$slug" && version styled-wrong-figure && git commit --quiet -m "Restyle badly"
  git branch --force "styled/$slug" "factual/$slug"
  git switch --quiet main && echo "Notes" >notes.txt && git add . && git commit --quiet -m "Move on"
  git clone --quiet --bare . "$work/$1.git"
}

# Makes a clone as a CI server makes it: one commit, detached, of the merge that a pull request would make.
pulled() {
  local merge
  cd "$work" && rm -rf clone
  merge=$(git -C "$work/$1.git" commit-tree -p "refs/heads/$2" -p "refs/heads/$3" -m Merge "refs/heads/$3^{tree}")
  git init --quiet "$work/clone"
  cd "$work/clone"
  git remote add origin "file://$work/$1.git"
  git fetch --quiet --depth 1 origin "$merge"
  git checkout --quiet --detach FETCH_HEAD
}

github() {
  local action=$root/.github/actions/editorial
  expect 0 "the action fits GitHub's schema" check-jsonschema --builtin-schema vendor.github-actions "$action/action.yml"
  expect 0 "the workflow fits GitHub's schema" \
    check-jsonschema --builtin-schema vendor.github-workflows "$root/examples/ci/github.yml"
  hosted github
  export GITHUB_ACTION_PATH=$action GITHUB_ENV=$work/env GITHUB_STEP_SUMMARY=$work/summary.md
  expect 0 "the action finds the program" bash "$action/get.sh"
  grep -q "^EDITORIAL_PROGRAM=$work/bin/editorial$" "$work/env" || fail "it does not hand the program on"
  pulled github "styled/$slug" bad
  EDITORIAL_ON=styled/$slug EDITORIAL_SARIF=r.sarif EDITORIAL_MARKDOWN=r.md \
    expect 1 "the action refuses a bad pull request in a shallow clone" bash "$action/check.sh"
  says "::error file=$article,line="
  grep -q "refused" "$work/summary.md" || fail "the summary does not say so"
  grep -q '"ruleId": "figure-altered"' r.sarif || fail "the file for code scanning does not say so"
  grep -q "41,300" r.md || fail "the comment does not say so"
  pulled github "styled/$slug" good
  EDITORIAL_ON=styled/$slug expect 0 "the action lets a good pull request pass" bash "$action/check.sh"
  says "1 passed, 0 refused"
  pulled github main bad
  EDITORIAL_ON=main expect 1 "the action judges by the gate of main" bash "$action/check.sh"
  pulled github main bad
  EDITORIAL_ON=draft/$slug expect 0 "the action lets be what has no gate" bash "$action/check.sh"
  # After a push: from where the branch was, and for a new branch from main.
  git -C "$work/github.git" update-ref "refs/heads/styled/$slug" bad
  for before in "$(git -C "$work/github.git" rev-parse "factual/$slug")" 0000000000000000000000000000000000000000; do
    cd "$work" && rm -rf clone && git clone --quiet --depth 1 --branch "styled/$slug" "file://$work/github.git" "$work/clone"
    cd "$work/clone"
    EDITORIAL_ON=styled/$slug EDITORIAL_BEFORE=$before expect 1 "the action judges a push" bash "$action/check.sh"
  done
}

gitlab() {
  local template=$root/examples/ci/gitlab.yml
  expect 0 "the template fits GitLab's schema" check-jsonschema --builtin-schema vendor.gitlab-ci "$template"
  hosted gitlab
  # The script of the job, as GitLab's runner would start it.
  python3 -c 'import sys; from ruamel.yaml import YAML
job = YAML(typ="safe").load(open(sys.argv[1]))["editorial"]
print("\n".join(["set -e"] + job["script"]))' "$template" >"$work/job.sh"
  export CI_MERGE_REQUEST_TARGET_BRANCH_NAME=styled/$slug CI_COMMIT_SHA
  for name in bad good; do
    cd "$work" && rm -rf clone && git clone --quiet --branch "$name" "file://$work/gitlab.git" "$work/clone"
    cd "$work/clone"
    CI_COMMIT_SHA=$(git rev-parse HEAD)
    git checkout --quiet --detach
    expect "$([ $name = bad ] && echo 1 || echo 0)" "the job judges the $name merge request" bash "$work/job.sh"
    xmllint --noout --schema "$root/Tests/Integrations/junit-10.xsd" editorial.xml 2>"$work/out" || fail "no JUnit file"
  done
}

for part in $parts; do
  case $part in
    formats | sources | pre-commit | lefthook | github | gitlab) ;;
    *)
      echo "There is no part $part." >&2
      exit 64
      ;;
  esac
  echo "== $part"
  # A plain statement: where its status is asked for, `set -e` would not hold inside.
  (
    cd "$work"
    "$part"
    echo "$passed" >"$work/passed"
  )
  total=$((${total:-0} + $(cat "$work/passed")))
done
echo
echo "$total passed, 0 failed"
