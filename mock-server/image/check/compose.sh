#!/usr/bin/env bash
# Runs both compose files with podman-compose, and the example of the README against each.
set -euo pipefail

[ $# -eq 1 ] || { echo "Usage: compose.sh FOLDER   after image.sh, with the same folder; needs podman-compose" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck disable=SC1091 # checked by itself
. "$here/podman.sh"
"$here/bases.sh" "$1" services
export MOCK_IMAGE=localhost/seedance-mock:check DATABASE_IMAGE=localhost/debian-postgres:15 BALANCER_IMAGE=localhost/debian-nginx:1
file=
# shellcheck disable=SC2154 # set by podman.sh
compose() { podman-compose --project-name "seedance-$$" --file "$file" "$@" >>"$work/log" 2>&1; }
is_up() {
  case $file in
    *cluster*) members=$(curl -fsS "$base/_mock/cluster") && [[ $members == *mock-1:8080* && $members == *mock-2:8080* ]] ;;
    *) curl -fsS "$base/_mock/health/ready" ;;
  esac >/dev/null 2>&1
}
trap '[ -z "$file" ] || compose down --volumes || true; rm -rf "$work"' EXIT

for file in "$here"/../compose.yaml "$here"/../compose-cluster.yaml; do
  basename "$file"
  MOCK_PORT=$(free_port)
  export MOCK_PORT
  up=$(page 'docker compose') # of "docs/deploy.md"
  up=${up/podman compose/podman-compose --project-name seedance-$$}
  bash -c "${up/mock-server\/image\/compose.yaml/$file}" >>"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  base=http://127.0.0.1:$MOCK_PORT
  for _ in $(seq 120); do
    ! is_up || break
    sleep 0.5
  done
  # On a busy machine a server may not reach its database at once; its 503 asks to come again.
  example "$base" || example "$base" || example "$base" || { compose logs || true; cat "$work/log" >&2; exit 1; }
  compose down --volumes
done
