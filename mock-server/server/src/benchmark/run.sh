#!/bin/sh
# Compares the mock server with a bare Micronaut echo controller and with WireMock's fixed stub, in one run: polls and
# submits at 16 connections, each server warmed up, rounds interleaved; the mock's heap over all those submits; the time
# to the first response. Ends with the tables of docs/performance.md. Takes about 12 minutes; wants an idle machine.
# Needs wrk, curl and a JDK. Options by environment: FORKS (how often each server is started anew, 2, because a JVM that
# compiles a little otherwise keeps the difference for life), WARM_UP (seconds a server and fork, 30), ROUND (seconds, 3),
# ROUNDS (a fork, 6), STARTS (9), SCENARIO (of the task that is polled: stuck, so that it is in progress all the time;
# instant for a completed one).
set -eu
unset CDPATH
cd "$(dirname "$0")/../../../.."

forks=${FORKS:-2} warm_up=${WARM_UP:-30} round=${ROUND:-3} rounds=${ROUNDS:-6} starts=${STARTS:-9}
scenario=${SCENARIO:-stuck}
command -v wrk >/dev/null || { echo "benchmark: wrk is missing; install it (Debian: apt-get install wrk)" >&2; exit 2; }

./mvnw -B -q -ntp -pl :seedance-mock-server -am package -DskipTests -Pbenchmark
target=$PWD/mock-server/server/target
jar=$(ls "$target"/seedance-mock-server-*-cli.jar)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jcmd=${JAVA_HOME:+$JAVA_HOME/bin/}jcmd
work=$(mktemp -d)
stop() {
  for pid in "$work"/*.pid; do
    if [ -f "$pid" ]; then kill "$(cat "$pid")" 2>/dev/null || true; fi
  done
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The class-data archive that the launcher would start the mock from.
jsa=$work/mock.jsa
"$java" -XX:DumpLoadedClassList="$work/classes.lst" -cp "$jar" dev.seedance.mock.startup.WarmUp >/dev/null
"$java" -Xshare:dump -XX:SharedClassListFile="$work/classes.lst" -XX:SharedArchiveFile="$jsa" -cp "$jar" >/dev/null 2>&1

# A stub as WireMock's users write it: fixed answers for both calls.
mkdir -p "$work/wiremock/mappings"
answer='{"status":200,"headers":{"Content-Type":"application/json"},"jsonBody":{"id":"tsk_vid_0","status":"queued","progress":0,"created_at":1783953000}}'
echo '{"request":{"method":"GET","urlPathPattern":"/v1/videos/generations/.*"},"response":'"$answer"'}' \
  > "$work/wiremock/mappings/poll.json"
echo '{"request":{"method":"POST","urlPath":"/v1/videos/generations"},"response":'"$answer"'}' \
  > "$work/wiremock/mappings/submit.json"

# Replaces this process by a command and a server: the same JVM settings for all, which is none. An unlimited balance,
# because millions of tasks cost more than an account holds.
serve() { # NAME [COMMAND THAT TAKES THE SERVER'S AS ARGUMENTS...]
  name=$1
  shift
  case $name in
    mock)
      exec "$@" "$java" -XX:SharedArchiveFile="$jsa" -Xshare:auto -Xlog:disable -jar "$jar" --port 0 --balance unlimited
      ;;
    echo)
      exec "$@" "$java" -cp "$target/test-classes:$(cat "$target/benchmark.classpath")" \
        dev.seedance.mock.benchmark.EchoServer
      ;;
    wiremock)
      exec "$@" "$java" -jar "$target"/benchmark/wiremock-standalone-*.jar --port 0 --bind-address 127.0.0.1 \
        --root-dir "$work/wiremock" --no-request-journal
      ;;
  esac
}

# Starts a server and waits until it listens; its process and its address are then in files.
start() {
  log=$work/$1.log
  : > "$log"
  serve "$1" > "$log" 2>&1 &
  echo $! > "$work/$1.pid"
  address=
  until [ -n "$address" ]; do
    kill -0 "$(cat "$work/$1.pid")" 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.01
    address=$(sed -n -e 's/.*ready at //p' -e 's!^port: *!http://127.0.0.1:!p' "$log")
  done
  echo "$address" > "$work/$1.url"
}

# Milliseconds from a process's start to its first response.
first_answer() {
  (serve "$1" "$java" -XX:TieredStopAtLevel=1 -cp "$target/test-classes" dev.seedance.mock.benchmark.FirstAnswer)
}

finish() {
  pid=$(cat "$work/$1.pid")
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  rm "$work/$1.pid"
}

body='{"model":"seedance-2","prompt":"A lighthouse in a storm, slow aerial shot, waves against the rocks","duration":5,"resolution":"720p","aspect_ratio":"16:9"}'
cat > "$work/submit.lua" <<EOF
wrk.method = "POST"
wrk.body = [[$body]]
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer benchmark"
EOF
cat > "$work/poll.lua" <<'EOF'
wrk.headers["Authorization"] = "Bearer benchmark"
EOF

# Processor time that a process has taken so far, in hundredths of a second (Linux; elsewhere 0).
cpu() { awk '{print $14 + $15}' "/proc/$1/stat" 2>/dev/null || echo 0; }

# One round of NAME, KIND, SECONDS: requests a second, p99 in ms, processor time in microseconds a request, requests, and what went wrong.
load() {
  path=/v1/videos/generations
  if [ "$2" = poll ]; then path=$path/$id; fi
  pid=$(cat "$work/$1.pid")
  before=$(cpu "$pid")
  wrk -t 1 -c 16 -d "${3}s" --latency -s "$work/$2.lua" "$(cat "$work/$1.url")$path" > "$work/wrk"
  awk -v cpu=$(($(cpu "$pid") - before)) '
    $1 == "99%" {p99 = $2 + 0; if ($2 ~ /us$/) p99 /= 1000; else if ($2 !~ /ms$/) p99 *= 1000}
    /requests in/ {requests = $1}
    /Requests\/sec/ {rate = $2}
    /Non-2xx|Socket errors/ {bad = bad " " $0}
    END {printf "%.0f %.2f %.1f %d%s\n", rate, p99, cpu * 10000 / requests, requests, bad}' "$work/wrk"
}

# What a process holds in its heap after a collection, in MiB.
heap() {
  "$jcmd" "$1" GC.run > /dev/null
  "$jcmd" "$1" GC.heap_info | sed -n 's/.* total .* used \([0-9]*\)K.*/\1/p' |
    awk '{total += $1} END {printf "%.0f", total / 1024}'
}

median() { sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }

# The id of a new task of the mock.
submit() {
  curl -s -H "X-Mock-Scenario: $scenario" -H 'Authorization: Bearer benchmark' -H 'Content-Type: application/json' -d "$body" \
    "$(cat "$work/mock.url")/v1/videos/generations" | sed 's/.*"id":"\([^"]*\)".*/\1/'
}

echo "machine: $(getconf _NPROCESSORS_ONLN) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $("$java" -version 2>&1 | head -n 1)"
echo "load at the start: $(cut -d ' ' -f 1-3 /proc/loadavg)"

heaps=
for fork in $(seq "$forks"); do
  for name in mock echo wiremock; do
    start $name
  done
  submits=0
  for kind in poll submit; do
    id=$(submit) # the others answer to any
    for name in mock echo wiremock; do
      warm=$(load $name $kind "$warm_up")
      if [ $name-$kind = mock-submit ]; then
        submits=$(echo "$warm" | cut -d ' ' -f 4)
        heaps="$heaps${heaps:+; }$(heap "$(cat "$work/mock.pid")") MiB after $submits submits"
      fi
    done
    for i in $(seq "$rounds"); do
      for name in mock echo wiremock; do
        result=$(load $name $kind "$round")
        echo "$result" >> "$work/$kind-$name"
        echo "$kind $name fork $fork round $i (requests/s, p99 ms, CPU µs a request, requests): $result"
        if [ $name-$kind = mock-submit ]; then submits=$((submits + $(echo "$result" | cut -d ' ' -f 4))); fi
      done
    done
  done
  heaps="$heaps, $(heap "$(cat "$work/mock.pid")") MiB after $submits"
  for name in mock echo wiremock; do finish $name; done
done

for i in $(seq "$starts"); do
  for name in mock wiremock; do
    first=$(first_answer $name)
    echo "$first" >> "$work/first-$name"
    echo "first response of $name: $first ms"
  done
done

column() { cut -d ' ' -f "$3" "$work/$1-$2" | median; }

# The median of the mock's shares of a peer, round by round: what slows down one round slows down its neighbours.
share() {
  cut -d ' ' -f 1 "$work/$1-mock" > "$work/mine"
  cut -d ' ' -f 1 "$work/$1-$2" | paste -d ' ' "$work/mine" - | awk '{print $1 / $2}' | median
}
two_digits() { awk '{printf "%.2f", $1}'; }

echo
echo "| | polls/s | p99 | CPU a poll | submits/s | p99 | CPU a submit | first response |"
echo "|---|---|---|---|---|---|---|---|"
for name in echo mock wiremock; do
  answered=
  if [ $name != echo ]; then answered="$(median < "$work/first-$name") ms"; fi
  echo "| $name | $(column poll $name 1) | $(column poll $name 2) ms | $(column poll $name 3) µs |" \
    "$(column submit $name 1) | $(column submit $name 2) ms | $(column submit $name 3) µs | $answered |"
done
echo
echo "| the mock's share | polls/s | submits/s | first response |"
echo "|---|---|---|---|"
for name in echo wiremock; do
  answered=
  if [ $name != echo ]; then answered=$(share first $name | two_digits); fi
  echo "| of $name | $(share poll $name | two_digits) | $(share submit $name | two_digits) | $answered |"
done
echo
echo "heap of the mock after a collection: $heaps"
echo "load at the end: $(cut -d ' ' -f 1-3 /proc/loadavg)"
