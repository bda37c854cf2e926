#!/usr/bin/env bash
# The text of an issue about a new release of smolvm, from what `pnpm smolvm new` printed; nothing where nothing is new.
set -euo pipefail

version=$(sed -n '1s/^smolvm \([0-9.]*\) is the newest; .*/\1/p' "$1")
if [ -z "$version" ] || ! grep -q '^== ' "$1"; then exit; fi

cat <<TEXT
smolvm $version is out, and \`schemas/\` does not know it yet. This is what \`pnpm smolvm new\` says; CONTRIBUTING.md has
the steps ("How to add a release").

\`\`\`text
$(cut -c 1-400 "$1" | sed 's/`/ʼ/g' | head -c 50000)
\`\`\`
TEXT
