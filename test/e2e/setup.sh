#!/usr/bin/env bash
# Puts a real VS Code (code-server, without its install scripts) and Chromium in place for the tests beside
# this file. Lives outside the workspace, so neither its lockfile nor `pnpm install` knows of it. Safe to run
# again: it does nothing once the stamp of the same version is there.
set -euo pipefail

version=4.100.3
cache=${SMOLFILE_E2E_CACHE:-$HOME/.cache/smolfile-e2e}
folder=$cache/code-server-$version
server=$folder/node_modules/code-server
stamp=$folder/ready

# Native modules are compiled against the headers beside node, where they are: no need to fetch them.
prefix=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
if [ -f "$prefix/include/node/node.h" ]; then export npm_config_nodedir=$prefix; fi

step() { printf 'e2e set-up: %s\n' "$*" >&2; }

# Non-interactive whatever the caller is; npm's own notices would only hide a failure.
export DEBIAN_FRONTEND=noninteractive
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_loglevel=error

install_chromium() {
  if [ -x "${SMOLFILE_E2E_CHROMIUM:-/usr/bin/chromium}" ]; then return; fi
  step 'installing chromium (Debian package)'
  apt-get update -qq </dev/null
  apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core </dev/null >/dev/null
}

# `npm install --ignore-scripts` left these without their binaries. node-pty fails after its binary is built,
# in a step that only matters to its developers.
rebuild() {
  local where=$1 log
  shift
  log=$(mktemp)
  for name in "$@"; do
    [ -d "$where/node_modules/$name" ] || continue
    if ! (cd "$where" && npm rebuild "$name" </dev/null >"$log" 2>&1) &&
      ! { [ "$name" = node-pty ] && [ -f "$where/node_modules/node-pty/build/Release/pty.node" ]; }; then
      cat "$log" >&2
      step "could not build $name in $where"
      exit 1
    fi
  done
  rm -f "$log"
}

install_code_server() {
  if [ -f "$stamp" ]; then return; fi
  step "installing code-server@$version into $folder"
  rm -rf "$folder"
  mkdir -p "$folder"
  echo '{ "private": true }' >"$folder/package.json"
  (cd "$folder" && npm install --ignore-scripts "code-server@$version" </dev/null >/dev/null)

  for part in "$server/lib/vscode" "$server/lib/vscode/extensions"; do
    step "installing the dependencies of ${part#"$folder/node_modules/"}"
    (cd "$part" && npm install --ignore-scripts --omit=dev </dev/null >/dev/null)
    # VS Code looks for its modules in an archive of this name.
    ln -sfn node_modules "$part/node_modules.asar"
  done

  step 'building native modules'
  rebuild "$server/lib/vscode" @vscode/spdlog native-watchdog @parcel/watcher node-pty
  rebuild "$server/lib/vscode/extensions" @vscode/spdlog native-watchdog @parcel/watcher node-pty
  rebuild "$folder" argon2

  node "$server/out/node/entry.js" --version </dev/null >/dev/null
  touch "$stamp"
}

# VS Code looks for files with it, and gets it by an install script, too.
install_ripgrep() {
  local program=$server/lib/vscode/node_modules/@vscode/ripgrep/bin/rg
  if [ -x "$program" ]; then return; fi
  step 'installing ripgrep (Debian package)'
  if ! command -v rg >/dev/null; then
    apt-get update -qq </dev/null
    apt-get install -y -qq --no-install-recommends ripgrep </dev/null >/dev/null
  fi
  mkdir -p "$(dirname "$program")"
  ln -sf "$(command -v rg)" "$program"
}

install_chromium
install_code_server
install_ripgrep
# The tests look here, so that the version stands in this file only.
ln -sfn "$server" "$cache/code-server"
step "ready: $server"
