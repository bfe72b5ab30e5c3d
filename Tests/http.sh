#!/bin/sh
# The gate behind `git http-backend` of a real web server on loopback: a push is refused, another one is accepted.
#
#   sh Tests/http.sh
#
# The web server is lighttpd; what is missing is installed.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=Tests/server.sh
. "$root/Tests/server.sh"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
PATH=$PATH:/usr/sbin
need git:git lighttpd:lighttpd curl:curl

as_written 'git init --bare --initial-branch=main /srv/git/newsroom.git'
as_written 'editorial -C /srv/git/newsroom.git hook install --server'
git -C "$work/srv/git/newsroom.git" config http.receivepack true

write_settings() {
  cat <<END
server.document-root = "$work/srv"
server.bind = "127.0.0.1"
server.port = $1
server.errorlog = "$work/errors"
server.modules = ("mod_alias", "mod_cgi", "mod_setenv")
alias.url = ("/git" => "$(git --exec-path)/git-http-backend")
setenv.set-environment = (
  "GIT_PROJECT_ROOT" => "$work/srv/git", "GIT_HTTP_EXPORT_ALL" => "1", "HOME" => "$work/home",
  "GIT_CONFIG_NOSYSTEM" => "1", "PATH" => "/usr/local/bin:/usr/bin:/bin"
)
\$HTTP["url"] =~ "^/git" { cgi.assign = ("" => "") }
END
}
port=
for try in 1 2 3 4 5 6 7 8 9; do
  port=$((20000 + ($$ * 7 + try * 1009) % 40000))
  write_settings "$port" >"$work/settings"
  lighttpd -D -f "$work/settings" >"$work/server-log" 2>&1 &
  server=$!
  for wait in 1 2 3 4 5 6 7 8 9 10; do
    sleep 0.2
    if ! kill -0 "$server" 2>/dev/null; then break; fi
    if curl --silent --fail --output /dev/null "http://127.0.0.1:$port/git/newsroom.git/HEAD"; then break 2; fi
  done
  kill "$server" 2>/dev/null || true
  server=
done
[ -n "$server" ] || { cat "$work/server-log" "$work/errors" >&2; broken "no web server came up"; }

write_newsroom
run "git remote add origin http://127.0.0.1:$port/git/newsroom.git"
push_both
# What is larger than one post is sent in pieces.
git config http.postBuffer 1024
write_styled styled-wrong-figure
refused 'editorial refuses the push to main' "git push origin styled/$slug:main"
git -C "$work/srv/git/newsroom.git" fsck --strict --no-dangling --no-progress || broken "the server's repository is damaged"
echo
echo "git http-backend and the gate work together."
