#!/usr/bin/env bash
# Tags a release: the commit that is checked out, with what it takes to run the action and the pre-commit hooks without
# an install. `v1.2.3` stays where it is, `v1` moves.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$1
built=(packages/cli/dist/package.json packages/cli/dist/smolfile.js)
for file in "${built[@]}"; do [ -f "$file" ] || { printf 'not built: %s\n' "$file" >&2; exit 1; }; done

export GIT_AUTHOR_NAME=smolfile GIT_AUTHOR_EMAIL=release@smolfile.invalid
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
# beside the index that is there, and leaving it as it is
index=$(mktemp -u)
trap 'rm -f "$index"' EXIT
export GIT_INDEX_FILE=$index
git read-tree HEAD
git add --force "${built[@]}"
commit=$(git commit-tree "$(git write-tree)" -p HEAD -m "Release $version, built")

git tag --annotate --message "smolfile $version" "v$version" "$commit"
git tag --force --annotate --message "smolfile $version" "v${version%%.*}" "$commit"
# the first may not be there yet, the second moves
git push origin "refs/tags/v$version"
git push --force origin "refs/tags/v${version%%.*}"
