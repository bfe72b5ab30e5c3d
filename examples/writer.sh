#!/bin/sh
# A writer for `editorial restyle` that needs no language model: it plays one, with the articles of this folder.
#
#   editorial restyle library-of-things --with examples/writer.sh
#
# At first it puts a sentence in the place of the sources, as models do. Told so, it puts them back and gets a figure
# wrong. Told that, it mends it. What it is told stands in the request, between <findings> and </findings>.
set -eu

request=$(cat)
articles=$(cd "$(dirname "$0")" && pwd)/articles/$EDITORIAL_ARTICLE

case $request in
*'**figure-'*) version=styled ;;
*'**sources-placeholder '*) version=styled-wrong-figure ;;
*) version=styled-without-sources ;;
esac

# Models talk around their work; it is taken away again.
echo 'Here is the rewritten article:'
echo
echo '```markdown'
cat "$articles/$version.md"
echo '```'
