#!/bin/sh
# A virtual day of webhooks on a frozen clock. A receiver counts. The gate sends some hundred; this sends 100,000.
set -eu
unset CDPATH

usage() {
  cat <<'TEXT'
usage: day.sh [--webhooks N]

Submits tasks over a virtual day, each with a webhook, and advances the clock by quarters of an hour. Every ninth attempt
is refused with 500 and retried. Checks that the end of each task was told once, and prints the real time that it took.
Ends with 0 if it was so, else with 1.

  --webhooks N  how many, 100000 by default
TEXT
}
webhooks=100000
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --webhooks)
      case ${2:-} in
        '' | *[!0-9]*) echo "day.sh: $1 '${2:-}' is not valid; expected a whole number" >&2; exit 2 ;;
      esac
      webhooks=$2
      shift 2
      ;;
    *) echo "day.sh: unknown argument '$1'; see --help" >&2; exit 2 ;;
  esac
done
cd "$(dirname "$0")/../../../.."
out=$(mktemp)
trap 'rm -f "$out"' EXIT
./mvnw -B -ntp -pl :seedance-mock-server -am test -Dtest=VirtualDayTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dseedance.day.webhooks="$webhooks" >"$out" 2>&1 || { cat "$out" >&2; exit 1; }
grep 'virtual day:' "$out"
