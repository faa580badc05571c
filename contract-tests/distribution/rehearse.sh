#!/usr/bin/env bash
# Rehearses a release: builds a copy of the sources at another place, deploys it to a staging folder, signed with a key that is
# thrown away, and holds the folder against what Maven Central asks for. Then a stranger's program is built from that folder, with
# the listing of docs/install.md. Where the checkout is built as well, the two must have the same bytes.
#
#   rehearse.sh [FOLDER]   keeps the work in FOLDER, which must not exist; needs gpg
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

root=$(cd ../.. && pwd)
if [ $# -gt 0 ]; then
  mkdir "$1"
  work=$(cd "$1" && pwd)
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
staging=$work/sources/target/staging/dev/seedance
published="api-spec client mock-server mock-testkit validator"
export GNUPGHOME=$work/gnupg

fail() {
  echo "rehearse: $*" >&2
  exit 1
}

maven() { # LOG ARGUMENT...: with a repository of its own, in which nothing of ours is
  "$root/mvnw" -B -ntp -Dmaven.repo.local="$work/$1-repository" -Dmaven.repo.local.tail="$HOME/.m2/repository" \
    -Dmaven.repo.local.tail.ignoreAvailability=true "${@:2}" >"$work/$1.log" 2>&1 || {
    grep -v '^\[INFO\]' "$work/$1.log" | tail -n 40
    fail "Maven failed ($1)"
  }
}

copy_sources() {
  mkdir "$work/sources"
  git -C "$root" ls-files -z --cached --others --exclude-standard |
    tar -C "$root" --null --ignore-failed-read -T - -cf - 2>/dev/null | tar -C "$work/sources" -xf -
}

make_key() {
  mkdir -m 700 "$GNUPGHOME"
  gpg --batch --quiet --passphrase '' --quick-generate-key 'A key to throw away <nobody@example.invalid>' rsa3072 sign never 2>/dev/null
  MAVEN_GPG_KEY=$(gpg --batch --armor --export-secret-keys)
  export MAVEN_GPG_KEY
}

# A file with its signature, and each of the two with its checksums.
signed_and_summed() { # FILE
  local file algorithm
  [ -s "$1" ] || fail "$1 is not there"
  gpg --batch --quiet --verify "$1.asc" "$1" 2>/dev/null || fail "the signature of ${1##*/} is not that of the key"
  for algorithm in md5 sha1 sha256 sha512; do
    [ "$(${algorithm}sum <"$1" | cut -d ' ' -f 1)" = "$(cat "$1.$algorithm")" ] || fail "${1##*/}.$algorithm is another sum"
  done
}

complete_pom() { # FILE
  local element
  for element in name description url licenses license developers developer role scm connection; do
    grep -q "<${element}[ >]" "$1" || fail "${1##*/} has no <$element>"
  done
  if grep -nE '<parent>|<profile|<build>|<repositor|<email>|file:|localhost' "$1"; then
    fail "${1##*/} tells what nobody needs"
  fi
  # shellcheck disable=SC2016 # properties of Maven
  if grep -n '\${' "$1" | grep -v '<version>${project.version}</version>'; then fail "${1##*/} has a property without a value"; fi
}

look_at_staging() {
  local name files ending
  name=$(cd "$staging" && echo *)
  [ "$name" = "seedance-api-spec seedance-bom seedance-client seedance-mock-server seedance-mock-testkit seedance-validator" ] ||
    fail "deployed was: $name"
  for name in $published; do
    files=$staging/seedance-$name
    for ending in .pom .jar -sources.jar -javadoc.jar -cyclonedx.json -cyclonedx.xml; do
      signed_and_summed "$(find "$files" -name "*[0-9]$ending" -o -name "*SNAPSHOT$ending")"
    done
    complete_pom "$(find "$files" -name '*.pom')"
  done
  signed_and_summed "$(find "$staging/seedance-bom" -name '*.pom')"
  complete_pom "$(find "$staging/seedance-bom" -name '*.pom')"
  if grep -rlF -e "$work" -e "$root" -e "$HOME/" "$staging"; then fail "these name folders of this machine"; fi
}

# A build at another place and another time.
same_bytes() {
  local file compared=0
  for file in "$root"/{api-spec,client,validator,mock-server/server,mock-server/testkit}/target/seedance-*.jar \
    "$root"/contract-tests/distribution/target/seedance-toolkit-*.{zip,tar.gz}; do
    case $file in *-sources.jar | *-javadoc.jar) continue ;; esac # of an earlier -Prelease
    [ -f "$file" ] || continue
    cmp "$file" "$work/sources/${file#"$root"/}" || fail "two builds gave two files"
    compared=$((compared + 1))
  done
  echo "the same bytes as in the checkout: $compared files"
}

build_stranger() {
  local tests
  mkdir "$work/stranger"
  cp -r ../consumers/plain/src "$work/stranger/src"
  # shellcheck disable=SC2016 # a fence of Markdown
  awk '$0 == "```xml" { on = 1; next } $0 == "```" { on = 0 } on' "$root/docs/install.md" >"$work/listing.xml"
  sed "/<!-- LISTING -->/{
r $work/listing.xml
d
}" stranger.pom.xml >"$work/stranger/pom.xml"
  cat >"$work/settings.xml" <<EOT
<settings>
  <profiles>
    <profile>
      <id>staging</id>
      <repositories>
        <repository><id>staging</id><url>file://$work/sources/target/staging</url></repository>
      </repositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>staging</activeProfile></activeProfiles>
</settings>
EOT
  maven stranger -s "$work/settings.xml" -f "$work/stranger/pom.xml" test
  tests=$(sed -n 's/.*Tests run: \([1-9][0-9]*\), Failures: 0, Errors: 0, Skipped: 0$/\1/p' "$work/stranger.log")
  [ -n "$tests" ] || fail "no test of the stranger ran"
  echo "the stranger's program: $tests tests"
}

begin=$SECONDS
copy_sources
make_key
maven release -f "$work/sources/pom.xml" -Prelease deploy -Dmaven.test.skip -Dspotless.skip -Dcheckstyle.skip -Drepository=OWNER/seedance-toolkit
unset MAVEN_GPG_KEY
look_at_staging
echo "deployed, signed and complete, in $((SECONDS - begin)) s: $(find "$staging" -name '*.pom' -o -name '*.jar' | wc -l) POMs and jars"
same_bytes
build_stranger
