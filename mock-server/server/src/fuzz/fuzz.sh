#!/bin/sh
# Sends hostile requests to a mock server on raw sockets, for an hour or as long as you say. Needs a JDK.
set -eu
unset CDPATH
cd "$(dirname "$0")/../../../.."

usage() {
  cat <<'END'
Usage: fuzz.sh [SECONDS] [SEED [FIRST]]
Sends requests that a grammar makes, and broken ones, to a mock server on raw sockets, and checks that
each whole request has a response of the mock, that no response is a 5xx that the docs do not name, tells
of classes or is broken off, and that the server is healthy afterwards.
  SECONDS  how long; 3600 if absent
  SEED     repeats a run, which prints its seed; the time of the day if absent
  FIRST    the number of the request to begin with, as a failure names it
Exit codes: 0 nothing found, 1 a fault, with the seed and the number of the request that found it
END
}
case ${1:-} in
  -h | --help) usage; exit 0 ;;
  *[!0-9]*) usage >&2; exit 2 ;;
esac
set -- "-Dseedance.fuzz.seconds=${1:-3600}" "-Dseedance.fuzz.seed=${2:-$(date +%s)}" "-Dseedance.fuzz.first=${3:-0}"
exec ./mvnw -B -ntp -q -pl :seedance-mock-server -am test -Dtest=RawFuzzTest -Dsurefire.failIfNoSpecifiedTests=false "$@"
