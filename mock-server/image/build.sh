#!/usr/bin/env bash
# Builds the container image of the mock server, without a daemon. See docs/deploy.md.
set -euo pipefail

usage() {
  cat <<'END'
Usage: build.sh [OPTION]...
  --base IMAGE      a Java runtime, 17 or newer, with its tag or digest (default: eclipse-temurin:17-jre)
  --tag NAME        of the image (default: seedance-mock)
  --platform P      such as linux/arm64, on such a machine or with its emulation (default: this machine's)
  --format FORMAT   oci (default), or docker, which has room for a health check, and another digest each time
  --jar FILE        the server's runnable jar (default: built here)
Prints the image's digest. Needs buildah and a JDK, 17 or newer.
END
}

fail() {
  echo "build.sh: $1" >&2
  exit 2
}

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$home/pom.xml")
base=eclipse-temurin:17-jre tag=seedance-mock format=oci jar='' platform=()
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit ;;
    --base | --tag | --platform | --format | --jar) [ $# -ge 2 ] || fail "$1 needs a value; see --help" ;;&
    --base) base=$2 ;;
    --tag) tag=$2 ;;
    --platform) platform=(--platform "$2") ;;
    --format) format=$2 ;;
    --jar) jar=$2 ;;
    *) fail "unknown option '$1'; see --help" ;;
  esac
  shift 2
done
for tool in buildah jar java; do
  command -v "$tool" >/dev/null || fail "there is no $tool; install it (Debian: apt-get install buildah openjdk-17-jdk-headless)"
done
if [ -z "$jar" ]; then
  (cd "$home" && ./mvnw -B -q -ntp -pl :seedance-mock-server -am package -DskipTests)
  jar=$home/mock-server/server/target/seedance-mock-server-$version-cli.jar
fi
[ -f "$jar" ] || fail "there is no jar '$jar'; leave --jar out to build it"

time=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$home/pom.xml")
context=$(mktemp -d)
base_container=
trap '[ -z "$base_container" ] || buildah rm "$base_container" >/dev/null; rm -rf "$context"' EXIT
export LC_ALL=C

# Packs files of the runnable jar, in a fixed order and without compression, which layers have of their own.
pack() { # NAME [MANIFEST]; paths on standard input
  sort >"$context/files"
  (cd "$context/all" && jar --create --no-compress --date "$time" --file "../$1" ${2:+--manifest "$2"} @../files)
}

mkdir "$context/all" "$context/data"
chmod 775 "$context/data"
(cd "$context/all" && jar --extract --file "$(realpath "$jar")")
rm -rf "$context"/all/drivers/sqlite/org/sqlite/native/{Mac,Windows}
mv "$context/all/META-INF/MANIFEST.MF" "$context/manifest"
(cd "$context/all" && find . -type f ! -path './dev/*' ! -path './META-INF/*' -printf '%P\n') | pack dependencies.jar
(cd "$context/all" && find dev META-INF -type f) | pack server.jar ../manifest

rm -rf "$context"/{all,files,manifest}
cp "$here"/{jvm.flags,health} "$context"
find "$context" -exec touch -d "$time" {} +

in_base() { # ARGUMENT...: runs the base's Java with the program
  buildah run --volume "$context:/mock" "$base_container" -- java -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr \
    -cp /mock/dependencies.jar:/mock/server.jar "$@" >&2
}

# Makes the classes of a start as the base's own Java wants them in memory. No two archives are alike, because the JVM lays them
# out as its threads meet; so one is kept for these jars and this base.
archive_classes() { # FILE
  in_base -XX:DumpLoadedClassList=/mock/classes.lst dev.seedance.mock.startup.WarmUp
  in_base -Xshare:dump -XX:SharedClassListFile=/mock/classes.lst -XX:SharedArchiveFile=/mock/classes.jsa
  mkdir -p "${1%/*}"
  mv "$context/classes.jsa" "$1"
}

base_container=$(buildah from --quiet "${platform[@]}" "$base")
mkdir "$context/archive"
key=$(cat "$context"/{dependencies,server}.jar <(buildah inspect --format '{{.FromImageID}}' "$base_container") | sha256sum | cut -c1-16)
kept=$here/target/classes-$key.jsa
[ -f "$kept" ] || archive_classes "$kept"
cp "$kept" "$context/archive/classes.jsa"
touch -d "$time" "$context"/archive{/classes.jsa,}

buildah build --format "$format" --layers --no-cache --timestamp "$(date -d "$time" +%s)" "${platform[@]}" \
  --build-arg "BASE=$base" --build-arg "VERSION=$version" --file "$here/Containerfile" --tag "$tag" "$context" >&2
buildah inspect --type image --format '{{.FromImageDigest}}' "$tag"
echo
