#!/bin/sh
# Races of callers for the end of tasks: watchers, settings, advances, forced outcomes, redeliveries, snapshots, resets.
# A receiver counts. The gate runs a second of it; this runs it for as long as you like.
set -eu
unset CDPATH

usage() {
  cat <<'TEXT'
usage: race.sh [--seconds N] [--seed N] [--threads N]

Races threads of callers against the mock server, and checks that the end of each task is told once: one event id, one
outcome. Each round has a sandbox of its own and the next seed. Ends with 0 if it was so, else with 1 and the seed of the
round that broke it. Threads meet in another order each time: repeat a seed some times.

  --seconds N  how long, 600 by default; the kinds of races share it
  --seed N     of the first round, 160493 by default
  --threads N  callers at once, 64 by default
TEXT
}
seconds=600 seed=160493 threads=64
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --seconds | --seed | --threads)
      case ${2:-} in
        '' | *[!0-9]*) echo "race.sh: $1 '${2:-}' is not valid; expected a whole number" >&2; exit 2 ;;
      esac
      case $1 in --seconds) seconds=$2 ;; --seed) seed=$2 ;; --threads) threads=$2 ;; esac
      shift 2
      ;;
    *) echo "race.sh: unknown argument '$1'; see --help" >&2; exit 2 ;;
  esac
done
cd "$(dirname "$0")/../../../.."
exec ./mvnw -B -ntp -q -pl :seedance-mock-server -am test -Dtest=RaceTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dseedance.race.seconds="$seconds" -Dseedance.race.seed="$seed" -Dseedance.race.threads="$threads"
