#!/bin/sh
# What a CI job runs: 'seedance verify' with its options from the environment. Nothing is ever pasted into a command line
# that a shell reads again, and keys stay in the environment.
#
#   VERIFY_BASE_URL           the server; the only one that is required, with the key
#   SEEDANCE_API_KEY          the key to call with
#   SEEDANCE_OTHER_API_KEY    the key of another account
#   SEEDANCE_WEBHOOK_SECRET   the account's webhook secret
#   VERIFY_ALLOW_SPEND        true runs the checks that cost money, too
#   VERIFY_REPORT             the JUnit XML; seedance-verify.xml where it is not set
#   VERIFY_ONLY, VERIFY_REVISION, VERIFY_VECTORS, VERIFY_TIMEOUT, VERIFY_POLL_INTERVAL,
#   VERIFY_CALLBACK_HOST, VERIFY_CALLBACK_PORT, VERIFY_CALLBACK_URL, VERIFY_CA   the options of these names
set -eu
unset CDPATH

launcher=$(cd "$(dirname "$0")/../.." && pwd)/seedance

if [ -z "${VERIFY_BASE_URL:-}" ]; then
  echo "verify.sh: VERIFY_BASE_URL is not set; name the server, such as https://api.example.com" >&2
  exit 2
fi
set -- --base-url "$VERIFY_BASE_URL" --report "${VERIFY_REPORT:-seedance-verify.xml}"

# Each option whose variable is set and not empty.
set -- "$@" ${VERIFY_ONLY:+--only "$VERIFY_ONLY"}
set -- "$@" ${VERIFY_REVISION:+--revision "$VERIFY_REVISION"}
set -- "$@" ${VERIFY_VECTORS:+--vectors "$VERIFY_VECTORS"}
set -- "$@" ${VERIFY_TIMEOUT:+--timeout "$VERIFY_TIMEOUT"}
set -- "$@" ${VERIFY_POLL_INTERVAL:+--poll-interval "$VERIFY_POLL_INTERVAL"}
set -- "$@" ${VERIFY_CALLBACK_HOST:+--callback-host "$VERIFY_CALLBACK_HOST"}
set -- "$@" ${VERIFY_CALLBACK_PORT:+--callback-port "$VERIFY_CALLBACK_PORT"}
set -- "$@" ${VERIFY_CALLBACK_URL:+--callback-url "$VERIFY_CALLBACK_URL"}
set -- "$@" ${VERIFY_CA:+--ca "$VERIFY_CA"}

case "${VERIFY_ALLOW_SPEND:-false}" in
  true) set -- "$@" --allow-spend ;;
  false | "") ;;
  *)
    echo "verify.sh: VERIFY_ALLOW_SPEND is '$VERIFY_ALLOW_SPEND', expected true or false" >&2
    exit 2
    ;;
esac

exec "$launcher" verify "$@"
