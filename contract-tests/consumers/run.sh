#!/usr/bin/env bash
# Builds and tests programs that use the toolkit beside libraries of their own, as a stranger would: each under its own
# parent, from a Maven repository with the artifacts that we install.
#
#   run.sh [PROGRAM...]   folders beside this script; all of them if none is named
#   MAVEN_OPTIONS         further options of Maven, such as --offline
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

root=../..
target=$PWD/../target/consumers
read -r -a options <<<"${MAVEN_OPTIONS:-}"

maven() { # NAME [ARGUMENT...]: keeps the output in NAME.log
  "$root/mvnw" -B -ntp -Dmaven.repo.local="$target/repository" -Dmaven.repo.local.tail="$HOME/.m2/repository" \
    -Dmaven.repo.local.tail.ignoreAvailability=true ${options[@]+"${options[@]}"} "${@:2}" >"$target/$1.log" 2>&1
}

fail() { # NAME REASON
  cat "$target/$1.log"
  echo "$1: $2" >&2
  exit 1
}

# The libraries of other people stay for the next run.
rm -rf "$target/repository/dev/seedance"
mkdir -p "$target"
begin=$SECONDS
maven install -f "$root/pom.xml" install -Dmaven.test.skip -pl client,mock-server/testkit -am || fail install failed
echo "installed the toolkit in $((SECONDS - begin)) s"

[ $# -gt 0 ] || set -- */
for folder; do
  program=${folder%/}
  begin=$SECONDS
  maven "$program" -f "$program/pom.xml" clean test || fail "$program" failed
  # Surefire's line about the whole run, which it leaves out if no test ran.
  tests=$(sed -n 's/.*Tests run: \([1-9][0-9]*\), Failures: 0, Errors: 0, Skipped: 0$/\1/p' "$target/$program.log")
  [ -n "$tests" ] || fail "$program" "no test ran, or some were skipped"
  echo "$program: $tests tests in $((SECONDS - begin)) s"
done
