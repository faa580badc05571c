#!/usr/bin/env bash
# Runs both compose files with podman-compose, and the example of the README against each.
set -euo pipefail

[ $# -eq 1 ] || { echo "Usage: compose.sh FOLDER   after image.sh, with the same folder; needs podman-compose" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
. "$here/podman.sh"
"$here/bases.sh" "$1" services
export MOCK_IMAGE=localhost/seedance-mock:check DATABASE_IMAGE=localhost/debian-postgres:15 BALANCER_IMAGE=localhost/debian-nginx:1
file=
compose() { podman-compose --project-name "seedance-$$" --file "$file" "$@" >>"$work/log" 2>&1; }
trap '[ -z "$file" ] || compose down --volumes || true; rm -rf "$work"' EXIT

for file in "$here"/../compose.yaml "$here"/../compose-cluster.yaml; do
  basename "$file"
  MOCK_PORT=$(free_port)
  export MOCK_PORT
  compose up --detach || { cat "$work/log" >&2; exit 1; }
  base=http://127.0.0.1:$MOCK_PORT
  for _ in $(seq 120); do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "$base/_mock/health/ready")" != 200 ] || break
    sleep 0.5
  done
  example "$base" || { compose logs || true; cat "$work/log" >&2; exit 1; }
  case $file in
    *cluster*) curl -fsS "$base/_mock/cluster" | grep -q 'http://mock-1:8080.*http://mock-2:8080\|http://mock-2:8080.*http://mock-1:8080' ;;
  esac
  compose down --volumes
done
