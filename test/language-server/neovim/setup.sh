#!/usr/bin/env bash
# Puts Debian's Neovim in place for the test beside this file. Does nothing where there is one.
set -euo pipefail
if command -v nvim >/dev/null; then exit; fi
printf 'neovim set-up: installing neovim (Debian package)\n' >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq </dev/null
apt-get install -y -qq --no-install-recommends neovim </dev/null >/dev/null
