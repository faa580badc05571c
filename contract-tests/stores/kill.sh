#!/bin/sh
# Kills servers with a store at random instants of random stories, 200 times for each store, or as often as you say.
set -eu
unset CDPATH
cd "$(dirname "$0")/../.."

usage() {
  cat <<'END'
Usage: kill.sh [KILLS [SEED]]
Lets clients tell random stories to a mock server with a file, then to one with PostgreSQL, kills the server (SIGKILL)
at random instants, starts it again, and checks from outside that nothing that was acknowledged is lost, that no id is
given twice, and that each event is delivered. The clients keep logs of their own. Needs a JDK and Debian's postgresql.
  KILLS  of each store; 200 if absent
  SEED   of the stories, as a failure names it; the time of the day if absent
Exit codes: 0 nothing was lost; 1 something was, with the seed and the last steps of the client
END
}
case ${1:-} in
  -h | --help) usage; exit 0 ;;
  *[!0-9]*) usage >&2; exit 2 ;;
esac
set -- "-Dseedance.kills=${1:-200}" "-Dseedance.seed=${2:-$(date +%s)}"
export SEEDANCE_REQUIRE_LISTINGS=true # a store that is missing is a fault
exec ./mvnw -B -ntp -q -pl :seedance-contract-tests -am package -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false "$@"
