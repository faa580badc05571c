#!/bin/sh
# Times the first response of the mock server with every trick of the package startup, and without each of them, in turn.
# Ends with the table of that package. Takes about a second a start; wants an idle machine. Needs zip, unzip and a JDK.
# Options by environment: STARTS (of each variant, 15).
set -eu
unset CDPATH
cd "$(dirname "$0")/../../../.."

starts=${STARTS:-15}
for tool in zip unzip; do
  command -v "$tool" >/dev/null || { echo "benchmark: $tool is missing; install it (Debian: apt-get install $tool)" >&2; exit 2; }
done
./mvnw -B -q -ntp -pl :seedance-mock-server -am package -DskipTests -Pbenchmark
target=$PWD/mock-server/server/target
jar=$(ls "$target"/seedance-mock-server-*-cli.jar)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

main=dev.seedance.mock.startup.FastStart
services=META-INF/micronaut-services.txt
# shellcheck disable=SC2016 # the name of a nested class
loader='META-INF/services/io.micronaut.core.optim.StaticOptimizations$Loader'

"$java" -XX:DumpLoadedClassList="$work/classes.lst" -cp "$jar" dev.seedance.mock.startup.WarmUp >/dev/null

# A copy of the jar without some files, nor what the list of services says of them; with an archive of its own.
without() { # NAME PATTERN-IN-LIST FILE...
  copy=$work/$1.jar
  pattern=$2
  shift 2
  cp "$jar" "$copy"
  (cd "$work" && unzip -q -o "$copy" "$services" && grep -v "$pattern" "$services" >list && mv list "$services" && zip -q "$copy" "$services")
  [ $# -eq 0 ] || zip -q -d "$copy" "$@" >/dev/null
  "$java" -Xshare:dump -XX:SharedClassListFile="$work/classes.lst" -XX:SharedArchiveFile="${copy%.jar}.jsa" -cp "$copy" >/dev/null 2>&1
}
without all '^$'
without no-list '^$' "$loader"
without no-lazy-json LazyJsonMapper

first_response() { # JAR MAIN [JVM OPTION...]
  copy=$1
  class=$2
  shift 2
  "$java" -XX:TieredStopAtLevel=1 -cp "$target/test-classes" dev.seedance.mock.benchmark.FirstAnswer \
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable "$@" -cp "$copy" "$class" --port 0
}
archive() { echo "-XX:SharedArchiveFile=${1%.jar}.jsa"; }
run() {
  case $1 in
    all) first_response "$work/all.jar" $main "$(archive "$work/all.jar")" ;;
    "no class-data archive") first_response "$work/all.jar" $main ;;
    "no list of services") first_response "$work/no-list.jar" $main "$(archive "$work/no-list.jar")" ;;
    "no lazy JSON mapper") first_response "$work/no-lazy-json.jar" $main "$(archive "$work/no-lazy-json.jar")" ;;
    "flight recorder's events") first_response "$work/all.jar" $main "$(archive "$work/all.jar")" -Dio.netty.jfr.enabled=true -Djfr.unsupported.vm=false ;;
    "no FastStart") first_response "$work/all.jar" dev.seedance.mock.cli.MockCommand "$(archive "$work/all.jar")" ;;
  esac
}

echo "machine: $(getconf _NPROCESSORS_ONLN) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $("$java" -version 2>&1 | head -n 1)"
set -- all "no class-data archive" "no list of services" "no lazy JSON mapper" "flight recorder's events" "no FastStart"
round=0
while [ "$round" -lt "$starts" ]; do
  round=$((round + 1))
  for variant; do
    run "$variant" >>"$work/$variant.times"
  done
done
median() { sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }
for variant; do
  printf '%-26s %5d ms (median of %d)\n' "$variant" "$(median <"$work/$variant.times")" "$starts"
done
