#!/bin/sh
# Fills a mock server whose heap is small, in every way that callers have. The gate sends some hundred requests.
set -eu
unset CDPATH

usage() {
  cat <<'TEXT'
usage: fill.sh [SECONDS [SEED]]

Sends a server with a heap of 64 MiB large prompts, bodies of many values, data: URLs, webhooks, scenarios, assets, uploads
and snapshots over 1,500 keys, with 4 threads. Checks that it goes on, and that each response is a 2xx, 4xx or 503. Prints
how many of each there were.
Ends with 0 if it was so, else with 1.

  SECONDS  how long, 600 by default
  SEED     repeats the requests, 0 by default
TEXT
}
for number in "${1:-600}" "${2:-0}"; do
  case $number in
    --help | -h) usage; exit 0 ;;
    '' | *[!0-9]*) echo "fill.sh: '$number' is not valid; expected a whole number" >&2; exit 2 ;;
  esac
done
cd "$(dirname "$0")/../../../.."
out=$(mktemp)
trap 'rm -f "$out"' EXIT
./mvnw -B -ntp -pl :seedance-mock-server -am test -Dtest=SmallHeapTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dseedance.fill.seconds="${1:-600}" -Dseedance.fill.seed="${2:-0}" >"$out" 2>&1 || { cat "$out" >&2; exit 1; }
grep 'small heap:' "$out"
