#!/usr/bin/env bash
# Puts Debian's programs in place that tests ask, where they are not there: an editor without a test for it is one that
# nobody tried. Does nothing where all of them are. Only Neovim has to be there in CI.
set -euo pipefail
cd "$(dirname "$0")"
export DEBIAN_FRONTEND=noninteractive

missing=()
lacks() { command -v "$1" >/dev/null || missing+=("${@:2}"); }
lacks nvim neovim
lacks emacs emacs-nox elpa-eglot
lacks shellcheck shellcheck
lacks mandoc mandoc
lacks zsh zsh
lacks fish fish

install() { apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null; }
cannot() { printf '%s cannot be had: what asks it is skipped\n' "$1" >&2; }
if [ ${#missing[@]} -gt 0 ]; then
  printf 'installing Debian packages: %s\n' "${missing[*]}" >&2
  apt-get update -qq </dev/null || true
  # all at once; where one of them cannot be had, each by itself
  install "${missing[@]}" || for each in "${missing[@]}"; do
    install "$each" || cannot "$each"
  done
fi
bash language-server/newer-editors.sh || cannot 'a newer editor'
