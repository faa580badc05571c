#!/usr/bin/env bash
# Compares the mock server with a bare Micronaut echo controller and with WireMock's fixed stub, in one run:
# polls and submits at 16 connections, each server warmed up, rounds interleaved. Then the time to the first answer.
# Needs wrk and a JDK. Options by environment: WARM_UP (seconds a server, 30), ROUND (seconds, 10), ROUNDS (3).
set -euo pipefail
cd "$(dirname "$0")/../../.."

warm_up=${WARM_UP:-30} round=${ROUND:-10} rounds=${ROUNDS:-3} starts=${STARTS:-5}
command -v wrk >/dev/null || { echo "benchmark: wrk is missing; install it (Debian: apt-get install wrk)" >&2; exit 2; }

./mvnw -B -q -ntp -pl mock-server -am package -DskipTests -Pbenchmark
target=mock-server/target
jar=$(ls $target/seedance-mock-server-*-cli.jar)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT

mock_command=("$java" -XX:SharedArchiveFile="${jar%.jar}.jsa" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -jar "$jar" --port 0)
echo_command=("$java" -cp "$target/test-classes:$(cat $target/benchmark.classpath)" dev.seedance.mock.benchmark.EchoServer)

# A stub as WireMock's users write it: fixed answers for both calls.
mkdir -p "$work/wiremock/mappings"
cat > "$work/wiremock/mappings/poll.json" <<'EOF'
{"request":{"method":"GET","urlPathPattern":"/v1/videos/generations/.*"},
 "response":{"status":200,"headers":{"Content-Type":"application/json"},"jsonBody":{"id":"tsk_vid_0","status":"queued","progress":0,"created_at":1783953000}}}
EOF
cat > "$work/wiremock/mappings/submit.json" <<'EOF'
{"request":{"method":"POST","urlPath":"/v1/videos/generations"},
 "response":{"status":200,"headers":{"Content-Type":"application/json"},"jsonBody":{"id":"tsk_vid_0","status":"queued","progress":0,"created_at":1783953000}}}
EOF
free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
wiremock_port=$(free_port)
wiremock_command=("$java" -jar "$(ls $target/benchmark/wiremock-standalone-*.jar)" --port "$wiremock_port" --bind-address 127.0.0.1
  --root-dir "$work/wiremock" --no-request-journal --disable-banner)

now_ms() { echo $(($(date +%s%N) / 1000000)); }

# Starts a server and waits for its address; sets url and first (ms from process start to the first answer).
start() {
  local name=$1 begin
  shift
  begin=$(now_ms)
  "$@" > "$work/$name.log" 2>&1 &
  pids+=($!)
  if [ "$name" = wiremock ]; then
    url=http://127.0.0.1:$wiremock_port
  else
    until url=$(sed -n 's/.*ready at //p' "$work/$name.log") && [ -n "$url" ]; do sleep 0.01; done
  fi
  until curl -s -o /dev/null -H 'Authorization: Bearer benchmark' "$url/v1/videos/generations/first"; do sleep 0.01; done
  first=$(($(now_ms) - begin))
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

# Requests a second and p99 of one round.
load() {
  local url=$1 kind=$2 id=$3 seconds=$4 path=/v1/videos/generations
  [ "$kind" = poll ] && path=$path/$id
  wrk -t 1 -c 16 -d "${seconds}s" --latency -s "$work/$kind.lua" "$url$path" |
    awk '/99%/ {p99=$2} /Requests\/sec/ {rate=$2} /Non-2xx/ {bad=$0} END {print rate, p99, bad}'
}

echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $("$java" -version 2>&1 | head -1)"

declare -A urls ids
start mock "${mock_command[@]}"; urls[mock]=$url
start echo "${echo_command[@]}"; urls[echo]=$url
start wiremock "${wiremock_command[@]}"; urls[wiremock]=$url
ids[echo]=any ids[wiremock]=any
ids[mock]=$(curl -s -H 'Authorization: Bearer benchmark' -H 'Content-Type: application/json' -d "$body" "${urls[mock]}/v1/videos/generations" | sed 's/.*"id":"\([^"]*\)".*/\1/')

for kind in poll submit; do
  for name in mock echo wiremock; do
    # A poll's task may have been forgotten after many submits: submit it anew.
    [ "$name" = mock ] && ids[mock]=$(curl -s -H 'Authorization: Bearer benchmark' -H 'Content-Type: application/json' -d "$body" "${urls[mock]}/v1/videos/generations" | sed 's/.*"id":"\([^"]*\)".*/\1/')
    load "${urls[$name]}" $kind "${ids[$name]}" "$warm_up" > /dev/null
  done
  for i in $(seq "$rounds"); do
    for name in mock echo wiremock; do
      echo "$kind $name round $i: $(load "${urls[$name]}" $kind "${ids[$name]}" "$round")"
    done
  done
done

for pid in "${pids[@]}"; do kill "$pid"; done
pids=()
for i in $(seq "$starts"); do
  start mock "${mock_command[@]}"; mock_first=$first; kill "${pids[-1]}"
  wiremock_port=$(free_port)
  wiremock_command[4]=$wiremock_port
  start wiremock "${wiremock_command[@]}"; kill "${pids[-1]}"
  echo "first answer $i: mock $mock_first ms, wiremock $first ms"
done
