#!/usr/bin/env bash
# Makes what users get: "./release.sh archive" the archive of this tree, "./release.sh release VERSION"
# a version: tests, changelog, tag and archive. Nothing is pushed.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"

readonly distribution=launcher/target/tixgo
readonly files=(bin/tixgo cloudflared/config.yml.example cluster.xml deploy.sh smoke-test.sh .env.example CHANGELOG.md LICENSE README.md
  README.id.md SECURITY.md ops)

fail() { echo "release.sh: $*" >&2; exit 2; }

# The first element of this name in the top pom.xml.
element() { sed -n "s/.*<$1>\(.*\)<\/$1>.*/\1/p" pom.xml | head -n 1; }

# --- archive -------------------------------------------------------------------------------------

# The same bytes from the same sources: names in one order, one time, no owner.
pack() {
  local version=$1 time=$2 name=tixgo-$1 root
  root=$(mktemp -d)
  # shellcheck disable=SC2064 # expanded now: the name is local
  trap "rm -rf '$root'" RETURN
  mkdir -p "$root/$name" target
  cp -r --parents "${files[@]}" "$root/$name/"
  cp -r "$distribution"/{lib,bom.json,THIRD-PARTY.txt} "$root/$name/"
  tar -C "$root" --sort=name --mtime="$time" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
    -cf - "$name" | gzip -9n >"target/$name.tar.gz"
  sha256sum "target/$name.tar.gz"
}

archive() {
  ./mvnw -q -B clean verify "$@" || fail "the build failed; its messages are above. Nothing was committed."
  pack "$(element version)" "$(element project.build.outputTimestamp)"
}

# --- version -------------------------------------------------------------------------------------

# What the changelog says under a heading.
section() { awk -v heading="## [$1]" 'index($0, "## ") == 1 { inside = index($0, heading) == 1; next } inside' CHANGELOG.md; }

check() {
  local version=$1
  [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "say which version: make release VERSION=1.0.0"
  [ -z "$(git status --porcelain)" ] || fail "there is something that isn't committed."
  ! git rev-parse -q --verify "refs/tags/v$version" >/dev/null || fail "v$version is there already."
  [[ $(section Unreleased) == *[![:space:]]* ]] || fail "CHANGELOG.md has nothing under [Unreleased]."
}

set_version() {
  ./mvnw -q -B versions:set -DnewVersion="$1" -DprocessAllModules -DgenerateBackupPoms=false
}

# What is unreleased becomes this version's.
date_changelog() {
  sed -i "s/^## \[Unreleased\]$/&\n\n## [$1] - $(date -u +%F)/" CHANGELOG.md
}

next() { echo "${1%.*}.$((${1##*.} + 1))-SNAPSHOT"; }

release() {
  local version=${1:-}
  check "$version"
  set_version "$version"
  date_changelog "$version"
  archive
  git commit -qam "Release $version"
  git tag -a --cleanup=whitespace "v$version" -m "TixGo $version" -m "$(section "$version")"
  set_version "$(next "$version")"
  git commit -qam "Begin $(next "$version")"
  echo "target/tixgo-$version.tar.gz is made. To publish it: git push --follow-tags"
}

case ${1:-} in
  archive) archive -Dmaven.test.skip -Dmdep.analyze.skip ;;
  release) release "${2:-}" ;;
  *) fail "usage: ./release.sh archive | release VERSION" ;;
esac
