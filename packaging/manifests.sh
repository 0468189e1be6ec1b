#!/bin/sh
# Fills the manifests of Homebrew, Scoop and winget with the version and the checksums of the archives in DIST_DIR:
#   packaging/manifests.sh DIST_DIR [URL]
# They go to DIST_DIR/homebrew, DIST_DIR/scoop and DIST_DIR/winget. URL is the address below which the archives are
# published; without it the manifests name an address that does not exist.
set -eu

fail() {
  echo "manifests.sh: $1." >&2
  exit 2
}

sum() {
  if command -v sha256sum >/dev/null; then
    sha256sum <"$1"
  else
    shasum -a 256 <"$1"
  fi | cut -d ' ' -f 1
}

{ [ $# -eq 1 ] || [ $# -eq 2 ]; } || fail "give the folder with the archives, and the address where they are published"
dist=$1
url=${2:-https://downloads.example/scimdoctor}
url=${url%/}
templates=$(dirname "$0")

case $url in
  *[!A-Za-z0-9:/._~%+-]*) fail "the address $url has a character that does not belong into a manifest" ;;
  https://?*) ;;
  *) fail "the address $url does not begin with https://" ;;
esac

set -- "$dist"/scimdoctor-*.zip
[ $# -eq 1 ] || fail "there is more than one scimdoctor-VERSION.zip in $dist"
zip=$1
version=${zip#"$dist"/scimdoctor-}
version=${version%.zip}
tar=$dist/scimdoctor-$version.tar.gz
for archive in "$zip" "$tar"; do
  [ -f "$archive" ] || fail "there is no $archive; mvn -f packaging package makes it"
done

for template in homebrew/scimdoctor.rb scoop/scimdoctor.json winget/Scimdoctor.Scimdoctor.yaml \
  winget/Scimdoctor.Scimdoctor.locale.en-US.yaml winget/Scimdoctor.Scimdoctor.installer.yaml; do
  mkdir -p "$dist/${template%/*}"
  sed -e "s|@version@|$version|g" -e "s|@url@|$url|g" \
    -e "s|@sha256\.tar\.gz@|$(sum "$tar")|g" -e "s|@sha256\.zip@|$(sum "$zip")|g" \
    "$templates/$template" >"$dist/$template"
  if grep -n '@[a-z0-9.]*@' "$dist/$template" >&2; then
    fail "a placeholder of $template has no value"
  fi
done
