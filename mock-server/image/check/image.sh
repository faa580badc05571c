#!/usr/bin/env bash
# Builds the image of the mock server twice, on a base made from Debian's packages, and runs it as a platform would:
# read-only, under a user without a name, with 256 MB. Needs podman, buildah, mmdebstrap, runc and a JDK.
set -euo pipefail

[ $# -ge 1 ] || { echo "Usage: image.sh FOLDER [JAR]   the folder keeps what was made from packages, for the next call" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
kept=$(realpath "$1")
jar=${2:+$(realpath "$2")}
# shellcheck disable=SC1091 # checked by itself
. "$here/podman.sh"
container=
cleanup() {
  [ -z "$container" ] || podman rm --force "$container" >/dev/null 2>&1 || true
  # shellcheck disable=SC2154 # set by podman.sh
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "image.sh: $1" >&2
  [ -z "$container" ] || podman logs "$container" >&2
  exit 1
}

echo "Build twice, and compare"
"$here/bases.sh" "$kept" java
for n in 1 2; do
  "$here/../build.sh" --base localhost/debian-java:17 --tag "localhost/seedance-mock:check-$n" ${jar:+--jar "$jar"} >"$work/digest-$n" 2>"$work/log" ||
    { cat "$work/log" >&2; fail "the image can't be built"; }
  echo "  $(cat "$work/digest-$n")"
done
cmp "$work/digest-1" "$work/digest-2" || fail "two builds differ"
image=localhost/seedance-mock:check
podman tag localhost/seedance-mock:check-1 "$image"
skopeo copy --quiet --dest-compress "containers-storage:$image" "dir:$work/image" 2>>"$work/log"
size=$(python3 -c 'import json, sys; print(sum(layer["size"] for layer in json.load(open(sys.argv[1]))["layers"][1:]))' "$work/image/manifest.json")
echo "  our layers: $size bytes compressed"
[ "$size" -lt 45000000 ] || fail "our layers take $size bytes, expected less than 45 MB"

echo "Run, as docs/deploy.md says: read-only, 256 MB"
container=mock-$$
run=$(page 'docker run') # the page is "docs/deploy.md"
run=${run/--name mock/--name $container --read-only-tmpfs=false --user 10001}
bash -c "${run/127.0.0.1:8080:/127.0.0.1::}" >/dev/null 2>"$work/log" || { cat "$work/log" >&2; fail "it does not start"; }
base=http://$(podman port "$container" 8080/tcp)
for _ in $(seq 150); do
  podman logs "$container" 2>/dev/null | grep -q 'ready at' && break
  sleep 0.1
done
[ "$(podman logs "$container" 2>/dev/null)" = "seedance mock server ready at http://0.0.0.0:8080" ] || fail "the log on standard output is not as expected"
health=$(page 'docker exec')
bash -c "${health/exec mock/exec $container}" || fail "the health check says that it is not ready"

echo "The example of the README"
example "$base" || fail "the example made no task"

echo "Load for ${LOAD_SECONDS:-20} s, and a stop in the midst of it"
wrk --threads 2 --connections 64 --duration "${LOAD_SECONDS:-20}s" --script "$here/load.lua" "$base" >"$work/load" || { cat "$work/load" >&2; fail "wrk failed"; }
grep -E 'requests in|Requests/sec|Non-2xx' "$work/load"
grep VmHWM "/proc/$(podman inspect --format '{{.State.Pid}}' "$container")/status"
! grep -q 'Socket errors' "$work/load" || { cat "$work/load" >&2; fail "requests were not responded to"; }
wrk --threads 1 --connections 16 --duration 10s --script "$here/load.lua" "$base" >/dev/null &
load=$!
sleep 2
begin=$(date +%s%N)
podman kill --signal TERM "$container" >/dev/null
code=$(podman wait "$container")
took=$((($(date +%s%N) - begin) / 1000000))
kill "$load" || true
echo "  exit code $code after $took ms"
[ "$code" -eq 0 ] || fail "it ended with code $code, expected 0"
[ "$took" -le 2000 ] || fail "it took $took ms to end, expected 2000 at most"
[ "$(podman inspect --format '{{.State.OOMKilled}}' "$container")" = false ] || fail "it was killed for its memory"
