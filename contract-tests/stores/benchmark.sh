#!/usr/bin/env bash
# Compares the mock server without a store with the same one with a file and with PostgreSQL, in one run: polls at 16
# connections, submits at 64, over 64 keys, rounds in turn; the time in which another server takes over, the first
# response after a restart with 100,000 stored tasks, and the processor time a request of two servers and of one.
# Ends with the tables of docs/performance.md. Takes about 10 minutes; wants an idle machine with Linux.
# Needs wrk, curl, a JDK and Debian's postgresql. Options by environment: WARM_UP (seconds a server, 20), ROUND (seconds,
# 4), ROUNDS (6), TASKS (100000), LEASE (10, seconds), PARTS (which to run: "load takeover restart pair").
set -euo pipefail
unset CDPATH
cd "$(dirname "$0")/../.."

warm_up=${WARM_UP:-20} round=${ROUND:-4} rounds=${ROUNDS:-6} tasks=${TASKS:-100000} lease=${LEASE:-10}
parts=" ${PARTS:-load takeover restart pair} "
keys=64
command -v wrk >/dev/null || { echo "benchmark: wrk is missing; install it (Debian: apt-get install wrk)" >&2; exit 2; }

[ -n "${JAR:-}" ] || ./mvnw -B -q -ntp -pl :seedance-mock-server -am package -DskipTests
jar=${JAR:-$(ls "$PWD"/mock-server/server/target/seedance-mock-server-*-cli.jar)}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
postgres=$PWD/contract-tests/stores/postgres.sh
work=$(mktemp -d)
database=$work-database # the user that PostgreSQL runs as must be able to enter it
stop() {
  for pid in "$work"/*.pid; do
    if [ -f "$pid" ]; then kill -9 "$(cat "$pid")" 2>/dev/null || true; fi
  done
  "$postgres" delete "$database" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

url=$("$postgres" start "$database")

# As the launcher starts it: with the classes of a start as the JVM wants them in memory.
archive=$work/mock.jsa
"$java" -XX:DumpLoadedClassList="$work/classes.lst" -cp "$jar" dev.seedance.mock.startup.WarmUp >/dev/null
"$java" -Xshare:dump -XX:SharedClassListFile="$work/classes.lst" -XX:SharedArchiveFile="$archive" -cp "$jar" >/dev/null 2>&1

# Starts a server and waits until it listens; its process and its address are then in files.
start() { # NAME STORE [OPTION...]
  local name=$1 store=$2 options=()
  case $store in
    memory) ;;
    file) options=(--data "$work/$name.data") ;;
    *)
      options=(--database "${url%/*}/$store" --database-user seedance --database-password seedance
        --cluster-secret secret-of-a-benchmark --lease "PT${lease}S")
      ;;
  esac
  : >"$work/$name.log"
  "$java" -XX:SharedArchiveFile="$archive" -Xshare:auto -Xlog:disable -jar "$jar" --port 0 --balance unlimited "${options[@]}" "${@:3}" >"$work/$name.log" 2>&1 &
  echo $! >"$work/$name.pid"
  until grep -q 'ready at' "$work/$name.log"; do
    kill -0 "$(cat "$work/$name.pid")" 2>/dev/null || { cat "$work/$name.log" >&2; exit 1; }
    sleep 0.01
  done
  sed -n 's/.*ready at //p' "$work/$name.log" >"$work/$name.url"
}

finish() { # NAME [SIGNAL]
  kill "-${2:-TERM}" "$(cat "$work/$1.pid")"
  wait "$(cat "$work/$1.pid")" 2>/dev/null || true
  rm "$work/$1.pid"
}

body='{"model":"seedance-2","prompt":"A lighthouse in a storm, slow aerial shot, waves against the rocks","duration":5,"resolution":"720p","aspect_ratio":"16:9"}'
path=/v1/videos/generations

# Writes a script for wrk that takes the keys of a prefix in turn. For polls each key has a task in progress.
script() { # KIND PREFIX NAME
  {
    echo "local requests = {}"
    echo "init = function()"
    for i in $(seq "$keys"); do
      if [ "$1" = submit ]; then
        echo "requests[$i] = wrk.format('POST', '$path', {['Content-Type']='application/json', ['Authorization']='Bearer $2$i'}, [[$body]])"
      else
        echo "requests[$i] = wrk.format('GET', '$path/$(submit "$3" "$2$i" stuck)', {['Authorization']='Bearer $2$i'})"
      fi
    done
    echo "end"
    echo "local i = 0"
    echo "request = function() i = i % $keys + 1; return requests[i] end"
  } >"$work/$1-$3.lua"
}

# The id of a new task.
submit() { # NAME KEY SCENARIO
  curl -sf -H "X-Mock-Scenario: $3" -H "Authorization: Bearer $2" -d "$body" "$(cat "$work/$1.url")$path" |
    sed 's/.*"id":"\([^"]*\)".*/\1/'
}

# Processor time that a process has taken so far, in hundredths of a second.
cpu() { awk '{print $14 + $15}' "/proc/$1/stat"; }

# The same of PostgreSQL, with the processes of connections that have ended.
database_cpu() {
  local main pid sum=0
  main=$(head -n 1 "$database/data/postmaster.pid")
  for pid in "$main" $(pgrep -P "$main"); do
    sum=$((sum + $(awk '{print $14 + $15}' "/proc/$pid/stat" 2>/dev/null || echo 0)))
  done
  echo "$sum"
}

# One round: requests a second, p99 in ms, processor time of server and database in microseconds a request, requests,
# and what went wrong.
load() { # NAME KIND SECONDS
  local connections=16 pid before database_before
  [ "$2" = poll ] || connections=64
  pid=$(cat "$work/$1.pid")
  before=$(cpu "$pid") database_before=$(database_cpu)
  wrk -t 1 -c $connections -d "${3}s" --latency -s "$work/$2-$1.lua" "$(cat "$work/$1.url")" >"$work/wrk-$1"
  awk -v cpu=$(($(cpu "$pid") - before)) -v database=$(($(database_cpu) - database_before)) '
    $1 == "99%" {p99 = $2 + 0; if ($2 ~ /us$/) p99 /= 1000; else if ($2 !~ /ms$/) p99 *= 1000}
    /requests in/ {requests = $1}
    /Requests\/sec/ {rate = $2}
    /Non-2xx|Socket errors/ {bad = bad " " $0}
    END {printf "%.0f %.2f %.1f %.1f %d%s\n", rate, p99, cpu * 10000 / requests, database * 10000 / requests, requests, bad}' "$work/wrk-$1"
}

median() { sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }
column() { cut -d ' ' -f "$3" "$work/$1-$2" | median; }

# The median of the shares of memory, round by round.
share() { # KIND NAME COLUMN
  paste -d ' ' <(cut -d ' ' -f "$3" "$work/$1-$2") <(cut -d ' ' -f "$3" "$work/$1-memory") | awk '{print $1 / $2}' | median |
    awk '{printf "%.2f", $1}'
}

now() { date +%s%N; }

# Milliseconds from an instant until a poll has a 200.
until_polled() { # BEGIN NAME KEY ID
  until curl -sf -m 5 -o /dev/null -H "Authorization: Bearer $3" "$(cat "$work/$2.url")$path/$4"; do
    sleep 0.02
  done
  echo $((($(now) - $1) / 1000000))
}

create() { "$postgres" sql "$database" "CREATE DATABASE $1"; }

measure_load() {
  create speed
  start memory memory
  start file file
  start postgresql speed
  local names=(memory file postgresql)
  for kind in poll submit; do
    for name in "${names[@]}"; do
      script $kind key- "$name"
      load "$name" $kind "$warm_up" >/dev/null
    done
    for i in $(seq "$rounds"); do
      for name in "${names[@]}"; do
        result=$(load "$name" $kind "$round")
        echo "$result" >>"$work/$kind-$name"
        echo "$kind $name round $i (requests/s, p99 ms, CPU µs a request of server and database, requests): $result"
      done
    done
  done
  for name in "${names[@]}"; do finish "$name"; done
  {
    echo "| | polls/s | p99 | CPU a poll | submits/s | p99 | CPU a submit | CPU of the database a submit |"
    echo "|---|---|---|---|---|---|---|---|"
    for name in "${names[@]}"; do
      echo "| $name | $(column poll "$name" 1) | $(column poll "$name" 2) ms | $(column poll "$name" 3) µs |" \
        "$(column submit "$name" 1) | $(column submit "$name" 2) ms | $(column submit "$name" 3) µs | $(column submit "$name" 4) µs |"
    done
    echo
    echo "| share of memory | polls/s | submits/s | CPU a submit |"
    echo "|---|---|---|---|"
    for name in file postgresql; do
      echo "| $name | $(share poll "$name" 1) | $(share submit "$name" 1) | $(share submit "$name" 3) |"
    done
  } >>"$work/tables"
}

measure_takeover() {
  create takeover
  local id begin
  for i in 1 2 3; do
    start one takeover
    start two takeover
    id=$(submit one "taken-$i" stuck)
    sleep 1
    finish one KILL
    begin=$(now)
    echo "take-over after kill -9, lease $lease s: $(until_polled "$begin" two "taken-$i" "$id") ms" | tee -a "$work/tables"
    start one takeover
    id=$(submit one "handed-$i" stuck)
    begin=$(now)
    finish one TERM
    echo "take-over after SIGTERM: $(until_polled "$begin" two "handed-$i" "$id") ms" | tee -a "$work/tables"
    finish two
  done
}

measure_restart() {
  create restart
  local id begin count
  for name in file postgresql; do
    store=restart
    [ $name = postgresql ] || store="file"
    start $name $store --max-tasks 100000
    id=$(submit $name key-1 stuck)
    script submit key- $name
    count=0
    while [ "$count" -lt "$tasks" ]; do
      count=$((count + $(load $name submit 5 | cut -d ' ' -f 5)))
    done
    finish $name KILL
    for i in 1 2 3; do
      begin=$(now)
      start $name $store --max-tasks 100000
      echo "$name: first response after a restart with $count stored tasks of $keys keys: $(until_polled "$begin" $name key-1 "$id") ms" | tee -a "$work/tables"
      finish $name KILL
      [ $name = file ] || sleep "$lease"
    done
  done
}

# Two servers, each with keys of its own as behind a balancer that hashes keys, and one with all keys.
measure_pair() {
  create single
  create pair
  start single single
  start one pair
  start two pair
  for kind in poll submit; do
    for name in single one two; do
      script $kind "$name-" "$name"
      load $name $kind $((warm_up / 2)) >/dev/null
    done
    for i in $(seq "$rounds"); do
      result=$(load single $kind "$round")
      echo "$result" >>"$work/$kind-single"
      load one $kind "$round" >"$work/now-one" &
      first=$!
      load two $kind "$round" >"$work/now-two"
      wait $first
      both=$(cat "$work/now-one" "$work/now-two" |
        awk '{rate += $1; cpu += $3 * $5; requests += $5} END {printf "%.0f 0 %.1f 0 %d", rate, cpu / requests, requests}')
      echo "$both" >>"$work/$kind-pair"
      echo "$kind round $i: one server $result; two: $both"
    done
    echo "$kind: CPU a request $(column $kind single 3) µs with one server, $(column $kind pair 3) µs with two" >>"$work/tables"
  done
  for name in single one two; do finish $name; done
}

echo "machine: $(getconf _NPROCESSORS_ONLN) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $("$java" -version 2>&1 | head -n 1)"
echo "database: $("$postgres" sql "$database" "SELECT version()" | cut -d ' ' -f 1-2), synchronous_commit $("$postgres" sql "$database" "SHOW synchronous_commit")"
echo "load at the start: $(cut -d ' ' -f 1-3 /proc/loadavg)"
: >"$work/tables"
for part in load takeover restart pair; do
  case $parts in
    *" $part "*) "measure_$part" ;;
  esac
done
echo
cat "$work/tables"
echo
echo "load at the end: $(cut -d ' ' -f 1-3 /proc/loadavg)"
