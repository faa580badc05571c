#!/bin/sh
# The part of ./seedance that a checkout alone needs: it builds what is missing with the Maven wrapper.
# shellcheck disable=SC2034,SC2154 # the launcher reads this file, and each uses variables of the other

completion=$home/contract-tests/distribution/target/completion.sh
copies=$home/.seedance # outside of target: ./mvnw clean leaves what runs alone

how_it_is_built() {
  echo "The first command builds what it needs with the Maven wrapper and a JDK; later ones build only what changed."
}

version() {
  sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$home/pom.xml"
}

# The folder of a module, under the home folder.
folder_of() {
  case $1 in
    mock-server) echo mock-server/server ;;
    *) echo "$1" ;;
  esac
}

# The runnable jar that Maven makes of a module.
built_jar_of() {
  printf '%s\n' "$home/$(folder_of "$1")/target/seedance-$1-$(version)-cli.jar"
}

# Whether a module's sources have changed since a file was written, or there is no such file.
is_older_than_sources() { # FILE MODULE [FILE-TO-COUNT-AS-A-SOURCE]
  [ -f "$1" ] || return 0
  also=
  if [ "$2" = contract-tests ]; then also=$home/client; fi
  [ -n "$(find "$home/pom.xml" "$home/api-spec" "$home/validator" "$home/$(folder_of "$2")" ${also:+"$also"} ${3:+"$3"} \
    -newer "$1" -type f -print -o \( -name target -o -name node_modules -o -name test \) -prune 2>/dev/null)" ]
}

# Sets copy to the folder that a module runs from; there may be none.
find_copy() { # MODULE
  copy=
  if [ -f "$copies/$1" ]; then
    read -r copy <"$copies/$1" || true
    copy=$copies/$copy
  fi
}

# Builds those of the named modules that are stale, all in one run, and makes each ready to run.
build() {
  stale=''
  changed=''
  for module in "$@"; do
    built=$(built_jar_of "$module")
    find_copy "$module"
    if [ -f "$built" ] && [ -f "$copy/cli.jar" ] && ! is_older_than_sources "$copies/$module" "$module" "$built"; then
      continue
    fi
    changed="$changed $module"
    if is_older_than_sources "$built" "$module"; then stale=$stale,:seedance-$module; fi
  done
  if [ -n "$stale" ]; then maven "${stale#,}"; fi
  for module in $changed; do publish "$module"; done
}

maven() { # LIST
  [ -x "$bin/javac" ] || fail "'$java' is a runtime without a compiler, expected a JDK, 17 or newer. Set JAVA_HOME to one."
  log=$home/target/seedance-build.log
  mkdir -p "$home/target"
  rm -f "$log.failed"
  echo "seedance: building $(echo "$1" | sed 's/:seedance-//g') (the first time Maven downloads what it needs: a few minutes)" >&2
  {
    (cd "$home" && ./mvnw -B -ntp -pl "$1" -am package -Dmaven.test.skip=true -Dspotless.skip=true \
      -Dcheckstyle.skip=true -Denforcer.skip=true 2>&1) || : >"$log.failed"
  } | tee "$log" | sed -n 's/^\[INFO\] Building \(seedance-[a-z-]* \).*/  \1/p' >&2
  if [ -f "$log.failed" ]; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
    fail "the build failed; its whole output is in $log"
  fi
}

# Copies the built jar to a folder of its own, from which it runs: a build must never rewrite the jar of a running server.
# Where the checkout can't be written to, the built jar itself is run.
publish() { # MODULE
  built=$(built_jar_of "$1")
  key=$(cksum <"$built" | tr ' ' -)
  mkdir -p "$copies" 2>/dev/null && [ -w "$copies" ] || return 0
  if [ ! -d "$copies/$1-$key" ]; then
    remove_unused_copies "$1"
    mkdir "$copies/new-$$"
    cp "$built" "$copies/new-$$/cli.jar"
    mv "$copies/new-$$" "$copies/$1-$key"
  fi
  echo "$1-$key" >"$copies/new-$$"
  mv "$copies/new-$$" "$copies/$1" # the file that names the copy to run; its time says what the copy is made of
}

remove_unused_copies() { # MODULE
  for copy in "$copies/$1"-*/; do
    for user in "$copy"user-*; do
      if [ -f "$user" ] && kill -0 "${user##*-}" 2>/dev/null; then continue 2; fi
    done
    rm -rf "$copy"
  done
}

# Sets jar to what runs a module, and caches to the folder for what makes its start faster; there may be none.
locate() { # MODULE
  find_copy "$1"
  caches=$copy
  jar=${copy:+$copy/cli.jar}
  jar=${jar:-$(built_jar_of "$1")}
  if [ "$1" = mock-server ] && [ -n "$copy" ]; then : >"$copy/user-$$" || true; fi # this process becomes the server
}

# Builds what completes commands, if options may have changed since.
build_completion() {
  for module in client mock-server contract-tests; do
    if is_older_than_sources "$completion" "$module"; then
      find_java
      maven :seedance-distribution
      return
    fi
  done
}
