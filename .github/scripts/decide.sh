#!/usr/bin/env bash
# What the release workflow has to do now, as outputs of a step: `mode` is `version` while there are changes to collect,
# `publish` where the version has no tag yet, and else `nothing`.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(node -p 'require("./packages/cli/package.json").version')
mode=nothing
if [ -n "$(find .changeset -name '*.md' ! -name README.md -print -quit)" ]; then
  mode=version
else
  status=0
  git ls-remote --exit-code --tags origin "refs/tags/v$version" >/dev/null || status=$?
  # 2: there is none; anything else is no answer
  if [ "$status" -eq 2 ]; then mode=publish; elif [ "$status" -ne 0 ]; then exit "$status"; fi
fi
printf 'mode=%s\nversion=%s\n' "$mode" "$version"
