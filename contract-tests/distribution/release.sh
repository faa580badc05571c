#!/bin/sh
# What a release needs from the two places that know it: the version from pom.xml, its notes from CHANGELOG.md.
#
#   release.sh prepare VERSION   gives the whole project the version; one that is no snapshot takes over what is unreleased
#   release.sh check TAG         fails unless the tag is v and the version, the version is no snapshot and has notes
#   release.sh notes [VERSION]   prints the notes of the version, by default that of pom.xml
#
# Reads and writes the project in the current folder.
set -eu

fail() {
  echo "release: $1" >&2
  exit 1
}

version() {
  sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml
}

# Prints the lines below a heading of the changelog, without empty ones at either end.
notes() { # VERSION
  awk -v version="$1" '
    /^## / { on = $2 == version; next }
    on && (NF || printed) { for (; empty > 0; empty--) print ""; if (NF) { print; printed = 1 } else empty++ }
  ' CHANGELOG.md
}

check() { # TAG
  version=$(version)
  [ "$1" = "v$version" ] || fail "the tag is '$1', expected 'v$version', because pom.xml says $version"
  case $version in
    *-SNAPSHOT) fail "$version is a snapshot; set a version with 'release.sh prepare VERSION' and commit it" ;;
  esac
  [ -n "$(notes "$version")" ] || fail "CHANGELOG.md has no notes below '## $version'"
}

# Replaces each line of a file by a script of sed; sed -i is not the same everywhere.
edit() { # FILE SCRIPT
  sed "$2" "$1" >"$1.new"
  cat "$1.new" >"$1" # keeps its permissions
  rm "$1.new"
}

prepare() { # VERSION
  old=$(version)
  new=$1
  case $new in
    [0-9]*.[0-9]*.[0-9]*) ;;
    *) fail "the version is '$new', expected one such as 0.2.0 or 0.3.0-SNAPSHOT" ;;
  esac
  pattern=$(printf '%s\n' "$old" | sed 's/\./\\./g')
  for file in $(git grep -lF "$old" -- '*.xml' '*.md' '*.yaml' ':!CHANGELOG.md'); do
    edit "$file" "s/>$pattern</>$new</g; s/\(seedance-[a-z-]*[:-]\)$pattern/\1$new/g"
  done
  case $new in
    *-SNAPSHOT)
      grep -q '^## Unreleased' CHANGELOG.md || edit CHANGELOG.md "/^## $pattern /{
i\\
## Unreleased\\

}"
      ;;
    *)
      today=$(date -u +%Y-%m-%d)
      edit CHANGELOG.md "s/^## Unreleased\$/## $new - $today/"
      edit pom.xml "s:\(<project.build.outputTimestamp>\).*\(</\):\1${today}T00\:00\:00Z\2:"
      ;;
  esac
  git --no-pager diff --stat
}

case "${1:-}${2:+ $2}" in
  "prepare "*) prepare "$2" ;;
  "check "*) check "$2" ;;
  notes*) notes "${2:-$(version)}" ;;
  *) fail "use 'prepare VERSION', 'check TAG' or 'notes [VERSION]'" ;;
esac
