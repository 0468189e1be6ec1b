#!/bin/sh
# Builds everything twice, in folders, time zones, languages and with file modes that differ, and compares the bytes:
#   packaging/test/reproducible.sh
# Both builds use this machine's Java and C library: another Java gives other bytes.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

# build FOLDER UMASK ZONE LOCALE
build() {
  umask "$2"
  mkdir -p "$1"
  (cd "$project" && git ls-files -z | tar --null --files-from=- --create --file=-) |
    tar --extract --file=- --no-same-permissions --directory="$1"
  (cd "$1" && TZ=$3 LC_ALL=$4 mvn -q -ntp -Pdist package)
}

(build "$work/one" 022 UTC C.UTF-8)
# A reader of clocks that ran into the same second would not be caught.
sleep 2
(build "$work/another/and deeper" 077 Asia/Kathmandu C)

cd "$work/one/target/dist"
different=0
for file in *; do
  if cmp -s "$file" "$work/another/and deeper/target/dist/$file"; then
    echo "same       $file"
  else
    echo "DIFFERENT  $file"
    different=1
  fi
done
[ "$(ls)" = "$(ls "$work/another/and deeper/target/dist")" ] || { echo "The builds made different files."; different=1; }
if [ $different = 1 ] && [ -n "${KEEP-}" ]; then
  trap - EXIT
  echo "Kept in $work"
fi
exit $different
