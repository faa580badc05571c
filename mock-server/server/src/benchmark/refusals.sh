#!/bin/sh
# Compares the mock server's refusals with the successes beside them, at 16 connections, rounds interleaved.
# Prints the medians. Takes about two minutes; needs wrk, curl, a JDK and Linux's /proc.
# Options by environment: ROUNDS (3), ROUND (seconds, 4), JAR (of another build, instead of a new one).
set -eu
unset CDPATH
cd "$(dirname "$0")/../../../.."

rounds=${ROUNDS:-3} round=${ROUND:-4}
command -v wrk >/dev/null || { echo "benchmark: wrk is missing; install it (Debian: apt-get install wrk)" >&2; exit 2; }
if [ -z "${JAR:-}" ]; then ./mvnw -B -q -ntp -pl :seedance-mock-server -am package -DskipTests; fi
jar=${JAR:-$(ls "$PWD"/mock-server/server/target/seedance-mock-server-*-cli.jar)}
work=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

start() { # NAME OPTION...
  log=$work/$1.log
  name=$1
  shift
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$jar" --port 0 --balance unlimited "$@" >"$log" 2>&1 &
  echo $! >"$work/$name.pid"
  server="$server $!"
  until grep -q 'ready at' "$log"; do
    kill -0 $! 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.1
  done
  sed -n 's/.*ready at //p' "$log" >"$work/$name.url"
}
start free
start limited --rate-limits --query-rate 1/1

valid='{"model":"seedance-2","prompt":"A lighthouse in a storm, slow aerial shot","duration":5}'
key='wrk.headers["Authorization"] = "Bearer benchmark"'
post() { echo "$key wrk.method = \"POST\" wrk.headers[\"Content-Type\"] = \"application/json\" wrk.body = [[$1]]"; }
echo "$key" | tee "$work/poll.lua" "$work/unknown.lua" >"$work/limit.lua"
echo >"$work/nokey.lua"
post "$valid" >"$work/submit.lua"
post '{"model":"seedance-2","prompt":"A lighthouse in a storm, slow aerial shot","duration":99}' >"$work/invalid.lua"
post '{"model":"seedance-2","prompt":"A lighthouse in a storm, slow aerial shot","duration":5' >"$work/nojson.lua"

cpu() { awk '{print $14 + $15}' "/proc/$1/stat"; }

# One round of KIND, SECONDS: requests a second, processor time in microseconds a request.
load() {
  name=free path=/v1/videos/generations
  case $1 in
    poll | nokey) # a new task each time: the store drops old ones
      path=$path/$(curl -s -H 'X-Mock-Scenario: stuck' -H 'Authorization: Bearer benchmark' \
        -H 'Content-Type: application/json' -d "$valid" "$(cat "$work/free.url")$path" | sed 's/.*"id":"\([^"]*\)".*/\1/')
      ;;
    unknown) path=$path/unknown ;;
    limit) name=limited path=$path/unknown ;;
  esac
  pid=$(cat "$work/$name.pid")
  before=$(cpu "$pid")
  wrk -t 1 -c 16 -d "${2}s" -s "$work/$1.lua" "$(cat "$work/$name.url")$path" >"$work/wrk"
  awk -v kind="$1" -v cpu=$(($(cpu "$pid") - before)) '
    /requests in/ {requests = $1}
    /Requests\/sec/ {rate = $2}
    /Non-2xx/ {bad = $NF}
    END {
      if ((kind == "poll" || kind == "submit") ? bad > 0 : bad < requests) print "benchmark: wrong status for " kind > "/dev/stderr"
      printf "%.0f %.1f\n", rate, cpu * 10000 / requests
    }' "$work/wrk"
}
median() { cut -d ' ' -f "$2" "$work/$1.rounds" | sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }

kinds='poll unknown nokey limit submit invalid nojson'
for kind in $kinds; do load "$kind" "$round" >/dev/null; done
for _ in $(seq "$rounds"); do
  for kind in $kinds; do load "$kind" "$round" >>"$work/$kind.rounds"; done
done

row() { # NAME KIND SUCCESS
  echo "| $1 | $(median "$2" 1) | $(median "$2" 2) µs | $(echo "$(median "$3" 2) $(median "$2" 2)" | awk '{printf "%.2f", $1 / $2}') |"
}
echo "| | requests/s | CPU a request | CPU of the success / of this |"
echo "|---|---|---|---|"
row "poll, 200" poll poll
row "unknown task, 404" unknown poll
row "no key, 401" nokey poll
row "one poll too many, 429" limit poll
row "submit, 200" submit submit
row "wrong duration, 400" invalid submit
row "no JSON, 400" nojson submit
