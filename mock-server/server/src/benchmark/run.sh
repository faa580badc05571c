#!/usr/bin/env bash
# Compares the mock server with a bare Micronaut echo controller and with WireMock's fixed stub, in one run: polls and
# submits at 16 connections, each server warmed up, rounds interleaved; the mock's heap over all those submits; the time
# to the first response. Ends with the tables of docs/performance.md. Takes about 12 minutes; wants an idle machine.
# Needs wrk, curl and a JDK. Options by environment: FORKS (how often each server is started anew, 2, because a JVM that
# compiles a little otherwise keeps the difference for life), WARM_UP (seconds a server and fork, 30), ROUND (seconds, 3),
# ROUNDS (a fork, 6), STARTS (9), SCENARIO (of the task that is polled: stuck, so that it is in progress all the time;
# instant for a completed one).
set -euo pipefail
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
declare -A pids
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT

# The same JVM settings for all, which is none. An unlimited balance, because millions of tasks cost more than an account
# holds.
mock_command=("$java" -XX:SharedArchiveFile="${jar%.jar}.jsa" -Xshare:auto -Xlog:disable -jar "$jar" --port 0
  --balance unlimited)
echo_command=("$java" -cp "$target/test-classes:$(cat "$target/benchmark.classpath")"
  dev.seedance.mock.benchmark.EchoServer)

# A stub as WireMock's users write it: fixed answers for both calls.
mkdir -p "$work/wiremock/mappings"
answer='{"status":200,"headers":{"Content-Type":"application/json"},"jsonBody":{"id":"tsk_vid_0","status":"queued","progress":0,"created_at":1783953000}}'
echo '{"request":{"method":"GET","urlPathPattern":"/v1/videos/generations/.*"},"response":'"$answer"'}' \
  > "$work/wiremock/mappings/poll.json"
echo '{"request":{"method":"POST","urlPath":"/v1/videos/generations"},"response":'"$answer"'}' \
  > "$work/wiremock/mappings/submit.json"
wiremock_command=("$java" -jar "$(ls "$target"/benchmark/wiremock-standalone-*.jar)" --port 0 --bind-address 127.0.0.1
  --root-dir "$work/wiremock" --no-request-journal)

# Starts a server and waits until it listens; sets url.
start() {
  local name=$1 log=$work/$1.log address=
  local -n command=${name}_command
  : > "$log"
  "${command[@]}" > "$log" 2>&1 &
  pids[$name]=$!
  until [ -n "$address" ]; do
    kill -0 "${pids[$name]}" 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.01
    address=$(sed -n -e 's/.*ready at //p' -e 's!^port: *!http://127.0.0.1:!p' "$log")
  done
  url=$address
}

# Milliseconds from a process's start to its first response.
first_answer() {
  local -n command=${1}_command
  "$java" -XX:TieredStopAtLevel=1 -cp "$target/test-classes" dev.seedance.mock.benchmark.FirstAnswer "${command[@]}"
}

finish() {
  kill "${pids[$1]}"
  wait "${pids[$1]}" 2>/dev/null || true
  unset "pids[$1]"
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

# One round: requests a second, p99 in ms, processor time in microseconds a request, requests, and what went wrong.
load() {
  local name=$1 kind=$2 seconds=$3 path=/v1/videos/generations before
  if [ "$kind" = poll ]; then path=$path/${ids[$name]}; fi
  before=$(cpu "${pids[$name]}")
  wrk -t 1 -c 16 -d "${seconds}s" --latency -s "$work/$kind.lua" "${urls[$name]}$path" > "$work/wrk"
  awk -v cpu=$(($(cpu "${pids[$name]}") - before)) '
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
    "${urls[mock]}/v1/videos/generations" | sed 's/.*"id":"\([^"]*\)".*/\1/'
}

echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $("$java" -version 2>&1 | head -1)"
echo "load at the start: $(cut -d ' ' -f 1-3 /proc/loadavg)"

declare -A urls ids=([echo]=any [wiremock]=any)
heaps=
for fork in $(seq "$forks"); do
  for name in mock echo wiremock; do
    start $name
    urls[$name]=$url
  done
  submits=0
  for kind in poll submit; do
    ids[mock]=$(submit)
    for name in mock echo wiremock; do
      warm=$(load $name $kind "$warm_up")
      if [ $name-$kind = mock-submit ]; then
        submits=$(echo "$warm" | cut -d ' ' -f 4)
        heaps+="${heaps:+; }$(heap "${pids[mock]}") MiB after $submits submits"
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
  heaps+=", $(heap "${pids[mock]}") MiB after $submits"
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
share() { paste -d ' ' <(cut -d ' ' -f 1 "$work/$1-mock") <(cut -d ' ' -f 1 "$work/$1-$2") | awk '{print $1 / $2}' | median; }
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
