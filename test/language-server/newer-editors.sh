#!/usr/bin/env bash
# Puts a newer Neovim than this machine's, and Helix, into the cache folder: Debian's packages of its next release, with
# all that they need, unpacked and started with their own loader, so that nothing is installed. Does nothing where they
# are there. Needs apt.
set -euo pipefail

release=forky
cache=${SMOLFILE_EDITORS:-${XDG_CACHE_HOME:-$HOME/.cache}/smolfile-editors}
if [ -x "$cache/bin/hx" ]; then exit; fi
printf 'unpacking Neovim and Helix of Debian %s into %s\n' "$release" "$cache" >&2

apt=$cache/apt
root=$cache/root
rm -rf "$root" "$apt"
mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$root" "$cache/bin"
: >"$apt/status"
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' \
  "$release" >"$apt/sources.list"
# A package manager of its own, which knows of nothing that is installed here.
options=(
  -qq -y
  -o "Dir::State=$apt" -o "Dir::State::lists=$apt/lists" -o "Dir::State::status=$apt/status"
  -o "Dir::Cache=$apt" -o "Dir::Cache::archives=$apt/archives"
  -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o Dir::Etc::main=/dev/null -o Dir::Etc::parts=/dev/null
  -o APT::Install-Recommends=0 -o APT::Sandbox::User=
)
apt-get "${options[@]}" update </dev/null
apt-get "${options[@]}" install --download-only neovim hx </dev/null >/dev/null
for package in "$apt"/archives/*.deb; do dpkg-deb --extract "$package" "$root"; done
rm -rf "$apt"

libraries=$(dirname "$(find "$root" -name 'ld-linux-*.so.*' -print -quit)")
loader=$(find "$libraries" -name 'ld-linux-*.so.*' -print -quit)
for name in nvim hx; do
  cat >"$cache/bin/$name" <<END
#!/bin/sh
export VIMRUNTIME='$root/usr/share/nvim/runtime'
exec '$loader' --library-path '$libraries' '$root/usr/bin/$name' "\$@"
END
  chmod +x "$cache/bin/$name"
  "$cache/bin/$name" --version >/dev/null
done
