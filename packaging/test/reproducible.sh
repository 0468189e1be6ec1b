#!/bin/sh
# Builds everything twice, in folders, time zones and languages that differ, and compares the bytes:
#   packaging/test/reproducible.sh
# Both builds use this machine's Java and C library, and the umask 022: another Java or umask gives other bytes. With
# KEEP=1 builds that differ are kept.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

umask 022
# Both are taken before either is built, so that nothing changes in between.
copy() {
  mkdir -p "$1"
  (cd "$project" && git ls-files -z | tar --null --files-from=- --create --file=-) |
    tar --extract --file=- --no-same-permissions --directory="$1"
}

# build FOLDER ZONE LOCALE
build() {
  cd "$1"
  TZ=$2 LC_ALL=$3 mvn -q -ntp -f packaging package
}

other="$work/another/and deeper"
copy "$work/one"
copy "$other"
(build "$work/one" UTC C.UTF-8)
(build "$other" Asia/Kathmandu C)

cd "$work/one/target/dist"
different=0
find . -type f | LC_ALL=C sort >"$work/files"
while read -r file; do
  if cmp -s "$file" "$other/target/dist/$file"; then
    echo "same       $file"
  else
    echo "DIFFERENT  $file"
    different=1
  fi
done <"$work/files"
[ "$(ls -R)" = "$(cd "$other/target/dist" && ls -R)" ] || { echo "The builds made different files."; different=1; }
if [ $different = 1 ] && [ -n "${KEEP-}" ]; then
  trap - EXIT
  echo "Kept in $work"
fi
exit $different
