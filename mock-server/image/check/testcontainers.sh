#!/usr/bin/env bash
# Runs the test kit's container against the socket of podman, after image.sh.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck disable=SC1091 # checked by itself
. "$here/podman.sh"
service=
# shellcheck disable=SC2154 # set by podman.sh
trap '[ -z "$service" ] || kill "$service"; rm -rf "$work"' EXIT

podman system service --time 0 "unix://$work/podman.sock" >"$work/service.log" 2>&1 &
service=$!
until [ -S "$work/podman.sock" ]; do
  kill -0 "$service" || { cat "$work/service.log" >&2; exit 1; }
  sleep 0.2
done
# No Ryuk: its image is not to be had without a registry, and the test closes its container.
export DOCKER_HOST=unix://$work/podman.sock TESTCONTAINERS_RYUK_DISABLED=true
export SEEDANCE_TEST_IMAGE=localhost/seedance-mock:check SEEDANCE_REQUIRE_IMAGE=true
cd "$here/../../.."
./mvnw -B -ntp -pl :seedance-mock-testkit -am package -Dtest=SeedanceMockContainerTest -Dsurefire.failIfNoSpecifiedTests=false
