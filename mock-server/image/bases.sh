#!/usr/bin/env bash
# Makes the base images that the check of the image runs on from Debian's packages, as no registry need be reachable.
# What was made is kept in a folder, so that the next call takes seconds.
set -euo pipefail

[ $# -ge 1 ] || { echo "Usage: bases.sh FOLDER [java|postgres|nginx]...   needs mmdebstrap and podman" >&2; exit 2; }
folder=$1
shift
mkdir -p "$folder"

debian() { # NAME PACKAGE...: a root file system with packages
  [ -s "$folder/$1.tar" ] || {
    mmdebstrap --quiet --variant=minbase --include="$(IFS=, && echo "${*:2}")" bookworm "$folder/$1.part.tar"
    mv "$folder/$1.part.tar" "$folder/$1.tar"
  }
}

base() { # IMAGE NAME CHANGE...: an image of such a file system
  local changes=()
  for change in "${@:3}"; do changes+=(--change "$change"); done
  podman image exists "$1" || podman import --quiet "${changes[@]}" "$folder/$2.tar" "$1" >/dev/null
}

for name in "$@"; do
  case $name in
    java)
      debian java openjdk-17-jre-headless
      base localhost/debian-java:17 java
      ;;
    *) echo "bases.sh: unknown base '$name'" >&2; exit 2 ;;
  esac
done
