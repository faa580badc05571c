#!/usr/bin/env bash
# Unpacks the distribution archive into a folder with blanks and tries each command in it, as somebody without Maven and
# without a compiler would: with each JDK of this machine, in each shell, through a link, and where nothing can be written.
#
#   try_archive.sh [JDK...]   home folders of JDKs; by default that of java on the PATH, and those below /usr/lib/jvm
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

work=$(mktemp -d)
mock=
cleanup() {
  [ -z "$mock" ] || kill "$mock" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "try_archive: $*" >&2
  exit 1
}

# A PATH with what the launcher calls, and with nothing of Java: tools that a build would need leave a trace.
tools=$work/tools
mkdir "$tools"
for tool in sh dash bash busybox basename cat cksum cut dirname env grep head kill locale ls mkdir mktemp mv readlink rm sed sleep sort uname; do
  path=$(type -P "$tool") && ln -s "$path" "$tools/$tool"
done
for tool in mvn javac; do
  printf '#!/bin/sh\necho %s >>"%s/built"\nexit 1\n' "$tool" "$work" >"$tools/$tool"
  chmod +x "$tools/$tool"
done
unset JAVA_HOME "${!SEEDANCE_@}" "${!LC_@}"
export PATH=$tools:$PATH HOME=$work/home XDG_CACHE_HOME=$work/home/.cache
mkdir "$HOME"

alone() { env -i PATH="$tools" HOME="$HOME" "$@"; }

expect() { # EXIT-CODE TEXT COMMAND...: runs the command and looks for the text in all that it prints
  local code=0 printed
  printed=$("${@:3}" 2>&1) || code=$?
  [ "$code" -eq "$1" ] || fail "'${*:3}' ended with $code, expected $1: $printed"
  case $printed in
    *"$2"*) ;;
    *) fail "'${*:3}' printed '$printed', expected '$2' in it" ;;
  esac
}

unpack() { # FOLDER: sets home to the folder of the toolkit
  mkdir -p "$1"
  tar -xzf target/seedance-toolkit-*.tar.gz -C "$1"
  home=$(echo "$1"/seedance-toolkit-*)
}

same_files_in_both_archives() {
  unpack "$work/tar"
  unzip -q target/seedance-toolkit-*.zip -d "$work/zip"
  diff -r "$work/tar" "$work/zip"
  [ -x "$(echo "$work"/zip/*/bin/seedance)" ] || fail "the zip forgets that bin/seedance can be run"
  [ -z "$(find "$home/lib" -name '*-[0-9]*' -printf '%f\n' | sed 's/-[0-9].*//' | sort | uniq -d)" ] || fail "a library is in lib in two versions"
  cmp "$home/bin/seedance" ../../seedance
}

each_command() { # JDK
  local seedance=$home/bin/seedance request=$home/api-spec/examples/requests/first-frame.json base id
  export JAVA_HOME=$1
  mkdir -p "$work/videos"
  (cd "$work/videos" && rm -f ./*.mp4 && alone JAVA_HOME="$1" "$seedance" demo >"$work/demo.log" 2>&1) || fail "demo: $(cat "$work/demo.log")"
  [ "$(head -c 12 "$work/videos/seedance-demo.mp4" | tail -c 8)" = ftypisom ] || fail "the demo left no video"

  ln -sf "$seedance" "$tools/seedance"
  : >"$work/mock.log"
  env -i PATH="$tools" HOME="$HOME" JAVA_HOME="$1" seedance mock --port 0 --clock auto --data "$work/data" >"$work/mock.log" 2>&1 &
  mock=$! # of the server itself: each program replaces the one before
  until grep -q 'ready at' "$work/mock.log"; do
    kill -0 "$mock" 2>/dev/null || fail "the mock ended: $(cat "$work/mock.log")"
    sleep 0.1
  done
  [ "$(grep -c . "$work/mock.log")" -le 2 ] || fail "the mock says more than it is asked for: $(cat "$work/mock.log")"
  base=$(sed -n 's/.*ready at //p' "$work/mock.log")
  export SEEDANCE_API_KEY=any SEEDANCE_BASE_URL=$base
  expect 0 "1 valid" seedance validate "$request"
  expect 0 "USD" seedance estimate "$request"
  expect 0 "saved" seedance generate --prompt "A calm sea" --duration 5 --out "$work/videos/a calm sea.mp4"
  id=$(seedance generate --prompt "[mock:instant] A calm sea" --duration 5 --no-wait 2>/dev/null | sed -n 's/^ordered //p')
  expect 0 "$id" seedance status "$id"
  expect 0 "saved" seedance download "$id" --out "$work/videos/again.mp4"
  expect 0 "0 failed" seedance verify --base-url "$base" --allow-spend
  kill "$mock"
  wait "$mock" || [ $? -eq 143 ] || fail "the mock did not end by a signal"
  mock=
  unset SEEDANCE_API_KEY SEEDANCE_BASE_URL

  # From now on each starts from its archive, and none has a word on standard error; nor if it does not fit.
  local printed archive
  printed=$(seedance validate "$request" 2>&1 >/dev/null)
  [ -z "$printed" ] || fail "the second start said: $printed"
  archive=$(echo "$home"/cache/validator/jdk*)
  cp -f "$home"/cache/client/jdk* "$archive"
  printed=$(seedance validate "$request" 2>&1 >/dev/null) || fail "it ended with the archive of another program: $printed"
  [ -z "$printed" ] || fail "with the archive of another program the launcher said: $printed"
  rm -f "$archive"
  echo "no archive" >"$archive"
  printed=$(seedance validate "$request" 2>&1 >/dev/null) || fail "it ended with a file that is no archive: $printed"
  [ -z "$printed" ] || fail "with a file that is no archive the launcher said: $printed"
  rm -rf "$home/cache" "$work/data"
  unset JAVA_HOME
}

each_shell() { # JDK
  local shell
  for shell in sh dash "busybox sh" bash; do
    type -P "${shell%% *}" >/dev/null || continue
    # shellcheck disable=SC2086 # busybox and its applet
    expect 0 "seedance $version" alone $shell "$home/bin/seedance" --version
    # shellcheck disable=SC2086
    expect 1 "1 invalid" alone JAVA_HOME="$1" $shell "$home/bin/seedance" validate "$home/api-spec/examples/requests/quicktime.json"
  done
}

without_java() {
  expect 2 "no Java found. Install Java 17 or newer" alone "$home/bin/seedance" mock
  mkdir -p "$work/old/bin"
  printf 'JAVA_VERSION="11.0.2"\n' >"$work/old/release"
  printf '#!/bin/sh\n' >"$work/old/bin/java"
  chmod +x "$work/old/bin/java"
  expect 2 "is Java 11, expected Java 17 or newer" alone JAVA_HOME="$work/old" "$home/bin/seedance" mock
}

where_nothing_can_be_written() { # JDK
  local user=()
  if [ "$(id -u)" -eq 0 ]; then # whom no permission stops
    user=(setpriv --reuid 65534 --regid 65534 --clear-groups)
    chmod 755 "$work"
    chown 65534 "$HOME"
  fi
  chmod -R a-w "$home"
  expect 0 "1 valid" "${user[@]}" env HOME="$HOME" JAVA_HOME="$1" "$home/bin/seedance" validate "$home/api-spec/examples/requests/first-frame.json"
  [ -n "$(find "$HOME/.cache/seedance/validator" -size +1000k)" ] || fail "no archive for a faster start in the user's cache"
  chmod -R u+w "$home"
}

completion() {
  seedance() { "$home/bin/seedance" "$@"; }
  eval "$(seedance completion bash)"
  complete -p seedance | grep -q _complete_seedance || fail "bash completes nothing"
  complete_words seedance val
  [ "${COMPREPLY[*]}" = validate ] || fail "bash completes 'val' to '${COMPREPLY[*]}'"
  complete_words seedance mock --clock
  [ "${COMPREPLY[*]}" = "--clock --clock-start" ] || fail "bash completes '--clock' to '${COMPREPLY[*]}'"
  if type -P zsh >/dev/null; then
    zsh -f -c 'autoload -Uz compinit && compinit -u -D && eval "$("$1/bin/seedance" completion zsh)" && [[ $_comps[seedance] == *_complete_seedance* ]]' zsh "$home" ||
      fail "zsh completes nothing"
  else
    echo "zsh is not there: its completion is left out"
  fi
  expect 2 "needs the name of a shell, bash or zsh, but got 'fish'" seedance completion fish
  unset -f seedance
}

compopt() { :; } # bash has it only while somebody presses the tab key

complete_words() { # WORD...
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMP_LINE=$*
  COMP_POINT=${#COMP_LINE}
  COMPREPLY=()
  _complete_seedance
}

[ $# -gt 0 ] || for java in "$(type -P java)" /usr/lib/jvm/*/bin/java; do
  jdk=$(dirname "$(dirname "$(readlink -f "$java")")")
  feature=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
  case " $* " in *" $jdk "*) continue ;; esac
  if [ "${feature:-0}" -ge 17 ]; then set -- "$@" "$jdk"; fi
done

same_files_in_both_archives
unpack "$work/a folder with blanks"
version=${home##*/seedance-toolkit-}
for jdk; do
  begin=$SECONDS
  each_command "$jdk"
  echo "each command on $(sed -n 's/^JAVA_VERSION="\(.*\)"/JDK \1/p' "$jdk/release"): $((SECONDS - begin)) s"
done
each_shell "$1"
without_java
where_nothing_can_be_written "$1"
completion
[ ! -e "$work/built" ] || fail "something was built: $(cat "$work/built")"
echo "the archive $version works, in shells, through links, without write permission; completion works"
