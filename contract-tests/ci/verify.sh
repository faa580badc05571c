#!/usr/bin/env bash
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
#   VERIFY_CALLBACK_HOST, VERIFY_CALLBACK_PORT, VERIFY_CALLBACK_URL   the options of these names
set -euo pipefail

launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/seedance

if [ -z "${VERIFY_BASE_URL:-}" ]; then
  echo "verify.sh: VERIFY_BASE_URL is not set; name the server, such as https://api.example.com" >&2
  exit 2
fi
options=(--base-url "$VERIFY_BASE_URL" --report "${VERIFY_REPORT:-seedance-verify.xml}")

# An option with the value of a variable, where that is set and not empty.
option() {
  if [ -n "$2" ]; then options+=("$1" "$2"); fi
}
option --only "${VERIFY_ONLY:-}"
option --revision "${VERIFY_REVISION:-}"
option --vectors "${VERIFY_VECTORS:-}"
option --timeout "${VERIFY_TIMEOUT:-}"
option --poll-interval "${VERIFY_POLL_INTERVAL:-}"
option --callback-host "${VERIFY_CALLBACK_HOST:-}"
option --callback-port "${VERIFY_CALLBACK_PORT:-}"
option --callback-url "${VERIFY_CALLBACK_URL:-}"

case "${VERIFY_ALLOW_SPEND:-false}" in
  true) options+=(--allow-spend) ;;
  false | "") ;;
  *)
    echo "verify.sh: VERIFY_ALLOW_SPEND is '$VERIFY_ALLOW_SPEND', expected true or false" >&2
    exit 2
    ;;
esac

exec "$launcher" verify "${options[@]}"
