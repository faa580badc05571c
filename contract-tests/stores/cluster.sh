#!/bin/sh
# Lets two servers share a PostgreSQL, and kills, freezes and stops them and the database: the long form.
set -eu
unset CDPATH
cd "$(dirname "$0")/../.."

usage() {
  cat <<'END'
Usage: cluster.sh [ROUNDS [SEED]]
Lets clients tell random stories to two mock servers that share a database: behind nginx and HAProxy with one killed,
with one stopped, with one frozen (SIGSTOP) past its lease and woken, with PostgreSQL restarted. Then 1,000 pairs of
equal submits through both, and 10,000 frozen sandboxes. Needs a JDK and Debian's postgresql, nginx and haproxy.
  ROUNDS  how often each of it happens; 20 if absent
  SEED    of the stories, as a failure names it; the time of the day if absent
Exit codes: 0 all held; 1 something did not, with the seed and the last steps of the client
END
}
case ${1:-} in
  -h | --help) usage; exit 0 ;;
  *[!0-9]*) usage >&2; exit 2 ;;
esac
set -- "-Dseedance.rounds=${1:-20}" "-Dseedance.seed=${2:-$(date +%s)}" -Dseedance.pairs=1000 -Dseedance.frozen=10000
export SEEDANCE_REQUIRE_LISTINGS=true # a program that is missing is a fault
exec ./mvnw -B -ntp -q -pl :seedance-contract-tests -am package -Dtest=ClusterTest -Dsurefire.failIfNoSpecifiedTests=false "$@"
