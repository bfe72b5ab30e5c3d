#!/bin/sh
# The gate behind a real gitolite: a push is refused, another one is accepted, and gitolite's own rules go on holding.
#
#   sh Tests/gitolite.sh
#
# gitolite runs in a temporary home folder, by the command that its SSH keys are bound to. What is missing is installed.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=Tests/server.sh
. "$root/Tests/server.sh"
trap 'rm -rf "$work"' EXIT
need git:git gitolite:gitolite3

# In place of ssh: runs what sshd would for a key of the user that stands before the @.
cat >"$work/bin/as-user" <<END
#!/bin/sh
# Git asks first which ssh this is.
[ "\$1" = -G ] && exit 1
while case \$1 in -*) ;; *) false ;; esac; do
  case \$1 in -o) shift ;; esac
  shift
done
user=\${1%%@*}
shift
HOME=$work/git SSH_CONNECTION='127.0.0.1 1 127.0.0.1 22' SSH_ORIGINAL_COMMAND=\$* exec /usr/share/gitolite3/gitolite-shell "\$user"
END
chmod +x "$work/bin/as-user"
GIT_SSH_COMMAND=$work/bin/as-user GIT_SSH_VARIANT=simple
export GIT_SSH_COMMAND GIT_SSH_VARIANT
# Runs a command as the user that the repositories belong to.
at_home() { (HOME=$work/git && export HOME && cd && eval "$1"); }

echo "A gitolite with two people, as its manual says."
mkdir "$work/git"
at_home 'git config --global user.name git; git config --global user.email git@example.org
  git config --global advice.defaultBranchName false
  gitolite setup --admin robin'
git clone --quiet robin@localhost:gitolite-admin "$work/admin"
cd "$work/admin"
sed -n '/^repo newsroom$/,/^```$/p' "$root/README.md" | grep -v '^```' >>conf/gitolite.conf
grep -q 'RW ' conf/gitolite.conf || broken "the README shows no rules for gitolite"
sed 's/@editors/robin/; s/@writers/kim/' conf/gitolite.conf >conf/rules && mv conf/rules conf/gitolite.conf
git commit --quiet --all --message 'Make room for the newsroom'
run 'git push --quiet origin HEAD'

line='editorial -C ~/repositories/newsroom.git hook install --server'
grep -qxF "$line" "$root/README.md" || broken "the README does not say: $line"
printf '\n$ %s\n' "$line"
at_home "$line"

write_newsroom
run 'git remote add origin kim@localhost:newsroom'
push_both
refused 'DENIED by' "git push origin :factual/$slug"
run "git push robin@localhost:newsroom :factual/$slug"

echo
echo "The same for every repository, those to come included."
sed -n '/^mkdir -p ~\/local/,/^```$/p' "$root/README.md" | grep -v '^```' >"$work/for-all"
[ -s "$work/for-all" ] || broken "the README does not say how to protect every repository"
at_home "sed -i 's|.*# LOCAL_CODE  *=>  *\"\$ENV{HOME}/local\",|LOCAL_CODE => \"\$ENV{HOME}/local\",|' .gitolite.rc
  grep -q '^LOCAL_CODE' .gitolite.rc" || broken "gitolite's file of settings has no LOCAL_CODE to switch on"
(cd "$root" && HOME=$work/git && export HOME && cat "$work/for-all" && sh -e "$work/for-all")
cd "$work/admin"
printf 'repo gazette\n    RW+ = kim\n' >>conf/gitolite.conf
git commit --quiet --all --message 'Make room for the gazette'
run 'git push --quiet origin HEAD'
cd "$work/newsroom"
git switch --quiet "factual/$slug"
run 'git remote set-url origin kim@localhost:gazette'
push_both
echo
echo "gitolite and the gate work together."
