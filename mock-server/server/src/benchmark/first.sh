#!/bin/sh
# Times the first response of the mock server and of WireMock on each JDK, in turn, from the start of the process. The mock starts as
# the launcher starts it: from an AOT cache on JDK 25 and later, from a class-data archive before. Ends with the table of
# docs/performance.md. Takes about two seconds a start; wants an idle machine.
#
#   first.sh JDK...   home folders of JDKs
#
# Options by environment: STARTS (of each, 11).
set -eu
unset CDPATH
[ $# -gt 0 ] || { echo "benchmark: name the home folders of JDKs, such as /usr/lib/jvm/java-17-openjdk-amd64" >&2; exit 2; }
for jdk; do
  [ -x "$jdk/bin/java" ] || { echo "benchmark: '$jdk' has no bin/java" >&2; exit 2; }
done
cd "$(dirname "$0")/../../../.."

starts=${STARTS:-11}
./mvnw -B -q -ntp -pl :seedance-mock-server -am package -DskipTests -Pbenchmark
target=$PWD/mock-server/server/target
jar=$(ls "$target"/seedance-mock-server-*-cli.jar)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

feature_of() { # JDK
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# What the launcher makes at the first start.
for jdk; do
  feature=$(feature_of "$jdk")
  if [ "$feature" -ge 25 ]; then
    "$jdk/bin/java" -XX:AOTCacheOutput="$work/$feature.aot" -cp "$jar" dev.seedance.mock.startup.WarmUp
  else
    "$jdk/bin/java" -XX:DumpLoadedClassList="$work/classes.lst" -cp "$jar" dev.seedance.mock.startup.WarmUp
    "$jdk/bin/java" -Xshare:dump -XX:SharedClassListFile="$work/classes.lst" -XX:SharedArchiveFile="$work/$feature.jsa" -cp "$jar"
  fi >/dev/null 2>&1
done

# Milliseconds from the start of a process to its first response. The JVM that measures is the first of the JDKs.
clock=$1/bin/java
first_response() { # JDK NAME
  feature=$(feature_of "$1")
  case $2-$feature in
    wiremock-*) set -- "$1" -jar "$target"/benchmark/wiremock-standalone-*.jar --port 0 --bind-address 127.0.0.1 --root-dir "$work" --no-request-journal ;;
    mock-*)
      if [ "$feature" -ge 25 ]; then faster=-XX:AOTCache=$work/$feature.aot; else faster=-XX:SharedArchiveFile=$work/$feature.jsa; fi
      set -- "$1" "$faster" -Xlog:disable -jar "$jar" --port 0
      ;;
  esac
  java=$1/bin/java
  shift
  "$clock" -XX:TieredStopAtLevel=1 -cp "$target/test-classes" dev.seedance.mock.benchmark.FirstAnswer "$java" "$@"
}

echo "machine: $(getconf _NPROCESSORS_ONLN) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)"
echo "load at the start: $(cut -d ' ' -f 1-3 /proc/loadavg)"
round=0
while [ "$round" -lt "$starts" ]; do
  round=$((round + 1))
  for jdk; do
    for name in mock wiremock; do
      first_response "$jdk" $name >>"$work/$(feature_of "$jdk")-$name"
    done
  done
done

median() { sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }
echo
echo "| | mock | WireMock | share |"
echo "|---|---|---|---|"
for jdk; do
  feature=$(feature_of "$jdk")
  # The median of the shares, round by round: what slows down one start slows down its neighbour.
  share=$(paste -d ' ' "$work/$feature-mock" "$work/$feature-wiremock" | awk '{print $1 / $2}' | median | awk '{printf "%.2f", $1}')
  echo "| JDK $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$jdk/release") | $(median <"$work/$feature-mock") ms | $(median <"$work/$feature-wiremock") ms | $share |"
done
echo
echo "load at the end: $(cut -d ' ' -f 1-3 /proc/loadavg)"
