#!/usr/bin/env bash
# Makes images of other people's programs from Debian's packages, so that a check needs no registry.
# What was made is kept in a folder, so that the next call takes seconds.
set -euo pipefail

[ $# -ge 2 ] || { echo "Usage: bases.sh FOLDER java|services...   needs mmdebstrap and podman" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder"

debian() { # NAME PACKAGES [OPTION...]: a root file system with packages
  [ -s "$folder/$1.tar" ] || {
    nice mmdebstrap --quiet --variant=minbase --include="$2" "${@:3}" bookworm "$folder/$1.part.tar"
    mv "$folder/$1.part.tar" "$folder/$1.tar"
  }
}

image() { # IMAGE NAME ENTRYPOINT: an image of such a file system
  podman image exists "$1" || podman import --quiet ${3:+--change "ENTRYPOINT $3"} "$folder/$2.tar" "$1" >/dev/null
}

for name in "${@:2}"; do
  case $name in
    java)
      debian java openjdk-17-jre-headless
      image localhost/debian-java:17 java ""
      ;;
    services)
      # shellcheck disable=SC2016 # the hook's own argument
      debian services postgresql,nginx-light --customize-hook="copy-in $here/postgres.sh /usr/local/bin" \
        --customize-hook='rm "$1/etc/nginx/sites-enabled/default"'
      image localhost/debian-postgres:15 services '["/usr/local/bin/postgres.sh"]'
      image localhost/debian-nginx:1 services '["/usr/sbin/nginx", "-g", "daemon off;"]'
      ;;
    *) echo "bases.sh: unknown base '$name'" >&2; exit 2 ;;
  esac
done
