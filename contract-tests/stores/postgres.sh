#!/usr/bin/env bash
# Runs a PostgreSQL of its own in a folder, on a free port of this machine, for tests that may throw it away.
set -euo pipefail

usage() {
  cat <<'END'
Usage: postgres.sh COMMAND DIR [ARGUMENT]
  start DIR         makes a database cluster in DIR if there is none, starts it, and prints its JDBC URL
  stop DIR [MODE]   stops it: fast (default), or immediate, which is a crash
  restart DIR [MODE]
  url DIR           prints the JDBC URL
  sql DIR SQL       runs a statement and prints the rows, without a header
  delete DIR        stops it and deletes the folder
User and database are "seedance", the password is "seedance". Needs Debian's package "postgresql", or initdb and
pg_ctl on the PATH. PostgreSQL refuses to run as root: then it runs as the user "postgres", who must be able to reach DIR.
END
}

fail() {
  echo "postgres.sh: $1" >&2
  exit 2
}

[ $# -ge 2 ] || { usage >&2; exit 2; }
command=$1 dir=$2 argument=${3:-}

newest=$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 2>/dev/null | sort -V | tail -n 1 || true)
[ -z "$newest" ] || PATH=$newest/bin:$PATH
command -v pg_ctl >/dev/null || fail "there is no pg_ctl; install PostgreSQL (Debian: apt-get install postgresql)"

as_user() { # COMMAND...: as an ordinary user
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$(command -v "$1")" "${@:2}")
  else
    "$@"
  fi
}

make_cluster() {
  mkdir -p "$dir"
  if [ "$(id -u)" -eq 0 ]; then
    id -u postgres >/dev/null 2>&1 || fail "root may not run PostgreSQL, and there is no user 'postgres'; run this as an ordinary user"
    chown postgres "$dir"
  fi
  echo seedance | as_user tee "$dir/password" >/dev/null
  as_user initdb -D "$dir/data" -U seedance --pwfile="$dir/password" --auth=scram-sha-256 -E UTF8 --locale=C >"$dir.log" ||
    fail "initdb failed; see $dir.log"
}

start() {
  dir=$(realpath -m "$dir")
  [ -d "$dir/data" ] || make_cluster
  if [ -f "$dir/port" ]; then
    launch "$(cat "$dir/port")" || fail "PostgreSQL does not start again; see $dir/log"
    return
  fi
  for _ in $(seq 20); do # another program may take a port between a look and the start
    local port=$((RANDOM % 20000 + 32768))
    if launch "$port"; then
      echo "$port" >"$dir/port"
      PGPASSWORD=seedance createdb -h 127.0.0.1 -p "$port" -U seedance seedance
      return
    fi
  done
  fail "PostgreSQL does not start; see $dir/log"
}

launch() { # PORT
  as_user pg_ctl -D "$dir/data" -l "$dir/log" -w -t 60 -s \
    -o "-c listen_addresses=127.0.0.1 -p $1 -c unix_socket_directories= -c max_connections=100" start >/dev/null 2>&1
}

stop() {
  dir=$(realpath -m "$dir")
  as_user pg_ctl -D "$dir/data" -m "${argument:-fast}" -w -s stop
}

url() {
  echo "jdbc:postgresql://127.0.0.1:$(cat "$dir/port")/seedance"
}

case $command in
  start) start && url ;;
  stop) stop ;;
  restart) stop && start ;;
  url) url ;;
  sql) PGPASSWORD=seedance psql -h 127.0.0.1 -p "$(cat "$dir/port")" -U seedance -d seedance -X -q -A -t -v ON_ERROR_STOP=1 -c "$argument" ;;
  delete)
    stop 2>/dev/null || true
    rm -rf "$dir" "$dir.log"
    ;;
  *) usage >&2; exit 2 ;;
esac
