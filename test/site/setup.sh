#!/usr/bin/env bash
# Puts the two browsers of the tests beside this file in place, Debian's packages, and what drives the second one.
# Lives outside the workspace, so neither its lockfile nor `pnpm install` knows of it; nothing of it runs a script
# when it is installed. Safe to run again: it does nothing once all is there.
set -euo pipefail

driver=puppeteer-core@24.43.1
folder=${SMOLFILE_SITE_CACHE:-$HOME/.cache/smolfile-site}

packages=()
if [ ! -x "${SMOLFILE_E2E_CHROMIUM:-/usr/bin/chromium}" ]; then packages+=(chromium fonts-dejavu-core); fi
if [ ! -x "${SMOLFILE_SITE_FIREFOX:-/usr/bin/firefox-esr}" ]; then packages+=(firefox-esr); fi
if [ "${#packages[@]}" -gt 0 ]; then
  printf 'site set-up: installing %s (Debian packages)\n' "${packages[*]}" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq </dev/null
  apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null >/dev/null
fi

if [ "$(cat "$folder/ready" 2>/dev/null)" = "$driver" ]; then exit; fi
printf 'site set-up: installing %s into %s\n' "$driver" "$folder" >&2
mkdir -p "$folder"
rm -f "$folder/ready"
echo '{ "private": true }' >"$folder/package.json"
(cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --loglevel=error "$driver" </dev/null >/dev/null)
echo "$driver" >"$folder/ready"
