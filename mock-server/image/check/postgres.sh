#!/bin/sh
# What the official image of PostgreSQL does at its start, as far as compose-cluster.yaml counts on it.
set -eu
data=/var/lib/postgresql/data
PATH=$PATH:$(echo /usr/lib/postgresql/*/bin)

as_postgres() { runuser -u postgres -- "$@"; }

if [ ! -s $data/PG_VERSION ]; then
  mkdir -p $data
  chown postgres $data
  chmod 700 $data
  echo "$POSTGRES_PASSWORD" | as_postgres tee /tmp/password >/dev/null
  as_postgres initdb -D $data -U "$POSTGRES_USER" --pwfile=/tmp/password --auth=scram-sha-256 --no-sync
  echo "host all all all scram-sha-256" >>$data/pg_hba.conf
  echo "CREATE DATABASE $POSTGRES_DB" | as_postgres postgres --single -D $data postgres
fi
mkdir -p /run/postgresql
chown postgres /run/postgresql
exec runuser -u postgres -- postgres -D $data -c listen_addresses='*'
